using MentoringPortal.Paper.Layout;
using MentoringPortal.Paper.Objects;

namespace MentoringPortal.Paper.Tags;

/// <summary>Writes the structure tree, the way back from marked content to its element, and the outline.</summary>
internal sealed class StructureTree(PdfFile file)
{
    private readonly List<(int PageId, IReadOnlyList<StructureNode> Marks)> _pages = [];
    private readonly ByteBuffer _body = new();

    /// <summary>Pages in order; their numbers are those of <see cref="StructureNode.Kid.Page"/>.</summary>
    public void AddPage(int pageId, IReadOnlyList<StructureNode> marks) => _pages.Add((pageId, marks));

    /// <summary>The number of the structure tree root.</summary>
    public int Write(StructureNode document)
    {
        var root = file.Reserve();
        Number(document);
        Write(document, root);
        var parents = WriteParents();
        _body.Clear();
        file.Write(root, _body.Append("<</Type/StructTreeRoot/K "u8).Append(document.Id).Append(" 0 R/ParentTree "u8).Append(parents)
            .Append(" 0 R/ParentTreeNextKey "u8).Append(_pages.Count).Append(">>"u8).Written);
        return root;
    }

    /// <summary>The number of the outline, or 0 when there is nothing to list.</summary>
    public int WriteOutline(IReadOnlyList<Bookmark> bookmarks)
    {
        if (bookmarks.Count == 0)
            return 0;
        var outline = file.Reserve();
        var ids = bookmarks.Select(_ => file.Reserve()).ToList();
        var parents = Parents(bookmarks);
        for (var i = 0; i < bookmarks.Count; i++)
        {
            var siblings = Children(parents, parents[i]);
            var at = siblings.IndexOf(i);
            _body.Clear();
            _body.Append("<</Title "u8).AppendText(bookmarks[i].Text)
                .Append($"/Parent {(parents[i] < 0 ? outline : ids[parents[i]])} 0 R/Dest[{_pages[bookmarks[i].Page].PageId} 0 R/XYZ null ").Append(bookmarks[i].Top).Append(" null]"u8);
            if (at > 0)
                _body.Append($"/Prev {ids[siblings[at - 1]]} 0 R");
            if (at + 1 < siblings.Count)
                _body.Append($"/Next {ids[siblings[at + 1]]} 0 R");
            AppendChildren(Children(parents, i));
            file.Write(ids[i], _body.Append(">>"u8).Written);
        }
        _body.Clear();
        _body.Append("<</Type/Outlines"u8);
        AppendChildren(Children(parents, -1));
        file.Write(outline, _body.Append(">>"u8).Written);
        return outline;

        void AppendChildren(List<int> children)
        {
            if (children.Count > 0)
                _body.Append($"/First {ids[children[0]]} 0 R/Last {ids[children[^1]]} 0 R/Count {children.Count}");
        }
    }

    /// <summary>For each bookmark the nearest one before it of a higher rank, or −1.</summary>
    private static List<int> Parents(IReadOnlyList<Bookmark> bookmarks)
    {
        var parents = new List<int>();
        for (var i = 0; i < bookmarks.Count; i++)
        {
            var parent = i - 1;
            while (parent >= 0 && bookmarks[parent].Level >= bookmarks[i].Level)
                parent = parents[parent];
            parents.Add(parent);
        }
        return parents;
    }

    private static List<int> Children(List<int> parents, int parent) => [.. parents.Index().Where(p => p.Item == parent).Select(p => p.Index)];

    private void Number(StructureNode node)
    {
        node.Id = file.Reserve();
        foreach (var kid in node.Kids)
        {
            if (kid.Element is not null)
                Number(kid.Element);
        }
    }

    private void Write(StructureNode node, int parent)
    {
        _body.Clear();
        _body.Append("<</S/"u8).Append(node.Type).Append("/P "u8).Append(parent).Append(" 0 R"u8);
        if (node.Attributes is not null)
            _body.Append("/A"u8).Append(node.Attributes);
        if (node.Alternative is not null)
            _body.Append("/Alt "u8).AppendText(node.Alternative);
        if (node.Language is not null)
            _body.Append("/Lang "u8).AppendText(node.Language);
        AppendKids(node.Kids);
        file.Write(node.Id, _body.Append(">>"u8).Written);
        foreach (var kid in node.Kids)
        {
            if (kid.Element is not null)
                Write(kid.Element, node.Id);
        }
    }

    /// <summary>Content on the element's first page is a bare number; on a later page (a torn row) it names the page.</summary>
    private void AppendKids(IReadOnlyList<StructureNode.Kid> kids)
    {
        var page = -1;
        foreach (var kid in kids)
        {
            if (kid.Element is null && page < 0)
                page = kid.Page;
        }
        if (page >= 0)
            _body.Append("/Pg "u8).Append(_pages[page].PageId).Append(" 0 R"u8);
        _body.Append("/K["u8);
        foreach (var kid in kids)
        {
            if (kid.Element is not null)
                _body.Append(kid.Element.Id).Append(" 0 R "u8);
            else if (kid.Page == page)
                _body.Append(kid.Mark).Append((byte)' ');
            else
                _body.Append("<</Type/MCR/Pg "u8).Append(_pages[kid.Page].PageId).Append(" 0 R/MCID "u8).Append(kid.Mark).Append(">>"u8);
        }
        _body.Append("]"u8);
    }

    private int WriteParents()
    {
        _body.Clear();
        _body.Append("<</Nums["u8);
        for (var page = 0; page < _pages.Count; page++)
        {
            _body.Append(page).Append("["u8);
            foreach (var node in _pages[page].Marks)
                _body.Append(node.Id).Append(" 0 R "u8);
            _body.Append("]"u8);
        }
        return file.Write(_body.Append("]>>"u8));
    }
}
