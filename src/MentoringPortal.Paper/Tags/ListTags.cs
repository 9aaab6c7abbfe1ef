namespace MentoringPortal.Paper.Tags;

/// <summary>Nests neighbouring clauses and dashes into L elements by their levels; dashes belong under the clause before them.</summary>
internal sealed class ListTags(StructureNode root)
{
    private const string Numbered = "<</O/List/ListNumbering/Decimal>>";
    private const string Dashed = "<</O/List/ListNumbering/Disc>>";

    private readonly Stack<(int Level, StructureNode List, StructureNode Body)> _open = [];

    public (StructureNode Label, StructureNode Body) Clause(int level) => Add(level, Numbered);

    public (StructureNode Label, StructureNode Body) Bullet(int level) => Add(Blocks.Bullet.Depth(level), Dashed);

    /// <summary>Something else came: what follows is another list.</summary>
    public void Close() => _open.Clear();

    private (StructureNode Label, StructureNode Body) Add(int level, string numbering)
    {
        while (_open.TryPeek(out var deeper) && deeper.Level > level)
            _open.Pop();
        var isSameLevel = _open.TryPeek(out var current) && current.Level == level;
        var list = isSameLevel ? current.List : (_open.Count == 0 ? root : current.Body).Add("L", numbering);
        if (isSameLevel)
            _open.Pop();
        var item = list.Add("LI");
        var (label, body) = (item.Add("Lbl"), item.Add("LBody"));
        _open.Push((level, list, body));
        return (label, body);
    }
}
