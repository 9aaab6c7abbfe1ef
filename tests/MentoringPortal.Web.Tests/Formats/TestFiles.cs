using System.IO.Compression;
using System.Text;
using MentoringPortal.Domain.Reading;
using MentoringPortal.Web.Formats;

namespace MentoringPortal.Web.Tests.Formats;

/// <summary>Small whole files made in memory, so that no binary stands in the repository.</summary>
internal static class TestFiles
{
    private const string RelationshipsNamespace = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string OfficeRelationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public const string WordMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    public const string ExcelMain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    public static byte[] Zip(params (string Name, string Text)[] entries) =>
        Zip([.. entries.Select(entry => (entry.Name, Encoding.UTF8.GetBytes(entry.Text)))]);

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }
        return stream.ToArray();
    }

    /// <summary>A Word document with this content of its body.</summary>
    public static byte[] Docx(string body, string numbering = "", string styles = "", string contentType = WordMain, params (string Name, string Text)[] more) =>
        Zip([
            ("[Content_Types].xml", ContentTypes("/word/document.xml", contentType)),
            ("_rels/.rels", Relationships(("rId1", "officeDocument", "word/document.xml"))),
            ("word/document.xml", $"""<w:document {WordNamespaces}><w:body>{body}</w:body></w:document>"""),
            ("word/_rels/document.xml.rels", Relationships(("rId1", "numbering", "numbering.xml"), ("rId2", "styles", "/word/styles.xml"))),
            ("word/numbering.xml", $"<w:numbering {WordNamespaces}>{numbering}</w:numbering>"),
            ("word/styles.xml", $"<w:styles {WordNamespaces}>{styles}</w:styles>"),
            .. more,
        ]);

    public const string WordNamespaces =
        """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
        xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"
        xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
        """;

    /// <summary>An Excel workbook of one sheet with this content.</summary>
    public static byte[] Xlsx(string sheet, string strings = "", string styles = "", string workbook = "", string contentType = ExcelMain, params (string Name, string Text)[] more) =>
        Zip([
            ("[Content_Types].xml", ContentTypes("/xl/workbook.xml", contentType)),
            ("_rels/.rels", Relationships(("rId1", "officeDocument", "xl/workbook.xml"))),
            ("xl/workbook.xml", $"""
                <workbook {ExcelNamespaces} xmlns:r="{OfficeRelationship}">{workbook}<sheets><sheet name="Лист1" sheetId="1" r:id="rId1"/>
                <sheet name="Скрытый" sheetId="2" state="hidden" r:id="rId4"/></sheets></workbook>
                """),
            ("xl/_rels/workbook.xml.rels", Relationships(("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "sharedStrings.xml"),
                ("rId3", "styles", "styles.xml"), ("rId4", "worksheet", "worksheets/sheet2.xml"))),
            ("xl/worksheets/sheet1.xml", $"<worksheet {ExcelNamespaces}>{sheet}</worksheet>"),
            ("xl/worksheets/sheet2.xml", $"""<worksheet {ExcelNamespaces}><sheetData><row r="1"><c r="A1" t="str"><v>тайное</v></c></row></sheetData></worksheet>"""),
            ("xl/sharedStrings.xml", $"<sst {ExcelNamespaces}>{strings}</sst>"),
            ("xl/styles.xml", $"<styleSheet {ExcelNamespaces}>{styles}</styleSheet>"),
            .. more,
        ]);

    private const string ExcelNamespaces = """xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" """;

    private static string ContentTypes(string part, string type) => $"""
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="{part}" ContentType="{type}"/></Types>
        """;

    private static string Relationships(params (string Id, string Type, string Target)[] all) =>
        $"""<Relationships xmlns="{RelationshipsNamespace}">{string.Concat(all.Select(one =>
            $"""<Relationship Id="{one.Id}" Type="{OfficeRelationship}/{one.Type}" Target="{one.Target}"/>"""))}</Relationships>""";

    public static string Paragraph(string text) => $"""<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>""";

    /// <summary>What <see cref="DocumentSource"/> gives for this file, a line each: a text line as it is, a row as «[a | b]», a break in a cell as «/».</summary>
    public static string[] Read(string fileName, byte[] content) => Show(DocumentSource.Open(fileName, new MemoryStream(content)));

    public static string[] Show(SourceDocument document) =>
    [
        .. document.Blocks.SelectMany(block => block is SourceTable table
            ? table.Rows.Select(row => $"[{string.Join(" | ", row.Cells.Select(cell => cell.Replace('\n', '/')))}]")
            : [((SourceLine)block).Text]),
    ];
}
