using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Web.Features.Executions;
using MentoringPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Reports;

/// <summary>/reports/roadmap: executions by who owes them and by section. Rows that coverage counts are nobody's debt.</summary>
public static class RoadmapReport
{
    /// <summary>An execution on the day and, where two are compared, on the earlier one.</summary>
    private sealed record Line(string Executor, int? OrganizationId, string Section, DateOnly? DueOn, ExecutionState State, ExecutionState Before, bool WasThere);

    /// <summary>Numbers of one line of the table.</summary>
    private sealed record Tally(int Total, int Done, int Submitted, int Returned, int InProgress, int NotStarted, int Overdue)
    {
        public static Tally Of(IEnumerable<(ExecutionState State, DateOnly? DueOn)> executions, DateOnly day)
        {
            var owed = executions.Where(x => x.State != ExecutionState.NotApplicable).ToList();
            int Count(ExecutionState state) => owed.Count(x => x.State == state);
            return new(owed.Count, Count(ExecutionState.Done), Count(ExecutionState.Submitted), Count(ExecutionState.Returned), Count(ExecutionState.InProgress), Count(ExecutionState.NotStarted),
                owed.Count(x => Execution.IsOverdue(x.State, x.DueOn, day)));
        }
    }

    public static async Task<Report> Make(ReportSource source, ReportFilter filter, CancellationToken cancel)
    {
        var (day, before) = (filter.DayIn(source.Today), filter.BeforeIn(source.Today));
        var lines = await Load(source, filter, day, before ?? day, cancel);
        var byExecutor = lines.GroupBy(l => (l.Executor, l.OrganizationId)).Select(g => (Name: new ReportCell(g.Key.Executor, Card(g.Key.OrganizationId)), g.Key.OrganizationId, Lines: g.ToList()));
        var bySection = lines.GroupBy(l => l.Section).Select(g => (Name: new ReportCell(g.Key), OrganizationId: (int?)null, Lines: g.ToList()));
        var all = Tally.Of(Now(lines), day);
        return new(
            [all.Total == 0 ? "Заданий нет." : $"На {day:dd.MM.yyyy} принято {all.Done:N0} из {all.Total:N0}, на проверке {all.Submitted:N0}, просрочено {all.Overdue:N0}."],
            before is { } earlier
                ? [Compared("По исполнителям", "Исполнитель", byExecutor, lines, day, earlier), Compared("По разделам", "Раздел", bySection, lines, day, earlier)]
                : [Table("По исполнителям", "Исполнитель", byExecutor, lines, day, Links(source, filter, day)), Table("По разделам", "Раздел", bySection, lines, day, (_, _) => null)],
            [
                "Считают задания действующих дорожных карт: строка карты у одного исполнителя – одно задание. Не требуемые и те, что портал считает по охвату, не входят.",
                "Просрочено – срок прошёл, а задание не начато, в работе или возвращено; такие задания стоят и в этих столбцах.",
                .. day < source.Today || before is not null
                    ? (string[])["Состояние на прошлую дату – по истории отчётов. Сроки взяты нынешние: прежний срок, если его переносили, виден на странице мероприятия. Карта, период которой на дату ещё не начался, на эту дату не считается; когда исполнителя добавили к мероприятию, портал не хранит."]
                    : [],
            ]);
    }

    private static async Task<List<Line>> Load(ReportSource source, ReportFilter filter, DateOnly day, DateOnly before, CancellationToken cancel)
    {
        var db = source.Db;
        var (isPast, end, earlier) = (day < source.Today, source.Clock.UtcOf(day.AddDays(1)), source.Clock.UtcOf(before.AddDays(1)));
        var rows = db.Executions.OfLiveRoadmaps().Where(x => x.RoadmapItem!.TargetPercent == null && x.Roadmap!.PeriodStart <= day);
        if (filter.Roadmap is { } roadmap)
            rows = rows.Where(x => x.RoadmapId == roadmap);
        var found = await rows.OrderBy(x => x.Executor == ExecutorKind.Organization).ThenBy(x => x.RoadmapId).ThenBy(x => x.RoadmapItem!.Ordinal).Select(x => new
        {
            x.OrganizationId,
            Name = x.Organization!.ShortName ?? (x.DepartmentUnit!.Abbreviation != "" ? x.DepartmentUnit.Abbreviation : x.DepartmentUnit.Name) ?? x.OutsideBody,
            Roadmap = x.Roadmap!.Title,
            x.Roadmap.PeriodStart,
            x.RoadmapItem!.Section!.Number,
            x.RoadmapItem.Section.Title,
            x.RoadmapItem.DueOn,
            // The last step by the end of the day tells the state; before the first one nothing was begun.
            State = !isPast ? x.State : x.Events.Where(e => e.At < end).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Select(e => (ExecutionState?)e.To).FirstOrDefault() ?? ExecutionState.NotStarted,
            Before = x.Events.Where(e => e.At < earlier).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Select(e => (ExecutionState?)e.To).FirstOrDefault() ?? ExecutionState.NotStarted,
        }).ToListAsync(cancel);
        var department = await db.Departments.Select(d => d.ShortName.Length > 0 ? d.ShortName : d.Name).SingleAsync(cancel);
        var isOne = found.Select(x => x.Roadmap).Distinct().Count() == 1;
        return [.. found.Select(x => new Line(x.Name ?? department, x.OrganizationId,
            (isOne ? "" : $"{x.Roadmap}: ") + (x.Title is null ? "без раздела" : string.IsNullOrEmpty(x.Number) ? x.Title : $"{x.Number}. {x.Title}"),
            x.DueOn, x.State, x.Before, x.PeriodStart <= before)).OrderBy(l => l.OrganizationId is not null).ThenBy(l => l.OrganizationId is null ? "" : l.Executor, StringComparer.CurrentCulture)];
    }

