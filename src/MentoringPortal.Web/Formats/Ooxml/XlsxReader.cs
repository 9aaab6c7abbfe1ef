using System.Globalization;
using System.Text;
using MentoringPortal.Domain.Exchange;
using MentoringPortal.Domain.Reading;

namespace MentoringPortal.Web.Formats.Ooxml;

/// <summary>Visible sheets of an Excel workbook (SpreadsheetML), by one pass over the XML. Blank rows part a sheet into blocks: titles and tables.</summary>
internal sealed class XlsxReader
{
    private readonly OoxmlPackage _package;
    private readonly List<string> _strings = [];
    private readonly List<(string Id, string Name, bool Hidden)> _sheets = [];
    private readonly ExcelFormats _formats;
    private readonly SourceBuilder _builder = new();
    private readonly bool _since1904;
    private int _rowsRead, _charactersRead;

    private readonly record struct Merge(int Top, int Left, int Bottom, int Right);

    private XlsxReader(OoxmlPackage package)
    {
        _package = package;
        _since1904 = ReadWorkbook();
        if (package.RelatedPart("sharedStrings") is { } strings)
            ReadSharedStrings(strings);
        _formats = new ExcelFormats(package, _since1904);
    }

    public static SourceDocument Read(byte[] content)
    {
        var reader = new XlsxReader(OoxmlPackage.Open(content, FileKind.Xlsx));
        var parts = reader._package.Relationships().ToLookup(relationship => relationship.Id, relationship => relationship.Target, StringComparer.Ordinal);
        foreach (var (id, _, hidden) in reader._sheets)
            if (!hidden && parts[id].FirstOrDefault() is { } part)
                reader.ReadSheet(part);
        return reader._builder.Build("На видимых листах книги нет текста.");
    }

    /// <summary>Visible sheets as tables with the numbers of their rows; what stands in a merged cell stands in each cell of it.</summary>
    public static IReadOnlyList<SheetTable> ReadTables(byte[] content)
    {
        var reader = new XlsxReader(OoxmlPackage.Open(content, FileKind.Xlsx));
        var parts = reader._package.Relationships().ToLookup(relationship => relationship.Id, relationship => relationship.Target, StringComparer.Ordinal);
        var tables = new List<SheetTable>();
        foreach (var (id, name, hidden) in reader._sheets)
        {
            if (hidden || parts[id].FirstOrDefault() is not { } part)
                continue;
            var (rows, merges) = reader.ReadCells(part);
            Spread(rows, merges);
            tables.Add(new SheetTable(name, [.. rows.Select(r => new SheetRow(r.Key, CellsOf(r.Value)))], reader._since1904));
        }
        return tables;
    }

    private static void Spread(SortedDictionary<int, SortedDictionary<int, string>> rows, List<Merge> merges)
    {
        var cells = 0;
        foreach (var merge in merges)
        {
            if (!rows.TryGetValue(merge.Top, out var first) || !first.TryGetValue(merge.Left, out var text))
                continue;
            foreach (var (_, row) in rows.Where(r => r.Key >= merge.Top && r.Key <= merge.Bottom))
                for (var column = merge.Left; column <= Math.Min(merge.Right, FileLimits.MaxColumns - 1); column++)
                {
                    row.TryAdd(column, text);
                    if (++cells > FileLimits.MaxCells)
                        throw SourceBuilder.TooLong();
                }
        }
    }

    private static string[] CellsOf(SortedDictionary<int, string> row)
    {
        var cells = new string[row.Keys.Last() + 1];
        Array.Fill(cells, "");
        foreach (var (column, text) in row)
            cells[column] = Flat(text);
        return cells;
    }

