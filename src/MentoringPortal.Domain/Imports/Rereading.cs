using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.Reading;

namespace MentoringPortal.Domain.Imports;

/// <summary>Reads corrected words again with what the rest of the paper says around them.</summary>
internal static class Rereading
{
    /// <summary>The deadline of the row at <paramref name="index"/> as if these were its words; the rows before it in its section fill in the year.</summary>
    public static Deadline Deadline(DocumentReading reading, int index, string? section, string? words)
    {
        var paper = PaperContext(reading.Document);
        var before = reading.Items.Take(index).Where(i => i.Section == section).ToList();
        var starts = before.Select(i => i.Deadline.Start ?? i.Deadline.End).OfType<DateOnly>().Where(paper.IsInsidePlan).ToList();
        return DeadlineReader.Read(Flat(words), paper with
        {
            PreviousStart = starts.Count > 0 ? starts[^1] : null,
            Previous = before.Count > 0 ? before[^1].Deadline : null,
        });
    }

    /// <summary>The deadline of a clause; null where it names none.</summary>
    public static Deadline? ClauseDeadline(DocumentHead head, string? words) =>
        string.IsNullOrWhiteSpace(words) ? null : DeadlineReader.Read(Flat(words), PaperContext(head));

    /// <summary>
    /// The deadlines after the date of the order or the period of the plan has changed. Read again are those alone that follow from their words:
    /// what stood in two columns or was stacked in one cell stays as it was understood.
    /// </summary>
    public static DocumentReading Deadlines(DocumentReading reading, DocumentHead head)
    {
        var changed = reading with { Document = head };
        var items = reading.Items.ToList();
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            var follows = DeadlineJson.Serialize(Deadline(reading, i, item.Section, item.Deadline.Text)) == DeadlineJson.Serialize(item.Deadline);
            if (!follows)
                continue;
            items[i] = item with { Deadline = Deadline(changed with { Items = items }, i, item.Section, item.Deadline.Text) };
        }
        return changed with
        {
            Items = items,
            Clauses = [.. reading.Clauses.Select(c => c.Deadline is { } term ? c with { Deadline = ClauseDeadline(head, term.Text) } : c)],
        };
    }

    /// <summary>Who answers, one party a line. What was written before keeps what it was understood as.</summary>
    public static IReadOnlyList<ReadParty> Parties(DocumentReading reading, string? lines)
    {
        var known = reading.Items.SelectMany(i => i.Responsible).Concat(reading.Clauses.SelectMany(c => c.Responsible))
            .GroupBy(p => p.Text, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var reader = Reader(reading);
        return [.. (lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(line => known.TryGetValue(line, out var same) ? [same] : reader.ReadCell(line).Select(p => known.GetValueOrDefault(p.Text) ?? p))];
    }

    /// <summary>The addressee of a letter, in the dative as letters write it.</summary>
    public static ReadParty? Addressee(DocumentReading reading) =>
        string.IsNullOrWhiteSpace(reading.Document.Addressee) ? null : Reader(reading).ReadOne(Flat(reading.Document.Addressee), SourceCase.Dative);

    public static string Flat(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static PartyReader Reader(DocumentReading reading)
    {
        var head = reading.Document;
        var words = head.Letterhead.Append(head.Issuer).Append(head.Preamble).Append(head.Title).Concat(head.Paragraphs)
            .Concat(reading.Clauses.Select(c => c.Text))
            .Concat(reading.Items.SelectMany(i => i.Responsible.Select(p => p.Text).Prepend(i.Activity)));
        return new PartyReader(head.Issuer, new Glossary(string.Join('\n', words)));
    }

    private static DeadlineContext PaperContext(DocumentHead head) => new(head.Date, head.PeriodStart, head.PeriodEnd, null);
}
