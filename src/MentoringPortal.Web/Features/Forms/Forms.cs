using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Data.Configurations;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Text;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Forms;

/// <param name="CountsAs">The canonical form of reports; null for a canonical one.</param>
public sealed record FormRow(int Id, string Name, bool IsCanonical, PersonKind? MentorKind, PersonKind? MenteeKind, Contour Contour, string? CountsAs, int Pairs);

/// <summary>GET /forms: the five forms of Р-145 and local ones, each counted as one of the five.</summary>
public sealed record FormList(IReadOnlyList<FormRow> Rows)
{
    public static async Task<FormList> Load(PortalDb db, CancellationToken cancel)
    {
        var forms = await db.MentoringForms.AsNoTracking().OrderByDescending(f => f.IsCanonical).ThenBy(f => f.Id).ToListAsync(cancel);
        var pairs = await db.Pairs.GroupBy(p => p.FormId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return new([.. forms.Select(f => new FormRow(f.Id, f.Name, f.IsCanonical, f.MentorKind, f.MenteeKind, f.Contour,
            f.IsCanonical ? null : forms.Single(c => c.Id == f.CountsAsId).Name, pairs.GetValueOrDefault(f.Id)))]);
    }
}

/// <summary>A local form of mentoring.</summary>
public sealed class LocalForm
{
    public int Version { get; set; }

    [Required, StringLength(Lengths.Name), Display(Name = "Название")]
    public string? Name { get; set; }

    [Display(Name = "Кто наставник")]
    public PersonKind? MentorKind { get; set; }

    [Display(Name = "Кто наставляемый")]
    public PersonKind? MenteeKind { get; set; }

    [Required, Display(Name = "В отчётах считается как")]
    public int? CountsAsId { get; set; }

    public static IReadOnlyList<SelectListItem> Kinds { get; } = [.. Enum.GetValues<PersonKind>().Select(k => new SelectListItem(PersonWords.Of(k), $"{k}"))];

    public static LocalForm Of(MentoringForm form) => new() { Version = form.Version, Name = form.Name, MentorKind = form.MentorKind, MenteeKind = form.MenteeKind, CountsAsId = form.CountsAsId };

    public async Task<MentoringForm> Create(PortalDb db, CancellationToken cancel)
    {
        var form = MentoringForm.Local(await FreeName(db, 0, cancel), MentorKind, MenteeKind, await Canonical(db, cancel));
        db.MentoringForms.Add(form);
        await db.SaveChangesAsync(cancel);
        return form;
    }

    public async Task Save(PortalDb db, MentoringForm form, CancellationToken cancel)
    {
        db.Expect(form, Version);
        form.Redefine(await FreeName(db, form.Id, cancel), await Canonical(db, cancel));
        await db.SaveChangesAsync(cancel);
    }

    private async Task<string> FreeName(PortalDb db, int exceptId, CancellationToken cancel)
    {
        var key = SearchKey.Of(Name);
        if ((await db.MentoringForms.Where(f => f.Id != exceptId).Select(f => f.Name).ToListAsync(cancel)).Exists(name => SearchKey.Of(name) == key))
            throw new DomainException("Такая форма уже есть.", nameof(Name));
        return Name!;
    }

    private async Task<MentoringForm> Canonical(PortalDb db, CancellationToken cancel) =>
        await db.MentoringForms.SingleOrDefaultAsync(f => f.Id == CountsAsId, cancel) ?? throw new DomainException("Выберите форму из методологии.", nameof(CountsAsId));
}

/// <summary>GET /forms/new, /forms/{formId}/edit</summary>
public sealed record LocalFormPage(int? Id, LocalForm Form, IReadOnlyList<SelectListItem> Canonical, IReadOnlyList<HistoryLine> History)
{
    public static async Task<LocalFormPage> Load(PortalDb db, int? formId, LocalForm form, MunicipalClock clock, CancellationToken cancel) => new(formId, form,
        await db.MentoringForms.Where(f => f.IsCanonical).OrderBy(f => f.Id).Select(f => new SelectListItem(f.Name, f.Id.ToString())).ToListAsync(cancel),
        formId is { } id ? await Shared.History.Of(db, clock, cancel, (nameof(MentoringForm), id)) : []);
}
