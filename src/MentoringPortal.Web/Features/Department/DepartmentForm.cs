using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data.Configurations;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace MentoringPortal.Web.Features.Department;

/// <summary>Everything that letterheads, orders and address lines take from the department.</summary>
public sealed class DepartmentForm
{
    private const int LongestShort = 300;

    /// <summary>State languages of the republics and others that letterheads are written in; tags of BCP 47.</summary>
    public static IEnumerable<SelectListItem> Languages { get; } = new (string Tag, string Name)[]
    {
        ("ady", "адыгейский"), ("alt", "алтайский"), ("ba", "башкирский"), ("bua", "бурятский"), ("ce", "чеченский"), ("cv", "чувашский"),
        ("inh", "ингушский"), ("kbd", "кабардино-черкесский"), ("krc", "карачаево-балкарский"), ("kjh", "хакасский"), ("kv", "коми"), ("mhr", "марийский"),
        ("myv", "эрзянский"), ("os", "осетинский"), ("sah", "якутский"), ("tt", "татарский"), ("tyv", "тувинский"), ("udm", "удмуртский"), ("xal", "калмыцкий"),
    }.Select(l => new SelectListItem(l.Name, l.Tag)).ToList();

    public int Version { get; set; }

    [Required, StringLength(Lengths.Title), Display(Name = "Полное название")]
    public string Name { get; set; } = "";

    [Required, StringLength(Lengths.Title), Display(Name = "В родительном падеже")]
    public string NameGenitive { get; set; } = "";

    [Required, StringLength(Lengths.Title), Display(Name = "В дательном падеже")]
    public string NameDative { get; set; } = "";

    [Required, StringLength(LongestShort), Display(Name = "Краткое название")]
    public string ShortName { get; set; } = "";

    [StringLength(Lengths.Title), Display(Name = "Муниципалитет")]
    public string? Municipality { get; set; }

    [Required, StringLength(Lengths.Title), Display(Name = "Строки бланка")]
    public string Letterhead { get; set; } = "";

    [StringLength(Lengths.Title), Display(Name = "Бланк на втором языке")]
    public string? Letterhead2 { get; set; }

    [StringLength(LongestShort), Display(Name = "Второй язык")]
    public string? Letterhead2Language { get; set; }

    [StringLength(LongestShort), Display(Name = "Место издания")]
    public string? Place { get; set; }

    [StringLength(LongestShort), Display(Name = "Должность руководителя")]
    public string? HeadPosition { get; set; }

    [StringLength(LongestShort), Display(Name = "Руководитель")]
    public string? HeadName { get; set; }

    [StringLength(Lengths.Title), Display(Name = "Адрес")]
    public string? Address { get; set; }

    [StringLength(Lengths.Phone), Display(Name = "Телефон")]
    public string? Phone { get; set; }

    [StringLength(LongestShort), EmailAddress, Display(Name = "Почта")]
    public string? Email { get; set; }

    [RegularExpression(@"[0-9]{8}([0-9]{2})?", ErrorMessage = "ОКПО – 8 или 10 цифр."), Display(Name = "ОКПО")]
    public string? Okpo { get; set; }

    [RegularExpression(@"[0-9]{13}", ErrorMessage = "ОГРН – 13 цифр."), Display(Name = "ОГРН")]
    public string? Ogrn { get; set; }

    [RegularExpression(@"[0-9]{10}", ErrorMessage = "ИНН организации – 10 цифр."), Display(Name = "ИНН")]
    public string? Inn { get; set; }

    [RegularExpression(@"[0-9]{9}", ErrorMessage = "КПП – 9 цифр."), Display(Name = "КПП")]
    public string? Kpp { get; set; }

    public static DepartmentForm Of(Domain.Organizations.Department card) => new()
    {
        Version = card.Version,
        Name = card.Name,
        NameGenitive = card.NameGenitive,
        NameDative = card.NameDative,
        ShortName = card.ShortName,
        Municipality = card.Municipality,
        Letterhead = card.Letterhead,
        Letterhead2 = card.Letterhead2,
        Letterhead2Language = card.Letterhead2Language,
        Place = card.Place,
        HeadPosition = card.HeadPosition,
        HeadName = card.HeadName,
        Address = card.Address,
        Phone = card.Phone,
        Email = card.Email,
        Okpo = card.Okpo,
        Ogrn = card.Ogrn,
        Inn = card.Inn,
        Kpp = card.Kpp,
    };

    /// <exception cref="Domain.DomainException">A second letterhead without its language.</exception>
    public void ApplyTo(Domain.Organizations.Department card)
    {
        var second = Lines(Letterhead2);
        if (second.Length > 0 && !Languages.Any(l => l.Value == Letterhead2Language))
            throw new Domain.DomainException("Выберите язык второго бланка: по нему его читают вслух программы для незрячих.", nameof(Letterhead2Language));
        card.Name = Name.Trim();
        card.NameGenitive = NameGenitive.Trim();
        card.NameDative = NameDative.Trim();
        card.ShortName = ShortName.Trim();
        card.Municipality = Municipality?.Trim() ?? "";
        card.Letterhead = Lines(Letterhead);
        card.Letterhead2 = second;
        card.Letterhead2Language = second.Length == 0 ? null : Letterhead2Language;
        card.Place = Place?.Trim() ?? "";
        card.HeadPosition = HeadPosition?.Trim() ?? "";
        card.HeadName = HeadName?.Trim() ?? "";
        card.Address = Address?.Trim();
        card.Phone = Phone?.Trim();
        card.Email = Email?.Trim();
        (card.Okpo, card.Ogrn, card.Inn, card.Kpp) = (Okpo, Ogrn, Inn, Kpp);
    }

    private static string Lines(string? text) =>
        string.Join('\n', (text ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
