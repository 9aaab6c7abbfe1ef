using System.Text;
using System.Xml;
using MentoringPortal.Domain.Exchange;
using MentoringPortal.Domain.Text;
using MentoringPortal.Web.Formats.Ooxml;

namespace MentoringPortal.Web.Formats;

/// <summary>The one door from a workbook, a CSV file or rows pasted from Excel to tables. Bounded by <see cref="FileLimits"/>.</summary>
public static class TableSource
{
    private const string Lone = "Таблица";

    public static IReadOnlyList<SheetTable> Open(UploadedFile file)
    {
        var content = file.Content.ToArray();
        try
        {
            return file.Kind switch
            {
                FileKind.Xlsx => XlsxReader.ReadTables(content),
                FileKind.Csv => [new SheetTable(Lone, Csv(TextReading.Decode(content)))],
                _ => [new SheetTable(Lone, [.. PastedTable.Read(SourceBuilder.Clean(TextReading.Decode(content))).Select(r => new SheetRow(r.Number, r.Cells))])],
            };
        }
        catch (XmlException)
        {
            throw UploadedFile.Broken();
        }
    }

    /// <summary>RFC 4180 with the separator that the first line uses: Russian Excel writes semicolons.</summary>
    private static List<SheetRow> Csv(string text)
    {
        var firstLine = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length);
        var separator = firstLine.Contains(';') ? ';' : firstLine.Contains('\t') ? '\t' : ',';
        var rows = new List<SheetRow>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '\n';
            if (isQuoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[++i]);
            else if (c == '"' && (isQuoted || cell.Length == 0))
                isQuoted = !isQuoted;
            else if (isQuoted && i < text.Length)
                cell.Append(c);
            else if (c == separator || c == '\n')
            {
                cells.Add(string.Join(' ', SourceBuilder.Clean(cell.ToString()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
                cell.Clear();
                if (c == '\n')
                    EndRow(rows, ref cells);
            }
            else
                cell.Append(c);
        }
        return rows;
    }

    private static void EndRow(List<SheetRow> rows, ref List<string> cells)
    {
        if (rows.Count > FileLimits.MaxRows || cells.Count > FileLimits.MaxColumns)
            throw SourceBuilder.TooLong();
        rows.Add(new SheetRow(rows.Count + 1, cells));
        cells = [];
    }
}
