using MentoringPortal.Domain.People;

namespace MentoringPortal.Domain.Pairs;

/// <summary>A mentor's period in a pair. Its key is the mentor's availability in the pair's organization.</summary>
public sealed class PairMentor : IOwnedByOrganization
{
    private PairMentor() { }

    internal PairMentor(Pair pair, Mentor mentor, DateOnly from) =>
        (Pair, OrganizationId, Mentor, MentorId, From) = (pair, pair.OrganizationId, mentor, mentor.Id, from);

    public int Id { get; private set; }
    public int? OrganizationId { get; private set; }
    public int PairId { get; private set; }
    public Pair? Pair { get; private set; }
    public int MentorId { get; private set; }
    public Mentor? Mentor { get; private set; }
    public DateOnly From { get; internal set; }
    /// <summary>Last day, or null while it lasts.</summary>
    public DateOnly? To { get; private set; }
    [Personal] public string? EndReason { get; private set; }

    internal void End(DateOnly lastDay, string? reason) => (To, EndReason) = (lastDay, reason);

    internal void Resume() => (To, EndReason) = (null, null);
}

/// <summary>A mentee's period in a pair.</summary>
public sealed class PairMentee : IOwnedByOrganization
{
    private PairMentee() { }

    internal PairMentee(Pair pair, Mentee mentee, DateOnly from) =>
        (Pair, OrganizationId, Mentee, MenteeId, From) = (pair, pair.OrganizationId, mentee, mentee.Id, from);

    public int Id { get; private set; }
    public int? OrganizationId { get; private set; }
    public int PairId { get; private set; }
    public Pair? Pair { get; private set; }
    public int MenteeId { get; private set; }
    public Mentee? Mentee { get; private set; }
    public DateOnly From { get; internal set; }
    /// <summary>Last day, or null while it lasts.</summary>
    public DateOnly? To { get; private set; }
    [Personal] public string? EndReason { get; private set; }

    internal void End(DateOnly lastDay, string? reason) => (To, EndReason) = (lastDay, reason);

    internal void Resume() => (To, EndReason) = (null, null);
}

/// <summary>A mentor as a pair needs him: the places he has in the organization, and whether his partner's agreement holds.</summary>
/// <param name="Mentor">The mentor, with his person.</param>
/// <param name="Places">Places by his availability in the organization of the mentees.</param>
/// <param name="Taken">Mentees whom he has there in drafts and active pairs, this pair's not counted where he is its mentor already.</param>
/// <param name="HasAgreement">His partner's agreement is in force in the period; true for one without a partner.</param>
public sealed record MentorPlace(Mentor Mentor, int Places, int Taken, bool HasAgreement)
{
    public const string NoAgreement = "Нет действующего соглашения с партнёром, от которого наставник.";

    internal const string NotHere = "Наставник в этот период не состоит в базе.";

    internal void CheckFor(Pair pair, int mentees, DateOnly from)
    {
        if (!Mentor.IsActiveOn(from) || !Mentor.Person!.IsHereOn(from))
            throw new DomainException(NotHere, "MentorId");
        if (pair.Form!.MentorKind is { } kind && Mentor.Person!.Kind != kind)
            throw new DomainException($"Для формы «{pair.Form.Name}» наставник должен быть: {PersonWords.Of(kind)}.", "MentorId");
        if (!HasAgreement)
            throw new DomainException(NoAgreement, "MentorId");
        if (Taken + mentees > Places)
            throw new DomainException($"У наставника занято мест: {Taken} из {Places}.", "MentorId");
    }
}

/// <summary>A mentee as a pair needs him: the periods he has already in pairs of the same form.</summary>
/// <param name="Mentee">The mentee, with his person.</param>
/// <param name="OfSameForm">Periods in drafts and active pairs of the form, this pair's not counted.</param>
public sealed record MenteePlace(Mentee Mentee, IReadOnlyList<(DateOnly From, DateOnly To)> OfSameForm)
{
    internal static string NotHere(Mentee mentee) => $"{mentee.Person!.Name.Short}: в этот период не состоит в базе.";

    internal void CheckFor(Pair pair, DateOnly from)
    {
        if (!Mentee.IsActiveOn(from) || !Mentee.Person!.IsHereOn(from))
            throw new DomainException(NotHere(Mentee), nameof(Pair.Mentees));
        if (pair.Form!.MenteeKind is { } kind && Mentee.Person!.Kind != kind)
            throw new DomainException($"Для формы «{pair.Form.Name}» наставляемый должен быть: {PersonWords.Of(kind)}.", nameof(Pair.Mentees));
        if (OfSameForm.Any(p => p.From <= pair.To && from <= p.To))
            throw new DomainException($"{Mentee.Person!.Name.Short}: в этот период уже есть пара этой формы.", nameof(Pair.Mentees));
    }
}
