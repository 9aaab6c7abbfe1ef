using MentoringPortal.Paper.Blocks;
using MentoringPortal.Paper.Fonts;
using MentoringPortal.Paper.Tags;

namespace MentoringPortal.Paper.Layout;

/// <summary>Turns blocks into slabs and grows the structure tree beside them.</summary>
internal sealed class BlockLayout
{
    private readonly DocumentFonts _fonts;
    private readonly StructureNode _root;
    private readonly double _width;
    private readonly double _firstLine;
    private readonly double _size;
    private readonly TextStyle _body;
    private readonly TextStyle _bodyBold;
    private readonly TextStyle _tight;
    private readonly TextStyle _tightBold;
    private readonly ListTags _lists;
    private int _headingLevel;

    /// <param name="document">Gives the text's size and spacing.</param>
    /// <param name="fonts">Of the whole document.</param>
    /// <param name="root">The element that the blocks' elements go under.</param>
    /// <param name="width">Of the text, in points.</param>
    public BlockLayout(PaperDocument document, DocumentFonts fonts, StructureNode root, double width)
    {
        (_fonts, _root, _width, _size) = (fonts, root, width, document.Text.Size);
        _firstLine = document.Text.FirstLineIndent * Flow.Millimetre;
        _body = new(_size, document.Text.LineSpacing);
        _bodyBold = new(_size, document.Text.LineSpacing, FontStyle.Bold);
        _tight = new(_size);
        _tightBold = new(_size, 1, FontStyle.Bold);
        _lists = new(root);
    }

