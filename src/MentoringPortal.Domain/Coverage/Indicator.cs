using System.Globalization;
using MentoringPortal.Domain.Orders;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Reading;
using MentoringPortal.Domain.Text;

namespace MentoringPortal.Domain.Coverage;

/// <summary>
/// Целевой индикатор: numerator / denominator, by form, with a plan per year; a blank plan stays null. The words are those of the paper, where it stands in one;
/// what the portal counts is chosen from fixed lists beside them, and until then there is no fact.
/// </summary>
public sealed class Indicator : IVersioned
{
    public int Id { get; private set; }
    /// <summary>The paper it stands in; null for one that the department has set by itself.</summary>
    public int? OrderId { get; private set; }
    public Order? Order { get; private set; }
    [NotPersonal] public string Number { get; private set; } = "";
    [NotPersonal] public string Name { get; private set; } = "";
    [NotPersonal] public string? Unit { get; private set; }
    /// <summary>The form, the numerator and the denominator in the paper's words.</summary>
    [NotPersonal] public string? Form { get; private init; }
    [NotPersonal] public string? Numerator { get; private init; }
    [NotPersonal] public string? Denominator { get; private init; }
    /// <summary>Per cent or a number by the year, as the paper names it.</summary>
    [NotPersonal] public IReadOnlyDictionary<string, decimal?> Plan { get; private set; } = new Dictionary<string, decimal?>(StringComparer.Ordinal);

    /// <summary>What is counted; null until somebody has said what the words mean.</summary>
    public Measure? Counted { get; private set; }
    /// <summary>Of pupils of this age alone, both bounds included.</summary>
    public int? FromAge { get; private set; }
    public int? ToAge { get; private set; }
    /// <summary>In this form alone, with the local ones that reports count under it; null counts all.</summary>
    public int? CountedFormId { get; private set; }
    public MentoringForm? CountedForm { get; private set; }
    /// <summary>The headcount that the count is divided by.</summary>
    public Population? OfHeadcount { get; private set; }
    /// <summary>Or another count of the same form: «завершённые пары» of «пары».</summary>
    public Measure? OfMeasure { get; private set; }
    [NotPersonal] public string? Note { get; private set; }
    public int Version { get; private set; }

    public CountedMeasure? Measured => Counted is { } measure ? new(measure, FromAge is { } from && ToAge is { } to ? new(from, to) : null) : null;

    /// <summary>One read out of a paper: what is counted follows from its words where they are plain.</summary>
    public static Indicator Read(ReadIndicator read)
    {
        var formId = MentoringForm.BuiltIn.FirstOrDefault(f => SearchKey.Of(f.Name) == SearchKey.Of(read.Form))?.Id;
        var indicator = new Indicator { Number = read.Number, Name = read.Name, Unit = read.Unit, Form = read.Form, Numerator = read.Numerator, Denominator = read.Denominator, Plan = read.Plan };
        // A form of the municipality's own is chosen by hand.
        if (read.Form is null || formId is not null)
            indicator.Understand(Measures.Find(read.Numerator), Populations.Find(read.Denominator), formId);
        return indicator;
    }

    /// <summary>
    /// «Отношение количества участников к числу педагогов» is a share only if the participants are of those it is taken of: of teachers, teachers alone are counted (<c>docs/adr/0018</c>).
    /// </summary>
    private void Understand(CountedMeasure? counted, Population? of, int? formId)
    {
        if (counted is null || of is null)
            return;
        if (counted.Measure == Measure.Participants)
            counted = of switch
            {
                Population.Pupils => new(Measure.Pupils),
                Population.PupilsInBand => new(Measure.Pupils, Populations.Band),
                Population.PupilsInProgrammes => new(Measure.PupilsInProgrammes),
                Population.Teachers => new(Measure.Teachers),
                Population.YoungTeachers => new(Measure.YoungTeachers),
                Population.Enterprises => new(Measure.Enterprises),
                _ => counted,
            };
        (Counted, FromAge, ToAge, CountedFormId, OfHeadcount) = (counted.Measure, counted.Band?.From, counted.Band?.To, formId, of);
    }

    /// <summary>The three of seed 002, «эффективность вовлечённости в различные формы наставничества»: built in, without a plan.</summary>
    public static IReadOnlyList<Indicator> Usual()
    {
        (string Name, int Form, Measure Counted, Population Of)[] usual =
        [
            ("Вовлечённость обучающихся в форму «ученик–ученик»", 1, Measure.Pupils, Population.Pupils),
            ("Вовлечённость педагогов в форму «учитель–ученик»", 6, Measure.Teachers, Population.Teachers),
            ("Вовлечённость молодых педагогов в форму «учитель–учитель»", 2, Measure.YoungTeachers, Population.YoungTeachers),
        ];
        return [.. usual.Select((u, i) => new Indicator { Number = $"{i + 1}", Name = u.Name, Unit = "%", Counted = u.Counted, CountedFormId = u.Form, OfHeadcount = u.Of })];
    }

    /// <summary>The words of one that stands in no paper.</summary>
    /// <exception cref="DomainException">It stands in a paper, whose words are not ours to change.</exception>
    public void Rename(string number, string name, string? unit)
    {
        if (OrderId is not null)
            throw new DomainException("Показатель записан в документе: его слова меняются только вместе с ним.", nameof(Name));
        (Number, Name, Unit) = (number.Trim(), name.Trim(), string.IsNullOrWhiteSpace(unit) ? null : unit.Trim());
    }

    /// <summary>What the portal counts, of what, and what was planned.</summary>
    /// <exception cref="DomainException">An age of those who have none, a share of two things at once, a plan below zero.</exception>
    public void Count(CountedMeasure counted, int? formId, Population? ofHeadcount, Measure? ofMeasure, IReadOnlyDictionary<string, decimal?> plan, string? note)
    {
        if (counted.Band is not null && !Measures.HasBand(counted.Measure))
            throw new DomainException("Возраст считают только у обучающихся.", nameof(FromAge));
        if (counted.Band is { } band && band.From > band.To)
            throw new DomainException("Возраст «от» больше возраста «до».", nameof(FromAge));
        if (ofHeadcount is not null && ofMeasure is not null)
            throw new DomainException("Знаменатель один: численность или другой подсчёт.", nameof(OfHeadcount));
        if (plan.Values.Any(v => v < 0))
            throw new DomainException("План не бывает меньше нуля.", nameof(Plan));
        (Counted, FromAge, ToAge, CountedFormId) = (counted.Measure, counted.Band?.From, counted.Band?.To, formId);
        (OfHeadcount, OfMeasure, Plan, Note) = (ofHeadcount, ofMeasure, plan, string.IsNullOrWhiteSpace(note) ? null : note.Trim());
    }

    /// <summary>The plan that a day is measured against: of its calendar year, else of the nearest later year that has one, else of the last.</summary>
    public static (string Year, decimal Value)? PlanOn(IReadOnlyDictionary<string, decimal?> plan, DateOnly day)
    {
        var years = plan.Where(p => p.Value is not null).Select(p => (Year: YearOf(p.Key), p.Key, Value: p.Value!.Value)).Where(p => p.Year is not null).OrderBy(p => p.Year).ToList();
        var at = years.FindIndex(p => p.Year >= day.Year);
        return years.Count == 0 ? null : at >= 0 ? (years[at].Key, years[at].Value) : (years[^1].Key, years[^1].Value);
    }

    /// <summary>«2024», «2024 год», «на 2024 г.».</summary>
    private static int? YearOf(string words) =>
        string.Concat(words.Where(char.IsAsciiDigit)) is { Length: >= 4 } digits && int.TryParse(digits[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;
}
