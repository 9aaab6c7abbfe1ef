using System.Globalization;
using MentoringPortal.Domain.Deadlines;

namespace MentoringPortal.Domain.Tests.Deadlines;

/// <summary>The table of examples <c>phrases.tsv</c>: five columns of input, then what the phrase must mean.</summary>
internal static class PhraseTable
{
    private const int InputColumns = 5;

    public static readonly string[] Rows =
        [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Deadlines", "phrases.tsv")).Where(l => l.Length > 0 && !l.StartsWith('#'))];

    public static Deadline Read(string row)
    {
        var columns = row.Split('\t');
        return DeadlineReader.Read(columns[0].Replace("\\n", "\n", StringComparison.Ordinal), Context(columns));
    }

    public static DeadlineContext Context(string[] columns) => new(Date(columns[1]), Date(columns[2]), Date(columns[3]), Date(columns[4]));

    /// <summary>The columns after the input: kind, start, end, periods, every, on, offset, remarks, inferred, proposal, canonical words.</summary>
    public static string Expected(string row) => string.Join('\t', row.Split('\t').Skip(InputColumns)).TrimEnd('\t');

    public static string Describe(Deadline deadline) => string.Join('\t',
        Camel(deadline.Kind), Day(deadline.Start), Day(deadline.End), Periods(deadline.Periods), Camel(deadline.Every), deadline.On,
        deadline.Offset is { } o ? $"{o.Amount} {Camel(o.Unit)} {Camel(o.Direction)} {o.Event}" : "",
        string.Join(',', deadline.Remarks.Select(r => r.Code)), string.Join(',', deadline.Inferred),
        deadline.Proposal is { } p ? $"{Day(p.Start)}..{Day(p.End)}" : "", DeadlineFormatter.Format(deadline)).TrimEnd('\t');

    /// <summary>What a deadline means, without the words and the notes.</summary>
    public static string Meaning(Deadline deadline) => string.Join('|',
        deadline.Kind, Day(deadline.Start), Day(deadline.End), string.Join(' ', deadline.Periods.Select(Period)), deadline.Every, deadline.On, deadline.Offset);

    private static string Periods(IReadOnlyList<DeadlinePeriod> periods) => periods.Count <= 4
        ? string.Join(" | ", periods.Select(Period))
        : $"{periods.Count}: {Period(periods[0])} … {Period(periods[^1])}";

    private static string Period(DeadlinePeriod period) => $"{Day(period.Start)}..{Day(period.End)}" + (period.Label is null ? "" : $"={period.Label}");

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Camel<T>(T value) => value?.ToString() is { Length: > 0 } name ? char.ToLowerInvariant(name[0]) + name[1..] : "";

    private static DateOnly? Date(string column) => column.Length == 0 ? null : DateOnly.ParseExact(column, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
