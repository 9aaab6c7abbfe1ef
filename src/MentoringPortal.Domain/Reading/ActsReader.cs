using System.Text.RegularExpressions;

namespace MentoringPortal.Domain.Reading;

/// <summary>Finds the acts a paper rests on: kind, issuer, number, date, title.</summary>
internal static partial class ActsReader
{
    /// <summary>How far from its kind the number, date and title of an act may stand, in characters.</summary>
    private const int Reach = 400;

    public static IReadOnlyList<ReadAct> Read(string text)
    {
        var masked = Quotes.Mask(text);
        var heads = ActKind().Matches(masked).Where(m => IsGround(masked, m)).ToList();
        var acts = new List<ReadAct>();
        for (var i = 0; i < heads.Count; i++)
        {
            var from = heads[i].Index + heads[i].Length;
            var to = Math.Min(i + 1 < heads.Count ? heads[i + 1].Index : text.Length, from + Reach + TitleLength(text, masked, from));
            if (ReadOne(Kind(heads[i].Groups["kind"].Value), text, masked, from, Math.Min(to, text.Length)) is { } act) acts.Add(act);
        }

        return [.. acts.Distinct()];
    }

    private static ReadAct? ReadOne(string kind, string text, string masked, int from, int to)
    {
        var outside = masked[from..to];
        var stop = Breaks().Match(outside);
        if (stop.Success) outside = outside[..stop.Index];
        var number = Requisites.FindNumber(outside);
        var date = Requisites.FindDate(outside);
        var quote = outside.IndexOf('\u0001', StringComparison.Ordinal);
        // A quotation that does not follow the number and the date at once is somebody else's name.
        var before = Math.Max(number.Success ? number.Index + number.Length : 0, date is { } d ? d.Index + d.Length : 0);
        if (quote > before && before > 0 && outside[before..quote].Count(char.IsLetter) > 6) quote = -1;
        var title = quote < 0 ? null : Quotes.TitleAt(text, from + quote)?.Text;
        var issuerEnd = new[] { number.Success ? number.Index : outside.Length, date?.Index ?? outside.Length, quote < 0 ? outside.Length : quote }.Min();
        var issuer = Issuer(outside[..issuerEnd]);
        if (quote < 0 && kind is "положение" or "устав" && issuer is not null)
        {
            title = issuer;
            issuer = null;
        }

        if (!number.Success && date is null && title is null) return null;
        return new ReadAct(kind, issuer, Requisites.Number(number), date?.Date, title);
    }

    /// <summary>An act named in the instrumental («приказом утверждён») is no ground unless «с» or a list stands before it.</summary>
    private static bool IsGround(string masked, Match act)
    {
        if (!act.Groups["kind"].Value.EndsWith('м')) return true;
        var before = masked[..act.Index].TrimEnd();
        return before.Length == 0 || GroundBefore().IsMatch(before.Length > 60 ? before[^60..] : before);
    }

    private static int TitleLength(string text, string masked, int from)
    {
        var quote = masked.IndexOf('\u0001', from, Math.Min(Reach, masked.Length - from));
        return quote >= 0 && Quotes.TitleAt(text, quote) is { } title ? title.End - quote : 0;
    }

    private static string? Issuer(string words)
    {
        var text = Cleaning.Flat(words.Replace('\u0001', ' ')).Trim(' ', ',', '-', '–', '—', ':');
        text = TrailingFrom().Replace(text, "").Trim(' ', ',');
        return text.Length is > 1 and < 300 ? Inflection.Nominative(text) : null;
    }

    private static string Kind(string word)
    {
        var lower = word.ToLowerInvariant();
        return lower[..4] switch
        {
            "прик" => "приказ",
            "расп" => "распоряжение",
            "пись" => "письмо",
            "пост" => "постановление",
            "зако" => "закон",
            "поло" => "положение",
            "указ" => "указ",
            "реше" => "решение",
            "прот" => "протокол",
            "конц" => "концепция",
            "мето" => "методические рекомендации",
            _ => "устав",
        };
    }

    [GeneratedRegex(@"(?<!\p{L})(?:федеральн\p{L}+\s+|областн\p{L}+\s+|совместн\p{L}+\s+)?(?<kind>приказ(?:а|ом|ами|у|ов|ы)?|распоряжени(?:я|ем|ями|ю|й|е)|письм(?:а|ом|ами|у|о)|писем|постановлени(?:я|ем|ями|ю|й|е)|закон(?:а|ом|ами|у|ов)?|положени(?:я|ем)|указ(?:а|ом|ами|у|ов)?|решени(?:я|ем)|протокол(?:а|ом)|устав(?:а|ом))(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ActKind();

    [GeneratedRegex(@"(?:(?<!\p{L})(?:с|со|и|а также|руководствуясь)|[,;:]|^)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GroundBefore();

    [GeneratedRegex(@";|,\s*(?:в целях|с целью|на основании|в соответствии|во исполнени|в рамках|в связи|руководствуясь)|\.\s+\p{Lu}\p{Ll}{3,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Breaks();

    [GeneratedRegex(@"\s+(?:от|за)\s*$|\s+(?:от|за)$|^(?:от|за)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TrailingFrom();
}
