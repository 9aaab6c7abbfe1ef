using MentoringPortal.Domain.Consents;
using MentoringPortal.Web.Features.People;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace MentoringPortal.Web.Features.Consents;

/// <summary>Russian words of the pages of consents.</summary>
public static class ConsentWords
{
    public static IReadOnlyList<SelectListItem> Kinds { get; } = [.. Enum.GetValues<ConsentKind>().Select(k => new SelectListItem(PeopleWords.Of(k), k.ToString()))];

    public static string Of(ConsentState state) => state switch
    {
        ConsentState.Missing => "нет согласия",
        ConsentState.Expiring => "скоро истекает",
        ConsentState.Withdrawn => "отозвано",
        ConsentState.Valid => "действует",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string Of(ConsentSigner signer) => signer == ConsentSigner.Parent ? "родитель" : "сам";
}
