using MentoringPortal.Domain.Orders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentoringPortal.Data.Configurations;

internal sealed class OrderConfiguration : IEntityTypeConfiguration<Order>
{
    public void Configure(EntityTypeBuilder<Order> builder)
    {
        builder.Property(o => o.Number).HasMaxLength(Lengths.Number);
        builder.Property(o => o.Title).HasMaxLength(Lengths.Title);
        // Two indexes, for a null owner equals no other null on SQLite and does on SQL Server.
        builder.HasIndex(o => new { o.Kind, o.Year, o.Number }).IsUnique()
            .HasFilter(Filters.MunicipalRegistered).HasDatabaseName("IX_Orders_MunicipalNumber");
        builder.HasIndex(o => new { o.OrganizationId, o.Kind, o.Year, o.Number }).IsUnique()
            .HasFilter(Filters.OrganizationRegistered).HasDatabaseName("IX_Orders_OrganizationNumber");
        builder.Property(o => o.Letterhead).IsJson();
        builder.Property(o => o.Letterhead2).IsJson();
        builder.Property(o => o.Contacts).IsJson();
        builder.Property(o => o.Basis).IsJson();
        builder.Property(o => o.Paragraphs).IsJson();
        builder.Property(o => o.Appendices).IsJson();
        builder.Property(o => o.Remarks).IsJson();
        builder.Property(o => o.Unused).IsJson();
        builder.Property(o => o.AddressedTo).IsJson();
        builder.Property(o => o.CheckCode).HasMaxLength(32);
        builder.Property(o => o.IssuedHash).HasMaxLength(64);
        builder.Property(o => o.Performer).HasMaxLength(Lengths.Title);
        builder.HasOne(o => o.Changes).WithMany().HasForeignKey(o => o.ChangesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(o => o.CheckCode).IsUnique().HasFilter("\"CheckCode\" IS NOT NULL");
    }

    private static class Filters
    {
        public const string MunicipalRegistered = "OrganizationId IS NULL AND Number IS NOT NULL AND Year IS NOT NULL";
        public const string OrganizationRegistered = "OrganizationId IS NOT NULL AND Number IS NOT NULL AND Year IS NOT NULL";
    }
}

internal sealed class OrderRecipientConfiguration : IEntityTypeConfiguration<OrderRecipient>
{
    public void Configure(EntityTypeBuilder<OrderRecipient> builder)
    {
        builder.ToTable("OrderRecipients");
        builder.Property(r => r.AcknowledgedByName).HasMaxLength(Lengths.Name);
        builder.HasIndex(r => new { r.OrderId, r.OrganizationId }).IsUnique();
    }
}

internal sealed class ClauseConfiguration : IEntityTypeConfiguration<Clause>
{
    public void Configure(EntityTypeBuilder<Clause> builder)
    {
        builder.ToTable("Clauses");
        builder.Property(c => c.Number).HasMaxLength(Lengths.Number);
        builder.Property(c => c.Responsible).IsJson();
        builder.Property(c => c.Documents).IsJson();
        builder.Property(c => c.Deadline).IsJson();
    }
}
