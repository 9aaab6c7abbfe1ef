using System.Linq.Expressions;
using MentoringPortal.Data.Accounts;
using MentoringPortal.Data.Audit;
using MentoringPortal.Data.Mail;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Applications;
using MentoringPortal.Domain.Coverage;
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
using MentoringPortal.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Data;

/// <summary>
/// Which rows a scope sees, by entity. What belongs to an organization is seen by it alone; a municipal paper is also seen by those it is
/// addressed to, and its parts follow it. A test refuses an entity that stands neither here nor among the listed open ones.
/// </summary>
internal static class ScopeFilters
{
    public const string Name = "Scope";

    public static void ApplyScope(this ModelBuilder builder, PortalDb db)
    {
        foreach (var type in builder.Model.GetEntityTypes().Select(t => t.ClrType).Where(typeof(IOwnedByOrganization).IsAssignableFrom))
            builder.Entity(type).HasQueryFilter(Name, OwnRows(type, db));

        builder.Filter<Organization>(o => db.Scope.SeesDirectories || o.Id == db.Scope.HomeOrganizationId);
        builder.Filter<Appointment>(a => db.Scope.SeesAll || a.OrganizationId == null || a.OrganizationId == db.Scope.OrganizationId);
        builder.Filter<ParticipationForm>(f => db.Scope.SeesAll || f.Participation!.OrganizationId == db.Scope.OrganizationId);

        builder.Filter<Order>(o => db.Scope.SeesAll || o.OrganizationId == db.Scope.OrganizationId
            || o.Recipients.Any(r => r.OrganizationId == db.Scope.OrganizationId));
        builder.Filter<Clause>(c => db.Scope.SeesAll || c.Order!.OrganizationId == db.Scope.OrganizationId
            || c.Order.Recipients.Any(r => r.OrganizationId == db.Scope.OrganizationId));
        builder.Filter<CoverageTarget>(t => db.Scope.SeesAll || (db.Scope.IsCurator && t.OrderId == null) || t.Order!.OrganizationId == db.Scope.OrganizationId
            || t.Order.Recipients.Any(r => r.OrganizationId == db.Scope.OrganizationId));
        builder.Filter<Indicator>(i => db.Scope.SeesAll || (db.Scope.IsCurator && i.OrderId == null) || i.Order!.OrganizationId == db.Scope.OrganizationId
            || i.Order.Recipients.Any(r => r.OrganizationId == db.Scope.OrganizationId));
        // Of a paper, as the paper; an opened one by whom it asks.
        builder.Filter<InformationRequest>(q => db.Scope.SeesAll || q.Submissions.Any(s => s.OrganizationId == db.Scope.OrganizationId)
            || db.Orders.Any(o => o.Id == q.OrderId && (o.OrganizationId == db.Scope.OrganizationId || o.Recipients.Any(r => r.OrganizationId == db.Scope.OrganizationId))));
        builder.Filter<StoredFile>(f => db.Scope.IsSystem || (db.Scope.SeesAll && !f.IsConfidential) || f.OrganizationId == db.Scope.OrganizationId
            || (f.OrganizationId == null && f.Order!.Recipients.Any(r => r.OrganizationId == db.Scope.OrganizationId))
            || (f.MaterialId != null && (f.OrganizationId == null || f.OrganizationId == db.Scope.HomeOrganizationId)));

        builder.Filter<Roadmap>(m => db.Scope.SeesAll || m.OrganizationId == db.Scope.OrganizationId
            || m.Executions.Any(x => x.OrganizationId == db.Scope.OrganizationId));
        builder.Filter<RoadmapSection>(s => db.Scope.SeesAll || s.Roadmap!.OrganizationId == db.Scope.OrganizationId
            || s.Roadmap.Executions.Any(x => x.OrganizationId == db.Scope.OrganizationId));
        builder.Filter<RoadmapItem>(i => db.Scope.SeesAll || i.Roadmap!.OrganizationId == db.Scope.OrganizationId
            || i.Roadmap.Executions.Any(x => x.OrganizationId == db.Scope.OrganizationId));
        builder.Filter<DeadlineChange>(c => db.Scope.SeesAll || c.RoadmapItem!.Roadmap!.OrganizationId == db.Scope.OrganizationId
            || c.RoadmapItem.Roadmap.Executions.Any(x => x.OrganizationId == db.Scope.OrganizationId));
        builder.Filter<Obligation>(b => db.Scope.SeesAll || b.Roadmap!.OrganizationId == db.Scope.OrganizationId
            || b.Roadmap.Executions.Any(x => x.OrganizationId == db.Scope.OrganizationId));
        builder.Filter<ObligationPart>(p => db.Scope.SeesAll || p.Obligation!.Roadmap!.OrganizationId == db.Scope.OrganizationId
            || p.Obligation.Roadmap.Executions.Any(x => x.OrganizationId == db.Scope.OrganizationId));

        builder.FilterPeople(db);

        // Of somebody who is in no bank yet the department sees nothing.
        builder.Filter<Application>(a => db.Scope.IsSystem || a.OrganizationId == db.Scope.OrganizationId);
        // An official counts nobody's enquiries; of the schools' the department's pages tell the terms and no names.
        builder.Filter<Enquiry>(e => db.Scope.IsSystem || db.Scope.IsDepartment || e.OrganizationId == db.Scope.OrganizationId);
        builder.Filter<Transfer>(t => db.Scope.IsSystem || t.OrganizationId == db.Scope.OrganizationId || t.ToOrganizationId == db.Scope.OrganizationId);
        builder.Filter<ApplicationLink>(l => db.Scope.IsSystem || l.OrganizationId == db.Scope.OrganizationId || l.Id == db.Scope.LinkedApplicationsId);

        builder.Filter<CalendarFeed>(f => f.UserId == db.Scope.UserId || db.Scope.IsSystem);
        builder.Filter<RoadmapImport>(d => d.AuthorId == db.Scope.UserId || db.Scope.IsSystem);
        builder.Filter<PeopleImport>(i => i.OrganizationId == db.Scope.OrganizationId || db.Scope.IsSystem);
        builder.Filter<Job>(j => j.OwnerId == db.Scope.UserId || j.OrganizationId == db.Scope.OrganizationId || db.Scope.IsSystem);
        builder.Filter<OutboxMail>(m => db.Scope.IsSystem || db.Scope.IsAdmin);
        builder.Filter<AuditEntry>(a => db.Scope.SeesDirectories || a.OrganizationId == db.Scope.OrganizationId);
    }

