using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Data.Configurations;
using MentoringPortal.Domain;
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

    /// <summary>Fixes those whose consents hold on the first day; answers how many, and why the others stay drafts.</summary>
    public async Task<(int Fixed, IReadOnlyList<string> Left)> Save(PortalDb db, DateOnly today, CancellationToken cancel)
    {
        if (Pairs.Length == 0)
            throw new DomainException("Отметьте пары, которые закрепляет приказ.", nameof(Pairs));
        var order = new FixingOrder(OrderNumber!, OrderDate!.Value, From ?? OrderDate.Value);
        var rules = await db.ConsentRules.AsNoTracking().ToListAsync(cancel);
        var left = new List<string>();
        var pairs = await FixPairsPage.DraftRows(db).Where(p => Pairs.Contains(p.Id)).ToListAsync(cancel);
        foreach (var pair in pairs)
        {
            // They hold on the first day, and none has been withdrawn since.
            var missing = PairConsents.Missing(pair, rules, order.FirstDay).Union(PairConsents.Missing(pair, rules, order.FirstDay > today ? order.FirstDay : today)).ToList();
            if (missing.Count == 0)
                pair.Fix(order, missing, today);
            else
                left.AddRange(missing);
        }
        if (left.Count > 0 && pairs.TrueForAll(p => p.State == PairState.Draft))
            throw new DomainException($"Нет действующих согласий: {string.Join("; ", left)}.", nameof(Pairs));
        await db.SaveChangesAsync(cancel);
        return (pairs.Count(p => p.State == PairState.Active), left);
    }
}

/// <param name="Missing">Consents that do not hold today.</param>
public sealed record DraftRow(int Id, string Mentor, string Mentees, string Form, DateOnly From, DateOnly To, IReadOnlyList<string> Missing);

/// <summary>GET /pairs/fix</summary>
public sealed record FixPairsPage(FixPairsForm Form, IReadOnlyList<DraftRow> Drafts)
{
    public static async Task<FixPairsPage> Load(PortalDb db, FixPairsForm form, DateOnly today, CancellationToken cancel)
    {
        var rules = await db.ConsentRules.AsNoTracking().ToListAsync(cancel);
        var drafts = await FixPairsPage.DraftRows(db).AsNoTrackingWithIdentityResolution().ToListAsync(cancel);
        return new(form, [.. drafts.Select(p => new DraftRow(p.Id, p.CurrentMentor!.Mentor!.Person!.Name.Full, string.Join(", ", p.CurrentMentees.Select(m => m.Mentee!.Person!.Name.Full)),
            p.Form!.Name, p.From, p.To, PairConsents.Missing(p, rules, p.From > today ? p.From : today)))]);
    }

    /// <summary>Drafts with their people and consents.</summary>
    internal static IQueryable<Pair> DraftRows(PortalDb db) => db.Pairs.Where(p => p.State == PairState.Draft)
        .Include(p => p.Form)
        .Include(p => p.Mentors).ThenInclude(m => m.Mentor!.Person!.Consents)
        .Include(p => p.Mentees).ThenInclude(m => m.Mentee!.Person!.Consents)
        .OrderBy(p => p.Id).AsSplitQuery();
}
