namespace MentoringPortal.Domain.Deadlines.Grammar;

/// <summary>Parts a cell into the terms stacked in it: by its lines, or where a capital letter begins a new term inside a line.</summary>
internal static class StackedTerms
{
    /// <summary>As many parts as there are items, or none.</summary>
    public static IReadOnlyList<string> Split(IReadOnlyList<string> lines, int items)
    {
        if (items < 1) return [];
        var whole = lines.SelectMany(l => l.Split('\n')).Select(l => l.Trim().TrimEnd(';')).Where(l => l.Length > 0).ToList();
        if (whole.Count == items) return whole;
        var parts = whole.SelectMany(Parts).ToList();
        if (parts.Count == items) return parts;
        // A term may have been broken over two lines.
        parts = [.. Parts(string.Join(' ', whole))];
        return parts.Count == items ? parts : [];
    }

    private static IEnumerable<string> Parts(string line)
    {
        var start = 0;
        for (var i = 1; i < line.Length; i++)
        {
            if (!char.IsUpper(line[i]) || line[i - 1] is not (' ' or '\u00A0' or '>') || !EndsTerm(line, i) || !BeginsTerm(line, i)) continue;
            yield return line[start..i].Trim().TrimEnd(';', ',');
            start = i;
        }
        yield return line[start..].Trim();
    }

    /// <summary>A dash or a preposition before the capital joins it to what stands there.</summary>
    private static bool EndsTerm(string line, int index)
    {
        var before = line[..index].TrimEnd();
        var word = before[(before.LastIndexOf(' ') + 1)..].ToLowerInvariant();
        return before.Length > 0 && before[^1] is not ('-' or '–' or '—' or ',' or ':' or '/' or '(') && word is not ("до" or "с" or "по" or "к" or "в" or "и" or "не" or "на" or "со");
    }

    private static bool BeginsTerm(string line, int index)
    {
        var end = index;
        while (end < line.Length && end - index < 30 && char.IsLetter(line[end])) end++;
        var word = line[index..end].ToLowerInvariant().Replace('ё', 'е');
        return Lexicon.Month(word) > 0 || Lexicon.Roman(line[index..end]) is not null || Lexicon.Ordinal(word) is not null || word.StartsWith("еже", StringComparison.Ordinal)
            || word.StartsWith("кажд", StringComparison.Ordinal) || word.StartsWith("постоянн", StringComparison.Ordinal)
            || word is "до" or "с" or "со" or "по" or "к" or "в" or "во" or "не" or "весь" or "начало" or "середина" or "конец" or "раз" or "согласно" or "при" or "за" or "через" or "после";
    }
}
