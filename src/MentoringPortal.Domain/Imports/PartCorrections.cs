using MentoringPortal.Domain.Reading;

namespace MentoringPortal.Domain.Imports;

/// <summary>Corrections of everything in a paper but its rows.</summary>
public static class PartCorrections
{
    /// <summary>A changed date of the order or period of the plan reads the deadlines anew; a period set by hand is no longer in doubt.</summary>
    public static DocumentReading EditHead(this DocumentReading reading, DocumentHead head)
    {
        if (head.PeriodStart > head.PeriodEnd)
            throw new DomainException("Начало периода позже его конца.", nameof(DocumentHead.PeriodStart));
        var old = reading.Document;
        var changed = (old.Date, old.PeriodStart, old.PeriodEnd) == (head.Date, head.PeriodStart, head.PeriodEnd)
            ? reading with { Document = head }
            : Rereading.Deadlines(reading, head);
        return Recheck.Of(changed with { Remarks = [.. changed.Remarks.Where(r => r.Code != "period-ambiguous")] });
    }

    public static DocumentReading EditClause(this DocumentReading reading, int index, ReadClause words, string? deadline) =>
        Recheck.Of(reading with { Clauses = reading.Clauses.With(index, Clause(reading, words, deadline, reading.Clauses.At(index))) });

    public static DocumentReading AddClause(this DocumentReading reading, ReadClause words, string? deadline) =>
        Recheck.Of(reading with { Clauses = [.. reading.Clauses, Clause(reading, words, deadline, null)] });

    public static DocumentReading DropClause(this DocumentReading reading, int index) =>
        Recheck.Of(reading with { Clauses = reading.Clauses.Without(index) });

    public static DocumentReading EditTarget(this DocumentReading reading, int index, ReadTarget target) =>
        reading with { Targets = reading.Targets.With(index, target) };

    /// <summary>The row stays, and becomes one that is ticked like any other.</summary>
    public static DocumentReading DropTarget(this DocumentReading reading, int index)
    {
        var target = reading.Targets.At(index);
        return reading with
        {
            Targets = reading.Targets.Without(index),
            Items = [.. reading.Items.Select(i => i.Id == target.Row ? i with { Target = null } : i)],
        };
    }

    public static DocumentReading EditIndicator(this DocumentReading reading, int index, ReadIndicator indicator)
    {
        var old = reading.Indicators.At(index);
        var remarks = reading.Remarks.Where(r => !Concerns(r, RemarkPart.Indicator, old.Number));
        if (indicator.Plan.Values.Any(v => v is null))
            remarks = remarks.Append(new ReadRemark(RemarkSeverity.Warning, RemarkPart.Indicator, indicator.Number, "indicator-empty",
                $"У показателя не указаны плановые значения: {string.Join(", ", indicator.Plan.Where(p => p.Value is null).Select(p => p.Key))}"));
        return reading with { Indicators = reading.Indicators.With(index, indicator), Remarks = [.. remarks] };
    }

    public static DocumentReading DropIndicator(this DocumentReading reading, int index)
    {
        var old = reading.Indicators.At(index);
        return reading with
        {
            Indicators = reading.Indicators.Without(index),
            Remarks = [.. reading.Remarks.Where(r => !Concerns(r, RemarkPart.Indicator, old.Number))],
        };
    }

    public static DocumentReading EditRequest(this DocumentReading reading, int index, ReadRequest request) =>
        Recheck.Of(reading with { Requests = reading.Requests.With(index, request) });

    public static DocumentReading AddRequest(this DocumentReading reading, ReadRequest request) =>
        Recheck.Of(reading with { Requests = [.. reading.Requests, request] });

    public static DocumentReading DropRequest(this DocumentReading reading, int index) =>
        Recheck.Of(reading with { Requests = reading.Requests.Without(index) });

    public static DocumentReading EditAppendix(this DocumentReading reading, int index, ReadAppendix appendix) =>
        WithAppendices(reading, reading.Document.Appendices.At(index), reading.Document.Appendices.With(index, appendix));

    public static DocumentReading DropAppendix(this DocumentReading reading, int index) =>
        WithAppendices(reading, reading.Document.Appendices.At(index), reading.Document.Appendices.Without(index));

    public static DocumentReading DropUnused(this DocumentReading reading, int index) =>
        Recheck.Of(reading with { Unused = reading.Unused.Without(index) });

    /// <summary>Puts a line that found no place at the end of a row's activity.</summary>
    public static DocumentReading UseInItem(this DocumentReading reading, int index, int itemIndex)
    {
        var line = reading.Unused.At(index);
        var item = reading.Items.At(itemIndex);
        return Recheck.Of(reading with
        {
            Unused = reading.Unused.Without(index),
            Items = reading.Items.With(itemIndex, item with { Activity = $"{item.Activity} {line.Trim()}" }),
        });
    }

    /// <summary>Makes a row of a line that found no place, at the end of the roadmap.</summary>
    public static DocumentReading UseAsItem(this DocumentReading reading, int index)
    {
        var line = reading.Unused.At(index);
        var last = reading.Items.Count > 0 ? reading.Items[^1] : null;
        var words = new ItemWords { Number = NextNumber(last?.Number), Section = last?.Section, Activity = line };
        return (reading with { Unused = reading.Unused.Without(index) }).AddItem(words);
    }

    /// <summary>The number after this one: 3 → 4, 2.9 → 2.10; 1 where there is none.</summary>
    public static string NextNumber(string? number)
    {
        var text = (number ?? "").TrimEnd('.');
        var dot = text.LastIndexOf('.') + 1;
        return int.TryParse(text.AsSpan(dot), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var n)
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{text[..dot]}{n + 1}")
            : "1";
    }

    private static ReadClause Clause(DocumentReading reading, ReadClause words, string? deadline, ReadClause? old) => words with
    {
        Deadline = (old?.Deadline?.Text.Trim() ?? "") == (deadline ?? "").Trim() ? old?.Deadline : Rereading.ClauseDeadline(reading.Document, deadline),
    };

    private static DocumentReading WithAppendices(DocumentReading reading, ReadAppendix old, IReadOnlyList<ReadAppendix> appendices)
    {
        var number = old.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return reading with
        {
            Document = reading.Document with { Appendices = appendices },
            Remarks = [.. reading.Remarks.Where(r => !Concerns(r, RemarkPart.Appendix, number))],
        };
    }

    private static bool Concerns(ReadRemark remark, RemarkPart part, string where) => remark.Part == part && remark.Where == where;
}
