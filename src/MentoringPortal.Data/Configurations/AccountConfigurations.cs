using MentoringPortal.Data.Accounts;
using MentoringPortal.Data.Audit;
using MentoringPortal.Domain.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentoringPortal.Data.Configurations;

internal sealed class PortalUserConfiguration : IEntityTypeConfiguration<PortalUser>
{
    public void Configure(EntityTypeBuilder<PortalUser> builder)
    {
        builder.ToTable("Users");
        builder.Property(u => u.DisplayName).HasMaxLength(Lengths.Name);
        builder.HasOne(u => u.Organization).WithMany().HasForeignKey(u => u.OrganizationId);
    }
}

internal sealed class UserSessionConfiguration : IEntityTypeConfiguration<UserSession>
{
    public void Configure(EntityTypeBuilder<UserSession> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasOne(s => s.User).WithMany().HasForeignKey(s => s.UserId);
    }
}

internal sealed class AccountLinkConfiguration : IEntityTypeConfiguration<AccountLink>
{
    public void Configure(EntityTypeBuilder<AccountLink> builder)
    {
        builder.HasOne(l => l.User).WithMany().HasForeignKey(l => l.UserId);
        builder.Property(l => l.CodeHash).HasMaxLength(64);
        builder.Property(l => l.SecurityStamp).HasMaxLength(100);
        builder.HasIndex(l => l.CodeHash).IsUnique();
    }
}

internal sealed class CalendarFeedConfiguration : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.HasOne(f => f.User).WithMany().HasForeignKey(f => f.UserId);
        builder.HasIndex(f => f.UserId).IsUnique();
        builder.Property(f => f.CodeHash).HasMaxLength(64);
        builder.HasIndex(f => f.CodeHash).IsUnique();
    }
}

internal sealed class StoredFileConfiguration : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Name).HasMaxLength(Lengths.Name);
        builder.Property(f => f.StoredName).HasMaxLength(100);
        builder.Property(f => f.Sha256).HasMaxLength(64);
        builder.HasIndex(f => f.Sha256);
        builder.HasOne(f => f.Order).WithMany().HasForeignKey(f => f.OrderId);
        builder.HasOne(f => f.Execution).WithMany(x => x.Files).HasForeignKey(f => f.ExecutionId);
        builder.HasOne(f => f.Material).WithMany(m => m.Files).HasForeignKey(f => f.MaterialId);
        builder.HasOne(f => f.SubmittedDocument).WithMany(d => d.Files).HasForeignKey(f => f.SubmittedDocumentId);
    }
}

/// <summary>Public to the assembly's two contexts: the journal is mapped in both.</summary>
internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        // Update and delete are refused by triggers, made in the migrations.
        builder.ToTable("AuditEntries", table => table.HasTrigger("TR_AuditEntries_AppendOnly"));
        builder.Property(a => a.Changes).IsJson();
        builder.Property(a => a.Entity).HasMaxLength(100);
        builder.Property(a => a.EntityId).HasMaxLength(100);
        builder.Property(a => a.RequestId).HasMaxLength(100);
        builder.HasIndex(a => new { a.Entity, a.EntityId });
        builder.HasIndex(a => a.At);
        builder.HasIndex(a => new { a.OrganizationId, a.At });
    }
}
