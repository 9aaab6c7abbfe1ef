using MentoringPortal.Data;
using MentoringPortal.Data.Accounts;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Applications;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.People;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Formats;
using MentoringPortal.Web.Security;
using MentoringPortal.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Applications;

/// <summary>«Анкета желающего»: handed in by a link without an account, decided on by the curator. An accepted one goes through the form of a new card.</summary>
[Route("applications")]
public sealed class ApplicationsController(PortalDb db, MunicipalClock clock, IConfiguration settings) : PortalController
{
    [HttpGet("")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Index(ApplicationFilter filter, PageRequest paging, CancellationToken cancel)
    {
        ModelState.Clear();
        return View(await ApplicationList.Load(db, filter, paging, clock.Today, cancel));
    }

    [HttpGet("links")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Links(CancellationToken cancel) => View(await LinksOf(new ApplicationLinkForm { Until = clock.Today.AddDays(14) }, cancel));

    /// <summary>The address is answered at once and not by a redirect: it is shown this once.</summary>
    [HttpPost("links")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Links(ApplicationLinkForm form, CancellationToken cancel)
    {
        var (code, hash) = SignInStore.NewLinkCode();
        var address = $"{settings["Portal:PublicUrl"]!.TrimEnd('/')}/applications/fill?code={code}";
        return await Submit(
            async () =>
            {
                db.ApplicationLinks.Add(new ApplicationLink(User.Actor().OrganizationId!.Value, form.Role!.Value, form.Kind!.Value, form.ClassName, hash, form.Until!.Value, form.Places!.Value, clock.Today));
                await db.SaveChangesAsync(cancel);
            },
            () => View("Link", new MadeLink(address, $"""
                {ApplicationWords.Title(form.Role!.Value)}: заполните до {form.Until:dd.MM.yyyy}.
                {address}
                """)),
            async () => View(await LinksOf(form, cancel)));
    }

    [HttpPost("links/{applicationLinkId:id}/revoke")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Revoke(int applicationLinkId, CancellationToken cancel)
    {
        if (await db.ApplicationLinks.SingleOrDefaultAsync(l => l.Id == applicationLinkId, cancel) is not { } link)
            return NotFound();
        db.Remove(link);
        await db.SaveChangesAsync(cancel);
        Notice("Ссылка отозвана: по ней больше ничего не открывается.");
        return LocalRedirect("/applications/links");
    }

    [HttpGet("blank.{paper:regex(^(docx|pdf)$)}")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Blank(string paper, ApplicantRole role, PersonKind kind, CancellationToken cancel)
    {
        var document = ApplicationPaper.Of(await db.Organizations.Select(o => o.ShortName).SingleAsync(cancel), role, kind, await TopicNames(cancel));
        return paper == "pdf" ? new FileDownload(Paper.Pdf.Render(document), "Анкета желающего.pdf", FileKind.Pdf) : new FileDownload(Paper.Docx.Render(document), "Анкета желающего.docx", FileKind.Docx);
    }

    [HttpGet("{applicationId:id}")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Details(int applicationId, CancellationToken cancel) =>
        await ApplicationCard.Load(db, applicationId, cancel) is { } card ? View(card) : NotFound();

    /// <summary>He is one of the organization's people already: his card gets the place in the bank.</summary>
    [HttpPost("{applicationId:id}/join")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Join(int applicationId, JoinForm form, CancellationToken cancel)
    {
        if (await Find(applicationId, cancel) is not { } application)
            return NotFound();
        return await Submit(
            async () =>
            {
                // The rule of the page: whoever has the applicant's name.
                var person = await db.People.Include(p => p.Mentee!.Topics).Include(p => p.Mentor!.Topics).Include(p => p.Mentor!.Availabilities).AsSplitQuery()
                    .SingleOrDefaultAsync(p => p.Id == form.PersonId && p.OrganizationId == application.OrganizationId && p.NameKey == application.NameKey, cancel)
                    ?? throw new DomainException("Выберите человека с таким же именем.", nameof(JoinForm.PersonId));
                application.Join(person, clock.Today);
                db.Remove(application);
                await db.SaveChangesAsync(cancel);
            },
            () =>
            {
                Notice("Анкета принята: карточка дополнена.");
                return LocalRedirect($"/people/{form.PersonId}");
            },
            async () => await ApplicationCard.Load(db, applicationId, cancel) is { } card ? View(nameof(Details), card) : NotFound());
    }

    [HttpPost("{applicationId:id}/decline")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Decline(int applicationId, CancellationToken cancel)
    {
        if (await Find(applicationId, cancel) is not { } application)
            return NotFound();
        db.Remove(application);
        await db.SaveChangesAsync(cancel);
        Notice("Анкета отклонена и удалена.");
        return LocalRedirect("/applications");
    }

    [HttpGet("fill")]
    [AllowAnonymous]
    [EnableRateLimiting(RatesRegistration.Answers)]
    public async Task<IActionResult> Fill(string? code, [FromServices] SecretLinks links, CancellationToken cancel)
    {
        ModelState.Clear();
        return await Open(code, links, cancel) is var (organization, link) ? View(await PageOf(organization, link, new ApplicationForm { Code = code }, cancel)) : Gone();
    }

    [HttpPost("fill")]
    [AllowAnonymous]
    [EnableRateLimiting(RatesRegistration.Answers)]
    public async Task<IActionResult> Fill(ApplicationForm form, [FromServices] SecretLinks links, CancellationToken cancel)
    {
        if (await Open(form.Code, links, cancel) is not var (organization, link))
            return Gone();
        return await Submit(
            async () =>
            {
                db.Applications.Add(form.Apply(link, (await db.Topics.Where(t => t.IsActive).Select(t => t.Id).ToListAsync(cancel)).ToHashSet(), clock.Today));
                await TakePlace(link, cancel);
            },
            () => LocalRedirect("/applications/thanks"),
            async () => View(await PageOf(organization, link, form, cancel)));
    }

    [HttpGet("thanks")]
    [AllowAnonymous]
    public IActionResult Thanks() => View();

    /// <summary>A class answers at once: whoever meets another on the link's row takes the next place, until there is none.</summary>
    private async Task TakePlace(ApplicationLink link, CancellationToken cancel)
    {
        while (true)
        {
            link.Take(clock.Today);
            try
            {
                await db.SaveChangesAsync(cancel);
                return;
            }
            catch (DbUpdateConcurrencyException)
            {
                await db.Entry(link).ReloadAsync(cancel);
                if (db.Entry(link).State == EntityState.Detached)
                    throw new DomainException("Ссылку только что отозвали.");
            }
        }
    }

    /// <summary>From here on the request acts within the one row that the address opens.</summary>
    private async Task<(string Organization, ApplicationLink Link)?> Open(string? code, SecretLinks links, CancellationToken cancel)
    {
        if (await links.FindApplications(code, cancel) is not { } linked)
            return null;
        HttpContext.Features.Set(linked.Row);
        return await db.ApplicationLinks.SingleOrDefaultAsync(cancel) is { } link ? (linked.Organization, link) : null;
    }

    private ViewResult Gone()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View(nameof(Gone));
    }

    private async Task<FillPage> PageOf(string organization, ApplicationLink link, ApplicationForm form, CancellationToken cancel) =>
        new(organization, link.Role, link.Kind, link.ClassName, await PeopleChoices.TopicItems(db, cancel), form);

    private async Task<LinksPage> LinksOf(ApplicationLinkForm form, CancellationToken cancel) => new(
        await db.ApplicationLinks.OrderBy(l => l.Until).ThenBy(l => l.Id).Select(l => new LinkRow(l.Id, l.Role, l.Kind, l.ClassName, l.Until, l.Taken, l.Places)).ToListAsync(cancel), form);

    private Task<List<string>> TopicNames(CancellationToken cancel) => db.Topics.Where(t => t.IsActive).OrderBy(t => t.Name).Select(t => t.Name).ToListAsync(cancel);

    private Task<Application?> Find(int applicationId, CancellationToken cancel) => db.Applications.SingleOrDefaultAsync(a => a.Id == applicationId, cancel);
}
