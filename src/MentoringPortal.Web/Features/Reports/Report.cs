using System.Globalization;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Paper.Blocks;

namespace MentoringPortal.Web.Features.Reports;

/// <summary>What a report answers: the page, the workbook and the papers are drawn from it and from nothing else, so that their numbers cannot differ.</summary>
/// <param name="Answer">The answer in a line or two, before the tables.</param>
/// <param name="Notes">What was counted and how, and what there is no data for.</param>
public sealed record Report(IReadOnlyList<string> Answer, IReadOnlyList<ReportTable> Tables, IReadOnlyList<string> Notes);

/// <param name="Title">Of a table among others, and of its sheet: at most 31 characters.</param>
/// <param name="Total">The last row; it need not be a sum.</param>
public sealed record ReportTable(string Title, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<ReportRow> Rows, ReportRow? Total = null)
{
    /// <summary>Its numbers as a drawing, above it.</summary>
    public Figure? Chart { get; init; }

    /// <summary>Said where there is no row.</summary>
    public string Empty { get; init; } = "Нет данных";
}

/// <param name="Width">Beside the other columns.</param>
public sealed record ReportColumn(string Head, double Width, bool IsNumber)
{
    public static ReportColumn Words(string head, double width = 3) => new(head, width, IsNumber: false);

    public static ReportColumn Number(string head, double width = 1.4) => new(head, width, IsNumber: true);
}

/// <summary>The first cell names the row.</summary>
public sealed record ReportRow(params IReadOnlyList<ReportCell> Cells);

/// <param name="Value">A number or a day where it is one, so that Excel counts with it; words otherwise; null is «–».</param>
/// <param name="Url">The list of what the number counts, where the reader has one.</param>
/// <param name="IsSigned">A difference.</param>
public sealed record ReportCell(object? Value, string? Url = null, bool IsSigned = false)
{
    public string Words => Value switch
    {
        null => "–",
        int n => IsSigned ? $"{n:+#,0;−#,0;0}" : $"{n:N0}",
        decimal d => IsSigned ? $"{d:+0.#;−0.#;0}" : $"{d:0.#}",
        DateOnly day => $"{day:dd.MM.yyyy}",
        var other => Convert.ToString(other, CultureInfo.CurrentCulture)!,
    };

    /// <summary>«–».</summary>
    public static readonly ReportCell None = new((object?)null);

    // Boxed by hand: the copy constructor would take them through these very operators, for ever.
    public static implicit operator ReportCell(string? words) => new((object?)words);

    public static implicit operator ReportCell(int? number) => new((object?)number);

    public static implicit operator ReportCell(int number) => new((object?)number);

    public static implicit operator ReportCell(decimal? number) => new((object?)number);

    public static implicit operator ReportCell(DateOnly? day) => new((object?)day);

    /// <summary>A number of people; null is one that may not be shown.</summary>
    public static ReportCell People(int? number, string? url = null) => number is null ? new((object?)HiddenNumbers.Words) : new((object?)number, number == 0 ? null : url);

    /// <summary>From the earlier day to the later.</summary>
    public static ReportCell Change(int? now, int? before) => now is null || before is null ? None : new((object?)(now - before), IsSigned: true);

    /// <summary>A part of the whole in percent; cut, not rounded, as everywhere.</summary>
    public static ReportCell Percent(int? part, int? of) => part is null || of is null or 0 ? None : new((object?)(Math.Truncate(1000m * part.Value / of.Value) / 10));
}
