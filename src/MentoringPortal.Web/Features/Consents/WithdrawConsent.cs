using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Consents;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Web.Features.People;
using MentoringPortal.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Consents;

public sealed class WithdrawForm
{
    public int Version { get; set; }

    [Required, Display(Name = "Дата отзыва")]
    public DateOnly? Day { get; set; }

    /// <summary>Withdraws the consent and closes what rested on it, in one save.</summary>
    public async Task Save(PortalDb db, Consent consent, DateOnly today, CancellationToken cancel)
    {
        var day = Day!.Value;
        if (day > today)
            throw new DomainException("Дата отзыва – в будущем.", nameof(Day));
        db.Expect(consent, Version);
        consent.Withdraw(day);
        var reason = $"Отозвано согласие {PeopleWords.Of(consent.Kind)}";
        foreach (var pair in await RestingPairs.Of(db, consent, today, cancel))
        {
            RestingPairs.Close(pair, consent.PersonId, day, reason);
            // A member leaves without a change of the pair's own row: its version guards him all the same.
            db.Entry(pair).Property(p => p.Version).IsModified = true;
        }
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>Pairs at work that rest on a consent. Drafts stay: no order fixes them without the consent.</summary>
public static class RestingPairs
{
    public static async Task<IReadOnlyList<Pair>> Of(PortalDb db, Consent consent, DateOnly today, CancellationToken cancel)
    {
        var rules = await db.ConsentRules.AsNoTracking().ToListAsync(cancel);
        var (isForAll, isForOutside) = (ConsentRule.Needed(rules, ConsentActivity.Pair).Contains(consent.Kind), ConsentRule.Needed(rules, ConsentActivity.OutsideMentor).Contains(consent.Kind));
        // Another paper of the same kind carries the pair on.
        var others = await db.Consents.AsNoTracking().Include(c => c.Person).Where(c => c.PersonId == consent.PersonId && c.Kind == consent.Kind && c.Id != consent.Id).ToListAsync(cancel);
        if ((!isForAll && !isForOutside) || others.Exists(c => c.HoldsOn(today, c.Person!.BirthDate)))
            return [];
        var pairs = await db.Pairs.Include(p => p.Mentors).ThenInclude(m => m.Mentor!.Person).Include(p => p.Mentees).ThenInclude(m => m.Mentee!.Person).AsSplitQuery()
            .Where(p => p.State == PairState.Active && (p.Mentees.Any(m => m.To == null && m.Mentee!.PersonId == consent.PersonId) || p.Mentors.Any(m => m.To == null && m.Mentor!.PersonId == consent.PersonId)))
            .OrderBy(p => p.Id).ToListAsync(cancel);
        return pairs.FindAll(p => isForAll || p.CurrentMentor!.Mentor!.OrganizationId != p.OrganizationId);
    }

    /// <summary>A group loses its member alone; without its mentor or its last mentee the pair ends. The last day is the one before the withdrawal.</summary>
    public static void Close(Pair pair, int personId, DateOnly day, string reason)
    {
        var member = pair.CurrentMentees.FirstOrDefault(m => m.Mentee!.PersonId == personId);
        // Nobody's period ends before it has begun, not even of somebody who joined today.
        var from = member is not null && pair.CurrentMentees.Count() > 1 ? member.From : pair.TogetherSince;
        var lastDay = day.AddDays(-1) < from ? from : day.AddDays(-1);
        if (member is null)
            pair.EndEarly(lastDay, reason);
        else
            pair.Remove(member.MenteeId, lastDay, reason);
    }
}

/// <summary>GET /consents/{consentId}/withdraw: what the withdrawal will do.</summary>
/// <param name="Pairs">In words: which pairs end, which groups lose a member.</param>
public sealed record WithdrawPage(int ConsentId, int PersonId, string Name, ConsentKind Kind, DateOnly SignedOn, IReadOnlyList<string> Pairs, int DestructionDays, DateOnly DestroyBy, WithdrawForm Form)
{
    public static async Task<WithdrawPage> Load(PortalDb db, Consent consent, WithdrawForm form, DateOnly today, CancellationToken cancel)
    {
        var days = await db.Settings.Select(s => s.DestructionDays).SingleAsync(cancel);
        var name = consent.Person!.Name.Full;
        var pairs = await RestingPairs.Of(db, consent, today, cancel);
        return new(consent.Id, consent.PersonId, name, consent.Kind, consent.SignedOn, [.. pairs.Select(p => Effect(p, consent.PersonId))], days, (form.Day ?? today).AddDays(days), form);
    }

    private static string Effect(Pair pair, int personId)
    {
        var mentees = pair.CurrentMentees.Select(m => m.Mentee!.Person!).ToList();
        var people = $"{pair.CurrentMentor!.Mentor!.Person!.Name.Short} – {string.Join(", ", mentees.Select(m => m.Name.Short))}";
        return mentees.Count > 1 && mentees.Exists(m => m.Id == personId) ? $"группа «{people}» останется без этого человека" : $"пара «{people}» будет прекращена досрочно";
    }
}
