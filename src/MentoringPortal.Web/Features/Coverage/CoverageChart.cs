using System.Globalization;
using MentoringPortal.Domain.Coverage;
using MentoringPortal.Paper.Blocks;

namespace MentoringPortal.Web.Features.Coverage;

/// <summary>Coverage over time with the target as steps; its table stands beside it.</summary>
public static class CoverageChart
{
    private const double Width = 640, Height = 240, Left = 40, Bottom = 30, Top = 24, Floor = Height - Bottom;

    public static Figure Draw(string title, IReadOnlyList<CoveragePoint> points, IReadOnlyList<TargetLine> targets)
    {
        var step = (Width - Left) / Math.Max(1, points.Count);
        return new(Width, Height, title, string.Join("; ", points.Select(p => $"{p.On:dd.MM.yyyy} – {Words(p.Share)}")),
        [
            .. new[] { 0m, 25, 50, 75, 100 }.SelectMany(Grid),
            .. points.SelectMany((p, i) => Column(p, Left + (step * i) + (step / 2), Math.Min(56, step * 0.6))),
            .. points.SelectMany((p, i) => Target(CoverageTarget.Current(targets, t => t.By, p.On), Left + (step * i), step)),
        ]);
    }

    private static IEnumerable<FigureMark> Grid(decimal percent)
    {
        yield return new FigureLine(FigureTone.Grid, Left, Floor - Scale(percent), Width, Floor - Scale(percent));
        yield return new FigureText(FigureTone.Axis, Left - 6, Floor - Scale(percent) + 4, percent.ToString("0", CultureInfo.CurrentCulture), Alignment.Right);
    }

    private static IEnumerable<FigureMark> Column(CoveragePoint point, double middle, double width)
    {
        var height = Scale(point.Share.Percent ?? 0);
        yield return new FigureBox(FigureTone.Column, middle - (width / 2), Floor - height, width, height);
        yield return new FigureText(FigureTone.Value, middle, Floor - height - 5, Words(point.Share), Alignment.Center);
        yield return new FigureText(FigureTone.Axis, middle, Height - 10, point.On.ToString("dd.MM.yyyy", CultureInfo.CurrentCulture), Alignment.Center);
    }

    /// <summary>A column stands under the target that was to be met next on its day.</summary>
    private static IEnumerable<FigureMark> Target(TargetLine? target, double from, double width) =>
        target is null ? [] : [new FigureLine(FigureTone.Target, from, Floor - Scale(target.Percent), from + width, Floor - Scale(target.Percent))];

    private static string Words(CoverageShare share) => share.Percent is { } percent ? CoverageShare.PercentWords(percent) : "нет данных";

    private static double Scale(decimal percent) => (double)Math.Min(percent, 100) / 100 * (Floor - Top);
}
