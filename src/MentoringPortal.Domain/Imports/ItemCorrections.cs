using System.Globalization;
using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.Reading;

namespace MentoringPortal.Domain.Imports;

/// <summary>The words of one row as a person has corrected them; the deadline is read again from its words.</summary>
public sealed record ItemWords
{
    public required string Number { get; init; }
    public string? Section { get; init; }
    public required string Activity { get; init; }
    public IReadOnlyList<ReadParty> Responsible { get; init; } = [];
    public string? Result { get; init; }
    public decimal? Target { get; init; }
    public string? Deadline { get; init; }
}

/// <summary>Corrections of rows and sections. Each leaves targets, joins and remarks as they follow from the corrected words.</summary>
public static class ItemCorrections
{
    public static DocumentReading EditItem(this DocumentReading reading, int index, ItemWords words)
    {
        var old = reading.Items.At(index);
        // A row that goes to another section leaves its place: rows of a section stand together.
        if (old.Section != words.Section)
            return Added(reading.DropItem(index), words, old.Id);
        var keepsDeadline = old.Deadline.Text.Trim() == (words.Deadline ?? "").Trim();
        var item = Item(words) with
        {
            Id = old.Id,
            Deadline = keepsDeadline ? old.Deadline : Rereading.Deadline(reading, index, words.Section, words.Deadline),
        };
        return Changed(reading with { Items = reading.Items.With(index, item) }, old, item);
    }

    /// <summary>Adds a row at the end of its section.</summary>
    public static DocumentReading AddItem(this DocumentReading reading, ItemWords words) => Added(reading, words, NextId(reading));

    private static DocumentReading Added(DocumentReading reading, ItemWords words, int id)
    {
        var last = reading.Items.Index().LastOrDefault(i => i.Item.Section == words.Section, (Index: -1, Item: null!)).Index;
        var at = last >= 0 ? last + 1 : FirstPlaceOf(reading, words.Section);
        var item = Item(words) with { Id = id, Deadline = Rereading.Deadline(reading, at, words.Section, words.Deadline) };
        return Changed(reading with { Items = reading.Items.Inserting(at, item) }, null, item);
    }

    public static DocumentReading DropItem(this DocumentReading reading, int index)
    {
        var old = reading.Items.At(index);
        return Changed(reading with { Items = reading.Items.Without(index) }, old, null);
    }

    /// <summary>Joins a row torn by a page break with the row above it.</summary>
    public static DocumentReading MergeWithPrevious(this DocumentReading reading, int index)
    {
        var lower = reading.Items.At(index);
        if (index == 0 || reading.Items[index - 1].Section != lower.Section)
            throw new DomainException("Выше в этом разделе нет строки, с которой можно объединить.");
        var upper = reading.Items[index - 1];
        var term = Joined(upper.Deadline.Text, lower.Deadline.Text);
        var whole = upper with
        {
            Activity = Joined(upper.Activity, lower.Activity)!,
            Responsible = [.. upper.Responsible.Concat(lower.Responsible).DistinctBy(p => p.Text)],
            Result = Joined(upper.Result, lower.Result),
            Target = upper.Target ?? lower.Target,
            Deadline = term == upper.Deadline.Text.Trim() ? upper.Deadline : Rereading.Deadline(reading, index - 1, upper.Section, term),
        };
        var without = Changed(reading with { Items = reading.Items.Without(index) }, lower, null);
        return Changed(without with { Items = without.Items.With(index - 1, whole) }, upper, whole);
    }

    /// <summary>
    /// Makes several rows of one: a row for each activity. As many deadlines as activities go one to each; else all rows keep the whole term.
    /// The parts get numbers below the row's own.
    /// </summary>
    public static DocumentReading Split(this DocumentReading reading, int index, IReadOnlyList<string> activities, IReadOnlyList<string> deadlines)
    {
        var old = reading.Items.At(index);
        if (activities.Count < 2)
            throw new DomainException("Чтобы разделить строку, напишите каждое мероприятие с новой строки.", nameof(ItemWords.Activity));
        var split = Changed(reading with { Items = reading.Items.Without(index) }, old, null);
        for (var k = 0; k < activities.Count; k++)
        {
            var own = deadlines.Count == activities.Count;
            var item = old with
            {
                Id = k == 0 ? old.Id : NextId(split),
                Number = $"{old.Number.TrimEnd('.')}.{(k + 1).ToString(CultureInfo.InvariantCulture)}",
                Activity = activities[k],
                Target = Targets.Percent(activities[k]),
                Deadline = own ? Rereading.Deadline(split, index + k, old.Section, deadlines[k]) : old.Deadline,
            };
            split = Changed(split with { Items = split.Items.Inserting(index + k, item) }, null, item);
        }
        return split;
    }

