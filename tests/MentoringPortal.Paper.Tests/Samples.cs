using MentoringPortal.Paper.Blocks;

namespace MentoringPortal.Paper.Tests;

/// <summary>Invented papers of an invented municipality; the benchmarks use them too.</summary>
public static class Samples
{
    public const string Signer = "И.О. Образцова";

    public static readonly DateTimeOffset Created = new(2026, 9, 3, 9, 0, 0, TimeSpan.Zero);

    public static PaperDocument Order(int roadmapRows = 40) => new()
    {
        Title = "Приказ от 03.09.2026 № 172/1 «О внедрении целевой модели наставничества»",
        Author = "Управление образования Заречного района",
        CreatedAt = Created,
        Sections = [OrderText(), Roadmap(roadmapRows)],
    };

    public static PaperDocument Registry(int rows) => new()
    {
        Title = "Реестр наставников",
        CreatedAt = Created,
        Sections =
        [
            new(
                new DocumentTitle("Реестр наставников"),
                new Note("Сформирован 03.09.2026; отбор: все организации"),
                new Table
                {
                    TextSize = 10,
                    Columns = [new("№", 1, Alignment.Right), new("Наставник", 5), new("Организация", 5), new("Форма", 4), new("Срок", 3, Alignment.Center)],
                    Rows =
                    [
                        .. Enumerable.Range(1, rows).Select(i => new TableRow(
                            $"{i}", $"Наставник Имя Отчество {i}", $"Школа № {i % 40 + 1} Заречного района", i % 3 == 0 ? "учитель–ученик" : "ученик–ученик", "01.09.2026")),
                    ],
                }),
        ],
    };

    public static PaperDocument Of(params Block[] blocks) => new() { Title = "Проба", Sections = [new(blocks)] };

    /// <summary>Each kind of block once, with what is hard for it.</summary>
    public static PaperDocument EveryBlock() => new()
    {
        Title = "Все блоки",
        Sections =
        [
            new(
                new Letterhead("УПРАВЛЕНИЕ ОБРАЗОВАНИЯ"),
                new DocumentKind("РАСПОРЯЖЕНИЕ"),
                new RegistrationLine("____________", "№ ______"),
                new DocumentTitle("О пробе") { Alignment = Alignment.Left },
                new Paragraph(new RichText(new Run("полужирный ", Bold: true), new Run("курсив ", Italic: true), new Run("оба", Bold: true, Italic: true))),
                new Paragraph(Words(400)) { SpaceBefore = 6 },
                new PageBreak(),
                new Heading(1, "Раздел"),
                new Heading(3, "Уровень через один"),
                new Clause("1.", "пункт"),
                new Bullet("перечень"),
                new Spacer(5),
                new Clause("1.1.", "подпункт"),
                new Note("Сформировано 03.09.2026"),
                new Table { Columns = [new("А", 1), new("Б", 2)], Rows = [] },
                new Table
                {
                    TextSize = 9,
                    Columns = [new("Школа", 2), new("Всего", 1, Alignment.Right), new("Доля", 1, Alignment.Right)],
                    Rows = [new(new Cell("Школа № 1") { IsRowHead = true }, "10", "15 %"), new(new Cell("на две") { ColumnSpan = 2 }), TableRow.Section("Итого")],
                },
                Chart(),
                new Spacer(3),
                new Signature("Начальник", Signer)),
            new(new AppendixMark("Приложение № 1"), new Paragraph(Words(900))) { RestartsNumbering = true },
        ],
    };

    public static Figure Chart(string words = "45,5 %") => new(640, 240, "Охват по годам", "01.09.2025 – 45,5 %",
    [
        new FigureLine(FigureTone.Grid, 40, 210, 640, 210),
        new FigureText(FigureTone.Axis, 34, 214, "0", Alignment.Right),
        new FigureBox(FigureTone.Column, 100, 90, 56, 120),
        new FigureBox(FigureTone.Other, 160, 110, 56, 100),
        new FigureText(FigureTone.Value, 128, 85, words, Alignment.Center),
        new FigureLine(FigureTone.Target, 40, 60, 240, 60),
    ]);

    /// <summary>What breaks layouts: an endless word, a cell taller than a page, an empty table, letters that no font here has.</summary>
    public static PaperDocument Hard() => Of(
        new Paragraph(new string('щ', 300)),
        new Clause("1.", "Чеченские буквы: Аргун-гӀалин, Ӏаьнаран; осетинские: Ӕ; татарские: Ә; знаки: рубль₽, параграф§, снег☃, лицо😀"),
        new Heading(1, "Пустая таблица"),
        new Table { Columns = [new("Первый", 1), new("Второй", 2)], Rows = [] },
        new Table
        {
            Columns = [new("№", 1, Alignment.Right), new("Текст", 6), new("Итог", 2)],
            Rows =
            [
                new("1", "коротко", "да"),
                new("2", Words(900), "нет\nда"),
                new("3", new string('ж', 120), "узко"),
                new("4"),
            ],
        },
        new Signature(Words(30), "Константинопольская-Преображенская Александра Константиновна"));

