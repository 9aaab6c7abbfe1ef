using ClosedXML.Excel;
using MentoringPortal.Domain.Exchange;
using MentoringPortal.Domain.People;
using MentoringPortal.Web.Features.PeopleImport;

namespace MentoringPortal.Web.Formats;

/// <summary>Workbooks of the exchange: the template (empty, or with people), the two base forms, and the rows that did not go in.</summary>
public static class ExchangeWorkbooks
{
    /// <summary>Rows below the data that still offer the lists.</summary>
    private const int SpareRows = 500;
    private const string Lists = "Списки", People = "Люди";

    private static readonly ExchangeColumn[] Days = [ExchangeColumn.BirthDate, ExchangeColumn.TeachingSince, ExchangeColumn.EnteredOn, ExchangeColumn.TrainedOn];

    private static readonly IReadOnlyDictionary<ExchangeColumn, string> SampleCells = new Dictionary<ExchangeColumn, string>
    {
        [ExchangeColumn.Code] = ExchangeSheet.Sample,
        [ExchangeColumn.Surname] = "Фамилия",
        [ExchangeColumn.Given] = "Имя",
        [ExchangeColumn.Patronymic] = "Отчество",
        [ExchangeColumn.Kind] = CellText.Kinds[0].Word,
        [ExchangeColumn.Banks] = CellText.Mentees,
        [ExchangeColumn.BirthDate] = "05.09.2012",
        [ExchangeColumn.ClassName] = "7 Б",
        [ExchangeColumn.EnteredOn] = "01.09.2026",
        [ExchangeColumn.Time] = CellText.Times[0].Word,
    };

    public static byte[] Template(IReadOnlyList<Person> people, IReadOnlyList<string> topics, DateOnly today)
    {
        using var workbook = new XLWorkbook();
        workbook.Properties.Title = "Люди: наставляемые и наставники";
        var sheet = workbook.Worksheets.Add(People);
        var columns = ExchangeColumns.Template;
        for (var c = 0; c < columns.Count; c++)
        {
            Workbooks.Put(sheet.Cell(1, c + 1), ExchangeColumns.Head(columns[c]));
            sheet.Column(c + 1).Width = columns[c] is ExchangeColumn.Request or ExchangeColumn.Competences ? 40 : 18;
        }
        var head = sheet.Range(1, 1, 1, columns.Count);
        head.Style.Font.Bold = true;
        head.Style.Fill.BackgroundColor = XLColor.FromHtml("#E8EEF4");
        head.Style.Alignment.WrapText = true;
        sheet.SheetView.FreezeRows(1);
        var last = 1;
        if (people.Count == 0)
        {
            PutCells(sheet, ++last, SampleCells);
            sheet.Row(last).Style.Font.FontColor = XLColor.FromHtml("#6C757D");
        }
        foreach (var person in people)
            PutCells(sheet, ++last, PersonCells.Of(person, today));
        if (people.Count > 0)
            sheet.Range(1, 1, last, columns.Count).SetAutoFilter();
        AddLists(workbook, sheet, topics, last + SpareRows);
        AddGuide(workbook);
        return Workbooks.Bytes(workbook);
    }

    private static void PutCells(IXLWorksheet sheet, int row, IReadOnlyDictionary<ExchangeColumn, string> cells)
    {
        for (var c = 0; c < ExchangeColumns.Template.Count; c++)
        {
            var column = ExchangeColumns.Template[c];
            if (cells.GetValueOrDefault(column) is { } text)
                Workbooks.Put(sheet.Cell(row, c + 1), Array.IndexOf(Days, column) >= 0 && CellText.Date(text) is { } day ? day : text);
        }
    }

