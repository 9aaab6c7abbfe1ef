namespace MentoringPortal.Domain.Reading;

/// <summary>
/// A document of any file format, reduced to what the understanding needs: lines and tables in their order.
/// The readers of file formats make it; a plain text gives lines only, and its tables are found by the reader of documents.
/// </summary>
public sealed record SourceDocument(IReadOnlyList<SourceBlock> Blocks);

public abstract record SourceBlock;

/// <summary>One paragraph or line; may be empty, keeps its tabs.</summary>
public sealed record SourceLine(string Text) : SourceBlock;

/// <summary>A table whose cells the file format itself marks. A cell's paragraphs are separated by <c>\n</c>; a merged row has one cell.</summary>
public sealed record SourceTable(IReadOnlyList<SourceRow> Rows) : SourceBlock;

public sealed record SourceRow(IReadOnlyList<string> Cells);
