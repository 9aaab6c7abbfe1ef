using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using MentoringPortal.Paper.Blocks;
using Block = MentoringPortal.Paper.Blocks.Block;
using BodyParagraph = MentoringPortal.Paper.Blocks.Paragraph;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using WordRun = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace MentoringPortal.Paper.Word;

/// <summary>The blocks of one section as elements of WordprocessingML.</summary>
internal sealed class WordBlocks(PaperDocument document, PaperSection section)
{
    private readonly int _width = WordUnits.TextWidth(document.Page, section.Orientation);

    public IEnumerable<OpenXmlElement> Compose() =>
        section.Blocks.Index().SelectMany(block => Compose(block.Item, Signature.Follows(section.Blocks, block.Index)));

    private IEnumerable<OpenXmlElement> Compose(Block block, bool keepNext) => block switch
    {
        Letterhead letterhead => ComposeLetterhead(letterhead),
        DocumentKind kind => [WordText.Paragraph(WordStyles.Kind, kind.Text)],
        RegistrationLine line => [Registration(line)],
        DocumentTitle title => [WordText.Paragraph(WordStyles.Title, title.Text, title.Alignment)],
        Blocks.Heading heading => [WordText.Paragraph($"Heading{Math.Clamp(heading.Level, 1, 3)}", heading.Text, heading.Alignment)],
        BodyParagraph paragraph => [Body(paragraph, keepNext)],
        Clause clause => [WordText.Paragraph(WordStyles.Clause, clause.Text.Prepend(clause.Number + "\u00A0"), keepNext: keepNext)],
        Bullet bullet => [WordText.Paragraph(WordStyles.Bullet, bullet.Text.Prepend(Bullet.Marker + "\u00A0"), keepNext: keepNext)],
        Blocks.Table table => new WordTable(table, _width).Compose(keepNext),
        Signature signature => Sign(signature),
        AppendixMark mark => [Mark(mark)],
        Note note => [WordText.Paragraph(WordStyles.Note, note.Text, keepNext: keepNext)],
        Figure figure => [WordFigure.Compose(figure, _width)],
        PageBreak => [new WordParagraph(new WordRun(new Break { Type = BreakValues.Page }))],
        Spacer spacer => [Space(WordUnits.Twips(spacer.Height), keepNext)],
        _ => throw new ArgumentException($"The Word writer does not know the block {block.GetType().Name}.", nameof(block)),
    };

    /// <summary>An empty line of that height; Word knows no space between blocks but lines and paragraphs.</summary>
    public static WordParagraph Space(int twips, bool keepNext)
    {
        var paragraph = WordText.Paragraph(WordStyles.Requisite, "", keepNext: keepNext);
        paragraph.ParagraphProperties!.SpacingBetweenLines = new() { Line = $"{Math.Max(1, twips)}", LineRule = LineSpacingRuleValues.Exact };
        return paragraph;
    }

    private static WordParagraph Body(BodyParagraph block, bool keepNext)
    {
        var paragraph = WordText.Paragraph(WordStyles.BodyText, block.Text, block.Alignment, keepNext || block.KeepWithNext);
        if (block.SpaceBefore > 0)
            paragraph.ParagraphProperties!.SpacingBetweenLines = new() { Before = WordUnits.Twentieths(block.SpaceBefore) };
        if (!block.FirstLineIndent)
            paragraph.ParagraphProperties!.Indentation = new() { FirstLine = "0" };
        return paragraph;
    }

    private IEnumerable<OpenXmlElement> ComposeLetterhead(Letterhead letterhead)
    {
        var names = WordText.Paragraph(WordStyles.Letterhead, RichText.Lines(letterhead.Lines));
        if (letterhead.SecondLines.Count == 0)
        {
            yield return names;
        }
        else
        {
            var second = WordText.Paragraph(WordStyles.Letterhead, RichText.Lines(letterhead.SecondLines), language: letterhead.SecondLanguage);
            yield return WordTable.Unruled([(_width / 2, names), (_width - _width / 2, second)], TableVerticalAlignmentValues.Top);
        }
        if (letterhead.Details.Count > 0)
            yield return WordText.Paragraph(WordStyles.Note, RichText.Lines(letterhead.Details), Alignment.Center);
    }

    /// <summary>One line with tab stops in the middle and at the right margin, as a clerk would type it.</summary>
    private WordParagraph Registration(RegistrationLine line)
    {
        var paragraph = WordText.Paragraph(WordStyles.Requisite, line.Date);
        paragraph.ParagraphProperties!.Tabs = new(
            new TabStop { Val = TabStopValues.Center, Position = _width / 2 },
            new TabStop { Val = TabStopValues.Right, Position = _width });
        paragraph.ParagraphProperties.SpacingBetweenLines = new() { Before = WordUnits.Twentieths(6), After = WordUnits.Twentieths(12) };
        paragraph.Append(new WordRun(new TabChar()));
        paragraph.Append(WordText.Runs(line.Place));
        paragraph.Append(new WordRun(new TabChar()));
        paragraph.Append(WordText.Runs(line.Number));
        return paragraph;
    }

    private IEnumerable<OpenXmlElement> Sign(Signature signature)
    {
        var position = WordText.Paragraph(WordStyles.Requisite, signature.Position);
        position.ParagraphProperties!.SpacingBetweenLines = new() { Before = WordUnits.Twentieths(3 * document.Text.Size) };
        var name = WordText.Paragraph(WordStyles.Requisite, signature.Name, Alignment.Right);
        var left = _width * 11 / 20;
        yield return WordTable.Unruled([(left, position), (_width - left, name)], TableVerticalAlignmentValues.Bottom);
        yield return Space(1, keepNext: false);
    }

    /// <summary>Begins where its longest line would end near the right margin, for letters half as wide as high, but not left of the middle.</summary>
    private WordParagraph Mark(AppendixMark mark)
    {
        var longest = mark.Lines.Max(line => line.Length) * document.Text.Size * 20 * 0.48;
        var paragraph = WordText.Paragraph(WordStyles.Requisite, RichText.Lines(mark.Lines));
        paragraph.ParagraphProperties!.SpacingBetweenLines = new() { After = WordUnits.Twentieths(12) };
        paragraph.ParagraphProperties.Indentation = new() { Left = $"{Math.Max(_width / 2, _width - (int)longest)}" };
        return paragraph;
    }
}
