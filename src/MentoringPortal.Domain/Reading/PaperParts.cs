using MentoringPortal.Domain.Reading.Tables;

namespace MentoringPortal.Domain.Reading;

/// <summary>A source document as lines and tables; layout tables (letterheads, signatures) are lines again.</summary>
internal static class PaperParts
{
    /// <summary>What is read of a text at most, in characters and lines. A paper is a hundred times shorter.</summary>
    private const int MostCharacters = 2_000_000;
    private const int MostLines = 20_000;

    public static List<Part> From(SourceDocument document, out bool cut)
    {
        var parts = new List<Part>();
        var run = new List<Line>();
        var characters = 0;
        var lines = 0;
        cut = false;
        foreach (var block in document.Blocks)
        {
            if (block is SourceLine line)
            {
                foreach (var text in Split(line.Text))
                {
                    characters += text.Length;
                    cut |= characters > MostCharacters || ++lines > MostLines;
                    if (!cut) run.Add(new Line(text));
                }
            }
            else if (block is SourceTable table)
            {
                Flush();
                characters += table.Rows.Sum(r => r.Cells.Sum(c => c?.Length ?? 0));
                cut |= characters > MostCharacters || (lines += table.Rows.Count) > MostLines;
                if (!cut) Add(new Grid([.. table.Rows.Select(r => new GridRow(r.Cells))]));
            }

            if (cut) break;
        }

        Flush();
        return JoinTorn(parts);

        void Flush()
        {
            foreach (var part in TextTables.Split(run))
            {
                if (part is Grid grid) Add(grid);
                else parts.Add(part);
            }

            run.Clear();
        }

        void Add(Grid grid)
        {
            if (grid.Rows.Count == 0) return;
            if (TableKinds.Of(grid) != TableKind.Layout) parts.Add(grid);
            else if (Continued(parts, grid) is { } before) parts[parts.LastIndexOf(before)] = new Grid([.. before.Rows, .. grid.Rows]);
            else parts.AddRange(Flatten(grid));
        }
    }

    private static IEnumerable<string> Split(string? text)
    {
        if (string.IsNullOrEmpty(text)) return [""];
        return text.ReplaceLineEndings("\n").Split('\n').Select(Cleaning.Noise);
    }

    /// <summary>A table without a head right after another of the same width is the rest of it, torn off by a page break.</summary>
    private static Grid? Continued(List<Part> parts, Grid grid) =>
        parts.FindLast(p => p is Grid or Line { IsBlank: false }) is Grid before && TableKinds.Of(before) is TableKind.Roadmap or TableKind.Indicators
            && grid.Rows.Max(r => r.Cells.Count) == before.Rows.Max(r => r.Cells.Count)
            ? before : null;

    private static List<Part> JoinTorn(List<Part> parts)
    {
        var joined = new List<Part>(parts.Count);
        foreach (var part in parts)
        {
            var last = joined.FindLastIndex(p => p is Grid or Line { IsBlank: false });
            if (part is Grid grid && last >= 0 && joined[last] is Grid before && TableKinds.SameTable(before, grid))
                joined[last] = new Grid([.. before.Rows, .. grid.Rows]);
            else joined.Add(part);
        }

        return joined;
    }

    /// <summary>Rows of short cells become one line with tabs, cells of several paragraphs follow each other as blocks.</summary>
    private static IEnumerable<Line> Flatten(Grid grid)
    {
        foreach (var row in grid.Rows)
        {
            var cells = row.Cells.Where(c => c.Length > 0).ToList();
            if (cells.TrueForAll(c => !c.Contains('\n', StringComparison.Ordinal)))
            {
                yield return new Line(string.Join('\t', cells));
                continue;
            }

            foreach (var cell in cells)
            {
                foreach (var text in cell.Split('\n')) yield return new Line(text);
                yield return new Line("");
            }
        }
    }
}
