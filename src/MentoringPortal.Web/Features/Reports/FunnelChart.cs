using MentoringPortal.Paper.Blocks;

namespace MentoringPortal.Web.Features.Reports;

/// <summary>The funnel as bars, each as long as its number; its table stands beside it.</summary>
public static class FunnelChart
{
    private const double Width = 640, Step = 36, Left = 210, Bar = 22, NumberRoom = 80;

    public static Figure Draw(IReadOnlyList<FunnelStep> steps)
    {
        var most = Math.Max(1, steps.Max(s => s.Count ?? 0));
        return new(Width, Step * steps.Count, Funnel.Title, string.Join("; ", steps.Select(s => $"{s.Name} – {s.Words}")),
            [.. steps.SelectMany((step, i) => Row(step, i * Step, most))]);
    }

    private static IEnumerable<FigureMark> Row(FunnelStep step, double top, int most)
    {
        var length = (Width - Left - NumberRoom) * (step.Count ?? 0) / most;
        yield return new FigureText(FigureTone.Axis, Left - 10, top + 20, step.Name, Alignment.Right);
        yield return new FigureBox(FigureTone.Column, Left, top + 5, length, Bar);
        yield return new FigureText(FigureTone.Value, Left + length + 8, top + 21, step.Words);
    }
}
