using MentoringPortal.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentoringPortal.Data.Configurations;

internal sealed class EnquiryConfiguration : IEntityTypeConfiguration<Enquiry>
{
    public void Configure(EntityTypeBuilder<Enquiry> builder)
    {
        builder.HasOne<Domain.Organizations.Organization>().WithMany().HasForeignKey(e => e.OrganizationId);
        // The department's own name people of partners, whose organization is another than the row's: a key of two columns would not hold.
        builder.HasOne(e => e.Person).WithMany().HasForeignKey(e => e.PersonId);
        builder.Property(e => e.RequesterName).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Note).HasMaxLength(Lengths.Title);
        builder.Property(e => e.ExtensionReason).HasMaxLength(Lengths.Title);
        builder.Property(e => e.OutcomeReason).HasMaxLength(Lengths.Title);
        builder.Property(e => e.ReplyNumber).HasMaxLength(Lengths.Number);
        builder.HasIndex(e => new { e.OrganizationId, e.AnsweredOn, e.DueOn });
    }
}
