namespace MentoringPortal.Paper.Layout;

/// <summary>
/// The glyphs from <see cref="Start"/> up to <see cref="End"/>; trailing spaces and a newline belong to the line, their width does not count.
/// <see cref="Width"/> is in points; <see cref="EndsParagraph"/> keeps a line from being stretched.
/// </summary>
internal readonly record struct Line(int Start, int End, double Width, bool EndsParagraph);

internal static class LineBreaker
{
    /// <summary>
    /// Fills line after line. No line is wider than its width, except by a single glyph that is. A word longer than a whole line is cut between letters.
    /// Every glyph lands in exactly one line; empty text is one empty line, and a newline at the very end adds none.
    /// </summary>
    public static List<Line> Break(ShapedText text, double firstWidth, double width)
    {
        var lines = new List<Line>();
        var (glyphs, scale) = (text.Glyphs, text.Scale);
        var (start, i) = (0, 0);
        // Up to the last place where the line may end: its glyphs and their width without trailing spaces.
        var (breakAt, widthAtBreak) = (0, 0);
        var (advance, inked) = (0, 0);
        while (i < glyphs.Length)
        {
            var glyph = glyphs[i];
            if (glyph.Has(GlyphTraits.NewLine))
            {
                EndLine(i + 1, inked, endsParagraph: true);
                continue;
            }
            var limit = lines.Count == 0 ? firstWidth : width;
            if (!glyph.Has(GlyphTraits.Hanging) && i > start && (advance + glyph.Width) * scale > limit)
            {
                if (breakAt > start)
                    EndLine(breakAt, widthAtBreak, endsParagraph: false);
                else if (CutBefore(i) is var cut && cut > start)
                    EndLine(cut, InkedWidth(cut), endsParagraph: false);
                else
                    Take(glyph);
                continue;
            }
            Take(glyph);
        }
        if (start < glyphs.Length || lines.Count == 0)
            EndLine(glyphs.Length, inked, endsParagraph: true);
        return lines;

        void Take(ShapedGlyph glyph)
        {
            inked = glyph.Has(GlyphTraits.Hanging) ? inked : advance + glyph.Width;
            advance += glyph.Width + glyph.Kern;
            i++;
            if (glyph.Has(GlyphTraits.BreakAfter))
                (breakAt, widthAtBreak) = (i, inked);
        }

        void EndLine(int end, int units, bool endsParagraph)
        {
            lines.Add(new(start, end, units * scale, endsParagraph));
            (start, i, breakAt, widthAtBreak, advance, inked) = (end, end, end, 0, 0, 0);
        }

        int CutBefore(int at)
        {
            while (at > start && glyphs[at].Has(GlyphTraits.Combining))
                at--;
            return at;
        }

        int InkedWidth(int end)
        {
            var units = 0;
            for (var k = start; k < end; k++)
                units += glyphs[k].Width + (k + 1 < end ? glyphs[k].Kern : 0);
            return units;
        }
    }
}
