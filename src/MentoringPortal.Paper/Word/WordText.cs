using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using MentoringPortal.Paper.Blocks;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using WordRun = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace MentoringPortal.Paper.Word;

internal static class WordText
{
    public static WordParagraph Paragraph(string style, RichText text, Alignment? alignment = null, bool keepNext = false, string? language = null)
    {
        var paragraph = new WordParagraph(new ParagraphProperties
        {
            ParagraphStyleId = new() { Val = style },
            KeepNext = keepNext ? new() : null,
            Justification = alignment is { } side ? new() { Val = Justification(side) } : null,
        });
        paragraph.Append(Runs(text, language));
        return paragraph;
    }

    public static IEnumerable<OpenXmlElement> Runs(RichText text, string? language = null)
    {
        foreach (var run in text.Runs)
        {
            var element = new WordRun();
            if (run.Bold || run.Italic || language is not null)
            {
                element.RunProperties = new()
                {
                    Bold = run.Bold ? new() : null,
                    Italic = run.Italic ? new() : null,
                    Languages = language is null ? null : new() { Val = language },
                };
            }
            foreach (var (i, line) in run.Text.Split('\n').Index())
            {
                if (i > 0)
                    element.Append(new Break());
                if (line.Length > 0)
                    element.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
            }
            yield return element;
        }
    }

    private static JustificationValues Justification(Alignment alignment) => alignment switch
    {
        Alignment.Left => JustificationValues.Left,
        Alignment.Center => JustificationValues.Center,
        Alignment.Right => JustificationValues.Right,
        Alignment.Justify => JustificationValues.Both,
        _ => throw new ArgumentOutOfRangeException(nameof(alignment), alignment, message: null),
    };
}
