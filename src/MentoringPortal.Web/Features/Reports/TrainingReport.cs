using MentoringPortal.Data;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Reports;

/// <summary>/reports/training: mentors of the bank on a day, how many had been trained by it, and how many have a paper to show.</summary>
public static class TrainingReport
{
    /// <param name="Papers">Trained by the day, with a certificate.</param>
    private sealed record Tally(int OrganizationId, int Mentors, int Trained, int Papers);

    /// <summary>Numbers of a row as the reader may see them.</summary>
    private sealed record Shown(int? Mentors, int? Trained, int? Untrained, int? Papers)
    {
        /// <param name="parts">With a paper, trained without one, untrained, all.</param>
        public static Shown Of(int?[] parts) => new(parts[3], parts[0] + parts[1], parts[2], parts[0]);
    }

    public static async Task<Report> Make(ReportSource source, ReportFilter filter, CancellationToken cancel)
    {
        var (day, before) = (filter.DayIn(source.Today), filter.BeforeIn(source.Today));
        var now = await Count(source.Db, day, cancel);
        var was = before is { } earlier ? await Count(source.Db, earlier, cancel) : null;
        var organizations = await ReportOrganization.Load(source.Db, filter, day, now.Concat(was ?? []).Select(t => t.OrganizationId).ToHashSet(), cancel);
        var shown = ShownOf(organizations, now, source.SeesPeople);
        var table = was is null ? Table(organizations, shown, source, filter, day) : Compared(organizations, shown, ShownOf(organizations, was, source.SeesPeople), day, before!.Value);
        return new([], [table],
        [
            "Наставники базы на дату: внесённые и не выбывшие. Обученным на дату считают того, у кого день обучения не позже неё; документ – свидетельство или удостоверение, записанное на карточке.",
            .. source.SeesPeople ? (string[])[] : [HiddenNumbers.Note],
        ]);
    }

    private static Task<List<Tally>> Count(PortalDb db, DateOnly day, CancellationToken cancel) => db.Mentors
        // Whom other organizations have lent counts at home.
        .Where(m => (!db.Scope.IsCurator || m.OrganizationId == db.Scope.OrganizationId) && m.EnteredOn <= day && (m.LeftOn == null || m.LeftOn >= day))
        .GroupBy(m => m.OrganizationId!.Value)
        .Select(g => new Tally(g.Key, g.Count(), g.Count(m => m.TrainedOn <= day), g.Count(m => m.TrainedOn <= day && m.Certificate != null && m.Certificate != ""))).ToListAsync(cancel);

    /// <summary>A row for each organization and one for all.</summary>
    private static List<Shown> ShownOf(List<ReportOrganization> organizations, List<Tally> tallies, bool seesPeople)
    {
        var by = tallies.ToDictionary(t => t.OrganizationId);
        return [.. HiddenNumbers.WithSums([.. organizations.Select(o => by.TryGetValue(o.Id, out var t) ? (IReadOnlyList<int>)[t.Papers, t.Trained - t.Papers, t.Mentors - t.Trained] : [0, 0, 0])], seesPeople).Select(Shown.Of)];
    }

    private static ReportTable Table(List<ReportOrganization> organizations, List<Shown> shown, ReportSource source, ReportFilter filter, DateOnly day)
    {
        var hasList = day == source.Today && source.Can(Permission.ListPairs);
        ReportRow Row(ReportCell name, Shown s, string? url) =>
            new(name, ReportCell.People(s.Mentors, url), ReportCell.People(s.Trained), ReportCell.Percent(s.Trained, s.Mentors), ReportCell.People(s.Untrained), ReportCell.People(s.Papers));
        return new("Обучение",
            [
                ReportColumn.Words("Организация"), ReportColumn.Number("Наставников"), ReportColumn.Number("Обучены"), ReportColumn.Number("Обучены, %"), ReportColumn.Number("Не обучены"),
                ReportColumn.Number("С документом"),
            ],
            [.. organizations.Select((o, i) => Row(o.Cell, shown[i], hasList ? $"/mentors?Organization={o.Id}" : null))],
            Row("Всего", shown[^1], hasList && filter.Kind is null ? "/mentors" : null))
        { Empty = "Наставников нет." };
    }

    private static ReportTable Compared(List<ReportOrganization> organizations, List<Shown> now, List<Shown> was, DateOnly day, DateOnly before)
    {
        ReportRow Row(ReportCell name, int i) => new(name,
            ReportCell.People(was[i].Mentors), ReportCell.People(now[i].Mentors), ReportCell.Change(now[i].Mentors, was[i].Mentors),
            ReportCell.People(was[i].Trained), ReportCell.People(now[i].Trained), ReportCell.Change(now[i].Trained, was[i].Trained));
        return new("Обучение",
            [
                ReportColumn.Words("Организация"), ReportColumn.Number($"Наставников {before:dd.MM.yyyy}"), ReportColumn.Number($"Наставников {day:dd.MM.yyyy}"), ReportColumn.Number("Изменение"),
                ReportColumn.Number($"Обучены {before:dd.MM.yyyy}"), ReportColumn.Number($"Обучены {day:dd.MM.yyyy}"), ReportColumn.Number("Изменение: обучены"),
            ],
            [.. organizations.Select((o, i) => Row(o.Cell, i))], Row("Всего", organizations.Count));
    }
}
