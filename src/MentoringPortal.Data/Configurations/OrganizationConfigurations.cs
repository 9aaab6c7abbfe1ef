using MentoringPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentoringPortal.Data.Configurations;

/// <summary>Lengths of columns, in characters; forms repeat them as annotations.</summary>
public static class Lengths
{
    public const int Number = 100;
    public const int Phone = 100;
    public const int Name = 300;
    /// <summary>One part of a person's name.</summary>
    public const int PersonName = 120;
    public const int Title = 2000;
    public const int Text = 20_000;
}

internal sealed class DepartmentConfiguration : IEntityTypeConfiguration<Department>
{
    public void Configure(EntityTypeBuilder<Department> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        foreach (var name in (string[])[nameof(Department.Name), nameof(Department.NameGenitive), nameof(Department.NameDative), nameof(Department.Municipality)])
            builder.Property(name).HasMaxLength(Lengths.Title);
        builder.Property(d => d.Letterhead).HasMaxLength(Lengths.Title);
        builder.Property(d => d.Letterhead2).HasMaxLength(Lengths.Title);
        builder.Property(d => d.Address).HasMaxLength(Lengths.Title);
    }
}

internal sealed class DepartmentUnitConfiguration : IEntityTypeConfiguration<DepartmentUnit>
{
    public void Configure(EntityTypeBuilder<DepartmentUnit> builder)
    {
        builder.Property(u => u.Name).HasMaxLength(Lengths.Name);
        builder.Property(u => u.Abbreviation).HasMaxLength(Lengths.Number);
    }
}

internal sealed class OrganizationConfiguration : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> builder)
    {
        builder.Property(o => o.ShortName).HasMaxLength(Lengths.Name);
        builder.Property(o => o.FullName).HasMaxLength(Lengths.Title);
        builder.Property(o => o.Address).HasMaxLength(Lengths.Title);
        builder.HasIndex(o => o.ShortName).IsUnique();
    }
}

internal sealed class ParticipationConfiguration : IEntityTypeConfiguration<Participation>
{
    public void Configure(EntityTypeBuilder<Participation> builder)
    {
        builder.Property(p => p.OrderNumber).HasMaxLength(Lengths.Number);
        builder.HasIndex(p => new { p.SchoolYear, p.OrganizationId }).IsUnique();
    }
}

internal sealed class ParticipationFormConfiguration : IEntityTypeConfiguration<ParticipationForm>
{
    public void Configure(EntityTypeBuilder<ParticipationForm> builder)
    {
        builder.ToTable("ParticipationForms");
        builder.HasIndex(f => new { f.ParticipationId, f.MentoringFormId }).IsUnique();
        builder.HasOne(f => f.Form).WithMany().HasForeignKey(f => f.MentoringFormId);
    }
}

internal sealed class MentoringFormConfiguration : IEntityTypeConfiguration<MentoringForm>
{
    public void Configure(EntityTypeBuilder<MentoringForm> builder)
    {
        builder.Property(f => f.Name).HasMaxLength(Lengths.Name);
        builder.HasIndex(f => f.Name).IsUnique();
        builder.HasData(MentoringForm.BuiltIn);
    }
}

internal sealed class AppointmentConfiguration : IEntityTypeConfiguration<Appointment>
{
    public void Configure(EntityTypeBuilder<Appointment> builder)
    {
        builder.Property(a => a.PersonName).HasMaxLength(Lengths.Name);
        builder.Property(a => a.OrderNumber).HasMaxLength(Lengths.Number);
        builder.Property(a => a.Phone).HasMaxLength(Lengths.Phone);
        builder.HasOne(a => a.DepartmentUnit).WithMany(u => u.People).HasForeignKey(a => a.DepartmentUnitId);
    }
}
