using System.ComponentModel.DataAnnotations;
using MentoringPortal.Domain.Imports;
using MentoringPortal.Domain.Reading;

namespace MentoringPortal.Web.Features.Import;

/// <summary>One small correction of a draft.</summary>
public class CorrectionForm
{
    /// <summary>Version of the draft that the person saw.</summary>
    public int Version { get; set; }

    /// <summary>Lines of a text area, without empty ones.</summary>
    protected static IReadOnlyList<string> Lines(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    protected static string? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>
    /// The form that <c>?edit=item-3</c> asks for, filled from the reading; null for a part that is not there. <c>item-new</c> adds a row to
    /// <paramref name="section"/>.
    /// </summary>
    public static CorrectionForm? For(string? edit, string? section, DocumentReading reading) => edit?.Split('-') switch
    {
        ["head"] => HeadForm.Of(reading.Document),
        ["item", "new"] => ItemForm.New(reading, section),
        ["section", "new"] => new SectionForm { Number = PartCorrections.NextNumber(reading.Sections is [.., var last] ? last.Number : null) },
        ["clause", "new"] => new ClauseForm { Number = PartCorrections.NextNumber(reading.Clauses is [.., var latest] ? latest.Number : null) },
        ["request", "new"] => new RequestForm(),
        [var part, var place] when int.TryParse(place, out var index) && index >= 0 => part switch
        {
            "item" when index < reading.Items.Count => ItemForm.Of(reading.Items[index]),
            "section" when index < reading.Sections.Count => SectionForm.Of(reading.Sections[index]),
            "clause" when index < reading.Clauses.Count => ClauseForm.Of(reading.Clauses[index]),
            "target" when index < reading.Targets.Count => TargetForm.Of(reading.Targets[index]),
            "indicator" when index < reading.Indicators.Count => IndicatorForm.Of(reading.Indicators[index]),
            "request" when index < reading.Requests.Count => RequestForm.Of(reading.Requests[index]),
            "appendix" when index < reading.Document.Appendices.Count => AppendixForm.Of(reading.Document.Appendices[index]),
            _ => null,
        },
        _ => null,
    };
}

/// <summary>Requisites of the paper.</summary>
public sealed class HeadForm : CorrectionForm
{
    [Display(Name = "Вид документа")] public DocumentKind Kind { get; set; }
    [Display(Name = "Номер"), StringLength(100)] public string? Number { get; set; }
    [Display(Name = "Дата")] public DateOnly? Date { get; set; }
    [Display(Name = "Место"), StringLength(300)] public string? Place { get; set; }
    [Display(Name = "Заголовок"), StringLength(2000)] public string? Title { get; set; }
    [Display(Name = "Кем издан"), StringLength(1000)] public string? Issuer { get; set; }
    [Display(Name = "Кому адресован"), StringLength(1000)] public string? Addressee { get; set; }
    [Display(Name = "На письмо №"), StringLength(100)] public string? ReplyNumber { get; set; }
    [Display(Name = "От")] public DateOnly? ReplyDate { get; set; }
    [Display(Name = "Преамбула"), StringLength(20_000)] public string? Preamble { get; set; }
    [Display(Name = "Распорядительное слово"), StringLength(100)] public string? Operative { get; set; }
    [Display(Name = "Текст письма, абзац с новой строки"), StringLength(100_000)] public string? Paragraphs { get; set; }
    [Display(Name = "Должность подписавшего"), StringLength(300)] public string? SignatoryPosition { get; set; }
    [Display(Name = "Кто подписал"), StringLength(300)] public string? SignatoryName { get; set; }
    [Display(Name = "Контроль"), StringLength(2000)] public string? Control { get; set; }
    [Display(Name = "Начало периода плана")] public DateOnly? PeriodStart { get; set; }
    [Display(Name = "Конец периода плана")] public DateOnly? PeriodEnd { get; set; }

    public static HeadForm Of(DocumentHead head) => new()
    {
        Kind = head.Kind,
        Number = head.Number,
        Date = head.Date,
        Place = head.Place,
        Title = head.Title,
        Issuer = head.Issuer,
        Addressee = head.Addressee,
        ReplyNumber = head.InReplyTo.Number,
        ReplyDate = head.InReplyTo.Date,
        Preamble = head.Preamble,
        Operative = head.Operative,
        Paragraphs = string.Join('\n', head.Paragraphs),
        SignatoryPosition = head.Signatory?.Position,
        SignatoryName = head.Signatory?.Name,
        Control = head.Control,
        PeriodStart = head.PeriodStart,
        PeriodEnd = head.PeriodEnd,
    };

    public DocumentReading Edit(DocumentReading reading) => reading.EditHead(reading.Document with
    {
        Kind = Kind,
        Number = Words(Number),
        Date = Date,
        Place = Words(Place),
        Title = Words(Title),
        Issuer = Words(Issuer),
        Addressee = Words(Addressee),
        InReplyTo = new ReadReference(Words(ReplyNumber), ReplyDate),
        Preamble = Words(Preamble),
        Operative = Words(Operative),
        Paragraphs = Lines(Paragraphs),
        Signatory = Words(SignatoryPosition) is null && Words(SignatoryName) is null ? null : new ReadSignatory(Words(SignatoryPosition), Words(SignatoryName)),
        Control = Words(Control),
        PeriodStart = PeriodStart,
        PeriodEnd = PeriodEnd,
    });
}

public sealed class SectionForm : CorrectionForm
{
    [Display(Name = "Номер раздела"), Required, StringLength(100)] public string Number { get; set; } = "";
    [Display(Name = "Название раздела"), Required, StringLength(2000)] public string Title { get; set; } = "";

    public static SectionForm Of(ReadSection section) => new() { Number = section.Number, Title = section.Title };

    public DocumentReading Edit(DocumentReading reading, int index) => reading.EditSection(index, Number.Trim(), Title.Trim());

    public DocumentReading Add(DocumentReading reading) => reading.AddSection(Number.Trim(), Title.Trim());
}

public sealed class ClauseForm : CorrectionForm
{
    [Display(Name = "Номер пункта"), Required, StringLength(100)] public string Number { get; set; } = "";
    [Display(Name = "Текст пункта"), Required, StringLength(20_000)] public string Text { get; set; } = "";
    [Display(Name = "Ответственные, каждый с новой строки"), StringLength(4000)] public string? Responsible { get; set; }
    public List<string?> Who { get; set; } = [];
    [Display(Name = "Срок словами документа"), StringLength(500)] public string? Deadline { get; set; }
    [Display(Name = "Какие документы нужны, каждый с новой строки"), StringLength(8000)] public string? Documents { get; set; }

    public static ClauseForm Of(ReadClause clause) => new()
    {
        Number = clause.Number,
        Text = clause.Text,
        Responsible = string.Join('\n', clause.Responsible.Select(p => p.Text)),
        Who = [.. clause.Responsible.Select(PartyWho.Of)],
        Deadline = clause.Deadline?.Text,
        Documents = string.Join('\n', clause.Documents),
    };

    public DocumentReading Edit(DocumentReading reading, int index) => reading.EditClause(index, Clause(reading, index < reading.Clauses.Count ? reading.Clauses[index].Responsible : []), Deadline);

    public DocumentReading Add(DocumentReading reading) => reading.AddClause(Clause(reading, []), Deadline);

    private ReadClause Clause(DocumentReading reading, IReadOnlyList<ReadParty> before) => new()
    {
        Number = Number.Trim(),
        Text = Text.Trim(),
        Responsible = reading.Parties(Responsible, before, Who.Select(PartyWho.Choice)),
        Documents = Lines(Documents),
    };
}
