using System.Globalization;
using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Paper.Blocks;

namespace MentoringPortal.Web.Features.Coverage;

/// <summary>Coverage over time with the target as steps, and by organization with the target as a line; a table stands beside each.</summary>
public static class CoverageChart
{
    private const double Width = 640, Height = 240, Left = 40, Bottom = 30, Top = 24, Floor = Height - Bottom;

    public static Figure Years(string title, IReadOnlyList<CoveragePoint> points, IReadOnlyList<TargetLine> targets)
    {
        var step = (Width - Left) / Math.Max(1, points.Count);
        return new(Width, Height, title, string.Join("; ", points.Select(p => $"{p.On:dd.MM.yyyy} – {Words(p.Share)}")),
        [
            .. new[] { 0m, 25, 50, 75, 100 }.SelectMany(Grid),
            .. points.SelectMany((p, i) => Column(p, CoverageTarget.Current(targets, t => t.By, p.On), Left + (step * i) + (step / 2), Math.Min(56, step * 0.6))),
            .. points.SelectMany((p, i) => Target(CoverageTarget.Current(targets, t => t.By, p.On), Left + (step * i), step)),
        ]);
    }

    public const int MostBars = 30;

    private const double Row = 22, Names = 220, Scaled = Width - Names - 90;

    /// <summary>A bar for each organization, in the order of the rows.</summary>
    public static Figure Bars(string title, IReadOnlyList<CoverageRow> rows, decimal? target)
    {
        var height = rows.Count * Row;
        return new(Width, height + Bottom, title, string.Join("; ", rows.Select(r => $"{r.Name} – {Words(r.Share)}")),
        [
            .. new[] { 0m, 25, 50, 75, 100 }.SelectMany<decimal, FigureMark>(p =>
            [
                new FigureLine(FigureTone.Grid, Names + Across(p), 0, Names + Across(p), height),
                new FigureText(FigureTone.Axis, Names + Across(p), height + 18, CoverageShare.PercentWords(p), Alignment.Center),
            ]),
            .. rows.SelectMany((row, i) => Bar(row, i * Row)),
            .. target is { } goal ? [new FigureLine(FigureTone.Target, Names + Across(goal), 0, Names + Across(goal), height)] : Array.Empty<FigureMark>(),
        ]);
    }

    private static IEnumerable<FigureMark> Bar(CoverageRow row, double top)
    {
        const int Longest = 30;
        var width = Across(row.Share?.Percent ?? 0);
        yield return new FigureText(FigureTone.Axis, Names - 8, top + 15, row.Name.Length > Longest ? row.Name[..(Longest - 1)] + "…" : row.Name, Alignment.Right);
        yield return new FigureBox(FigureTone.Column, Names, top + 4, width, Row - 8);
        yield return new FigureText(FigureTone.Value, Width, top + 16, Words(row.Share), Alignment.Right);
    }

    private static double Across(decimal percent) => (double)Math.Min(percent, 100) / 100 * Scaled;

    private static IEnumerable<FigureMark> Grid(decimal percent)
    {
        yield return new FigureLine(FigureTone.Grid, Left, Floor - Scale(percent), Width, Floor - Scale(percent));
        yield return new FigureText(FigureTone.Axis, Left - 6, Floor - Scale(percent) + 4, percent.ToString("0", CultureInfo.CurrentCulture), Alignment.Right);
    }

    private static IEnumerable<FigureMark> Column(CoveragePoint point, TargetLine? target, double middle, double width)
    {
        var height = Scale(point.Share.Percent ?? 0);
        yield return new FigureBox(FigureTone.Column, middle - (width / 2), Floor - height, width, height);
        yield return new FigureText(FigureTone.Value, middle, Floor - Above(height, target) - 5, Words(point.Share), Alignment.Center);
        yield return new FigureText(FigureTone.Axis, middle, Height - 10, point.On.ToString("dd.MM.yyyy", CultureInfo.CurrentCulture), Alignment.Center);
    }

    /// <summary>The number over its column stands over the target's line too where the line would strike it out.</summary>
    private static double Above(double height, TargetLine? target)
    {
        const double Letters = 18;
        return target is not null && Scale(target.Percent) is var line && line > height - 4 && line < height + Letters ? line : height;
    }

    /// <summary>A column stands under the target that was to be met next on its day.</summary>
    private static IEnumerable<FigureMark> Target(TargetLine? target, double from, double width) =>
        target is null ? [] : [new FigureLine(FigureTone.Target, from, Floor - Scale(target.Percent), from + width, Floor - Scale(target.Percent))];

    private static string Words(CoverageShare? share) => share is null ? HiddenNumbers.Words : share.Percent is { } percent ? CoverageShare.PercentWords(percent) : "нет данных";

    private static double Scale(decimal percent) => (double)Math.Min(percent, 100) / 100 * (Floor - Top);
}
