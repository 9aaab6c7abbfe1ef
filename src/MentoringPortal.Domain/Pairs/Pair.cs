using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.People;

namespace MentoringPortal.Domain.Pairs;

/// <summary>Draft «Черновик» → Active «Действует» (fixed by an order) → Completed «Завершена», or Ended «Прекращена досрочно» with a reason.</summary>
public enum PairState { Draft, Active, Completed, Ended }

/// <summary>Наставническая пара или группа: one mentor at a time, one or more mentees, a form, a programme, a period. Belongs to the mentees' organization.</summary>
public sealed class Pair : IOwnedByOrganization, IVersioned
{
    private Pair() { }

    private Pair(int organizationId, MentoringForm form, DateOnly from, DateOnly to) =>
        (OrganizationId, FormId, Form, From, To) = (organizationId, form.Id, form, from, to);

    public int Id { get; private set; }
    public int? OrganizationId { get; private set; }
    public Organization? Organization { get; private set; }
    public int FormId { get; private set; }
    public MentoringForm? Form { get; private set; }
    public int? ProgrammeId { get; set; }
    public Programme? Programme { get; private set; }
    public PairState State { get; private set; }
    /// <summary>First and last day of the period; the last one as planned until the pair has ended.</summary>
    public DateOnly From { get; private set; }
    public DateOnly To { get; private set; }
    /// <summary>The school's order that fixed the pair.</summary>
    [NotPersonal] public string? OrderNumber { get; private set; }
    public DateOnly? OrderDate { get; private set; }
    /// <summary>A pair of the past, «внесено задним числом».</summary>
    public bool IsBackdated { get; private set; }
    /// <summary>«Согласие не подтверждено» until this day at the latest, or since it if it has passed; hidden from the mentor meanwhile.</summary>
    public DateOnly? UnconfirmedUntil { get; private set; }
    public DateOnly? EndedOn { get; private set; }
    [Personal] public string? EndReason { get; private set; }
    /// <summary>What came of it, in words: a column of the registers.</summary>
    [Personal] public string? Result { get; set; }
    /// <summary>Link to the case or the feedback.</summary>
    [NotPersonal] public string? CaseLink { get; set; }
    /// <summary>«Журнал на бумаге»: last day on which the curator confirmed it.</summary>
    public DateOnly? PaperJournalConfirmedOn { get; private set; }
    public List<PairMentor> Mentors { get; } = [];
    public List<PairMentee> Mentees { get; } = [];
    public List<Meeting> Meetings { get; } = [];
    public List<PlanTask> Plan { get; } = [];
    public List<Surveys.SurveyInvitation> Surveys { get; } = [];
    public int Version { get; private set; }

    public PairMentor? CurrentMentor => Mentors.Find(m => m.To is null);

    public IEnumerable<PairMentee> CurrentMentees => Mentees.Where(m => m.To is null);

    /// <summary>The first day of its present people all together: nobody's period ends before it has begun.</summary>
    public DateOnly TogetherSince => CurrentMentees.Select(m => m.From).Append(CurrentMentor!.From).Max();

    /// <summary>An order has fixed it; a draft that was dropped never was a pair.</summary>
    public bool IsFixed => OrderNumber is not null;

    /// <summary>The pair was at work on the day, as its papers say.</summary>
    public bool IsActiveOn(DateOnly day) => IsFixed && From <= day && day <= (EndedOn ?? To);

    /// <summary>Makes a draft. Nothing is active before the school's order.</summary>
    public static Pair Open(MentoringForm form, DateOnly from, DateOnly to, MentorPlace mentor, IReadOnlyList<MenteePlace> mentees)
    {
        if (to <= from)
            throw new DomainException("Окончание периода должно быть позже начала.", nameof(To));
        if (mentees.Count == 0)
            throw new DomainException("Выберите хотя бы одного наставляемого.", nameof(Mentees));
        var pair = new Pair(mentees[0].Mentee.OrganizationId!.Value, form, from, to);
        mentor.CheckFor(pair, mentees.Count, from);
        pair.Mentors.Add(new PairMentor(pair, mentor.Mentor, from));
        foreach (var mentee in mentees)
            pair.Add(mentee, from, mentor.Mentor.Person!);
        return pair;
    }

    /// <summary>Adds a mentee to a group: to a draft from its first day, to a pair at work from a day that has come.</summary>
    public void Join(MenteePlace mentee, MentorPlace mentor, DateOnly from, DateOnly today)
    {
        RefuseUnless(PairState.Draft, PairState.Active);
        var day = State == PairState.Draft ? From : from;
        RefuseOutside(day);
        RefuseToCome(day, today);
        mentor.CheckFor(this, CurrentMentees.Count() + 1, day);
        Add(mentee, day, mentor.Mentor.Person!);
    }