    /// <summary>
    /// People and pairs: their organization's; a mentor's own; and of mentors, those whom an organization offers or has lent. Filters of one
    /// entity apply inside the filter of another: keep them free of circles. A filter asks another table by «exists», never through a navigation:
    /// that would be a join inside whatever joins the entity, and SQLite makes such a thing out of the whole table.
    /// </summary>
    private static void FilterPeople(this ModelBuilder builder, PortalDb db)
    {
        builder.Filter<MentorAvailability>(a => db.Scope.SeesAll || a.OrganizationId == db.Scope.OrganizationId || a.HomeOrganizationId == db.Scope.OrganizationId);
        builder.Filter<MentorOffer>(o => db.Scope.SeesAll || o.OrganizationId == db.Scope.OrganizationId || (db.Scope.IsCurator && o.WithdrawnOn == null)
            || db.MentorRequests.Any(r => r.OfferId == o.Id && r.OrganizationId == db.Scope.OrganizationId));
        builder.Filter<MentorRequest>(r => db.Scope.SeesAll || r.OrganizationId == db.Scope.OrganizationId || r.OwnerOrganizationId == db.Scope.OrganizationId);
        builder.Filter<Mentor>(m => db.Scope.SeesAll || m.OrganizationId == db.Scope.OrganizationId || m.UserId == db.Scope.UserId
            || (db.Scope.IsCurator && m.IsOffered) || m.Availabilities.Any(a => a.OrganizationId == db.Scope.OrganizationId));
        builder.Filter<MentorTopic>(t => db.Scope.SeesAll || t.OrganizationId == db.Scope.OrganizationId || db.Mentors.Any(m => m.Id == t.MentorId
            && ((db.Scope.IsCurator && m.IsOffered) || m.Availabilities.Any(a => a.OrganizationId == db.Scope.OrganizationId))));
        builder.Filter<Person>(p => db.Scope.SeesAll || p.OrganizationId == db.Scope.OrganizationId || db.Scope.PersonIds.Contains(p.Id) || db.Mentors.Any(m => m.PersonId == p.Id
            && ((db.Scope.IsCurator && m.IsOffered) || m.Availabilities.Any(a => a.OrganizationId == db.Scope.OrganizationId))));
        builder.Filter<PersonMatch>(m => db.Scope.SeesAll || m.FirstOrganizationId == db.Scope.OrganizationId || m.SecondOrganizationId == db.Scope.OrganizationId);
        builder.Filter<Mentee>(m => db.Scope.SeesAll || m.OrganizationId == db.Scope.OrganizationId || db.Scope.MenteeIds.Contains(m.Id));
        builder.Filter<MenteeTopic>(t => db.Scope.SeesAll || t.OrganizationId == db.Scope.OrganizationId || db.Scope.MenteeIds.Contains(t.MenteeId));
        builder.Filter<Pair>(p => db.Scope.SeesAll || p.OrganizationId == db.Scope.OrganizationId || db.Scope.PairIds.Contains(p.Id));
        builder.Filter<PairMentor>(m => db.Scope.SeesAll || m.OrganizationId == db.Scope.OrganizationId || db.Scope.PairIds.Contains(m.PairId));
        builder.Filter<PairMentee>(m => db.Scope.SeesAll || m.OrganizationId == db.Scope.OrganizationId || db.Scope.MenteeIds.Contains(m.MenteeId));
        builder.Filter<Meeting>(m => db.Scope.SeesAll || m.OrganizationId == db.Scope.OrganizationId || db.Scope.PairIds.Contains(m.PairId));
        builder.Filter<PlanTask>(t => db.Scope.SeesAll || t.OrganizationId == db.Scope.OrganizationId || db.Scope.PairIds.Contains(t.PairId));
        builder.Filter<SurveyInvitation>(i => db.Scope.SeesAll || i.OrganizationId == db.Scope.OrganizationId || i.Id == db.Scope.LinkedSurveyId
            || (db.Scope.PairIds.Contains(i.PairId) && i.PersonId == db.Scope.OwnPersonId));
        builder.Filter<SurveyAnswer>(a => db.Scope.SeesAll || a.OrganizationId == db.Scope.OrganizationId
            || db.SurveyInvitations.Any(i => i.Id == a.InvitationId && i.PersonId == db.Scope.OwnPersonId));
        builder.Filter<PlanTemplate>(t => db.Scope.SeesAll || (db.Scope.IsCurator && t.OrganizationId == null) || t.OrganizationId == db.Scope.OrganizationId);
        builder.Filter<PlanTemplateItem>(i => db.Scope.SeesAll || (db.Scope.IsCurator && i.OrganizationId == null) || i.OrganizationId == db.Scope.OrganizationId);
        builder.Filter<Programme>(p => db.Scope.SeesAll || p.OrganizationId == null || p.OrganizationId == db.Scope.HomeOrganizationId);
        builder.Filter<Material>(m => db.Scope.SeesAll || m.OrganizationId == null || m.OrganizationId == db.Scope.HomeOrganizationId);
        builder.Filter<PartnerAgreement>(a => db.Scope.SeesAll || (db.Scope.IsCurator && a.OrganizationId == null) || a.OrganizationId == db.Scope.OrganizationId);
    }

    private static void Filter<T>(this ModelBuilder builder, Expression<Func<T, bool>> rows) where T : class =>
        builder.Entity<T>().HasQueryFilter(Name, rows);

    /// <summary>row => db.Scope.SeesAll || row.OrganizationId == db.Scope.OrganizationId, for a type known at run time.</summary>
    private static LambdaExpression OwnRows(Type type, PortalDb db)
    {
        var row = Expression.Parameter(type, "row");
        var scope = Expression.Property(Expression.Constant(db, typeof(PortalDb)), nameof(PortalDb.Scope));
        return Expression.Lambda(
            Expression.OrElse(
                Expression.Property(scope, nameof(AccessScope.SeesAll)),
                Expression.Equal(
                    Expression.Property(row, nameof(IOwnedByOrganization.OrganizationId)),
                    Expression.Convert(Expression.Property(scope, nameof(AccessScope.OrganizationId)), typeof(int?)))),
            row);
    }
}
