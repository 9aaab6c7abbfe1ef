using MentoringPortal.Domain;
using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Web.Features.Executions;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Roadmaps;

/// <summary>/roadmaps/{roadmapId}/items/{itemId}: one row whole, its deadline, words and executors.</summary>
public sealed partial class RoadmapsController
{
    [HttpGet("{roadmapId:id}/items/{itemId:id}")]
    [Access(Permission.ReadPapers)]
    public async Task<IActionResult> Item(int roadmapId, int itemId, CancellationToken cancel) =>
        await ItemPage.Load(db, counts, clock, roadmapId, itemId, cancel) is { } page ? View(page) : NotFound();

    [HttpGet("{roadmapId:id}/items/{itemId:id}/edit")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> EditItem(int roadmapId, int itemId, CancellationToken cancel) =>
        await FindItem(roadmapId, itemId, cancel) is { } item
            ? View(new ItemForm { Item = ItemHeading.Of(item), Activity = item.Activity, Result = item.Result, Version = item.Version })
            : NotFound();

    [HttpPost("{roadmapId:id}/items/{itemId:id}/edit")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> EditItem(int roadmapId, int itemId, ItemForm form, CancellationToken cancel)
    {
        if (await FindItem(roadmapId, itemId, cancel) is not { } item)
            return NotFound();
        form.Item = ItemHeading.Of(item);
        return await Submit(
            async () =>
            {
                RefuseArchived(item);
                (item.Activity, item.Result) = (form.Activity.Trim(), string.IsNullOrWhiteSpace(form.Result) ? null : form.Result.Trim());
                db.Expect(item, form.Version);
                await db.SaveChangesAsync(cancel);
            },
            () => Done("Строка сохранена.", form.Item.Url),
            () => Task.FromResult<IActionResult>(View(form)));
    }

    [HttpGet("{roadmapId:id}/items/{itemId:id}/deadline")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> Deadline(int roadmapId, int itemId, CancellationToken cancel) =>
        await FindItem(roadmapId, itemId, cancel) is { } item
            ? View(new DeadlineForm { Item = ItemHeading.Of(item), Text = item.Deadline.Text, Version = item.Version })
            : NotFound();

    /// <summary>The first post shows what was understood; the second, with the same words, saves.</summary>
    [HttpPost("{roadmapId:id}/items/{itemId:id}/deadline")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> Deadline(int roadmapId, int itemId, DeadlineForm form, CancellationToken cancel)
    {
        if (await FindItem(roadmapId, itemId, cancel) is not { } item)
            return NotFound();
        form.Item = ItemHeading.Of(item);
        form.Understood = DeadlineReader.Read(form.Text, await ContextOf(item, cancel));
        if (ModelState.IsValid && !form.IsShown)
        {
            ModelState.SetModelValue(nameof(form.Shown), form.Text, form.Text);
            return View(form);
        }
        return await Submit(
            async () =>
            {
                RefuseArchived(item);
                item.Reschedule(form.Understood, Signature(), form.Reason);
                db.Expect(item, form.Version);
                await db.SaveChangesAsync(cancel);
            },
            () => Done("Срок перенесён; прежний сохранён в истории строки.", form.Item.Url),
            () => Task.FromResult<IActionResult>(View(form)));
    }

    [HttpGet("{roadmapId:id}/items/{itemId:id}/executors")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> Executors(int roadmapId, int itemId, CancellationToken cancel)
    {
        if (await FindItem(roadmapId, itemId, cancel) is not { } item)
            return NotFound();
        var form = new ExecutorsForm();
        await form.Offer(db, item, clock.Today, cancel);
        return View(form);
    }

    [HttpPost("{roadmapId:id}/items/{itemId:id}/executors")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> Executors(int roadmapId, int itemId, ExecutorsForm form, CancellationToken cancel)
    {
        if (await FindItem(roadmapId, itemId, cancel) is not { } item)
            return NotFound();
        var before = item.Executions.Count;
        return await Submit(
            async () =>
            {
                RefuseArchived(item);
                foreach (var assignee in await form.Chosen(db, clock.Today, cancel))
                    item.Roadmap!.Assign(item, assignee);
                await db.SaveChangesAsync(cancel);
            },
            () => Done($"Добавлено исполнителей: {item.Executions.Count - before}.", $"/roadmaps/{roadmapId}/items/{itemId}"),
            async () =>
            {
                await form.Offer(db, item, clock.Today, cancel);
                return View(form);
            });
    }

    [HttpPost("{roadmapId:id}/items/{itemId:id}/executors/{executionId:id}/remove")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> RemoveExecutor(int roadmapId, int itemId, int executionId, CancellationToken cancel)
    {
        if (await FindItem(roadmapId, itemId, cancel) is not { } item || item.Executions.Find(x => x.Id == executionId) is not { } execution)
            return NotFound();
        RefuseArchived(item);
        await db.Entry(execution).Collection(x => x.Events).LoadAsync(cancel);
        item.Unassign(execution);
        db.Remove(execution);
        await db.SaveChangesAsync(cancel);
        return Done("Исполнитель убран.", $"/roadmaps/{roadmapId}/items/{itemId}");
    }

    [HttpPost("{roadmapId:id}/items/{itemId:id}/accept")]
    [Access(Permission.ReviewExecutions)]
    public async Task<IActionResult> AcceptItem(int roadmapId, int itemId, CancellationToken cancel)
    {
        if (await FindItem(roadmapId, itemId, cancel) is not { } item)
            return NotFound();
        RefuseArchived(item);
        var accepted = await ExecutionTasks.AcceptAll(db, [.. item.Executions.Where(x => x.State == ExecutionState.Submitted)], Signature(), cancel);
        return Done(accepted == 0 ? "Проверять нечего: отчётов на проверке нет." : $"Принято отчётов: {accepted}.", $"/roadmaps/{roadmapId}/items/{itemId}");
    }

    private Task<RoadmapItem?> FindItem(int roadmapId, int itemId, CancellationToken cancel) => db.RoadmapItems
        .Include(i => i.Roadmap!).ThenInclude(r => r.Order).Include(i => i.Executions)
        .SingleOrDefaultAsync(i => i.Id == itemId && i.RoadmapId == roadmapId, cancel);

    private async Task<DeadlineContext> ContextOf(RoadmapItem item, CancellationToken cancel)
    {
        var previous = await db.RoadmapItems.Where(i => i.RoadmapId == item.RoadmapId && i.SectionId == item.SectionId && i.Ordinal < item.Ordinal)
            .OrderByDescending(i => i.Ordinal).Select(i => i.Deadline).FirstOrDefaultAsync(cancel);
        return new DeadlineContext(item.Roadmap!.Order?.Date, item.Roadmap.PeriodStart, item.Roadmap.PeriodEnd, previous?.Start) { Previous = previous };
    }

    private Signature Signature() => User.Signature(clock);

    private static void RefuseArchived(RoadmapItem item)
    {
        if (item.Roadmap!.IsArchived)
            throw new DomainException("Карта в архиве: сначала верните её из архива.");
    }
}
