using MentoringPortal.Domain.Files;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Roadmaps;

namespace MentoringPortal.Domain.Requests;

/// <summary>NotStarted «Не начат» –, InProgress «В работе» ~, Submitted «На проверке» ?, Returned «Возвращён» ↩, Accepted «Принят» ✓.</summary>
public enum SubmissionState { NotStarted, InProgress, Submitted, Returned, Accepted }

/// <summary>Who answers for the numbers, as the form's last line has it.</summary>
public sealed record Responsible(string? Name, string? Phone);

/// <summary>Ответ of one organization to a request: the form as it states it, and the documents; each one that was sent stays as a version.</summary>
public sealed class Submission : IOwnedByOrganization, IVersioned
{
    private Submission() { }

    internal Submission(InformationRequest request, int organizationId)
    {
        (Request, OrganizationId) = (request, organizationId);
        for (var i = 0; i < request.Checklist.Count; i++)
            Documents.Add(new SubmittedDocument(organizationId, i));
    }

    public int Id { get; private set; }
    public int RequestId { get; private set; }
    public InformationRequest? Request { get; private set; }
    public int? OrganizationId { get; private set; }
    public Organization? Organization { get; private set; }
    public SubmissionState State { get; private set; }
    /// <summary>Before it is sent: what differs from the registry and what is typed by hand; after it: every cell.</summary>
    [Personal] public IReadOnlyList<StatedCell> Cells { get; private set; } = [];
    [Personal] public string? ResponsibleName { get; private set; }
    [Personal] public string? ResponsiblePhone { get; private set; }
    public DateTime? SubmittedAt { get; private set; }
    /// <summary>First sent after the last day.</summary>
    public bool IsLate { get; private set; }
    public DateTime? DecidedAt { get; private set; }
    /// <summary>What to mend, as long as the return stands.</summary>
    [Personal] public string? ReturnReason { get; private set; }
    public List<SubmittedDocument> Documents { get; } = [];
    public List<SubmissionVersion> Versions { get; } = [];
    public int Version { get; private set; }

    public static bool IsOwed(SubmissionState state) => state is SubmissionState.NotStarted or SubmissionState.InProgress or SubmissionState.Returned;

    public static bool IsAnswered(SubmissionState state) => state is SubmissionState.Submitted or SubmissionState.Accepted;

    public bool IsEditable => Request!.IsOpen && IsOwed(State);

    /// <summary>Keeps what is typed; nothing is sent.</summary>
    public void Save(IReadOnlyList<StatedCell> cells, Responsible responsible)
    {
        RefuseUnlessEditable();
        Take([.. cells.Where(c => c.Stated is not null && (c.Counted is null || c.IsCorrected))], responsible);
        if (State == SubmissionState.NotStarted)
            State = SubmissionState.InProgress;
    }

    /// <summary>Work has begun with a file.</summary>
    public void Begin()
    {
        RefuseUnlessEditable();
        if (State == SubmissionState.NotStarted)
            State = SubmissionState.InProgress;
    }

    /// <summary>Sends the answer.</summary>
    /// <param name="cells">Every cell that is not crossed out.</param>
    /// <param name="responsible">Who answers for it.</param>
    /// <param name="files">Names of the files that are there now, by entry of the checklist.</param>
    /// <param name="today">The municipality's today.</param>
    /// <param name="by">Who sends.</param>
    /// <exception cref="DomainException">A document lacks its file, a correction its reason, the form its responsible person.</exception>
    public void Submit(IReadOnlyList<StatedCell> cells, Responsible responsible, ILookup<int, string> files, DateOnly today, Signature by)
    {
        RefuseUnlessEditable();
        var lacking = Request!.Checklist.Where((_, i) => !files[i].Any()).Select(d => d.Name).ToList();
        if (lacking.Count > 0)
            throw new DomainException($"Нет файлов: {string.Join("; ", lacking)}. Приложите их и отправьте ответ снова.");
        if (Request.Sheet is { } sheet)
            CheckCells(sheet, cells, responsible);
        Take(cells, responsible);
        var isFirst = Versions.Count == 0;
        (State, SubmittedAt, ReturnReason) = (SubmissionState.Submitted, by.At, null);
        IsLate = isFirst ? today > Request.Due : IsLate;
        foreach (var document in Documents.Where(d => d.State != DocumentState.Accepted))
            document.Wait();
        Versions.Add(new SubmissionVersion(this, Versions.Count + 1, [.. Request.Checklist.SelectMany((d, i) => files[i].Select(f => $"{d.Name}: {f}"))], by));
    }

