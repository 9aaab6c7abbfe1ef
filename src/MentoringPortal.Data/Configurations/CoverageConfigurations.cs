using MentoringPortal.Domain.Coverage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentoringPortal.Data.Configurations;

internal sealed class CoverageTargetConfiguration : IEntityTypeConfiguration<CoverageTarget>
{
    public void Configure(EntityTypeBuilder<CoverageTarget> builder)
    {
        builder.ToTable("CoverageTargets");
        builder.Property(t => t.Source).HasMaxLength(Lengths.Title);
        builder.HasOne(t => t.Order).WithMany(o => o.Targets).HasForeignKey(t => t.OrderId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(t => t.RoadmapItem).WithMany(i => i.Targets).HasForeignKey(t => t.RoadmapItemId);
    }
}

internal sealed class IndicatorConfiguration : IEntityTypeConfiguration<Indicator>
{
    public void Configure(EntityTypeBuilder<Indicator> builder)
    {
        builder.ToTable("Indicators");
        builder.Property(i => i.Plan).IsJson();
        builder.Property(i => i.Note).HasMaxLength(Lengths.Text);
        builder.HasOne(i => i.Order).WithMany(o => o.Indicators).HasForeignKey(i => i.OrderId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(i => i.CountedForm).WithMany().HasForeignKey(i => i.CountedFormId);
    }
}

internal sealed class HeadcountConfiguration : IEntityTypeConfiguration<Headcount>
{
    public void Configure(EntityTypeBuilder<Headcount> builder)
    {
        builder.Property(h => h.EnteredByName).HasMaxLength(Lengths.Name);
        builder.Property(h => h.DecidedByName).HasMaxLength(Lengths.Name);
        builder.Property(h => h.Reason).HasMaxLength(Lengths.Title);
        builder.HasIndex(h => new { h.SchoolYear, h.OrganizationId });
    }
}