    /// <summary>Choices stand on a hidden sheet: a list typed into a cell's rule may have 255 characters.</summary>
    private static void AddLists(XLWorkbook workbook, IXLWorksheet sheet, IReadOnlyList<string> topics, int lastRow)
    {
        var lists = workbook.Worksheets.Add(Lists);
        var at = 0;
        void Offer(ExchangeColumn column, IReadOnlyList<string> words, bool isOnlyHint)
        {
            if (words.Count == 0)
                return;
            at++;
            for (var i = 0; i < words.Count; i++)
                Workbooks.Put(lists.Cell(i + 1, at), words[i]);
            var c = ExchangeColumns.Template.ToList().IndexOf(column) + 1;
            var rule = sheet.Range(2, c, lastRow, c).SetDataValidation();
            rule.List(lists.Range(1, at, words.Count, at));
            // Several words may stand in one cell: the list helps and does not forbid.
            rule.ShowErrorMessage = !isOnlyHint;
        }
        Offer(ExchangeColumn.Kind, [.. CellText.Kinds.Select(k => k.Word)], false);
        Offer(ExchangeColumn.Banks, CellText.Banks, false);
        Offer(ExchangeColumn.Time, [.. CellText.Times.Select(t => t.Word)], true);
        Offer(ExchangeColumn.Categories, [.. CellText.Categories.Select(t => t.Word)], true);
        Offer(ExchangeColumn.RequestTopics, topics, true);
        Offer(ExchangeColumn.CompetenceTopics, topics, true);
        lists.Hide();
    }

    private static void AddGuide(XLWorkbook workbook)
    {
        var guide = workbook.Worksheets.Add("Как заполнять");
        string[] lines =
        [
            "Одна строка листа «Люди» – один человек. Серая строка-образец не загружается.",
            "Обязательны: фамилия, имя, кто (список), база (список: наставляемые, наставники или обе); у обучающегося ещё дата рождения.",
            "Код проставляет портал: по нему он узнаёт человека. У нового человека ячейка пустая. Не меняйте и не переносите коды.",
            "Пустая ячейка ничего не меняет. Прочерк «–» стирает то, что записано в портале.",
            "Даты пишите так: 01.09.2026. Если день рождения не известен, впишите год.",
            "Темы, удобное время и категории можно перечислить через точку с запятой. Темы – только из списка, свои слова впишите в столбец рядом.",
            "Дату рождения портал хранит только у несовершеннолетних, у педагога – начало педагогической работы.",
            "Сохраните файл и загрузите его на странице «Загрузка из Excel». Сначала портал покажет, что будет сделано.",
        ];
        for (var i = 0; i < lines.Length; i++)
            Workbooks.Put(guide.Cell(i + 1, 1), lines[i]);
        guide.Column(1).Width = 110;
        guide.Column(1).Style.Alignment.WrapText = true;
    }

    /// <summary>The rows as they came under their own heads, with the reasons before them: mended, the file is brought again as it is.</summary>
    public static byte[] Errors(IReadOnlyList<JudgedRow> errors)
    {
        using var workbook = new XLWorkbook();
        workbook.Properties.Title = "Строки с ошибками";
        var number = 0;
        foreach (var sheet in errors.GroupBy(r => r.Row.Sheet).DefaultIfEmpty())
        {
            var page = workbook.Worksheets.Add($"Ошибки {++number}");
            Workbooks.Put(page.Cell(1, 1), "Что исправить");
            Workbooks.Put(page.Cell(1, 2), "Лист и строка");
            page.Column(1).Width = 60;
            page.Column(2).Width = 24;
            page.Row(1).Style.Font.Bold = true;
            page.SheetView.FreezeRows(1);
            for (var c = 0; sheet is not null && c < sheet.Key.Heads.Count; c++)
                Workbooks.Put(page.Cell(1, c + 3), sheet.Key.Heads[c]);
            var at = 1;
            foreach (var row in sheet ?? Enumerable.Empty<JudgedRow>())
            {
                at++;
                Workbooks.Put(page.Cell(at, 1), string.Join(" ", row.Remarks.Select(r => r.Words)));
                Workbooks.Put(page.Cell(at, 2), $"{row.Row.Sheet.Name}, строка {row.Row.Number}");
                for (var c = 0; c < row.Row.Source.Count; c++)
                    Workbooks.Put(page.Cell(at, c + 3), row.Row.Source[c]);
            }
        }
        return Workbooks.Bytes(workbook);
    }

