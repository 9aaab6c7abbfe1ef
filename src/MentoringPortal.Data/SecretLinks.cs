using MentoringPortal.Data.Accounts;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Data;

/// <summary>What a secret address of a questionnaire opens.</summary>
/// <param name="Initials">Of the addressee: all that the page may say of him.</param>
public sealed record LinkedSurvey(LinkedRow Row, string Initials);

/// <summary>What a secret address for applications opens.</summary>
/// <param name="Organization">Short name: all that the page may say of the organization.</param>
public sealed record LinkedApplications(LinkedRow Row, string Organization);

/// <summary>Finds the row of a secret address, before anybody acts; what comes after it acts within that row's scope.</summary>
public sealed class SecretLinks(PortalDbFactory factory, MunicipalClock clock)
{
    /// <summary>Null for an address that is unknown, used, revoked or out of date, or whose pair is not to be asked any more.</summary>
    public async Task<LinkedSurvey?> FindSurvey(string? code, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(code))
            return null;
        await using var db = factory.System("ссылка на анкету");
        var (hash, today) = (SignInStore.HashOf(code), clock.Today);
        var row = await db.SurveyInvitations.Where(i => i.CodeHash == hash && i.LinkUntil >= today && i.AnsweredOn == null)
            .Select(i => new { i.Id, i.OrganizationId, i.Pair!.State, i.Pair.UnconfirmedUntil, i.Person!.Surname, i.Person.Given, i.Person.Patronymic }).SingleOrDefaultAsync(cancel);
        return row is null || !SurveyInvitation.MayAsk(row.State, row.UnconfirmedUntil) ? null
            : new(new LinkedRow(LinkKind.Survey, row.Id, row.OrganizationId!.Value, "участник пары по ссылке"), new PersonName(row.Surname, row.Given, row.Patronymic).Initials);
    }

    /// <summary>Null for an address that is unknown, taken back, out of date or used up.</summary>
    public async Task<LinkedApplications?> FindApplications(string? code, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(code))
            return null;
        await using var db = factory.System("ссылка на анкету желающего");
        var (hash, today) = (SignInStore.HashOf(code), clock.Today);
        var row = await db.ApplicationLinks.Where(l => l.CodeHash == hash && l.Until >= today && l.Taken < l.Places)
            .Select(l => new { l.Id, l.OrganizationId, Organization = db.Organizations.Where(o => o.Id == l.OrganizationId).Select(o => o.ShortName).Single() }).SingleOrDefaultAsync(cancel);
        return row is null ? null : new(new LinkedRow(LinkKind.Applications, row.Id, row.OrganizationId!.Value, "желающий по ссылке"), row.Organization);
    }
}
