using MentoringPortal.Data.Accounts;
using MentoringPortal.Data.Audit;
using MentoringPortal.Data.Mail;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Applications;
using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Consents;
using MentoringPortal.Domain.Exchange;
using MentoringPortal.Domain.Files;
using MentoringPortal.Domain.Imports;
using MentoringPortal.Domain.Jobs;
using MentoringPortal.Domain.Orders;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Requests;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Domain.Settings;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Domain.Text;
using MentoringPortal.Domain.Years;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace MentoringPortal.Data;

/// <summary>
/// The whole database, seen through the scope of whoever acts. A save guards the scope, moves versions, rebuilds search keys and writes the
/// journal in the same transaction.
/// </summary>
public abstract class PortalDb(DbContextOptions options, ScopeSource scope, TimeProvider time)
    : IdentityUserContext<PortalUser, int>(options)
{
    public DbSet<Department> Departments => Set<Department>();
    public DbSet<DepartmentUnit> DepartmentUnits => Set<DepartmentUnit>();
    public DbSet<Organization> Organizations => Set<Organization>();
    public DbSet<Participation> Participations => Set<Participation>();
    public DbSet<MentoringForm> MentoringForms => Set<MentoringForm>();
    public DbSet<Appointment> Appointments => Set<Appointment>();
    public DbSet<Order> Orders => Set<Order>();
    public DbSet<Roadmap> Roadmaps => Set<Roadmap>();
    public DbSet<RoadmapItem> RoadmapItems => Set<RoadmapItem>();
    public DbSet<Execution> Executions => Set<Execution>();
    public DbSet<RoadmapImport> RoadmapImports => Set<RoadmapImport>();
    public DbSet<StoredFile> Files => Set<StoredFile>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<PersonMatch> PersonMatches => Set<PersonMatch>();
    public DbSet<Transfer> Transfers => Set<Transfer>();
    public DbSet<Mentee> Mentees => Set<Mentee>();
    public DbSet<Mentor> Mentors => Set<Mentor>();
    public DbSet<MentorAvailability> MentorAvailabilities => Set<MentorAvailability>();
    public DbSet<MentorOffer> MentorOffers => Set<MentorOffer>();
    public DbSet<MentorRequest> MentorRequests => Set<MentorRequest>();
    public DbSet<Topic> Topics => Set<Topic>();
    public DbSet<Enrolment> Enrolments => Set<Enrolment>();
    public DbSet<PartnerAgreement> PartnerAgreements => Set<PartnerAgreement>();
    public DbSet<Consent> Consents => Set<Consent>();
    public DbSet<ConsentRule> ConsentRules => Set<ConsentRule>();
    public DbSet<Enquiry> Enquiries => Set<Enquiry>();
    public DbSet<Programme> Programmes => Set<Programme>();
    public DbSet<Material> Materials => Set<Material>();
    public DbSet<Pair> Pairs => Set<Pair>();
    public DbSet<PairMentor> PairMentors => Set<PairMentor>();
    public DbSet<PairMentee> PairMentees => Set<PairMentee>();
    public DbSet<Meeting> Meetings => Set<Meeting>();
    public DbSet<PlanTask> PlanTasks => Set<PlanTask>();
    public DbSet<YearChange> YearChanges => Set<YearChange>();
    public DbSet<PlanTemplate> PlanTemplates => Set<PlanTemplate>();
    public DbSet<Survey> Surveys => Set<Survey>();
    public DbSet<SurveyInvitation> SurveyInvitations => Set<SurveyInvitation>();
    public DbSet<ProgrammeReview> ProgrammeReviews => Set<ProgrammeReview>();
    public DbSet<SurveyAnswer> SurveyAnswers => Set<SurveyAnswer>();
    public DbSet<Application> Applications => Set<Application>();
    public DbSet<ApplicationLink> ApplicationLinks => Set<ApplicationLink>();
    public DbSet<MentoringSettings> Settings => Set<MentoringSettings>();
    public DbSet<Job> Jobs => Set<Job>();
    public DbSet<PeopleImport> PeopleImports => Set<PeopleImport>();
    public DbSet<UserSession> UserSessions => Set<UserSession>();
    public DbSet<AccountLink> AccountLinks => Set<AccountLink>();
    public DbSet<OutboxMail> Mails => Set<OutboxMail>();
    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();
    public DbSet<Headcount> Headcounts => Set<Headcount>();
    public DbSet<CoverageTarget> CoverageTargets => Set<CoverageTarget>();
    public DbSet<InformationRequest> InformationRequests => Set<InformationRequest>();
    public DbSet<Submission> Submissions => Set<Submission>();
    public DbSet<SubmittedDocument> SubmittedDocuments => Set<SubmittedDocument>();
    public DbSet<SubmissionVersion> SubmissionVersions => Set<SubmissionVersion>();
    public DbSet<Indicator> Indicators => Set<Indicator>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    /// <summary>Who acts; query filters read it at every query.</summary>
    public AccessScope Scope => scope.Current;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<decimal>().HavePrecision(9, 4);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDb).Assembly);
        builder.MapConventions();
        builder.ApplyScope(this);
    }

    /// <summary>Writes one event that changes no row: a download, an export, a refusal.</summary>
    /// <param name="person">Who it was, where the system acts for somebody who is just signing in or out.</param>
    public async Task Record(AuditAction action, string? entity = null, string? entityId = null, string? detail = null, Actor? person = null, CancellationToken cancel = default)
    {
        var actor = scope.Current.Actor ?? person;
        await using var audit = new AuditDb(Database.GetDbConnection(), Database.ProviderName!);
        if (Database.CurrentTransaction is { } transaction)
            await audit.Database.UseTransactionAsync(transaction.GetDbTransaction(), cancel);
        audit.Entries.Add(new AuditEntry
        {
            At = time.GetUtcNow().UtcDateTime,
            Action = action,
            Entity = entity,
            EntityId = entityId,
            Detail = detail,
            OrganizationId = actor?.OrganizationId ?? scope.Current.Link?.OrganizationId,
            ActorId = actor?.UserId,
            ActorName = actor?.Name ?? scope.Current.ActorName,
            ActorRole = actor?.Role,
            Address = scope.Address,
            RequestId = scope.RequestId,
        });
        await audit.SaveChangesAsync(cancel);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("The journal is written by SaveChangesAsync alone.");

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        Prepare();
        var trail = AuditTrail.Of(ChangeTracker);
        if (trail.IsEmpty)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (Database.CurrentTransaction is { } outer)
            return await SaveWithTrail(trail, outer, acceptAllChangesOnSuccess, cancellationToken);

        var strategy = Database.CreateExecutionStrategy();
        return await strategy.ExecuteAsync(async () =>
        {
            await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
            var rows = await SaveWithTrail(trail, transaction, false, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            if (acceptAllChangesOnSuccess)
                ChangeTracker.AcceptAllChanges();
            return rows;
        });
    }

    /// <summary>Saves and then does more in the same transaction: an event that the rows do not tell by themselves.</summary>
    public Task SaveWith(Func<Task> more, CancellationToken cancel) => SaveIf(async () => { await more(); return true; }, cancel);

    /// <summary>The same, kept only where it answers true; what it counts, it counts after the change.</summary>
    public Task<bool> SaveIf(Func<Task<bool>> isKept, CancellationToken cancel) => Database.CreateExecutionStrategy().ExecuteAsync(async () =>
    {
        await using var transaction = await Database.BeginTransactionAsync(cancel);
        await SaveChangesAsync(acceptAllChangesOnSuccess: false, cancel);
        if (!await isKept())
            return false;
        await transaction.CommitAsync(cancel);
        ChangeTracker.AcceptAllChanges();
        return true;
    });

    private async Task<int> SaveWithTrail(AuditTrail trail, IDbContextTransaction transaction, bool accept, CancellationToken cancel)
    {
        var rows = await SaveRows(cancel);
        await using var audit = new AuditDb(Database.GetDbConnection(), Database.ProviderName!);
        await audit.Database.UseTransactionAsync(transaction.GetDbTransaction(), cancel);
        audit.Entries.AddRange(trail.Entries(scope, time.GetUtcNow().UtcDateTime));
        await audit.SaveChangesAsync(cancel);
        if (accept)
            ChangeTracker.AcceptAllChanges();
        return rows;
    }

    /// <exception cref="DomainException">Somebody was faster with a value that may stand once: the check before it saw nothing yet.</exception>
    private async Task<int> SaveRows(CancellationToken cancel)
    {
        try
        {
            return await base.SaveChangesAsync(false, cancel);
        }
        catch (DbUpdateException refused) when (UniqueRules.Broken(refused, Model) is { } rule)
        {
            throw new DomainException(rule.Words, rule.Field);
        }
    }

    private void Prepare()
    {
        foreach (var entry in ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            WriteGuard.Check(entry, scope.Current);
            if (entry.State == EntityState.Deleted)
                continue;
            if (entry is { Entity: IVersioned versioned, State: EntityState.Modified })
                entry.Property(nameof(IVersioned.Version)).CurrentValue = versioned.Version + 1;
            if (entry.Entity is ISearchable row)
            {
                entry.Property(ModelConventions.SearchKey).CurrentValue = SearchKey.Of(row.SearchSource);
                entry.Property(ModelConventions.SortKey).CurrentValue = SearchKey.SortKeyOf(row.SortSource);
            }
        }
    }
}

public sealed class SqlitePortalDb(DbContextOptions<SqlitePortalDb> options, ScopeSource scope, TimeProvider time) : PortalDb(options, scope, time);

public sealed class SqlServerPortalDb(DbContextOptions<SqlServerPortalDb> options, ScopeSource scope, TimeProvider time) : PortalDb(options, scope, time)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        // The key is folded already: a binary collation finds the same rows here as on SQLite.
        foreach (var key in builder.Model.GetEntityTypes().Select(t => t.FindProperty(ModelConventions.SearchKey)).OfType<IMutableProperty>())
            key.SetCollation("Latin1_General_100_BIN2");
    }
}
