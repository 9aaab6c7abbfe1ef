using System.ComponentModel.DataAnnotations;
using MentoringPortal.Domain.Imports;
using MentoringPortal.Domain.Reading;

namespace MentoringPortal.Web.Features.Import;

/// <summary>One row of the roadmap.</summary>
public sealed class ItemForm : CorrectionForm
{
    [Display(Name = "Номер"), Required, StringLength(100)] public string Number { get; set; } = "";
    [Display(Name = "Раздел")] public string? Section { get; set; }
    [Display(Name = "Мероприятие"), Required, StringLength(8000)] public string Activity { get; set; } = "";
    [Display(Name = "Ответственные, каждый с новой строки"), StringLength(4000)] public string? Responsible { get; set; }
    /// <summary>Who each of the parties is, in their order.</summary>
    public List<string?> Who { get; set; } = [];
    [Display(Name = "Срок словами документа"), StringLength(2000)] public string? Deadline { get; set; }
    [Display(Name = "Результат"), StringLength(8000)] public string? Result { get; set; }
    [Display(Name = "Охват, %"), Range(typeof(decimal), "0", "100")] public decimal? Target { get; set; }

    public static ItemForm Of(ReadItem item) => new()
    {
        Number = item.Number,
        Section = item.Section,
        Activity = item.Activity,
        Responsible = string.Join('\n', item.Responsible.Select(p => p.Text)),
        Who = [.. item.Responsible.Select(PartyWho.Of)],
        Deadline = item.Deadline.Text,
        Result = item.Result,
        Target = item.Target,
    };

    public static ItemForm New(DocumentReading reading, string? section)
    {
        var home = reading.Sections.Any(s => s.Number == section) ? section : reading.Sections is [.., var lowest] ? lowest.Number : null;
        var last = reading.Items.LastOrDefault(i => i.Section == home)?.Number;
        return new() { Number = last is null && home is not null ? $"{home}.1" : PartCorrections.NextNumber(last), Section = home };
    }

    public DocumentReading Edit(DocumentReading reading, int index) =>
        reading.EditItem(index, ToWords(reading, index < reading.Items.Count ? reading.Items[index].Responsible : []));

    /// <summary>Keeps what was typed, then moves or merges the row.</summary>
    public DocumentReading Change(DocumentReading reading, int index, RowChange change) =>
        Edited(reading, index, (edited, at) => change switch
        {
            RowChange.Up => edited.MoveItem(at, -1),
            RowChange.Down => edited.MoveItem(at, +1),
            RowChange.Merge => edited.MergeWithPrevious(at),
            _ => throw new ArgumentOutOfRangeException(nameof(change)),
        });

    /// <summary>Keeps what was typed, then makes several rows of one: each line of the activity becomes a row.</summary>
    public DocumentReading Split(DocumentReading reading, int index) =>
        Edited(reading, index, (edited, at) => edited.Split(at, Lines(Activity), Lines(Deadline)));

    /// <summary>A row that goes to another section changes its place.</summary>
    private DocumentReading Edited(DocumentReading reading, int index, Func<DocumentReading, int, DocumentReading> change)
    {
        var edited = Edit(reading, index);
        return change(edited, edited.Items.Index().First(i => i.Item.Id == reading.Items[index].Id).Index);
    }

    public DocumentReading Add(DocumentReading reading) => reading.AddItem(ToWords(reading, []));

    private ItemWords ToWords(DocumentReading reading, IReadOnlyList<ReadParty> before) => new()
    {
        Number = Number.Trim(),
        Section = reading.Sections.Any(s => s.Number == Section) ? Section : null,
        Activity = Activity,
        Responsible = reading.Parties(Responsible, before, Who.Select(PartyWho.Choice)),
        Result = Result,
        Target = Target,
        Deadline = Deadline,
    };
}

/// <summary>Where a whole row goes.</summary>
public enum RowChange { Up, Down, Merge }

/// <summary>What is taken away whole.</summary>
public enum DroppedPart { Item, Section, Clause, Target, Indicator, Request, Appendix, Unused }

public static class DroppedParts
{
    public static DocumentReading Drop(this DocumentReading reading, DroppedPart part, int index) => part switch
    {
        DroppedPart.Item => reading.DropItem(index),
        DroppedPart.Section => reading.DropSection(index),
        DroppedPart.Clause => reading.DropClause(index),
        DroppedPart.Target => reading.DropTarget(index),
        DroppedPart.Indicator => reading.DropIndicator(index),
        DroppedPart.Request => reading.DropRequest(index),
        DroppedPart.Appendix => reading.DropAppendix(index),
        DroppedPart.Unused => reading.DropUnused(index),
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };
}

/// <summary>Where a line that found no place goes: the place of a row, or nothing for a row of its own.</summary>
public sealed class UseForm : CorrectionForm
{
    [Display(Name = "Куда")] public int? Item { get; set; }

    public DocumentReading Use(DocumentReading reading, int index) =>
        Item is { } item ? reading.UseInItem(index, item) : reading.UseAsItem(index);
}
