using MentoringPortal.Domain;
using MentoringPortal.Domain.Reading;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Graphics;

namespace MentoringPortal.Web.Formats.Pdf;

/// <summary>
/// Text of a PDF put together from the places of its words: paragraphs from wrapped lines, tables from drawn rules or from white strips,
/// a table that goes on over a page is one again, page numbers are left out.
/// </summary>
internal static class PdfReader
{
    /// <summary>Rectangles thinner than this many points are rules.</summary>
    private const double RuleThickness = 3;

    private const string Scan = "В файле нет текста: это скан. Распознайте его или вставьте текст в поле.";

    /// <summary>A piece of a page: a table, or lines between tables.</summary>
    private sealed record Piece(double Top, List<List<TableCell>>? Rows, int Columns, List<PdfLine> Lines, double PageWidth);

    public static SourceDocument Read(byte[] content)
    {
        PdfStreams.Check(content);
        List<Piece> pieces;
        try
        {
            using var pdf = PdfDocument.Open(content, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            if (pdf.NumberOfPages > FileLimits.MaxPdfPages)
                throw SourceBuilder.TooLong();
            pieces = JoinTables([.. Enumerable.Range(1, pdf.NumberOfPages).SelectMany(number => Pieces(pdf.GetPage(number)))]);
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new DomainException("Файл PDF защищён паролем. Снимите защиту и загрузите файл ещё раз.");
        }
        // The library throws exceptions of many kinds on broken files; all of them mean the same to the user.
        catch (Exception broken) when (broken is not (DomainException or OutOfMemoryException))
        {
            throw UploadedFile.Broken();
        }
        return Build(pieces);
    }

    private static SourceDocument Build(List<Piece> pieces)
    {
        var builder = new SourceBuilder();
        var margins = pieces.Where(piece => piece.Rows == null).GroupBy(piece => piece.PageWidth)
            .ToDictionary(group => group.Key, group => Margins([.. group.SelectMany(piece => piece.Lines)]));
        foreach (var piece in pieces)
        {
            if (piece.Rows != null)
            {
                builder.AddTable(piece.Rows);
                continue;
            }
            foreach (var paragraph in PdfLine.Paragraphs(piece.Lines, margins[piece.PageWidth].Left, margins[piece.PageWidth].Right))
                builder.AddText(paragraph);
        }
        return builder.Build(Scan);
    }

    /// <summary>Where lines begin and end on pages of one width. Of a longer text the two longest lines are passed over: they may stick out.</summary>
    private static (double Left, double Right) Margins(List<PdfLine> lines)
    {
        var rights = lines.Where(line => !line.HasGap).Select(line => line.Right).OrderDescending().DefaultIfEmpty(lines[0].Right).ToList();
        return (lines.Min(line => line.Left), rights[rights.Count >= 10 ? 2 : 0]);
    }

    private static IEnumerable<Piece> Pieces(Page page)
    {
        var words = page.GetWords().Where(word => word.TextOrientation == TextOrientation.Horizontal && !string.IsNullOrWhiteSpace(word.Text))
            .Select(word => new PdfWord(word.Text, word.BoundingBox.Left, word.BoundingBox.Right, word.Letters[0].StartBaseLine.Y, Math.Max(word.Letters[0].PointSize, 4)))
            .ToList();
        if (words.Count > FileLimits.MaxLines)
            throw SourceBuilder.TooLong();
        var pieces = new List<Piece>();
        foreach (var table in RuledTable.Find(Rules(page)))
        {
            var inside = words.Where(table.Holds).ToList();
            if (inside.Count == 0)
                continue;
            words.RemoveAll(table.Holds);
            pieces.Add(new Piece(table.Top, table.Rows(inside), table.Columns, [], page.Width));
        }
        var lines = PdfLine.Of(words);
        lines.RemoveAll(line => IsPageNumber(line, page));
        AddFlow(pieces, lines, page.Width);
        return pieces.OrderByDescending(piece => piece.Top);
    }

    /// <summary>Parts the lines outside ruled tables into unruled tables and text, cut where a ruled table stands between them.</summary>
    private static void AddFlow(List<Piece> pieces, List<PdfLine> lines, double pageWidth)
    {
        var tops = pieces.Select(piece => piece.Top).ToList();
        var open = new List<PdfLine>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (open.Count > 0 && tops.Any(top => top < open[^1].Baseline && top > lines[i].Baseline))
                Close();
            if (ColumnTable.At(lines, i) is { } table)
            {
                Close();
                var rows = table.Rows();
                pieces.Add(new Piece(lines[i].Baseline + lines[i].Size, rows, rows.Max(row => row.Count), [], pageWidth));
                i += table.Count - 1;
                continue;
            }
            open.Add(lines[i]);
        }
        Close();

        void Close()
        {
            if (open.Count > 0)
                pieces.Add(new Piece(open[0].Baseline + open[0].Size, null, 0, open, pageWidth));
            open = [];
        }
    }