    /// <summary>The methodology's bases of mentees and of mentors (Р-145), one sheet each, a row a pair.</summary>
    public static byte[] BaseForms(IReadOnlyList<BaseFormRow> rows)
    {
        using var workbook = new XLWorkbook();
        workbook.Properties.Title = "Базы наставляемых и наставников";
        Put(workbook, "База наставляемых", [.. rows.Where(r => r.Mentee is not null).OrderBy(r => r.Mentee!.Name, StringComparer.CurrentCulture)],
        [
            new("Ф. И. О. наставляемого", r => r.Mentee!.Name, 34), new("Контактные данные (представителя)", r => r.Mentee!.Contact, 24), new("Год рождения", r => r.Mentee!.BirthYear, 10),
            new("Основной запрос наставляемого", r => r.Mentee!.Words, 34), new("Дата вхождения в программу", r => r.From ?? r.Mentee!.EnteredOn, 14), new("Ф. И. О. наставника", r => r.Mentor?.Name, 34),
            new(ExchangeColumns.Head(ExchangeColumn.Form), r => r.Form, 22), new(ExchangeColumns.Head(ExchangeColumn.Workplace), r => r.Mentor?.Place, 28), .. Ending, new(ExchangeColumns.Head(ExchangeColumn.Completed), r => r.IsCompleted ? "да" : null, 14), .. Order,
        ]);
        Put(workbook, "База наставников", [.. rows.Where(r => r.Mentor is { IsOwn: true }).OrderBy(r => r.Mentor!.Name, StringComparer.CurrentCulture)],
        [
            new("Ф. И. О. наставника", r => r.Mentor!.Name, 34), new("Контактные данные", r => r.Mentor!.Contact, 24), new(ExchangeColumns.Head(ExchangeColumn.Workplace), r => r.Mentor!.Place, 28),
            new("Основные компетенции", r => r.Mentor!.Words, 34), new("Важные достижения", r => r.Mentor!.Achievements, 28), new("Интересы", r => r.Mentor!.Interests, 28),
            new("Желаемый возраст наставляемых", r => r.Mentor!.WishedAge, 14), new("Ресурс времени", r => r.Mentor!.Time, 22), new("Дата вхождения в программу", r => r.From ?? r.Mentor!.EnteredOn, 14),
            new("Ф. И. О. наставляемого", r => r.Mentee?.Name, 34), new(ExchangeColumns.Head(ExchangeColumn.Form), r => r.Form, 22), new(ExchangeColumns.Head(ExchangeColumn.StudyPlace), r => r.Mentee?.Place, 20), .. Ending, .. Order,
        ]);
        return Workbooks.Bytes(workbook);
    }

    private static IReadOnlyList<WorkbookColumn<BaseFormRow>> Ending =>
    [
        new(ExchangeColumns.Head(ExchangeColumn.CompletedOn), r => r.To, 14), new(ExchangeColumns.Head(ExchangeColumn.Result), r => r.Result, 34), new(ExchangeColumns.Head(ExchangeColumn.CaseLink), r => r.CaseLink, 24),
    ];

    private static IReadOnlyList<WorkbookColumn<BaseFormRow>> Order =>
        [new(ExchangeColumns.Head(ExchangeColumn.OrderNumber), r => r.OrderNumber, 14), new(ExchangeColumns.Head(ExchangeColumn.OrderDate), r => r.OrderDate, 14)];

    private static void Put(XLWorkbook workbook, string name, IReadOnlyList<BaseFormRow> rows, IReadOnlyList<WorkbookColumn<BaseFormRow>> columns)
    {
        var sheet = workbook.Worksheets.Add(name);
        Workbooks.Put(sheet.Cell(1, 1), ExchangeColumns.Head(ExchangeColumn.Number));
        sheet.Column(1).Width = 6;
        for (var c = 0; c < columns.Count; c++)
        {
            Workbooks.Put(sheet.Cell(1, c + 2), columns[c].Head);
            sheet.Column(c + 2).Width = columns[c].Width;
        }
        sheet.Row(1).Style.Font.Bold = true;
        sheet.Row(1).Style.Alignment.WrapText = true;
        sheet.SheetView.FreezeRows(1);
        for (var r = 0; r < rows.Count; r++)
        {
            Workbooks.Put(sheet.Cell(r + 2, 1), r + 1);
            for (var c = 0; c < columns.Count; c++)
                Workbooks.Put(sheet.Cell(r + 2, c + 2), columns[c].Value(rows[r]));
        }
    }
}
