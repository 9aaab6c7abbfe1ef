using MentoringPortal.Data;
using MentoringPortal.Data.Audit;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.People;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Formats;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Enquiries;

/// <summary>The register of enquiries about personal data (152-ФЗ ст. 14, 20, 21): what was asked, by when it is answered, how it ended.</summary>
[Route("enquiries")]
public sealed class EnquiriesController(PortalDb db, MunicipalClock clock) : PortalController
{
    [HttpGet("")]
    [Access(Permission.KeepEnquiries)]
    public async Task<IActionResult> Index(EnquiryFilter filter, PageRequest paging, CancellationToken cancel)
    {
        ModelState.Clear();
        return View(await EnquiryList.Load(db, filter, paging, clock.Today, cancel));
    }

    [HttpGet("export.xlsx")]
    [Access(Permission.KeepEnquiries)]
    public async Task<IActionResult> Export(EnquiryFilter filter, CancellationToken cancel)
    {
        var rows = await EnquiryList.Rowwise(db, filter.Apply(db.Enquiries.OfReader(db.Scope), clock.Today)).ToListAsync(cancel);
        var words = PeopleWords.InWords(filter.Pills(await EnquiryList.OrganizationsOf(db, cancel)));
        var bytes = EnquiriesWorkbook.Render(rows, await db.Enquiries.OfReader(db.Scope).CountAsync(cancel), words, db.Scope.IsDepartment, clock.Today);
        await db.Record(AuditAction.Exported, nameof(Enquiry), detail: $"обращения о данных, {words}; строк: {rows.Count}", cancel: cancel);
        return new FileDownload(bytes, $"{clock.Today:yyyy-MM-dd} Обращения о данных.xlsx", FileKind.Xlsx);
    }

    /// <param name="personId">From his card: whose data are asked about.</param>
    /// <param name="cancel">Ends the reading.</param>
    [HttpGet("new")]
    [Access(Permission.KeepEnquiries)]
    public async Task<IActionResult> Create(int? personId, CancellationToken cancel)
    {
        ModelState.Clear();
        return View(await EnquiryPage.Load(db, null, new EnquiryForm { ReceivedOn = clock.Today, PersonId = personId }, cancel));
    }

    [HttpPost("new")]
    [Access(Permission.KeepEnquiries)]
    public Task<IActionResult> Create([Bind(Prefix = "Form")] EnquiryForm form, CancellationToken cancel)
    {
        Enquiry? enquiry = null;
        return Submit(
            async () => enquiry = await form.Add(db, clock.Today, cancel),
            () => Saved($"Обращение записано. Ответить нужно до {enquiry!.DueOn:dd.MM.yyyy} включительно.", enquiry.Id),
            async () => View(await EnquiryPage.Load(db, null, form, cancel)));
    }

    [HttpGet("{enquiryId:id}")]
    [Access(Permission.KeepEnquiries)]
    public async Task<IActionResult> Details(int enquiryId, CancellationToken cancel)
    {
        if (await Find(enquiryId, cancel) is not { } enquiry)
            return NotFound();
        await db.Record(AuditAction.Viewed, nameof(Enquiry), $"{enquiryId}", cancel: cancel);
        return View(await EnquiryCard.Load(db, enquiry, clock, cancel));
    }

    [HttpGet("{enquiryId:id}/edit")]
    [Access(Permission.KeepEnquiries)]
    public async Task<IActionResult> Edit(int enquiryId, CancellationToken cancel) =>
        await Find(enquiryId, cancel) is { IsOpen: true } enquiry ? View(await EnquiryPage.Load(db, enquiryId, EnquiryForm.Of(enquiry), cancel)) : NotFound();

    [HttpPost("{enquiryId:id}/edit")]
    [Access(Permission.KeepEnquiries)]
    public async Task<IActionResult> Edit(int enquiryId, [Bind(Prefix = "Form")] EnquiryForm form, CancellationToken cancel) =>
        await Find(enquiryId, cancel) is not { } enquiry ? NotFound() : await Submit(
            () => form.Save(db, enquiry, clock.Today, cancel),
            () => Saved($"Обращение сохранено. Ответить нужно до {enquiry.DueOn:dd.MM.yyyy} включительно.", enquiryId),
            async () => View(await EnquiryPage.Load(db, enquiryId, form, cancel)));

    [HttpGet("{enquiryId:id}/extend")]
    [Access(Permission.KeepEnquiries)]
    public async Task<IActionResult> Extend(int enquiryId, CancellationToken cancel) =>
        await Find(enquiryId, cancel) is { } enquiry && enquiry.CanExtend(clock.Today) ? View(await PageOf(enquiry, new ExtendForm { Version = enquiry.Version }, cancel)) : NotFound();

    [HttpPost("{enquiryId:id}/extend")]
    [Access(Permission.KeepEnquiries)]
    public async Task<IActionResult> Extend(int enquiryId, [Bind(Prefix = "Form")] ExtendForm form, CancellationToken cancel) =>
        await Find(enquiryId, cancel) is not { } enquiry ? NotFound() : await Submit(
            () => form.Save(db, enquiry, clock.Today, cancel),
            () => Saved($"Срок продлён до {enquiry.DueOn:dd.MM.yyyy} включительно. Направьте обратившемуся уведомление с причиной.", enquiryId),
            async () =>
            {
                db.ChangeTracker.Clear();
                return View(await PageOf((await Find(enquiryId, cancel))!, form, cancel));
            });

    [HttpGet("{enquiryId:id}/close")]
    [Access(Permission.KeepEnquiries)]
    public async Task<IActionResult> Close(int enquiryId, CancellationToken cancel) =>
        await Find(enquiryId, cancel) is { IsOpen: true } enquiry ? View(PageOf(enquiry, new CloseForm { Version = enquiry.Version, AnsweredOn = clock.Today })) : NotFound();

    [HttpPost("{enquiryId:id}/close")]
    [Access(Permission.KeepEnquiries)]
    public async Task<IActionResult> Close(int enquiryId, [Bind(Prefix = "Form")] CloseForm form, CancellationToken cancel) =>
        await Find(enquiryId, cancel) is not { } enquiry ? NotFound() : await Submit(
            () => form.Save(db, enquiry, clock.Today, cancel),
            () => Saved("Ответ записан, обращение закрыто.", enquiryId),
            () => Task.FromResult<IActionResult>(View(PageOf(enquiry, form))));

    private async Task<ExtendPage> PageOf(Enquiry enquiry, ExtendForm form, CancellationToken cancel) =>
        new(enquiry.Id, enquiry.DueOn, (await EnquiryForm.Settings(db, cancel)).Enquiries.Extension, form);

    private static ClosePage PageOf(Enquiry enquiry, CloseForm form) => new(enquiry.Id, enquiry.Kind, enquiry.ReceivedOn, enquiry.DueOn, form);

    private LocalRedirectResult Saved(string words, int enquiryId)
    {
        Notice(words);
        return LocalRedirect($"/enquiries/{enquiryId}");
    }

    /// <summary>What came to the reader's own organization: the department does not open a school's.</summary>
    private Task<Enquiry?> Find(int enquiryId, CancellationToken cancel)
    {
        var own = User.Actor().OrganizationId;
        return db.Enquiries.SingleOrDefaultAsync(e => e.Id == enquiryId && e.OrganizationId == own, cancel);
    }
}
