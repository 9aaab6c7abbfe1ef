using MentoringPortal.Data;
using MentoringPortal.Data.Audit;
using MentoringPortal.Domain;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Pairs;
using MentoringPortal.Web.Features.People;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Formats;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Mentors;

/// <summary>The bank of mentors, the municipal base of those offered to all, and the requests between organizations.</summary>
[Route("mentors")]
public sealed class MentorsController(PortalDb db, LentPlaces lent, MunicipalClock clock) : PortalController
{
    [HttpGet("")]
    [Access(Permission.ReadPeople)]
    public async Task<IActionResult> Index(MentorFilter filter, PageRequest paging, CancellationToken cancel)
    {
        ModelState.Clear();
        return View(await MentorList.Load(db, filter, paging, clock.Today, cancel));
    }

    [HttpGet("export.xlsx")]
    [Access(Permission.ReadPeople)]
    public async Task<IActionResult> Export(MentorFilter filter, CancellationToken cancel)
    {
        var actor = User.Actor();
        var rows = await MentorList.Rowwise(db, filter, clock.Today, cancel);
        var all = await new MentorFilter { Scope = filter.Scope, State = PeopleFilter.All }.Apply(MentorList.Bank(db, filter), actor, clock.Today).CountAsync(cancel);
        var pills = filter.Pills(await PeopleChoices.Load(db, actor, cancel));
        var bytes = MentorsWorkbook.Render(rows, all, PeopleWords.InWords(pills, "в базе сейчас"), clock.Today, filter.IsMunicipal);
        await db.Record(AuditAction.Exported, nameof(Mentor), detail: $"наставники, отборов: {pills.Count}; строк: {rows.Count}", cancel: cancel);
        return new FileDownload(bytes, $"{clock.Today:yyyy-MM-dd} Наставники.xlsx", FileKind.Xlsx);
    }

    [HttpGet("{mentorId:id}/offer")]
    [Access(Permission.WritePeople)]
    public async Task<IActionResult> Offer(int mentorId, CancellationToken cancel) =>
        await OwnMentor(mentorId, cancel) is { } mentor ? View(new OfferPage(mentor, new OfferForm())) : NotFound();

    [HttpPost("{mentorId:id}/offer")]
    [Access(Permission.WritePeople)]
    public async Task<IActionResult> Offer(int mentorId, OfferForm form, CancellationToken cancel)
    {
        if (await OwnMentor(mentorId, cancel) is not { } mentor)
            return NotFound();
        return await Submit(
            async () =>
            {
                var row = await db.Mentors.Include(m => m.Person).SingleAsync(m => m.Id == mentorId, cancel);
                var owner = await db.Organizations.SingleAsync(o => o.Id == row.OrganizationId, cancel);
                db.MentorOffers.Add(new MentorOffer(row, owner, form.Places!.Value, form.Note?.Trim(), clock.Today));
                await db.SaveChangesAsync(cancel);
            },
            () => Saved("Наставник в муниципальной базе: его видят другие организации.", $"/people/{mentor.PersonId}"),
            () => Task.FromResult<IActionResult>(View(new OfferPage(mentor, form))));
    }

    [HttpPost("{mentorId:id}/withdraw")]
    [Access(Permission.WritePeople)]
    public async Task<IActionResult> Withdraw(int mentorId, CancellationToken cancel)
    {
        if (await OwnMentor(mentorId, cancel) is not { } mentor)
            return NotFound();
        // Pressed twice, it is withdrawn once.
        (await OpenOffer.Of(db, mentorId, cancel))?.Withdraw(clock.Today);
        await db.SaveChangesAsync(cancel);
        return Saved("Наставник больше не предлагается другим организациям. Кто ждал ответа, увидит, что предложение отозвано; отданные места остаются.", $"/people/{mentor.PersonId}");
    }

    [HttpGet("{mentorId:id}/request")]
    [Access(Permission.RequestMentors)]
    public async Task<IActionResult> Ask(int mentorId, CancellationToken cancel) =>
        await OfferedMentor.Load(db, mentorId, cancel) is { } mentor ? View(new RequestPage(mentor, new RequestForm())) : NotFound();

