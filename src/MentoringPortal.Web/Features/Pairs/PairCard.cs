using MentoringPortal.Data;
using MentoringPortal.Domain.Consents;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Features.Surveys;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Pairs;

/// <summary>GET /pairs/{pairId}: only what this reader may see is in it.</summary>
public sealed record PairCard(int Id, string Organization, string Form, PairState State, DateOnly From, DateOnly To, DateOnly? EndedOn, string? OrderNumber, DateOnly? OrderDate,
    bool IsBackdated, DateOnly? UnconfirmedUntil, PairSight Sight)
{
    public string? Programme { get; init; }
    /// <summary>«Журнал на бумаге», confirmed on this day.</summary>
    public DateOnly? PaperJournalConfirmedOn { get; init; }
    public string? EndReason { get; init; }
    public string? Result { get; init; }
    public required IReadOnlyList<PairMember> Mentors { get; init; }
    public required IReadOnlyList<PairMember> Mentees { get; init; }
    public required IReadOnlyList<PairMeeting> Meetings { get; init; }
    public required IReadOnlyList<PairTask> Plan { get; init; }
    /// <summary>Consents without which the order does not fix a draft; for the organization's own curator.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
    public required PairSurveys Surveys { get; init; }
    public IReadOnlyList<HistoryLine> History { get; init; } = [];
    public required DateOnly Today { get; init; }

    /// <summary>A consent has run out, or was not confirmed in its term.</summary>
    public bool IsConsentOver => UnconfirmedUntil < Today;

    public bool IsOpen => State is PairState.Draft or PairState.Active;

    /// <summary>The curator changes the pair.</summary>
    public bool MayWrite => Sight.IsOwn && IsOpen;

    /// <summary>The curator and the mentor keep meetings and the plan.</summary>
    public bool MayLog => Sight.Words && IsOpen;

    public string Title => $"{string.Join(", ", Mentors.Where(m => m.IsCurrent).Select(m => m.Name).DefaultIfEmpty(Mentors.Count > 0 ? Mentors[^1].Name : "Пара"))} – {string.Join(", ", Mentees.Where(m => m.IsCurrent || m.To == EndedOn).Select(m => m.Name))}";

    public static async Task<PairCard?> Load(PortalDb db, MentorConsents mentors, int pairId, MunicipalClock clock, CancellationToken cancel)
    {
        var actor = db.Scope.Actor!;
        var pair = await db.Pairs.Where(p => p.Id == pairId).Select(p => new
        {
            p.OrganizationId,
            Organization = p.Organization!.ShortName,
            p.FormId,
            Form = p.Form!.Name,
            p.Form.MenteeKind,
            Programme = p.Programme!.Name,
            p.State,
            p.From,
            p.To,
            p.EndedOn,
            p.EndReason,
            p.Result,
            p.OrderNumber,
            p.OrderDate,
            p.IsBackdated,
            p.UnconfirmedUntil,
            p.PaperJournalConfirmedOn,
        }).SingleOrDefaultAsync(cancel);
        if (pair is null)
            return null;
        var sight = PairSight.Of(actor, pair.OrganizationId);
        var people = await PairPeople.Load(db, pairId, sight, cancel);
        var meetings = await db.Meetings.Where(m => m.PairId == pairId).OrderByDescending(m => m.Date).ThenByDescending(m => m.Id)
            .Select(m => new PairMeeting(m.Id, m.Kind, m.Date, Meeting.StateOf(m.IsHeld, m.Date, pair.EndedOn, clock.Today), m.Minutes, m.Topic, m.Result, m.LoggedByName)).ToListAsync(cancel);
        var plan = await db.PlanTasks.Where(t => t.PairId == pairId).OrderBy(t => t.Ordinal).ThenBy(t => t.Id)
            .Select(t => new PairTask(t.Id, t.Goal, t.Task, t.DueOn, t.DoneOn, t.Result)).ToListAsync(cancel);
        return new(pairId, pair.Organization, pair.Form, pair.State, pair.From, pair.To, pair.EndedOn, pair.OrderNumber, pair.OrderDate, pair.IsBackdated,
            sight.IsMentor ? null : pair.UnconfirmedUntil, sight)
        {
            Programme = pair.Programme,
            PaperJournalConfirmedOn = sight.Words ? pair.PaperJournalConfirmedOn : null,
            EndReason = sight.Words ? pair.EndReason : null,
            Result = sight.Words ? pair.Result : null,
            Mentors = people.Mentors,
            Mentees = people.Mentees,
            Meetings = sight.Words ? meetings : [.. meetings.Select(m => m with { Topic = null, Result = null, Minutes = null, By = "" })],
            Plan = sight.Words ? plan : [.. plan.Select((t, i) => t with { Goal = null, Task = $"Задача {i + 1}", Result = null })],
            Missing = sight.IsOwn && pair.State == PairState.Draft ? await PairConsents.Missing(db, mentors, pairId, Later(pair.From, clock.Today), cancel) : [],
            Surveys = await PairSurveys.Load(db, pairId, sight, pair.State, pair.UnconfirmedUntil, pair.FormId, pair.MenteeKind, pair.EndedOn, people, cancel),
            History = sight.IsOwn ? await HistoryOf(db, pairId, clock, cancel) : [],
            Today = clock.Today,
        };
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static async Task<IReadOnlyList<HistoryLine>> HistoryOf(PortalDb db, int pairId, MunicipalClock clock, CancellationToken cancel)
    {
        List<(string, object)> rows = [(nameof(Pair), pairId)];
        var parts = await db.PairMentors.Where(m => m.PairId == pairId).Select(m => new { Entity = nameof(PairMentor), m.Id })
            .Concat(db.PairMentees.Where(m => m.PairId == pairId).Select(m => new { Entity = nameof(PairMentee), m.Id }))
            .Concat(db.SurveyInvitations.Where(i => i.PairId == pairId).Select(i => new { Entity = nameof(SurveyInvitation), i.Id })).ToListAsync(cancel);
        rows.AddRange(parts.Select(p => (p.Entity, (object)p.Id)));
        return await Shared.History.Of(db, clock, cancel, [.. rows]);
    }
}

/// <summary>Somebody's period in the pair, as the reader may name him.</summary>
/// <param name="PersonId">His card, where the reader may open it; else null.</param>
/// <param name="MenteeId">The mentee's place, or 0 for a mentor.</param>
/// <param name="SubjectId">Who it is, whether or not the reader may open the card.</param>
/// <param name="LeftOn">His last day in the bank, for a mentor who is out of it.</param>
/// <param name="Request">For the pair's own curator and mentor.</param>
/// <param name="ParentContact">For the mentor where the curator lets him see it.</param>
public sealed record PairMember(int? PersonId, int MenteeId, string Name, string? Note, DateOnly From, DateOnly? To, string? EndReason, string? Request = null, string? ParentContact = null, int SubjectId = 0, DateOnly? LeftOn = null)
{
    public bool IsCurrent => To is null;

    /// <summary>An empty period is of one who was replaced before the pair began.</summary>
    public string Period => To is not { } to ? $"с {From:dd.MM.yyyy}" : to < From ? "до начала работы пары" : $"{From:dd.MM.yyyy} – {to:dd.MM.yyyy}";
}

public sealed record PairMeeting(int Id, MeetingKind Kind, DateOnly Date, MeetingState State, int? Minutes, string? Topic, string? Result, string By);

public sealed record PairTask(int Id, string? Goal, string Task, DateOnly? DueOn, DateOnly? DoneOn, string? Result);

/// <summary>Both sides of a pair with their periods.</summary>
public static class PairPeople
{
    public static async Task<(IReadOnlyList<PairMember> Mentors, IReadOnlyList<PairMember> Mentees)> Load(PortalDb db, int pairId, PairSight sight, CancellationToken cancel)
    {
        var mentors = await db.PairMentors.Where(m => m.PairId == pairId).OrderBy(m => m.From).ThenBy(m => m.Id).Select(m => new
        {
            Name = new PairName(m.Mentor!.PersonId, m.Mentor.Person!.Surname, m.Mentor.Person.Given, m.Mentor.Person.Patronymic, m.Mentor.Person.Kind, m.Mentor.Person.BirthDate, m.Mentor.Person.Grade, m.Mentor.Person.ClassLetter),
            m.Mentor.OrganizationId,
            m.Mentor.Person.Position,
            m.Mentor.LeftOn,
            m.From,
            m.To,
            m.EndReason,
        }).ToListAsync(cancel);
        var mentees = await db.PairMentees.Where(m => m.PairId == pairId).OrderBy(m => m.Id).Select(m => new
        {
            Name = new PairName(m.Mentee!.PersonId, m.Mentee.Person!.Surname, m.Mentee.Person.Given, m.Mentee.Person.Patronymic, m.Mentee.Person.Kind, m.Mentee.Person.BirthDate, m.Mentee.Person.Grade, m.Mentee.Person.ClassLetter),
            m.MenteeId,
            m.Mentee.Person.Position,
            m.Mentee.Request,
            Topics = m.Mentee.Topics.OrderBy(t => t.TopicId).Select(t => t.Topic!.Name).ToList(),
            ParentContact = m.Mentee.Person.IsParentContactShared ? m.Mentee.Person.ParentContact : null,
            m.From,
            m.To,
            m.EndReason,
        }).AsSplitQuery().ToListAsync(cancel);
        // The card of another organization's mentor stays in his organization.
        int? CardOf(PairName person, int? organization) => sight.IsMentor || (sight.IsOwn && organization != sight.OrganizationId) ? null : person.PersonId;
        return (
            [.. mentors.Select(m => new PairMember(CardOf(m.Name, m.OrganizationId), 0, sight.NameOf(m.Name), m.Name.ClassName ?? m.Position, m.From, m.To, sight.Words ? m.EndReason : null, SubjectId: m.Name.PersonId, LeftOn: m.LeftOn))],
            [.. mentees.Select(m => new PairMember(CardOf(m.Name, sight.OrganizationId), m.MenteeId, sight.NameOf(m.Name), m.Name.ClassName ?? m.Position, m.From, m.To, sight.Words ? m.EndReason : null,
                sight.Words ? string.Join(". ", m.Topics.Append(m.Request).Where(w => !string.IsNullOrEmpty(w))) : null, sight.IsMentor ? m.ParentContact : null, m.Name.PersonId))]);
    }
}

/// <summary>Consents of a pair's people in the organization that keeps them.</summary>
public static class PairConsents
{
    /// <summary>Names with the consents that do not hold on the day.</summary>
    public static async Task<IReadOnlyList<string>> Missing(PortalDb db, MentorConsents mentors, int pairId, DateOnly day, CancellationToken cancel)
    {
        var pair = await db.Pairs.AsNoTrackingWithIdentityResolution()
            .Include(p => p.Mentors).ThenInclude(m => m.Mentor!.Person!.Consents)
            .Include(p => p.Mentees).ThenInclude(m => m.Mentee!.Person!.Consents)
            .AsSplitQuery().SingleAsync(p => p.Id == pairId, cancel);
        return ConsentCheck.Missing(pair, await db.ConsentRules.AsNoTracking().ToListAsync(cancel), day, await mentors.Lacking([pair.CurrentMentor!.Mentor!], pair.OrganizationId, day, cancel));
    }
}
