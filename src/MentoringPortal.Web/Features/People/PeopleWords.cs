using MentoringPortal.Domain.Consents;
using MentoringPortal.Domain.People;
using MentoringPortal.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace MentoringPortal.Web.Features.People;

/// <summary>Russian words of the pages of people.</summary>
public static class PeopleWords
{
    public static IReadOnlyList<SelectListItem> Slots { get; } = [.. PersonWords.Slots.Select(s => new SelectListItem(s.Words, $"{s.Slot}"))];

    public static IReadOnlyList<SelectListItem> Categories { get; } =
    [
        new("ограниченные возможности здоровья (ОВЗ)", nameof(MenteeCategories.Disabilities)), new("одарённый", nameof(MenteeCategories.Gifted)),
        new("трудная жизненная ситуация", nameof(MenteeCategories.HardLife)), new("сирота или без попечения родителей", nameof(MenteeCategories.Orphan)),
    ];

    public static string Of(TimeSlots time) => PersonWords.Of(time);

    public static string Of(MenteeCategories categories) => Join(Categories, categories);

    public static string Of(ConsentKind kind) => kind switch
    {
        ConsentKind.Processing => "на обработку персональных данных",
        ConsentKind.Transfer => "на передачу данных наставнику извне",
        ConsentKind.Publication => "на публикацию фото и кейса",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The filter in words, for a file.</summary>
    /// <param name="pills">What was chosen.</param>
    /// <param name="unchosen">What a list leaves out where no state was chosen; it is said, or the numbers of the file seem wrong.</param>
    public static string InWords(IReadOnlyList<FilterPill> pills, string? unchosen = null)
    {
        var words = pills.Select(p => p.Text);
        if (unchosen is not null && pills.All(p => p.Key != "State"))
            words = words.Prepend(unchosen);
        return string.Join("; ", words.DefaultIfEmpty("без отбора"));
    }

    /// <summary>The names of a flag's set values.</summary>
    public static string[] Chosen<T>(T flags) where T : struct, Enum =>
        [.. Enum.GetValues<T>().Where(v => Convert.ToInt32(v) != 0 && flags.HasFlag(v)).Select(v => v.ToString())];

    /// <summary>The flags that a form has ticked; an unknown word is as good as none.</summary>
    public static T Flags<T>(IEnumerable<string>? names) where T : struct, Enum =>
        Enum.Parse<T>(string.Join(',', (names ?? []).Where(n => Enum.IsDefined(typeof(T), n)).DefaultIfEmpty("None")));

    private static string Join<T>(IEnumerable<SelectListItem> words, T flags) where T : struct, Enum =>
        string.Join(", ", words.Where(w => flags.HasFlag(Enum.Parse<T>(w.Value))).Select(w => w.Text));
}
