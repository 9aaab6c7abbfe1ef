using System.Text.RegularExpressions;

namespace MentoringPortal.Domain.Roadmaps;

/// <summary>The document that a Result column asks for as proof: «Приказы ОО» asks each school for an order's number, date and scan.</summary>
/// <param name="Kind">Kind of the document, nominative singular.</param>
/// <param name="IsNumbered">Such documents always have a number and a date, so a report without them is not complete.</param>
public sealed partial record ProofRequest(string Kind, bool IsNumbered)
{
    private static readonly (string Stem, ProofRequest Request)[] Known =
    [
        ("приказ", new("Приказ", true)), ("распоряжени", new("Распоряжение", true)), ("постановлени", new("Постановление", true)),
        ("договор", new("Договор", false)), ("соглашени", new("Соглашение", false)), ("положени", new("Положение", false)),
        ("дорожн", new("Дорожная карта", false)), ("протокол", new("Протокол", false)), ("программ", new("Программа", false)),
        ("план", new("План", false)), ("отчет", new("Отчёт", false)), ("справк", new("Справка", false)), ("перечен", new("Перечень", false)),
        ("перечн", new("Перечень", false)), ("реестр", new("Реестр", false)), ("список", new("Список", false)), ("списк", new("Список", false)),
        ("акт", new("Акт", false)), ("письм", new("Письмо", false)), ("согласи", new("Согласие", false)), ("анкет", new("Анкета", false)),
    ];

    /// <summary>The first document named in the words, or null where they name none.</summary>
    public static ProofRequest? Of(string? result) => Words().Matches((result ?? "").ToLowerInvariant().Replace('ё', 'е'))
        .Select(word => Array.Find(Known, k => k.Stem == "акт" ? word.Value is "акт" or "акты" : word.Value.StartsWith(k.Stem, StringComparison.Ordinal)).Request)
        .FirstOrDefault(request => request is not null);

    [GeneratedRegex(@"[а-я]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();
}
