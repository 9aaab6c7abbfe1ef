using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Data.Configurations;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Web.Features.Pairs;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Templates;

/// <param name="IsOwn">The reader may change it.</param>
/// <param name="Used">Plans at work that come of it, of the reader's own pairs.</param>
public sealed record TemplateRow(int Id, string Name, string? Form, int Tasks, bool IsOwn, bool IsCommon, bool IsArchived, int Used);

/// <summary>GET /templates</summary>
/// <param name="PairId">The pair whose plan is being chosen; null for the plain directory.</param>
public sealed record TemplateList(IReadOnlyList<TemplateRow> Rows, int? PairId, bool SeesPairs)
{
    public static async Task<TemplateList> Load(PortalDb db, int? pairId, CancellationToken cancel)
    {
        var actor = db.Scope.Actor!;
        var own = actor.OrganizationId;
        var pair = await db.Pairs.Where(p => p.Id == pairId).Select(p => new { p.Id, p.FormId }).SingleOrDefaultAsync(cancel);
        var isCurator = actor.Role == Role.Curator;
        // The department keeps common templates; what a school made for itself is the school's.
        var templates = db.PlanTemplates.Where(t => t.OrganizationId == own || t.OrganizationId == null);
        if (pair is not null)
            templates = templates.Where(t => !t.IsArchived && (t.FormId == null || t.FormId == pair.FormId));
        var rows = await templates.OrderBy(t => t.IsArchived).ThenBy(t => t.Name).ThenBy(t => t.Id).Select(t => new TemplateRow(t.Id, t.Name, t.Form!.Name, t.Items.Count,
            t.OrganizationId == own, t.OrganizationId == null, t.IsArchived,
            isCurator ? db.Pairs.Count(p => p.State == PairState.Active && p.Plan.Any(x => x.TemplateId == t.Id)) : 0)).ToListAsync(cancel);
        return new(rows, pair?.Id, isCurator);
    }
}

public sealed class TemplateLineForm
{
    public int? ItemId { get; set; }

    [StringLength(Lengths.Title), Display(Name = "Цель")]
    public string? Goal { get; set; }

    [StringLength(Lengths.Title), Display(Name = "Задача")]
    public string? Task { get; set; }

    [Range(0, 1100), Display(Name = "Дней от начала пары")]
    public int? DueDays { get; set; }
}

/// <summary>A template as it is typed: a line without a task is left out.</summary>
public sealed class TemplateForm
{
    private const int BlankLines = 6;

    public int Version { get; set; }

    [Required, StringLength(Lengths.Name), Display(Name = "Название")]
    public string? Name { get; set; }

    [Display(Name = "Форма наставничества")]
    public int? FormId { get; set; }

    [Display(Name = "Задачи")]
    public List<TemplateLineForm> Lines { get; set; } = [];

    public static TemplateForm Of(PlanTemplate template) => new()
    {
        Version = template.Version,
        Name = template.Name,
        FormId = template.FormId,
        Lines = [.. template.Items.OrderBy(i => i.Ordinal).Select(i => new TemplateLineForm { ItemId = i.Id, Goal = i.Goal, Task = i.Task, DueDays = i.DueDays })],
    };

    /// <summary>Room for more.</summary>
    public TemplateForm WithBlanks()
    {
        Lines.RemoveAll(l => string.IsNullOrWhiteSpace(l.Task) && l.ItemId is null && l.Goal is null && l.DueDays is null);
        Lines.AddRange(Enumerable.Range(0, Math.Min(BlankLines, Math.Max(0, PlanTemplate.MostItems - Lines.Count))).Select(_ => new TemplateLineForm()));
        return this;
    }

    public void ApplyTo(PlanTemplate template)
    {
        (template.Name, template.FormId) = (Name!.Trim(), FormId);
        template.Put([.. Lines.Where(l => !string.IsNullOrWhiteSpace(l.Task)).Select(l => new PlanTemplateLine(l.ItemId, l.Goal?.Trim(), l.Task!.Trim(), l.DueDays))]);
    }
}

