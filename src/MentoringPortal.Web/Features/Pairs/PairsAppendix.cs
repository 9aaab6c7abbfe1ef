using MentoringPortal.Data;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Paper;
using MentoringPortal.Paper.Blocks;
using MentoringPortal.Web.Formats;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Pairs;

/// <summary>A row of the order's list: people by full name with their class or position of today.</summary>
public sealed record AppendixRow(int Number, string Mentor, string Mentees, string Form, string? Programme, DateOnly From, DateOnly To);

/// <summary>
/// The list of pairs and groups that the school's order fixes, as its appendix: of drafts that the order is being written for, or of the pairs that it has
/// fixed, with those who were in them then: a later mentor and whoever joined a group later came by another order.
/// </summary>
public sealed record PairsAppendix(string Organization, string? OrderNumber, DateOnly? OrderDate, IReadOnlyList<AppendixRow> Rows)
{
    private static readonly string[] Heads = ["№", "Наставник", "Наставляемые", "Форма", "Программа", "Период"];

    private string Order => $"от {(OrderDate is { } date ? $"{date:dd.MM.yyyy}" : "____________")} № {(string.IsNullOrWhiteSpace(OrderNumber) ? "______" : OrderNumber.Trim())}";

    /// <summary>The chosen drafts; with none chosen, the pairs of the order.</summary>
    public static async Task<PairsAppendix> Load(PortalDb db, FixPairsForm form, CancellationToken cancel)
    {
        var own = db.Pairs.OfReader(db.Scope);
        var pairs = form.Pairs.Length > 0
            ? own.Where(p => form.Pairs.Contains(p.Id) && p.State == PairState.Draft)
            : own.Where(p => p.State != PairState.Draft && p.OrderNumber == form.OrderNumber && p.OrderDate == form.OrderDate);
        var rows = await pairs.Select(p => new
        {
            Form = p.Form!.Name,
            p.FormId,
            Programme = p.Programme!.Name,
            p.From,
            p.To,
            p.State,
            Mentors = p.Mentors.OrderBy(m => m.From).ThenBy(m => m.Id).Select(m => new { m.From, m.To, m.Mentor!.Person!.Surname, m.Mentor.Person.Given, m.Mentor.Person.Patronymic, m.Mentor.Person.Grade, m.Mentor.Person.ClassLetter, m.Mentor.Person.Position }).ToList(),
            Mentees = p.Mentees.OrderBy(m => m.Id).Select(m => new { m.From, m.To, m.Mentee!.Person!.Surname, m.Mentee.Person.Given, m.Mentee.Person.Patronymic, m.Mentee.Person.Grade, m.Mentee.Person.ClassLetter, m.Mentee.Person.Position }).ToList(),
        }).AsSplitQuery().ToListAsync(cancel);
        return new(await db.Organizations.Select(o => o.ShortName).SingleAsync(cancel), form.OrderNumber, form.OrderDate,
        [
            .. rows.OrderBy(p => p.FormId).Select(p => (Pair: p, Mentor: p.Mentors.Find(m => p.State != PairState.Draft || m.To is null)!))
                .Select(x => (x.Pair, x.Mentor, Mentees: x.Pair.Mentees.Where(m => x.Pair.State == PairState.Draft ? m.To is null : m.From == x.Pair.From)))
                .Select(x => new AppendixRow(0, Named(x.Mentor.Surname, x.Mentor.Given, x.Mentor.Patronymic, x.Mentor.Grade, x.Mentor.ClassLetter, x.Mentor.Position),
                    string.Join("; ", x.Mentees.Select(m => Named(m.Surname, m.Given, m.Patronymic, m.Grade, m.ClassLetter, m.Position))), x.Pair.Form, x.Pair.Programme, x.Pair.From, x.Pair.To))
                .GroupBy(r => r.Form).SelectMany(g => g.OrderBy(r => r.Mentor, StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("ru-RU"), ignoreCase: true)))
                .Select((r, i) => r with { Number = i + 1 }),
        ]);
    }

    public PaperDocument Document() => new()
    {
        Title = $"Приложение к приказу {Order}: список наставнических пар и групп",
        Author = Organization,
        Sections =
        [
            new PaperSection([
                new Paragraph($"Приложение\nк приказу {Order}") { FirstLineIndent = false, Alignment = Alignment.Right },
                new Heading(1, "Список наставнических пар и групп"),
                new Table
                {
                    Summary = "Наставнические пары и группы, которые закрепляет приказ",
                    Columns = [new(Heads[0], 0.8, Alignment.Right), new(Heads[1], 5), new(Heads[2], 6), new(Heads[3], 3), new(Heads[4], 3), new(Heads[5], 2.6)],
                    Rows = [.. Rows.Select(r => new TableRow($"{r.Number}", new Cell(Typography.Nbsp(r.Mentor)) { IsRowHead = true }, Typography.Nbsp(r.Mentees), r.Form, r.Programme ?? "", $"{r.From:dd.MM.yyyy} – {r.To:dd.MM.yyyy}"))],
                },
            ]) { Orientation = Orientation.Landscape },
        ],
    };

    public byte[] Workbook() => Workbooks.Table("Пары", "Список наставнических пар и групп", [Organization, $"Приложение к приказу {Order}"],
        [
            new WorkbookColumn<AppendixRow>(Heads[0], r => r.Number, 6), new(Heads[1], r => r.Mentor, 40), new(Heads[2], r => r.Mentees, 46), new(Heads[3], r => r.Form, 22),
            new(Heads[4], r => r.Programme, 24), new("Начало", r => r.From, 12), new("Окончание", r => r.To, 12),
        ], Rows);

    private static string Named(string surname, string given, string? patronymic, int? grade, string? letter, string? position) =>
        string.Join(", ", new[] { new PersonName(surname, given, patronymic).Full, grade is { } number ? $"{new SchoolClass(number, letter).Name} класс" : position }.Where(w => !string.IsNullOrEmpty(w)));
}