    private void Add(MenteePlace place, DateOnly from, Person mentor)
    {
        if (place.Mentee.OrganizationId != OrganizationId)
            throw new DomainException("Наставляемые группы учатся в одной организации.", nameof(Mentees));
        if (place.Mentee.Person!.Is(mentor))
            throw new DomainException("Человек не может быть наставником самому себе.", nameof(Mentees));
        place.CheckFor(this, from);
        if (CurrentMentees.Any(m => m.Mentee!.Person!.Is(place.Mentee.Person!)))
            throw new DomainException($"{place.Mentee.Person!.Name.Short}: уже в этой группе.", nameof(Mentees));
        Mentees.Add(new PairMentee(this, place.Mentee, from));
    }

    /// <summary>An order may begin before the draft did: everything that was asked of the draft on its first day is asked of the earlier one.</summary>
    public void CheckFrom(DateOnly from, MentorPlace mentor, IReadOnlyList<MenteePlace> mentees)
    {
        mentor.CheckFor(this, mentees.Count, from);
        foreach (var mentee in mentees)
            mentee.CheckFor(this, from);
    }

    /// <summary>The school's order fixes the pair; its first day may precede the order's date where the order says «с …».</summary>
    /// <param name="order">Number, date and first day by the order.</param>
    /// <param name="missing">Names of those whose consent does not hold on the first day, with the consents that are missing.</param>
    /// <param name="today">The municipality's today.</param>
    public void Fix(FixingOrder order, IReadOnlyList<string> missing, DateOnly today)
    {
        RefuseUnless(PairState.Draft);
        if (missing.Count > 0)
            throw new DomainException($"Нет действующих согласий: {string.Join("; ", missing)}.");
        // Another organization may have let its mentor go while the draft waited.
        if (!CurrentMentor!.Mentor!.IsActiveOn(order.FirstDay))
            throw new DomainException(MentorPlace.NotHere, nameof(Mentors));
        if (CurrentMentees.FirstOrDefault(m => !m.Mentee!.IsActiveOn(order.FirstDay)) is { } gone)
            throw new DomainException(MenteePlace.NotHere(gone.Mentee!), nameof(Mentees));
        Take(order, today);
        State = PairState.Active;
    }

    /// <summary>
    /// Brings in a pair of the past with its paper. Where no consent is recorded it is active as «согласие не подтверждено» for the
    /// department's term; one that is over is completed at once.
    /// </summary>
    public void FixBackdated(FixingOrder order, bool isConsentRecorded, int unconfirmedDays, string? result, DateOnly today)
    {
        RefuseUnless(PairState.Draft);
        Take(order, today);
        (IsBackdated, State) = (true, PairState.Active);
        if (To < today)
            Finish(PairState.Completed, To, null);
        else if (!isConsentRecorded)
            UnconfirmedUntil = today.AddDays(unconfirmedDays);
        Result = result;
    }

