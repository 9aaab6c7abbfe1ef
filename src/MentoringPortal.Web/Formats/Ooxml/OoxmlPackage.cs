using System.Xml;
using MentoringPortal.Domain;

namespace MentoringPortal.Web.Formats.Ooxml;

/// <summary>An Office Open XML package (ECMA-376, part 2): which part is the main one, and what it refers to.</summary>
internal sealed class OoxmlPackage
{
    private const string WordMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string ExcelMain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    /// <summary>Parts that run, or archives that nobody would look into: none has a place in a document of a school.</summary>
    private static readonly string[] RefusedExtensions =
    [
        ".docm", ".dotm", ".xlsm", ".xltm", ".xlam", ".xlsb", ".pptm", ".exe", ".dll", ".com", ".scr", ".bat", ".cmd", ".ps1", ".msi", ".lnk",
        ".js", ".jse", ".vbs", ".vbe", ".wsf", ".hta", ".htm", ".html", ".mht", ".svgz", ".php", ".aspx", ".jar", ".zip", ".rar", ".7z", ".gz", ".iso",
    ];

    private readonly ZipGuard _zip;

    private OoxmlPackage(ZipGuard zip, string mainPart) => (_zip, MainPart) = (zip, mainPart);

    /// <summary>Name of the main part inside the archive, without a leading slash.</summary>
    public string MainPart { get; }

    /// <summary>Opens bytes that are to be a document of this kind. Throws <see cref="DomainException"/> for all else, macros included.</summary>
    public static OoxmlPackage Open(byte[] content, FileKind kind)
    {
        var extension = kind == FileKind.Docx ? ".docx" : ".xlsx";
        if (content.AsSpan().StartsWith("PK\x05\x06"u8) || !content.AsSpan().StartsWith("PK"u8))
            throw UploadedFile.NotWhatItSays(extension);
        var zip = new ZipGuard(content);
        if (!zip.Has("[Content_Types].xml") || !zip.Has("_rels/.rels"))
            throw UploadedFile.NotWhatItSays(extension);
        var hasMacros = zip.Names.Any(IsRefused);
        // Types by extension («xml») and by part («/word/document.xml»): some writers declare the main part by its extension alone.
        var types = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        using (var xml = new GuardedXml(zip.Open("[Content_Types].xml")))
        {
            while (xml.Read())
            {
                if (!xml.IsElement || xml.Attribute("ContentType") is not { } type)
                    continue;
                hasMacros |= type.Contains("macro", StringComparison.OrdinalIgnoreCase) || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase);
                types[xml.Attribute("PartName") ?? "." + xml.Attribute("Extension")] = type;
            }
        }
        if (hasMacros)
            throw new DomainException($"В файле есть макросы или вложенные программы. Сохраните документ как обычный {extension} и загрузите его ещё раз.");
        var package = new OoxmlPackage(zip, "");
        var main = package.Relationships().Where(relationship => relationship.Type.EndsWith("/officeDocument", StringComparison.Ordinal))
            .Select(relationship => relationship.Target).FirstOrDefault(zip.Has);
        var mainType = main == null ? null : types.GetValueOrDefault("/" + main) ?? types.GetValueOrDefault(Path.GetExtension(main));
        return main != null && mainType == (kind == FileKind.Docx ? WordMain : ExcelMain) ? new OoxmlPackage(zip, main) : throw UploadedFile.NotWhatItSays(extension);
    }

    /// <summary>Checks a file that is only kept: its kind, its macros, and the size of everything inside.</summary>
    public static void Check(byte[] content, FileKind kind)
    {
        try
        {
            Open(content, kind)._zip.CheckAll();
        }
        catch (XmlException)
        {
            throw UploadedFile.Broken();
        }
    }

    public GuardedXml OpenPart(string name) => new(_zip.Open(name));

    /// <summary>The part of the main part's relationships whose type ends with this word, or null.</summary>
    public string? RelatedPart(string type) =>
        Relationships().Where(relationship => relationship.Type.EndsWith("/" + type, StringComparison.Ordinal)).Select(relationship => relationship.Target)
            .FirstOrDefault(_zip.Has);

    /// <summary>What the main part (or, while there is none, the package) refers to inside the package; outside addresses are never followed.</summary>
    public List<(string Id, string Type, string Target)> Relationships()
    {
        var relationships = new List<(string, string, string)>();
        var slash = MainPart.LastIndexOf('/') + 1;
        var folder = MainPart[..slash];
        var name = $"{folder}_rels/{MainPart[slash..]}.rels";
        if (!_zip.Has(name))
            return relationships;
        using var xml = OpenPart(name);
        while (xml.Read())
        {
            if (xml.IsElement && xml.Name == "Relationship" && xml.Attribute("TargetMode") != "External"
                && xml.Attribute("Id") is { } id && xml.Attribute("Type") is { } type && xml.Attribute("Target") is { } target)
            {
                relationships.Add((id, type, target.StartsWith('/') ? target[1..] : folder + target));
            }
        }
        return relationships;
    }

    private static bool IsRefused(string name) =>
        name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
        || RefusedExtensions.Any(extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
}
