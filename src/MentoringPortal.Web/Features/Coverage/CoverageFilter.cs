using System.ComponentModel.DataAnnotations;
using System.Globalization;
using MentoringPortal.Data.Coverage;
using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.People;
using MentoringPortal.Web.Features.People;
using MentoringPortal.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace MentoringPortal.Web.Features.Coverage;

/// <summary>Of whom, on which day, in which part; an unknown word counts all.</summary>
public sealed class CoverageFilter
{
    private static readonly DateOnly First = new(2019, 9, 1);

    [Display(Name = "Кого считать")]
    public Population? Of { get; set; }

    [Display(Name = "На дату")]
    public DateOnly? On { get; set; }

    [Display(Name = "Сравнить с датой")]
    public DateOnly? Before { get; set; }

    [Display(Name = "Вид организаций")]
    public OrganizationKind? Kind { get; set; }

    [Display(Name = "Форма")]
    public int? Form { get; set; }

    [Display(Name = "Контур")]
    public Contour? Contour { get; set; }

    [Display(Name = "Роль")]
    public ParticipantRole? Role { get; set; }

    [Display(Name = "Категория наставляемых")]
    public MenteeCategories? Category { get; set; }

    public static IEnumerable<SelectListItem> Populations { get; } = [.. Domain.Coverage.Populations.All.Select(p => new SelectListItem(Domain.Coverage.Populations.Of(p), p.ToString()))];

    public static IEnumerable<SelectListItem> Kinds { get; } =
        [.. OrganizationKinds.All.Where(k => Domain.Coverage.Populations.AskedOf(k.Kind).Count > 0).Select(k => new SelectListItem(k.Name, k.Kind.ToString()))];

    public static IEnumerable<SelectListItem> Contours { get; } = [new("обучающиеся", nameof(Domain.Organizations.Contour.Pupils)), new("педагоги", nameof(Domain.Organizations.Contour.Teachers))];

    public static IEnumerable<SelectListItem> Roles { get; } = [new("наставляемые", nameof(ParticipantRole.Mentee)), new("наставники", nameof(ParticipantRole.Mentor))];

    public static IEnumerable<SelectListItem> Categories => PeopleWords.Categories;

    /// <summary>What is true of a day to come nobody knows, and before Р-145 there was nothing to count.</summary>
    public static DateOnly Within(DateOnly? day, DateOnly today) => day is null || day > today ? today : day < First ? First : day.Value;

    public DateOnly DayIn(DateOnly today) => Within(On, today);

    /// <summary>The day compared with; null where none is asked for, or the same.</summary>
    public DateOnly? DayBefore(DateOnly on) => Before < on ? Within(Before, on) : null;

    /// <summary>A part of the participants: the headcount is of all, so a percent is of all too.</summary>
    public bool IsPart => Form is not null || Contour is not null || Role is not null || Category is not null;

    public CoverageQuestion Question(Population population, int? organizationId) => new(population)
    {
        FormId = Form,
        Contour = Contour,
        Role = Role,
        Category = Category ?? MenteeCategories.None,
        Kind = Kind,
        OrganizationId = organizationId,
    };

    public IReadOnlyList<FilterPill> Pills(IReadOnlyList<SelectListItem> forms)
    {
        var pills = new List<FilterPill>();
        if (Before is { } before)
            pills.Add(new($"Сравнить с: {before:dd.MM.yyyy}", nameof(Before), before.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Add("Вид", Kinds, Kind?.ToString(), nameof(Kind));
        Add("Форма", forms, Form?.ToString(CultureInfo.InvariantCulture), nameof(Form));
        Add("Контур", Contours, Contour?.ToString(), nameof(Contour));
        Add("Роль", Roles, Role?.ToString(), nameof(Role));
        Add("Категория", Categories, Category?.ToString(), nameof(Category));
        return pills;

        void Add(string label, IEnumerable<SelectListItem> choices, string? value, string name)
        {
            if (choices.FirstOrDefault(c => c.Value == value) is { } chosen)
                pills.Add(new($"{label}: {chosen.Text}", name, value!));
        }
    }
}
