using System.Text.RegularExpressions;

namespace MentoringPortal.Domain.Reading;

/// <summary>Missing results and results that slipped by one row, in a table that has a Result column.</summary>
internal static partial class ResultDefects
{
    /// <summary>Words every row of such a plan uses; they tell nothing about which row a result belongs to.</summary>
    private static readonly string[] Common =
    [
        "наста", "органи", "образо", "реализ", "програ", "модел", "целев", "внедр", "прове", "обуча", "учебн", "участ", "работ", "разра", "утвер", "метод",
    ];

    public static void Find(IReadOnlyList<ReadItem> items, Remarks remarks)
    {
        if (items.All(i => i.Result is null)) return;
        foreach (var group in items.GroupBy(i => i.Section, StringComparer.Ordinal).Select(g => g.ToList()))
        {
            foreach (var item in group.Where(i => i.Result is null))
                remarks.Item(item, "result-missing", "У мероприятия нет результата");
            for (var i = 0; i < group.Count; i++)
            {
                if (group[i].Result is not null) continue;
                // The results above the gap may be those of the rows below them, or those below it of the rows above.
                Shifted(group, i, -1, remarks);
                Shifted(group, i, +1, remarks);
            }
        }
    }

    /// <summary>Walks from the empty result away; each row whose result speaks of its neighbour towards the gap, not of itself, has slipped.</summary>
    private static void Shifted(List<ReadItem> rows, int gap, int step, Remarks remarks)
    {
        var run = new List<int>();
        var certain = -1;
        for (var k = gap + step; k >= 0 && k < rows.Count && rows[k].Result is { } result; k += step)
        {
            var own = Overlap(result, rows[k].Activity);
            var neighbour = Overlap(result, rows[k - step].Activity);
            if (own > neighbour || (own > 0 && own == neighbour)) break;
            run.Add(k);
            if (neighbour >= 2 && own == 0) certain = run.Count;
        }

        foreach (var k in run.Take(Math.Max(certain, 0)).Order())
        {
            remarks.Item(rows[k], "result-shifted", $"Результат похож на результат мероприятия {rows[k - step].Number}: столбец сдвинут на строку", rows[k - step].Number);
        }
    }

    private static int Overlap(string result, string activity)
    {
        var words = Stems(activity);
        return Stems(result).Count(words.Contains);
    }

    private static HashSet<string> Stems(string text) => [.. Words().Matches(text.ToLowerInvariant().Replace('ё', 'е'))
        .Select(m => m.Value.StartsWith("сформ", StringComparison.Ordinal) ? m.Value[1..] : m.Value)
        .Where(w => !Common.Any(c => w.StartsWith(c, StringComparison.Ordinal)))
        .Select(w => w.Length > 5 ? w[..5] : w.Length == 4 ? w[..3] : w)];

    [GeneratedRegex(@"\p{L}{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
