using MentoringPortal.Data;

namespace MentoringPortal.Web.Security;

/// <summary>What an action lets one do. An action carries exactly one; who has it stands in <see cref="Permissions"/>.</summary>
public enum Permission
{
    /// <summary>One's own password and the way out: all that a one-time password opens.</summary>
    OwnPassword,
    /// <summary>One's own page and sessions.</summary>
    OwnAccount,
    /// <summary>Help and other pages for everybody signed in.</summary>
    ReadHelp,
    /// <summary>Municipal pages and what is addressed to one's organization.</summary>
    ReadPapers,
    /// <summary>Files that the scope shows: proofs and papers, and to a mentor the materials of his organization.</summary>
    ReadFiles,
    /// <summary>Pages over all organizations: the matrix, lists of who has not reported.</summary>
    ReadMunicipality,
    /// <summary>The department's card, units, organizations and their years.</summary>
    ReadDirectories,
    /// <summary>Write directories: organizations, units, the department's card.</summary>
    WriteDirectories,
    /// <summary>Write municipal papers: orders, roadmaps, imports.</summary>
    WritePapers,
    /// <summary>Accept, return, release.</summary>
    ReviewExecutions,
    /// <summary>Report: a curator for his own organization, the department for itself, its units and outside bodies.</summary>
    ReportExecutions,
    /// <summary>Answer a request for information: a curator for his own organization.</summary>
    AnswerRequests,
    /// <summary>Say that one's organization has read a paper it was sent.</summary>
    AcknowledgePapers,
    /// <summary>An organization's own year: forms, appointments.</summary>
    WriteOwnOrganization,
    /// <summary>The banks of people: a curator his own, the department without what stays in the school.</summary>
    ReadPeople,
    /// <summary>Add and change people: a curator his own organization's, the department those of partners.</summary>
    WritePeople,
    /// <summary>What people ask about their own data: a curator what came to his organization, the department what came to itself, and of the others the terms.</summary>
    KeepEnquiries,
    /// <summary>A mentor reads who sees his own data.</summary>
    ReadOwnData,
    /// <summary>Ask another organization for a mentor of the municipal base.</summary>
    RequestMentors,
    /// <summary>A pupil's full name, opened by the department with a reason, on record.</summary>
    RevealPeople,
    /// <summary>The list of pairs: a curator his organization's, the department all, without what is said in them.</summary>
    ListPairs,
    /// <summary>A pair's card: those who see the list, and a mentor his own pairs.</summary>
    ReadPairs,
    /// <summary>Make, fix, change and end pairs of one's own organization.</summary>
    WritePairs,
    /// <summary>Meetings and the plan of a pair: its curator and its mentor.</summary>
    LogMeetings,
    /// <summary>Questionnaires and their results: a curator his organization's, the department and officials in numbers.</summary>
    ReadSurveys,
    /// <summary>Answer a questionnaire: a mentor for himself, a curator from a paper blank.</summary>
    AnswerSurveys,
    /// <summary>Templates of personal plans: a curator his organization's, the department the common ones.</summary>
    WriteTemplates,
    /// <summary>Documents and links for mentors: the department's and one's own organization's.</summary>
    ReadMaterials,
    /// <summary>Put up materials: the department for all mentors, a curator for his organization's.</summary>
    WriteMaterials,
    /// <summary>What the department decides for all: grounds and terms of consents, settings, topics, forms, agreements with partners.</summary>
    WriteRules,
    /// <summary>Accounts, within the rules of the accounts feature.</summary>
    ManageAccounts,
    /// <summary>The journal.</summary>
    ReadAudit,
    /// <summary>The outbox of letters.</summary>
    ManageMail,
}

/// <summary>The table «Who may do what» of the domain, as code; <c>tests/authz.csv</c> is the same table by endpoint.</summary>
public static class Permissions
{
    public static bool Has(Role role, Permission permission) => permission switch
    {
        Permission.OwnPassword or Permission.OwnAccount or Permission.ReadHelp => true,
        Permission.ReadPapers => role is Role.Department or Role.Official or Role.Curator,
        Permission.ReadFiles => role is not Role.Admin,
        Permission.ReadMunicipality => role is Role.Department or Role.Official,
        Permission.ReadDirectories => role is Role.Admin or Role.Department or Role.Official or Role.Curator,
        Permission.WriteDirectories => role is Role.Admin or Role.Department,
        Permission.WritePapers or Permission.ReviewExecutions => role is Role.Department,
        Permission.ReportExecutions => role is Role.Curator or Role.Department,
        Permission.WriteOwnOrganization => role is Role.Department or Role.Curator,
        Permission.ReadMaterials => role is Role.Department or Role.Curator or Role.Mentor,
        Permission.WriteMaterials => role is Role.Department or Role.Curator,
        Permission.WriteTemplates => role is Role.Department or Role.Curator,
        Permission.ReadPeople or Permission.WritePeople => role is Role.Department or Role.Curator,
        Permission.KeepEnquiries => role is Role.Department or Role.Curator,
        Permission.ReadOwnData => role is Role.Mentor,
        Permission.ReadSurveys => role is Role.Department or Role.Official or Role.Curator,
        Permission.AnswerSurveys => role is Role.Curator or Role.Mentor,
        Permission.RequestMentors or Permission.AnswerRequests or Permission.AcknowledgePapers => role is Role.Curator,
        Permission.ListPairs => role is Role.Department or Role.Curator,
        Permission.ReadPairs => role is Role.Department or Role.Curator or Role.Mentor,
        Permission.WritePairs => role is Role.Curator,
        Permission.LogMeetings => role is Role.Curator or Role.Mentor,
        Permission.RevealPeople or Permission.WriteRules => role is Role.Department,
        Permission.ManageAccounts => role is Role.Admin or Role.Department or Role.Curator,
        Permission.ReadAudit or Permission.ManageMail => role is Role.Admin,
        _ => throw new ArgumentOutOfRangeException(nameof(permission)),
    };
}