    /// <summary>Moves a row one place up (−1) or down (+1); at the edge of its section it goes to the neighbouring one.</summary>
    public static DocumentReading MoveItem(this DocumentReading reading, int index, int step)
    {
        var item = reading.Items.At(index);
        var neighbour = index + step;
        if (neighbour >= 0 && neighbour < reading.Items.Count && reading.Items[neighbour].Section == item.Section)
            return Recheck.Of(reading with { Items = reading.Items.With(index, reading.Items[neighbour]).With(neighbour, item) });
        var sections = reading.Sections.Select(s => s.Number).ToList();
        var target = sections.IndexOf(item.Section ?? "") + step;
        if (target < 0 || target >= sections.Count)
            throw new DomainException("Дальше строку передвинуть некуда.");
        // The list stays in order: the last row of one section stands beside the first of the next.
        return Recheck.Of(reading with { Items = reading.Items.With(index, item with { Section = sections[target] }) });
    }

    public static DocumentReading EditSection(this DocumentReading reading, int index, string number, string title)
    {
        var old = reading.Sections.At(index);
        if (number != old.Number && reading.Sections.Any(s => s.Number == number))
            throw new DomainException($"Раздел {number} уже есть.", nameof(ReadSection.Number));
        return Recheck.Of(reading with
        {
            Sections = reading.Sections.With(index, new ReadSection(number, title)),
            Items = [.. reading.Items.Select(i => i.Section == old.Number ? i with { Section = number } : i)],
        });
    }

    public static DocumentReading AddSection(this DocumentReading reading, string number, string title)
    {
        if (reading.Sections.Any(s => s.Number == number))
            throw new DomainException($"Раздел {number} уже есть.", nameof(ReadSection.Number));
        return Recheck.Of(reading with { Sections = [.. reading.Sections, new ReadSection(number, title)] });
    }

    /// <summary>Takes a heading away; its rows go to the section above, or stand without one.</summary>
    public static DocumentReading DropSection(this DocumentReading reading, int index)
    {
        var old = reading.Sections.At(index);
        var heir = index > 0 ? reading.Sections[index - 1].Number : null;
        var rows = reading.Items.Where(i => i.Section == old.Number).Select(i => i with { Section = heir });
        return Recheck.Of(reading with
        {
            Sections = reading.Sections.Without(index),
            Items = [.. reading.Items.TakeWhile(i => i.Section != old.Number), .. rows,
                .. reading.Items.SkipWhile(i => i.Section != old.Number).Where(i => i.Section != old.Number)],
        });
    }

    private static ReadItem Item(ItemWords words) => new()
    {
        Number = words.Number.Trim(),
        Section = words.Section,
        Activity = Rereading.Flat(words.Activity),
        Responsible = words.Responsible,
        Result = Rereading.Flat(words.Result) is { Length: > 0 } result ? result : null,
        Target = words.Target,
        Deadline = new Deadline { Text = "", Kind = DeadlineKind.Unspecified },
    };

    /// <summary>Where the first row of a section without rows belongs: before the rows of the sections behind it.</summary>
    private static int FirstPlaceOf(DocumentReading reading, string? section)
    {
        if (section is null)
            return reading.Sections.Count == 0 ? reading.Items.Count : 0;
        var later = reading.Sections.Select(s => s.Number).SkipWhile(n => n != section).Skip(1).ToHashSet(StringComparer.Ordinal);
        var first = reading.Items.Index().FirstOrDefault(i => later.Contains(i.Item.Section ?? ""), (Index: -1, Item: null!)).Index;
        return first >= 0 ? first : reading.Items.Count;
    }

    private static int NextId(DocumentReading reading) => reading.Items.Count == 0 ? 1 : reading.Items.Max(i => i.Id) + 1;

    private static string? Joined(string? upper, string? lower) =>
        $"{upper} {lower}".Trim() is { Length: > 0 } whole ? whole : null;

    /// <summary>Keeps the target in step with its row; the population that was read or corrected stays.</summary>
    private static DocumentReading Changed(DocumentReading reading, ReadItem? old, ReadItem? now)
    {
        var before = reading.Targets.FirstOrDefault(t => old?.Target is not null && t.Row == old.Id);
        var target = now?.Target is { } percent
            ? new ReadTarget(percent, now.Deadline.End, before?.Population ?? Targets.Population(now.Activity), now.Number, now.Id)
            : null;
        IReadOnlyList<ReadTarget> targets = (before, target) switch
        {
            (not null, not null) => [.. reading.Targets.Select(t => ReferenceEquals(t, before) ? target : t)],
            (not null, null) => [.. reading.Targets.Where(t => !ReferenceEquals(t, before))],
            (null, not null) => [.. reading.Targets, target],
            _ => reading.Targets,
        };
        return Recheck.Of(reading with { Targets = targets });
    }
}
