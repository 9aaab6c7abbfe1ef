using System.Globalization;
using System.Text;

namespace MentoringPortal.Paper.Blocks;

/// <summary>Text of one block: runs that differ in weight or slope. A plain string converts by itself; «\n» breaks the line.</summary>
public sealed class RichText(params IReadOnlyList<Run> runs)
{
    public IReadOnlyList<Run> Runs { get; } = runs;

    public string PlainText => Runs.Count == 1 ? Runs[0].Text : string.Concat(Runs.Select(run => run.Text));

    public bool IsEmpty => Runs.All(run => run.Text.Length == 0);

    public static implicit operator RichText(string? text) => new(new Run(text ?? ""));

    public static RichText Bold(string text) => new(new Run(text, Bold: true));

    internal static RichText Lines(IEnumerable<string> lines, bool bold = false) => new(new Run(string.Join('\n', lines), bold));

    internal RichText Prepend(string text) => new([new Run(text), .. Runs]);
}

public sealed record Run
{
    public Run(string text, bool Bold = false, bool Italic = false)
    {
        Text = Clean(text);
        this.Bold = Bold;
        this.Italic = Italic;
    }

    public string Text { get; }

    public bool Bold { get; }

    public bool Italic { get; }

    /// <summary>
    /// Leaves what every format can hold: no control characters (XML forbids them), no lone surrogates, no soft hyphens, composed letters.
    /// Tabs become spaces, all line ends «\n».
    /// </summary>
    internal static string Clean(string text)
    {
        var isClean = true;
        foreach (var c in text)
            isClean &= c is >= ' ' and < '\u007F' or '\n' or '\u00A0' or >= '\u0400' and <= '\u04FF' or '«' or '»' or '№' or '–' or '—';
        if (isClean)
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            if (rune.Value is '\r' or '\n' or 0x2028 or 0x2029 or 0x85)
                clean.Append('\n');
            else if (rune.Value is '\t')
                clean.Append(' ');
            else if (IsPrintable(rune))
                clean.Append(rune.ToString());
        }
        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsPrintable(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format) && (rune.Value & 0xFFFE) != 0xFFFE;
}
