using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using MentoringPortal.Paper.Blocks;

namespace MentoringPortal.Paper.Word;

/// <summary>The styles a clerk finds in Word: built-in ones (Word shows their names in its own language) and ours under Russian names.</summary>
internal static class WordStyles
{
    public const string Title = "Title", BodyText = "BodyText", Clause = "Clause", Bullet = "ListBullet", Letterhead = "Letterhead",
        Requisite = "Requisite", Kind = "DocumentKind", Cell = "TableCell", CellHead = "TableHead", Note = "Note", Grid = "TableGrid", Header = "Header";

    private const string Normal = "Normal", Font = "Times New Roman";

    public static Styles Create(PaperDocument document)
    {
        var text = document.Text;
        var indent = new Indentation { FirstLine = $"{WordUnits.Twips(text.FirstLineIndent)}" };
        return new(
            Defaults(document),
            Make(Normal, "Normal", basedOn: null, [Spacing()], RunOf(text.Size)),
            Make(BodyText, "Body Text", Normal, [Spacing(line: text.LineSpacing), indent, Justified(JustificationValues.Both)]),
            Make(Clause, "Пункт", BodyText, []),
            Make(Bullet, "List Bullet", BodyText, []),
            Make(Letterhead, "Реквизиты бланка", Normal, [Justified(JustificationValues.Center)], RunOf(text.Size, bold: true)),
            Make(Kind, "Вид документа", Normal, [new KeepNext(), Spacing(12, 12), Justified(JustificationValues.Center)], RunOf(text.Size + 2, bold: true)),
            Make(Requisite, "Реквизит", Normal, []),
            Make(Title, "Title", Normal, [new KeepNext(), Spacing(6, 12), Justified(JustificationValues.Center)], RunOf(text.Size, bold: true)),
            Heading(1, text.Size),
            Heading(2, text.Size),
            Heading(3, text.Size),
            Make(Cell, "Текст таблицы", Normal, [], RunOf(text.Size - 1)),
            Make(CellHead, "Шапка таблицы", Cell, [new KeepNext(), Justified(JustificationValues.Center)], RunOf(text.Size - 1, bold: true)),
            Make(Note, "Примечание", Normal, [Spacing(6)], RunOf(text.Size - 2)),
            Make(Header, "header", Normal, [Justified(JustificationValues.Center)]),
            Ruled());
    }

    private static DocDefaults Defaults(PaperDocument document) => new(
        new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts { Ascii = Font, HighAnsi = Font, EastAsia = Font, ComplexScript = Font },
            new Languages { Val = document.Language })),
        new ParagraphPropertiesDefault());

    private static Style Heading(int level, double size) => Make(
        $"Heading{level}",
        $"heading {level}",
        Normal,
        [new KeepNext(), Spacing(12, 8), Justified(JustificationValues.Center), new OutlineLevel { Val = level - 1 }],
        RunOf(size, bold: true));

    private static Style Make(string id, string name, string? basedOn, OpenXmlElement[] paragraph, StyleRunProperties? run = null)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id };
        if (basedOn is null)
            style.Default = true;
        if (!char.IsAscii(name[0]))
            style.CustomStyle = true;
        style.Append(new StyleName { Val = name });
        if (basedOn is not null)
            style.Append(new BasedOn { Val = basedOn });
        style.Append(new PrimaryStyle(), new StyleParagraphProperties(paragraph));
        if (run is not null)
            style.Append(run);
        return style;
    }

    private static StyleRunProperties RunOf(double size, bool bold = false)
    {
        var run = new StyleRunProperties();
        if (bold)
            run.Append(new Bold());
        run.Append(new FontSize { Val = WordUnits.HalfPoints(size) }, new FontSizeComplexScript { Val = WordUnits.HalfPoints(size) });
        return run;
    }

    /// <summary>Points around the paragraph; lines as multiples of their natural height.</summary>
    private static SpacingBetweenLines Spacing(double before = 0, double after = 0, double line = 1) => new()
    {
        Before = WordUnits.Twentieths(before),
        After = WordUnits.Twentieths(after),
        Line = $"{Math.Round(line * 240)}",
        LineRule = LineSpacingRuleValues.Auto,
    };

    private static Justification Justified(JustificationValues value) => new() { Val = value };

    private static Style Ruled() => new(
        new StyleName { Val = "Table Grid" },
        new PrimaryStyle(),
        new StyleTableProperties(
            new TableBorders(
                Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>()),
            new TableCellMarginDefault(
                new TopMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
                new TableCellLeftMargin { Width = 85, Type = TableWidthValues.Dxa },
                new BottomMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
                new TableCellRightMargin { Width = 85, Type = TableWidthValues.Dxa })))
    {
        Type = StyleValues.Table,
        StyleId = Grid,
    };

    private static T Line<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "auto" };
}
