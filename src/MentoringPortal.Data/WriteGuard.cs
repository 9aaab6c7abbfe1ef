using MentoringPortal.Data.Accounts;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Imports;
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
        if (!MayWrite(entry.Entity, scope))
            throw new ScopeException($"{scope.Actor?.Role} may not write this {entry.Metadata.ClrType.Name}.");
    }

    private static bool MayWrite(object entity, AccessScope scope) => entity switch
    {
        RoadmapImport draft => scope.IsSystem || draft.AuthorId == scope.UserId,
        // A person's own account and sessions; whose accounts one manages is the rule of the accounts feature.
        PortalUser user when user.Id == scope.UserId => true,
        UserSession session => scope.IsSystem || session.UserId == scope.UserId || scope.Actor!.Role is Role.Admin or Role.Department or Role.Curator,
        PortalUser user => scope.MayWrite(user)
            || scope.Actor!.Role == Role.Curator && user.Role == Role.Mentor && user.OrganizationId == scope.OrganizationId,
        AccountLink link => scope.MayWrite(link) || scope.Actor!.Role == Role.Curator && link.User is { Role: Role.Mentor } mentor && mentor.OrganizationId == scope.OrganizationId,
        _ => scope.MayWrite(entity),
    };
}

/// <summary>A write outside the actor's scope: a defect or a forged request, answered as «not found».</summary>
public sealed class ScopeException(string message) : Exception(message);
