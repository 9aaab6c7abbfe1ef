namespace MentoringPortal.Paper.Fonts;

/// <summary>Weight and slope; also the order of the faces of a family.</summary>
[Flags]
internal enum FontStyle
{
    Regular = 0,
    Bold = 1,
    Italic = 2,
}

/// <summary>The embedded faces, read once and on demand: Tinos (the metrics of Times), then PT Serif for what Tinos lacks.</summary>
internal static class FontLibrary
{
    public const int StyleCount = 4;

    private static readonly string[] Files =
    [
        "Tinos_400Regular", "Tinos_700Bold", "Tinos_400Regular_Italic", "Tinos_700Bold_Italic",
        "PTSerif_400Regular", "PTSerif_700Bold", "PTSerif_400Regular_Italic", "PTSerif_700Bold_Italic",
    ];

    private static readonly Lazy<TrueTypeFont>[] Faces = [.. Files.Select(file => new Lazy<TrueTypeFont>(() => Read(file)))];

    public static int FaceCount => Files.Length;

    public static TrueTypeFont Face(int face) => Faces[face].Value;

    private static TrueTypeFont Read(string file)
    {
        using var stream = typeof(FontLibrary).Assembly.GetManifestResourceStream(file + ".ttf")
            ?? throw new InvalidOperationException($"The font {file} is not embedded.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new TrueTypeFont(bytes);
    }
}
