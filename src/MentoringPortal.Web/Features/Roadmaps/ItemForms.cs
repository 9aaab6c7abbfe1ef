using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Roadmaps;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Roadmaps;

/// <summary>Moves a deadline: the words are read again, «понято как» is shown before it is saved.</summary>
public sealed class DeadlineForm
{
    [Required, StringLength(500), Display(Name = "Срок словами")]
    public string Text { get; set; } = "";

    [Required, StringLength(2000), Display(Name = "Причина переноса")]
    public string Reason { get; set; } = "";

    public int Version { get; set; }

    /// <summary>The words that were shown as understood; saving asks that they are the same, so that nobody saves what he has not seen.</summary>
    [StringLength(500)]
    public string? Shown { get; set; }

    [BindNever, ValidateNever]
    public Deadline? Understood { get; set; }

    [BindNever, ValidateNever]
    public ItemHeading Item { get; set; } = null!;

    public bool IsShown => Understood is not null && string.Equals(Shown, Text, StringComparison.Ordinal);
}

/// <summary>The row's place, for the head of a form.</summary>
public sealed record ItemHeading(int Id, int RoadmapId, string RoadmapTitle, string Number, string Activity, Deadline Deadline, bool IsArchived)
{
    public string Url => $"/roadmaps/{RoadmapId}/items/{Id}";

    public static ItemHeading Of(RoadmapItem item) =>
        new(item.Id, item.RoadmapId, item.Roadmap!.Title, item.Number, item.Activity, item.Deadline, item.Roadmap.IsArchived);
}

public sealed class ItemForm
{
    [Required, StringLength(20_000), Display(Name = "Мероприятие")]
    public string Activity { get; set; } = "";

    [StringLength(20_000), Display(Name = "Результат")]
    public string? Result { get; set; }

    public int Version { get; set; }

    [BindNever, ValidateNever]
    public ItemHeading Item { get; set; } = null!;
}

/// <summary>Who else is to execute the row: organizations by name or by kind, units, the department, an outside body.</summary>
public sealed class ExecutorsForm
{
    [Display(Name = "Управление")]
    public bool Department { get; set; }

    [Display(Name = "Подразделения")]
    public int[] Units { get; set; } = [];

    [Display(Name = "Все организации вида")]
    public OrganizationKind[] Kinds { get; set; } = [];

    [Display(Name = "Организации")]
    public int[] Organizations { get; set; } = [];

    [StringLength(300), Display(Name = "Сторонняя организация, за которую отчитывается управление")]
    public string? Outside { get; set; }

    [BindNever, ValidateNever]
    public ItemHeading Item { get; set; } = null!;

    [BindNever, ValidateNever]
    public IReadOnlyList<SelectListItem> UnitChoices { get; private set; } = [];

    [BindNever, ValidateNever]
    public IReadOnlyList<SelectListItem> KindChoices { get; private set; } = [];

    [BindNever, ValidateNever]
    public IReadOnlyList<SelectListItem> OrganizationChoices { get; private set; } = [];

    /// <summary>Whoever is not an executor of the row yet.</summary>
    public async Task Offer(PortalDb db, RoadmapItem item, DateOnly today, CancellationToken cancel)
    {
        Item = ItemHeading.Of(item);
        var organizations = await db.Organizations.InOrder().Where(o => o.ClosedOn == null || o.ClosedOn >= today)
            .Select(o => new { o.Id, o.Kind, o.ShortName }).ToListAsync(cancel);
        var units = await db.DepartmentUnits.InOrder().Where(u => u.ClosedOn == null || u.ClosedOn >= today)
            .Select(u => new { u.Id, u.Name, u.Abbreviation }).ToListAsync(cancel);
        OrganizationChoices = [.. organizations.Where(o => !item.Executions.Exists(x => x.OrganizationId == o.Id)).Select(o => new SelectListItem(o.ShortName, $"{o.Id}"))];
        KindChoices = [.. organizations.Select(o => o.Kind).Distinct().Order().Select(k => new SelectListItem($"{OrganizationKinds.Of(k)} ({organizations.Count(o => o.Kind == k)})", $"{k}"))];
        UnitChoices = [.. units.Where(u => !item.Executions.Exists(x => x.DepartmentUnitId == u.Id)).Select(u => new SelectListItem($"{u.Abbreviation} {u.Name}".Trim(), $"{u.Id}"))];
    }

    /// <summary>Every id is looked up anew: one that is unknown or closed refuses the whole form.</summary>
    public async Task<IReadOnlyList<Assignee>> Chosen(PortalDb db, DateOnly today, CancellationToken cancel)
    {
        var open = db.Organizations.Where(o => o.ClosedOn == null || o.ClosedOn >= today);
        var named = await open.Where(o => Organizations.Contains(o.Id)).Select(o => o.Id).ToListAsync(cancel);
        var byKind = await open.Where(o => Kinds.Contains(o.Kind)).Select(o => o.Id).ToListAsync(cancel);
        var units = await db.DepartmentUnits.Where(u => Units.Contains(u.Id)).Select(u => u.Id).ToListAsync(cancel);
        if (named.Count != Organizations.Distinct().Count() || units.Count != Units.Distinct().Count())
            throw new DomainException("Среди отмеченных есть организация или подразделение, которых больше нет. Отметьте заново.");
        IReadOnlyList<Assignee> chosen =
        [
            .. Department ? [Assignee.Department] : Array.Empty<Assignee>(),
            .. units.Select(Assignee.Unit),
            .. named.Union(byKind).Select(Assignee.Organization),
            .. string.IsNullOrWhiteSpace(Outside) ? Array.Empty<Assignee>() : [Assignee.Outside(Outside)],
        ];
        return chosen.Count > 0 ? chosen : throw new DomainException("Отметьте хотя бы одного исполнителя.");
    }
}

public sealed class RoadmapForm : IValidatableObject
{
    [Required, StringLength(2000), Display(Name = "Название")]
    public string Title { get; set; } = "";

    [Required, Display(Name = "Начало периода")]
    public DateOnly? PeriodStart { get; set; }

    [Required, Display(Name = "Конец периода")]
    public DateOnly? PeriodEnd { get; set; }

    public int Version { get; set; }

    [BindNever, ValidateNever]
    public int RoadmapId { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PeriodEnd < PeriodStart)
            yield return new ValidationResult("Конец периода раньше начала.", [nameof(PeriodEnd)]);
    }
}

/// <summary>The copy to the next school year: its title, and the rows as they will be.</summary>
public sealed class CopyForm
{
    [Required, StringLength(2000), Display(Name = "Название новой карты")]
    public string Title { get; set; } = "";

    [BindNever, ValidateNever]
    public RoadmapHead Head { get; set; } = null!;

    [BindNever, ValidateNever]
    public IReadOnlyList<CopiedItem> Items { get; set; } = [];
}
