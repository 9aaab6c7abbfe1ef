using System.Diagnostics;
using MentoringPortal.Paper;
using MentoringPortal.Paper.Tests;

namespace MentoringPortal.Benchmarks;

/// <summary>Times of the renderers, warm, one thread. The least of many runs is shown beside the median: what else the machine does only adds.</summary>
internal static class PaperBenchmark
{
    private const int RegistryRows = 4300;

    public static void Run(TextWriter output)
    {
        var order = Samples.Order();
        var registry = Samples.Registry(RegistryRows);
        output.WriteLine("| what | least, ms | median, ms | bytes | pages | pages/s (least) | allocated, KiB |");
        output.WriteLine("|---|---|---|---|---|---|---|");
        Measure(output, "order with a 40-row roadmap, PDF", 400, () => Pdf.Render(order), Pages);
        Measure(output, "order with a 40-row roadmap, DOCX", 100, () => Docx.Render(order), pages: null);
        Measure(output, "order with a 40-row roadmap, HTML", 400, () => System.Text.Encoding.UTF8.GetBytes(Html.Render(order)), pages: null);
        Measure(output, $"registry of {RegistryRows} rows, PDF", 20, () => Pdf.Render(registry), Pages);
        Measure(output, $"registry of {RegistryRows} rows, DOCX", 5, () => Docx.Render(registry), pages: null);
    }

    private static int Pages(byte[] pdf)
    {
        using var document = UglyToad.PdfPig.PdfDocument.Open(pdf);
        return document.NumberOfPages;
    }

    private static void Measure(TextWriter output, string name, int runs, Func<byte[]> render, Func<byte[], int>? pages)
    {
        for (var i = 0; i < runs / 4 + 2; i++)
            render();
        var times = new List<double>();
        var bytes = Array.Empty<byte>();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < runs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            bytes = render();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / runs / 1024;
        times.Sort();
        var count = pages?.Invoke(bytes);
        output.WriteLine(FormattableString.Invariant(
            $"| {name} | {times[0]:0.00} | {times[runs / 2]:0.00} | {bytes.Length} | {count} | {count * 1000 / times[0]:0} | {allocated} |"));
    }
}
