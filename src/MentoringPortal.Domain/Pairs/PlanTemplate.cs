using MentoringPortal.Domain.Organizations;

namespace MentoringPortal.Domain.Pairs;

/// <summary>Шаблон персонализированного плана: an organization's own, or the department's for all. Its dates count from the pair's first day.</summary>
public sealed class PlanTemplate(int? organizationId) : IOwnedByOrganization, IVersioned
{
    public const int MostItems = 60;

    public int Id { get; private set; }
    /// <summary>Null for the department's common one.</summary>
    public int? OrganizationId { get; private set; } = organizationId;
    [NotPersonal] public string Name { get; set; } = "";
    /// <summary>The form it is meant for; null for any.</summary>
    public int? FormId { get; set; }
    public MentoringForm? Form { get; private set; }
    /// <summary>Offered no more; plans made of it stay.</summary>
    public bool IsArchived { get; set; }
    public List<PlanTemplateItem> Items { get; } = [];
    public int Version { get; private set; }

    /// <summary>Takes these tasks in this order: those with an id are changed, new ones added, the missing ones go.</summary>
    public void Put(IReadOnlyList<PlanTemplateLine> lines)
    {
        if (lines.Count == 0)
            throw new DomainException("Впишите хотя бы одну задачу.", "Lines");
        if (lines.Count > MostItems)
            throw new DomainException($"В шаблоне не больше {MostItems} задач.", "Lines");
        if (lines.FirstOrDefault(l => l.DueDays is < 0 or > 1100) is { } wrong)
            throw new DomainException($"«{wrong.Task}»: срок – от 0 до 1100 дней от начала пары.", "Lines");
        Items.RemoveAll(i => lines.All(l => l.ItemId != i.Id));
        for (var n = 0; n < lines.Count; n++)
        {
            var line = lines[n];
            if (line.ItemId is not { } id || Items.Find(i => i.Id == id) is not { } item)
                Items.Add(item = new PlanTemplateItem(OrganizationId));
            (item.Ordinal, item.Goal, item.Task, item.DueDays) = (n + 1, line.Goal, line.Task, line.DueDays);
        }
    }

    /// <summary>
    /// What following the template would do to the plan of a pair: tasks added, changed, taken away. What is done stays, and so does what the pair
    /// has changed by hand or thought of itself.
    /// </summary>
    public IReadOnlyList<PlanChange> ChangesFor(Pair pair)
    {
        var changes = new List<PlanChange>();
        foreach (var item in Items.OrderBy(i => i.Ordinal))
        {
            var due = item.DueIn(pair);
            var task = pair.Plan.Find(t => t.TemplateItemId == item.Id);
            if (task is null)
                changes.Add(new PlanChange(PlanChangeKind.Add, null, item, item.Goal, item.Task, due));
            else if (task is { DoneOn: null, IsAltered: false } && (task.Goal, task.Task, task.DueOn) != (item.Goal, item.Task, due))
                changes.Add(new PlanChange(PlanChangeKind.Change, task, item, item.Goal, item.Task, due));
        }
        changes.AddRange(pair.Plan
            .Where(t => t is { DoneOn: null, IsAltered: false, TemplateItemId: not null } && t.TemplateId == Id && Items.TrueForAll(i => i.Id != t.TemplateItemId))
            .Select(t => new PlanChange(PlanChangeKind.Remove, t, null, t.Goal, t.Task, t.DueOn)));
        return changes;
    }

    /// <summary>
    /// Copies the template into a pair's plan, or brings a plan made of it up to date. Tasks that leave the plan are the caller's to delete: a row
    /// keeps its owner to the end.
    /// </summary>
    public IReadOnlyList<PlanChange> ApplyTo(Pair pair)
    {
        if (pair.State is not (PairState.Draft or PairState.Active))
            throw new DomainException($"План не меняют: пара уже «{PairWords.Of(pair.State)}».");
        var changes = ChangesFor(pair);
        var last = pair.Plan.Select(t => t.Ordinal).DefaultIfEmpty().Max();
        foreach (var change in changes.Where(c => c.Kind != PlanChangeKind.Remove))
        {
            if (change.Existing is { } task)
                (task.Goal, task.Task, task.DueOn) = (change.Goal, change.Task, change.DueOn);
            else
                pair.Plan.Add(new PlanTask(pair.OrganizationId) { Ordinal = ++last, Goal = change.Goal, Task = change.Task, DueOn = change.DueOn, TemplateId = Id, TemplateItemId = change.Item!.Id });
        }
        return changes;
    }
}

/// <summary>A task of a template.</summary>
public sealed class PlanTemplateItem(int? organizationId) : IOwnedByOrganization
{
    public int Id { get; private set; }
    public int? OrganizationId { get; private set; } = organizationId;
    public int TemplateId { get; private set; }
    public PlanTemplate? Template { get; private set; }
    public int Ordinal { get; set; }
    [NotPersonal] public string? Goal { get; set; }
    [NotPersonal] public string Task { get; set; } = "";
    /// <summary>Days after the pair's first day; null for a task without a date.</summary>
    public int? DueDays { get; set; }

    /// <summary>The task's date in a pair: within its period.</summary>
    internal DateOnly? DueIn(Pair pair) => DueDays is not { } days ? null : pair.From.AddDays(days) is var due && due < pair.To ? due : pair.To;
}

/// <summary>A task as somebody typed it into a template.</summary>
/// <param name="ItemId">The task that it changes; null for a new one.</param>
public sealed record PlanTemplateLine(int? ItemId, string? Goal, string Task, int? DueDays);

public enum PlanChangeKind { Add, Change, Remove }

/// <summary>One thing that following a template changes in a plan.</summary>
/// <param name="Existing">The plan's task; null where one is added.</param>
/// <param name="Item">The template's task; null where one is taken away.</param>
public sealed record PlanChange(PlanChangeKind Kind, PlanTask? Existing, PlanTemplateItem? Item, string? Goal, string Task, DateOnly? DueOn)
{
    public string Words => Kind switch
    {
        PlanChangeKind.Add => $"добавится «{Task}»{On(DueOn)}",
        PlanChangeKind.Remove => $"уйдёт «{Task}»",
        PlanChangeKind.Change when Existing!.Task != Task => $"вместо «{Existing.Task}» станет «{Task}»{On(DueOn)}",
        PlanChangeKind.Change when Existing.DueOn != DueOn => $"«{Task}»: срок {Day(Existing.DueOn)} станет {Day(DueOn)}",
        PlanChangeKind.Change => $"«{Task}»: цель станет «{Goal}»",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string On(DateOnly? due) => due is null ? "" : $" до {Day(due)}";

    private static string Day(DateOnly? day) => day is { } date ? $"{date:dd.MM.yyyy}" : "без даты";
}
