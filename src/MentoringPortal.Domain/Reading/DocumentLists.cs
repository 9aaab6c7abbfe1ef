using System.Text.RegularExpressions;

namespace MentoringPortal.Domain.Reading;

/// <summary>Splits a package of documents written as running text into its documents and what they must contain.</summary>
internal static partial class DocumentLists
{
    public static List<string> Read(string list, List<string> mustContain)
    {
        var documents = new List<string>();
        foreach (var part in list.TrimEnd('.', ' ').Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            documents.AddRange(ReadPart(Scans().Replace(part, ""), mustContain));
        return documents;
    }

    public static string Clean(string document)
    {
        var text = Cleaning.Flat(Scans().Replace(document, "")).Trim(' ', ',', ';', '.', '-', '–');
        return Accusative().Replace(text, m => m.Groups["stem"].Value + "ая" + m.Groups["between"].Value + m.Groups["noun"].Value + "а");
    }

    private static IEnumerable<string> ReadPart(string part, List<string> mustContain)
    {
        var including = Including().Match(part);
        if (!including.Success) return AndDocument().Split(part).Select(Clean).Where(d => d.Length > 0);
        var documents = AndDocument().Split(part[..including.Index]).Select(Clean).Where(d => d.Length > 0).ToList();
        foreach (var piece in part[(including.Index + including.Length)..].Split(", ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // «…, о формировании базы» names one more act of the same kind, not a thing the act contains.
            if (About().IsMatch(piece) && documents.Count > 0 && ActAbout().Match(documents[^1]) is { Success: true } act) documents.Add(Clean(act.Groups["act"].Value + " " + piece));
            else if (mustContain.Count > 0 && char.IsDigit(piece[0])) mustContain[^1] += ", " + piece;
            else mustContain.Add(piece.Trim(' ', '.', ','));
        }

        return documents;
    }

    [GeneratedRegex(@"\s*\((?:скан|в\s+формате|заверенн|копи)[^)]*\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scans();

    [GeneratedRegex(@",?\s*(?:включающ\p{L}+|содержащ\p{L}+|отражающ\p{L}+|предусматривающ\p{L}+|с\s+указанием|(?:в\s+)?котор\p{L}+\s+(?:долж\p{L}+\s+)?(?:включа\p{L}+|содерж\p{L}+|указать|отразить))(?:\s+в\s+себя)?\s*:?\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Including();

    [GeneratedRegex(@"(?:\s+и\s+|,\s+)(?=(?:положени|дорожн|приказ|программ|план|акт|переч|спис|справк|соглашен|отч[её]т|баз[ауы]|распорядительн|анкет|копи)\p{L}*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AndDocument();

    [GeneratedRegex(@"^об?\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex About();

    [GeneratedRegex(@"^(?<act>.+?)\s+об?\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ActAbout();

    [GeneratedRegex(@"^(?<stem>дорожн)ую(?<between>\s+)(?<noun>карт)у", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Accusative();
}