    private void Take(FixingOrder order, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(order.Number))
            throw new DomainException("Укажите номер приказа.", nameof(OrderNumber));
        if (order.Date > today)
            throw new DomainException("Дата приказа — в будущем.", nameof(OrderDate));
        if (order.FirstDay > To)
            throw new DomainException("Первый день по приказу позже окончания периода.", nameof(From));
        (OrderNumber, OrderDate, From) = (order.Number.Trim(), order.Date, order.FirstDay);
        // Who was taken out of the draft was never in the pair: the journal alone remembers him.
        Mentors.RemoveAll(m => m.To is not null);
        Mentees.RemoveAll(m => m.To is not null);
        foreach (var mentor in Mentors)
            mentor.From = order.FirstDay;
        foreach (var mentee in Mentees)
            mentee.From = order.FirstDay;
    }

    /// <summary>The consents have been recorded since.</summary>
    public void ConfirmConsent() => UnconfirmedUntil = null;

    /// <summary>A consent that the pair rests on has run out: until there is another, the mentor does not see the pair.</summary>
    /// <param name="lastDay">The last day on which it held at the latest: yesterday.</param>
    public void LapseConsent(DateOnly lastDay)
    {
        RefuseUnless(PairState.Active);
        UnconfirmedUntil ??= lastDay;
    }

    /// <summary>The meetings are kept in a paper journal, as the curator has seen today: nobody is reminded of them for a month.</summary>
    public void KeepOnPaper(DateOnly today)
    {
        RefuseUnless(PairState.Active);
        PaperJournalConfirmedOn = today;
    }

    public void KeepInPortal() => PaperJournalConfirmedOn = null;

    public void Complete(DateOnly lastDay, string? result)
    {
        RefuseUnless(PairState.Active);
        Finish(PairState.Completed, lastDay, null);
        Result = result ?? Result;
    }

    /// <summary>Ends early; the reason goes into the amending order. A draft is dropped on any day: it has not begun.</summary>
    public void EndEarly(DateOnly lastDay, string? reason)
    {
        RefuseUnless(PairState.Draft, PairState.Active);
        Finish(PairState.Ended, lastDay, Required(reason));
    }

    /// <summary>Another mentor from the day on; the former one stays in the history. Where nobody has worked yet, in a draft or before the first day, from the first day.</summary>
    public void ReplaceMentor(MentorPlace mentor, DateOnly from, string? reason, DateOnly today)
    {
        RefuseUnless(PairState.Draft, PairState.Active);
        var former = CurrentMentor!;
        var hasBegun = State == PairState.Active && From <= today;
        var day = hasBegun ? from : From;
        if (hasBegun && day <= former.From)
            throw new DomainException($"Прежний наставник работает с {former.From:dd.MM.yyyy}; замена возможна позже.", "From");
        RefuseOutside(day);
        RefuseToCome(day, today);
        if (former.Mentor!.Person!.Is(mentor.Mentor.Person!))
            throw new DomainException("Этот наставник уже в паре.", "MentorId");
        if (CurrentMentees.Any(m => m.Mentee!.Person!.Is(mentor.Mentor.Person!)))
            throw new DomainException("Человек не может быть наставником самому себе.", "MentorId");
        mentor.CheckFor(this, CurrentMentees.Count(), day);
        // The period of one who was replaced before the first day is empty: he is nobody's mentor on any day.
        former.End(day.AddDays(-1), Required(reason));
        Mentors.Add(new PairMentor(this, mentor.Mentor, day));
    }

    private void RefuseOutside(DateOnly day)
    {
        if (day < From || day > To)
            throw new DomainException($"Пара работает с {From:dd.MM.yyyy} по {To:dd.MM.yyyy}.", "From");
    }

    /// <summary>The current people of a pair are those of today: a change is entered when its day has come. A pair that begins later has its first day.</summary>
    private void RefuseToCome(DateOnly day, DateOnly today)
    {
        if (day > today && day > From)
            throw new DomainException("Этот день ещё не наступил. Запишите изменение, когда он придёт.", "From");
    }

    /// <summary>A mentee leaves the group; with the last one the pair ends.</summary>
    public void Remove(int menteeId, DateOnly lastDay, string? reason)
    {
        RefuseUnless(PairState.Draft, PairState.Active);
        var leaver = CurrentMentees.FirstOrDefault(m => m.MenteeId == menteeId) ?? throw new DomainException("Этого наставляемого в паре уже нет.");
        if (CurrentMentees.Count() == 1)
        {
            EndEarly(lastDay, reason);
            return;
        }
        RefuseBefore(leaver.From, lastDay);
        leaver.End(lastDay, Required(reason));
    }

    private void Finish(PairState state, DateOnly lastDay, string? reason)
    {
        RefuseBefore(TogetherSince, lastDay);
        (State, EndedOn, EndReason, UnconfirmedUntil) = (state, lastDay, reason, null);
        foreach (var mentor in Mentors.Where(m => m.To is null))
            mentor.End(lastDay, reason);
        foreach (var mentee in Mentees.Where(m => m.To is null))
            mentee.End(lastDay, reason);
    }

    /// <summary>A draft has no periods yet.</summary>
    private void RefuseBefore(DateOnly since, DateOnly lastDay)
    {
        if (lastDay < since && State != PairState.Draft)
            throw new DomainException($"В нынешнем составе пара работает с {since:dd.MM.yyyy}; последний день не может быть раньше.", "LastDay");
    }

    /// <summary>Takes back what the change of the school year did: the end of the pair, or of those members whom it took out with this reason.</summary>
    internal void Reopen(string? reason, DateOnly? unconfirmedUntil)
    {
        if (reason is null)
        {
            RefuseUnless(PairState.Completed);
            Mentors.FindLast(m => m.To == EndedOn && m.EndReason is null)?.Resume();
            Mentees.FindAll(m => m.To == EndedOn && m.EndReason is null).ForEach(m => m.Resume());
            (State, EndedOn) = (PairState.Active, null);
        }
        else
            Mentees.FindAll(m => m.EndReason == reason).ForEach(m => m.Resume());
        UnconfirmedUntil = unconfirmedUntil;
    }

    private static string Required(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? throw new DomainException("Укажите причину.", "Reason") : reason.Trim();

    private void RefuseUnless(params ReadOnlySpan<PairState> states)
    {
        if (!states.Contains(State))
            throw new DomainException($"Действие невозможно: пара уже «{PairWords.Of(State)}».");
    }
}

/// <summary>The school's order that fixes pairs: number, date, and the first day («с …»; the order's date where it says nothing).</summary>
public sealed record FixingOrder(string Number, DateOnly Date, DateOnly FirstDay);

public static class PairWords
{
    public static string Of(PairState state) => state switch
    {
        PairState.Draft => "Черновик",
        PairState.Active => "Действует",
        PairState.Completed => "Завершена",
        PairState.Ended => "Прекращена досрочно",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
