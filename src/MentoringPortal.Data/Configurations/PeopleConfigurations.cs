using MentoringPortal.Domain.Consents;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentoringPortal.Data.Configurations;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.Property(p => p.OrganizationId).IsRequired();
        builder.Property(p => p.Surname).HasMaxLength(Lengths.PersonName);
        builder.Property(p => p.Given).HasMaxLength(Lengths.PersonName);
        builder.Property(p => p.Patronymic).HasMaxLength(Lengths.PersonName);
        builder.Property(p => p.NameKey).HasMaxLength(3 * Lengths.PersonName + 2);
        builder.Property(p => p.ClassLetter).HasMaxLength(20);
        builder.Property(p => p.Position).HasMaxLength(Lengths.Name);
        builder.Property(p => p.Contact).HasMaxLength(Lengths.Name);
        builder.Property(p => p.ParentName).HasMaxLength(Lengths.Name);
        builder.Property(p => p.ParentContact).HasMaxLength(Lengths.Name);
        builder.Ignore(p => p.Name);
        builder.HasAlternateKey(p => new { p.Id, p.OrganizationId });
        builder.HasIndex(p => new { p.OrganizationId, p.NameKey });
        // One human being in several organizations is looked for by name over all of them.
        builder.HasIndex(p => p.NameKey);
        // The department looks for grown-up people by a part of a name: few beside the children.
        builder.HasIndex(p => p.Kind);
    }
}

