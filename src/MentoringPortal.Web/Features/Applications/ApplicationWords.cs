using MentoringPortal.Domain.Applications;
using MentoringPortal.Domain.People;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace MentoringPortal.Web.Features.Applications;

public static class ApplicationWords
{
    public static string Of(ApplicantRole role) => role == ApplicantRole.Mentee ? "наставляемый" : "наставник";

    /// <summary>Heading of the form and of the blank.</summary>
    public static string Title(ApplicantRole role) => role == ApplicantRole.Mentee ? "Анкета желающего стать наставляемым" : "Анкета желающего стать наставником";

    public static IReadOnlyList<SelectListItem> Roles { get; } = [.. Enum.GetValues<ApplicantRole>().Select(r => new SelectListItem(Of(r), $"{r}"))];

    /// <summary>Who is asked by a link, in the plural.</summary>
    public static IReadOnlyList<SelectListItem> Kinds { get; } =
    [
        new("обучающиеся", nameof(PersonKind.Pupil)), new("педагоги", nameof(PersonKind.Teacher)), new("студенты", nameof(PersonKind.Student)), new("работники предприятий и другие взрослые", nameof(PersonKind.Specialist)),
    ];

    public static string Many(PersonKind kind) => Kinds.First(k => k.Value == $"{kind}").Text;
}
