using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Imports;
using MentoringPortal.Domain.Orders;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Reading;
using MentoringPortal.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Import;

/// <summary>To whom the paper is addressed.</summary>
public enum RecipientsBy { Executors, Kinds, Chosen }

/// <summary>Who one party of the rows is.</summary>
public sealed class ExecutorForm
{
    public string Key { get; set; } = "";
    /// <summary>A value of <see cref="ExecutorAs"/>, or <c>Unit-3</c>.</summary>
    public string Who { get; set; } = "";
    public List<OrganizationKind> Kinds { get; set; } = [];
    public List<int> Organizations { get; set; } = [];

    public ExecutorChoice ToChoice()
    {
        var parts = Who.Split('-', 2);
        return new ExecutorChoice(Enum.TryParse<ExecutorAs>(parts[0], out var chosen) && Enum.IsDefined(chosen) ? chosen : ExecutorAs.Nobody)
        {
            UnitId = parts.Length == 2 && int.TryParse(parts[1], out var unit) ? unit : null,
            Kinds = Kinds,
            OrganizationIds = Organizations,
        };
    }

    public static ExecutorForm Of(string key, ExecutorChoice choice) => new()
    {
        Key = key,
        Who = choice.As == ExecutorAs.Unit ? $"{choice.As}-{choice.UnitId}" : choice.As.ToString(),
        Kinds = [.. choice.Kinds],
        Organizations = [.. choice.OrganizationIds],
    };
}

/// <summary>GET and POST /roadmaps/import/{importId}/save: the last decisions.</summary>
public sealed class SaveForm : CorrectionForm
{
    [Display(Name = "Название дорожной карты"), StringLength(2000)] public string? RoadmapTitle { get; set; }
    [Display(Name = "Начало периода плана")] public DateOnly? PeriodStart { get; set; }
    [Display(Name = "Конец периода плана")] public DateOnly? PeriodEnd { get; set; }
    public List<ExecutorForm> Executors { get; set; } = [];
    [Display(Name = "Объединить в одно задание")] public List<int> Joins { get; set; } = [];
    [Display(Name = "Кому адресован документ")] public RecipientsBy RecipientsBy { get; set; }
    [Display(Name = "Виды организаций")] public List<OrganizationKind> RecipientKinds { get; set; } = [];
    [Display(Name = "Организации")] public List<int> Recipients { get; set; } = [];
    /// <summary>The person asked to count anew instead of saving.</summary>
    public bool Recount { get; set; }

    public static SaveForm Of(DocumentReading reading, Register register) => new()
    {
        RoadmapTitle = PaperDraft.TitleOf(reading),
        PeriodStart = reading.Document.PeriodStart ?? PaperDraft.PeriodOfRows(reading).Start,
        PeriodEnd = reading.Document.PeriodEnd ?? PaperDraft.PeriodOfRows(reading).End,
        Executors = [.. PartyGroups.Of(reading).Select(g => ExecutorForm.Of(g.Key, ExecutorGuess.For(g.Party, register)))],
        Joins = [.. Enumerable.Range(0, reading.Joins.Count)],
        RecipientKinds = [.. Register.Educational],
    };

    /// <summary>Nothing is missing that <see cref="Build"/> needs.</summary>
    public bool IsComplete(DocumentReading reading) => PeriodStart <= PeriodEnd || reading.Items.Count == 0;

    /// <summary>The paper as these decisions make it.</summary>
    public ImportedPaper Build(DocumentReading reading, Register register, DateTime now)
    {
        if (reading.Items.Count > 0 && PeriodStart is null)
            throw new DomainException("Укажите начало периода плана.", nameof(PeriodStart));
        if (reading.Items.Count > 0 && PeriodEnd is null)
            throw new DomainException("Укажите конец периода плана.", nameof(PeriodEnd));
        var dated = reading.EditHead(reading.Document with { PeriodStart = PeriodStart, PeriodEnd = PeriodEnd });
        var choices = new SaveChoices
        {
            Executors = Executors.DistinctBy(e => e.Key).ToDictionary(e => e.Key, e => e.ToChoice(), StringComparer.Ordinal),
            Joins = Joins,
            RoadmapTitle = Words(RoadmapTitle),
            Recipients = RecipientsBy switch
            {
                RecipientsBy.Executors => null,
                RecipientsBy.Kinds => [.. register.OfKinds(RecipientKinds)],
                RecipientsBy.Chosen => Recipients,
                _ => throw new ArgumentOutOfRangeException(nameof(reading)),
            },
        };
        return new PaperDraft(dated, choices, register, now).Build();
    }
}

