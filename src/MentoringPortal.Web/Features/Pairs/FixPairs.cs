using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Data.Configurations;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Consents;
using MentoringPortal.Domain.Pairs;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Pairs;

/// <summary>One order of the school fixes a whole list of drafts.</summary>
public sealed class FixPairsForm
{
    [Display(Name = "Черновики")]
    public int[] Pairs { get; set; } = [];

    [Required, StringLength(Lengths.Number), Display(Name = "Номер приказа")]
    public string? OrderNumber { get; set; }

    [Required, Display(Name = "Дата приказа")]
    public DateOnly? OrderDate { get; set; }

    [Display(Name = "Пары работают с")]
    public DateOnly? From { get; set; }

    /// <summary>Fixes those that nothing stands against; answers how many, and why the others stay drafts.</summary>
    public async Task<(int Fixed, IReadOnlyList<string> Left)> Save(PortalDb db, MentorConsents mentors, DateOnly today, CancellationToken cancel)
    {
        if (Pairs.Length == 0)
            throw new DomainException("Отметьте пары, которые закрепляет приказ.", nameof(Pairs));
        var rules = await db.ConsentRules.AsNoTracking().ToListAsync(cancel);
        var left = new List<string>();
        var pairs = await FixPairsPage.DraftRows(db).Where(p => Pairs.Contains(p.Id)).ToListAsync(cancel);
        var places = new PairPlaces(db, db.Scope.Actor!.OrganizationId!.Value, today);
        var lacking = await mentors.Lacking(pairs.Select(p => p.CurrentMentor!.Mentor!), db.Scope.OrganizationId, today, cancel);
        foreach (var pair in pairs)
            if (await Refusal(pair, rules, lacking, places, today, cancel) is { } refusal)
                left.Add(refusal);
        if (pairs.TrueForAll(p => p.State == PairState.Draft))
            throw new DomainException(left.Count == 0 ? "Этих черновиков уже нет: откройте страницу снова." : $"Ни одна пара не закреплена – {string.Join("; ", left)}.", nameof(Pairs));
        await places.Save(cancel);
        return (pairs.Count(p => p.State == PairState.Active), left);
    }

    /// <summary>Fixes the draft, or says what stands against it; a mistake in the order itself is everybody's and is thrown.</summary>
    private async Task<string?> Refusal(Pair pair, IReadOnlyList<ConsentRule> rules, IReadOnlySet<int> lacking, PairPlaces places, DateOnly today, CancellationToken cancel)
    {
        // An order that names no day begins with its own date, but no pair begins before its draft by silence.
        var firstDay = From ?? (OrderDate!.Value > pair.From ? OrderDate.Value : pair.From);
        var missing = ConsentCheck.MissingFrom(pair, rules, firstDay, today, lacking);
        if (missing.Count > 0)
            return $"{(firstDay < today ? $"на {firstDay:dd.MM.yyyy} " : "")}нет действующих согласий: {string.Join(", ", missing)}";
        try
        {
            if (!await places.HasAgreement(pair.CurrentMentor!.Mentor!, firstDay, cancel))
                throw new DomainException(MentorPlace.NoAgreement);
            if (firstDay < pair.From)
                pair.CheckFrom(firstDay, await places.Mentor(pair.CurrentMentor!.MentorId, pair, firstDay, pair.To, cancel),
                    await places.Mentees([.. pair.CurrentMentees.Select(m => m.MenteeId)], pair.FormId, pair.Id, cancel));
            pair.Fix(new FixingOrder(OrderNumber!, OrderDate!.Value, firstDay), missing, today);
            return null;
        }
        catch (DomainException refusal) when (refusal.Field is not (nameof(OrderNumber) or nameof(OrderDate)))
        {
            return $"{pair.CurrentMentor!.Mentor!.Person!.Name.Short} – {string.Join(", ", pair.CurrentMentees.Select(m => m.Mentee!.Person!.Name.Short))}: {char.ToLowerInvariant(refusal.Message[0])}{refusal.Message[1..].TrimEnd('.')}";
        }
    }
}

/// <param name="Missing">Consents that do not hold today.</param>
public sealed record DraftRow(int Id, string Mentor, string Mentees, string Form, DateOnly From, DateOnly To, IReadOnlyList<string> Missing);

/// <summary>GET /pairs/fix</summary>
public sealed record FixPairsPage(FixPairsForm Form, IReadOnlyList<DraftRow> Drafts)
{
    public static async Task<FixPairsPage> Load(PortalDb db, MentorConsents mentors, FixPairsForm form, DateOnly today, CancellationToken cancel)
    {
        var rules = await db.ConsentRules.AsNoTracking().ToListAsync(cancel);
        var drafts = await FixPairsPage.DraftRows(db).AsNoTrackingWithIdentityResolution().ToListAsync(cancel);
        var lacking = await mentors.Lacking(drafts.Select(p => p.CurrentMentor!.Mentor!), db.Scope.OrganizationId, today, cancel);
        return new(form, [.. drafts.Select(p => new DraftRow(p.Id, p.CurrentMentor!.Mentor!.Person!.Name.Full, string.Join(", ", p.CurrentMentees.Select(m => m.Mentee!.Person!.Name.Full)),
            p.Form!.Name, p.From, p.To, ConsentCheck.Missing(p, rules, p.From > today ? p.From : today, lacking)))]);
    }

    /// <summary>Drafts with their people and consents.</summary>
    internal static IQueryable<Pair> DraftRows(PortalDb db) => db.Pairs.Where(p => p.State == PairState.Draft)
        .Include(p => p.Form)
        .Include(p => p.Mentors).ThenInclude(m => m.Mentor!.Person!.Consents)
        .Include(p => p.Mentees).ThenInclude(m => m.Mentee!.Person!.Consents)
        .OrderBy(p => p.Id).AsSplitQuery();
}
