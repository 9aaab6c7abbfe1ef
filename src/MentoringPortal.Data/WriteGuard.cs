using MentoringPortal.Data.Accounts;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Applications;
using MentoringPortal.Domain.Exchange;
using MentoringPortal.Domain.Imports;
using MentoringPortal.Domain.Jobs;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace MentoringPortal.Data;

/// <summary>Refuses a row outside the actor's scope at the last moment before it is written, and any change of a row's owner.</summary>
internal static class WriteGuard
{
    public static void Check(EntityEntry entry, AccessScope scope)
    {
        if (entry.Entity is IOwnedByOrganization && entry.State == EntityState.Modified
            && entry.Property(nameof(IOwnedByOrganization.OrganizationId)) is var owner
            && !Equals(owner.OriginalValue, owner.CurrentValue))
            throw new ScopeException($"The owner of {entry.Metadata.ClrType.Name} never changes.");
        if (!scope.IsSystem && !(scope.Link is { } link ? MayWrite(entry, scope, link) : MayWrite(entry, scope, scope.Actor!)))
            throw new ScopeException($"{scope.Actor?.Role} may not write this {entry.Metadata.ClrType.Name}.");
    }

    /// <summary>What the holder of a secret address writes: the answers to what he was asked; an application, which takes one of the link's places.</summary>
    private static bool MayWrite(EntityEntry entry, AccessScope scope, LinkedRow link) => entry.Entity switch
    {
        SurveyInvitation asked => entry.State == EntityState.Modified && asked.Id == scope.LinkedSurveyId,
        SurveyAnswer answer => entry.State == EntityState.Added && answer.InvitationId == scope.LinkedSurveyId,
        ApplicationLink door => entry.State == EntityState.Modified && door.Id == scope.LinkedApplicationsId
            && entry.Properties.All(p => !p.IsModified || p.Metadata.Name is nameof(ApplicationLink.Taken) or nameof(ApplicationLink.Version)),
        Application application => entry.State == EntityState.Added && link.Kind == LinkKind.Applications && application.OrganizationId == link.OrganizationId,
        _ => false,
    };

    private static bool MayWrite(EntityEntry entry, AccessScope scope, Actor actor) => entry.Entity switch
    {
        RoadmapImport draft => draft.AuthorId == actor.UserId,
        PeopleImport table => actor.Role == Role.Curator && table.OrganizationId == actor.OrganizationId,
        Job job => job.OwnerId == actor.UserId,
        PortalUser user when user.Id == actor.UserId => !ChangesRights(entry),
        PortalUser user => actor.MayManage(user.Role, user.OrganizationId)
            && actor.MayManage((Role)entry.OriginalValues[nameof(user.Role)]!, (int?)entry.OriginalValues[nameof(user.OrganizationId)]),
        UserSession session => session.UserId == actor.UserId || Manages(actor, session.User),
        CalendarFeed feed => feed.UserId == actor.UserId,
        AccountLink link => Manages(actor, link.User),
        // A chosen form is its organization's year's; one that was taken off has lost its way back, but not the key.
        ParticipationForm form => (form.Participation ?? entry.Context.Set<Participation>().Local.FirstOrDefault(p => p.Id == form.ParticipationId))
            is { } year && scope.MayWrite(year),
        // Places are lent by the mentor's own organization; where he is lent to, a pair only takes one (the version moves).
        MentorAvailability place when actor.Role == Role.Curator => place.HomeOrganizationId == scope.OrganizationId
            || (place.OrganizationId == scope.OrganizationId && entry.State == EntityState.Modified && !entry.Property(nameof(MentorAvailability.Places)).IsModified),
        // One organization asks, the other answers.
        MentorRequest request when actor.Role == Role.Curator =>
            entry.State == EntityState.Modified ? request.OwnerOrganizationId == scope.OrganizationId : request.OrganizationId == scope.OrganizationId,
        // One school sends, the other answers or takes him.
        Transfer transfer when actor.Role == Role.Curator => transfer.OrganizationId == scope.OrganizationId
            || (transfer.ToOrganizationId == scope.OrganizationId && entry.State is (EntityState.Modified or EntityState.Deleted)),
        // Each organization answers for itself alone.
        PersonMatch match when actor.Role == Role.Curator => entry.State == EntityState.Modified && Answers(entry, match, scope.OrganizationId),
        Meeting meeting when actor.Role == Role.Mentor => scope.PairIds.Contains(meeting.PairId),
        PlanTask task when actor.Role == Role.Mentor => scope.PairIds.Contains(task.PairId),
        SurveyInvitation own when actor.Role == Role.Mentor => IsOwn(own, scope),
        SurveyAnswer answer when actor.Role == Role.Mentor => entry.State == EntityState.Added && answer.Invitation is { } own && IsOwn(own, scope),
        _ => scope.MayWrite(entry.Entity),
    };

    /// <summary>A mentor answers for himself, in a pair of his own.</summary>
    private static bool IsOwn(SurveyInvitation asked, AccessScope scope) => scope.PairIds.Contains(asked.PairId) && asked.PersonId == scope.OwnPersonId;

    private static bool Answers(EntityEntry entry, PersonMatch match, int organizationId) =>
        (match.FirstOrganizationId == organizationId && !entry.Property(nameof(PersonMatch.SecondAnswer)).IsModified)
        || (match.SecondOrganizationId == organizationId && !entry.Property(nameof(PersonMatch.FirstAnswer)).IsModified);

    private static bool Manages(Actor actor, PortalUser? user) => user is not null && actor.MayManage(user.Role, user.OrganizationId);

    /// <summary>Nobody gives himself a role, an organization, or his account back.</summary>
    private static bool ChangesRights(EntityEntry entry) =>
        entry.State != EntityState.Modified
        || entry.Property(nameof(PortalUser.Role)).IsModified || entry.Property(nameof(PortalUser.OrganizationId)).IsModified
        || entry.Property(nameof(PortalUser.IsDisabled)).IsModified;
}

/// <summary>A write outside the actor's scope: a defect or a forged request, answered as «not found».</summary>
public sealed class ScopeException(string message) : Exception(message);
