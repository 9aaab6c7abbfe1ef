using System.Globalization;
using System.Security;
using System.Text;
using MentoringPortal.Paper.Blocks;

namespace MentoringPortal.Paper.Objects;

/// <summary>What the file says of itself: the information dictionary, and the same as XMP (ISO 16684-1) with the mark of PDF/UA-1 (ISO 14289-1, 5).</summary>
internal static class Metadata
{
    private const string Producer = "MentoringPortal.Paper";

    public static int WriteInformation(PdfFile file, PaperDocument document)
    {
        var body = new ByteBuffer().Append("<</Title "u8).AppendText(Clean(document.Title)).Append($"/Producer({Producer})");
        if (document.Author is not null)
            body.Append("/Author "u8).AppendText(Clean(document.Author));
        if (document.CreatedAt is { } at)
            body.Append(string.Create(CultureInfo.InvariantCulture, $"/CreationDate(D:{at.UtcDateTime:yyyyMMddHHmmss}Z)"));
        return file.Write(body.Append(">>"u8));
    }

    public static int WriteXmp(PdfFile file, PaperDocument document)
    {
        var created = document.CreatedAt is { } at
            ? string.Create(CultureInfo.InvariantCulture, $"<xmp:CreateDate>{at.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}</xmp:CreateDate>")
            : "";
        var creator = document.Author is { } author ? $"<dc:creator><rdf:Seq><rdf:li>{Xml(author)}</rdf:li></rdf:Seq></dc:creator>" : "";
        var xmp = $"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{Xml(document.Title)}</rdf:li></rdf:Alt></dc:title>
            <dc:language><rdf:Bag><rdf:li>{Xml(document.Language)}</rdf:li></rdf:Bag></dc:language>{creator}
            <pdf:Producer>{Producer}</pdf:Producer>{created}
            <pdfuaid:part>1</pdfuaid:part>
            </rdf:Description>
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """;
        var id = file.Reserve();
        file.WriteStream(id, "/Type/Metadata/Subtype/XML", Encoding.UTF8.GetBytes(xmp), compress: false);
        return id;
    }

    public static string Clean(string text) => new Run(text).Text.Replace('\n', ' ');

    private static string Xml(string text) => SecurityElement.Escape(Clean(text));
}
