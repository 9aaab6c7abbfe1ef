using System.Text;
using MentoringPortal.Domain.Reading;

namespace MentoringPortal.Web.Formats.Ooxml;

/// <summary>
/// Text of a Word document (WordprocessingML) in the order one reads it, by one pass over the XML: what is shown counts, so automatic numbers are
/// written out, deleted revisions and hidden text are left out, a text box stands before the paragraph that anchors it.
/// </summary>
internal sealed class DocxReader
{
    private readonly GuardedXml _xml;
    private readonly WordNumbering _numbering;

    /// <summary>What stands in a body or a cell: a paragraph or a table.</summary>
    private sealed record Block(string Text, List<List<Cell>>? Rows = null);

    private sealed record Cell(int Column, int Span, bool Continues, List<Block> Blocks);

    private DocxReader(GuardedXml xml, WordNumbering numbering) => (_xml, _numbering) = (xml, numbering);

    public static SourceDocument Read(byte[] content)
    {
        var package = OoxmlPackage.Open(content, FileKind.Docx);
        using var xml = package.OpenPart(package.MainPart);
        var reader = new DocxReader(xml, new WordNumbering(package));
        var blocks = new List<Block>();
        while (xml.Read())
            if (xml.IsElement && xml.Name == "body" && IsWord(xml.Namespace))
                blocks = reader.ReadBlocks();

        var builder = new SourceBuilder();
        Add(builder, blocks);
        return builder.Build("В документе нет текста. Если это скан, наберите текст или вставьте его в поле.");
    }

    private static void Add(SourceBuilder builder, List<Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (block.Rows == null)
                builder.AddText(block.Text);
            else if (block.Rows is [[var only]])
                // A frame drawn as a table of one cell.
                Add(builder, only.Blocks);
            else
                builder.AddTable([.. block.Rows.Select(row => row.Select(cell => new TableCell(cell.Column, cell.Span, cell.Continues, Flatten(cell.Blocks))).ToList())]);
        }
    }

    /// <summary>Text of a cell; rows of a table inside it become lines.</summary>
    private static string Flatten(List<Block> blocks) => string.Join('\n', blocks.Select(block => block.Rows == null
        ? block.Text
        : string.Join('\n', block.Rows.Select(row => string.Join('\t', row.Select(cell => Flatten(cell.Blocks).Replace('\n', ' ')))))));

    /// <summary>Reads the paragraphs and tables inside the current element, whatever wraps them (content controls, inserted revisions).</summary>
    private List<Block> ReadBlocks()
    {
        var blocks = new List<Block>();
        _xml.Within(() =>
        {
            if (IsSkipped())
                _xml.Skip();
            else if (IsWord(_xml.Namespace) && _xml.Name == "p")
                blocks.AddRange(ReadParagraph());
            else if (IsWord(_xml.Namespace) && _xml.Name == "tbl")
                blocks.Add(new Block("", ReadTable()));
        });
        return blocks;
    }

    private List<Block> ReadParagraph()
    {
        var text = new StringBuilder();
        var boxes = new List<Block>();
        string? style = null, listId = null;
        int? level = null;
        _xml.Within(() =>
        {
            if (_xml.IsText)
                return;
            if (IsSkipped())
            {
                _xml.Skip();
                return;
            }
            if (!IsWord(_xml.Namespace))
                return;
            switch (_xml.Name)
            {
                case "pStyle": style = _xml.Attribute("val"); break;
                case "numId": listId = _xml.Attribute("val"); break;
                case "ilvl": level = _xml.Number("val"); break;
                case "pPrChange" or "rPrChange": _xml.Skip(); break;
                case "r": ReadRun(text, boxes); break;
                case "txbxContent": boxes.AddRange(ReadBlocks()); break;
            }
        });
        var number = _numbering.Next(style, listId, level);
        if (number != "- " || text.Length > 0)
            text.Insert(0, number);
        boxes.Add(new Block(text.ToString().TrimEnd()));
        return boxes;
    }

    private void ReadRun(StringBuilder text, List<Block> boxes)
    {
        var start = text.Length;
        var isHidden = false;
        _xml.Within(() =>
        {
            if (_xml.IsText)
                return;
            if (IsSkipped())
            {
                _xml.Skip();
                return;
            }
            if (!IsWord(_xml.Namespace))
                return;
            switch (_xml.Name)
            {
                case "vanish": isHidden |= _xml.IsOn(); break;
                case "rPrChange": _xml.Skip(); break;
                case "t": ReadText(text); break;
                case "tab" or "ptab": text.Append('\t'); break;
                case "br" or "cr": text.Append('\n'); break;
                case "noBreakHyphen": text.Append('-'); break;
                case "txbxContent": boxes.AddRange(ReadBlocks()); break;
            }
        });
        if (isHidden)
            text.Length = start;
    }

    private void ReadText(StringBuilder text) => _xml.Within(() =>
    {
        if (_xml.IsText)
            text.Append(_xml.Text(FileLimits.MaxTextCharacters - Math.Min(text.Length, FileLimits.MaxTextCharacters)));
    });

    private List<List<Cell>> ReadTable()
    {
        var rows = new List<List<Cell>>();
        _xml.Within(() =>
        {
            if (IsSkipped())
                _xml.Skip();
            else if (IsWord(_xml.Namespace) && _xml.Name == "tr" && ReadRow() is { Count: > 0 } row)
                rows.Add(row);
            if (rows.Count > FileLimits.MaxRows)
                throw SourceBuilder.TooLong();
        });
        return rows;
    }

    private List<Cell>? ReadRow()
    {
        var row = new List<Cell>();
        var (column, isDeleted) = (0, false);
        _xml.Within(() =>
        {
            if (!IsWord(_xml.Namespace))
                return;
            switch (_xml.Name)
            {
                case "gridBefore": column = Span(_xml.Number("val")); break;
                // Inside the row's properties this marks the row itself as deleted.
                case "del": isDeleted = true; break;
                case "tc":
                    var cell = ReadCell(column);
                    column += cell.Span;
                    row.Add(cell);
                    break;
            }
        });
        return isDeleted ? null : row;
    }

    private Cell ReadCell(int column)
    {
        var blocks = new List<Block>();
        var (span, continues) = (1, false);
        _xml.Within(() =>
        {
            if (IsSkipped())
            {
                _xml.Skip();
                return;
            }
            if (!IsWord(_xml.Namespace))
                return;
            switch (_xml.Name)
            {
                case "gridSpan": span = Span(_xml.Number("val")); break;
                case "vMerge": continues = _xml.Attribute("val") != "restart"; break;
                case "tcPrChange": _xml.Skip(); break;
                case "p": blocks.AddRange(ReadParagraph()); break;
                case "tbl": blocks.Add(new Block("", ReadTable())); break;
            }
        });
        return new Cell(column, span, continues, blocks);
    }

    private static int Span(int? value) => Math.Clamp(value ?? 1, 1, FileLimits.MaxColumns);

    /// <summary>The document's own namespace, transitional or strict.</summary>
    private static bool IsWord(string name) =>
        name is "http://schemas.openxmlformats.org/wordprocessingml/2006/main" or "http://purl.oclc.org/ooxml/wordprocessingml/main";

    /// <summary>Deleted and moved-away text; the second, older form of a drawing.</summary>
    private bool IsSkipped() => _xml.IsElement && (IsWord(_xml.Namespace) && _xml.Name is "del" or "moveFrom"
        || _xml.Name == "Fallback" && _xml.Namespace == "http://schemas.openxmlformats.org/markup-compatibility/2006");
}
