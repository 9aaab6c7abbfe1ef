using MentoringPortal.Domain.People;

namespace MentoringPortal.Domain.Matching;

/// <summary>A mentee without a mentor, as suggestions need him.</summary>
/// <param name="Age">Full years today; null where the portal keeps no date of birth.</param>
/// <param name="Topics">Topics of the request, ids of the directory in rising order.</param>
public sealed record Seeker(int MenteeId, int PersonId, PersonKind Kind, int? Age, TimeSlots Time, IReadOnlyList<int> Topics);

/// <summary>Where a mentor comes from, seen from the mentee's organization.</summary>
public enum MentorOrigin
{
    Own,
    /// <summary>Of another organization that has lent a place already.</summary>
    Lent,
    /// <summary>Offered in the municipal base: has to be asked for.</summary>
    Municipal,
}

/// <summary>A mentor with a free place, as suggestions need him. One of a partner stands here only while its agreement holds.</summary>
/// <param name="AgeFrom">Wished age of mentees, full years.</param>
/// <param name="AgeTo">The oldest wished, full years.</param>
/// <param name="Topics">Topics of his competences, ids of the directory in rising order.</param>
/// <param name="IsPartners">Sent by a partner under an agreement in force.</param>
/// <param name="Places">How many mentees the organization may give him.</param>
/// <param name="Taken">How many of them he has, drafts included.</param>
public sealed record Candidate(int MentorId, int PersonId, PersonKind Kind, int? AgeFrom, int? AgeTo, TimeSlots Time, IReadOnlyList<int> Topics,
    MentorOrigin Origin, bool IsPartners, int Places, int Taken)
{
    public int Free => Math.Max(0, Places - Taken);
}

/// <summary>Why a mentor is suggested, or what speaks against him.</summary>
/// <param name="Words">For the curator, in Russian.</param>
/// <param name="Points">What it adds to the place in the list; below zero where it takes off.</param>
/// <param name="IsWarning">The curator should look at it before he agrees.</param>
public sealed record MatchReason(string Words, int Points, bool IsWarning = false);

/// <param name="Mentee">Whom it is for.</param>
/// <param name="Mentor">Who is suggested.</param>
/// <param name="FormId">The form of mentoring that fits both.</param>
/// <param name="Points">The sum of the reasons' points.</param>
/// <param name="Reasons">In the order in which they matter.</param>
/// <param name="HasSharedTopic">What is asked and what is offered meet in a topic of the directory.</param>
public sealed record Suggestion(Seeker Mentee, Candidate Mentor, int FormId, int Points, IReadOnlyList<MatchReason> Reasons, bool HasSharedTopic);
