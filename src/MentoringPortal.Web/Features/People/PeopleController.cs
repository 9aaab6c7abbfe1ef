using MentoringPortal.Data;
using MentoringPortal.Data.Audit;
using MentoringPortal.Domain;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Applications;
using MentoringPortal.Web.Features.Mentors;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Features.Transfers;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.People;

/// <summary>The card of a person, whatever the roles; every opening of it is on record.</summary>
[Route("people")]
public sealed partial class PeopleController(PortalDb db, MunicipalClock clock) : PortalController
{
    [HttpGet("{personId:id}")]
    [Access(Permission.ReadPeople)]
    public async Task<IActionResult> Details(int personId, CancellationToken cancel)
    {
        if (await PersonCard.Load(db, personId, false, clock, cancel) is not { } card)
            return NotFound();
        await db.Record(AuditAction.Viewed, nameof(Person), $"{personId}", cancel: cancel);
        return View(card);
    }

    /// <summary>«Показать»: the department reads a pupil's full name and says why.</summary>
    [HttpPost("{personId:id}/reveal")]
    [Access(Permission.RevealPeople)]
    public async Task<IActionResult> Reveal(int personId, RevealForm form, CancellationToken cancel)
    {
        if (await PersonCard.Load(db, personId, ModelState.IsValid, clock, cancel) is not { } card)
            return NotFound();
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(nameof(Details), card);
        }
        await db.Record(AuditAction.Revealed, nameof(Person), $"{personId}", form.Reason!.Trim(), cancel: cancel);
        return View(nameof(Details), card);
    }

    [HttpGet("new")]
    [Access(Permission.WritePeople)]
    public async Task<IActionResult> Create(string? bank, int? applicationId, int? transferId, CancellationToken cancel)
    {
        ModelState.Clear();
        var form = new NewPersonForm { Bank = bank };
        if (applicationId is not null)
        {
            if (await db.Applications.AsNoTracking().SingleOrDefaultAsync(a => a.Id == applicationId, cancel) is not { } application)
                return NotFound();
            form = ApplicationCard.ToForm(application, clock.Today);
        }
        else if (transferId is not null)
        {
            if (await Coming(transferId.Value, cancel) is not { } transfer)
                return NotFound();
            form = TransferCard.ToForm(transfer);
        }
        Fitted(form);
        IReadOnlyList<Namesake> namesakes = form.Person.Surname.Length > 0 ? await NewPersonPage.FindNamesakes(db, db.Scope.OrganizationId, form.Person.Name(), cancel) : [];
        return View(await NewPersonPage.Load(db, form, namesakes, clock.Today, cancel));
    }

    [HttpPost("new")]
    [Access(Permission.WritePeople)]
    public async Task<IActionResult> Create(NewPersonForm form, CancellationToken cancel)
    {
        Fitted(form);
        IReadOnlyList<Namesake> namesakes = [];
        var person = 0;
        return await Submit(
            async () =>
            {
                var organization = User.Actor().OrganizationId ?? form.OrganizationId;
                if (!await PeopleRights.MayWrite(db, organization, cancel))
                    throw new DomainException("Выберите партнёра.", nameof(form.OrganizationId));
                namesakes = await NewPersonPage.FindNamesakes(db, organization!.Value, form.Person.Name(), cancel);
                if (namesakes.Count > 0 && !form.IsAnother)
                    throw new DomainException("Человек с таким именем уже есть: сравните карточки ниже.");
                person = await Add(form, organization.Value, cancel);
            },
            () => Saved(form.IsMentor ? "Наставник добавлен в базу." : "Наставляемый добавлен в базу.", person),
            async () => View(await NewPersonPage.Load(db, form, namesakes, clock.Today, cancel)));
    }

    [HttpGet("{personId:id}/edit")]
    [Access(Permission.WritePeople)]
    public async Task<IActionResult> Edit(int personId, CancellationToken cancel) =>
        await Find(personId, cancel) is { } person
            ? View(new EditPersonPage(personId, person.Name.Full, new EditPersonForm { Version = person.Version, Person = PersonFields.Of(person) }))
            : NotFound();

    [HttpPost("{personId:id}/edit")]
    [Access(Permission.WritePeople)]
    public async Task<IActionResult> Edit(int personId, EditPersonForm form, CancellationToken cancel)
    {
        if (await Find(personId, cancel) is not { } person)
            return NotFound();
        var name = person.Name.Full;
        return await Submit(
            async () =>
            {
                db.Expect(person, form.Version);
                form.Person.ApplyTo(person, clock.Today);
                await db.SaveChangesAsync(cancel);
            },
            () => Saved("Карточка сохранена.", personId),
            () => Task.FromResult<IActionResult>(View(new EditPersonPage(personId, name, form))));
    }

    [HttpGet("{personId:id}/leave")]
    [Access(Permission.WritePeople)]
    public async Task<IActionResult> Leave(int personId, [FromServices] SchoolDirectory schools, CancellationToken cancel) =>
        await Find(personId, cancel) is { LeftOn: null } person
            ? View(await LeavePageOf(person, new LeaveForm { Version = person.Version, LastDay = clock.Today }, schools, cancel))
            : NotFound();

    [HttpPost("{personId:id}/leave")]
    [Access(Permission.WritePeople)]
    public async Task<IActionResult> Leave(int personId, LeaveForm form, [FromServices] SchoolDirectory schools, CancellationToken cancel)
    {
        if (await Find(personId, cancel) is not { } person)
            return NotFound();
        return await Submit(
            async () =>
            {
                if (await CurrentPairs(person, cancel) > 0)
                    throw new DomainException("Сначала завершите пары этого человека или замените его в них.");
                db.Expect(person, form.Version);
                if (form.LastDay > clock.Today)
                    throw new DomainException("Последний день ещё не наступил. Отметьте выбытие, когда он придёт.", nameof(form.LastDay));
                person.Leave(form.LastDay!.Value);
                (await OpenOffer.Of(db, person.Mentor?.Id, cancel))?.Withdraw(clock.Today);
                if (form.ToOrganizationId is { } to)
                    db.Add(await TransferTo(person, to, schools, cancel));
                await db.SaveChangesAsync(cancel);
            },
            () => Saved("Человек отмечен как выбывший. Его прошлые пары остались в истории.", personId),
            async () => View(await LeavePageOf(person, form, schools, cancel)));
    }

    [HttpPost("{personId:id}/return")]
    [Access(Permission.WritePeople)]
    public async Task<IActionResult> Return(int personId, CancellationToken cancel)
    {
        if (await Find(personId, cancel) is not { } person)
            return NotFound();
        person.Return();
        // Who is back goes nowhere.
        db.RemoveRange(await db.Transfers.Where(t => t.PersonId == personId && t.OrganizationId == person.OrganizationId).ToListAsync(cancel));
        await db.SaveChangesAsync(cancel);
        return Saved("Человек снова в организации. Верните ему место в базе, если оно нужно.", personId);
    }

    /// <summary>Department and curators alike add to the bank that fits them: the department keeps mentors of partners alone.</summary>
    private NewPersonForm Fitted(NewPersonForm form)
    {
        if (User.Actor().Role == Role.Department)
            form.Bank = NewPersonForm.Mentors;
        form.Person.Kind ??= form.IsMentor && User.Actor().Role == Role.Department ? PersonKind.Specialist : null;
        return form;
    }

    private async Task<int> Add(NewPersonForm form, int organizationId, CancellationToken cancel)
    {
        var person = form.Person.Create(organizationId, clock.Today);
        if (form.IsMentor)
            form.Mentor!.ApplyTo(new Mentor(person, clock.Today, form.Mentor.Capacity!.Value), takenAtHome: 0);
        else
            form.Mentee!.ApplyTo(new Mentee(person, clock.Today));
        db.People.Add(person);
        if (form.ApplicationId is { } applicationId)
            db.Remove(await db.Applications.SingleOrDefaultAsync(a => a.Id == applicationId, cancel) ?? throw new DomainException("Анкету уже разобрали."));
        if (form.TransferId is { } transferId)
            db.Remove(await Coming(transferId, cancel) ?? throw new DomainException("По этому переводу уже ответили, или его отозвали."));
        await db.SaveChangesAsync(cancel);
        return person.Id;
    }

    /// <summary>A pupil who comes from another school and is waited for.</summary>
    private Task<Transfer?> Coming(int transferId, CancellationToken cancel) =>
        db.Transfers.SingleOrDefaultAsync(t => t.Id == transferId && t.ToOrganizationId == db.Scope.OrganizationId && !t.IsRefused, cancel);

    private async Task<LeavePage> LeavePageOf(Person person, LeaveForm form, SchoolDirectory schools, CancellationToken cancel) => new(person.Id, person.Name.Full, await CurrentPairs(person, cancel),
        person.Kind == PersonKind.Pupil ? [.. (await schools.Others(person.OrganizationId!.Value, cancel)).Select(o => new SelectListItem(o.ShortName, $"{o.Id}"))] : [],
        person.Mentor?.Availabilities.Exists(a => a.OrganizationId != person.OrganizationId && a.Places > 0) == true, form);

    /// <summary>To a school of the directory, from one that is named as it names itself.</summary>
    private async Task<Transfer> TransferTo(Person person, int organizationId, SchoolDirectory schools, CancellationToken cancel)
    {
        var to = (await schools.Others(person.OrganizationId!.Value, cancel)).FirstOrDefault(o => o.Id == organizationId) ?? throw new DomainException("Выберите школу из списка.", nameof(LeaveForm.ToOrganizationId));
        return new Transfer(person, await db.Organizations.Where(o => o.Id == person.OrganizationId).Select(o => o.ShortName).SingleAsync(cancel), to, clock.Today);
    }

    /// <summary>Of his own organization: pairs of others, to whom he was lent, are theirs to end.</summary>
    private Task<int> CurrentPairs(Person person, CancellationToken cancel) => db.Pairs.CountAsync(p => p.OrganizationId == person.OrganizationId
        && (p.Mentors.Any(m => m.To == null && m.Mentor!.PersonId == person.Id) || p.Mentees.Any(m => m.To == null && m.Mentee!.PersonId == person.Id)), cancel);

    private LocalRedirectResult Saved(string words, int personId)
    {
        Notice(words);
        return LocalRedirect($"/people/{personId}");
    }

    /// <summary>A person whom the reader may change, with both places in the bank; one whose data were destroyed is changed no more.</summary>
    private async Task<Person?> Find(int personId, CancellationToken cancel)
    {
        var person = await db.People.Include(p => p.Mentee!.Topics).Include(p => p.Mentor!.Topics).Include(p => p.Mentor!.Availabilities)
            .AsSplitQuery().SingleOrDefaultAsync(p => p.Id == personId, cancel);
        return person is { IsErased: false } && await PeopleRights.MayWrite(db, person.OrganizationId, cancel) ? person : null;
    }
}