    private static void CheckCells(CountingForm sheet, IReadOnlyList<StatedCell> cells, Responsible responsible)
    {
        foreach (var cell in cells)
        {
            if (cell.Counted is not null && cell.Stated is null)
                throw new DomainException($"{sheet.NameOf(cell.Row, cell.Column)}: впишите число. В реестре {cell.Counted}.", FieldOf(cell));
            if (cell.IsCorrected && string.IsNullOrWhiteSpace(cell.Reason))
                throw new DomainException($"{sheet.NameOf(cell.Row, cell.Column)}: в реестре {cell.Counted}, вы указали {cell.Stated}. Объясните, почему число другое.", FieldOf(cell));
        }
        if (sheet.AsksResponsible && string.IsNullOrWhiteSpace(responsible.Name))
            throw new DomainException("Впишите, кто ответственный.", nameof(ResponsibleName));
    }

    /// <summary>The key of a cell's field on the form.</summary>
    public static string FieldOf(StatedCell cell) => $"Cells[{cell.Row}_{cell.Column}]";

    /// <summary>Takes an answer that nobody has looked at back, to mend it.</summary>
    public void Withdraw()
    {
        Request!.RefuseUnlessOpen();
        Refuse(SubmissionState.Submitted);
        State = SubmissionState.InProgress;
        Versions[^1].Decide("отозван школой", null, null);
    }

    public void Accept(Signature by)
    {
        Refuse(SubmissionState.Submitted);
        (State, DecidedAt) = (SubmissionState.Accepted, by.At);
        foreach (var document in Documents.Where(d => d.State != DocumentState.Accepted))
            document.Accept(document.Found);
        Versions[^1].Decide("принят", null, by);
    }

    /// <summary>Back to the school with what to mend; an accepted answer too, while the request is open.</summary>
    public void Return(string? reason, Signature by)
    {
        Request!.RefuseUnlessOpen();
        Refuse(SubmissionState.Submitted, SubmissionState.Accepted);
        Send(Required(reason, "ReturnReason"), by);
    }

    /// <summary>One document is as it should be.</summary>
    public void AcceptDocument(SubmittedDocument document, IReadOnlyList<string> found)
    {
        Refuse(SubmissionState.Submitted, SubmissionState.Accepted, SubmissionState.Returned);
        document.Accept(found);
    }

    /// <summary>One document is not: the whole answer goes back, and what was accepted stays so.</summary>
    public void ReturnDocument(SubmittedDocument document, string? reason, IReadOnlyList<string> found, Signature by)
    {
        Request!.RefuseUnlessOpen();
        Refuse(SubmissionState.Submitted, SubmissionState.Accepted, SubmissionState.Returned);
        document.Return(Required(reason, "DocumentReason"), found);
        if (State != SubmissionState.Returned)
            Send($"Исправьте документ: {Request.Checklist[document.Ordinal].Name}", by);
    }

    private void Send(string reason, Signature by)
    {
        (State, DecidedAt, ReturnReason) = (SubmissionState.Returned, by.At, reason);
        Versions[^1].Decide("возвращён", reason, by);
    }

    private static string Required(string? reason, string field) =>
        string.IsNullOrWhiteSpace(reason) ? throw new DomainException("Напишите, что нужно исправить.", field) : reason.Trim();

    private void Take(IReadOnlyList<StatedCell> cells, Responsible responsible)
    {
        foreach (var cell in cells.Where(c => c.Stated is < 0 or > StatedCell.Most))
            throw new DomainException($"{Request!.Sheet!.NameOf(cell.Row, cell.Column)}: нужно целое число от 0 до {StatedCell.Most:N0}.", FieldOf(cell));
        (Cells, ResponsibleName, ResponsiblePhone) = (cells, responsible.Name, responsible.Phone);
    }