    private static string Flat(string text) => string.Join(' ', SourceBuilder.Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Notes the sheets in their order; answers whether days are counted from 1904.</summary>
    private bool ReadWorkbook()
    {
        var since1904 = false;
        using var xml = _package.OpenPart(_package.MainPart);
        while (xml.Read())
        {
            if (!xml.IsElement)
                continue;
            if (xml.Name == "workbookPr")
                since1904 = xml.Attribute("date1904") is "1" or "true";
            else if (xml.Name == "sheet" && xml.RelationshipId() is { } id)
                _sheets.Add((id, xml.Attribute("name") ?? "", xml.Attribute("state") is "hidden" or "veryHidden"));
        }
        return since1904;
    }

    private void ReadSharedStrings(string part)
    {
        using var xml = _package.OpenPart(part);
        while (xml.Read())
        {
            if (!xml.IsElement || xml.Name != "si")
                continue;
            _strings.Add(ReadString(xml));
            if (_strings.Count > FileLimits.MaxCells)
                throw SourceBuilder.TooLong();
        }
    }

    /// <summary>Text of a string item or an inline string: its runs without the phonetic hints.</summary>
    private string ReadString(GuardedXml xml)
    {
        var text = new StringBuilder();
        xml.Within(() =>
        {
            if (xml.Name == "rPh")
                xml.Skip();
            else if (xml.IsText)
                text.Append(ReadText(xml));
        });
        return text.ToString();
    }

    private string ReadText(GuardedXml xml)
    {
        var text = xml.Text(FileLimits.MaxTextCharacters - _charactersRead);
        _charactersRead += text.Length;
        return text;
    }

    private void ReadSheet(string part)
    {
        var (rows, merges) = ReadCells(part);
        new SheetLayout(rows, [.. merges.Select(merge => (merge.Top, merge.Left, merge.Bottom, merge.Right))]).AddTo(_builder);
    }

    private (SortedDictionary<int, SortedDictionary<int, string>> Rows, List<Merge> Merges) ReadCells(string part)
    {
        // Row number → column → text; rows come in any order in files of careless writers.
        var rows = new SortedDictionary<int, SortedDictionary<int, string>>();
        var merges = new List<Merge>();
        var rowNumber = 0;
        using (var xml = _package.OpenPart(part))
        {
            while (xml.Read())
            {
                if (!xml.IsElement)
                    continue;
                if (xml.Name == "row")
                {
                    rowNumber = xml.Number("r") ?? rowNumber + 1;
                    if (++_rowsRead > FileLimits.MaxRows)
                        throw SourceBuilder.TooLong();
                    if (ReadRow(xml) is { Count: > 0 } row)
                        rows[rowNumber] = row;
                }
                else if (xml.Name == "mergeCell" && ParseMerge(xml.Attribute("ref")) is { } merge)
                {
                    merges.Add(merge);
                    if (merges.Count > FileLimits.MaxRows)
                        throw SourceBuilder.TooLong();
                }
            }
        }
        return (rows, merges);
    }

    /// <summary>Cells of a row that show something.</summary>
    private SortedDictionary<int, string> ReadRow(GuardedXml xml)
    {
        var row = new SortedDictionary<int, string>();
        var column = -1;
        xml.Within(() =>
        {
            if (xml.Name != "c")
                return;
            column = CellReference.Column(xml.Attribute("r")) ?? column + 1;
            var (type, style) = (xml.Attribute("t"), xml.Number("s"));
            var text = ReadCell(xml, type, style, column == 0);
            if (column < FileLimits.MaxColumns && !string.IsNullOrWhiteSpace(text))
                row[column] = text;
        });
        return row;
    }

    private string ReadCell(GuardedXml xml, string? type, int? style, bool isFirstColumn)
    {
        var value = "";
        xml.Within(() =>
        {
            if (xml.Name == "f")
                xml.Skip();
            else if (xml.Name is "v" or "is")
                value = ReadString(xml);
        });
        return type switch
        {
            "s" => int.TryParse(value, out var index) && index >= 0 && index < _strings.Count ? _strings[index] : "",
            "str" or "inlineStr" => value,
            "b" => value == "1" ? "ИСТИНА" : "ЛОЖЬ",
            "e" => "",
            "d" => DateTime.TryParse(value, CultureInfo.InvariantCulture, out var date) ? date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture) : value,
            _ => _formats.Show(value, style, isFirstColumn),
        };
    }

    private static Merge? ParseMerge(string? reference)
    {
        var corners = (reference ?? "").Split(':');
        return corners.Length == 2 && CellReference.Column(corners[0]) is { } left && CellReference.Row(corners[0]) is { } top
            && CellReference.Column(corners[1]) is { } right && CellReference.Row(corners[1]) is { } bottom && right >= left && bottom >= top
            ? new Merge(top, left, bottom, right) : null;
    }
}

/// <summary>A reference such as «BC12».</summary>
internal static class CellReference
{
    /// <summary>Zero-based column, or null for what is no reference.</summary>
    public static int? Column(string? reference)
    {
        var column = 0;
        foreach (var c in (reference ?? "").TakeWhile(char.IsAsciiLetter).Take(4))
            column = column * 26 + (char.ToUpperInvariant(c) - 'A' + 1);
        return column == 0 ? null : column - 1;
    }

    public static int? Row(string reference) => int.TryParse(reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"), out var row) ? row : null;
}
