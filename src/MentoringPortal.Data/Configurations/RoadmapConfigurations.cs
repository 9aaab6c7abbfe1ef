using MentoringPortal.Domain.Imports;
using MentoringPortal.Domain.Roadmaps;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentoringPortal.Data.Configurations;

internal sealed class RoadmapConfiguration : IEntityTypeConfiguration<Roadmap>
{
    public void Configure(EntityTypeBuilder<Roadmap> builder)
    {
        builder.Property(r => r.Title).HasMaxLength(Lengths.Title);
        builder.HasOne(r => r.Order).WithMany(o => o.Roadmaps).HasForeignKey(r => r.OrderId);
    }
}

internal sealed class RoadmapSectionConfiguration : IEntityTypeConfiguration<RoadmapSection>
{
    public void Configure(EntityTypeBuilder<RoadmapSection> builder)
    {
        builder.ToTable("RoadmapSections");
        builder.Property(s => s.Number).HasMaxLength(Lengths.Number);
        builder.Property(s => s.Title).HasMaxLength(Lengths.Title);
    }
}

internal sealed class RoadmapItemConfiguration : IEntityTypeConfiguration<RoadmapItem>
{
    public void Configure(EntityTypeBuilder<RoadmapItem> builder)
    {
        builder.Property(i => i.Number).HasMaxLength(Lengths.Number);
        builder.Property(i => i.Responsible).IsJson();
        builder.Property(i => i.Deadline).IsJson();
        builder.HasOne(i => i.Roadmap).WithMany(r => r.Items).HasForeignKey(i => i.RoadmapId);
        builder.HasOne(i => i.Section).WithMany().HasForeignKey(i => i.SectionId);
        builder.HasIndex(i => new { i.RoadmapId, i.Ordinal });
        builder.HasIndex(i => i.DueOn);
    }
}

internal sealed class DeadlineChangeConfiguration : IEntityTypeConfiguration<DeadlineChange>
{
    public void Configure(EntityTypeBuilder<DeadlineChange> builder) => builder.ToTable("DeadlineChanges");
}

internal sealed class ExecutionConfiguration : IEntityTypeConfiguration<Execution>
{
    public void Configure(EntityTypeBuilder<Execution> builder)
    {
        builder.Property(x => x.OutsideBody).HasMaxLength(Lengths.Name);
        builder.Property(x => x.ProofNumber).HasMaxLength(Lengths.Number);
        builder.HasOne(x => x.RoadmapItem).WithMany(i => i.Executions).HasForeignKey(x => x.RoadmapItemId);
        builder.HasOne(x => x.Roadmap).WithMany(r => r.Executions).HasForeignKey(x => x.RoadmapId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(x => new { x.OrganizationId, x.RoadmapId });
        builder.HasIndex(x => new { x.RoadmapItemId, x.OrganizationId }).IsUnique().HasFilter("OrganizationId IS NOT NULL");
        builder.HasIndex(x => new { x.RoadmapId, x.State });
    }
}

internal sealed class ExecutionEventConfiguration : IEntityTypeConfiguration<ExecutionEvent>
{
    public void Configure(EntityTypeBuilder<ExecutionEvent> builder)
    {
        builder.ToTable("ExecutionEvents");
        builder.HasOne(e => e.Execution).WithMany(x => x.Events).HasForeignKey(e => e.ExecutionId);
    }
}

internal sealed class ObligationConfiguration : IEntityTypeConfiguration<Obligation>
{
    public void Configure(EntityTypeBuilder<Obligation> builder) => builder.ToTable("Obligations");
}

internal sealed class ObligationPartConfiguration : IEntityTypeConfiguration<ObligationPart>
{
    public void Configure(EntityTypeBuilder<ObligationPart> builder)
    {
        builder.ToTable("ObligationParts");
        builder.HasOne(p => p.RoadmapItem).WithMany().HasForeignKey(p => p.RoadmapItemId);
        builder.HasOne(p => p.Clause).WithMany().HasForeignKey(p => p.ClauseId);
    }
}

internal sealed class RoadmapImportConfiguration : IEntityTypeConfiguration<RoadmapImport>
{
    public void Configure(EntityTypeBuilder<RoadmapImport> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Reading).IsJson();
        builder.Property(d => d.Sha256).HasMaxLength(64);
        builder.HasIndex(d => new { d.AuthorId, d.ExpiresAt });
    }
}
