using MentoringPortal.Data;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Paper;
using MentoringPortal.Paper.Blocks;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Meetings;

/// <summary>What stands on the head of a blank journal.</summary>
public sealed record JournalBlank(string Organization, string Mentor, IReadOnlyList<string> Mentees, string Form, DateOnly From, DateOnly To, string? Order)
{
    /// <summary>Journals of pairs at work, by the mentee's name; of one pair, in whatever state it is.</summary>
    public static async Task<IReadOnlyList<JournalBlank>> Load(PortalDb db, int? pairId, CancellationToken cancel)
    {
        var pairs = pairId is { } one ? db.Pairs.Where(p => p.Id == one) : db.Pairs.Where(p => p.State == PairState.Active);
        var rows = await pairs.OrderBy(p => p.Id).Select(p => new
        {
            Organization = p.Organization!.ShortName,
            Mentors = p.Mentors.OrderBy(m => m.From).ThenBy(m => m.Id).Select(m => new { m.Mentor!.Person!.Surname, m.Mentor.Person.Given, m.Mentor.Person.Patronymic }).ToList(),
            Mentees = p.Mentees.OrderBy(m => m.Id)
                .Select(m => new { m.To, m.Mentee!.Person!.Surname, m.Mentee.Person.Given, m.Mentee.Person.Patronymic, m.Mentee.Person.Grade, m.Mentee.Person.ClassLetter }).ToList(),
            Form = p.Form!.Name,
            p.From,
            p.EndedOn,
            To = p.EndedOn ?? p.To,
            p.OrderNumber,
            p.OrderDate,
        }).AsSplitQuery().ToListAsync(cancel);
        return [.. rows.Select(p => new JournalBlank(p.Organization,
            p.Mentors.Select(m => new PersonName(m.Surname, m.Given, m.Patronymic).Full).LastOrDefault("–"),
            [.. p.Mentees.Where(m => m.To is null || m.To == p.EndedOn).Select(m => new PersonName(m.Surname, m.Given, m.Patronymic).Full + (m.Grade is null ? "" : $", {$"{m.Grade} {m.ClassLetter}".TrimEnd()}"))],
            p.Form, p.From, p.To, p.OrderNumber is null ? null : $"№ {p.OrderNumber} от {p.OrderDate:dd.MM.yyyy}"))];
    }
}

/// <summary>Blank journals of meetings, a pair a sheet, to be filled in by hand; the grid takes them back.</summary>
public static class JournalPaper
{
    private const int BlankRows = 16;

    public static PaperDocument Of(IReadOnlyList<JournalBlank> journals) => new()
    {
        Title = "Журнал встреч наставнической пары",
        Sections = journals.Count == 0
            ? [new PaperSection([new Heading(1, "Журнал встреч"), new Paragraph("Действующих пар нет.")])]
            : [.. journals.Select(j => new PaperSection([.. Blank(j)]) { RestartsNumbering = true })],
    };

    private static IEnumerable<Block> Blank(JournalBlank journal)
    {
        yield return new Heading(1, "Журнал встреч наставнической пары");
        yield return Line("Организация", journal.Organization);
        yield return Line("Наставник", journal.Mentor);
        yield return Line(journal.Mentees.Count == 1 ? "Наставляемый" : "Наставляемые", string.Join("; ", journal.Mentees));
        yield return Line("Форма наставничества", journal.Form);
        yield return Line("Период", $"{journal.From:dd.MM.yyyy} – {journal.To:dd.MM.yyyy}{(journal.Order is null ? "" : $", приказ {journal.Order}")}");
        yield return new Spacer(6);
        yield return new Table
        {
            Summary = "Встречи: заполняется от руки",
            Columns = [new("№", 1, Alignment.Right), new("Дата", 2), new("Минут", 2), new("Тема", 6), new("Результат, о чём договорились", 6), new("Подпись", 2.4)],
            // Two lines high: a hand needs the room.
            Rows = [.. Enumerable.Range(1, BlankRows).Select(i => new TableRow($"{i}\n "))],
        };
        yield return new Note("Встречи бывают пробная, организационная, рабочие и итоговая. Журнал передают куратору: он переносит встречи на портал.");
    }

    private static Paragraph Line(string name, string words) =>
        new(new RichText(new Run($"{name}: ", Bold: true), new Run(Typography.Nbsp(words)))) { FirstLineIndent = false, Alignment = Alignment.Left };
}
