using System.ComponentModel.DataAnnotations;
using MentoringPortal.Domain.Imports;
using MentoringPortal.Domain.Reading;
using MentoringPortal.Web.Features.Shared;

namespace MentoringPortal.Web.Features.Import;

/// <summary>A target of coverage.</summary>
public sealed class TargetForm : CorrectionForm
{
    [Display(Name = "Не менее, %"), Required, Range(typeof(decimal), "0", "100")] public decimal? Percent { get; set; }
    [Display(Name = "К дате")] public DateOnly? By { get; set; }
    [Display(Name = "Кто считается"), StringLength(1000)] public string? Population { get; set; }

    public static TargetForm Of(ReadTarget target) => new() { Percent = target.Percent, By = target.By, Population = target.Population };

    public DocumentReading Edit(DocumentReading reading, int index) => index < reading.Targets.Count
        ? reading.EditTarget(index, reading.Targets[index] with { Percent = Percent!.Value, By = By, Population = Words(Population) })
        : reading.DropTarget(index);
}

/// <summary>An indicator with its plan, one year a line: «2021: 30».</summary>
public sealed class IndicatorForm : CorrectionForm
{
    [Display(Name = "Номер"), Required, StringLength(100)] public string Number { get; set; } = "";
    [Display(Name = "Показатель"), Required, StringLength(4000)] public string Name { get; set; } = "";
    [Display(Name = "Единица"), StringLength(100)] public string? Unit { get; set; }
    [Display(Name = "Форма наставничества"), StringLength(300)] public string? MentoringForm { get; set; }
    [Display(Name = "Числитель"), StringLength(4000)] public string? Numerator { get; set; }
    [Display(Name = "Знаменатель"), StringLength(4000)] public string? Denominator { get; set; }
    [Display(Name = "План по годам, каждый год с новой строки"), StringLength(1000)] public string? Plan { get; set; }

    public static IndicatorForm Of(ReadIndicator indicator) => new()
    {
        Number = indicator.Number,
        Name = indicator.Name,
        Unit = indicator.Unit,
        MentoringForm = indicator.Form,
        Numerator = indicator.Numerator,
        Denominator = indicator.Denominator,
        Plan = PlanLines.Write(indicator.Plan),
    };

    public DocumentReading Edit(DocumentReading reading, int index) => reading.EditIndicator(index, new ReadIndicator
    {
        Number = Number.Trim(),
        Name = Name.Trim(),
        Unit = Words(Unit),
        Form = Words(MentoringForm),
        Numerator = Words(Numerator),
        Denominator = Words(Denominator),
        Plan = PlanLines.Read(Plan, nameof(Plan)),
    });
}

/// <summary>What a letter asks for.</summary>
public sealed class RequestForm : CorrectionForm
{
    [Display(Name = "Что запрашивается"), Required, StringLength(4000)] public string What { get; set; } = "";
    [Display(Name = "Срок")] public DateOnly? Due { get; set; }
    [Display(Name = "Документы, каждый с новой строки"), StringLength(8000)] public string? Documents { get; set; }
    [Display(Name = "Что в них должно быть, с новой строки"), StringLength(8000)] public string? MustContain { get; set; }
    [Display(Name = "Куда направить"), StringLength(300)] public string? SendTo { get; set; }
    [Display(Name = "Строки формы, каждая с новой строки"), StringLength(8000)] public string? FormRows { get; set; }
    [Display(Name = "Столбцы формы, каждый с новой строки"), StringLength(8000)] public string? FormColumns { get; set; }
    [Display(Name = "Поля под формой, каждое с новой строки"), StringLength(8000)] public string? FormTail { get; set; }

    public static RequestForm Of(ReadRequest request) => new()
    {
        What = request.What,
        Due = request.Due,
        Documents = string.Join('\n', request.Documents),
        MustContain = string.Join('\n', request.MustContain),
        SendTo = request.SendTo,
        FormRows = string.Join('\n', request.Form?.Rows ?? []),
        FormColumns = string.Join('\n', request.Form?.Columns ?? []),
        FormTail = string.Join('\n', request.Form?.Tail ?? []),
    };

    public DocumentReading Edit(DocumentReading reading, int index) => reading.EditRequest(index, ToRequest());

    public DocumentReading Add(DocumentReading reading) => reading.AddRequest(ToRequest());

    private ReadRequest ToRequest() => new()
    {
        What = What.Trim(),
        Due = Due,
        Documents = Lines(Documents),
        MustContain = Lines(MustContain),
        SendTo = Words(SendTo),
        Form = Lines(FormRows).Count + Lines(FormColumns).Count + Lines(FormTail).Count == 0 ? null
            : new ReadForm(Lines(FormRows), Lines(FormColumns), Lines(FormTail)),
    };
}

public sealed class AppendixForm : CorrectionForm
{
    [Display(Name = "Номер приложения"), Required, Range(1, 99)] public int? Number { get; set; }
    [Display(Name = "Название"), StringLength(2000)] public string? Title { get; set; }
    [Display(Name = "Что это")] public AppendixKind Kind { get; set; }
    [Display(Name = "Приложение есть в документе")] public bool Present { get; set; }

    public static AppendixForm Of(ReadAppendix appendix) => new() { Number = appendix.Number, Title = appendix.Title, Kind = appendix.Kind, Present = appendix.Present };

    public DocumentReading Edit(DocumentReading reading, int index) => reading.EditAppendix(index, new ReadAppendix(Number!.Value, Words(Title), Kind, Present));
}
