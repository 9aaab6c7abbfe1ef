using ClosedXML.Excel;
using MentoringPortal.Domain.Exchange;

namespace MentoringPortal.Web.Tests.Exchange;

/// <summary>A row of a list of people as careless or hostile hands make it.</summary>
/// <param name="Bad">The column that its refusal must name; null for a row that is good.</param>
internal sealed record HostileRow(IReadOnlyDictionary<ExchangeColumn, string> Cells, ExchangeColumn? Bad);

/// <summary>Names of UN1, formulas, dates of TM5 and cells that cannot be, in turn: every refusal is known beforehand.</summary>
internal static class HostileRows
{
    public static readonly ExchangeColumn[] Columns =
    [
        ExchangeColumn.Code, ExchangeColumn.Surname, ExchangeColumn.Given, ExchangeColumn.Patronymic, ExchangeColumn.Kind, ExchangeColumn.Banks, ExchangeColumn.BirthDate, ExchangeColumn.ClassName,
        ExchangeColumn.EnteredOn, ExchangeColumn.Capacity, ExchangeColumn.Contact, ExchangeColumn.RequestTopics, ExchangeColumn.CompetenceTopics,
    ];

    private static readonly string[] Names =
    [
        "Ёлкина", "Елкина", "Андреи\u0306", "Ибн-Хаттаб", "Д'Артаньян", "О’Коннор", "Я", "Мамин-Сибиряк", "Ыъ", "Аргун-гӀалин", "Аргун-гӏалин", "БӀаьвнаш", "БIаьвнаш", "Б1аьвнаш", "Бlаьвнаш", "БІаьвнаш", "Гӏалгӏайче",
        "Өҗҗәтова", "Ңғ", "Һади", "Ӕхсар", "Зеро\u200BШирина", "Не\u00A0разрывный", "Мяг\u00ADкий", "Право\u202Eлевый", "Смайл😀ов", "=1+1", "+7", "-5", "@SUM(1)", "=HYPERLINK(\"http://x\";\"y\")", "=cmd|' /C calc'!A0", "{{7*7}}",
        "<script>alert(1)</script>", "'; DROP TABLE People;--", new string('Ж', 120),
    ];

    private static readonly string[] GoodDays = ["05.09.2012", "5.9.12", "2012-09-05", "41157", "5 сентября 2012", "2012", "05.09.2012 00:00:00", "29.02.2012"];

    private static readonly (ExchangeColumn Column, string Text, ExchangeColumn? Bad)[] Broken =
    [
        .. new[] { "31.02.2012", "29.02.2013", "00.00.0000", "02/13/2012", "01.01.0001", "31.12.9999", "٠٥.٠٩.٢٠١٢", "٢٠١٢", "вчера", "-1", "99999999999", "05.09.2099", "" }.Select(d => (ExchangeColumn.BirthDate, d, (ExchangeColumn?)null)),
        (ExchangeColumn.Surname, "", null), (ExchangeColumn.Given, "", null), (ExchangeColumn.Surname, "–", null), (ExchangeColumn.Surname, new string('Ж', 121), null), (ExchangeColumn.Given, new string('ж', 5000), null),
        (ExchangeColumn.Kind, "кот", null), (ExchangeColumn.Kind, "–", null), (ExchangeColumn.Kind, "педагог", ExchangeColumn.BirthDate), (ExchangeColumn.Banks, "–", null), (ExchangeColumn.Banks, "", null), (ExchangeColumn.Banks, "никакая", null),
        (ExchangeColumn.ClassName, "13 Я", null), (ExchangeColumn.ClassName, "Ж", null), (ExchangeColumn.ClassName, "7 " + new string('Ж', 40), null), (ExchangeColumn.EnteredOn, "32.13.2026", null), (ExchangeColumn.EnteredOn, "завтра", null),
        (ExchangeColumn.Capacity, "много", null), (ExchangeColumn.Capacity, "0", null), (ExchangeColumn.Capacity, "٣", null), (ExchangeColumn.Capacity, "3", null), (ExchangeColumn.Contact, new string('8', 301), null),
        (ExchangeColumn.CompetenceTopics, "=1+1", null), (ExchangeColumn.RequestTopics, "Нет такой темы", null), (ExchangeColumn.Code, "999999", null), (ExchangeColumn.Code, "0", null), (ExchangeColumn.Code, "ABC", null), (ExchangeColumn.Code, "99999999999999999999", null),
    ];

    public static IReadOnlyList<HostileRow> Make(int count) => [.. Enumerable.Range(0, count).Select(Row)];

    private static HostileRow Row(int i)
    {
        var cells = new Dictionary<ExchangeColumn, string>
        {
            [ExchangeColumn.Surname] = Names[i % Names.Length],
            [ExchangeColumn.Given] = $"Имя{i}",
            [ExchangeColumn.Patronymic] = i % 3 == 0 ? "" : i % 3 == 1 ? "Мухаммад оглы" : "=Львович",
            [ExchangeColumn.Kind] = "обучающийся",
            [ExchangeColumn.Banks] = "наставляемые",
            [ExchangeColumn.BirthDate] = GoodDays[i % GoodDays.Length],
            [ExchangeColumn.ClassName] = "7 Б",
            [ExchangeColumn.EnteredOn] = "01.09.2026",
        };
        if (i % 2 == 0)
            return new(cells, null);
        var (column, text, bad) = Broken[i / 2 % Broken.Length];
        // A year of birth alone does not make a teacher's row wrong.
        if (bad == ExchangeColumn.BirthDate)
            cells[ExchangeColumn.BirthDate] = "05.09.1980";
        cells[column] = text;
        return new(cells, bad ?? column);
    }

    /// <summary>The rows on two sheets, the second with a title and with merged cells, and a hidden sheet that is nobody's business.</summary>
    public static byte[] Workbook(IReadOnlyList<HostileRow> rows, IReadOnlyList<HostileRow> merged)
    {
        using var workbook = new XLWorkbook();
        var hidden = workbook.Worksheets.Add("Скрытый");
        Put(hidden, 1, rows.Take(40).ToList());
        hidden.Hide();
        Put(workbook.Worksheets.Add("=Люди"), 1, rows);
        var sheet = workbook.Worksheets.Add("7 Б");
        sheet.Cell(1, 1).SetValue("Список наставляемых");
        sheet.Range(1, 1, 1, 5).Merge();
        Put(sheet, 3, merged);
        foreach (var column in new[] { ExchangeColumn.Banks, ExchangeColumn.EnteredOn })
            sheet.Range(4, Array.IndexOf(Columns, column) + 1, 3 + merged.Count, Array.IndexOf(Columns, column) + 1).Merge();
        using var bytes = new MemoryStream();
        workbook.SaveAs(bytes);
        return bytes.ToArray();
    }

    private static void Put(IXLWorksheet sheet, int head, IReadOnlyList<HostileRow> rows)
    {
        for (var c = 0; c < Columns.Length; c++)
        {
            sheet.Cell(head, c + 1).SetValue(ExchangeColumns.Head(Columns[c]));
            for (var r = 0; r < rows.Count; r++)
                if (rows[r].Cells.GetValueOrDefault(Columns[c]) is { Length: > 0 } text)
                    sheet.Cell(head + 1 + r, c + 1).SetValue(text);
        }
    }

    public static string Csv(IReadOnlyList<HostileRow> rows) => string.Join("\r\n", rows.Select(r => Columns.Select(c => r.Cells.GetValueOrDefault(c) ?? "")).Prepend(Columns.Select(ExchangeColumns.Head))
        .Select(cells => string.Join(';', cells.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))));
}