    private void RefuseUnlessEditable()
    {
        Request!.RefuseUnlessOpen();
        if (!IsOwed(State))
            throw new DomainException("Ответ уже отправлен: чтобы его исправить, сначала отзовите его.");
    }

    private void Refuse(params ReadOnlySpan<SubmissionState> allowed)
    {
        if (!allowed.Contains(State))
            throw new DomainException($"Действие невозможно: ответ сейчас «{SubmissionWords.Of(State)}».");
    }
}

/// <summary>None «нет», Waiting «на проверке», Accepted «принят», Returned «возвращён».</summary>
public enum DocumentState { None, Waiting, Accepted, Returned }

/// <summary>An entry of the checklist at one organization: its files, and what the reviewer found in them.</summary>
public sealed class SubmittedDocument(int? organizationId, int ordinal) : IOwnedByOrganization
{
    public int Id { get; private set; }
    public int SubmissionId { get; private set; }
    public Submission? Submission { get; private set; }
    public int? OrganizationId { get; private set; } = organizationId;
    /// <summary>Its place in the request's checklist.</summary>
    public int Ordinal { get; private set; } = ordinal;
    public DocumentState State { get; private set; }
    [Personal] public string? Reason { get; private set; }
    /// <summary>Of what it must contain: what the reviewer has ticked.</summary>
    [NotPersonal] public IReadOnlyList<string> Found { get; private set; } = [];
    public List<StoredFile> Files { get; } = [];

    internal void Wait() => State = DocumentState.Waiting;

    internal void Accept(IReadOnlyList<string> found) => (State, Reason, Found) = (DocumentState.Accepted, null, found);

    internal void Return(string reason, IReadOnlyList<string> found) => (State, Reason, Found) = (DocumentState.Returned, reason, found);
}

/// <summary>An answer as it was sent, and what became of it.</summary>
public sealed class SubmissionVersion : IOwnedByOrganization
{
    private SubmissionVersion() { }

    internal SubmissionVersion(Submission of, int number, IReadOnlyList<string> files, Signature by)
    {
        (OrganizationId, Number, Cells, Files) = (of.OrganizationId, number, of.Cells, files);
        (ResponsibleName, ResponsiblePhone, At, ByName) = (of.ResponsibleName, of.ResponsiblePhone, by.At, by.Name);
    }

    public int Id { get; private set; }
    public int SubmissionId { get; private set; }
    public Submission? Submission { get; private set; }
    public int? OrganizationId { get; private set; }
    public int Number { get; private set; }
    [Personal] public IReadOnlyList<StatedCell> Cells { get; private set; } = [];
    /// <summary>«Документ: имя файла».</summary>
    [NotPersonal] public IReadOnlyList<string> Files { get; private set; } = [];
    [Personal] public string? ResponsibleName { get; private set; }
    [Personal] public string? ResponsiblePhone { get; private set; }
    public DateTime At { get; private set; }
    [Personal] public string ByName { get; private set; } = "";
    /// <summary>«принят», «возвращён», «отозван школой»; null while it waits.</summary>
    [NotPersonal] public string? Outcome { get; private set; }
    [Personal] public string? Reason { get; private set; }
    public DateTime? DecidedAt { get; private set; }
    [Personal] public string? DecidedByName { get; private set; }

    internal void Decide(string outcome, string? reason, Signature? by) => (Outcome, Reason, DecidedAt, DecidedByName) = (outcome, reason, by?.At, by?.Name);
}

public static class SubmissionWords
{
    public static string Of(SubmissionState state) => state switch
    {
        SubmissionState.NotStarted => "Не начат",
        SubmissionState.InProgress => "В работе",
        SubmissionState.Submitted => "На проверке",
        SubmissionState.Returned => "Возвращён",
        SubmissionState.Accepted => "Принят",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string Of(DocumentState state) => state switch
    {
        DocumentState.None => "не сдан",
        DocumentState.Waiting => "на проверке",
        DocumentState.Accepted => "принят",
        DocumentState.Returned => "возвращён",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