    private static string? Card(int? organizationId) => organizationId is { } id ? $"/organizations/{id}" : null;

    private static IEnumerable<(ExecutionState, DateOnly?)> Now(IEnumerable<Line> lines) => lines.Select(l => (l.State, l.DueOn));

    /// <summary>Lists of what is counted: of today, and where the reader's inbox has such a view.</summary>
    private static Func<int?, string, string?> Links(ReportSource source, ReportFilter filter, DateOnly day) => (organizationId, view) =>
        organizationId is not { } id || day != source.Today || (!source.Can(Permission.ReadMunicipality) && view != ExecutionFilter.Review) ? null
            : $"/executions?View={view}&Organization={id}" + (filter.Roadmap is { } roadmap ? $"&Roadmap={roadmap}" : "");

    private static ReportTable Table(string title, string head, IEnumerable<(ReportCell Name, int? OrganizationId, List<Line> Lines)> groups, List<Line> all, DateOnly day, Func<int?, string, string?> link)
    {
        ReportRow Row(ReportCell name, int? id, List<Line> lines)
        {
            var t = Tally.Of(Now(lines), day);
            ReportCell Linked(int number, string view) => new(number, number == 0 ? null : link(id, view));
            return new(name, t.Total, t.Done, ReportCell.Percent(t.Done, t.Total), Linked(t.Submitted, ExecutionFilter.Review), Linked(t.Returned, ExecutionFilter.Returned), t.InProgress, t.NotStarted,
                Linked(t.Overdue, ExecutionFilter.Overdue));
        }
        return new(title,
            [
                ReportColumn.Words(head, 4), ReportColumn.Number("Всего"), ReportColumn.Number("Принято"), ReportColumn.Number("Принято, %"), ReportColumn.Number("На проверке"),
                ReportColumn.Number("Возвращено", 1.9), ReportColumn.Number("В работе"), ReportColumn.Number("Не начато"), ReportColumn.Number("Просрочено", 1.9),
            ],
            [.. groups.Select(g => Row(g.Name, g.OrganizationId, g.Lines))], all.Count == 0 ? null : Row("Всего", null, all))
        { Empty = "Заданий нет: по этой карте они не розданы, или её период ещё не начался." };
    }

    private static ReportTable Compared(string title, string head, IEnumerable<(ReportCell Name, int? OrganizationId, List<Line> Lines)> groups, List<Line> all, DateOnly day, DateOnly before)
    {
        ReportRow Row(ReportCell name, List<Line> lines)
        {
            var (now, was) = (Tally.Of(Now(lines), day), Tally.Of(lines.Where(l => l.WasThere).Select(l => (l.Before, l.DueOn)), before));
            return new(name, was.Total, now.Total, was.Done, now.Done, ReportCell.Change(now.Done, was.Done), was.Overdue, now.Overdue, ReportCell.Change(now.Overdue, was.Overdue));
        }
        return new(title,
            [
                ReportColumn.Words(head, 4), ReportColumn.Number($"Всего {before:dd.MM.yyyy}"), ReportColumn.Number($"Всего {day:dd.MM.yyyy}"),
                ReportColumn.Number($"Принято {before:dd.MM.yyyy}"), ReportColumn.Number($"Принято {day:dd.MM.yyyy}"), ReportColumn.Number("Изменение: принято", 1.9),
                ReportColumn.Number($"Просрочено {before:dd.MM.yyyy}", 1.9), ReportColumn.Number($"Просрочено {day:dd.MM.yyyy}", 1.9), ReportColumn.Number("Изменение: просрочено", 1.9),
            ],
            [.. groups.Select(g => Row(g.Name, g.Lines))], all.Count == 0 ? null : Row("Всего", all));
    }
}
