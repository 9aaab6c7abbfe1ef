using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Data.Configurations;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Reviews;

/// <summary>The curator's form and the strong and weak sides, as typed.</summary>
public sealed class ReviewForm
{
    /// <summary>Null where nothing was written when the page was opened.</summary>
    public int? Version { get; set; }

    public string? Year { get; set; }

    [StringLength(Lengths.Text), Display(Name = "Сильные стороны")]
    public string? Strengths { get; set; }

    [StringLength(Lengths.Text), Display(Name = "Слабые стороны")]
    public string? Weaknesses { get; set; }

    [StringLength(Lengths.Text), Display(Name = "Возможности")]
    public string? Opportunities { get; set; }

    [StringLength(Lengths.Text), Display(Name = "Угрозы")]
    public string? Threats { get; set; }

    /// <summary>By the order of <see cref="ProgrammeReview.Statements"/>.</summary>
    public List<int?> Marks { get; set; } = [];

    public static IReadOnlyList<SelectListItem> MarkChoices { get; } = [new("0 – не проявляется", "0"), new("1 – частично", "1"), new("2 – в полной мере", "2")];

    public async Task Save(PortalDb db, SchoolYear year, DateOnly today, CancellationToken cancel)
    {
        var review = await db.ProgrammeReviews.SingleOrDefaultAsync(r => r.OrganizationId == db.Scope.OrganizationId && r.SchoolYear == year.StartYear, cancel);
        if (review is null)
            db.ProgrammeReviews.Add(review = new(db.Scope.OrganizationId, year));
        else
            db.Expect(review, Version ?? -1);
        review.Write(Strengths, Weaknesses, Opportunities, Threats, Marks, today);
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>GET /reviews of a curator: his organization's own.</summary>
public sealed record ReviewPage(SchoolYear Year, ReviewForm Form, int? Points, IReadOnlyList<HistoryLine> History)
{
    /// <param name="typed">What was refused; null shows what is stored.</param>
    public static async Task<ReviewPage> Load(PortalDb db, MunicipalClock clock, SchoolYear year, ReviewForm? typed, CancellationToken cancel)
    {
        var stored = await db.ProgrammeReviews.AsNoTracking().SingleOrDefaultAsync(r => r.OrganizationId == db.Scope.OrganizationId && r.SchoolYear == year.StartYear, cancel);
        var form = typed ?? new ReviewForm
        {
            Version = stored?.Version,
            Strengths = stored?.Strengths,
            Weaknesses = stored?.Weaknesses,
            Opportunities = stored?.Opportunities,
            Threats = stored?.Threats,
            Marks = [.. stored?.Marks.Select(m => (int?)m) ?? []],
        };
        form.Marks = [.. form.Marks.Concat(Enumerable.Repeat((int?)null, ProgrammeReview.Statements.Count)).Take(ProgrammeReview.Statements.Count)];
        return new(year, form, stored?.Points, stored is null ? [] : await Shared.History.Of(db, clock, cancel, (nameof(ProgrammeReview), stored.Id)));
    }
}

public sealed record ReviewRow(int OrganizationId, string Organization, int? Points, string? Strengths, string? Weaknesses, string? Opportunities, string? Threats, DateOnly? WrittenOn);

/// <summary>GET /reviews of the department: who has judged the year and how.</summary>
public sealed record ReviewList(SchoolYear Year, IReadOnlyList<ReviewRow> Rows)
{
    /// <param name="organization">Of this one alone; null is all that may have pairs.</param>
    public static async Task<ReviewList> Load(PortalDb db, SchoolYear year, int? organization, CancellationToken cancel)
    {
        var reviews = await db.ProgrammeReviews.AsNoTracking().Where(r => r.SchoolYear == year.StartYear && (organization == null || r.OrganizationId == organization)).ToDictionaryAsync(r => r.OrganizationId!.Value, cancel);
        var organizations = await db.Organizations.Where(o => (organization == null || o.Id == organization) && (o.ClosedOn == null || o.ClosedOn >= year.Start) && !Domain.Organizations.OrganizationKinds.Partners.Contains(o.Kind))
            .InOrder().Select(o => new { o.Id, o.ShortName }).ToListAsync(cancel);
        return new(year, organizations.ConvertAll(o => reviews.GetValueOrDefault(o.Id) is { } r
            ? new ReviewRow(o.Id, o.ShortName, r.Points, r.Strengths, r.Weaknesses, r.Opportunities, r.Threats, r.WrittenOn)
            : new(o.Id, o.ShortName, null, null, null, null, null, null)));
    }
}