    [HttpPost("{mentorId:id}/request")]
    [Access(Permission.RequestMentors)]
    public async Task<IActionResult> Ask(int mentorId, RequestForm form, CancellationToken cancel)
    {
        if (await OfferedMentor.Load(db, mentorId, cancel) is not { } mentor)
            return NotFound();
        return await Submit(
            async () =>
            {
                var asker = await db.Organizations.Where(o => o.Id == User.Actor().OrganizationId).Select(o => o.ShortName).SingleAsync(cancel);
                var offer = await db.MentorOffers.SingleOrDefaultAsync(o => o.MentorId == mentorId && o.WithdrawnOn == null, cancel)
                    ?? throw new DomainException("Наставника сейчас не предлагают другим организациям.");
                db.MentorRequests.Add(new MentorRequest(offer, User.Actor().OrganizationId!.Value, asker, form.Places!.Value, form.Message?.Trim(), clock.Today));
                await db.SaveChangesAsync(cancel);
            },
            () => Saved("Запрос отправлен. Ответ появится на этой странице.", "/mentors/requests"),
            () => Task.FromResult<IActionResult>(View(new RequestPage(mentor, form))));
    }

    [HttpGet("requests")]
    [Access(Permission.ReadPeople)]
    public async Task<IActionResult> Requests(CancellationToken cancel) => View(await RequestList.Load(db, lent, cancel));

    [HttpPost("requests/{mentorRequestId:id}/accept")]
    [Access(Permission.WritePeople)]
    public async Task<IActionResult> Accept(int mentorRequestId, CancellationToken cancel)
    {
        if (await Asked(mentorRequestId, cancel) is not { } request)
            return NotFound();
        return await Submit(
            async () =>
            {
                request.Accept(clock.Today, await PairPlaces.Taken(db, request.Offer!.MentorId, request.OwnerOrganizationId, 0, cancel));
                await db.SaveChangesAsync(cancel);
            },
            () => Saved("Наставник теперь доступен организации, которая его просила.", "/mentors/requests"),
            async () => View(nameof(Requests), await RequestList.Load(db, lent, cancel)));
    }

    [HttpPost("requests/{mentorRequestId:id}/decline")]
    [Access(Permission.WritePeople)]
    public async Task<IActionResult> Decline(int mentorRequestId, DeclineForm form, CancellationToken cancel)
    {
        if (await Asked(mentorRequestId, cancel) is not { } request)
            return NotFound();
        return await Submit(
            async () =>
            {
                request.Decline(form.Reason, clock.Today);
                await db.SaveChangesAsync(cancel);
            },
            () => Saved("Отказ отправлен.", "/mentors/requests"),
            async () => View(nameof(Requests), await RequestList.Load(db, lent, cancel)));
    }

    /// <summary>The lent places that no pair uses come back to the owner.</summary>
    [HttpPost("requests/{mentorRequestId:id}/return")]
    [Access(Permission.WritePeople)]
    public async Task<IActionResult> TakeBack(int mentorRequestId, CancellationToken cancel)
    {
        if (await Asked(mentorRequestId, cancel) is not { } request)
            return NotFound();
        var (back, asker) = (0, request.OrganizationId!.Value);
        return await Submit(
            async () =>
            {
                // The places are read before the pairs are counted: a pair made between the two moves their version.
                var mentor = request.Offer!.Mentor!;
                back = request.TakeBack((await lent.Taken([mentor.Id], cancel)).GetValueOrDefault((mentor.Id, asker)));
                // Who has no place of his and never had a pair with him sees his name no longer.
                if (mentor.Availabilities.Single(a => a.OrganizationId == asker) is { Places: 0 } empty && !await lent.WereUsed(mentor.Id, asker, cancel))
                    db.Remove(empty);
                await new PairPlaces(db, asker, clock.Today).Save(cancel);
            },
            () => Saved($"Места вернулись: {back}.", "/mentors/requests"),
            async () => View(nameof(Requests), await RequestList.Load(db, lent, cancel)));
    }

    private LocalRedirectResult Saved(string words, string address)
    {
        Notice(words);
        return LocalRedirect(address);
    }

    /// <summary>A mentor whom the reader may offer: of his own organization, or of a partner for the department.</summary>
    private async Task<OfferedMentor?> OwnMentor(int mentorId, CancellationToken cancel) =>
        await OfferedMentor.Load(db, mentorId, cancel) is { } mentor && await PeopleRights.MayWrite(db, mentor.OrganizationId, cancel) ? mentor : null;

    private async Task<MentorRequest?> Asked(int mentorRequestId, CancellationToken cancel)
    {
        var request = await db.MentorRequests.Include(r => r.Offer!.Mentor!.Availabilities).SingleOrDefaultAsync(r => r.Id == mentorRequestId, cancel);
        return request is not null && await PeopleRights.MayWrite(db, request.OwnerOrganizationId, cancel) ? request : null;
    }
}
