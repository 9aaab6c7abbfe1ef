using MentoringPortal.Data;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Time;
using MentoringPortal.Domain.Years;
using MentoringPortal.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Years;

/// <summary>What the curator has ticked; nobody is named who does as everybody does.</summary>
public sealed class YearForm
{
    public int Version { get; set; }

    /// <summary>Stay in the class.</summary>
    public int[] Repeat { get; set; } = [];

    /// <summary>Leave the school without being of the last class.</summary>
    public int[] Leave { get; set; } = [];

    /// <summary>Pairs that are completed with the year.</summary>
    public int[] Complete { get; set; } = [];

    /// <summary>Of them, those that are drawn up anew.</summary>
    public int[] Renew { get; set; } = [];

    /// <summary>Puts the ticks into the change; rows as proposed are not kept.</summary>
    public async Task<YearRoom> NoteIn(PortalDb db, YearChange change, CancellationToken cancel)
    {
        db.ExpectWithParts(change, Version);
        var room = await YearRoom.Load(db, change, cancel);
        if (Repeat.Intersect(Leave).Any())
            throw new DomainException("Один и тот же ученик не может и остаться в классе, и уйти.", nameof(Repeat));
        var pupils = room.Pupils.Select(p => (p.Id, Outcome: Repeat.Contains(p.Id) ? PupilOutcome.Repeat : Leave.Contains(p.Id) ? PupilOutcome.Leave : YearChange.Usual(p, room.LastGrade),
            Proposed: room.Proposed(p))).Where(p => p.Outcome != p.Proposed).Select(p => (p.Id, p.Outcome)).ToList();
        change.Note(pupils, []);
        var leavers = room.Leavers();
        change.Note(pupils, room.Pairs.Select(p => (p.Id, Outcome: Renew.Contains(p.Id) ? PairOutcome.Renew : Complete.Contains(p.Id) || YearChange.LosesItsPeople(p, leavers) ? PairOutcome.Complete : PairOutcome.Stay, Proposed: change.Proposed(p, leavers)))
            .Where(p => p.Outcome != p.Proposed).Select(p => (p.Id, p.Outcome)).ToList());
        foreach (var pair in room.Pairs.Where(p => room.Of(p, leavers) == PairOutcome.Renew && YearChange.LosesItsPeople(p, leavers)))
            throw new DomainException($"Пару нельзя оформить заново: наставник или все наставляемые уходят ({pair.CurrentMentor!.Mentor!.Person!.Name.Short}).", nameof(Renew));
        foreach (var pair in room.Pairs.Where(p => room.Of(p, leavers) == PairOutcome.Stay && p.To <= change.LastDay))
            throw new DomainException($"Срок пары кончается с учебным годом: завершите её или оформите заново ({pair.CurrentMentor!.Mentor!.Person!.Name.Short}, {pair.To:dd.MM.yyyy}).", nameof(Complete));
        return room;
    }
}

/// <summary>When a year may be changed: from 1 June the coming one, later the one that has begun.</summary>
public static class ComingYear
{
    private const int SummerMonths = 3;

    public static SchoolYear On(DateOnly today) => SchoolYear.Of(today.AddMonths(SummerMonths));

    public static Task<YearChange?> Find(PortalDb db, int organizationId, SchoolYear year, CancellationToken cancel) =>
        db.YearChanges.Include(c => c.Moves).Include(c => c.Pairs).AsSplitQuery().SingleOrDefaultAsync(c => c.OrganizationId == organizationId && c.Year == year.StartYear, cancel);
}
