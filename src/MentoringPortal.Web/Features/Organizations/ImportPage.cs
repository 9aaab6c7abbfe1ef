using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using MentoringPortal.Data;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Organizations;

/// <summary>Rows pasted from Excel; they travel in the form, and nothing is kept until they are saved.</summary>
public sealed class ImportForm
{
    private const int LongestPaste = 1_000_000;

    [Required(ErrorMessage = "Вставьте строки из Excel."), StringLength(LongestPaste), Display(Name = "Строки из Excel")]
    public string? Text { get; set; }

    /// <summary>What the preview showed, as a hash: saving what was not shown is refused.</summary>
    [StringLength(64)]
    public string? Seen { get; set; }
}

/// <summary>GET and POST /organizations/import, POST /organizations/import/save</summary>
public sealed record ImportPage(ImportForm Form, OrganizationImport? Plan)
{
    public string? Seen => Plan is null ? null : Fingerprint(Plan);

    /// <exception cref="DomainException">Nothing to read, or too much.</exception>
    public static async Task<ImportPage> Preview(PortalDb db, ImportForm form, CancellationToken cancel) =>
        new(form, OrganizationImport.Plan(form.Text ?? "", await db.Organizations.ToListAsync(cancel)));

    /// <summary>Writes what the preview showed and says so.</summary>
    /// <exception cref="DomainException">The list has changed since the preview; look again.</exception>
    public async Task<string> Save(PortalDb db, CancellationToken cancel)
    {
        var plan = Plan!;
        if (Form.Seen != Seen)
            throw new DomainException("Пока вы смотрели, список организаций изменился. Проверьте строки ещё раз.", nameof(Form.Text));
        foreach (var row in plan.Rows.Where(r => r.Verdict is ImportVerdict.Create or ImportVerdict.Update))
        {
            var organization = row.Target ?? db.Organizations.Add(new Organization()).Entity;
            row.ApplyTo(organization);
        }
        await db.SaveChangesAsync(cancel);
        var errors = plan.Rows.Where(r => r.Verdict == ImportVerdict.Error).Select(r => r.Number).ToList();
        return $"Создано: {plan.Count(ImportVerdict.Create)}, обновлено: {plan.Count(ImportVerdict.Update)}, без изменений: {plan.Count(ImportVerdict.Skip)}."
            + (errors.Count == 0 ? "" : $" Не загружены строки с ошибками: {string.Join(", ", errors.Take(50))}.");
    }

    private static string Fingerprint(OrganizationImport plan)
    {
        var text = string.Join('\n', plan.Rows.Select(r => $"{r.Number}|{r.Verdict}|{r.Target?.Id}|{r.Target?.Version}|{string.Join('\t', r.Source.Cells)}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
