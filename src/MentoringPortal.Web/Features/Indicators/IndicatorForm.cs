using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Data.Configurations;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Indicators;

/// <summary>An indicator as the department sets it: the words, what is counted of what, the plan by year.</summary>
public sealed class IndicatorForm
{
    private const string OfHeadcount = "headcount:", OfMeasure = "measure:";

    public int Version { get; set; }

    [StringLength(Lengths.Number), Display(Name = "Номер")]
    public string? Number { get; set; }

    [StringLength(Lengths.Title), Display(Name = "Показатель")]
    public string? Name { get; set; }

    [StringLength(Lengths.Name), Display(Name = "Единица измерения")]
    public string? Unit { get; set; }

    [Required, Display(Name = "Что считать")]
    public Measure? Counted { get; set; }

    [Range(0, 120), Display(Name = "Возраст от, лет")]
    public int? FromAge { get; set; }

    [Range(0, 120), Display(Name = "Возраст до, лет")]
    public int? ToAge { get; set; }

    [Display(Name = "Форма наставничества")]
    public int? FormId { get; set; }

    [Display(Name = "От чего считать долю")]
    public string? Of { get; set; }

    [StringLength(Lengths.Title), Display(Name = "План по годам, каждый год с новой строки")]
    public string? Plan { get; set; }

    [StringLength(Lengths.Title), Display(Name = "Примечание")]
    public string? Note { get; set; }

    /// <summary>Whether it stands in a paper, whose words are not to be changed here.</summary>
    [BindNever]
    public bool IsOfPaper { get; set; }

    public static IEnumerable<SelectListItem> Counts { get; } = [.. Measures.All.Select(m => new SelectListItem(Measures.Of(m), m.ToString()))];

    public static IEnumerable<SelectListItem> Wholes { get; } =
    [
        .. Populations.All.Select(p => new SelectListItem($"численность: {Populations.Of(p)}", OfHeadcount + p)),
        .. Measures.All.Select(m => new SelectListItem($"подсчёт: {Measures.Of(m)}", OfMeasure + m)),
    ];

    public static IndicatorForm From(Indicator indicator) => new()
    {
        Version = indicator.Version,
        Number = indicator.Number,
        Name = indicator.Name,
        Unit = indicator.Unit,
        Counted = indicator.Counted,
        FromAge = indicator.FromAge,
        ToAge = indicator.ToAge,
        FormId = indicator.CountedFormId,
        Of = indicator.OfHeadcount is { } population ? OfHeadcount + population : indicator.OfMeasure is { } measure ? OfMeasure + measure : null,
        Plan = PlanLines.Write(indicator.Plan),
        Note = indicator.Note,
    };

    public async Task ApplyTo(Indicator indicator, PortalDb db, CancellationToken cancel)
    {
        if (indicator.OrderId is null)
        {
            if (string.IsNullOrWhiteSpace(Name))
                throw new DomainException("Назовите показатель.", nameof(Name));
            indicator.Rename(Number ?? "", Name, Unit);
        }
        if (FromAge is null != ToAge is null)
            throw new DomainException("Укажите оба возраста или ни одного.", FromAge is null ? nameof(FromAge) : nameof(ToAge));
        if (FormId is { } formId && !await db.MentoringForms.AnyAsync(f => f.Id == formId, cancel))
            throw new DomainException("Такой формы нет.", nameof(FormId));
        indicator.Count(new(Counted!.Value, FromAge is { } from && ToAge is { } to ? new(from, to) : null), FormId, Whole<Population>(OfHeadcount), Whole<Measure>(OfMeasure), PlanLines.Read(Plan, nameof(Plan)), Note);
    }

    private T? Whole<T>(string kind) where T : struct, Enum =>
        Of?.StartsWith(kind, StringComparison.Ordinal) == true && Enum.TryParse<T>(Of[kind.Length..], out var whole) && Enum.IsDefined(whole) ? whole : null;
}

/// <summary>A page with the form: its choices and the history.</summary>
public sealed record IndicatorEdit(IndicatorForm Form, int? Id, IReadOnlyList<SelectListItem> Forms, IReadOnlyList<HistoryLine> History)
{
    public static async Task<IndicatorEdit> Load(PortalDb db, Indicator? indicator, IndicatorForm form, MunicipalClock clock, CancellationToken cancel)
    {
        form.IsOfPaper = indicator?.OrderId is not null;
        return new(form, indicator?.Id, await db.MentoringForms.OrderBy(f => f.Id).Select(f => new SelectListItem(f.Name, f.Id.ToString())).ToListAsync(cancel),
            indicator is null ? [] : await Shared.History.Of(db, clock, cancel, (nameof(Indicator), indicator.Id)));
    }
}
