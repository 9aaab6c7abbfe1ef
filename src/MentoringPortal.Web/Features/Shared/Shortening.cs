namespace MentoringPortal.Web.Features.Shared;

public static class Shortening
{
    /// <summary>The beginning of a long text, cut between words: for paths and narrow cells; the whole stands on the thing's own page.</summary>
    public static string Shortened(this string text, int longest = 60)
    {
        if (text.Length <= longest)
            return text;
        var space = text.LastIndexOf(' ', longest);
        return text[..(space > longest / 2 ? space : longest)].TrimEnd(' ', ',', '–', '-') + "…";
    }
}
