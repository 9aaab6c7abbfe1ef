using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Reading;
using MentoringPortal.Domain.Requests;

namespace MentoringPortal.Domain.Orders;

public enum OrderKind { Order, Letter }

/// <summary>Draft «Черновик» → Prepared «Подготовлен» → Registered «Зарегистрирован» → Amended «Изменён» or Repealed «Утратил силу».</summary>
public enum OrderState { Draft, Prepared, Registered, Amended, Repealed }

/// <summary>A приказ or a letter, whole: what is printed, and what it asks of whom. Null <see cref="OrganizationId"/> is the department's own.</summary>
public sealed class Order : IOwnedByOrganization, IVersioned, ISearchable
{
    public int Id { get; private set; }
    public int? OrganizationId { get; init; }
    public Organization? Organization { get; private set; }
    public OrderKind Kind { get; set; }
    public OrderState State { get; private set; } = OrderState.Draft;
    [NotPersonal] public string? Number { get; set; }
    public DateOnly? Date { get; set; }
    /// <summary>Calendar year of the date: numbering starts anew each year (ГОСТ Р 7.0.97-2025).</summary>
    public int? Year { get; private set; }
    [NotPersonal] public string? Place { get; set; }
    [NotPersonal] public string Title { get; set; } = "";
    [NotPersonal] public string? Issuer { get; set; }
    [NotPersonal] public IReadOnlyList<string> Letterhead { get; set; } = [];
    [NotPersonal] public IReadOnlyList<string> Letterhead2 { get; set; } = [];
    [NotPersonal] public ReadContacts Contacts { get; set; } = new();
    [NotPersonal] public string? Addressee { get; set; }
    [NotPersonal] public string? InReplyToNumber { get; set; }
    public DateOnly? InReplyToDate { get; set; }
    [NotPersonal] public string? Preamble { get; set; }
    /// <summary>The operative word as written: «ПРИКАЗЫВАЮ».</summary>
    [NotPersonal] public string? Operative { get; set; }
    [NotPersonal] public IReadOnlyList<ReadAct> Basis { get; set; } = [];
    /// <summary>The body of a letter.</summary>
    [Personal] public IReadOnlyList<string> Paragraphs { get; set; } = [];
    [NotPersonal] public string? SignatoryPosition { get; set; }
    [Personal] public string? SignatoryName { get; set; }
    [Personal] public string? Control { get; set; }
    public DateOnly? PeriodStart { get; set; }
    public DateOnly? PeriodEnd { get; set; }
    [NotPersonal] public IReadOnlyList<ReadAppendix> Appendices { get; set; } = [];
    /// <summary>What the reader found wrong with the imported paper and the author left as it is.</summary>
    [NotPersonal] public IReadOnlyList<ReadRemark> Remarks { get; set; } = [];
    /// <summary>Lines of the imported paper that found no place: nothing that was read is lost.</summary>
    [Personal] public IReadOnlyList<string> Unused { get; set; } = [];
    public List<Clause> Clauses { get; } = [];
    public List<OrderRecipient> Recipients { get; } = [];
    public List<CoverageTarget> Targets { get; } = [];
    public List<Indicator> Indicators { get; } = [];
    public List<InformationRequest> Requests { get; } = [];
    public List<Roadmaps.Roadmap> Roadmaps { get; } = [];
    public DateTime CreatedAt { get; init; }
    public int Version { get; private set; }

    [NotPersonal] public string SearchSource => $"{Number} {Title} {Issuer}";
    [NotPersonal] public string SortSource => Title;

    /// <summary>Puts the paper in force under its journal number. The number's uniqueness per issuer, kind and year is kept by the database.</summary>
    public void Register(string? number, DateOnly? date)
    {
        if (State is not (OrderState.Draft or OrderState.Prepared))
            throw new DomainException("Документ уже зарегистрирован.");
        if (string.IsNullOrWhiteSpace(number))
            throw new DomainException("Укажите номер документа.", nameof(Number));
        if (date is null)
            throw new DomainException("Укажите дату документа.", nameof(Date));
        (Number, Date, Year, State) = (number.Trim(), date, date.Value.Year, OrderState.Registered);
    }

    public void AddressTo(IEnumerable<int> organizationIds)
    {
        foreach (var id in organizationIds)
            if (!Recipients.Exists(r => r.OrganizationId == id))
                Recipients.Add(new OrderRecipient(id));
    }
}

/// <summary>An organization the paper is addressed to; it may read the paper.</summary>
public sealed class OrderRecipient(int? organizationId) : IOwnedByOrganization
{
    public int Id { get; private set; }
    public int OrderId { get; private set; }
    public Order? Order { get; private set; }
    public int? OrganizationId { get; private set; } = organizationId;
    public Organization? Organization { get; private set; }
}

/// <summary>Пункт приказа: numbered, nested by its number; with a responsible party and a deadline it is an assignment.</summary>
public sealed class Clause
{
    public int Id { get; private set; }
    public int OrderId { get; private set; }
    public Order? Order { get; private set; }
    public int Ordinal { get; set; }
    [NotPersonal] public string Number { get; set; } = "";
    [Personal] public string Text { get; set; } = "";
    [Personal] public IReadOnlyList<ReadParty> Responsible { get; set; } = [];
    [NotPersonal] public Deadlines.Deadline? Deadline { get; set; }
    /// <summary>Documents the clause asks for.</summary>
    [NotPersonal] public IReadOnlyList<string> Documents { get; set; } = [];
}
