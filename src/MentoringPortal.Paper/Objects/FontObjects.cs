using MentoringPortal.Paper.Fonts;

namespace MentoringPortal.Paper.Objects;

/// <summary>Embeds the cut-down faces as composite fonts (ISO 32000-1, 9.7) with a map back to Unicode, so that text can be searched and read aloud.</summary>
internal static class FontObjects
{
    private const int Symbolic = 4, Italic = 64;

    /// <summary>Writes the resource dictionary under its reserved number; the names are those the pages use, «F» and the face.</summary>
    public static void Write(PdfFile file, int resources, DocumentFonts fonts)
    {
        var body = new ByteBuffer().Append("<</Font<<"u8);
        foreach (var (face, subset) in fonts.Used)
            body.Append("/F"u8).Append(face).Append((byte)' ').Append(Write(file, subset)).Append(" 0 R"u8);
        file.Write(resources, body.Append(">>>>"u8).Written);
    }

    private static int Write(PdfFile file, FontSubset subset)
    {
        var font = subset.Font;
        var program = subset.ToTrueType();
        var name = $"{Prefix(program)}+{font.PostScriptName}";
        var (programId, mapId) = (file.Reserve(), file.Reserve());
        file.WriteStream(programId, $"/Length1 {program.Length}", program);
        file.WriteStream(mapId, "", ToUnicode(subset).Written);
        var flags = Symbolic | (font.ItalicAngle == 0 ? 0 : Italic);
        var descriptor = file.Write(new ByteBuffer()
            .Append($"<</Type/FontDescriptor/FontName/{name}/Flags {flags}/FontBBox[{string.Join(' ', font.Box)}]/ItalicAngle ").Append(font.ItalicAngle)
            .Append($"/Ascent {font.Ascent}/Descent {font.Descent}/CapHeight {font.CapHeight}/StemV 80/FontFile2 {programId} 0 R>>"));
        var widths = string.Join(' ', subset.Characters.Select(character => font.Width(character.Glyph)));
        var descendant = file.Write(new ByteBuffer()
            .Append($"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>")
            .Append($"/FontDescriptor {descriptor} 0 R/CIDToGIDMap/Identity/W[0[{widths}]]>>"));
        return file.Write(new ByteBuffer()
            .Append($"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]/ToUnicode {mapId} 0 R>>"));
    }

    /// <summary>Six letters that no other subset bears (9.6.4): two papers merged into one file keep their fonts apart.</summary>
    private static string Prefix(byte[] program)
    {
        var hash = System.Security.Cryptography.SHA256.HashData(program);
        return string.Create(6, hash, (letters, bytes) =>
        {
            for (var i = 0; i < letters.Length; i++)
                letters[i] = (char)('A' + bytes[i] % 26);
        });
    }

    private static ByteBuffer ToUnicode(FontSubset subset)
    {
        const int EntriesPerBlock = 100;
        var map = new ByteBuffer().Append(
            """
            /CIDInit/ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
            /CMapName/Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000><FFFF>
            endcodespacerange

            """u8);
        foreach (var block in subset.Characters.Index().Skip(1).Chunk(EntriesPerBlock))
        {
            map.Append(block.Length).Append(" beginbfchar\n"u8);
            foreach (var (code, (codePoint, _)) in block)
                map.Append($"<{code:X4}><{Convert.ToHexString(System.Text.Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(codePoint)))}>\n");
            map.Append("endbfchar\n"u8);
        }
        return map.Append("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n"u8);
    }
}
