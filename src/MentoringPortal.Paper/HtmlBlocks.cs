using System.Text;
using MentoringPortal.Paper.Blocks;

namespace MentoringPortal.Paper;

/// <summary>The blocks of one section as HTML.</summary>
internal sealed class HtmlBlocks(StringBuilder html)
{
    private readonly Stack<int> _lists = [];

    public void Write(IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (block is not (Clause or Bullet or Spacer or PageBreak))
                CloseLists(downTo: 0);
            Write(block);
        }
        CloseLists(downTo: 0);
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case Letterhead letterhead: Write(letterhead); break;
            case DocumentKind kind: Element("p", kind.Text, "paper-kind"); break;
            case RegistrationLine line: Write(line); break;
            case DocumentTitle title: Element("h1", title.Text, Class("paper-title", title.Alignment)); break;
            case Heading heading: Element($"h{Math.Clamp(heading.Level, 1, 6)}", heading.Text, Class("paper-heading", heading.Alignment)); break;
            case Paragraph paragraph: Element("p", paragraph.Text, Class(paragraph.FirstLineIndent ? "paper-text" : "paper-text paper-flush", paragraph.Alignment)); break;
            case Clause clause: Item(clause.Level, clause.Number, clause.Text); break;
            case Bullet bullet: Item(Bullet.Depth(bullet.Level), Bullet.Marker, bullet.Text); break;
            case Table table: Write(table); break;
            case Signature signature: Markup("p", $"<span>{Inline(signature.Position)}</span> <span>{Inline(signature.Name)}</span>", "paper-signature"); break;
            case AppendixMark mark: Element("p", RichText.Lines(mark.Lines), "paper-appendix-mark"); break;
            case Note note: Element("p", note.Text, "paper-note"); break;
            case Figure figure: Markup("figure", Html.Draw(figure), "chart"); break;
            case PageBreak or Spacer: break;
            default: throw new ArgumentException($"The HTML writer does not know the block {block.GetType().Name}.", nameof(block));
        }
    }

    private void Write(Letterhead letterhead)
    {
        html.Append("<div class=\"paper-letterhead\">\n");
        Element("p", RichText.Lines(letterhead.Lines), "paper-issuer");
        if (letterhead.SecondLines.Count > 0)
            Element("p", RichText.Lines(letterhead.SecondLines), "paper-issuer", letterhead.SecondLanguage is { } language ? $" lang=\"{Html.Encode(language)}\"" : "");
        if (letterhead.Details.Count > 0)
            Element("p", RichText.Lines(letterhead.Details), "paper-details");
        html.Append("</div>\n");
    }

    private void Write(RegistrationLine line)
    {
        var parts = new[] { line.Date, line.Place, line.Number }.Where(part => part is not null).Select(part => $"<span>{Inline(part)}</span>");
        Markup("p", string.Join(' ', parts), "paper-registration");
    }

    private void Write(Table table)
    {
        html.Append($"<div class=\"paper-table-box\" role=\"region\" tabindex=\"0\" aria-label=\"{Html.Encode(table.Summary ?? "Таблица")}\">\n<table class=\"paper-table\">\n");
        if (table.Summary is not null)
            html.Append($"<caption class=\"visually-hidden\">{Inline(table.Summary)}</caption>\n");
        html.Append("<thead><tr>");
        foreach (var column in table.Columns)
            html.Append($"<th scope=\"col\">{Inline(column.Head)}</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
            Write(table, row);
        if (table.Rows.Count == 0)
            html.Append($"<tr><td colspan=\"{table.Columns.Count}\">{Inline(table.EmptyText)}</td></tr>\n");
        html.Append("</tbody>\n</table>\n</div>\n");
    }

    private void Write(Table table, TableRow row)
    {
        html.Append("<tr>");
        if (row.IsSection)
            html.Append($"<th scope=\"rowgroup\" colspan=\"{table.Columns.Count}\">{Inline(row.Cells[0].Text)}</th>");
        var column = 0;
        foreach (var cell in row.IsSection ? [] : table.Fill(row.Cells))
        {
            var span = cell.ColumnSpan > 1 ? $" colspan=\"{cell.ColumnSpan}\"" : "";
            var side = Class("", cell.Alignment ?? table.Columns[column].Alignment).Trim();
            var looks = side.Length > 0 ? $" class=\"{side}\"" : "";
            html.Append(cell.IsRowHead ? $"<th scope=\"row\"{span}{looks}>{Inline(cell.Text)}</th>" : $"<td{span}{looks}>{Inline(cell.Text)}</td>");
            column += cell.ColumnSpan;
        }
        html.Append("</tr>\n");
    }

    /// <summary>An item stays open: the next one may belong inside it.</summary>
    private void Item(int depth, string label, RichText text)
    {
        CloseLists(downTo: depth);
        if (_lists.TryPeek(out var open) && open == depth)
        {
            html.Append("</li>\n");
        }
        else
        {
            html.Append("<ul class=\"paper-list\">\n");
            _lists.Push(depth);
        }
        html.Append($"<li><span class=\"paper-label\">{Inline(label)}</span> {Inline(text)}");
    }

    private void CloseLists(int downTo)
    {
        while (_lists.TryPeek(out var depth) && depth > downTo)
        {
            html.Append("</li>\n</ul>\n");
            _lists.Pop();
        }
    }

    private void Element(string tag, RichText text, string looks, string attributes = "") => Markup(tag, Inline(text), looks, attributes);

    private void Markup(string tag, string markup, string looks, string attributes = "") => html.Append($"<{tag} class=\"{looks}\"{attributes}>{markup}</{tag}>\n");

    private static string Class(string name, Alignment alignment) => alignment switch
    {
        Alignment.Center => $"{name} paper-center",
        Alignment.Right => $"{name} paper-right",
        Alignment.Justify => $"{name} paper-justify",
        Alignment.Left => name,
        _ => throw new ArgumentOutOfRangeException(nameof(alignment), alignment, message: null),
    };

    private static string Inline(RichText text)
    {
        var markup = new StringBuilder();
        foreach (var run in text.Runs)
        {
            var encoded = string.Join("<br>", run.Text.Split('\n').Select(Html.Encode));
            encoded = run.Italic ? $"<em>{encoded}</em>" : encoded;
            markup.Append(run.Bold ? $"<strong>{encoded}</strong>" : encoded);
        }
        return markup.ToString();
    }
}
