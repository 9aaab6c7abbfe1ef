using MentoringPortal.Domain.Exchange;
using MentoringPortal.Domain.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentoringPortal.Data.Configurations;

internal sealed class JobConfiguration : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> builder)
    {
        builder.Property(j => j.Id).ValueGeneratedNever();
        builder.Property(j => j.ResultUrl).HasMaxLength(Lengths.Name);
        builder.Property(j => j.Error).HasMaxLength(Lengths.Title);
        builder.Ignore(j => j.IsFinished);
        builder.HasIndex(j => new { j.State, j.CreatedAt });
    }
}

internal sealed class PeopleImportConfiguration : IEntityTypeConfiguration<PeopleImport>
{
    public void Configure(EntityTypeBuilder<PeopleImport> builder)
    {
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.FileName).HasMaxLength(Lengths.Name);
        builder.Property(i => i.StoredName).HasMaxLength(Lengths.Number);
        builder.Property(i => i.Sha256).HasMaxLength(64);
        builder.Property(i => i.OrderNumber).HasMaxLength(Lengths.Number);
        builder.Property(i => i.Changes).IsJson();
        builder.Property(i => i.Refused).IsJson();
        builder.HasIndex(i => new { i.AuthorId, i.ExpiresAt });
    }
}
