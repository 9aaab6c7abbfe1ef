namespace MentoringPortal.Paper.Tags;

/// <summary>
/// An element of the logical structure (ISO 32000-1, 14.7): what a screen reader walks. Its kids are elements or pieces of marked content,
/// in reading order.
/// </summary>
internal sealed class StructureNode(string type)
{
    private readonly List<Kid> _kids = [];

    /// <summary>A standard structure type: Document, P, H1, L, Table, TD …</summary>
    public string Type { get; } = type;

    /// <summary>A PDF dictionary such as «&lt;&lt;/O/Table/Scope/Column&gt;&gt;».</summary>
    public string? Attributes { get; set; }

    /// <summary>Says in words what is drawn.</summary>
    public string? Alternative { get; init; }

    /// <summary>BCP 47 tag, where it differs from the document's.</summary>
    public string? Language { get; init; }

    /// <summary>Its object's number, once it is written.</summary>
    public int Id { get; set; }

    public IReadOnlyList<Kid> Kids => _kids;

    public StructureNode Add(StructureNode child)
    {
        _kids.Add(new(child, 0, 0));
        return child;
    }

    public StructureNode Add(string type, string? attributes = null) => Add(new StructureNode(type) { Attributes = attributes });

    public void AddContent(int page, int mark) => _kids.Add(new(null, page, mark));

    /// <summary>An element, or the marked content number <see cref="Mark"/> on the page of index <see cref="Page"/>.</summary>
    internal readonly record struct Kid(StructureNode? Element, int Page, int Mark);
}
