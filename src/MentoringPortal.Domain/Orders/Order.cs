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
    /// <summary>Who wrote it and his telephone, under the text.</summary>
    [Personal] public string? Performer { get; private set; }
    /// <summary>Organizations that get it when it is sent; null for a paper that was brought in.</summary>
    [NotPersonal] public IReadOnlyList<int>? AddressedTo { get; private set; }
    /// <summary>Of a paper composed here and prepared for signing: who holds the sheet finds it by this. Unguessable; null for a paper that was brought in.</summary>
    [NotPersonal] public string? CheckCode { get; private set; }
    /// <summary>The paper that this one amends or repeals when it is registered.</summary>
    public int? ChangesId { get; private set; }
    public Order? Changes { get; private set; }
    /// <summary>What it does to <see cref="Changes"/>: <see cref="OrderState.Amended"/> or <see cref="OrderState.Repealed"/>.</summary>
    public OrderState? ChangesTo { get; private set; }
    /// <summary>The signed content as it was printed at registration.</summary>
    public Guid? IssuedPdfId { get; private set; }
    public Guid? IssuedDocxId { get; private set; }
    /// <summary>Lower-case hexadecimal SHA-256 of <see cref="IssuedPdfId"/>.</summary>
    [NotPersonal] public string? IssuedHash { get; private set; }
    public DateTime? SentAt { get; private set; }
    public DateTime CreatedAt { get; init; }
    public int Version { get; private set; }

    [NotPersonal] public string SearchSource => $"{Number} {Title} {Issuer}";
    [NotPersonal] public string SortSource => Title;

    /// <summary>Puts the paper in force under its journal number. The number's uniqueness per issuer, kind and year is kept by the database.</summary>
    public void Register(string? number, DateOnly? date)
    {
        if (State is not (OrderState.Draft or OrderState.Prepared))
            throw new DomainException("Документ уже зарегистрирован.");
        if (IsComposed && State == OrderState.Draft)
            throw new DomainException("Сначала подготовьте документ к подписи.");
        RefuseUnlessInForce(Changes);
        if (string.IsNullOrWhiteSpace(number))
            throw new DomainException("Укажите номер документа.", nameof(Number));
        if (date is null)
            throw new DomainException("Укажите дату документа.", nameof(Date));
        (Number, Date, Year, State) = (number.Trim(), date, date.Value.Year, OrderState.Registered);
    }

    /// <summary>Whether it was written in the portal, and not brought in.</summary>
    public bool IsComposed => AddressedTo is not null;

    /// <summary>Writes the content; a paper that is being signed or is in force is not written any more.</summary>
    public void Compose(OrderText text, DateOnly today)
    {
        if (State != OrderState.Draft || (Id != 0 && !IsComposed))
            throw new DomainException("Текст уже не меняют: документ подготовлен к подписи или зарегистрирован.");
        if (string.IsNullOrWhiteSpace(text.Title))
            throw new DomainException("Напишите заголовок: о чём документ.", nameof(Title));
        if (text.Changes is not null && text.ChangesTo is not (OrderState.Amended or OrderState.Repealed))
            throw new DomainException("Укажите, что документ делает с прежним: изменяет или отменяет.", nameof(ChangesTo));
        if (text.Changes is { } older && (Kind, older.Kind) != (OrderKind.Order, OrderKind.Order))
            throw new DomainException("Изменяют и отменяют только приказ, и только приказом.", nameof(ChangesId));
        RefuseUnlessInForce(text.Changes);
        var clauses = Kind == OrderKind.Order ? ComposedText.Clauses(text.Body, Issuer, today) : [];
        var paragraphs = Kind == OrderKind.Letter ? ComposedText.Paragraphs(text.Body) : [];
        if (clauses.Count + paragraphs.Count == 0)
            throw new DomainException(Kind == OrderKind.Order ? "Напишите пункты приказа." : "Напишите текст письма.", "Body");
        (Title, Preamble, Operative, Addressee, Performer) = (text.Title.Trim(), Tidy(text.Preamble), Kind == OrderKind.Order ? text.Operative : null, Tidy(text.Addressee), Tidy(text.Performer));
        (SignatoryPosition, SignatoryName, Paragraphs) = (Tidy(text.SignatoryPosition), Tidy(text.SignatoryName), paragraphs);
        (Basis, AddressedTo) = (Reading.ActsReader.Read(Preamble ?? ""), [.. text.OrganizationIds.Distinct().Order()]);
        (Changes, ChangesId, ChangesTo) = (text.Changes, text.Changes?.Id, text.Changes is null ? null : text.ChangesTo);
        Clauses.Clear();
        foreach (var (ordinal, clause) in clauses.Index())
            Clauses.Add(new Clause { Ordinal = ordinal, Number = clause.Number, Text = clause.Text, Responsible = clause.Responsible, Deadline = clause.Deadline, Documents = clause.Documents });
    }

    /// <summary>Ready to be printed for signing: its code stands on the sheet.</summary>
    public void Prepare()
    {
        RefuseUnlessComposed();
        if (State != OrderState.Draft)
            throw new DomainException("Документ уже подготовлен.");
        // What the portal's own beginnings leave for the author.
        if (Clauses.Where(c => c.Text.Contains('…', StringComparison.Ordinal)).Select(c => c.Number).ToList() is { Count: > 0 } unfinished)
            throw new DomainException($"Допишите пункты, в которых стоит многоточие: {string.Join(", ", unfinished)}.");
        (State, CheckCode) = (OrderState.Prepared, NewCode());
    }

    /// <summary>Back to writing, before it is signed. The text may change, so the code on the sheets printed meanwhile is no paper's any more.</summary>
    public void Rework()
    {
        if (State != OrderState.Prepared)
            throw new DomainException("Вернуть в работу можно только подготовленный документ.");
        (State, CheckCode) = (OrderState.Draft, null);
    }

    /// <summary>Freezes what was signed; the paper that it changes is changed with it.</summary>
    public void Issue(Guid pdf, string pdfHash, Guid docx)
    {
        RefuseUnlessComposed();
        if (State != OrderState.Registered || IssuedHash is not null)
            throw new DomainException("Документ ещё не зарегистрирован или уже выпущен.");
        (IssuedPdfId, IssuedHash, IssuedDocxId) = (pdf, pdfHash, docx);
        if (Changes is { } changed)
            changed.State = ChangesTo!.Value;
    }

    /// <summary>Sends it to whom it is addressed: they see it from now on and acknowledge it.</summary>
    public void Send(DateTime at)
    {
        RefuseUnlessComposed();
        if (State is OrderState.Draft or OrderState.Prepared)
            throw new DomainException("Сначала зарегистрируйте документ.");
        if (SentAt is not null)
            throw new DomainException("Документ уже направлен.");
        if (AddressedTo!.Count == 0)
            throw new DomainException("Документ никому не адресован.");
        SentAt = at;
        AddressTo(AddressedTo);
    }

    /// <summary>Both where the link is written and where it takes effect: another order may have repealed the paper meanwhile.</summary>
    private static void RefuseUnlessInForce(Order? changed)
    {
        if (changed is { State: OrderState.Repealed })
            throw new DomainException("Документ, который он меняет, утратил силу.", nameof(ChangesId));
        if (changed is { State: not (OrderState.Registered or OrderState.Amended) })
            throw new DomainException("Изменить или отменить можно только действующий документ.", nameof(ChangesId));
    }

    private void RefuseUnlessComposed()
    {
        if (!IsComposed)
            throw new DomainException("Этот документ загружен, а не составлен в портале.");
    }

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>A hundred random bits as 20 letters and digits that nobody mistakes for one another.</summary>
    private static string NewCode() => System.Security.Cryptography.RandomNumberGenerator.GetString("23456789abcdefghjkmnpqrstuvwxyz", 20);

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
    /// <summary>Ознакомлены: when and who said so.</summary>
    public DateTime? AcknowledgedAt { get; private set; }
    [Personal] public string? AcknowledgedByName { get; private set; }

    /// <summary>The first time counts.</summary>
    public void Acknowledge(Roadmaps.Signature by)
    {
        if (AcknowledgedAt is null)
            (AcknowledgedAt, AcknowledgedByName) = (by.At, by.Name);
    }
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
