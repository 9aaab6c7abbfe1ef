using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using MentoringPortal.Domain.Reading;

namespace MentoringPortal.Web.Formats;

/// <summary>
/// Text and tables of an HTML page in one pass over its tags. Not a tree builder on purpose: the standard's repair of unclosed tags copies every
/// open formatting element into every paragraph, so a small hostile page grows into gigabytes; here time and memory follow the length.
/// </summary>
internal sealed partial class HtmlReader
{
    private static readonly HashSet<string> RawElements = new(["script", "style", "noscript", "template", "textarea", "head", "title", "svg", "iframe", "object"], StringComparer.Ordinal);
    private static readonly HashSet<string> BlockElements =
        new(["p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "hr", "pre", "blockquote", "section", "article", "header", "footer", "main", "aside", "address", "caption", "center", "form", "fieldset", "body", "html"], StringComparer.Ordinal);

    private readonly SourceBuilder _builder = new();
    private readonly StringBuilder _line = new();
    private readonly Stack<Table> _tables = new();
    private readonly Stack<int?> _lists = new();
    private bool _preformatted, _hasHead;

    private sealed class Table
    {
        public readonly List<List<TableCell>> Rows = [];
        /// <summary>Lines of the open cell, or null between cells.</summary>
        public List<string>? Cell;
        public int ColumnSpan, RowSpan;
        /// <summary>Cells merged downwards: column → rows still to come, and the span.</summary>
        public readonly SortedDictionary<int, (int Rows, int Span)> Merged = [];
    }

    public static SourceDocument Read(string html)
    {
        var reader = new HtmlReader();
        reader.ReadAll(html);
        return reader._builder.Build("На странице нет текста.");
    }

    private void ReadAll(string html)
    {
        for (var at = 0; at < html.Length;)
        {
            var open = html.IndexOf('<', at);
            if (open < 0)
                open = html.Length;
            AddText(html.AsSpan(at, open - at));
            at = open < html.Length ? ReadTag(html, open) : open;
        }
        EndLine();
        while (_tables.Count > 0)
            EndTable();
    }

    /// <summary>Handles the tag or comment that opens at this place and returns the place after it.</summary>
    private int ReadTag(string html, int at)
    {
        if (html.AsSpan(at).StartsWith("<!--"))
            return After(html, "-->", at + 4);
        var isEnd = at + 1 < html.Length && html[at + 1] == '/';
        var nameStart = at + (isEnd ? 2 : 1);
        if (nameStart < html.Length && html[nameStart] is '!' or '?')
            return After(html, ">", nameStart);
        if (nameStart >= html.Length || !char.IsAsciiLetter(html[nameStart]))
        {
            AddText("<");
            return at + 1;
        }
        var nameEnd = nameStart;
        while (nameEnd < html.Length && (char.IsAsciiLetterOrDigit(html[nameEnd]) || html[nameEnd] is ':' or '-'))
            nameEnd++;
        var end = EndOfTag(html, nameEnd);
        var name = html[nameStart..Math.Min(nameEnd, nameStart + 20)].ToLowerInvariant();
        if (isEnd)
            EndElement(name);
        else if (RawElements.Contains(name) && !(name == "head" && _hasHead))
            return EndOfRaw(html, name, end);
        else
            StartElement(name, html.AsSpan(nameEnd, end - nameEnd));
        return end;
    }

    private static int After(string html, string mark, int at) => html.IndexOf(mark, at, StringComparison.Ordinal) is >= 0 and var found ? found + mark.Length : html.Length;

    private static int EndOfTag(string html, int at)
    {
        var quote = '\0';
        for (; at < html.Length; at++)
        {
            var c = html[at];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'' && html[at - 1] is '=' or ' ')
                quote = c;
            else if (c == '>')
                return at + 1;
        }
        return at;
    }

    /// <summary>Skips a script, a style and the like, to the tag that closes it. «body» closes a head that was left open.</summary>
    private int EndOfRaw(string html, string name, int at)
    {
        // The page is searched to its end for the end of a head, so it may have one.
        _hasHead |= name == "head";
        var close = html.IndexOf("</" + name, at, StringComparison.OrdinalIgnoreCase);
        if (name == "head" && html.IndexOf("<body", at, StringComparison.OrdinalIgnoreCase) is >= 0 and var body && (close < 0 || body < close))
            return body;
        return close < 0 ? html.Length : After(html, ">", close);
    }

    private void StartElement(string name, ReadOnlySpan<char> attributes)
    {
        switch (name)
        {
            case "br": EndLine(); break;
            case "table":
                EndLine();
                // Each level copies the text of those inside it.
                if (_tables.Count >= FileLimits.MaxTableDepth)
                    throw SourceBuilder.TooLong();
                _tables.Push(new Table());
                break;
            case "tr" when _tables.TryPeek(out var table): EndCell(table); StartRow(table); break;
            case "td" or "th" when _tables.TryPeek(out var table):
                EndCell(table);
                if (table.Rows.Count == 0)
                    StartRow(table);
                (table.Cell, table.ColumnSpan, table.RowSpan) = ([], Span(attributes, "colspan"), Span(attributes, "rowspan"));
                break;
            case "ol": EndLine(); _lists.Push(Span(attributes, "start")); break;
            case "ul": EndLine(); _lists.Push(null); break;
            case "li": EndLine(); StartListItem(); break;
            default:
                if (BlockElements.Contains(name))
                    EndLine();
                _preformatted |= name == "pre";
                break;
        }
    }

    private void EndElement(string name)
    {
        switch (name)
        {
            case "table" when _tables.Count > 0: EndLine(); EndTable(); break;
            case "td" or "th" or "tr" when _tables.TryPeek(out var table): EndCell(table); break;
            case "ol" or "ul": EndLine(); _lists.TryPop(out _); break;
            default:
                if (BlockElements.Contains(name))
                    EndLine();
                _preformatted &= name != "pre";
                break;
        }
    }

    private void StartListItem()
    {
        if (!_lists.TryPop(out var number))
            return;
        _line.Append(number is { } n ? $"{n}. " : "- ");
        _lists.Push(number + 1);
    }

    private void AddText(ReadOnlySpan<char> raw)
    {
        if (raw.IsEmpty)
            return;
        var text = WebUtility.HtmlDecode(raw.ToString());
        foreach (var c in text)
        {
            if (_preformatted && c == '\n')
                EndLine(evenEmpty: true);
            else if (_preformatted || c is not (' ' or '\t' or '\r' or '\n'))
                _line.Append(c);
            else if (_line.Length > 0 && _line[^1] != ' ')
                _line.Append(' ');
        }
    }

    private void EndLine() => EndLine(evenEmpty: false);

    private void EndLine(bool evenEmpty)
    {
        // A list whose items bear their numbers in the text («2.1. …») is only drawn as a list.
        var line = DoubleMark().Replace(_line.ToString().TrimEnd(), "");
        _line.Clear();
        if (line.Length == 0 && !evenEmpty)
            return;
        if (!_tables.TryPeek(out var table))
            _builder.AddText(line);
        else
            // Text between the rows of a table belongs to no cell: browsers show it before the table.
            (table.Cell ?? _tables.FirstOrDefault(outer => outer.Cell != null)?.Cell)?.Add(line);
    }

    private static void StartRow(Table table)
    {
        if (table.Rows.Count >= FileLimits.MaxRows)
            throw SourceBuilder.TooLong();
        table.Rows.Add([]);
        FillMerged(table);
    }

    /// <summary>Adds what is merged from above at the place where the row has come to.</summary>
    private static void FillMerged(Table table)
    {
        var row = table.Rows[^1];
        while (table.Merged.TryGetValue(NextColumn(row), out var merged))
        {
            var column = NextColumn(row);
            row.Add(new TableCell(column, merged.Span, true, ""));
            if (merged.Rows == 1)
                table.Merged.Remove(column);
            else
                table.Merged[column] = (merged.Rows - 1, merged.Span);
        }
    }

    private static int NextColumn(List<TableCell> row) => row.Count == 0 ? 0 : row[^1].Column + row[^1].Span;

    private void EndCell(Table table)
    {
        EndLine();
        if (table.Cell == null)
            return;
        var row = table.Rows[^1];
        if (row.Count >= FileLimits.MaxColumns)
            throw SourceBuilder.TooLong();
        var column = NextColumn(row);
        row.Add(new TableCell(column, table.ColumnSpan, false, string.Join('\n', table.Cell)));
        table.Cell = null;
        // The rest of the row first: a cell merged here must not be met again by this same row.
        FillMerged(table);
        if (table.RowSpan > 1)
            table.Merged[column] = (table.RowSpan - 1, table.ColumnSpan);
    }

    private void EndTable()
    {
        var table = _tables.Peek();
        EndCell(table);
        _tables.Pop();
        if (!_tables.TryPeek(out var outer) || outer.Cell == null)
        {
            if (table.Rows is [[var only]])
                _builder.AddText(only.Text);
            else
                _builder.AddTable(table.Rows);
            return;
        }
        outer.Cell.AddRange(table.Rows.Select(row => string.Join('\t', row.Select(cell => cell.Text.Replace('\n', ' ')))));
    }

    /// <summary>Value of colspan, rowspan or start, 1 when absent.</summary>
    private static int Span(ReadOnlySpan<char> attributes, string name)
    {
        var at = attributes.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return 1;
        var value = attributes[(at + name.Length)..].TrimStart(" =\"'");
        var digits = value.IndexOfAnyExceptInRange('0', '9');
        return int.TryParse(digits < 0 ? value : value[..digits], out var span) ? Math.Clamp(span, 1, FileLimits.MaxColumns) : 1;
    }

    [GeneratedRegex(@"^(-|\d+\.) (?=(\d+(\.\d+)*[.)]|[-–—•])\s)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DoubleMark();
}