/// <summary>GET /templates/new, GET /templates/{templateId}</summary>
/// <param name="Id">0 for a new one.</param>
public sealed record TemplatePage(int Id, TemplateForm Form, IReadOnlyList<SelectListItem> Forms, bool IsArchived)
{
    public static async Task<TemplatePage> Load(PortalDb db, int templateId, TemplateForm form, CancellationToken cancel) =>
        new(templateId, form.WithBlanks(), await PairChoices.FormItems(db, cancel), await db.PlanTemplates.AnyAsync(t => t.Id == templateId && t.IsArchived, cancel));
}

/// <summary>Pairs whose plans follow the template now.</summary>
public sealed class TemplatePairsForm
{
    [Display(Name = "Пары")]
    public int[] Pairs { get; set; } = [];

    /// <exception cref="DomainException">None is ticked.</exception>
    public async Task<int> Save(PortalDb db, PlanTemplate template, CancellationToken cancel)
    {
        if (Pairs.Length == 0)
            throw new DomainException("Отметьте пары, планы которых изменить.", nameof(Pairs));
        var changed = 0;
        foreach (var pair in await db.Pairs.Include(p => p.Plan).Where(p => Pairs.Contains(p.Id)).ToListAsync(cancel))
        {
            var changes = template.ApplyTo(pair);
            db.PlanTasks.RemoveRange(changes.Where(c => c.Kind == PlanChangeKind.Remove).Select(c => c.Existing!));
            changed += changes.Count > 0 ? 1 : 0;
        }
        await db.SaveChangesAsync(cancel);
        return changed;
    }
}

/// <param name="Follows">Its plan comes of this template already.</param>
public sealed record TemplatePairRow(int Id, string Title, bool Follows, bool IsChosen, IReadOnlyList<string> Changes);

/// <summary>GET /templates/{templateId}/pairs: before anything is written, everything that would be.</summary>
public sealed record TemplatePairsPage(int TemplateId, string Name, TemplatePairsForm Form, IReadOnlyList<TemplatePairRow> Rows, int UpToDate)
{
    /// <param name="pairId">The only pair to tick, or null for those that follow the template.</param>
    public static async Task<TemplatePairsPage?> Load(PortalDb db, int templateId, int? pairId, DateOnly today, CancellationToken cancel)
    {
        if (await db.PlanTemplates.AsNoTracking().Include(t => t.Items).SingleOrDefaultAsync(t => t.Id == templateId, cancel) is not { } template)
            return null;
        var pairs = await db.Pairs.AsNoTrackingWithIdentityResolution().Include(p => p.Plan)
            .Include(p => p.Mentors).ThenInclude(m => m.Mentor!.Person).Include(p => p.Mentees).ThenInclude(m => m.Mentee!.Person)
            .Where(p => (p.State == PairState.Active || p.State == PairState.Draft) && p.To >= today && (template.FormId == null || p.FormId == template.FormId))
            .OrderBy(p => p.Id).AsSplitQuery().ToListAsync(cancel);
        var rows = pairs.Select(p => Row(template, p, pairId)).ToList();
        return new(templateId, template.Name, new TemplatePairsForm(), [.. rows.Where(r => r.Changes.Count > 0).OrderByDescending(r => r.IsChosen).ThenByDescending(r => r.Follows).ThenBy(r => r.Id)],
            rows.Count(r => r.Changes.Count == 0));
    }

    private static TemplatePairRow Row(PlanTemplate template, Pair pair, int? pairId)
    {
        var follows = pair.Plan.Exists(t => t.TemplateId == template.Id);
        static string Name(Person person) => person.Name.Short;
        return new(pair.Id, $"{Name(pair.CurrentMentor!.Mentor!.Person!)} – {string.Join(", ", pair.CurrentMentees.Select(m => Name(m.Mentee!.Person!)))}", follows,
            pairId is null ? follows : pair.Id == pairId, [.. template.ChangesFor(pair).Select(c => c.Words)]);
    }
}
