using MentoringPortal.Domain.Orders;
using MentoringPortal.Domain.Reading;

namespace MentoringPortal.Web.Features.Orders;

/// <summary>Kinds and states of papers in words.</summary>
public static class OrderWords
{
    public static string Of(OrderKind kind) => kind == OrderKind.Order ? "Приказ" : "Письмо";

    public static string Of(OrderState state) => state switch
    {
        OrderState.Draft => "Черновик",
        OrderState.Prepared => "Подготовлен",
        OrderState.Registered => "Зарегистрирован",
        OrderState.Amended => "Изменён",
        OrderState.Repealed => "Утратил силу",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Of a registered paper, to whoever checks a sheet.</summary>
    public static string InForce(OrderState state) => state switch
    {
        OrderState.Registered => "действует",
        OrderState.Amended => "действует с изменениями",
        OrderState.Repealed => "утратил силу",
        _ => "проект, не зарегистрирован",
    };

    public static string Of(AppendixKind kind) => kind switch
    {
        AppendixKind.Roadmap => "дорожная карта",
        AppendixKind.Indicators => "целевые индикаторы",
        AppendixKind.Form => "форма",
        AppendixKind.Text => "текст",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>«Приказ от 25.08.2020 № 338», or «Приказ без номера».</summary>
    public static string Caption(OrderKind kind, string? number, DateOnly? date) =>
        $"{Of(kind)}{(date is null ? "" : $" от {date:dd.MM.yyyy}")} {(string.IsNullOrEmpty(number) ? "без номера" : $"№ {number}")}";

    public static string StatusKind(OrderState state) => state switch
    {
        OrderState.Registered => "done",
        OrderState.Draft or OrderState.Prepared => "progress",
        OrderState.Amended => "review",
        _ => "off",
    };
}
