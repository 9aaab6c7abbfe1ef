using MentoringPortal.Data.Audit;
using MentoringPortal.Data.Privacy;
using MentoringPortal.Domain.People;
using MentoringPortal.Web.Formats;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.People;

/// <summary>The rights of a person to the own data (152-ФЗ ст. 14, 21): who sees them, a copy of them, their destruction.</summary>
public sealed partial class PeopleController
{
    [HttpGet("{personId:id}/readers")]
    [Access(Permission.WritePeople)]
    public async Task<IActionResult> Readers(int personId, CancellationToken cancel)
    {
        // Nobody reads the data of one without a name: they were destroyed.
        var place = await db.People.Where(p => p.Id == personId && p.NameKey != "").Select(p => new { p.OrganizationId }).SingleOrDefaultAsync(cancel);
        return place is not null && await PeopleRights.MayWrite(db, place.OrganizationId, cancel) ? View(await DataReaders.Load(db, personId, isOwn: false, cancel)) : NotFound();
    }

    /// <summary>The mentor's own page: of himself and nobody else.</summary>
    [HttpGet("own")]
    [Access(Permission.ReadOwnData)]
    public async Task<IActionResult> Own(CancellationToken cancel)
    {
        var me = User.Actor().UserId;
        var personId = await db.Mentors.Where(m => m.UserId == me).Select(m => (int?)m.PersonId).SingleOrDefaultAsync(cancel);
        return personId is { } id ? View(nameof(Readers), await DataReaders.Load(db, id, isOwn: true, cancel)) : View("NoOwn");
    }

    [HttpGet("{personId:id}/data.{paper:regex(^(docx|json)$)}")]
    [Access(Permission.WritePeople)]
    public async Task<IActionResult> ExportData(int personId, string paper, CancellationToken cancel)
    {
        if (await FindRows(personId, cancel) is not { } rows)
            return NotFound();
        await db.Record(AuditAction.Exported, nameof(Person), $"{personId}", $"все сведения о человеке, {paper}", cancel: cancel);
        // The name of the file names nobody: it lies in the folder of downloads for years.
        var name = $"{clock.Today:yyyy-MM-dd} Сведения о человеке {personId}.{paper}";
        return paper == "json"
            ? new FileDownload(new MemoryStream(PersonExport.Json(db, rows, clock.UtcNow), writable: false), name, "application/json")
            : new FileDownload(Paper.Docx.Render(PersonExport.Document(db, rows, await OperatorOf(rows, cancel), clock)), name, FileKind.Docx);
    }

    [HttpGet("{personId:id}/erase")]
    [Access(Permission.WritePeople)]
    public async Task<IActionResult> Erase(int personId, CancellationToken cancel) =>
        await FindRows(personId, cancel) is { } rows ? View(ErasePage.Of(rows, new EraseForm { Version = rows.Person.Version })) : NotFound();

    [HttpGet("{personId:id}/erase/act.docx")]
    [Access(Permission.WritePeople)]
    public async Task<IActionResult> EraseAct(int personId, CancellationToken cancel)
    {
        if (await FindRows(personId, cancel) is not { } rows)
            return NotFound();
        await db.Record(AuditAction.Exported, nameof(Person), $"{personId}", "акт об уничтожении", cancel: cancel);
        return new FileDownload(Paper.Docx.Render(DestructionAct.Of(rows, await OperatorOf(rows, cancel), clock.Today)), $"{clock.Today:yyyy-MM-dd} Акт об уничтожении {personId}.docx", FileKind.Docx);
    }

    [HttpPost("{personId:id}/erase")]
    [Access(Permission.WritePeople)]
    public async Task<IActionResult> Erase(int personId, EraseForm form, [FromServices] PersonEraser eraser, [FromServices] FileStore store, CancellationToken cancel)
    {
        if (await FindRows(personId, cancel) is not { } rows)
            return NotFound();
        return await Submit(
            async () =>
            {
                form.Check();
                foreach (var file in await eraser.Erase(personId, form.Version, form.Reason!.Value, User.Actor(), clock.Today, cancel))
                    store.Delete(file);
            },
            () => Saved("Данные уничтожены. Безымянная запись осталась для статистики.", personId),
            () => Task.FromResult<IActionResult>(View(ErasePage.Of(rows, form))));
    }

    /// <summary>Everything of a person whom the reader may change.</summary>
    private async Task<PersonRows?> FindRows(int personId, CancellationToken cancel) =>
        await Find(personId, cancel) is not null ? await PersonRows.Load(db, personId, cancel) : null;

    private Task<string> OperatorOf(PersonRows rows, CancellationToken cancel) =>
        db.Organizations.Where(o => o.Id == rows.Person.OrganizationId).Select(o => o.FullName).SingleAsync(cancel);
}
