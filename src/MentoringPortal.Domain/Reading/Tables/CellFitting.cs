namespace MentoringPortal.Domain.Reading.Tables;

/// <summary>Puts the pieces of a row into its columns when some cells are empty or wrapped, in their order, by what each looks like.</summary>
internal static class CellFitting
{
    private const double Never = 1e6;

    /// <summary>More pieces than this are no row: the rest stays in the last column.</summary>
    private const int MostPieces = 60;

    public static List<string> Fit(IReadOnlyList<string> pieces, IReadOnlyList<ColumnRole> roles)
    {
        if (pieces.Count == roles.Count) return [.. pieces];
        var texts = pieces.Where(p => p.Length > 0).Take(MostPieces).ToList();
        var cells = Enumerable.Repeat("", roles.Count).ToList();
        var column = Assign(texts, roles);
        for (var i = 0; i < texts.Count; i++)
            cells[column[i]] = cells[column[i]].Length == 0 ? texts[i] : cells[column[i]] + "\n" + texts[i];
        foreach (var rest in pieces.Where(p => p.Length > 0).Skip(MostPieces)) cells[^1] += "\n" + rest;
        return cells;
    }

    /// <summary>The cheapest assignment that never goes back: dynamic programming over pieces and columns.</summary>
    private static int[] Assign(List<string> texts, IReadOnlyList<ColumnRole> roles)
    {
        var best = new double[texts.Count + 1, roles.Count];
        var from = new int[texts.Count + 1, roles.Count];
        for (var t = 0; t <= texts.Count; t++)
        {
            for (var c = 0; c < roles.Count; c++)
            {
                // The column takes the texts from..t−1.
                best[t, c] = Never * 10;
                var cost = 0.0;
                for (var first = t; first >= 0; first--)
                {
                    if (first < t) cost += Cost(texts[first], roles[c], wrapped: first > 0 && first < t - 1);
                    var before = c == 0 ? (first == 0 ? 0 : Never) : best[first, c - 1];
                    var total = before + cost + (first == t ? Empty(roles[c]) : 0);
                    if (total >= best[t, c]) continue;
                    best[t, c] = total;
                    from[t, c] = first;
                }
            }
        }

        var columns = new int[texts.Count];
        for (int c = roles.Count - 1, t = texts.Count; c >= 0 && t > 0; t = from[t, c], c--)
            for (var i = from[t, c]; i < t; i++) columns[i] = c;
        return columns;
    }

    private static double Empty(ColumnRole role) => role switch
    {
        ColumnRole.Activity => 20,
        ColumnRole.Number => 2,
        _ => 3,
    };

    private static double Cost(string text, ColumnRole role, bool wrapped)
    {
        var term = Shapes.IsTerm(text);
        var party = !term && Shapes.IsParty(text);
        var fit = role switch
        {
            ColumnRole.Number => text.Length < 8 && char.IsAsciiDigit(text[0]) ? 0 : 30.0,
            ColumnRole.Deadline or ColumnRole.Start or ColumnRole.End => term ? 0 : char.IsLower(text[0]) ? 4 : 8,
            ColumnRole.Responsible => party ? 0 : term ? 8 : char.IsLower(text[0]) ? 2 : 4,
            ColumnRole.Activity or ColumnRole.Stage or ColumnRole.Indicator => term ? 6 : party ? 2 : 0,
            _ => term ? 5 : party ? 2 : 0.5,
        };
        return fit + (wrapped ? 0.2 : 0);
    }
}
