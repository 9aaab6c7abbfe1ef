using MentoringPortal.Domain;
using MentoringPortal.Domain.Consents;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Data.Audit;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Formats;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Pairs;

/// <summary>The life of a pair: fixed by an order, its people replaced, added and removed, completed or ended early.</summary>
public sealed partial class PairsController
{
    [HttpGet("fix")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Fix(CancellationToken cancel)
    {
        var page = await FixPairsPage.Load(db, mentors, new FixPairsForm { OrderDate = clock.Today }, clock.Today, cancel);
        page.Form.Pairs = [.. page.Drafts.Where(d => d.Missing.Count == 0).Select(d => d.Id)];
        return View(page);
    }

    [HttpPost("fix")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Fix(FixPairsForm form, CancellationToken cancel)
    {
        (int Fixed, IReadOnlyList<string> Left) done = (0, []);
        return await Submit(
            async () => done = await form.Save(db, mentors, clock.Today, cancel),
            () =>
            {
                Notice($"Приказом № {form.OrderNumber} закреплено пар: {done.Fixed}." + (done.Left.Count == 0 ? "" : $" Остались черновиками – {string.Join("; ", done.Left)}."));
                return LocalRedirect(done.Left.Count == 0 ? "/pairs?State=Active" : "/pairs/fix");
            },
            async () => View(await FixPairsPage.Load(db, mentors, form, clock.Today, cancel)));
    }

    /// <summary>The order's list: of the drafts that are chosen, or with none chosen of the pairs that the order has fixed. Hundreds of drafts do not fit an address: those are posted.</summary>
    [HttpGet("appendix.{paper:regex(^(docx|pdf|xlsx)$)}"), HttpPost("appendix.{paper:regex(^(docx|pdf|xlsx)$)}")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Appendix(string paper, FixPairsForm form, CancellationToken cancel)
    {
        ModelState.Clear();
        var appendix = await PairsAppendix.Load(db, form, cancel);
        if (appendix.Rows.Count == 0)
        {
            ModelState.AddModelError("Form.Pairs", "Отметьте пары для списка.");
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(nameof(Fix), await FixPairsPage.Load(db, mentors, form, clock.Today, cancel));
        }
        await db.Record(AuditAction.Exported, nameof(Pair), detail: $"приложение к приказу, {paper}; пар: {appendix.Rows.Count}", cancel: cancel);
        var name = $"{clock.Today:yyyy-MM-dd} Приложение к приказу.{paper}";
        return paper switch
        {
            "pdf" => new FileDownload(Paper.Pdf.Render(appendix.Document()), name, FileKind.Pdf),
            "docx" => new FileDownload(Paper.Docx.Render(appendix.Document()), name, FileKind.Docx),
            _ => new FileDownload(appendix.Workbook(), name, FileKind.Xlsx),
        };
    }

    [HttpGet("{pairId:id}/complete")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Complete(int pairId, CancellationToken cancel) =>
        await Find(pairId, cancel) is { } pair
            ? View(PageOf(pair, new CompleteForm { Version = pair.Version, LastDay = pair.To < clock.Today ? pair.To : clock.Today, Result = pair.Result }))
            : NotFound();

    [HttpPost("{pairId:id}/complete")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Complete(int pairId, CompleteForm form, CancellationToken cancel)
    {
        if (await Find(pairId, cancel) is not { } pair)
            return NotFound();
        return await Change(pair, form.Version,
            () => pair.Complete(Past(form.LastDay!.Value, clock.Today), form.Result?.Trim()), "Пара завершена.",
            () => View(PageOf(pair, form)), cancel);
    }

    [HttpGet("{pairId:id}/end")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> End(int pairId, CancellationToken cancel) =>
        await Find(pairId, cancel) is { } pair ? View(PageOf(pair, new EndForm { Version = pair.Version, LastDay = LatestDay(pair) })) : NotFound();

    [HttpPost("{pairId:id}/end")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> End(int pairId, EndForm form, CancellationToken cancel)
    {
        if (await Find(pairId, cancel) is not { } pair)
            return NotFound();
        return await Change(pair, form.Version,
            () => pair.EndEarly(Past(form.LastDay!.Value, LatestDay(pair)), form.WholeReason(pair)), "Пара прекращена досрочно. Она вошла в «Изменения для приказа».",
            () => View(PageOf(pair, form)), cancel);
    }

    [HttpGet("{pairId:id}/mentor")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Mentor(int pairId, CancellationToken cancel) =>
        await Find(pairId, cancel) is { } pair
            ? View(PageOf(pair, new ReplaceForm { Version = pair.Version, From = clock.Today }, choices: await MentorsFor(pair, cancel)))
            : NotFound();

    [HttpPost("{pairId:id}/mentor")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Mentor(int pairId, ReplaceForm form, CancellationToken cancel)
    {
        if (await Find(pairId, cancel) is not { } pair)
            return NotFound();
        return await Submit(
            async () =>
            {
                db.ExpectWithParts(pair, form.Version);
                var places = new PairPlaces(db, OrganizationId, clock.Today);
                var from = form.From!.Value < pair.From ? pair.From : form.From.Value;
                pair.ReplaceMentor(await places.Mentor(form.MentorId, pair, from, pair.To, cancel), from, form.WholeReason(pair, from), clock.Today);
                await RefuseWithoutConsent(pair, from, cancel);
                await places.Save(cancel);
            },
            () => Saved("Наставник заменён. Прежний остался в истории пары.", pairId),
            async () => View(PageOf(pair, form, choices: await MentorsFor(pair, cancel))));
    }

    [HttpGet("{pairId:id}/mentees")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> AddMentee(int pairId, CancellationToken cancel) =>
        await Find(pairId, cancel) is { } pair
            ? View(PageOf(pair, new JoinForm { Version = pair.Version, From = clock.Today < pair.From ? pair.From : clock.Today }, choices: await MenteesFor(pair, cancel)))
            : NotFound();

    [HttpPost("{pairId:id}/mentees")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> AddMentee(int pairId, JoinForm form, CancellationToken cancel)
    {
        if (await Find(pairId, cancel) is not { } pair)
            return NotFound();
        return await Submit(
            async () =>
            {
                if (pair.CurrentMentor is not { } current)
                    throw new DomainException($"Действие невозможно: пара уже «{PairWords.Of(pair.State)}».");
                db.ExpectWithParts(pair, form.Version);
                var places = new PairPlaces(db, OrganizationId, clock.Today);
                var mentor = await places.Mentor(current.MentorId, pair, form.From!.Value, pair.To, cancel);
                pair.Join((await places.Mentees([form.Mentees!.Value], pair.FormId, pair.Id, cancel))[0], mentor, form.From.Value, clock.Today);
                await RefuseWithoutConsent(pair, form.From.Value, cancel);
                await places.Save(cancel);
            },
            () => Saved("Наставляемый добавлен.", pairId),
            async () => View(PageOf(pair, form, choices: await MenteesFor(pair, cancel))));
    }

    [HttpGet("{pairId:id}/mentees/{menteeId:id}/remove")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> RemoveMentee(int pairId, int menteeId, CancellationToken cancel) =>
        await Find(pairId, cancel) is { } pair && NameOf(pair, menteeId) is { } name
            ? View(PageOf(pair, new EndForm { Version = pair.Version, LastDay = LatestDay(pair) }, menteeId, name))
            : NotFound();

    [HttpPost("{pairId:id}/mentees/{menteeId:id}/remove")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> RemoveMentee(int pairId, int menteeId, EndForm form, CancellationToken cancel)
    {
        if (await Find(pairId, cancel) is not { } pair || NameOf(pair, menteeId) is not { } name)
            return NotFound();
        return await Change(pair, form.Version,
            () => pair.Remove(menteeId, Past(form.LastDay!.Value, LatestDay(pair)), form.Reason), "Наставляемый вышел из пары.",
            () => View(PageOf(pair, form, menteeId, name)), cancel);
    }

    private Task<IActionResult> Change(Pair pair, int version, Action change, string words, Func<IActionResult> again, CancellationToken cancel) => Submit(
        async () =>
        {
            db.ExpectWithParts(pair, version);
            change();
            await db.SaveChangesAsync(cancel);
        },
        () => Saved(words, pair.Id),
        () => Task.FromResult(again()));

    /// <summary>Today; of a pair that an order has fixed from a later day on, that day: it can be given up before it begins.</summary>
    private DateOnly LatestDay(Pair pair) => pair.State == PairState.Active && pair.From > clock.Today ? pair.From : clock.Today;

    private static DateOnly Past(DateOnly day, DateOnly latest) => day <= latest ? day : throw new DomainException("Последний день ещё не наступил. Запишите это, когда он придёт.", "LastDay");

    /// <summary>Nobody joins a pair at work without the consents that it needed at its beginning.</summary>
    private async Task RefuseWithoutConsent(Pair pair, DateOnly day, CancellationToken cancel)
    {
        if (pair.State != PairState.Active || pair.UnconfirmedUntil is not null)
            return;
        foreach (var person in pair.CurrentMentees.Select(m => m.Mentee!.Person!).Append(pair.CurrentMentor!.Mentor!.Person!))
            await db.Entry(person).Collection(p => p.Consents).LoadAsync(cancel);
        var rules = await db.ConsentRules.AsNoTracking().ToListAsync(cancel);
        var lacking = await mentors.Lacking([pair.CurrentMentor!.Mentor!], pair.OrganizationId, clock.Today, cancel);
        var missing = ConsentCheck.MissingFrom(pair, rules, day, clock.Today, lacking);
        if (missing.Count > 0)
            throw new DomainException($"Нет действующих согласий: {string.Join("; ", missing)}.");
    }

    private Task<IReadOnlyList<SelectListItem>> MentorsFor(Pair pair, CancellationToken cancel) =>
        PairChoice.Mentors(db, pair.OrganizationId, pair.Form!.MentorKind, clock.Today, cancel);

    private Task<IReadOnlyList<SelectListItem>> MenteesFor(Pair pair, CancellationToken cancel) =>
        PairChoice.Mentees(db, pair.OrganizationId, pair.FormId, pair.Form!.MenteeKind, clock.Today, cancel);

    private static string? NameOf(Pair pair, int menteeId) => pair.Mentees.Find(m => m.MenteeId == menteeId)?.Mentee!.Person!.Name.Full;

    private static PairFormPage<T> PageOf<T>(Pair pair, T form, int partId = 0, string? about = null, IReadOnlyList<SelectListItem>? choices = null) =>
        new(pair.Id, TitleOf(pair), form, partId, about, choices);

    private static string TitleOf(Pair pair)
    {
        var mentor = pair.Mentors.OrderBy(m => m.To is null ? 1 : 0).ThenBy(m => m.From).Last().Mentor!.Person!.Name;
        return $"{mentor.Short} – {string.Join(", ", pair.Mentees.Select(m => m.Mentee!.Person!.Name.Short).Distinct())}";
    }

    /// <summary>A pair of the curator's organization, with its people.</summary>
    private Task<Pair?> Find(int pairId, CancellationToken cancel) => db.Pairs.Include(p => p.Form)
        .Include(p => p.Mentors).ThenInclude(m => m.Mentor!.Person)
        .Include(p => p.Mentees).ThenInclude(m => m.Mentee!.Person)
        .AsSplitQuery().SingleOrDefaultAsync(p => p.Id == pairId, cancel);
}
