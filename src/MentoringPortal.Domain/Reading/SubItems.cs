using System.Globalization;
using System.Text.RegularExpressions;

namespace MentoringPortal.Domain.Reading;

/// <summary>The activities that one cell lists.</summary>
/// <param name="Numbered">Whether the source numbers them.</param>
internal sealed record SubItemList(IReadOnlyList<string> Texts, bool Numbered);

/// <summary>Splits a cell at its outermost list: numbers if it has any, else dashes, else it is one activity. A lead-in goes before each.</summary>
internal static partial class SubItems
{
    public static SubItemList Split(string cell)
    {
        var marks = NumberMarks(cell, RoundMark());
        if (marks.Count < 2) marks = NumberMarks(cell, DotMark());
        if (marks.Count > 1) return new SubItemList(Texts(cell, marks), Numbered: true);
        var dashes = DashMarks(cell);
        return dashes.Count > 1 ? new SubItemList(Texts(cell, dashes), Numbered: false) : new SubItemList([Cleaning.Flat(cell)], Numbered: false);
    }

    /// <summary>Marks 1, 2, 3 … in their order; a number out of turn is text.</summary>
    private static List<(int Start, int End)> NumberMarks(string cell, Regex mark)
    {
        var marks = new List<(int, int)>();
        foreach (Match m in mark.Matches(cell))
        {
            if (m.Groups[1].Value == (marks.Count + 1).ToString(CultureInfo.InvariantCulture)) marks.Add((m.Index, m.Index + m.Length));
        }

        return marks;
    }

    /// <summary>Dashes at the beginning of lines, or inside a line behind a colon.</summary>
    private static List<(int Start, int End)> DashMarks(string cell)
    {
        var atLines = LineDash().Matches(cell).Select(m => (m.Index, m.Index + m.Length)).ToList();
        if (atLines.Count > 1) return atLines;
        var first = ColonDash().Match(cell);
        if (!first.Success) return [];
        return [.. InnerDash().Matches(cell, first.Index).Select(m => (m.Index, m.Index + m.Length))];
    }

    private static List<string> Texts(string cell, List<(int Start, int End)> marks)
    {
        var lead = Cleaning.Flat(cell[..marks[0].Start]);
        var texts = new List<string>();
        for (var i = 0; i < marks.Count; i++)
        {
            var end = i + 1 < marks.Count ? marks[i + 1].Start : cell.Length;
            var text = Cleaning.Flat(cell[marks[i].End..end]).TrimEnd(';', ',', ' ');
            texts.Add(lead.Length == 0 ? text : $"{lead} {text}");
        }

        return texts;
    }

    [GeneratedRegex(@"(?<![\d.№(])(?<=^|\s|;)(\d{1,2})\)\s*(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex RoundMark();

    [GeneratedRegex(@"(?:(?<=^|\n)|(?<=[.;:]\s))(\d{1,2})\.\s*(?=\p{L}|«)", RegexOptions.CultureInvariant)]
    private static partial Regex DotMark();

    [GeneratedRegex(@"(?<=^|\n)\s*[-–—•●▪]\s*(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex LineDash();

    [GeneratedRegex(@":\s*[-–—•]\s+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex ColonDash();

    [GeneratedRegex(@"(?<=[:;,.)\s]|^)\s*[-–—•]\s+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex InnerDash();
}
