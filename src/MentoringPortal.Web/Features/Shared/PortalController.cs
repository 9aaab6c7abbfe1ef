using System.Globalization;
using MentoringPortal.Data;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace MentoringPortal.Web.Features.Shared;

/// <summary>What every controller of the portal says alike: a form saved or shown again, a notice after a redirect.</summary>
public abstract class PortalController : Controller
{
    /// <summary>They travel in a cookie: a hundred names would make one that the server refuses.</summary>
    private const int LongestNotice = 500;

    /// <summary>Words shown once on the next page.</summary>
    protected void Notice(string text) => TempData["Notice"] = text.Length <= LongestNotice ? text : text[..LongestNotice] + "…";

    /// <summary>
    /// Runs a write and goes on, or shows the form again (422) with everything typed: wrong fields, refusals of the domain, a row that
    /// somebody else has changed meanwhile (409, with both versions).
    /// </summary>
    protected async Task<IActionResult> Submit(Func<Task> write, Func<IActionResult> done, Func<Task<IActionResult>> again)
    {
        if (ModelState.IsValid)
        {
            try
            {
                await write();
                return done();
            }
            catch (DomainException refusal)
            {
                ModelState.AddModelError(KeyOf(refusal.Field), refusal.Message);
            }
            catch (DbUpdateConcurrencyException conflict) when (conflict.Entries[0].Entity is IVersioned)
            {
                await ShowConflict(conflict.Entries[0]);
                Response.StatusCode = StatusCodes.Status409Conflict;
                return await again();
            }
        }
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await again();
    }

    /// <summary>The domain names its own field; a form may have it under a prefix («Form.Person.BirthDate»).</summary>
    private string KeyOf(string? field)
    {
        if (field is null || ModelState.ContainsKey(field))
            return field ?? "";
        return ModelState.Keys.FirstOrDefault(k => k.EndsWith("." + field, StringComparison.Ordinal))
            ?? (ModelState.Keys.Any(k => k.StartsWith("Form.", StringComparison.Ordinal)) ? "Form." + field : field);
    }

    /// <summary>Both versions above the form, and the stored row's version in it: the next save is made knowingly.</summary>
    private async Task ShowConflict(EntityEntry entry)
    {
        var conflict = await EditConflict.Of(entry, HttpContext.RequestServices.GetRequiredService<MunicipalClock>());
        ViewData["Conflict"] = conflict;
        var version = conflict.StoredVersion.ToString(CultureInfo.InvariantCulture);
        foreach (var field in ModelState.Keys.Where(k => k.Split('.')[^1] is nameof(IVersioned.Version)).ToList())
            ModelState.SetModelValue(field, version, version);
    }
}

/// <summary>Checks a form's version against the row at the moment of saving.</summary>
public static class Versions
{
    public static void Expect<T>(this PortalDb db, T row, int version) where T : class, IVersioned =>
        db.Entry(row).Property(r => r.Version).OriginalValue = version;

    /// <summary>The same where the changes lie in the row's parts: the row itself is saved too, so that its version guards them.</summary>
    public static void ExpectWithParts<T>(this PortalDb db, T row, int version) where T : class, IVersioned
    {
        db.Expect(row, version);
        db.Entry(row).Property(r => r.Version).IsModified = true;
    }
}