internal sealed class PersonMatchConfiguration : IEntityTypeConfiguration<PersonMatch>
{
    public void Configure(EntityTypeBuilder<PersonMatch> builder)
    {
        // Two paths to one table: SQL Server refuses to cascade along both.
        builder.HasOne<Person>().WithMany().HasForeignKey(m => new { m.FirstPersonId, m.FirstOrganizationId }).HasPrincipalKey(p => new { p.Id, p.OrganizationId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => new { m.SecondPersonId, m.SecondOrganizationId }).HasPrincipalKey(p => new { p.Id, p.OrganizationId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => new { m.FirstPersonId, m.SecondPersonId }).IsUnique();
        builder.HasIndex(m => m.FirstOrganizationId);
        builder.HasIndex(m => m.SecondOrganizationId);
    }
}

internal sealed class TransferConfiguration : IEntityTypeConfiguration<Transfer>
{
    public void Configure(EntityTypeBuilder<Transfer> builder)
    {
        builder.Property(t => t.OrganizationId).IsRequired();
        builder.HasOne(t => t.Person).WithMany().HasForeignKey(t => new { t.PersonId, t.OrganizationId }).HasPrincipalKey(p => new { p.Id, p.OrganizationId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Domain.Organizations.Organization>().WithMany().HasForeignKey(t => t.ToOrganizationId);
        builder.Property(t => t.FromName).HasMaxLength(Lengths.Name);
        builder.Property(t => t.ToName).HasMaxLength(Lengths.Name);
        builder.Property(t => t.Surname).HasMaxLength(Lengths.PersonName);
        builder.Property(t => t.Given).HasMaxLength(Lengths.PersonName);
        builder.Property(t => t.Patronymic).HasMaxLength(Lengths.PersonName);
        builder.Property(t => t.NameKey).HasMaxLength(3 * Lengths.PersonName + 2);
        builder.Property(t => t.ClassName).HasMaxLength(30);
        // Nobody goes to two schools at once.
        builder.HasIndex(t => t.PersonId).IsUnique();
    }
}

internal sealed class MenteeConfiguration : IEntityTypeConfiguration<Mentee>
{
    public void Configure(EntityTypeBuilder<Mentee> builder)
    {
        // The role's organization is the person's: the database keeps it so.
        builder.HasOne(m => m.Person).WithOne(p => p.Mentee).HasForeignKey<Mentee>(m => new { m.PersonId, m.OrganizationId }).HasPrincipalKey<Person>(p => new { p.Id, p.OrganizationId });
        builder.HasAlternateKey(m => new { m.Id, m.OrganizationId });
        builder.Property(m => m.SupportedBy).HasMaxLength(Lengths.Name);
        builder.HasIndex(m => new { m.OrganizationId, m.LeftOn });
    }
}

internal sealed class MenteeTopicConfiguration : IEntityTypeConfiguration<MenteeTopic>
{
    public void Configure(EntityTypeBuilder<MenteeTopic> builder)
    {
        builder.ToTable("MenteeTopics");
        builder.HasIndex(t => new { t.MenteeId, t.TopicId }).IsUnique();
        builder.HasOne(t => t.Topic).WithMany().HasForeignKey(t => t.TopicId);
    }
}

internal sealed class MentorConfiguration : IEntityTypeConfiguration<Mentor>
{
    public void Configure(EntityTypeBuilder<Mentor> builder)
    {
        builder.HasOne(m => m.Person).WithOne(p => p.Mentor).HasForeignKey<Mentor>(m => new { m.PersonId, m.OrganizationId }).HasPrincipalKey<Person>(p => new { p.Id, p.OrganizationId });
        builder.HasOne<Domain.Organizations.Organization>().WithMany().HasForeignKey(m => m.PartnerId);
        builder.HasOne<Accounts.PortalUser>().WithMany().HasForeignKey(m => m.UserId);
        builder.Property(m => m.Workplace).HasMaxLength(Lengths.Name);
        builder.Property(m => m.Certificate).HasMaxLength(Lengths.Name);
        builder.Property(m => m.ContractAddition).HasMaxLength(Lengths.Name);
        builder.HasIndex(m => new { m.OrganizationId, m.LeftOn });
        builder.HasIndex(m => m.UserId).IsUnique().HasFilter("UserId IS NOT NULL");
    }
}

internal sealed class MentorTopicConfiguration : IEntityTypeConfiguration<MentorTopic>
{
    public void Configure(EntityTypeBuilder<MentorTopic> builder)
    {
        builder.ToTable("MentorTopics");
        builder.HasIndex(t => new { t.MentorId, t.TopicId }).IsUnique();
        builder.HasOne(t => t.Topic).WithMany().HasForeignKey(t => t.TopicId);
    }
}

internal sealed class TopicConfiguration : IEntityTypeConfiguration<Topic>
{
    private static readonly string[] First =
    [
        "Подготовка к экзаменам", "Учебные трудности", "Олимпиады и конкурсы", "Исследования и проекты", "Выбор профессии", "Творчество", "Спорт",
        "Общение и дружба", "Привыкание к новой школе", "Русский язык как неродной", "Цифровые навыки", "Методика урока", "Классное руководство",
        "Работа с родителями", "Рабочие документы педагога",
    ];

    public void Configure(EntityTypeBuilder<Topic> builder)
    {
        builder.Property(t => t.Name).HasMaxLength(Lengths.Name);
        builder.HasIndex(t => t.Name).IsUnique();
        builder.HasData(First.Select((name, i) => new { Id = i + 1, Name = name, IsActive = true, Version = 0 }));
    }
}

internal sealed class MentorAvailabilityConfiguration : IEntityTypeConfiguration<MentorAvailability>
{
    public void Configure(EntityTypeBuilder<MentorAvailability> builder)
    {
        builder.HasKey(a => new { a.MentorId, a.OrganizationId });
        builder.HasOne(a => a.Mentor).WithMany(m => m.Availabilities).HasForeignKey(a => a.MentorId);
        builder.HasOne<Domain.Organizations.Organization>().WithMany().HasForeignKey(a => a.OrganizationId);
    }
}

internal sealed class MentorOfferConfiguration : IEntityTypeConfiguration<MentorOffer>
{
    public void Configure(EntityTypeBuilder<MentorOffer> builder)
    {
        builder.HasOne(o => o.Mentor).WithMany(m => m.Offers).HasForeignKey(o => o.MentorId);
        builder.Property(o => o.OwnerName).HasMaxLength(Lengths.Name);
        builder.HasIndex(o => o.MentorId).IsUnique().HasFilter("WithdrawnOn IS NULL").HasDatabaseName("IX_MentorOffers_OneOpen");
    }
}

internal sealed class MentorRequestConfiguration : IEntityTypeConfiguration<MentorRequest>
{
    public void Configure(EntityTypeBuilder<MentorRequest> builder)
    {
        builder.HasOne(r => r.Offer).WithMany(o => o.Requests).HasForeignKey(r => r.OfferId);
        builder.HasOne<Domain.Organizations.Organization>().WithMany().HasForeignKey(r => r.OrganizationId);
        builder.Property(r => r.AskerName).HasMaxLength(Lengths.Name);
        builder.HasIndex(r => new { r.OwnerOrganizationId, r.State });
    }
}

internal sealed class EnrolmentConfiguration : IEntityTypeConfiguration<Enrolment>
{
    public void Configure(EntityTypeBuilder<Enrolment> builder)
    {
        builder.HasOne(e => e.Person).WithMany(p => p.Enrolments).HasForeignKey(e => new { e.PersonId, e.OrganizationId }).HasPrincipalKey(p => new { p.Id, p.OrganizationId });
        builder.HasOne<Domain.Organizations.Organization>().WithMany().HasForeignKey(e => e.ProviderId);
        builder.Property(e => e.Programme).HasMaxLength(Lengths.Name);
        builder.HasIndex(e => new { e.OrganizationId, e.From });
    }
}

internal sealed class PartnerAgreementConfiguration : IEntityTypeConfiguration<PartnerAgreement>
{
    public void Configure(EntityTypeBuilder<PartnerAgreement> builder)
    {
        builder.HasOne<Domain.Organizations.Organization>().WithMany().HasForeignKey(a => a.PartnerId);
        builder.Property(a => a.PartnerName).HasMaxLength(Lengths.Name);
        builder.HasOne<Domain.Files.StoredFile>().WithMany().HasForeignKey(a => a.FileId);
        builder.Property(a => a.Subject).HasMaxLength(Lengths.Title);
        builder.Property(a => a.Number).HasMaxLength(Lengths.Number);
    }
}

internal sealed class ConsentConfiguration : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.HasOne(c => c.Person).WithMany(p => p.Consents).HasForeignKey(c => new { c.PersonId, c.OrganizationId }).HasPrincipalKey(p => new { p.Id, p.OrganizationId });
        builder.HasOne<Domain.Files.StoredFile>().WithMany().HasForeignKey(c => c.FileId);
        builder.Property(c => c.SignerName).HasMaxLength(Lengths.Name);
        builder.Property(c => c.PaperNumber).HasMaxLength(Lengths.Number);
        builder.HasIndex(c => new { c.PersonId, c.Kind });
        builder.HasIndex(c => new { c.OrganizationId, c.ValidTo });
    }
}

internal sealed class ConsentRuleConfiguration : IEntityTypeConfiguration<ConsentRule>
{
    public void Configure(EntityTypeBuilder<ConsentRule> builder)
    {
        builder.HasKey(r => r.Activity);
        builder.HasData(ConsentRule.BuiltIn);
    }
}

internal sealed class MentoringSettingsConfiguration : IEntityTypeConfiguration<MentoringSettings>
{
    public void Configure(EntityTypeBuilder<MentoringSettings> builder)
    {
        builder.ToTable("Settings");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.AgeBands).IsJson();
        builder.Property(s => s.Weights).IsJson();
        builder.Property(s => s.Reminders).IsJson();
        builder.Property(s => s.Enquiries).IsJson();
    }
}
