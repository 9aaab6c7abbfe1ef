using System.Collections.Frozen;

namespace MentoringPortal.Domain.Deadlines.Grammar;

/// <summary>The words of the event that a term is counted from, its first noun in the nominative: «издания приказа» → «издание приказа».</summary>
internal sealed class EventText(string phrase)
{
    private const int LongestWords = 14;

    private static readonly FrozenDictionary<string, string> Nominatives = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["начала"] = "начало",
        ["началом"] = "начало",
        ["окончанием"] = "окончание",
        ["завершением"] = "завершение",
        ["каникулами"] = "каникулы",
        ["проведением"] = "проведение",
        ["встречей"] = "встреча",
        ["заседанием"] = "заседание",
        ["конца"] = "конец",
        ["приказа"] = "приказ",
        ["конкурса"] = "конкурс",
        ["семинара"] = "семинар",
        ["встречи"] = "встреча",
        ["договора"] = "договор",
        ["каникул"] = "каникулы",
        ["экзамена"] = "экзамен",
        ["срока"] = "срок",
        ["отчета"] = "отчет",
        ["выхода"] = "выход",
        ["приема"] = "прием",
        ["письма"] = "письмо",
        ["запроса"] = "запрос",
        ["педсовета"] = "педсовет",
        ["этапа"] = "этап",
        ["форума"] = "форум",
        ["фестиваля"] = "фестиваль",
        ["олимпиады"] = "олимпиада",
        ["выставки"] = "выставка",
        ["проверки"] = "проверка",
        ["отправки"] = "отправка",
        ["подачи"] = "подача",
        ["сдачи"] = "сдача",
        ["выдачи"] = "выдача",
        ["передачи"] = "передача",
        ["даты"] = "дата",
        ["смены"] = "смена",
        ["итогам"] = "итоги",
        ["результатам"] = "результаты",
        ["окончании"] = "окончание",
        ["завершении"] = "завершение",
        ["получении"] = "получение",
        ["факту"] = "факт",
        ["прибытии"] = "прибытие",
        ["старта"] = "старт",
        ["запуска"] = "запуск",
        ["ярмарки"] = "ярмарка",
        ["слета"] = "слет",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>True where the word is one of the nouns that name an event.</summary>
    public bool Known(Token token) => token.Kind is TokenKind.Word && !token.IsWord("сведения") && !token.IsWord("внимания") && Nominative(token.Text) != null;

    /// <summary>Moves over the event; <c>Anchor</c> is its date where the words name one («начала учебного года», «1 сентября»).</summary>
    public (string Text, Span? Anchor)? Read(TokenCursor cursor)
    {
        cursor.AnyWord("его", "ее", "их");
        if (cursor.AnyWord("события")) cursor.SkipAny(TokenKind.Colon, TokenKind.Dash);
        var first = cursor.Current;
        if (SpanParser.Parse(cursor) is { } anchor) return (Text(first, cursor.Peek(-1)), anchor);
        if (first.Kind is not TokenKind.Word) return null;
        for (var i = 0; i < LongestWords && Continues(cursor); i++) cursor.Position++;
        var last = cursor.Peek(-1);
        return last.Start < first.Start ? null : (Text(first, last), null);
    }

    private static bool Continues(TokenCursor cursor)
    {
        var token = cursor.Current;
        if (token.Kind is TokenKind.Dash) return cursor.Peek(1).Start == token.End && token.Start == cursor.Peek(-1).End && cursor.Is(TokenKind.Word, 1);
        if (token.Kind is TokenKind.Number or TokenKind.Month or TokenKind.Roman or TokenKind.NumberSign) return true;
        if (token.Kind is not TokenKind.Word) return false;
        if (token.IsWord("но") || (token.IsWord("не") && cursor.Peek(1).Text is "позднее" or "позже" or "ранее")) return false;
        if (token.Text is "до" or "по" or "к" && cursor.Peek(1).Kind is TokenKind.Number or TokenKind.Month) return false;
        return !IsInfinitive(token.Text);
    }

    /// <summary>«… со дня издания приказа разработать план»: the infinitive begins what is to be done.</summary>
    private static bool IsInfinitive(string word) =>
        word.Length > 4 && (word.EndsWith("ать", StringComparison.Ordinal) || word.EndsWith("ять", StringComparison.Ordinal) || word.EndsWith("ить", StringComparison.Ordinal)
            || word.EndsWith("еть", StringComparison.Ordinal) || word.EndsWith("ться", StringComparison.Ordinal) || word.EndsWith("ести", StringComparison.Ordinal)
            || word.EndsWith("айти", StringComparison.Ordinal)) && !word.StartsWith("печат", StringComparison.Ordinal) && !word.EndsWith("сять", StringComparison.Ordinal)
            && !word.StartsWith("девят", StringComparison.Ordinal);

    private string Text(Token first, Token last)
    {
        var rest = phrase[first.End..last.End];
        return string.Join(' ', ((Nominative(first.Text) ?? phrase[first.Start..first.End]) + rest).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string? Nominative(string word)
    {
        if (Nominatives.TryGetValue(word, out var nominative)) return nominative;
        if (word.Length < 5) return null;
        return word[^3..] switch
        {
            "ния" or "тия" => word[..^1] + "е",
            "нии" or "тии" => word[..^1] + "е",
            "ции" or "сии" => word[..^1] + "я",
            _ => null,
        };
    }
}
