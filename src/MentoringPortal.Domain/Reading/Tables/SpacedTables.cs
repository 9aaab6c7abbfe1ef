using System.Text.RegularExpressions;

namespace MentoringPortal.Domain.Reading.Tables;

/// <summary>Tables whose columns are kept apart by two or more spaces, aligned or not.</summary>
internal static partial class SpacedTables
{
    private sealed record Piece(int Start, string Text);

    public static Grid? Find(IReadOnlyList<Line> lines, int start, out int next)
    {
        next = start;
        var head = Pieces(lines[start].Raw);
        if (head.Count < 2 || !ColumnHeads.IsHead([.. head.Select(p => p.Text)])) return null;
        var body = Body(lines, start + 1, head, out next);
        var aligned = IsAligned(body, head);
        var headTexts = head.Select(p => p.Text).ToList();
        if (aligned && body.Count > 0 && IsRestOfHead(body[0], headTexts.Count))
        {
            foreach (var piece in body[0]) headTexts[Nearest(piece, head)] += " " + piece.Text;
            body.RemoveAt(0);
        }

        var roles = headTexts.Select(ColumnHeads.Role).ToList();
        var rows = new List<GridRow> { new(headTexts) };
        rows.AddRange(body.Select(pieces => new GridRow(Row(pieces, head, roles, aligned))));
        return rows.Count < 2 ? null : new Grid(rows);
    }

    private static List<List<Piece>> Body(IReadOnlyList<Line> lines, int from, List<Piece> head, out int next)
    {
        var body = new List<List<Piece>>();
        var i = from;
        for (; i < lines.Count; i++)
        {
            if (lines[i].IsBlank) continue;
            var pieces = Pieces(lines[i].Raw);
            if (Rule().IsMatch(lines[i].Raw)) continue;
            if (pieces.Count > 1 && body.Count > 0 && ColumnHeads.IsHead([.. pieces.Select(p => p.Text)]) && pieces[0].Text != head[0].Text) break;
            if (pieces.Count < 2 && !Belongs(lines, i, pieces, head)) break;
            if (pieces.Count > 1 && Shapes.IsPersonName(pieces[^1].Text) && lines[i - 1].IsBlank && Signature().IsMatch(pieces[0].Text)) break;
            body.Add(pieces);
        }

        next = i;
        return body;
    }

    /// <summary>A line of one piece stands inside the table if it lies under a column or if rows follow.</summary>
    private static bool Belongs(IReadOnlyList<Line> lines, int i, List<Piece> pieces, List<Piece> head)
    {
        if (pieces.Count == 0 || Appendices.IsLabel(pieces[0].Text)) return false;
        if (pieces[0].Start > head[0].Start + 1 && head.Exists(h => Math.Abs(h.Start - pieces[0].Start) <= 1) && !lines[i - 1].IsBlank) return true;
        var seen = 0;
        for (var j = i + 1; j < lines.Count && seen < 4; j++)
        {
            if (lines[j].IsBlank) continue;
            seen++;
            var later = Pieces(lines[j].Raw);
            if (later.Count < 3) continue;
            return !ColumnHeads.IsHead([.. later.Select(p => p.Text)]);
        }

        return false;
    }

    private static bool IsAligned(List<List<Piece>> body, List<Piece> head)
    {
        var full = body.Where(r => r.Count == head.Count).ToList();
        return full.Count > 0 && full.Count(r => r.Zip(head).All(p => Math.Abs(p.First.Start - p.Second.Start) <= 1)) * 2 > full.Count;
    }

    private static bool IsRestOfHead(List<Piece> pieces, int width) =>
        pieces.Count < width && pieces.TrueForAll(p => RestOfHead().IsMatch(p.Text));

    private static List<string> Row(List<Piece> pieces, List<Piece> head, List<ColumnRole> roles, bool aligned)
    {
        var texts = pieces.Select(p => p.Text).ToList();
        if (texts.Count == 1 && pieces[0].Start <= head[0].Start + 1) return texts;
        if (aligned)
        {
            var cells = Enumerable.Repeat("", head.Count).ToList();
            foreach (var piece in pieces)
            {
                var column = Nearest(piece, head);
                cells[column] = (cells[column] + " " + piece.Text).Trim();
            }

            return cells;
        }

        if (roles[0] == ColumnRole.Number && LeadingNumber().Match(texts[0]) is { Success: true } number)
        {
            texts[0] = number.Groups[1].Value;
            texts.Insert(1, number.Groups[2].Value);
        }

        return CellFitting.Fit(texts, roles);
    }

    private static int Nearest(Piece piece, List<Piece> head)
    {
        var best = 0;
        for (var i = 1; i < head.Count; i++)
            if (Math.Abs(head[i].Start - piece.Start) < Math.Abs(head[best].Start - piece.Start)) best = i;
        return best;
    }

    private static List<Piece> Pieces(string raw) =>
        raw.Contains('\t', StringComparison.Ordinal) ? [] : [.. Fragment().Matches(raw).Select(m => new Piece(m.Index, m.Value))];

    [GeneratedRegex(@"\S+(?: \S+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Fragment();

    [GeneratedRegex(@"^(\d+(?:\.\d+)*[.)]?)\s+(\p{L}.*|«.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex LeadingNumber();

    [GeneratedRegex(@"^\s*[-=_─]{4,}[-=_─\s]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^(?:п[/\\]п|исполнени\w+|исполнител\w+|реализации|проведения|мероприяти\w+|документа|отчетности|результат\w*|выполнени\w+|лиц[оа]|деятельности|этапа)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RestOfHead();

    [GeneratedRegex(@"^(?:начальник|заведующ|директор|руководител|глава|председател|и\.?\s?о\.|врио|заместител)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Signature();
}
