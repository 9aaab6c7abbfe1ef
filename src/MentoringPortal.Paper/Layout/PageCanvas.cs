using System.Globalization;
using MentoringPortal.Paper.Blocks;
using MentoringPortal.Paper.Objects;
using MentoringPortal.Paper.Tags;

namespace MentoringPortal.Paper.Layout;

/// <summary>The content stream of one page. Takes points from the upper left corner of the sheet and writes PDF's, from the lower left.</summary>
internal sealed class PageCanvas(int index, double width, double height)
{
    private readonly ByteBuffer _text = new();
    private readonly ByteBuffer _rules = new();
    private readonly ByteBuffer _drawings = new();
    private readonly List<StructureNode> _marks = [];
    private StructureNode? _open;
    private bool _isOpen;
    private int _face = -1;
    private double _size;
    private double _ruledTo = double.NaN;

    public int Index => index;

    public double Width => width;

    public double Height => height;

    /// <summary>The structure elements of the marked content, by its number on this page.</summary>
    public IReadOnlyList<StructureNode> Marks => _marks;

    /// <summary>Draws at the slab's origin plus the line's own place; <paramref name="isArtifact"/> hides a repeated head from the structure.</summary>
    public void Draw(in PlacedLine line, double left, double top, bool isArtifact = false)
    {
        if (line.Start == line.End)
            return;
        Mark(isArtifact ? null : line.Node);
        var style = line.Text.Style;
        _text.Append("1 0 0 1 "u8).Append(left + line.Left).Append((byte)' ').Append(height - top - line.Top - style.Baseline).Append(" Tm"u8);
        var stretch = line.Stretch / line.Text.Scale;
        var isStringOpen = false;
        for (var i = line.Start; i < line.End; i++)
        {
            var glyph = line.Text.Glyphs[i];
            if (glyph.Face != _face || style.Size != _size)
            {
                Close();
                SetFont(glyph.Face, style.Size);
            }
            if (!isStringOpen)
                _text.Append("[("u8);
            isStringOpen = true;
            AppendCode(glyph.Code);
            var adjust = (int)Math.Round(glyph.Kern + (glyph.Has(GlyphTraits.Space) ? stretch : 0));
            if (adjust != 0 && i + 1 < line.End)
                _text.Append((byte)')').Append(-adjust).Append((byte)'(');
        }
        Close();

        void Close()
        {
            if (isStringOpen)
                _text.Append(")]TJ\n"u8);
            isStringOpen = false;
        }
    }

    /// <summary>The frame of a table row and the lines between its cells; a line shared with the row above is drawn once.</summary>
    public void DrawCells(IReadOnlyList<double> edges, double left, double top, double rowHeight)
    {
        var (upper, lower) = (height - top, height - (top + rowHeight));
        var (first, last) = (left + edges[0], left + edges[^1]);
        if (upper != _ruledTo)
            Rule(first, upper, last, upper);
        foreach (var edge in edges)
            Rule(left + edge, upper, left + edge, lower);
        Rule(first, lower, last, lower);
        _ruledTo = lower;
    }

    /// <summary>The boxes and lines of a drawing, under all text; its words come as lines of the same element.</summary>
    public void Draw(Figure figure, StructureNode node, double left, double top, double scale)
    {
        double X(double x) => left + x * scale;
        double Y(double y) => height - top - y * scale;
        node.Attributes = new ByteBuffer().Append("<</O/Layout/Placement/Block/BBox["u8).Append(X(0)).Append((byte)' ').Append(Y(figure.Height)).Append((byte)' ')
            .Append(X(figure.Width)).Append((byte)' ').Append(Y(0)).Append("]>>"u8).ToString();
        _drawings.Append("/Figure<</MCID "u8).Append(_marks.Count).Append(">>BDC\nq\n"u8);
        node.AddContent(index, _marks.Count);
        _marks.Add(node);
        foreach (var mark in figure.Marks)
            Draw(mark, X, Y, scale);
        _drawings.Append("Q\nEMC\n"u8);
    }

    private void Draw(FigureMark mark, Func<double, double> x, Func<double, double> y, double scale)
    {
        switch (mark)
        {
            case FigureBox box:
                AppendColour(box.Tone).Append("rg "u8).Append(x(box.X)).Append((byte)' ').Append(y(box.Y + box.Height)).Append((byte)' ')
                    .Append(box.Width * scale).Append((byte)' ').Append(box.Height * scale).Append(" re f\n"u8);
                break;
            case FigureLine line:
                var isTarget = line.Tone == FigureTone.Target;
                AppendColour(line.Tone).Append("RG "u8).Append(isTarget ? FigureLooks.TargetWidth : FigureLooks.LineWidth).Append(" w ["u8);
                if (isTarget)
                    _drawings.Append(FigureLooks.Dash).Append((byte)' ').Append(FigureLooks.Gap);
                _drawings.Append("] 0 d "u8).Append(x(line.X1)).Append((byte)' ').Append(y(line.Y1)).Append(" m "u8).Append(x(line.X2)).Append((byte)' ').Append(y(line.Y2)).Append(" l S\n"u8);
                break;
        }
    }

    private ByteBuffer AppendColour(FigureTone tone)
    {
        foreach (var part in FigureLooks.Colour(tone).Chunk(2))
            _drawings.Append(int.Parse(part, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0).Append((byte)' ');
        return _drawings;
    }

    private void Rule(double fromX, double fromY, double toX, double toY) =>
        _rules.Append(fromX).Append((byte)' ').Append(fromY).Append(" m "u8).Append(toX).Append((byte)' ').Append(toY).Append(" l\n"u8);

    public ByteBuffer Content()
    {
        var content = new ByteBuffer();
        if (_rules.Length > 0)
            content.Append("/Artifact BMC\n.5 w 2 J\n"u8).Append(_rules.Written).Append("S\nEMC\n"u8);
        return content.Append(_drawings.Written).Append("BT\n"u8).Append(_text.Written).Append(_isOpen ? "EMC\n"u8 : ""u8).Append("ET\n"u8);
    }

    /// <summary>Opens the marked content of a node, unless it is open already: lines of one paragraph are one piece.</summary>
    private void Mark(StructureNode? node)
    {
        if (_isOpen && _open == node)
            return;
        if (_isOpen)
            _text.Append("EMC\n"u8);
        if (node is null)
        {
            _text.Append("/Artifact<</Type/Pagination>>BDC\n"u8);
        }
        else
        {
            _text.Append((byte)'/').Append(node.Type).Append("<</MCID "u8).Append(_marks.Count).Append(">>BDC\n"u8);
            node.AddContent(index, _marks.Count);
            _marks.Add(node);
        }
        (_open, _isOpen) = (node, true);
    }

    private void SetFont(int face, double size)
    {
        _text.Append("/F"u8).Append(face).Append((byte)' ').Append(size).Append(" Tf"u8);
        (_face, _size) = (face, size);
    }

    /// <summary>Two bytes of a literal string; the bytes that mean something there are escaped (ISO 32000-1, 7.3.4.2).</summary>
    private void AppendCode(ushort code)
    {
        AppendByte((byte)(code >> 8));
        AppendByte((byte)code);

        void AppendByte(byte value)
        {
            if (value is (byte)'(' or (byte)')' or (byte)'\\')
                _text.Append((byte)'\\');
            if (value == (byte)'\r')
                _text.Append("\\r"u8);
            else
                _text.Append(value);
        }
    }
}