    /// <summary>A table that ends a page and one of as many columns that begins the next are one; a head that is printed again goes. Texts are joined too.</summary>
    private static List<Piece> JoinTables(List<Piece> pieces)
    {
        var joined = new List<Piece>();
        foreach (var piece in pieces)
        {
            var last = joined.LastOrDefault();
            if (last?.Rows != null && piece.Rows != null && last.Columns == piece.Columns && last.Top < piece.Top)
                last.Rows.AddRange(Same(last.Rows[0], piece.Rows[0]) ? piece.Rows.Skip(1) : piece.Rows);
            else if (last is { Rows: null } && piece.Rows == null && last.PageWidth == piece.PageWidth)
                last.Lines.AddRange(piece.Lines);
            else
                joined.Add(piece);
            // The place of a joined piece is that of its last page.
            if (joined[^1] == last)
                joined[^1] = last with { Top = piece.Top };
        }
        return joined;
    }

    private static bool Same(List<TableCell> head, List<TableCell> row) => head.Select(cell => cell.Text).SequenceEqual(row.Select(cell => cell.Text), StringComparer.Ordinal);

    private static bool IsPageNumber(PdfLine line, Page page) =>
        line.Text.Trim('-', '–', '—', ' ') is { Length: <= 4 and > 0 } number && number.All(char.IsAsciiDigit)
        && (line.Baseline > page.Height * 0.92 || line.Baseline < page.Height * 0.08);

    private static List<PdfRule> Rules(Page page)
    {
        var rules = new List<PdfRule>();
        foreach (var path in page.Paths.Where(path => !path.IsClipping && (path.IsFilled || path.IsStroked)))
            foreach (var subpath in path)
                AddRules(rules, path, subpath);
        return rules;
    }

    private static void AddRules(List<PdfRule> rules, PdfPath path, PdfSubpath subpath)
    {
        if (subpath.GetBoundingRectangle() is not { } box)
            return;
        if (Math.Min(box.Width, box.Height) < RuleThickness)
            Add(box.Left, box.Bottom, box.Right, box.Top);
        else if (path.IsStroked)
            foreach (var line in subpath.Commands.OfType<PdfSubpath.Line>())
                Add(line.From.X, line.From.Y, line.To.X, line.To.Y);

        void Add(double x1, double y1, double x2, double y2)
        {
            var (width, height) = (Math.Abs(x2 - x1), Math.Abs(y2 - y1));
            if (height < RuleThickness && width > RuleThickness)
                rules.Add(new PdfRule(false, (y1 + y2) / 2, Math.Min(x1, x2), Math.Max(x1, x2)));
            else if (width < RuleThickness && height > RuleThickness)
                rules.Add(new PdfRule(true, (x1 + x2) / 2, Math.Min(y1, y2), Math.Max(y1, y2)));
        }
    }
}
