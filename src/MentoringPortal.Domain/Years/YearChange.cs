using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Time;

namespace MentoringPortal.Domain.Years;

/// <summary>Draft «Готовится» → Done «Проведён»; undone, it is being prepared again.</summary>
public enum YearChangeState { Draft, Done }

/// <summary>What becomes of a pupil with the year: the next class, the same class once more, the school finished, gone elsewhere.</summary>
public enum PupilOutcome { Up, Repeat, Graduate, Leave }

/// <summary>What becomes of a pair with the year: it goes on, is completed, or is completed and drawn up anew for the next year's order.</summary>
public enum PairOutcome { Stay, Complete, Renew }

/// <summary>
/// Перевод на новый учебный год of one organization. What it changes is kept row by row with the former class, so that the past year stays as it
/// was and the whole can be taken back until something else is built upon it.
/// </summary>
public sealed class YearChange : IOwnedByOrganization, IVersioned
{
    /// <summary>Why a mentee leaves a group that goes on.</summary>
    public const string LeftWithTheYear = "Выбыл с окончанием учебного года";

    private YearChange() { }

    public YearChange(int organizationId, SchoolYear year) => (OrganizationId, Year) = (organizationId, year.StartYear);

    public int Id { get; private set; }
    public int? OrganizationId { get; private set; }
    public Organization? Organization { get; private set; }
    /// <summary>First calendar year of the school year that begins.</summary>
    public int Year { get; private set; }
    public YearChangeState State { get; private set; }
    public DateTime? DoneAt { get; private set; }
    public List<YearMove> Moves { get; } = [];
    public List<YearPair> Pairs { get; } = [];
    public int Version { get; private set; }

    public SchoolYear Begins => new(Year);

    /// <summary>The last day of the year that ends.</summary>
    public DateOnly LastDay => Begins.Previous.End;

    /// <summary>What becomes of those of whom nothing is said: one class up, those of the last class out.</summary>
    public static PupilOutcome Usual(Person pupil, int lastGrade) => pupil.Grade >= lastGrade ? PupilOutcome.Graduate : PupilOutcome.Up;

    /// <summary>What the portal proposes: the usual, but whoever has a pair of the new year already has not finished the school.</summary>
    public static PupilOutcome Proposed(Person pupil, int lastGrade, bool isInNewPair) =>
        Usual(pupil, lastGrade) is var usual && usual == PupilOutcome.Graduate && isInNewPair ? PupilOutcome.Repeat : usual;

    /// <summary>A pair whose period is over, or that loses its mentor or its last mentee, is completed; any other goes on.</summary>
    public PairOutcome Proposed(Pair pair, IReadOnlySet<int> leavers) => pair.To <= LastDay || LosesItsPeople(pair, leavers) ? PairOutcome.Complete : PairOutcome.Stay;

    /// <summary>The mentor leaves, or all mentees do: such a pair cannot go on.</summary>
    public static bool LosesItsPeople(Pair pair, IReadOnlySet<int> leavers) =>
        leavers.Contains(pair.CurrentMentor!.Mentor!.PersonId) || pair.CurrentMentees.All(m => leavers.Contains(m.Mentee!.PersonId));

    /// <summary>Keeps what the curator has chosen otherwise than proposed, until the change is carried out.</summary>
    public void Note(IEnumerable<(int PersonId, PupilOutcome Outcome)> pupils, IEnumerable<(int PairId, PairOutcome Outcome)> pairs)
    {
        RefuseUnless(YearChangeState.Draft);
        Moves.Clear();
        Moves.AddRange(pupils.Select(p => new YearMove(OrganizationId, p.PersonId, p.Outcome)));
        Pairs.Clear();
        Pairs.AddRange(pairs.Select(p => new YearPair(OrganizationId, p.PairId, p.Outcome)));
    }

    /// <summary>Ends a pair with the year, or takes those who leave out of one that goes on. Pairs come before people: a leaver's pairs are over.</summary>
    public YearPair? Close(Pair pair, PairOutcome outcome, IReadOnlySet<int> leavers)
    {
        RefuseUnless(YearChangeState.Draft);
        if (outcome == PairOutcome.Stay && LosesItsPeople(pair, leavers))
            throw new DomainException($"Пара не может продолжаться: наставник или все наставляемые уходят ({pair.CurrentMentor!.Mentor!.Person!.Name.Short}).");
        var row = new YearPair(OrganizationId, pair.Id, outcome) { UnconfirmedUntil = pair.UnconfirmedUntil, VersionAfter = pair.Version + 1 };
        var gone = pair.CurrentMentees.Where(m => leavers.Contains(m.Mentee!.PersonId)).ToList();
        if (outcome == PairOutcome.Stay && gone.Count == 0)
            return null;
        if (outcome == PairOutcome.Stay)
            gone.ForEach(m => m.End(Later(LastDay, m.From), LeftWithTheYear));
        else
            pair.Complete(Later(pair.To < LastDay ? pair.To : LastDay, pair.TogetherSince), result: null);
        Pairs.Add(row);
        return row;
    }

