using System.Collections.Frozen;

namespace MentoringPortal.Domain.Deadlines.Grammar;

/// <summary>Cells that hold no words of their own: empty ones, dashes, ditto marks.</summary>
internal static class Emptiness
{
    private const string Dashes = "-–—‒−─.,_";
    private const string Marks = "\"″“”„«»/\\'’`";

    private static readonly FrozenSet<string> DittoWords = new[]
    {
        "то же", "тоже", "тот же", "тот же срок", "те же", "те же сроки", "там же", "аналогично", "как выше", "см. выше", "в тот же срок", "в те же сроки",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> MissingWords = new[]
    {
        "нет", "без срока", "срок не указан", "не указан", "не указано", "не установлен", "срок не установлен", "не определен", "срок не определен", "б/с", "н/д",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool IsDitto(string phrase)
    {
        var bare = Bare(phrase);
        return bare.Length is > 0 and < 20
            && (bare.All(c => Dashes.Contains(c) || Marks.Contains(c) || c == ' ') ? bare.Any(Marks.Contains) && !bare.Contains('_') : DittoWords.Contains(bare));
    }

    public static bool IsMissing(string phrase)
    {
        if (phrase.All(c => char.IsWhiteSpace(c) || Dashes.Contains(c) || c is '\u200B' or '\uFEFF' or '*')) return true;
        var bare = Bare(phrase);
        return bare.Length < 25 && MissingWords.Contains(bare);
    }

    private static string Bare(string phrase) => phrase.Length > 200 ? phrase : phrase.Trim().Trim('*', ';').TrimEnd('.', ' ').ToLowerInvariant().Replace('ё', 'е');
}
