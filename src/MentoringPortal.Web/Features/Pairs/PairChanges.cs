using MentoringPortal.Data;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Time;
using MentoringPortal.Paper;
using MentoringPortal.Paper.Blocks;
using MentoringPortal.Web.Formats;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Pairs;

/// <summary>Something that happened to a pair which an order has fixed.</summary>
/// <param name="Order">The order that fixed it: «№ 7 от 01.09.2026».</param>
/// <param name="On">First day of what is changed.</param>
public sealed record PairChange(int PairId, string Order, string What, DateOnly On, string? Reason);

/// <summary>GET /pairs/changes: what an amending order of the school has to say since a day; the list is its appendix.</summary>
public sealed record PairChanges(string Organization, DateOnly From, IReadOnlyList<PairChange> Rows)
{
    private static readonly string[] Heads = ["№", "Приказ", "Изменение", "С какого дня", "Основание"];

    private sealed record Member(DateOnly From, DateOnly? To, string? EndReason, PersonName Name);

    public static async Task<PairChanges> Load(PortalDb db, DateOnly? since, DateOnly today, CancellationToken cancel)
    {
        var from = since ?? SchoolYear.Of(today).Start;
        // What changes on a day follows the last day of what was before.
        var last = from == DateOnly.MinValue ? from : from.AddDays(-1);
        var pairs = await db.Pairs.OfReader(db.Scope).Where(p => p.OrderNumber != null
                && ((p.State == PairState.Ended && p.EndedOn >= last) || p.Mentors.Any(m => m.To >= last && m.To < (p.EndedOn ?? p.To)) || p.Mentees.Any(m => m.To >= last && m.To < (p.EndedOn ?? p.To))
                    || p.Mentees.Any(m => m.From >= from && m.From > p.From)))
            .OrderBy(p => p.OrderDate).ThenBy(p => p.OrderNumber).ThenBy(p => p.Id).Select(p => new
            {
                p.Id,
                p.From,
                Order = $"№ {p.OrderNumber} от {p.OrderDate:dd.MM.yyyy}",
                p.State,
                p.EndedOn,
                p.EndReason,
                Mentors = p.Mentors.OrderBy(m => m.From).ThenBy(m => m.Id).Select(m => new { m.From, m.To, m.EndReason, m.Mentor!.Person!.Surname, m.Mentor.Person.Given, m.Mentor.Person.Patronymic }).ToList(),
                Mentees = p.Mentees.OrderBy(m => m.From).ThenBy(m => m.Id).Select(m => new { m.From, m.To, m.EndReason, m.Mentee!.Person!.Surname, m.Mentee.Person.Given, m.Mentee.Person.Patronymic }).ToList(),
            }).AsSplitQuery().ToListAsync(cancel);
        var rows = pairs.SelectMany(p => Of(p.Id, p.Order, p.From, p.State == PairState.Ended ? p.EndedOn : null, p.EndedOn, p.EndReason,
            p.Mentors.ConvertAll(m => new Member(m.From, m.To, m.EndReason, new(m.Surname, m.Given, m.Patronymic))), p.Mentees.ConvertAll(m => new Member(m.From, m.To, m.EndReason, new(m.Surname, m.Given, m.Patronymic)))));
        return new(await db.Organizations.Select(o => o.ShortName).SingleAsync(cancel), from, [.. rows.Where(r => r.On >= from)]);
    }

    /// <param name="endedEarly">Its last day, of a pair that was given up; a pair that was completed needs no order.</param>
    /// <param name="over">Its last day, however it ended.</param>
    private static IEnumerable<PairChange> Of(int pairId, string order, DateOnly first, DateOnly? endedEarly, DateOnly? over, string? reason, List<Member> mentors, List<Member> mentees)
    {
        for (var i = 0; i + 1 < mentors.Count; i++)
            yield return new(pairId, order, $"Заменить наставника: {mentors[i].Name.Full} – на {mentors[i + 1].Name.Full}", mentors[i + 1].From, mentors[i].EndReason);
        foreach (var mentee in mentees.Where(m => m.From > first))
            yield return new(pairId, order, $"Включить наставляемого: {mentee.Name.Full}. Наставник – {On(mentors, mentee.From)}", mentee.From, null);
        foreach (var mentee in mentees.Where(m => m.To is { } to && to != over))
            yield return new(pairId, order, $"Исключить наставляемого: {mentee.Name.Full}. Наставник – {On(mentors, mentee.To!.Value)}", mentee.To!.Value.AddDays(1), mentee.EndReason);
        if (endedEarly is { } last)
            yield return new(pairId, order, $"Исключить: {mentors[^1].Name.Full} – {string.Join(", ", mentees.Where(m => m.To is null || m.To == over).Select(m => m.Name.Full))}", last.AddDays(1), reason);
    }

    private static string On(List<Member> mentors, DateOnly day) => (mentors.Find(m => m.From <= day && (m.To is null || m.To >= day)) ?? mentors[^1]).Name.Full;

    public PaperDocument Document() => new()
    {
        Title = "Приложение к приказу: изменения в списке наставнических пар и групп",
        Author = Organization,
        Sections =
        [
            new PaperSection([
                new Paragraph("Приложение\nк приказу от ____________ № ______") { FirstLineIndent = false, Alignment = Alignment.Right },
                new Heading(1, "Изменения в списке наставнических пар и групп"),
                new Table
                {
                    Summary = "Что изменить и в каком приказе",
                    Columns = [new(Heads[0], 0.8, Alignment.Right), new(Heads[1], 3), new(Heads[2], 8), new(Heads[3], 2.2), new(Heads[4], 5)],
                    Rows = [.. Rows.Select((r, i) => new TableRow($"{i + 1}", Typography.Nbsp(r.Order), new Cell(Typography.Nbsp(r.What)) { IsRowHead = true }, $"{r.On:dd.MM.yyyy}", Typography.Nbsp(r.Reason ?? "")))],
                    EmptyText = "Изменений не было",
                },
            ]) { Orientation = Orientation.Landscape },
        ],
    };

    public byte[] Workbook() => Workbooks.Table("Изменения", "Изменения в списке наставнических пар и групп", [Organization, $"С {From:dd.MM.yyyy}"],
        [new WorkbookColumn<PairChange>(Heads[1], r => r.Order, 24), new(Heads[2], r => r.What, 70), new(Heads[3], r => r.On, 14), new(Heads[4], r => r.Reason, 44)], Rows);
}
