using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Years;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentoringPortal.Data.Configurations;

internal sealed class PairConfiguration : IEntityTypeConfiguration<Pair>
{
    public void Configure(EntityTypeBuilder<Pair> builder)
    {
        builder.Property(p => p.OrganizationId).IsRequired();
        builder.HasAlternateKey(p => new { p.Id, p.OrganizationId });
        builder.Ignore(p => p.CurrentMentor);
        builder.Ignore(p => p.CurrentMentees);
        builder.HasOne(p => p.Organization).WithMany().HasForeignKey(p => p.OrganizationId);
        builder.HasOne(p => p.Form).WithMany().HasForeignKey(p => p.FormId);
        builder.HasOne(p => p.Programme).WithMany().HasForeignKey(p => p.ProgrammeId);
        builder.Property(p => p.OrderNumber).HasMaxLength(Lengths.Number);
        builder.Property(p => p.CaseLink).HasMaxLength(Lengths.Title);
        builder.HasIndex(p => new { p.OrganizationId, p.State });
        // Those at work are few beside those of past years.
        builder.HasIndex(p => new { p.State, p.From });
    }
}

/// <summary>The keys carry the organization: the database refuses a mentor whom nobody made available there, and a mentee of another school.</summary>
internal sealed class PairMentorConfiguration : IEntityTypeConfiguration<PairMentor>
{
    public void Configure(EntityTypeBuilder<PairMentor> builder)
    {
        builder.HasOne(m => m.Pair).WithMany(p => p.Mentors).HasForeignKey(m => new { m.PairId, m.OrganizationId }).HasPrincipalKey(p => new { p.Id, p.OrganizationId });
        builder.HasOne<MentorAvailability>().WithMany().HasForeignKey(m => new { m.MentorId, m.OrganizationId });
        builder.HasOne(m => m.Mentor).WithMany(m => m.Pairs).HasForeignKey(m => m.MentorId);
        builder.HasIndex(m => m.OrganizationId);
        builder.HasIndex(m => m.PairId).IsUnique().HasFilter("\"To\" IS NULL").HasDatabaseName("IX_PairMentors_OneCurrent");
    }
}

internal sealed class PairMenteeConfiguration : IEntityTypeConfiguration<PairMentee>
{
    public void Configure(EntityTypeBuilder<PairMentee> builder)
    {
        builder.HasOne(m => m.Pair).WithMany(p => p.Mentees).HasForeignKey(m => new { m.PairId, m.OrganizationId }).HasPrincipalKey(p => new { p.Id, p.OrganizationId });
        builder.HasOne(m => m.Mentee).WithMany(e => e.Pairs).HasForeignKey(m => new { m.MenteeId, m.OrganizationId }).HasPrincipalKey(e => new { e.Id, e.OrganizationId });
        builder.HasIndex(m => m.OrganizationId);
        builder.HasIndex(m => new { m.PairId, m.MenteeId });
    }
}

internal sealed class MeetingConfiguration : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.HasOne(m => m.Pair).WithMany(p => p.Meetings).HasForeignKey(m => new { m.PairId, m.OrganizationId }).HasPrincipalKey(p => new { p.Id, p.OrganizationId });
        builder.Property(m => m.LoggedByName).HasMaxLength(Lengths.Name);
        builder.HasIndex(m => new { m.PairId, m.Date });
        builder.HasIndex(m => new { m.OrganizationId, m.Date });
    }
}

internal sealed class PlanTaskConfiguration : IEntityTypeConfiguration<PlanTask>
{
    public void Configure(EntityTypeBuilder<PlanTask> builder) =>
        builder.HasOne(t => t.Pair).WithMany(p => p.Plan).HasForeignKey(t => new { t.PairId, t.OrganizationId }).HasPrincipalKey(p => new { p.Id, p.OrganizationId });
}

internal sealed class PlanTemplateConfiguration : IEntityTypeConfiguration<PlanTemplate>
{
    public void Configure(EntityTypeBuilder<PlanTemplate> builder)
    {
        builder.Property(t => t.Name).HasMaxLength(Lengths.Name);
        builder.HasOne(t => t.Form).WithMany().HasForeignKey(t => t.FormId);
    }
}

internal sealed class PlanTemplateItemConfiguration : IEntityTypeConfiguration<PlanTemplateItem>
{
    public void Configure(EntityTypeBuilder<PlanTemplateItem> builder)
    {
        builder.HasOne(i => i.Template).WithMany(t => t.Items).HasForeignKey(i => i.TemplateId);
        builder.Property(i => i.Goal).HasMaxLength(Lengths.Title);
        builder.Property(i => i.Task).HasMaxLength(Lengths.Title);
    }
}

internal sealed class ProgrammeConfiguration : IEntityTypeConfiguration<Programme>
{
    public void Configure(EntityTypeBuilder<Programme> builder)
    {
        builder.Property(p => p.Name).HasMaxLength(Lengths.Name);
        builder.HasOne(p => p.Form).WithMany().HasForeignKey(p => p.FormId);
    }
}

internal sealed class MaterialConfiguration : IEntityTypeConfiguration<Material>
{
    public void Configure(EntityTypeBuilder<Material> builder)
    {
        builder.Property(m => m.Title).HasMaxLength(Lengths.Name);
        builder.Property(m => m.Note).HasMaxLength(Lengths.Title);
        builder.Property(m => m.Link).HasMaxLength(Lengths.Title);
        builder.HasOne(m => m.Form).WithMany().HasForeignKey(m => m.FormId);
        builder.HasIndex(m => new { m.OrganizationId, m.RemovedOn });
    }
}

internal sealed class YearChangeConfiguration : IEntityTypeConfiguration<YearChange>
{
    public void Configure(EntityTypeBuilder<YearChange> builder)
    {
        builder.Property(c => c.OrganizationId).IsRequired();
        builder.HasOne(c => c.Organization).WithMany().HasForeignKey(c => c.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Moves).WithOne().HasForeignKey(m => m.YearChangeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.Pairs).WithOne().HasForeignKey(p => p.YearChangeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(c => new { c.Year, c.OrganizationId }).IsUnique();
    }
}

internal sealed class YearMoveConfiguration : IEntityTypeConfiguration<YearMove>
{
    public void Configure(EntityTypeBuilder<YearMove> builder)
    {
        builder.HasOne(m => m.Person).WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(m => m.ClassName).HasMaxLength(Lengths.Number);
    }
}

internal sealed class YearPairConfiguration : IEntityTypeConfiguration<YearPair>
{
    public void Configure(EntityTypeBuilder<YearPair> builder)
    {
        builder.HasOne(p => p.Pair).WithMany().HasForeignKey(p => p.PairId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.Renewed).WithMany().HasForeignKey(p => p.RenewedId);
    }
}
