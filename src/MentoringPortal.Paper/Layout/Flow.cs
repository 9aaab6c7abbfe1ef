using MentoringPortal.Paper.Blocks;
using MentoringPortal.Paper.Fonts;
using MentoringPortal.Paper.Tags;

namespace MentoringPortal.Paper.Layout;

/// <summary>Puts slabs on pages, group by group: what is kept together moves to the next page together.</summary>
internal sealed class Flow(PaperDocument document, DocumentFonts fonts, Action<PageCanvas> finishPage)
{
    /// <summary>The number stands at least 10 mm from the edge (ГОСТ Р 7.0.97-2025); its digits begin here.</summary>
    private const double NumberTop = 10 * Millimetre;

    public const double Millimetre = 72 / 25.4;

    /// <summary>A row that must be torn does not leave a single line behind.</summary>
    private const int LeastLines = 2;

    private readonly PageSetup _setup = document.Page;
    private readonly List<Slab> _group = [];
    private PageCanvas? _page;
    private Orientation _orientation;
    private int _pageIndex;
    private int _number;
    private double _top;
    private double _spaceBelow;
    private double _corner;

    public double Width(Orientation orientation) => (SheetWidth(orientation) - _setup.Left - _setup.Right) * Millimetre;

    /// <param name="cornerNode">The element of the section's corner, where it has one.</param>
    public void AddSection(PaperSection section, IEnumerable<Slab> slabs, StructureNode? cornerNode = null)
    {
        _orientation = section.Orientation;
        _number = section.RestartsNumbering ? 0 : _number;
        NewPage();
        if (section.Corner is { } corner)
            DrawCorner(corner, cornerNode!);
        foreach (var slab in slabs)
        {
            if (slab.BreaksPage)
            {
                PlaceGroup();
                NewPage();
                continue;
            }
            _group.Add(slab);
            if (!slab.KeepWithNext)
                PlaceGroup();
        }
        PlaceGroup();
        FinishPage();
    }

    private double Bottom => WholeBottom - _corner;

    /// <summary>Of a page without a corner: what fits there is not torn on one that has it.</summary>
    private double WholeBottom => (SheetHeight(_orientation) - _setup.Bottom) * Millimetre;

    private double Top => _setup.Top * Millimetre;

    private bool IsAtTop => _top <= Top;

    private double SheetWidth(Orientation orientation) => orientation == Orientation.Portrait ? _setup.Width : _setup.Height;

    private double SheetHeight(Orientation orientation) => orientation == Orientation.Portrait ? _setup.Height : _setup.Width;

    private void PlaceGroup()
    {
        if (_group.Count > 1 && GroupHeight(_spaceBelow) > Bottom - _top && (!IsAtTop || _corner > 0) && GroupHeight(0) + HeadHeight(_group[0]) <= WholeBottom - Top)
        {
            NewPage();
            RepeatHead(_group[0]);
        }
        foreach (var slab in _group)
            Place(slab);
        _group.Clear();
    }

    private double GroupHeight(double spaceBelow)
    {
        var height = 0.0;
        foreach (var slab in _group)
        {
            height += Math.Max(slab.SpaceBefore, spaceBelow) + slab.Height;
            spaceBelow = slab.SpaceAfter;
        }
        return height;
    }

    private void Place(Slab slab)
    {
        if (slab.IsSpace && IsAtTop)
            return;
        var space = IsAtTop ? 0 : Math.Max(slab.SpaceBefore, _spaceBelow);
        if (_top + space + slab.Height <= Bottom)
        {
            Draw(slab, space);
            return;
        }
        var isFresh = _top <= Top + HeadHeight(slab) + 0.01;
        if (slab.Height > WholeBottom - Top - HeadHeight(slab) && slab.Split(Bottom - _top - space, isFresh ? 1 : LeastLines) is var (first, rest))
        {
            Draw(first, space);
            NewPage();
            RepeatHead(slab);
            Place(rest);
        }
        else if (isFresh && _corner == 0)
        {
            // Even a page of its own is too low for one line: draw it whole rather than lose it.
            Draw(slab, space);
        }
        else
        {
            NewPage();
            RepeatHead(slab);
            Place(slab);
        }
    }

    private void Draw(Slab slab, double space)
    {
        var page = _page!;
        _top += space;
        if (slab.Edges is not null)
            page.DrawCells(slab.Edges, Left, _top, slab.Height);
        if (slab.Drawing is var (figure, node, scale))
            page.Draw(figure, node, Left, _top, scale);
        foreach (var line in slab.Lines)
            page.Draw(line, Left, _top);
        if (slab.Bookmark is { } bookmark)
            (bookmark.Page, bookmark.Top) = (page.Index, page.Height - _top);
        _top += slab.Height;
        _spaceBelow = slab.SpaceAfter;
    }

    private double Left => _setup.Left * Millimetre;

    private void RepeatHead(Slab slab)
    {
        if (slab.Head is not { } head || HeadHeight(slab) == 0)
            return;
        _page!.DrawCells(head.Edges!, Left, _top, head.Height);
        foreach (var line in head.Lines)
            _page.Draw(line, Left, _top, isArtifact: true);
        _top += head.Height;
    }

    /// <summary>A head that takes more than half a page is not repeated: little but heads would be printed.</summary>
    private double HeadHeight(Slab slab) => slab.Head is { } head && head.Height <= (Bottom - Top) / 2 ? head.Height : 0;

    private void NewPage()
    {
        FinishPage();
        _page = new(_pageIndex++, SheetWidth(_orientation) * Millimetre, SheetHeight(_orientation) * Millimetre);
        _number++;
        (_top, _spaceBelow, _corner) = (Top, 0, 0);
        if (_number > 1)
            DrawNumber(_page);
    }

    /// <summary>Takes its height off the page; what is drawn stands above the lower margin, at the right one.</summary>
    private void DrawCorner(Figure corner, StructureNode node)
    {
        _page!.Draw(corner, node, Left + Width(_orientation) - corner.Width, Bottom - corner.Height, scale: 1);
        _corner = corner.Height + document.Text.Size;
    }

    private void DrawNumber(PageCanvas page)
    {
        var text = ShapedText.Shape(_number.ToString(System.Globalization.CultureInfo.InvariantCulture), new TextStyle(document.Text.Size), fonts);
        var width = text.Measure(0, text.Glyphs.Length);
        page.Draw(new PlacedLine(text, 0, text.Glyphs.Length, (Width(_orientation) - width) / 2, NumberTop, 0, Node: null), Left, 0);
    }

    private void FinishPage()
    {
        if (_page is not null)
            finishPage(_page);
        _page = null;
    }
}
