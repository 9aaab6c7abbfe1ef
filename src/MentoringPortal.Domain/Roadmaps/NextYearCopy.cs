using System.Globalization;
using System.Text.RegularExpressions;
using MentoringPortal.Domain.Deadlines;

namespace MentoringPortal.Domain.Roadmaps;

/// <summary>One row of a copy: what the source says, what the copy will say, and whether a person should look at it.</summary>
public sealed record CopiedItem(RoadmapItem Source, string Activity, Deadline Deadline, bool NeedsCheck);

/// <summary>
/// A roadmap for the next school year. Years written in the words move by one and the term is read again; a term without a year moves by its
/// dates and is marked to check. Executions begin anew, and only when the department gives the tasks out: until then no school sees the copy.
/// </summary>
public static partial class NextYearCopy
{
    /// <param name="source">With items, their sections and the order.</param>
    public static IReadOnlyList<CopiedItem> Preview(Roadmap source)
    {
        var context = new DeadlineContext(source.Order?.Date?.AddYears(1), source.PeriodStart.AddYears(1), source.PeriodEnd.AddYears(1), null);
        var rows = new List<CopiedItem>();
        RoadmapItem? previous = null;
        foreach (var item in source.Items.OrderBy(i => i.Ordinal))
        {
            var start = previous is not null && previous.SectionId == item.SectionId ? rows[^1].Deadline.Start : null;
            var (deadline, doubtful) = Shift(item.Deadline, context with { PreviousStart = start });
            var activity = Years(item.Activity);
            rows.Add(new CopiedItem(item, activity, deadline, doubtful || activity != item.Activity || item.IsCountedByCoverage));
            previous = item;
        }
        return rows;
    }

    /// <summary>The copy, without an order and without executions.</summary>
    /// <param name="source">With items and their targets, sections, obligations and the order.</param>
    /// <param name="now">UTC.</param>
    public static Roadmap Make(Roadmap source, string title, DateTime now)
    {
        var copy = new Roadmap
        {
            Title = title,
            PeriodStart = source.PeriodStart.AddYears(1),
            PeriodEnd = source.PeriodEnd.AddYears(1),
            CopiedFromId = source.Id,
            CreatedAt = now,
        };
        var sections = source.Sections.ToDictionary(s => s, s => new RoadmapSection { Ordinal = s.Ordinal, Number = s.Number, Title = Years(s.Title) });
        copy.Sections.AddRange(sections.Values);
        var items = new Dictionary<RoadmapItem, RoadmapItem>();
        foreach (var row in Preview(source))
        {
            var item = new RoadmapItem
            {
                Section = row.Source.Section is { } section ? sections[section] : null,
                Ordinal = row.Source.Ordinal,
                Number = row.Source.Number,
                Activity = row.Activity,
                Result = row.Source.Result,
                Responsible = row.Source.Responsible,
                TargetPercent = row.Source.TargetPercent,
            };
            item.Plan(row.Deadline);
            item.Targets.AddRange(row.Source.Targets.Select(t => t.For(item)));
            copy.Items.Add(items[row.Source] = item);
        }
        copy.Obligations.AddRange(source.Obligations.Select(o => Joined(o, items)).Where(o => o.Parts.Count > 1));
        return copy;
    }

    /// <summary>Gives each item without executors those of the same row of the source, but for organizations that have closed.</summary>
    /// <param name="copy">With items and their executions.</param>
    /// <param name="source">With items and their executions.</param>
    /// <param name="isOpen">Whether an organization still works.</param>
    public static void GiveOut(Roadmap copy, Roadmap source, Func<int, bool> isOpen)
    {
        var rows = source.Items.ToLookup(i => i.Ordinal);
        foreach (var item in copy.Items.Where(i => i.Executions.Count == 0))
            foreach (var assignee in rows[item.Ordinal].SelectMany(i => i.Executions).Select(Assignee.Of))
                if (assignee.OrganizationId is not { } organization || isOpen(organization))
                    copy.Assign(item, assignee);
    }

    /// <summary>Each year of the words, and of short dates, one later: «2026–2027 учебный год» becomes «2027–2028 учебный год».</summary>
    public static string Years(string text) => WrittenYear().Replace(text,
        year => (int.Parse(year.Value, CultureInfo.InvariantCulture) + 1).ToString($"D{year.Length}", CultureInfo.InvariantCulture));

    private static Obligation Joined(Obligation source, Dictionary<RoadmapItem, RoadmapItem> items)
    {
        var copy = new Obligation { Subject = source.Subject, Due = source.Due?.AddYears(1) };
        copy.Parts.AddRange(source.Parts.Where(p => p.RoadmapItem is not null)
            .Select(p => new ObligationPart { RoadmapItem = items[p.RoadmapItem!], Document = p.Document }));
        return copy;
    }

    private static (Deadline Deadline, bool NeedsCheck) Shift(Deadline old, DeadlineContext context)
    {
        var text = Years(old.Text);
        var read = DeadlineReader.Read(text, context);
        if (old.Start is null && old.End is null)
            return (read, read.Start is not null || read.End is not null);
        var moved = old with
        {
            Text = text,
            Start = old.Start?.AddYears(1),
            End = old.End?.AddYears(1),
            Periods = [.. old.Periods.Select(p => p with { Start = p.Start?.AddYears(1), End = p.End?.AddYears(1) })],
            Proposal = null,
            Remarks = [],
        };
        var agrees = read.Kind == old.Kind && IsNear(read.Start, moved.Start) && IsNear(read.End, moved.End);
        // Bounds taken from the plan («в течение года») are no guess: the plan of the copy is known.
        var isWritten = text != old.Text || old.Kind is DeadlineKind.Ongoing or DeadlineKind.OnDemand;
        return agrees ? (read, !isWritten) : (moved, true);
    }

    /// <summary>The end of February is a day further in some years.</summary>
    private static bool IsNear(DateOnly? left, DateOnly? right) =>
        left is null ? right is null : right is not null && Math.Abs(left.Value.DayNumber - right.Value.DayNumber) <= 1;

    [GeneratedRegex(@"(?<!\d)(?:19|20)\d{2}(?!\d)|(?<=(?<!\d)\d{1,2}\.\d{1,2}\.)\d{2}(?!\d)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WrittenYear();
}
