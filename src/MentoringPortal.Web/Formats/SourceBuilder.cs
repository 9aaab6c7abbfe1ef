using System.Globalization;
using System.Text;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Reading;

namespace MentoringPortal.Web.Formats;

/// <summary>Collects what a reader finds, within the limits of <see cref="FileLimits"/>, as clean text: NFC, plain spaces, no invisible characters.</summary>
internal sealed class SourceBuilder
{
    private readonly List<SourceBlock> _blocks = [];
    private int _characters, _lines, _rows, _cells;

    public static DomainException TooLong() =>
        new("Документ слишком длинный. Оставьте в нём приказ с приложениями, остальное удалите.");

    /// <summary>Adds a paragraph; line breaks inside it make lines of their own.</summary>
    public void AddText(string text)
    {
        foreach (var line in Clean(text).Split('\n'))
        {
            _lines++;
            Count(line.Length);
            _blocks.Add(new SourceLine(line.TrimEnd()));
        }
    }

    public void AddTable(IReadOnlyList<IReadOnlyList<TableCell>> rows)
    {
        var shaped = TableShape.ToRows(rows.Select(row => row.Select(cell => cell with { Text = CleanCell(cell.Text) }).ToList()).ToList());
        if (shaped.Count == 0)
            return;
        _rows += shaped.Count;
        foreach (var row in shaped)
        {
            _cells += row.Cells.Count;
            Count(row.Cells.Sum(cell => cell.Length));
        }
        _blocks.Add(new SourceTable(shaped));
    }

    /// <summary>The document. Throws <see cref="DomainException"/> with <paramref name="whenEmpty"/> when it holds no word.</summary>
    public SourceDocument Build(string whenEmpty)
    {
        var hasText = _blocks.Any(block => block is SourceTable table
            ? table.Rows.Any(row => row.Cells.Any(cell => cell.Length > 0))
            : block is SourceLine { Text.Length: > 0 });
        return hasText ? new SourceDocument(_blocks) : throw new DomainException(whenEmpty);
    }

    private void Count(int characters)
    {
        _characters += characters;
        if (_characters > FileLimits.MaxTextCharacters || _lines > FileLimits.MaxLines || _rows > FileLimits.MaxRows || _cells > FileLimits.MaxCells)
            throw TooLong();
    }

    private static string CleanCell(string text) =>
        string.Join('\n', Clean(text).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    /// <summary>A macOS «й» in two characters becomes one; no-break spaces become spaces; soft hyphens, marks and controls go.</summary>
    internal static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            switch (CharUnicodeInfo.GetUnicodeCategory(c))
            {
                case UnicodeCategory.SpaceSeparator:
                    clean.Append(' ');
                    break;
                case UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    clean.Append('\n');
                    break;
                case UnicodeCategory.Control:
                    clean.Append(c switch { '\t' or '\n' => c.ToString(), '\f' or '\v' or '\u0085' => "\n", _ => "" });
                    break;
                case UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned:
                    break;
                default:
                    // Word's non-breaking hyphen reads as a hyphen.
                    clean.Append(c == '\u2011' ? '-' : c);
                    break;
            }
        }
        return clean.ToString().Normalize(NormalizationForm.FormC);
    }
}
