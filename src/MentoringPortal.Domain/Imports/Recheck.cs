using MentoringPortal.Domain.Reading;

namespace MentoringPortal.Domain.Imports;

/// <summary>What follows from the corrected words: remarks on rows, clauses, numbers and requisites, and the parts that ask for the same thing.</summary>
internal static class Recheck
{
    private const string UnusedText = "Не нашлось места для строк: ";

    /// <summary>Remarks that are found anew each time; the rest stay until their part is corrected.</summary>
    private static readonly HashSet<string> Requisites = new(StringComparer.Ordinal) { "number-missing", "date-missing", "signatory-missing" };

    public static DocumentReading Of(DocumentReading reading)
    {
        var remarks = new Remarks();
        foreach (var kept in reading.Remarks.Where(r => !IsFoundAnew(r)))
            remarks.Add(kept.Part, kept.Where, kept.Code, kept.Text, kept.Proposal, kept.Row);
        Document(reading, remarks);
        foreach (var clause in reading.Clauses.Where(c => c.Deadline is not null))
            remarks.Deadline(RemarkPart.Clause, clause.Number, clause.Deadline!);
        Numbering.Check(reading.Clauses.Select(c => c.Number), RemarkPart.Clause, remarks);
        foreach (var item in reading.Items)
            remarks.Deadline(RemarkPart.Item, item.Number, item.Deadline, item.Id);
        Numbering.Check(reading.Sections.Select(s => s.Number), RemarkPart.Section, remarks);
        foreach (var section in reading.Items.GroupBy(i => i.Section, StringComparer.Ordinal))
            Numbering.Check(section, remarks);
        ResultDefects.Find(reading.Items, remarks);
        return reading with { Remarks = remarks.All, Joins = JoinFinder.Find(reading.Clauses, reading.Items, reading.Requests) };
    }

    private static bool IsFoundAnew(ReadRemark remark) =>
        remark.Part is RemarkPart.Item or RemarkPart.Section or RemarkPart.Clause
        || Requisites.Contains(remark.Code)
        || remark.Text.StartsWith(UnusedText, StringComparison.Ordinal);

    private static void Document(DocumentReading reading, Remarks remarks)
    {
        var head = reading.Document;
        if (reading.Unused.Count > 0)
            remarks.Add(RemarkPart.Document, null, "text-unused", UnusedText + reading.Unused.Count);
        if (head.Kind == DocumentKind.Roadmap)
            return;
        if (string.IsNullOrWhiteSpace(head.Number))
            remarks.Add(RemarkPart.Document, "number", "number-missing", "Не найден номер документа");
        if (head.Date is null)
            remarks.Add(RemarkPart.Document, "date", "date-missing", "Не найдена дата документа");
        if (string.IsNullOrWhiteSpace(head.Signatory?.Name))
            remarks.Add(RemarkPart.Document, "signatory", "signatory-missing", "Не найдено, кто подписал документ");
    }
}