/// <summary>The page of check: what will be made of the draft.</summary>
public sealed class SavePage
{
    public required DraftCard Draft { get; init; }
    public required SaveForm Form { get; init; }
    public required Register Register { get; init; }
    public required IReadOnlyList<PartyGroup> Parties { get; init; }
    /// <summary>What will be made; null while something is missing.</summary>
    public ImportedPaper? Paper { get; init; }
    /// <summary>A paper with the same number, for which this one is refused.</summary>
    public PaperTwin? Twin { get; init; }

    public DocumentReading Reading => Draft.Reading;
    public string Path => $"/roadmaps/import/{Draft.Id}";

    public IEnumerable<SelectListItem> WhoChoices(PartyGroup group) =>
    [
        new("управление образования", nameof(ExecutorAs.Department)),
        .. Register.Units.Select(u => new SelectListItem($"подразделение: {u.Name}", $"{nameof(ExecutorAs.Unit)}-{u.Id}")),
        new($"создать подразделение «{group.Party.Understood ?? group.Party.Text}»", nameof(ExecutorAs.NewUnit)),
        new($"внешняя организация «{group.Party.Understood ?? group.Party.Text}»", nameof(ExecutorAs.Outside)),
        new("организации (отметьте ниже)", nameof(ExecutorAs.Organizations)),
        new("никто: исполнять не поручено", nameof(ExecutorAs.Nobody)),
    ];

    public IReadOnlyList<SelectListItem> OrganizationChoices => [.. Register.Organizations.Select(o => new SelectListItem(o.Name, $"{o.Id}"))];

    /// <summary>Says that the period is proposed, not read.</summary>
    public string? PeriodHint => Reading.Document is { PeriodStart: not null, PeriodEnd: not null } ? null
        : "В документе период не назван. Предложен по срокам мероприятий: проверьте и исправьте.";

    public IEnumerable<SelectListItem> JoinChoices => Reading.Joins.Index().Select(j => new SelectListItem(PaperWords.Of(j.Item), $"{j.Index}"));

    /// <summary>Whom the municipality knows today.</summary>
    public static async Task<Register> Known(PortalDb db, DateOnly today, CancellationToken cancel) => new(
        await db.Organizations.Where(o => o.ClosedOn == null || o.ClosedOn >= today).InOrder()
            .Select(o => new RegisteredOrganization(o.Id, o.ShortName, o.Kind)).ToListAsync(cancel),
        await db.DepartmentUnits.Where(u => u.ClosedOn == null || u.ClosedOn >= today).InOrder()
            .Select(u => new RegisteredUnit(u.Id, u.Name, u.Abbreviation)).ToListAsync(cancel),
        await db.Appointments.Where(a => a.From <= today && (a.To == null || a.To >= today)).OrderBy(a => a.Id)
            .Select(a => new RegisteredPerson(a.PersonName, a.DepartmentUnitId, a.OrganizationId)).ToListAsync(cancel));

    /// <summary>What the reader took from a paper may be longer than what is kept: it is cut nowhere silently, on no database.</summary>
    /// <exception cref="DomainException">Which part and field is too long, and its beginning.</exception>
    public static void CheckLengths(PortalDb db)
    {
        if (db.TooLong() is { } found)
            throw new DomainException($"{AuditWords.Entity(found.Entity)}, поле «{AuditWords.Field(found.Entity, found.Field)}»: длиннее {found.MaxLength} знаков («{found.Value.Shortened()}»). Исправьте в предпросмотре.");
    }

    /// <summary>The department's paper that already has this kind, year and number.</summary>
    public static async Task<PaperTwin?> SameNumber(PortalDb db, DocumentHead head, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(head.Number) || head.Date is not { Year: var year })
            return null;
        var (number, kind) = (head.Number.Trim(), head.Kind == DocumentKind.Letter ? OrderKind.Letter : OrderKind.Order);
        var twin = await db.Orders.Where(o => o.OrganizationId == null && o.Kind == kind && o.Year == year && o.Number == number)
            .Select(o => new { o.Id, o.Number, o.Date, o.Title }).FirstOrDefaultAsync(cancel);
        return twin is null ? null : new PaperTwin($"№ {twin.Number} от {twin.Date:dd.MM.yyyy} {twin.Title}", $"/orders/{twin.Id}");
    }
}