    /// <summary>Who came in the new year before the change was made was there at least that day.</summary>
    private static DateOnly Later(DateOnly day, DateOnly since) => day < since ? since : day;

    public void Move(Person pupil, PupilOutcome outcome)
    {
        RefuseUnless(YearChangeState.Draft);
        Moves.Add(new YearMove(OrganizationId, pupil.Id, outcome) { ClassName = pupil.ClassName, VersionAfter = pupil.Version + (outcome == PupilOutcome.Repeat ? 0 : 1) });
        if (outcome == PupilOutcome.Up)
            pupil.PutInClass($"{pupil.Grade + 1} {pupil.ClassLetter}");
        else if (outcome != PupilOutcome.Repeat)
            pupil.Leave(LastDay);
    }

    /// <summary>Classes and pairs of a year that still runs are not changed: until its last day the change is prepared alone.</summary>
    public void RefuseBeforeTheYear(DateOnly today)
    {
        if (today < Begins.Start)
            throw new DomainException($"Провести перевод можно с {Begins.Start:dd.MM.yyyy}: до этого дня идёт прошлый учебный год. Отметки можно сохранить уже сейчас.");
    }

    public void Finish(DateTime now)
    {
        RefuseUnless(YearChangeState.Draft);
        (State, DoneAt) = (YearChangeState.Done, now);
    }

    /// <summary>Takes the whole back: classes, people, pairs. Renewed drafts are deleted by the caller.</summary>
    /// <param name="people">Everybody of <see cref="Moves"/>.</param>
    /// <param name="pairs">Every pair of <see cref="Pairs"/>, with its members.</param>
    public void Undo(IReadOnlyDictionary<int, Person> people, IReadOnlyDictionary<int, Pair> pairs)
    {
        RefuseUnless(YearChangeState.Done);
        if (Moves.Exists(m => people[m.PersonId].Version != m.VersionAfter) || Pairs.Exists(p => pairs[p.PairId].Version != p.VersionAfter))
            throw new DomainException("После перевода карточки людей или пар уже меняли. Отменить перевод целиком нельзя: исправьте отдельные карточки.");
        foreach (var move in Moves)
            move.TakeBack(people[move.PersonId], LastDay);
        foreach (var row in Pairs)
            pairs[row.PairId].Reopen(row.Outcome == PairOutcome.Stay ? LeftWithTheYear : null, row.UnconfirmedUntil);
        (State, DoneAt) = (YearChangeState.Draft, null);
        Note([.. Moves.Select(m => (m.PersonId, m.Outcome))], [.. Pairs.Select(p => (p.PairId, p.Outcome))]);
    }

    private void RefuseUnless(YearChangeState state)
    {
        if (State != state)
            throw new DomainException(state == YearChangeState.Draft ? "Перевод на этот учебный год уже проведён." : "Перевод ещё не проведён.");
    }
}

/// <summary>One pupil in the change: what becomes of him and the class he was in.</summary>
public sealed class YearMove : IOwnedByOrganization
{
    private YearMove() { }

    internal YearMove(int? organizationId, int personId, PupilOutcome outcome) => (OrganizationId, PersonId, Outcome) = (organizationId, personId, outcome);

    public int Id { get; private set; }
    public int? OrganizationId { get; private set; }
    public int YearChangeId { get; private set; }
    public int PersonId { get; private set; }
    public Person? Person { get; private set; }
    public PupilOutcome Outcome { get; private set; }
    /// <summary>The class of the year that ended; null until the change is carried out.</summary>
    [NotPersonal] public string? ClassName { get; internal set; }
    /// <summary>The person's version as the change left it: a later one forbids to take it back.</summary>
    public int? VersionAfter { get; internal set; }

    internal void TakeBack(Person pupil, DateOnly lastDay)
    {
        if (Outcome == PupilOutcome.Up)
            pupil.PutInClass(ClassName);
        if (Outcome is not (PupilOutcome.Graduate or PupilOutcome.Leave))
            return;
        pupil.Return();
        if (pupil.Mentee?.LeftOn == lastDay)
            pupil.Mentee.Return();
        if (pupil.Mentor?.LeftOn == lastDay)
            pupil.Mentor.Return();
    }
}

/// <summary>One pair in the change.</summary>
public sealed class YearPair : IOwnedByOrganization
{
    private YearPair() { }

    internal YearPair(int? organizationId, int pairId, PairOutcome outcome) => (OrganizationId, PairId, Outcome) = (organizationId, pairId, outcome);

    public int Id { get; private set; }
    public int? OrganizationId { get; private set; }
    public int YearChangeId { get; private set; }
    public int PairId { get; private set; }
    public Pair? Pair { get; private set; }
    public PairOutcome Outcome { get; private set; }
    /// <summary>The draft for the next year.</summary>
    public int? RenewedId { get; private set; }
    public Pair? Renewed { get; set; }
    public DateOnly? UnconfirmedUntil { get; internal set; }
    public int? VersionAfter { get; internal set; }
}
