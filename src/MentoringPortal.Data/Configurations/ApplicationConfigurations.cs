using MentoringPortal.Domain.Applications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentoringPortal.Data.Configurations;

internal sealed class ApplicationConfiguration : IEntityTypeConfiguration<Application>
{
    public void Configure(EntityTypeBuilder<Application> builder)
    {
        builder.Property(a => a.OrganizationId).IsRequired();
        builder.HasOne<Domain.Organizations.Organization>().WithMany().HasForeignKey(a => a.OrganizationId);
        builder.Property(a => a.Surname).HasMaxLength(Lengths.PersonName);
        builder.Property(a => a.Given).HasMaxLength(Lengths.PersonName);
        builder.Property(a => a.Patronymic).HasMaxLength(Lengths.PersonName);
        builder.Property(a => a.NameKey).HasMaxLength(3 * Lengths.PersonName + 2);
        builder.Property(a => a.ClassName).HasMaxLength(30);
        builder.Property(a => a.Position).HasMaxLength(Lengths.Name);
        builder.Property(a => a.Contact).HasMaxLength(Lengths.Name);
        builder.Property(a => a.ParentName).HasMaxLength(Lengths.Name);
        builder.Property(a => a.ParentContact).HasMaxLength(Lengths.Name);
        builder.Property(a => a.TopicIds).IsJson();
    }
}

internal sealed class ApplicationLinkConfiguration : IEntityTypeConfiguration<ApplicationLink>
{
    public void Configure(EntityTypeBuilder<ApplicationLink> builder)
    {
        builder.Property(l => l.OrganizationId).IsRequired();
        builder.HasOne<Domain.Organizations.Organization>().WithMany().HasForeignKey(l => l.OrganizationId);
        builder.Property(l => l.ClassName).HasMaxLength(30);
        builder.Property(l => l.CodeHash).HasMaxLength(64);
        builder.HasIndex(l => l.CodeHash).IsUnique();
    }
}
