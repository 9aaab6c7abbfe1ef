namespace MentoringPortal.Domain.Surveys;

/// <summary>
/// Numbers of people for a reader who may not see the people. A small one is hidden; and as rows and columns add up to their totals, a line in
/// which one alone is hidden loses a second, until none can be worked out. All that are hidden look the same: which is the small one is not told.
/// </summary>
public static class HiddenNumbers
{
    public const string Words = "скрыто";

    public const string Note = "«Скрыто»: в группе меньше пяти человек, или число закрыто, чтобы такую группу нельзя было вычислить.";

    /// <summary>The small ones among groups that make up a whole; where it is only one, the next smallest too, or the whole would give it away.</summary>
    public static HashSet<int> Among(IReadOnlyCollection<(int Id, int People)> groups, bool seesPeople)
    {
        var hidden = groups.Where(g => SmallGroups.Hides(g.People, seesPeople)).Select(g => g.Id).ToHashSet();
        var others = groups.Where(g => !hidden.Contains(g.Id) && g.People > 0).ToList();
        if (hidden.Count == 1 && others.Count > 0)
            hidden.Add(others.MinBy(g => g.People).Id);
        return hidden;
    }

    /// <summary>Several numbers of each group, hidden together: of one group the number of all stands elsewhere, and would tell the one from the other.</summary>
    /// <param name="numbers">Each with the groups it divides.</param>
    public static HashSet<int> Together(bool seesPeople, params IEnumerable<IReadOnlyCollection<(int Id, int People)>> numbers)
    {
        List<IReadOnlyCollection<(int Id, int People)>> all = [.. numbers];
        all.Add([.. all.SelectMany(n => n).GroupBy(g => g.Id).Select(g => (g.Key, g.Sum(n => n.People)))]);
        var hidden = all.SelectMany(n => Among(n, seesPeople)).ToHashSet();
        // A group hidden for one number is missing from the others too: where it is the only one missing, it could be worked out.
        while (all.Find(n => n.Count(g => g.People > 0 && hidden.Contains(g.Id)) == 1 && n.Any(g => g.People > 0 && !hidden.Contains(g.Id))) is { } line)
            hidden.Add(line.Where(g => g.People > 0 && !hidden.Contains(g.Id)).MinBy(g => g.People).Id);
        return hidden;
    }

    /// <param name="parts">Rows of parts that add up; the sums are made here.</param>
    /// <returns>The rows with a sum after each, and a last row of sums; null is hidden.</returns>
    public static int?[][] WithSums(IReadOnlyList<IReadOnlyList<int>> parts, bool seesPeople)
    {
        var numbers = parts.Select(row => row.Append(row.Sum()).ToArray()).ToList();
        var width = numbers.Count == 0 ? 0 : numbers[0].Length;
        numbers.Add([.. Enumerable.Range(0, width).Select(c => numbers.Sum(row => row[c]))]);
        var shown = numbers.Select(row => row.Select(n => SmallGroups.Hides(n, seesPeople) ? (int?)null : n).ToArray()).ToArray();
        if (!seesPeople)
            HideSeconds(shown);
        return shown;
    }

    /// <summary>Two tables with the same last row: what is hidden there in one is hidden in the other.</summary>
    public static void Share(int?[][] first, int?[][] second)
    {
        while (!first[^1].Select(n => n is null).SequenceEqual(second[^1].Select(n => n is null)))
        {
            for (var c = 0; c < first[^1].Length; c++)
                if (first[^1][c] is null || second[^1][c] is null)
                    first[^1][c] = second[^1][c] = null;
            HideSeconds(first);
            HideSeconds(second);
        }
    }

    private static void HideSeconds(int?[][] numbers)
    {
        while (Lines(numbers).Any(HideSecond)) { }
    }

    private static IEnumerable<IReadOnlyList<(int Row, int Column, int?[][] All)>> Lines(int?[][] all) =>
        all.Select((row, r) => (IReadOnlyList<(int, int, int?[][])>)[.. row.Select((_, c) => (r, c, all))])
            .Concat(Enumerable.Range(0, all[0].Length).Select(c => (IReadOnlyList<(int, int, int?[][])>)[.. all.Select((_, r) => (r, c, all))]));

    /// <returns>Whether something was hidden.</returns>
    private static bool HideSecond(IReadOnlyList<(int Row, int Column, int?[][] All)> line)
    {
        if (line.Count(cell => cell.All[cell.Row][cell.Column] is null) != 1)
            return false;
        var shown = line.Where(cell => cell.All[cell.Row][cell.Column] > 0).ToList();
        if (shown.Count == 0)
            return false;
        var (row, column, all) = shown.MinBy(cell => cell.All[cell.Row][cell.Column]);
        all[row][column] = null;
        return true;
    }
}
