using System.IO.Compression;
using System.Text;
using MentoringPortal.Domain;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;
using static MentoringPortal.Web.Tests.Formats.TestFiles;

namespace MentoringPortal.Web.Tests.Formats;

public class PdfReaderTests
{
    private const double Size = 12, Leading = 14;

    /// <summary>Pages of A4 drawn by hand: texts at their places, and rules.</summary>
    private sealed class Drawing : IDisposable
    {
        private readonly PdfDocumentBuilder _pdf = new();
        private readonly PdfDocumentBuilder.AddedFont _font;
        private PdfPageBuilder _page;

        public Drawing()
        {
            _font = _pdf.AddTrueTypeFont(Font());
            _page = _pdf.AddPage(PageSize.A4);
        }

        public Drawing NewPage()
        {
            _page = _pdf.AddPage(PageSize.A4);
            return this;
        }

        public Drawing NewPage(double side)
        {
            _page = _pdf.AddPage(side, side);
            return this;
        }

        public Drawing Text(double x, double y, params string[] lines)
        {
            foreach (var line in lines)
            {
                _page.AddText(line, Size, new PdfPoint(x, y), _font);
                y -= Leading;
            }
            return this;
        }

        public Drawing Grid(double[] xs, double[] ys)
        {
            foreach (var x in xs)
                _page.DrawLine(new PdfPoint(x, ys[0]), new PdfPoint(x, ys[^1]));
            foreach (var y in ys)
                _page.DrawLine(new PdfPoint(xs[0], y), new PdfPoint(xs[^1], y));
            return this;
        }

        public Drawing Line(double x1, double y1, double x2, double y2)
        {
            _page.DrawLine(new PdfPoint(x1, y1), new PdfPoint(x2, y2));
            return this;
        }

        public void Dispose() => _pdf.Dispose();

        public string[] Read()
        {
            using (this)
                return TestFiles.Read("приказ.pdf", _pdf.Build());
        }

        private static byte[] Font()
        {
            var assembly = typeof(MentoringPortal.Paper.Pdf).Assembly;
            var name = assembly.GetManifestResourceNames().First(name => name.EndsWith("400Regular.ttf", StringComparison.Ordinal));
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
    }

    [Fact]
    public void Read_WrappedLines_AreOneParagraphAndShortOnesAreNot() =>
        new Drawing().Text(60, 800, "ПРИКАЗ", "от 01.09.2026")
            .Text(60, 740, "Во исполнение распоряжения о целевой модели наставничества для образовательных", "организаций приказываю:", "1. Утвердить план.", "2. Назначить куратора.")
            .Read().ShouldBe(["ПРИКАЗ", "от 01.09.2026", "Во исполнение распоряжения о целевой модели наставничества для образовательных организаций приказываю:", "1. Утвердить план.", "2. Назначить куратора."]);

    [Fact]
    public void Read_WideGap_IsTab() => new Drawing().Text(60, 700, "Начальник").Text(400, 700, "И.И. Иванов").Read().ShouldBe(["Начальник\tИ.И. Иванов"]);

    [Fact]
    public void Read_RuledTable_GivesCellsWithWrappedTextWhole() =>
        new Drawing().Text(60, 800, "План")
            .Grid([60, 90, 250, 340], [780, 760, 725, 705])
            .Text(64, 767, "№").Text(94, 767, "Мероприятие").Text(254, 767, "Срок")
            .Text(64, 747, "1").Text(94, 747, "Приказ о введении модели", "наставничества").Text(254, 747, "май 2026")
            .Text(64, 712, "2").Text(94, 712, "Отчёт")
            .Text(60, 680, "Конец")
            .Read().ShouldBe(["План", "[№ | Мероприятие | Срок]", "[1 | Приказ о введении модели наставничества | май 2026]", "[2 | Отчёт | ]", "Конец"]);

    [Fact]
    public void Read_RowWithoutRulesBetween_IsOneCell() =>
        new Drawing().Line(60, 780, 340, 780).Line(60, 760, 340, 760).Line(60, 740, 340, 740).Line(60, 780, 60, 740).Line(340, 780, 340, 740).Line(200, 760, 200, 740)
            .Text(64, 767, "Раздел первый").Text(64, 747, "1").Text(204, 747, "май")
            .Read().ShouldBe(["[Раздел первый]", "[1 | май]"]);

    [Fact]
    public void Read_TableOverTwoPages_IsOneAndItsHeadStandsOnce() =>
        new Drawing().Grid([60, 90, 250], [100, 80, 60]).Text(64, 87, "№").Text(94, 87, "Дело").Text(64, 67, "1").Text(94, 67, "Приказ")
            .NewPage().Text(290, 810, "2").Grid([60, 90, 250], [780, 760, 740]).Text(64, 767, "№").Text(94, 767, "Дело").Text(64, 747, "2").Text(94, 747, "Отчёт")
            .Read().ShouldBe(["[№ | Дело]", "[1 | Приказ]", "[2 | Отчёт]"]);

    [Fact]
    public void Read_GraphPaper_IsNoTable()
    {
        double[] lines = [.. Enumerable.Range(1, 400).Select(i => 5.0 * i)];
        new Drawing().NewPage(2100).Grid(lines, [.. lines.Reverse()]).Text(1001, 1001, "слово").Read().ShouldBe(["слово"]);
    }

    [Fact]
    public void Read_ColumnsWithoutRules_AreATable() =>
        new Drawing().Text(60, 780, "№").Text(90, 780, "Мероприятие").Text(300, 780, "Срок").Text(400, 780, "Кто")
            .Text(60, 750, "1").Text(90, 750, "Приказ о введении модели", "наставничества").Text(300, 750, "май").Text(400, 750, "управление")
            .Text(60, 706, "2").Text(90, 706, "Отчёт").Text(300, 706, "июнь").Text(400, 706, "школы")
            .Read().ShouldBe(["[№ | Мероприятие | Срок | Кто]", "[1 | Приказ о введении модели наставничества | май | управление]", "[2 | Отчёт | июнь | школы]"]);

    [Fact]
    public void Read_PageWithoutWords_IsCalledAScan() =>
        Should.Throw<DomainException>(() => new Drawing().Line(1, 1, 50, 50).Read()).Message.ShouldContain("это скан");

    [Fact]
    public void Read_BrokenStructure_IsRefused() => Should.Throw<DomainException>(() => Read("a.pdf", HostileFiles.Pdf));

    [Fact]
    public void Read_StreamThatUnpacksWithoutEnd_IsRefused()
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            for (var i = 0; i < 110; i++)
                zlib.Write(new byte[1_000_000]);
        byte[] pdf = [.. "%PDF-1.4\n1 0 obj <</Filter/FlateDecode>> stream\r\n"u8, .. packed.ToArray(), .. Encoding.ASCII.GetBytes("\nendstream\nstartxref\n0\n%%EOF")];
        var before = GC.GetAllocatedBytesForCurrentThread();

        Should.Throw<DomainException>(() => Read("a.pdf", pdf)).Message.ShouldContain("слишком длинный");

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(50_000_000);
    }
}
