using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Data.Configurations;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Consents;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Time;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Pairs;

/// <summary>A new pair or group; with the tick, one of the past with its paper.</summary>
public sealed class OpenPairForm
{
    [Required, Display(Name = "Форма наставничества")]
    public int? FormId { get; set; }

    [Required, Display(Name = "Наставник")]
    public int? MentorId { get; set; }

    [Display(Name = "Наставляемые")]
    public int[] Mentees { get; set; } = [];

    [Required, Display(Name = "Первый день")]
    public DateOnly? From { get; set; }

    [Required, Display(Name = "Последний день")]
    public DateOnly? To { get; set; }

    [Display(Name = "Программа")]
    public int? ProgrammeId { get; set; }

    [Display(Name = "Внести задним числом: приказ уже издан")]
    public bool IsBackdated { get; set; }

    [StringLength(Lengths.Number), Display(Name = "Номер приказа")]
    public string? OrderNumber { get; set; }

    [Display(Name = "Дата приказа")]
    public DateOnly? OrderDate { get; set; }

    [StringLength(Lengths.Text), Display(Name = "Результат")]
    public string? Result { get; set; }

    public static OpenPairForm On(DateOnly today) => new() { From = today, To = SchoolYear.Of(today).End };

    public async Task<int> Save(PortalDb db, MentorConsents mentors, int organizationId, DateOnly today, CancellationToken cancel)
    {
        var form = await db.MentoringForms.SingleOrDefaultAsync(f => f.Id == FormId, cancel) ?? throw new DomainException("Выберите форму наставничества.", nameof(FormId));
        var places = new PairPlaces(db, organizationId, today);
        var mentor = await places.Mentor(MentorId, null, From!.Value, To!.Value, cancel);
        var pair = Pair.Open(form, From.Value, To.Value, mentor, await places.Mentees(Mentees, form.Id, 0, cancel));
        pair.ProgrammeId = await Programme(db, form.Id, cancel);
        if (IsBackdated)
            await FixBackdated(db, mentors, pair, today, cancel);
        db.Pairs.Add(pair);
        await places.Save(cancel);
        return pair.Id;
    }

    /// <exception cref="DomainException">A programme of another form, or of another organization.</exception>
    private async Task<int?> Programme(PortalDb db, int formId, CancellationToken cancel) => ProgrammeId is null ? null
        : await db.Programmes.Where(p => p.Id == ProgrammeId && p.FormId == formId).Select(p => (int?)p.Id).SingleOrDefaultAsync(cancel)
            ?? throw new DomainException("Выберите программу этой формы наставничества.", nameof(ProgrammeId));

    private async Task FixBackdated(PortalDb db, MentorConsents mentors, Pair pair, DateOnly today, CancellationToken cancel)
    {
        if (OrderDate is not { } date)
            throw new DomainException("Укажите дату приказа.", nameof(OrderDate));
        if (From >= today)
            throw new DomainException("Задним числом вносят пару, которая началась раньше сегодняшнего дня; новую закрепляют приказом из черновика.", nameof(From));
        foreach (var person in pair.Mentees.Select(m => m.Mentee!.Person!).Append(pair.CurrentMentor!.Mentor!.Person!))
            await db.Entry(person).Collection(p => p.Consents).LoadAsync(cancel);
        var missing = ConsentCheck.Missing(pair, await db.ConsentRules.AsNoTracking().ToListAsync(cancel), today,
            await mentors.Lacking([pair.CurrentMentor!.Mentor!], pair.OrganizationId, today, cancel));
        var settings = await db.Settings.AsNoTracking().SingleAsync(cancel);
        pair.FixBackdated(new FixingOrder(OrderNumber ?? "", date, From!.Value), missing.Count == 0, settings.UnconfirmedDays, Result?.Trim(), today);
    }
}