    public IEnumerable<Slab> Compose(IReadOnlyList<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is not (Clause or Bullet or Spacer or PageBreak))
                _lists.Close();
            var isSigned = Signature.Follows(blocks, i);
            Slab? last = null;
            foreach (var slab in Compose(blocks[i]))
            {
                if (last is not null)
                    yield return last;
                last = slab;
            }
            if (last is null)
                continue;
            last.KeepWithNext |= isSigned;
            yield return last;
        }
    }

    private IEnumerable<Slab> Compose(Block block) => block switch
    {
        Letterhead letterhead => ComposeLetterhead(letterhead),
        DocumentKind kind => Text(Centered(RichText.Bold(kind.Text), new(_size + 2, 1, FontStyle.Bold), _root.Add("P")), before: 12, after: 12),
        RegistrationLine line => [Registration(line)],
        DocumentTitle title => Titled(title.Text, level: 1, title.Alignment, before: 6, after: 12),
        Heading heading => Titled(heading.Text, heading.Level, heading.Alignment, before: 12, after: 8),
        Paragraph paragraph => Text(
            new(0, _width, paragraph.Text, _body, _root.Add("P")) { Alignment = paragraph.Alignment, Indent = paragraph.FirstLineIndent ? _firstLine : 0 },
            before: paragraph.SpaceBefore, keepWithNext: paragraph.KeepWithNext),
        Clause clause => Labelled(clause.Number, clause.Text, _lists.Clause(clause.Level)),
        Bullet bullet => Labelled(Bullet.Marker, bullet.Text, _lists.Bullet(bullet.Level)),
        Table table => new TableLayout(table, _fonts, _width, _size).Compose(_root.Add(TableLayout.Element(table))),
        Signature signature => [Sign(signature)],
        AppendixMark mark => ComposeMark(mark),
        Note note => Text(new(0, _width, note.Text, new(_size - 2), _root.Add("P")), before: 6),
        Figure figure => [Draw(figure)],
        PageBreak => [new() { Height = 0, Lines = [], BreaksPage = true }],
        Spacer spacer => [new() { Height = spacer.Height * Flow.Millimetre, Lines = [], IsSpace = true }],
        _ => throw new ArgumentException($"The PDF writer does not know the block {block.GetType().Name}.", nameof(block)),
    };

    private TextBox Centered(RichText text, TextStyle style, StructureNode node) => new(0, _width, text, style, node) { Alignment = Alignment.Center };

    /// <summary>Lines that may part at the page's end, but never one alone from its paragraph.</summary>
    private IEnumerable<Slab> Text(TextBox box, double before = 0, double after = 0, bool keepWithNext = false, Bookmark? bookmark = null)
    {
        var lines = LinePlacer.Place(box, _fonts).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            var (isFirst, isLast) = (i == 0, i == lines.Count - 1);
            yield return new()
            {
                Height = box.Style.LineHeight,
                Lines = [.. lines[i].Select(line => line with { Top = 0 })],
                SpaceBefore = isFirst ? before : 0,
                SpaceAfter = isLast ? after : 0,
                KeepWithNext = isLast ? keepWithNext : keepWithNext || isFirst || i == lines.Count - 2,
                Bookmark = isFirst ? bookmark : null,
            };
        }
    }

    /// <summary>A heading never skips a level downwards (PDF/UA-1, 7.4), whatever the document asks for.</summary>
    private IEnumerable<Slab> Titled(RichText text, int level, Alignment alignment, double before, double after)
    {
        _headingLevel = Math.Clamp(level, 1, Math.Min(_headingLevel + 1, 6));
        var box = Centered(text, _tightBold, _root.Add("H" + _headingLevel)) with { Alignment = alignment };
        return Text(box, before, after, keepWithNext: true, new Bookmark(text.PlainText.Replace('\n', ' '), _headingLevel));
    }

    private IEnumerable<Slab> Labelled(string label, RichText text, (StructureNode Label, StructureNode Body) item)
    {
        var start = label + "\u00A0";
        return Text(new(0, _width, text.Prepend(start), _body, item.Body)
        {
            Alignment = Alignment.Justify,
            Indent = _firstLine,
            Label = (new Run(start).Text.EnumerateRunes().Count(), item.Label),
        });
    }

    private IEnumerable<Slab> ComposeLetterhead(Letterhead letterhead)
    {
        var names = RichText.Lines(letterhead.Lines, bold: true);
        if (letterhead.SecondLines.Count == 0)
        {
            yield return Row([Centered(names, _tightBold, _root.Add("P"))], after: 6);
        }
        else
        {
            var column = _width * 0.46;
            var node = _root.Add("P");
            var second = _root.Add(new StructureNode("P") { Language = letterhead.SecondLanguage });
            yield return Row(
            [
                new(0, column, names, _tightBold, node) { Alignment = Alignment.Center },
                new(_width - column, column, RichText.Lines(letterhead.SecondLines, bold: true), _tightBold, second) { Alignment = Alignment.Center },
            ], after: 6);
        }
        if (letterhead.Details.Count > 0)
            yield return Row([Centered(RichText.Lines(letterhead.Details), new(_size - 2), _root.Add("P"))], after: 6);
    }

    private Slab Registration(RegistrationLine line)
    {
        var (node, third) = (_root.Add("P"), _width / 3);
        return Row(
        [
            new(0, third, line.Date + "\n", _tight, node),
            new(third, third, (line.Place ?? "") + "\n", _tight, node) { Alignment = Alignment.Center },
            new(2 * third, third, line.Number, _tight, node) { Alignment = Alignment.Right },
        ], before: 6, after: 12);
    }

    private Slab Sign(Signature signature)
    {
        var node = _root.Add("P");
        var row = Row([new(0, _width * 0.55, signature.Position + "\n", _tight, node)]);
        var name = Row([new(_width * 0.6, _width * 0.4, signature.Name, _tight, node) { Alignment = Alignment.Right }]);
        var height = Math.Max(row.Height, name.Height);
        return new()
        {
            Height = height,
            SpaceBefore = 3 * _tight.LineHeight,
            Lines = [.. row.Lines, .. name.Lines.Select(line => line with { Top = line.Top + height - name.Height })],
        };
    }

    private Slab Draw(Figure figure)
    {
        var node = _root.Add(new StructureNode("Figure") { Alternative = figure.Alternative });
        var scale = Math.Min(1, _width / figure.Width);
        return new()
        {
            Height = figure.Height * scale,
            SpaceBefore = 8,
            SpaceAfter = 8,
            Drawing = (figure, node, scale),
            Lines = [.. figure.Marks.OfType<FigureText>().Where(text => text.Text.Length > 0).Select(text => Word(text, node, scale))],
        };
    }

    private PlacedLine Word(FigureText word, StructureNode node, double scale)
    {
        var style = new TextStyle(FigureLooks.TextSize(word.Tone) * scale, 1, word.Tone == FigureTone.Value ? FontStyle.Bold : FontStyle.Regular);
        var text = ShapedText.Shape(word.Text, style, _fonts);
        var width = text.Measure(0, text.Glyphs.Length);
        var left = word.X * scale - word.Alignment switch
        {
            Alignment.Center => width / 2,
            Alignment.Right => width,
            _ => 0,
        };
        return new(text, 0, text.Glyphs.Length, left, word.Y * scale - style.Baseline, Stretch: 0, node);
    }

    /// <summary>The lines begin where the longest of them ends at the right margin.</summary>
    private IEnumerable<Slab> ComposeMark(AppendixMark mark)
    {
        var text = RichText.Lines(mark.Lines);
        var width = _width / 2;
        var longest = LineBreaker.Break(ShapedText.Shape(text, _tight, _fonts), width, width).Max(line => line.Width);
        return [Row([new(_width - longest, longest + 0.01, text, _tight, _root.Add("P"))], after: 12)];
    }

    /// <summary>Boxes side by side, kept whole.</summary>
    private Slab Row(IReadOnlyList<TextBox> boxes, double before = 0, double after = 0)
    {
        var lines = boxes.SelectMany(box => LinePlacer.Place(box, _fonts).SelectMany(line => line)).ToList();
        return new() { Lines = lines, Height = lines.Max(line => line.Bottom), SpaceBefore = before, SpaceAfter = after };
    }
}
