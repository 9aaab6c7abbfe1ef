using MentoringPortal.Domain.People;

namespace MentoringPortal.Domain.Settings;

/// <summary>Figures that a department decides, with the defaults of the methodology; one row.</summary>
public sealed class MentoringSettings : IVersioned
{
    public const int TheOne = 1;

    public int Id { get; private set; } = TheOne;
    /// <summary>Days for which a pair of the past may stay active without a recorded consent.</summary>
    public int UnconfirmedDays { get; set; } = 30;
    /// <summary>Days in which data are destroyed after a withdrawal (152-ФЗ ст. 21).</summary>
    public int DestructionDays { get; set; } = 30;
    /// <summary>Full years of teaching work below which a teacher is a «молодой специалист».</summary>
    public int YoungTeacherYears { get; set; } = 3;
    /// <summary>Age bands of reports.</summary>
    [NotPersonal] public IReadOnlyList<AgeBand> AgeBands { get; set; } = [new(10, 18), new(15, 18)];
    /// <summary>Last class of a school: its pupils leave with the year.</summary>
    public int LastGrade { get; set; } = 11;
    /// <summary>Points of a suggestion.</summary>
    [NotPersonal] public MatchWeights Weights { get; set; } = new();
    /// <summary>Days after which a stuck state is reminded of.</summary>
    [NotPersonal] public ReminderDays Reminders { get; set; } = new();
    /// <summary>Working days in which an enquiry about personal data is answered.</summary>
    [NotPersonal] public EnquiryTerms Enquiries { get; set; } = new();
    /// <summary>The municipality's totals are shown to everybody, at /public.</summary>
    public bool IsPublic { get; set; }
    public int Version { get; private set; }
}

/// <summary>Points that a suggestion of a mentor earns.</summary>
/// <param name="Topic">For each shared topic of request and competence.</param>
/// <param name="Form">The form that fits both is among those that the organization has chosen for its year.</param>
/// <param name="Age">The mentee's age is the one wished; taken off where it is not.</param>
/// <param name="Time">A shared time.</param>
/// <param name="OwnOrganization">The mentor is of the mentee's organization.</param>
/// <param name="Load">Taken off for each mentee he has already.</param>
public sealed record MatchWeights(int Topic = 10, int Form = 5, int Age = 4, int Time = 3, int OwnOrganization = 2, int Load = 2);

/// <summary>Days without what is owed, after which the curator is reminded.</summary>
public sealed record ReminderDays(int Consent = 7, int Order = 7, int Plan = 14, int Meeting = 30, int FinalSurvey = 14);

/// <summary>Terms of 152-ФЗ in working days; destruction has its own in days of the calendar, <see cref="MentoringSettings.DestructionDays"/>.</summary>
/// <param name="Answer">To tell what is kept (ст. 20 ч. 1), to stop the processing (ст. 21 ч. 5.1).</param>
/// <param name="Extension">By how many the term of an answer may be prolonged, once, with a motivated notice (the same parts).</param>
/// <param name="Correction">To correct what is wrong (ст. 20 ч. 3).</param>
public sealed record EnquiryTerms(int Answer = 10, int Extension = 5, int Correction = 7);
