using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Data.Configurations;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Programmes;

/// <param name="Owner">Short name of the organization; null for the department's own, which serve all.</param>
/// <param name="MayWrite">It is the reader's own.</param>
public sealed record ProgrammeRow(int Id, string Name, string Form, Contour Contour, DateOnly? From, DateOnly? To, string? Owner, bool HasOpinion, int Pairs, bool MayWrite);

/// <summary>GET /programmes: an organization's own and the department's.</summary>
public sealed record ProgrammeList(IReadOnlyList<ProgrammeRow> Rows)
{
    public static async Task<ProgrammeList> Load(PortalDb db, CancellationToken cancel)
    {
        var own = db.Scope.Actor!.OrganizationId;
        var rows = await db.Programmes.AsNoTracking().Include(p => p.Form).Select(p => new
        {
            Programme = p,
            p.Form,
            Owner = db.Organizations.Where(o => o.Id == p.OrganizationId).Select(o => o.ShortName).FirstOrDefault(),
            Pairs = db.Pairs.Count(x => x.ProgrammeId == p.Id),
        }).ToListAsync(cancel);
        return new(
        [
            .. rows.Select(r => new ProgrammeRow(r.Programme.Id, r.Programme.Name, r.Form!.Name, r.Form.Contour, r.Programme.From, r.Programme.To, r.Owner,
                !string.IsNullOrEmpty(r.Programme.ExpertOpinion), r.Pairs, r.Programme.OrganizationId == own))
                .OrderBy(r => r.Contour).ThenBy(r => r.Owner, StringComparer.CurrentCulture).ThenBy(r => r.Name, StringComparer.CurrentCulture).ThenBy(r => r.Id),
        ]);
    }
}

public sealed class ProgrammeForm
{
    public int Version { get; set; }

    [Required, StringLength(Lengths.Name), Display(Name = "Название")]
    public string? Name { get; set; }

    [Required, Display(Name = "Форма наставничества")]
    public int? FormId { get; set; }

    [StringLength(Lengths.Text), Display(Name = "Цель")]
    public string? Purpose { get; set; }

    [Display(Name = "С какого дня")]
    public DateOnly? From { get; set; }

    [Display(Name = "По какой день")]
    public DateOnly? To { get; set; }

    [StringLength(Lengths.Text), Display(Name = "Экспертное заключение")]
    public string? ExpertOpinion { get; set; }

    public static ProgrammeForm Of(Programme p) => new() { Version = p.Version, Name = p.Name, FormId = p.FormId, Purpose = p.Purpose, From = p.From, To = p.To, ExpertOpinion = p.ExpertOpinion };

    public async Task Save(PortalDb db, Programme programme, CancellationToken cancel)
    {
        if (!await db.MentoringForms.AnyAsync(f => f.Id == FormId, cancel))
            throw new DomainException("Выберите форму наставничества.", nameof(FormId));
        programme.Run(From, To);
        (programme.Name, programme.FormId, programme.Purpose, programme.ExpertOpinion) = (Name!.Trim(), FormId!.Value, Purpose?.Trim(), ExpertOpinion?.Trim());
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>GET /programmes/new, /programmes/{programmeId}/edit</summary>
public sealed record ProgrammePage(int? Id, ProgrammeForm Form, IReadOnlyList<SelectListItem> Forms, IReadOnlyList<HistoryLine> History)
{
    public static async Task<ProgrammePage> Load(PortalDb db, int? programmeId, ProgrammeForm form, MunicipalClock clock, CancellationToken cancel)
    {
        var forms = await db.MentoringForms.AsNoTracking().OrderBy(f => f.Id).ToListAsync(cancel);
        return new(programmeId, form, forms.ConvertAll(f => new SelectListItem($"{f.Name} ({(f.Contour == Contour.Teachers ? "педагоги" : "обучающиеся")})", $"{f.Id}")),
            programmeId is { } id ? await Shared.History.Of(db, clock, cancel, (nameof(Programme), id)) : []);
    }
}
