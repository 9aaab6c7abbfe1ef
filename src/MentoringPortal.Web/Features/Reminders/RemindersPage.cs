using MentoringPortal.Data;
using MentoringPortal.Web.Features.Pairs;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Reminders;

/// <summary>A pair on a rung, as the reader may name it.</summary>
public sealed record StuckPair(int Id, string Title);

/// <param name="Pairs">The first of them; empty for the department, which sees numbers by organization.</param>
public sealed record RungSection(RungLine Line, IReadOnlyList<StuckPair> Pairs);

/// <summary>An organization's numbers by rung, in the order of the columns, and what to send to its curator.</summary>
public sealed record OrganizationLadder(int Id, string Name, IReadOnlyList<int> Counts);

/// <summary>GET /reminders</summary>
public sealed record RemindersPage(PairLadder Ladder, IReadOnlyList<RungSection> Sections, IReadOnlyList<OrganizationLadder> Organizations, string Text)
{
    /// <summary>More than anybody mends in a day.</summary>
    private const int PairsShown = 30;

    public static async Task<RemindersPage> Load(PortalDb db, string publicUrl, DateOnly today, CancellationToken cancel)
    {
        var ladder = await PairLadder.Load(db, today, cancel);
        var isDepartment = db.Scope.Actor!.Role == Role.Department;
        return new(ladder,
            isDepartment ? [.. ladder.Lines.Select(l => new RungSection(l, []))] : await Named(db, ladder, cancel),
            isDepartment ? await ByOrganization(db, ladder, cancel) : [],
            ladder.Text(publicUrl, today));
    }

    private static async Task<IReadOnlyList<RungSection>> Named(PortalDb db, PairLadder ladder, CancellationToken cancel)
    {
        var ids = ladder.Lines.SelectMany(l => l.PairIds.Take(PairsShown)).Distinct().ToList();
        var rows = await db.Pairs.Where(p => ids.Contains(p.Id)).Select(p => new
        {
            p.Id,
            p.OrganizationId,
            p.EndedOn,
            Mentor = p.Mentors.OrderByDescending(m => m.From).ThenByDescending(m => m.Id).Select(m => new PairName(m.Mentor!.PersonId, m.Mentor.Person!.Surname, m.Mentor.Person.Given, m.Mentor.Person.Patronymic,
                m.Mentor.Person.Kind, m.Mentor.Person.BirthDate, m.Mentor.Person.Grade, m.Mentor.Person.ClassLetter)).FirstOrDefault(),
            Mentees = p.Mentees.OrderBy(m => m.Id).Select(m => new
            {
                m.To,
                Name = new PairName(m.Mentee!.PersonId, m.Mentee.Person!.Surname, m.Mentee.Person.Given, m.Mentee.Person.Patronymic,
                m.Mentee.Person.Kind, m.Mentee.Person.BirthDate, m.Mentee.Person.Grade, m.Mentee.Person.ClassLetter)
            }).ToList(),
        }).AsSplitQuery().ToListAsync(cancel);
        var titles = rows.ToDictionary(r => r.Id, r =>
        {
            var sight = PairSight.Of(db.Scope.Actor!, r.OrganizationId);
            var mentees = string.Join(", ", r.Mentees.Where(m => m.To is null || m.To == r.EndedOn).Select(m => sight.NameOf(m.Name)));
            return r.Mentor is null ? mentees : $"{sight.NameOf(r.Mentor)} – {mentees}";
        });
        return [.. ladder.Lines.Select(l => new RungSection(l, [.. l.PairIds.Take(PairsShown).Select(id => new StuckPair(id, titles[id]))]))];
    }

    private static async Task<IReadOnlyList<OrganizationLadder>> ByOrganization(PortalDb db, PairLadder ladder, CancellationToken cancel)
    {
        var stuck = ladder.Lines.SelectMany(l => l.PairIds).Select(id => ladder.OrganizationOf[id]).ToHashSet();
        var names = await db.Organizations.Where(o => stuck.Contains(o.Id)).InOrder().Select(o => new { o.Id, o.ShortName }).ToListAsync(cancel);
        return [.. names.Select(o => new OrganizationLadder(o.Id, o.ShortName, [.. ladder.Lines.Select(l => l.PairIds.Count(id => ladder.OrganizationOf[id] == o.Id))]))];
    }
}
