using MentoringPortal.Domain.People;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace MentoringPortal.Web.Features.Enquiries;

/// <summary>Russian words of the register of enquiries about personal data.</summary>
public static class EnquiryWords
{
    public static IReadOnlyList<SelectListItem> Kinds { get; } = [.. Enum.GetValues<EnquiryKind>().Select(k => new SelectListItem(Of(k), k.ToString()))];
    public static IReadOnlyList<SelectListItem> Askers { get; } = [.. Enum.GetValues<EnquiryAsker>().Select(a => new SelectListItem(Of(a), a.ToString()))];
    public static IReadOnlyList<SelectListItem> Channels { get; } = [.. Enum.GetValues<EnquiryChannel>().Select(c => new SelectListItem(Of(c), c.ToString()))];
    public static IReadOnlyList<SelectListItem> Outcomes { get; } = [.. Enum.GetValues<EnquiryOutcome>().Select(o => new SelectListItem(Of(o), o.ToString()))];
    public static IReadOnlyList<SelectListItem> States { get; } = [.. Enum.GetValues<EnquiryState>().Select(s => new SelectListItem(Of(s), s.ToString()))];

    public static string Of(EnquiryKind kind) => kind switch
    {
        EnquiryKind.Access => "предоставить сведения",
        EnquiryKind.Correction => "исправить данные",
        EnquiryKind.Withdrawal => "отзыв согласия",
        EnquiryKind.Stop => "прекратить обработку",
        EnquiryKind.Destruction => "уничтожить данные",
        EnquiryKind.Other => "иное",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Of(EnquiryAsker asker) => asker == EnquiryAsker.Self ? "сам человек" : "законный представитель";

    public static string Of(EnquiryChannel channel) => channel switch
    {
        EnquiryChannel.Paper => "на бумаге",
        EnquiryChannel.Mail => "по электронной почте",
        EnquiryChannel.InPerson => "лично",
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };

    public static string Of(EnquiryOutcome outcome) => outcome switch
    {
        EnquiryOutcome.Satisfied => "удовлетворено",
        EnquiryOutcome.Partly => "удовлетворено частично",
        EnquiryOutcome.Refused => "отказано",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    public static string Of(EnquiryState state) => state switch
    {
        EnquiryState.Overdue => "просрочены",
        EnquiryState.Soon => "срок близко",
        EnquiryState.Open => "открытые",
        EnquiryState.Closed => "закрытые",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
