using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Claims;
using MentoringPortal.Data;
using MentoringPortal.Data.Audit;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Admin;

/// <summary>Which lines of the journal are shown; all in the address, an unknown word is as good as none.</summary>
public sealed class AuditFilter
{
    [Display(Name = "С какого дня")]
    public string? From { get; set; }

    [Display(Name = "По какой день")]
    public string? To { get; set; }

    [Display(Name = "Кто (имя или почта)")]
    public string? Who { get; set; }

    [Display(Name = "Событие")]
    public string? Action { get; set; }

    [Display(Name = "Что затронуто")]
    public string? Entity { get; set; }

    public static IEnumerable<SelectListItem> Actions { get; } =
        Enum.GetValues<AuditAction>().Select(a => new SelectListItem(AuditWords.Of(a), a.ToString())).ToList();

    public static IEnumerable<SelectListItem> Entities { get; } =
        AuditWords.EntityNames.Select(e => new SelectListItem(e.Value, e.Key)).OrderBy(e => e.Text, StringComparer.CurrentCulture).ToList();

    public DateOnly? FromDay => Day(From);

    public DateOnly? ToDay => Day(To);

    public AuditAction? ActionOrNone => Enum.TryParse<AuditAction>(Action, out var action) && Enum.IsDefined(action) ? action : null;

    public IReadOnlyList<FilterPill> Pills
    {
        get
        {
            var pills = new List<FilterPill>();
            if (FromDay is { } from)
                pills.Add(new($"С {from:dd.MM.yyyy}", "From", From!));
            if (ToDay is { } to)
                pills.Add(new($"По {to:dd.MM.yyyy}", "To", To!));
            if (!string.IsNullOrWhiteSpace(Who))
                pills.Add(new($"Кто: {Who}", "Who", Who));
            if (ActionOrNone is { } action)
                pills.Add(new($"Событие: {AuditWords.Of(action)}", "Action", Action!));
            if (Entity is not null && AuditWords.EntityNames.TryGetValue(Entity, out var entity))
                pills.Add(new($"Затронуто: {entity}", "Entity", Entity));
            return pills;
        }
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

public sealed record AuditRow(DateTime At, string Who, string? Role, string Action, string Entity, string? EntityId, string? Detail, string? Address, IReadOnlyList<HistoryChange> Changes);

/// <summary>GET /admin/audit: newest first; of personal fields the names alone.</summary>
public sealed record AuditPage(AuditFilter Filter, Paged<AuditRow> Rows)
{
    public static async Task<AuditPage> Load(PortalDb db, AuditFilter filter, PageRequest paging, MunicipalClock clock, ClaimsPrincipal reader, CancellationToken cancel)
    {
        var entries = db.Audit.AsNoTracking();
        if (filter.FromDay is { } from)
        {
            var start = clock.UtcOf(from);
            entries = entries.Where(a => a.At >= start);
        }
        if (filter.ToDay is { } to && to < DateOnly.MaxValue)
        {
            var end = clock.UtcOf(to.AddDays(1));
            entries = entries.Where(a => a.At < end);
        }
        if (!string.IsNullOrWhiteSpace(filter.Who))
        {
            var actors = db.Users.Matching(filter.Who).Select(u => (int?)u.Id);
            entries = entries.Where(a => actors.Contains(a.ActorId));
        }
        if (filter.ActionOrNone is { } action)
            entries = entries.Where(a => a.Action == action);
        if (filter.Entity is { } entity && AuditWords.EntityNames.ContainsKey(entity))
            entries = entries.Where(a => a.Entity == entity);
        var page = await entries.OrderByDescending(a => a.Id).ToPageAsync(paging, cancel);
        var rows = page.Rows.Select(e => new AuditRow(clock.Local(e.At), e.ActorName, e.ActorRole is { } role ? RoleNames.Of(role) : null,
            AuditWords.Of(e.Action), AuditWords.Entity(e.Entity), e.EntityId, e.Detail, e.Address, [.. History.Changes(db, clock, e, _ => true)])).ToList();
        return new(filter, new Paged<AuditRow>(rows, page.Total, page.Page, page.Size));
    }
}