    public static string Words(int count) => string.Join(' ', Enumerable.Range(1, count).Select(i => $"слово{i}"));

    private static PaperSection OrderText() => new(
        new Letterhead("АДМИНИСТРАЦИЯ ЗАРЕЧНОГО РАЙОНА", "Муниципальное учреждение", "«Управление образования»")
        {
            SecondLines = ["АРГУН-ГӀАЛИН МЭРИ", "Муниципальни учреждени", "«Дешаран урхалла»"],
            SecondLanguage = "ce",
            Details = ["ул. Школьная, д. 1, с. Заречное, тел. (00000) 0-00-00, ОКПО 00000000"],
        },
        new DocumentKind("ПРИКАЗ"),
        new RegistrationLine("03.09.2026", "№ 172/1", "с. Заречное"),
        new DocumentTitle("Об утверждении плана мероприятий («дорожной карты») внедрения целевой модели наставничества в образовательных организациях Заречного района"),
        new Paragraph(Typography.Nbsp("Во исполнение распоряжения Минпросвещения России от 25.12.2019 № Р-145 «Об утверждении методологии (целевой модели) наставничества обучающихся» и в целях развития наставничества в образовательных организациях района — школах, учреждениях дополнительного образования и колледже —")),
        new Paragraph(RichText.Bold("ПРИКАЗЫВАЮ:")) { FirstLineIndent = false, KeepWithNext = true, SpaceBefore = 8 },
        new Clause("1.", Typography.Nbsp("Утвердить прилагаемый план мероприятий («дорожную карту») внедрения целевой модели наставничества на 2026/2027 учебный год (приложение № 1).")),
        new Clause("2.", "Ведущему специалисту О.П. Примеровой:"),
        new Clause("2.1.", "организовать внедрение методологии наставничества в образовательных организациях, обеспечить методическое сопровождение кураторов и ежемесячно представлять сведения о ходе исполнения «дорожной карты»;"),
        new Clause("2.2.", "довести настоящий приказ до сведения руководителей образовательных организаций, в том числе:"),
        new Clause("2.2.1.", "общеобразовательных организаций;"),
        new Clause("2.2.2.", "организаций дополнительного образования."),
        new Clause("3.", Typography.Nbsp("Руководителям образовательных организаций в срок до 1 октября 2026 г. утвердить распорядительным актом:")),
        new Bullet("положение о целевой модели наставничества;"),
        new Bullet("план мероприятий («дорожную карту») по внедрению целевой модели наставничества;"),
        new Bullet("состав наставнических пар (групп) и персонализированные программы наставничества."),
        new Clause("4.", Typography.Nbsp("Установить целевые показатели охвата: не менее 15 % обучающихся до 31.12.2026, не менее 30 % до 31.12.2027, не менее 70 % до 31.12.2030.")),
        new Clause("5.", new RichText(new Run("Контроль за исполнением настоящего приказа "), new Run("оставляю за собой", Italic: true), new Run("."))),
        new Signature("Начальник\nуправления образования", Signer));

    private static PaperSection Roadmap(int rows) => new(
        new AppendixMark("Приложение № 1", "к приказу управления образования", Typography.Nbsp("от 03.09.2026 № 172/1")),
        new Heading(1, "План мероприятий («дорожная карта»)\nвнедрения целевой модели наставничества на 2026/2027 учебный год"),
        new Table
        {
            Summary = "Мероприятия со сроками, ответственными и результатами",
            Columns = [new("№ п/п", 1.1, Alignment.Center), new("Наименование мероприятия", 6), new("Срок реализации", 2.4, Alignment.Center), new("Ответственный исполнитель", 3.4), new("Результат", 2.6)],
            Rows = [.. Enumerable.Range(0, rows).SelectMany(RoadmapRows)],
        })
    {
        Orientation = Orientation.Landscape,
    };

    private static IEnumerable<TableRow> RoadmapRows(int index)
    {
        var (section, number) = (index / 10 + 1, index % 10 + 1);
        if (number == 1)
            yield return TableRow.Section($"{section}. Раздел: организационное и методическое обеспечение наставничества");
        yield return new(
            $"{section}.{number}.",
            Activities[index % Activities.Length],
            Typography.Nbsp(index % 3 == 0 ? "до 1 октября 2026 г." : "в течение учебного года"),
            index % 2 == 0 ? "Управление образования,\nруководители образовательных организаций" : "Образовательные организации",
            index % 4 == 0 ? "Приказ" : "Сводная информация");
    }

    private static readonly string[] Activities =
    [
        "Утверждение состава рабочей группы по внедрению целевой модели наставничества",
        "Назначение кураторов в образовательных организациях и определение лиц, ответственных за взаимодействие с муниципальным центром наставничества",
        "Формирование базы наставляемых с перечнем запросов",
        "Обучение наставников",
        "Заключение соглашений с организациями — партнёрами о реализации программ наставничества по форме «работодатель–ученик»",
    ];
}
