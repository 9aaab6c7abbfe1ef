using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Data.Configurations;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Participation;

/// <summary>One organization's school year: in the list or not (the department says), forms and planned numbers (the organization too).</summary>
public sealed class YearForm
{
    public const int MostPeople = 100_000;

    /// <summary>Version of the year's row; null where there was none when the page was opened.</summary>
    public int? Version { get; set; }

    public string? Year { get; set; }

    [Display(Name = "Входит в перечень: участвует в реализации")]
    public bool TakesPart { get; set; }

    [StringLength(Lengths.Number), Display(Name = "Номер приказа")]
    public string? OrderNumber { get; set; }

    [Display(Name = "Дата приказа")]
    public DateOnly? OrderDate { get; set; }

    public List<FormChoice> Forms { get; set; } = [];

    [BindNever]
    public int OrganizationId { get; private set; }

    [BindNever]
    public string OrganizationName { get; private set; } = "";

    [BindNever]
    public SchoolYear SchoolYear { get; private set; }

    /// <summary>The form as stored; null where the organization is not the reader's to see.</summary>
    public static async Task<YearForm?> Load(PortalDb db, int organizationId, string? year, MunicipalClock clock, CancellationToken cancel)
    {
        var form = new YearForm { Year = year };
        if (!await form.Describe(db, organizationId, clock, cancel))
            return null;
        var stored = await Stored(db, organizationId, form.SchoolYear, cancel);
        (form.Version, form.TakesPart, form.OrderNumber, form.OrderDate) = (stored?.Version, stored?.TakesPart ?? false, stored?.OrderNumber, stored?.OrderDate);
        foreach (var choice in form.Forms)
        {
            choice.Chosen = stored?.Forms.Exists(f => f.MentoringFormId == choice.FormId) ?? false;
            choice.Planned = stored?.Forms.Find(f => f.MentoringFormId == choice.FormId)?.Planned;
        }
        return form;
    }

    /// <summary>Names the organization and the forms that may be chosen, keeping what was sent for each of them.</summary>
    public async Task<bool> Describe(PortalDb db, int organizationId, MunicipalClock clock, CancellationToken cancel)
    {
        SchoolYear = SchoolYears.Parse(Year, clock);
        OrganizationId = organizationId;
        OrganizationName = await db.Organizations.Where(o => o.Id == organizationId).Select(o => o.ShortName).SingleOrDefaultAsync(cancel) ?? "";
        var sent = Forms.DistinctBy(f => f.FormId).ToDictionary(f => f.FormId);
        var forms = await db.MentoringForms.AsNoTracking().OrderBy(f => f.Id).ToListAsync(cancel);
        Forms = forms.ConvertAll(f => new FormChoice
        {
            FormId = f.Id,
            Name = f.Name,
            Chosen = sent.GetValueOrDefault(f.Id)?.Chosen ?? false,
            Planned = sent.GetValueOrDefault(f.Id)?.Planned,
        });
        return OrganizationName.Length > 0;
    }

    /// <param name="setsList">The department decides who is in the list; a curator's form leaves that as it is.</param>
    public async Task Save(PortalDb db, bool setsList, CancellationToken cancel)
    {
        var row = await Stored(db, OrganizationId, SchoolYear, cancel);
        if (row is null)
            db.Participations.Add(row = new Domain.Organizations.Participation(OrganizationId, SchoolYear.StartYear));
        else
            db.ExpectWithParts(row, Version ?? -1);
        if (setsList)
        {
            if (TakesPart && string.IsNullOrWhiteSpace(OrderNumber) != OrderDate is null)
                throw new DomainException("Укажите и номер, и дату приказа, или оставьте оба поля пустыми.", OrderDate is null ? nameof(OrderDate) : nameof(OrderNumber));
            (row.TakesPart, row.OrderNumber, row.OrderDate) = (TakesPart, OrderNumber?.Trim(), OrderDate);
        }
        // A number beside an unticked form is a forgotten tick.
        if (Forms.FindIndex(f => !f.Chosen && f.Planned is > 0) is var forgotten and >= 0)
            throw new DomainException($"У формы «{Forms[forgotten].Name}» указана численность: отметьте форму или уберите число.", $"Forms[{forgotten}].Planned");
        row.Choose(Forms.Where(f => f.Chosen).ToDictionary(f => f.FormId, f => f.Planned));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>What is stored now, in words, beside what was typed.</summary>
    public static async Task<string?> StoredForms(PortalDb db, int organizationId, SchoolYear year, CancellationToken cancel)
    {
        var rows = await db.Participations.AsNoTracking().Where(p => p.OrganizationId == organizationId && p.SchoolYear == year.StartYear)
            .SelectMany(p => p.Forms).OrderBy(f => f.MentoringFormId).Select(f => new { f.Form!.Name, f.Planned }).ToListAsync(cancel);
        return rows.Count == 0 ? "формы не выбраны" : string.Join("; ", rows.Select(f => $"{f.Name}: {f.Planned?.ToString() ?? "без числа"}"));
    }

    private static Task<Domain.Organizations.Participation?> Stored(PortalDb db, int organizationId, SchoolYear year, CancellationToken cancel) =>
        db.Participations.Include(p => p.Forms).SingleOrDefaultAsync(p => p.OrganizationId == organizationId && p.SchoolYear == year.StartYear, cancel);
}

/// <summary>One form of mentoring on the page: chosen or not, and for how many.</summary>
public sealed class FormChoice
{
    public int FormId { get; set; }

    public bool Chosen { get; set; }

    [Range(0, YearForm.MostPeople), Display(Name = "План, человек")]
    public int? Planned { get; set; }

    [BindNever]
    public string Name { get; set; } = "";
}
