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

namespace MentoringPortal.Web.Features.Mentees;

/// <summary>The bank of mentees; each one's card is the person's.</summary>
[Route("mentees")]
public sealed class MenteesController(PortalDb db, MunicipalClock clock) : PortalController
{
    [HttpGet("")]
    [Access(Permission.ReadPeople)]
    public async Task<IActionResult> Index(MenteeFilter filter, PageRequest paging, CancellationToken cancel)
    {
        ModelState.Clear();
        return View(await MenteeList.Load(db, filter, paging, clock.Today, cancel));
    }

    [HttpGet("export.xlsx")]
    [Access(Permission.ReadPeople)]
    public async Task<IActionResult> Export(MenteeFilter filter, CancellationToken cancel)
    {
        var actor = User.Actor();
        var rows = await MenteeList.Rowwise(db, filter, clock.Today, cancel);
        var all = await new MenteeFilter { State = PeopleFilter.All }.Apply(db.People, actor, clock.Today).CountAsync(cancel);
        var pills = filter.Pills(await PeopleChoices.Load(db, actor, cancel));
        var bytes = MenteesWorkbook.Render(rows, all, PeopleWords.InWords(pills, "в базе сейчас"), clock.Today, isOwn: actor.Role == Role.Curator);
        // The words of a search are names: the journal keeps that there was one.
        await db.Record(AuditAction.Exported, nameof(Mentee), detail: $"наставляемые, отборов: {pills.Count}; строк: {rows.Count}", cancel: cancel);
        return new FileDownload(bytes, $"{clock.Today:yyyy-MM-dd} Наставляемые.xlsx", FileKind.Xlsx);
    }
}
