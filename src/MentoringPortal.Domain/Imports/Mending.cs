using System.Text.Json;
using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.Reading;

namespace MentoringPortal.Domain.Imports;

/// <summary>Does what a remark proposes, when the person agrees; nothing of it happens by itself.</summary>
public static class Mending
{
    /// <summary>What the button of a remark says, or null where the remark proposes nothing that can be done for the person.</summary>
    public static string? Offer(this DocumentReading reading, ReadRemark remark) => remark switch
    {
        { Proposal: null } => null,
        { Code: "result-shifted" } => "Сдвинуть столбец «Результат» на место",
        { Code: "numbering-gap", Part: RemarkPart.Item or RemarkPart.Clause } => $"Исправить номер на {remark.Proposal}",
        { Code: "period-ambiguous" } => $"Подтвердить период: {remark.Proposal}",
        { Code: "spelling" or "name-variants", Part: RemarkPart.Document, Where: { } wrong } => $"Исправить: {InCaseOf(wrong, remark.Proposal)}",
        { Part: RemarkPart.Item or RemarkPart.Clause } when Proposed(reading, remark) is { } deadline => $"Исправить: {DeadlineFormatter.Format(deadline)}",
        _ => null,
    };

    /// <exception cref="DomainException">The remark proposes nothing.</exception>
    public static DocumentReading Mend(this DocumentReading reading, int index)
    {
        var remark = reading.Remarks.At(index);
        if (Offer(reading, remark) is null)
            throw new DomainException("У этого замечания нет готового исправления.");
        return remark.Code switch
        {
            "result-shifted" => ShiftResults(reading, remark),
            "numbering-gap" => Renumber(reading, remark),
            "period-ambiguous" => reading.EditHead(reading.Document),
            "spelling" or "name-variants" => Respell(Dismissed(reading, remark), remark.Where!, InCaseOf(remark.Where!, remark.Proposal!)),
            _ => SetDeadline(reading, remark),
        };
    }

    /// <summary>Takes away a remark that the person finds no fault in.</summary>
    public static DocumentReading Dismiss(this DocumentReading reading, int index) => Dismissed(reading, reading.Remarks.At(index));

    /// <summary>A remark on rows, clauses and requisites follows from them and goes when they are corrected; the others can be put aside.</summary>
    public static bool MayBeDismissed(ReadRemark remark) =>
        remark.Part is RemarkPart.Indicator or RemarkPart.Appendix or RemarkPart.Request or RemarkPart.Target
        || remark is { Part: RemarkPart.Document, Code: "spelling" or "name-variants" };

    private static DocumentReading Dismissed(DocumentReading reading, ReadRemark remark) =>
        reading with { Remarks = [.. reading.Remarks.Where(r => r != remark)] };

    private static Deadline? Proposed(DocumentReading reading, ReadRemark remark)
    {
        var deadline = remark.Part == RemarkPart.Item
            ? reading.Items.FirstOrDefault(i => i.Id == remark.Row)?.Deadline
            : reading.Clauses.FirstOrDefault(c => IsMeant(c.Number, c.Deadline, remark))?.Deadline;
        return deadline?.Proposal is not { } proposal ? null : new Deadline
        {
            Text = deadline.Text,
            Kind = proposal.Start is null ? DeadlineKind.Due : DeadlineKind.Period,
            Start = proposal.Start,
            End = proposal.End,
        };
    }

    /// <summary>Of clauses with one number the one is meant whose deadline carries this remark.</summary>
    private static bool IsMeant(string number, Deadline? deadline, ReadRemark remark) =>
        number == remark.Where && deadline is { Proposal: not null } && deadline.Remarks.Any(r => r.Code == remark.Code);

    private static DocumentReading SetDeadline(DocumentReading reading, ReadRemark remark)
    {
        var words = DeadlineFormatter.Format(Proposed(reading, remark)!);
        if (remark.Part == RemarkPart.Item)
        {
            var (index, item) = reading.Items.Index().First(i => i.Item.Id == remark.Row);
            return reading.EditItem(index, Words(item) with { Deadline = words });
        }
        var (at, clause) = reading.Clauses.Index().First(c => IsMeant(c.Item.Number, c.Item.Deadline, remark));
        return reading.EditClause(at, clause, words);
    }

    private static DocumentReading Renumber(DocumentReading reading, ReadRemark remark)
    {
        if (remark.Part == RemarkPart.Clause)
        {
            // A doubled number is remarked at its second place.
            var (at, clause) = reading.Clauses.Index().Last(c => c.Item.Number == remark.Where);
            return reading.EditClause(at, clause with { Number = remark.Proposal! }, clause.Deadline?.Text);
        }
        var (index, item) = reading.Items.Index().First(i => i.Item.Id == remark.Row);
        return reading.EditItem(index, Words(item) with { Number = remark.Proposal! });
    }

    /// <summary>All results of the run move at once, each to the row it speaks of; a row that gets none stays without.</summary>
    private static DocumentReading ShiftResults(DocumentReading reading, ReadRemark remark)
    {
        var section = reading.Items.First(i => i.Id == remark.Row).Section;
        var rows = reading.Items.Where(i => i.Section == section).Select(i => i.Id).ToHashSet();
        var moves = reading.Remarks.Where(r => r.Code == "result-shifted" && rows.Contains(r.Row ?? 0)).ToDictionary(r => r.Where!, r => r.Proposal!, StringComparer.Ordinal);
        var results = reading.Items.Where(i => i.Section == section && moves.ContainsKey(i.Number)).ToDictionary(i => moves[i.Number], i => i.Result, StringComparer.Ordinal);
        return Recheck.Of(reading with
        {
            Items = [.. reading.Items.Select(i => i.Section == section && (moves.ContainsKey(i.Number) || results.ContainsKey(i.Number))
                ? i with { Result = results.GetValueOrDefault(i.Number) }
                : i)],
        });
    }

    /// <summary>A word of a letterhead in capitals stays in capitals.</summary>
    private static string InCaseOf(string wrong, string right) => !wrong.Any(char.IsLower) ? right.ToUpperInvariant() : right;

    /// <summary>Writes a word right wherever the paper has it.</summary>
    private static DocumentReading Respell(DocumentReading reading, string wrong, string right)
    {
        string Inside(string text) => JsonSerializer.Serialize(text, DeadlineJson.Options)[1..^1];
        var json = JsonSerializer.Serialize(reading, DeadlineJson.Options).Replace(Inside(wrong), Inside(right), StringComparison.Ordinal);
        return Recheck.Of(JsonSerializer.Deserialize<DocumentReading>(json, DeadlineJson.Options)!);
    }

    private static ItemWords Words(ReadItem item) => new()
    {
        Number = item.Number,
        Section = item.Section,
        Activity = item.Activity,
        Responsible = item.Responsible,
        Result = item.Result,
        Target = item.Target,
        Deadline = item.Deadline.Text,
    };
}
