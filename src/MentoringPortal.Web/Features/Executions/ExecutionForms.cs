using System.ComponentModel.DataAnnotations;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Roadmaps;

namespace MentoringPortal.Web.Features.Executions;

/// <summary>What the executor says and shows.</summary>
public sealed class ReportForm
{
    [StringLength(4000), Display(Name = "Что сделано")]
    public string? Comment { get; set; }

    [StringLength(200), Display(Name = "Вид документа")]
    public string? ProofKind { get; set; }

    [StringLength(100), Display(Name = "Номер документа")]
    public string? ProofNumber { get; set; }

    [Display(Name = "Дата документа")]
    public DateOnly? ProofDate { get; set; }

    [Display(Name = "Файлы")]
    public List<IFormFile> Files { get; set; } = [];

    public int Version { get; set; }

    public ExecutionReport Report => new(Trim(Comment), ProofNumber is null && ProofDate is null ? null : Trim(ProofKind), Trim(ProofNumber), ProofDate);

    /// <summary>A numbered document that is asked for has a number and a date: without them the report would come back.</summary>
    public void CheckProof(ProofRequest? asked, DateOnly today)
    {
        if (ProofDate > today)
            throw new DomainException("Дата документа ещё не наступила.", nameof(ProofDate));
        if (asked is not { IsNumbered: true })
            return;
        if (string.IsNullOrWhiteSpace(ProofNumber))
            throw new DomainException($"Результат этой строки – {asked.Kind.ToLowerInvariant()}: укажите его номер.", nameof(ProofNumber));
        if (ProofDate is null)
            throw new DomainException($"Результат этой строки – {asked.Kind.ToLowerInvariant()}: укажите его дату.", nameof(ProofDate));
    }

    private static string? Trim(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Why a report comes back: ticked phrases, own words, or both.</summary>
public sealed class ReturnForm
{
    public static readonly IReadOnlyList<string> QuickPhrases =
    [
        "Приложите скан документа.",
        "Укажите номер и дату документа.",
        "Файл не читается, загрузите его ещё раз.",
        "Документ не подписан.",
        "Документ не соответствует мероприятию.",
    ];

    [Display(Name = "Частые причины")]
    public string[] Phrases { get; set; } = [];

    [StringLength(2000), Display(Name = "Что нужно исправить")]
    public string? Reason { get; set; }

    public string Words => string.Join(' ', Phrases.Where(QuickPhrases.Contains).Append(Reason?.Trim()).Where(w => !string.IsNullOrEmpty(w)));
}

public sealed class ReleaseForm
{
    [Required, StringLength(2000), Display(Name = "Почему не требуется")]
    public string Why { get; set; } = "";
}

/// <summary>What was ticked in the list of reports that wait for review.</summary>
public sealed class AcceptForm
{
    public int[] Ids { get; set; } = [];

    [StringLength(2000)]
    public string? Back { get; set; }
}
