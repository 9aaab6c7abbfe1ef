using System.Text;
using ClosedXML.Excel;
using MentoringPortal.Domain.Reading;
using MentoringPortal.Paper.Blocks;
using MentoringPortal.Web.Formats;

namespace MentoringPortal.Web.Tests.Formats;

/// <summary>
/// One invented order with a roadmap of forty rows, made by writers that know nothing of the readers: whatever the format, the same is understood.
/// </summary>
public class SameInEveryFormatTests
{
    private static readonly string[] Head =
    [
        "Отдел образования администрации Заозёрного района", "ПРИКАЗ", "от 03.09.2026 № 118/2-о", "с. Заозёрное", "О внедрении целевой модели наставничества",
        "Во исполнение распоряжения Министерства просвещения Российской Федерации от 25.12.2019 № Р-145 и в целях развития наставничества в образовательных организациях района", "ПРИКАЗЫВАЮ:",
    ];

    private static readonly (string Number, string Text)[] Clauses =
    [
        ("1.", "Утвердить дорожную карту внедрения целевой модели наставничества в образовательных организациях района (приложение 1)."),
        ("2.", "Руководителям образовательных организаций:"),
        ("2.1.", "Разработать и утвердить дорожную карту образовательной организации в срок до 01.10.2026."),
        ("2.2.", "Назначить куратора наставничества в срок до 15.09.2026."),
        ("3.", "Контроль за исполнением настоящего приказа оставляю за собой."),
    ];

    private static readonly string[] Columns = ["№ п/п", "Мероприятие", "Срок реализации", "Ответственные", "Результат"];

    /// <summary>A row of one cell is the title of a section.</summary>
    private static readonly string[][] Rows =
    [
        ["1. Подготовка условий"],
        .. Enumerable.Range(1, 20).Select(i => new[] { $"1.{i}", $"Подготовка приказа номер {i} о внедрении целевой модели наставничества в образовательных организациях района", $"до {i:00}.10.2026", "Отдел образования, руководители образовательных организаций", "Приказ" }),
        ["2. Работа пар"],
        .. Enumerable.Range(1, 20).Select(i => new[] { $"2.{i}", $"Встреча наставников и наставляемых номер {i}", "ноябрь 2026 года", "Руководители образовательных организаций", "Отчёт" }),
    ];

    private static PaperDocument Document => new()
    {
        Title = "Приказ",
        Sections =
        [
            new PaperSection([.. Head.Select(line => new Paragraph(line)), .. Clauses.Select(clause => new Clause(clause.Number, clause.Text)), new Signature("Начальник отдела", "П.П. Первая")]),
            new PaperSection(new AppendixMark("Приложение № 1", "к приказу Отдела образования", "от 03.09.2026 № 118/2-о"), new Heading(1, "Дорожная карта внедрения целевой модели наставничества"), Table)
            {
                Orientation = Orientation.Landscape,
            },
        ],
    };

    private static Table Table => new()
    {
        Columns = [.. Columns.Zip([1, 5, 2, 3, 2], (head, width) => new Column(head, width))],
        Rows = [.. Rows.Select(row => row.Length == 1 ? TableRow.Section(row[0]) : new TableRow([.. row.Select(cell => (Cell)cell)]))],
    };

    private static IEnumerable<string> Lines =>
    [
        .. Head, .. Clauses.Select(clause => $"{clause.Number} {clause.Text}"), "Начальник отдела\tП.П. Первая",
        "Приложение № 1", "к приказу Отдела образования", "от 03.09.2026 № 118/2-о", "Дорожная карта внедрения целевой модели наставничества",
    ];

    private static byte[] Text() => Encoding.UTF8.GetBytes(string.Join('\n', Lines.Append(string.Join('\t', Columns)).Concat(Rows.Select(row => string.Join('\t', row)))));

    private static byte[] Workbook()
    {
        using var workbook = new XLWorkbook();
        var sheet = workbook.AddWorksheet("Приказ");
        var row = 1;
        foreach (var line in Lines)
            sheet.Cell(row++, 1).Value = line.Replace('\t', ' ');
        row++;
        foreach (var cells in Rows.Prepend(Columns))
        {
            for (var column = 0; column < cells.Length; column++)
                sheet.Cell(row, column + 1).SetValue(cells[column]);
            if (cells.Length == 1)
                sheet.Range(row, 1, row, Columns.Length).Merge();
            row++;
        }
        var stream = new MemoryStream();
        workbook.SaveAs(stream);
        return stream.ToArray();
    }

    [Theory]
    [InlineData("txt")]
    [InlineData("docx")]
    [InlineData("html")]
    [InlineData("xlsx")]
    [InlineData("pdf")]
    public void Read_SameOrder_IsUnderstoodTheSame(string format)
    {
        var content = format switch
        {
            "txt" => Text(),
            "docx" => Paper.Docx.Render(Document),
            "html" => Encoding.UTF8.GetBytes(Paper.Html.Render(Document)),
            "xlsx" => Workbook(),
            _ => Paper.Pdf.Render(Document),
        };
        var reading = DocumentReader.Read(DocumentSource.Open("приказ." + format, new MemoryStream(content)));

        reading.Document.Number.ShouldBe("118/2-о");
        reading.Document.Date.ShouldBe(new DateOnly(2026, 9, 3));
        reading.Clauses.Select(clause => clause.Text).ShouldBe(Clauses.Select(clause => clause.Text));
        reading.Sections.Select(section => section.Number).ShouldBe(["1", "2"]);
        reading.Items.Select(item => (item.Number, item.Activity, item.Deadline.Text, item.Result))
            .ShouldBe(Rows.Where(row => row.Length > 1).Select(row => (row[0], row[1], row[2], (string?)row[4])));
        reading.Unused.ShouldBeEmpty();
    }

    [Fact]
    public void Read_RoadmapTornIntoThreeTables_IsWhole()
    {
        var torn = Rows.Where(row => row.Length > 1).Chunk(15).Select((part, i) =>
            $"<table>{string.Concat((i == 0 ? part.Prepend(Columns) : part).Select(row => $"<tr><td>{string.Join("</td><td>", row)}</td></tr>"))}</table><p></p>");
        var html = $"<html>{string.Concat(Lines.Select(line => $"<p>{line}</p>"))}{string.Concat(torn)}";

        DocumentReader.Read(DocumentSource.Open("приказ.html", new MemoryStream(Encoding.UTF8.GetBytes(html)))).Items.Count.ShouldBe(40);
    }
}
