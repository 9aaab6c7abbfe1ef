using System.Globalization;
using System.Text.RegularExpressions;
using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.Reading.Tables;

namespace MentoringPortal.Domain.Reading;

/// <summary>Reads roadmap tables into sections and items. Several tables of one paper go on numbering where the one before ended.</summary>
/// <param name="parties">Reads who answers.</param>
/// <param name="order">Date of the order and bounds of the plan.</param>
/// <param name="remarks">Where defects are named.</param>
internal sealed partial class RoadmapReader(PartyReader parties, DeadlineContext order, Remarks remarks)
{
    private readonly List<ReadSection> sections = [];
    private readonly List<ReadItem> items = [];
    private DateOnly? previous;

    public IReadOnlyList<ReadSection> Sections => sections;
    public IReadOnlyList<ReadItem> Items => items;

    /// <param name="grid">The table.</param>
    /// <param name="title">The line above it where a section has a table of its own.</param>
    public void Read(Grid grid, string? title)
    {
        var columns = new RoadmapColumns(grid, Math.Max(0, TableKinds.HeadRow(grid)));
        var rows = RoadmapRows.Read(grid, columns);
        if (title is not null && SectionTitle(title) is var (number, text)) AddSection(number, text);
        var first = items.Count;
        var numbersAreStages = columns.Has(ColumnRole.Stage) && rows.TrueForAll(r => r.Section is not null || (r.Number.Length > 0) == (r.Stage.Length > 0));
        foreach (var row in rows)
        {
            if (row.Section is { } heading)
            {
                var (sectionNumber, sectionText) = SectionTitle(heading);
                AddSection(sectionNumber, sectionText);
            }
            else if (columns.Has(ColumnRole.Stage))
            {
                ReadStage(row, numbersAreStages);
            }
            else
            {
                ReadRow(row);
            }
        }

        if (columns.Has(ColumnRole.Result)) ResultDefects.Find(items.Skip(first).ToList(), remarks);
    }

    private void AddSection(string? number, string title)
    {
        sections.Add(new ReadSection(number ?? (sections.Count + 1).ToString(CultureInfo.InvariantCulture), title));
        previous = null;
    }

    private void ReadRow(RowDraft row)
    {
        var section = sections.Count > 0 ? sections[^1].Number : null;
        var number = row.Number.Length > 0 ? row.Number : (items.Count + 1).ToString(CultureInfo.InvariantCulture);
        var list = SubItems.Split(row.Activity);
        if (list.Numbered && DeadlineReader.ReadStacked(Lines(row.Deadline), list.Texts.Count, Context()) is { Count: > 1 } stacked)
        {
            for (var i = 0; i < list.Texts.Count; i++) Add($"{number}.{i + 1}", section, list.Texts[i], row, stacked[i]);
            return;
        }

        Add(number, section, Cleaning.Flat(row.Activity), row, Term(row));
    }

    private void ReadStage(RowDraft row, bool numbersAreStages)
    {
        var stage = Cleaning.Flat(row.Stage);
        if (stage.Length > 0 && (sections.Count == 0 || sections[^1].Title != stage)) AddSection(numbersAreStages && row.Number.Length > 0 ? row.Number : null, stage);
        var section = sections.Count > 0 ? sections[^1].Number : null;
        var texts = SubItems.Split(row.Activity).Texts;
        var stacked = DeadlineReader.ReadStacked(Lines(row.Deadline), texts.Count, Context());
        var inStage = items.Count(i => i.Section == section);
        for (var i = 0; i < texts.Count; i++)
        {
            var own = !numbersAreStages && row.Number.Length > 0;
            var number = !own ? $"{section}.{inStage + i + 1}".TrimStart('.') : texts.Count > 1 ? $"{row.Number}.{i + 1}" : row.Number;
            Add(number, section, texts[i], row, texts.Count > 1 && stacked.Count == texts.Count ? stacked[i] : Term(row));
        }
    }

    private void Add(string number, string? section, string activity, RowDraft row, Deadline deadline)
    {
        items.Add(new ReadItem
        {
            Id = items.Count + 1,
            Number = number,
            Section = section,
            Activity = activity,
            Responsible = parties.ReadCell(row.Responsible),
            Result = row.Result.Length == 0 ? null : Cleaning.Flat(row.Result),
            Target = Targets.Percent(activity),
            Deadline = deadline,
        });
        if ((deadline.Start ?? deadline.End) is { } begun && order.IsInsidePlan(begun)) previous = begun;
    }

    private DeadlineContext Context() => order with { PreviousStart = previous };

    private Deadline Term(RowDraft row)
    {
        if (row.Start.Length == 0 && row.End.Length == 0) return DeadlineReader.Read(Cleaning.Flat(row.Deadline), Context());
        if (row.Start.Length == 0) return DeadlineReader.Read(Cleaning.Flat(row.End), Context());
        var start = DeadlineReader.Read(Cleaning.Flat(row.Start), Context());
        var from = start.Start ?? start.End;
        var end = DeadlineReader.Read(Cleaning.Flat(row.End), Context() with { PreviousStart = from ?? previous });
        return new Deadline
        {
            Text = $"{start.Text} – {end.Text}".Trim(' ', '–'),
            Kind = from is null && end.End is null ? DeadlineKind.Unspecified : DeadlineKind.Period,
            Start = from,
            End = row.End.Length == 0 ? null : end.End,
            Inferred = [.. start.Inferred.Union(end.Inferred, StringComparer.Ordinal)],
            Proposal = end.Proposal ?? start.Proposal,
            Remarks = [.. start.Remarks.Concat(row.End.Length == 0 ? [] : end.Remarks).Distinct()],
        };
    }

    private static List<string> Lines(string cell) => [.. cell.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static (string? Number, string Title) SectionTitle(string text)
    {
        var match = NumberedTitle().Match(text);
        return match.Success ? (match.Groups["number"].Value, match.Groups["title"].Value.Trim()) : (null, text.Trim());
    }

    [GeneratedRegex(@"^(?:(?:раздел|этап|блок|направление|модуль)\s*(?:№\s*)?)?(?<number>\d{1,2}|[IVXХ]{1,5})\s*(?:[.):]|-?й?\s+(?=(?:этап|раздел)))\s*(?<title>\S.*)$|^(?:раздел|этап|блок|направление|модуль)\s+(?:№\s*)?(?<number>\d{1,2}|[IVXХ]{1,5})[.\s–—-]+(?<title>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NumberedTitle();
}
