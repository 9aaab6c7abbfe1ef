using MentoringPortal.Paper.Blocks;
using QRCoder;

namespace MentoringPortal.Web.Features.Orders;

/// <summary>The QR code of ГОСТ Р 7.0.97-2025, requisite 31: the address at which whoever holds the sheet checks it.</summary>
public static class CheckMark
{
    /// <summary>Points: 25 mm, which a telephone reads from a hand's distance.</summary>
    private const double Side = 71;

    public static Figure Of(string url)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(url, QRCodeGenerator.ECCLevel.M);
        var size = Side / code.ModuleMatrix.Count;
        var boxes = code.ModuleMatrix.Index().SelectMany(row => Runs(row.Item).Select(run => new FigureBox(FigureTone.Ink, run.From * size, row.Index * size, run.Length * size, size)));
        return new(Side, Side, "Код проверки документа", url, [.. boxes]);
    }

    /// <summary>Dark modules side by side are one box.</summary>
    private static IEnumerable<(int From, int Length)> Runs(System.Collections.BitArray row)
    {
        for (var i = 0; i < row.Count; i++)
        {
            var from = i;
            while (i < row.Count && row[i])
                i++;
            if (i > from)
                yield return (from, i - from);
        }
    }
}
