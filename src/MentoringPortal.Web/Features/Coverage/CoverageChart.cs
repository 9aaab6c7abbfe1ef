using System.Globalization;
using System.Xml.Linq;
using MentoringPortal.Domain.Coverage;
using Microsoft.AspNetCore.Html;

namespace MentoringPortal.Web.Features.Coverage;

/// <summary>Coverage over time with the target as steps: plain SVG, drawn on the server; its table stands beside it.</summary>
public static class CoverageChart
{
    private const decimal Width = 640, Height = 240, Left = 40, Bottom = 30, Top = 24, Floor = Height - Bottom;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static HtmlString Draw(string title, IReadOnlyList<CoveragePoint> points, IReadOnlyList<TargetLine> targets)
    {
        var step = (Width - Left) / Math.Max(1, points.Count);
        var svg = new XElement(Svg + "svg", new XAttribute("viewBox", $"0 0 {N(Width)} {N(Height)}"), new XAttribute("role", "img"), new XAttribute("aria-labelledby", "trend-title trend-desc"),
            new XElement(Svg + "title", new XAttribute("id", "trend-title"), title),
            new XElement(Svg + "desc", new XAttribute("id", "trend-desc"), string.Join("; ", points.Select(p => $"{p.On:dd.MM.yyyy} – {Words(p.Share)}"))),
            new[] { 0m, 25, 50, 75, 100 }.SelectMany(Grid),
            points.SelectMany((p, i) => Column(p, Left + (step * i) + (step / 2), Math.Min(56, step * 0.6m))),
            points.SelectMany((p, i) => Target(CoverageTarget.Current(targets, t => t.By, p.On), Left + (step * i), step)));
        return new(svg.ToString(SaveOptions.DisableFormatting));
    }

    private static IEnumerable<XElement> Grid(decimal percent)
    {
        yield return Line("chart-grid", Left, Width, Floor - Scale(percent));
        yield return Text("chart-axis", Left - 6, Floor - Scale(percent) + 4, "end", N(percent));
    }

    private static IEnumerable<XElement> Column(CoveragePoint point, decimal middle, decimal width)
    {
        var height = Scale(point.Share.Percent ?? 0);
        yield return new XElement(Svg + "rect", Class("chart-column"), At("x", middle - (width / 2)), At("y", Floor - height), At("width", width), At("height", height));
        yield return Text("chart-value", middle, Floor - height - 5, "middle", Words(point.Share));
        yield return Text("chart-axis", middle, Height - 10, "middle", point.On.ToString("dd.MM.yyyy", CultureInfo.CurrentCulture));
    }

    /// <summary>A column stands under the target that was to be met next on its day.</summary>
    private static IEnumerable<XElement> Target(TargetLine? target, decimal from, decimal width) =>
        target is null ? [] : [Line("chart-target", from, from + width, Floor - Scale(target.Percent))];

    private static XElement Line(string name, decimal x1, decimal x2, decimal y) => new(Svg + "line", Class(name), At("x1", x1), At("x2", x2), At("y1", y), At("y2", y));

    private static XElement Text(string name, decimal x, decimal y, string anchor, string words) => new(Svg + "text", Class(name), At("x", x), At("y", y), new XAttribute("text-anchor", anchor), words);

    private static XAttribute Class(string name) => new("class", name);

    private static XAttribute At(string name, decimal value) => new(name, N(value));

    private static string Words(CoverageShare share) => share.Percent is { } percent ? CoverageShare.PercentWords(percent) : "нет данных";

    private static string N(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static decimal Scale(decimal percent) => Math.Min(percent, 100) / 100 * (Floor - Top);
}
