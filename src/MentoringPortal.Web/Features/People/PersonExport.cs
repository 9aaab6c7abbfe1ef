using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using MentoringPortal.Data;
using MentoringPortal.Data.Privacy;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Domain.Time;
using MentoringPortal.Paper;
using MentoringPortal.Paper.Blocks;
using MentoringPortal.Web.Features.Shared;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace MentoringPortal.Web.Features.People;

/// <summary>
/// All that the portal holds of one person, for the person (152-ФЗ ст. 14): the same rows in words and for a machine. Columns are read from the
/// model, so that a new one is in it by itself. Nobody else is named: not the other side of a pair, nor who wrote a meeting down.
/// </summary>
public static class PersonExport
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Of somebody else, or the program's own.</summary>
    private static readonly HashSet<string> Untold = new(StringComparer.Ordinal) { "Version", "NameKey", "SearchKey", "SortKey", "LoggedByName", "SupportedBy", "UploadedByName", "StoredName", "Sha256", "ContentType" };

    public static byte[] Json(PortalDb db, PersonRows rows, DateTime made)
    {
        var content = Rows(rows).GroupBy(r => db.Entry(r).Metadata.ClrType.Name, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(r => Fields(db.Entry(r)).ToDictionary(f => f.Name, f => f.Text, StringComparer.Ordinal)).ToList(), StringComparer.Ordinal);
        return JsonSerializer.SerializeToUtf8Bytes(new { system = "MentoringPortal", made, rows = content }, Indented);
    }

    public static PaperDocument Document(PortalDb db, PersonRows rows, string organization, MunicipalClock clock)
    {
        List<Block> blocks =
        [
            new Heading(1, "Сведения о человеке, которые хранит портал"),
            new Paragraph(Typography.Nbsp($"{rows.Person.Name.Full}. Оператор: {organization}. Составлено {clock.Today:dd.MM.yyyy}.")),
        ];
        foreach (var group in Rows(rows).GroupBy(r => db.Entry(r).Metadata.ClrType.Name, StringComparer.Ordinal))
        {
            blocks.Add(new Heading(2, Capital(AuditWords.Entity(group.Key))));
            blocks.Add(new Table
            {
                Summary = AuditWords.Entity(group.Key),
                Columns = [new("Сведение", 2), new("Значение", 4)],
                Rows = [.. group.SelectMany((row, i) => RowsOf(db.Entry(row), i + 1, clock))],
            });
        }
        blocks.Add(new Note("Имена других людей в документ не входят. Сканы согласий выдаются отдельно."));
        return new PaperDocument { Title = "Сведения о человеке", Author = organization, Sections = [new PaperSection([.. blocks])] };
    }

    private static IEnumerable<TableRow> RowsOf(EntityEntry entry, int number, MunicipalClock clock)
    {
        yield return TableRow.Section($"Запись {number}");
        if (AboutOf(entry.Entity) is var (head, words))
            yield return new TableRow(new Cell(head) { IsRowHead = true }, words);
        foreach (var field in Fields(entry).Where(f => f.Text is not null && (!AuditWords.IsTechnical(f.Name) || f.Name == nameof(Domain.Pairs.PlanTask.DueOn))))
            yield return new TableRow(new Cell(AuditWords.Field(entry.Metadata.ClrType.Name, field.Name)) { IsRowHead = true }, AuditWords.Value(field.Text, field.Type, clock));
    }

    /// <summary>What a row is about where it says so by a key alone.</summary>
    private static (string Head, string Words)? AboutOf(object row) => row switch
    {
        MenteeTopic { Topic: { } topic } => ("тема", topic.Name),
        MentorTopic { Topic: { } topic } => ("тема", topic.Name),
        SurveyAnswer { Question: { } question } => ("вопрос", question.Text),
        _ => null,
    };

    private static IEnumerable<object> Rows(PersonRows rows) => rows.Kept.Concat(rows.Scans);

    private static IEnumerable<(string Name, string? Text, Type Type)> Fields(EntityEntry entry) => entry.Properties
        .Where(p => !Untold.Contains(p.Metadata.Name))
        .Select(p => (p.Metadata.Name, Text(p.CurrentValue), p.Metadata.ClrType));

    private static string? Text(object? value) => value switch
    {
        null or "" => null,
        string text => text,
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        DateTime at => at.ToString("O", CultureInfo.InvariantCulture),
        IFormattable plain => plain.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpper(words[0], CultureInfo.CurrentCulture) + words[1..];
}
