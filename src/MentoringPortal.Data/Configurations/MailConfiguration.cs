using MentoringPortal.Data.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentoringPortal.Data.Configurations;

internal sealed class OutboxMailConfiguration : IEntityTypeConfiguration<OutboxMail>
{
    public void Configure(EntityTypeBuilder<OutboxMail> builder)
    {
        builder.ToTable("Mails");
        builder.Property(m => m.Recipient).HasMaxLength(256);
        builder.Property(m => m.Subject).HasMaxLength(Lengths.Name);
        builder.Property(m => m.Body).HasMaxLength(Lengths.Text);
        builder.Property(m => m.Key).HasMaxLength(100);
        builder.Property(m => m.LastError).HasMaxLength(Lengths.Name);
        builder.HasIndex(m => m.Key).IsUnique();
        builder.HasIndex(m => new { m.State, m.NextAttemptAt });
    }
}