/// <summary>GET /pairs/new: first the form of mentoring, then the people whom it fits.</summary>
/// <param name="Forms">Those that fit the mentee asked for, or all.</param>
/// <param name="Mentors">Null until the form of mentoring is chosen.</param>
public sealed record OpenPairPage(OpenPairForm Form, int? MenteeId, string? FormName, IReadOnlyList<SelectListItem> Forms, IReadOnlyList<SelectListItem>? Mentors, IReadOnlyList<SelectListItem> Mentees,
    IReadOnlyList<SelectListItem> Programmes)
{
    public static async Task<OpenPairPage> Load(PortalDb db, OpenPairForm form, int? menteeId, DateOnly today, CancellationToken cancel)
    {
        var organizationId = db.Scope.Actor!.OrganizationId;
        var forms = await db.MentoringForms.AsNoTracking().OrderBy(f => f.Id).ToListAsync(cancel);
        if (menteeId is { } wanted && await db.Mentees.Where(m => m.Id == wanted).Select(m => (PersonKind?)m.Person!.Kind).SingleOrDefaultAsync(cancel) is { } kind)
        {
            forms = forms.FindAll(f => f.MenteeKind is null || f.MenteeKind == kind);
            form.Mentees = form.Mentees.Length == 0 ? [wanted] : form.Mentees;
            form.FormId ??= forms.Count == 1 ? forms[0].Id : null;
        }
        var items = forms.ConvertAll(f => new SelectListItem(f.Name, $"{f.Id}"));
        return forms.Find(f => f.Id == form.FormId) is { } chosen
            ? new(form, menteeId, chosen.Name, items, await PairChoice.Mentors(db, organizationId, chosen.MentorKind, today, cancel), await PairChoice.Mentees(db, organizationId, chosen.Id, chosen.MenteeKind, today, cancel),
                await db.Programmes.Where(p => p.FormId == chosen.Id).OrderBy(p => p.Name).Select(p => new SelectListItem(p.Name, p.Id.ToString())).ToListAsync(cancel))
            : new(form, menteeId, null, items, null, [], []);
    }
}

/// <summary>Whom forms of pairs offer: the organization's own mentors and those lent to it, with their places; its own mentees.</summary>
public static class PairChoice
{
    public static async Task<IReadOnlyList<SelectListItem>> Mentors(PortalDb db, int? organizationId, PersonKind? kind, DateOnly today, CancellationToken cancel)
    {
        var mentors = await db.People.Where(p => p.LeftOn == null && (kind == null || p.Kind == kind) && (p.Mentor!.LeftOn == null || p.Mentor.LeftOn >= today)
                && p.Mentor.Availabilities.Any(a => a.OrganizationId == organizationId && (a.Places > 0 || a.HomeOrganizationId == organizationId)))
            .InOrder().Select(p => new
            {
                p.Mentor!.Id,
                p.Surname,
                p.Given,
                p.Patronymic,
                p.Position,
                p.Grade,
                p.ClassLetter,
                IsOutside = p.OrganizationId != organizationId,
                Places = p.Mentor.Availabilities.Where(a => a.OrganizationId == organizationId).Select(a => a.Places).First(),
                Taken = p.Mentor.Pairs.Where(m => m.To == null && m.OrganizationId == organizationId).SelectMany(m => m.Pair!.Mentees.Where(e => e.To == null)).Count(),
            }).ToListAsync(cancel);
        return [.. mentors.OrderBy(m => m.Taken >= m.Places).Select(m => new SelectListItem(
            $"{new PersonName(m.Surname, m.Given, m.Patronymic).Full}{Note(m.Grade, m.ClassLetter, m.Position)}{(m.IsOutside ? ", из другой организации" : "")} – {(m.Taken >= m.Places ? "мест нет, " : "")}занято {m.Taken} из {m.Places}", $"{m.Id}"))];
    }

    public static async Task<IReadOnlyList<SelectListItem>> Mentees(PortalDb db, int? organizationId, int formId, PersonKind? kind, DateOnly today, CancellationToken cancel)
    {
        var mentees = await db.People.Where(p => p.OrganizationId == organizationId && p.LeftOn == null && (kind == null || p.Kind == kind) && p.Mentee != null && (p.Mentee.LeftOn == null || p.Mentee.LeftOn >= today))
            .InOrder().Select(p => new
            {
                p.Mentee!.Id,
                p.Surname,
                p.Given,
                p.Patronymic,
                p.Position,
                p.Grade,
                p.ClassLetter,
                Until = p.Mentee.Pairs.Where(m => m.To == null && m.Pair!.FormId == formId).Max(m => (DateOnly?)m.Pair!.To),
            }).ToListAsync(cancel);
        return [.. mentees.OrderBy(m => m.Until is not null).Select(m => new SelectListItem(
            $"{new PersonName(m.Surname, m.Given, m.Patronymic).Full}{Note(m.Grade, m.ClassLetter, m.Position)}{(m.Until is { } until ? $" – в паре этой формы до {until:dd.MM.yyyy}" : "")}", $"{m.Id}"))];
    }

    private static string Note(int? grade, string? letter, string? position) => grade is null ? position is null ? "" : $", {position}" : $", {grade} {letter}".TrimEnd();
}
