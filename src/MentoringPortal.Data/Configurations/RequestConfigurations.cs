using MentoringPortal.Domain.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentoringPortal.Data.Configurations;

internal sealed class InformationRequestConfiguration : IEntityTypeConfiguration<InformationRequest>
{
    public void Configure(EntityTypeBuilder<InformationRequest> builder)
    {
        builder.ToTable("InformationRequests");
        builder.HasOne(q => q.Order).WithMany(o => o.Requests).HasForeignKey(q => q.OrderId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(q => q.Documents).IsJson();
        builder.Property(q => q.MustContain).IsJson();
        builder.Property(q => q.Form).IsJson();
        builder.Property(q => q.Checklist).IsJson();
        builder.Property(q => q.Sheet).IsJson();
        builder.Property(q => q.Repeats).IsJson();
        builder.HasIndex(q => new { q.OpenedOn, q.ClosedOn });
    }
}

internal sealed class SubmissionConfiguration : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> builder)
    {
        builder.HasOne(s => s.Request).WithMany(q => q.Submissions).HasForeignKey(s => s.RequestId);
        builder.HasOne(s => s.Organization).WithMany().HasForeignKey(s => s.OrganizationId);
        builder.Property(s => s.Cells).IsJson();
        builder.Property(s => s.ResponsibleName).HasMaxLength(Lengths.Name);
        builder.Property(s => s.ResponsiblePhone).HasMaxLength(Lengths.Name);
        builder.HasIndex(s => new { s.RequestId, s.OrganizationId }).IsUnique();
    }
}

internal sealed class SubmittedDocumentConfiguration : IEntityTypeConfiguration<SubmittedDocument>
{
    public void Configure(EntityTypeBuilder<SubmittedDocument> builder)
    {
        builder.ToTable("SubmittedDocuments");
        builder.HasOne(d => d.Submission).WithMany(s => s.Documents).HasForeignKey(d => d.SubmissionId);
        builder.Property(d => d.Found).IsJson();
    }
}

internal sealed class SubmissionVersionConfiguration : IEntityTypeConfiguration<SubmissionVersion>
{
    public void Configure(EntityTypeBuilder<SubmissionVersion> builder)
    {
        builder.ToTable("SubmissionVersions");
        builder.HasOne(v => v.Submission).WithMany(s => s.Versions).HasForeignKey(v => v.SubmissionId);
        builder.Property(v => v.Cells).IsJson();
        builder.Property(v => v.Files).IsJson();
        builder.Property(v => v.ResponsibleName).HasMaxLength(Lengths.Name);
        builder.Property(v => v.ResponsiblePhone).HasMaxLength(Lengths.Name);
        builder.Property(v => v.ByName).HasMaxLength(Lengths.Name);
        builder.Property(v => v.DecidedByName).HasMaxLength(Lengths.Name);
        builder.Property(v => v.Outcome).HasMaxLength(Lengths.Name);
        builder.HasIndex(v => new { v.SubmissionId, v.Number }).IsUnique();
    }
}
