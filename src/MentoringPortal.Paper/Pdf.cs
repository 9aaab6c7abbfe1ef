using MentoringPortal.Paper.Blocks;
using MentoringPortal.Paper.Fonts;
using MentoringPortal.Paper.Layout;
using MentoringPortal.Paper.Objects;
using MentoringPortal.Paper.Tags;

namespace MentoringPortal.Paper;

/// <summary>
/// Renders a document as a tagged PDF 1.7 with embedded fonts, marked as PDF/UA-1. Equal documents give equal bytes.
/// Throws <see cref="ArgumentException"/> when a table row has more cells than its table columns.
/// </summary>
public static class Pdf
{
    public static byte[] Render(PaperDocument document)
    {
        using var output = new MemoryStream();
        Render(document, output);
        return output.ToArray();
    }

    /// <summary>Writes from front to back: the stream need not seek.</summary>
    public static void Render(PaperDocument document, Stream output)
    {
        using var file = new PdfFile(output);
        var (pages, resources) = (file.Reserve(), file.Reserve());
        var pageIds = new List<int>();
        var tree = new StructureTree(file);
        var bookmarks = new List<Bookmark>();
        var fonts = new DocumentFonts();
        var structure = new StructureNode("Document");
        var flow = new Flow(document, fonts, WritePage);
        foreach (var section in document.Sections)
        {
            var root = document.Sections.Count == 1 ? structure : structure.Add("Sect");
            var layout = new BlockLayout(document, fonts, root, flow.Width(section.Orientation));
            // Read after the text, though it is drawn on the first page.
            var corner = section.Corner is { } figure ? new StructureNode("Figure") { Alternative = figure.Alternative } : null;
            flow.AddSection(section, layout.Compose(section.Blocks).Select(Noted), corner);
            if (corner is not null)
                root.Add(corner);
        }
        FontObjects.Write(file, resources, fonts);
        var kids = string.Join(' ', pageIds.Select(id => $"{id} 0 R"));
        file.Write(pages, new ByteBuffer().Append($"<</Type/Pages/Count {pageIds.Count}/Kids[{kids}]>>").Written);
        file.Finish(WriteCatalog(), Metadata.WriteInformation(file, document));

        Slab Noted(Slab slab)
        {
            if (slab.Bookmark is not null)
                bookmarks.Add(slab.Bookmark);
            return slab;
        }

        void WritePage(PageCanvas page)
        {
            var content = file.Reserve();
            file.WriteStream(content, "", page.Content().Written);
            pageIds.Add(file.Write(new ByteBuffer().Append($"<</Type/Page/Parent {pages} 0 R/MediaBox[0 0 ").Append(page.Width).Append((byte)' ').Append(page.Height)
                .Append($"]/Resources {resources} 0 R/Contents {content} 0 R/StructParents {page.Index}/Tabs/S>>")));
            tree.AddPage(pageIds[^1], page.Marks);
        }

        int WriteCatalog()
        {
            var structureRoot = tree.Write(structure);
            var outline = tree.WriteOutline(bookmarks);
            var catalog = new ByteBuffer().Append($"<</Type/Catalog/Pages {pages} 0 R/Lang ").AppendText(document.Language)
                .Append($"/MarkInfo<</Marked true>>/StructTreeRoot {structureRoot} 0 R/Metadata {Metadata.WriteXmp(file, document)} 0 R")
                .Append("/ViewerPreferences<</DisplayDocTitle true>>"u8);
            if (outline != 0)
                catalog.Append($"/Outlines {outline} 0 R");
            return file.Write(catalog.Append(">>"u8));
        }
    }
}
