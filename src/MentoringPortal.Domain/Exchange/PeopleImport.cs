namespace MentoringPortal.Domain.Exchange;

/// <summary>Draft «Проверка» → Saving «Загружается» → Saved «Загружено» → Undone «Отменено».</summary>
public enum PeopleImportState { Draft, Saving, Saved, Undone }

/// <summary>
/// A table of people that a curator has brought: the file, and what its saving did, so that it can be undone. Seen by its author alone; thrown away
/// with its file after <see cref="DaysKept"/> days.
/// </summary>
public sealed class PeopleImport : IVersioned
{
    public const int DaysKept = 7;
    public const int MostRows = 6000;
    public static readonly TimeSpan UndoWithin = TimeSpan.FromHours(24);

    public Guid Id { get; init; }
    public int AuthorId { get; init; }
    public int OrganizationId { get; init; }
    [NotPersonal] public required string FileName { get; init; }
    [NotPersonal] public required string StoredName { get; init; }
    /// <summary>SHA-256 of the file: the same one twice is noticed.</summary>
    [NotPersonal] public required string Sha256 { get; init; }
    public DateTime CreatedAt { get; init; }
    public DateTime ExpiresAt { get; init; }
    /// <summary>The order that fixed the pairs of the register.</summary>
    [NotPersonal] public string? OrderNumber { get; init; }
    public DateOnly? OrderDate { get; init; }
    public PeopleImportState State { get; private set; }
    /// <summary>Rows that are stored: a saving that was cut off goes on after them.</summary>
    public int Taken { get; private set; }
    public int Created { get; private set; }
    public int Updated { get; private set; }
    public int Pairs { get; private set; }
    /// <summary>The job that saves a large table.</summary>
    public Guid? JobId { get; private set; }
    public DateTime? SavedAt { get; private set; }
    /// <summary>What to put back: told once a row is stored.</summary>
    [Personal] public IReadOnlyList<ImportedChange> Changes { get; private set; } = [];
    public int Version { get; private set; }

    /// <exception cref="DomainException">It is saved already, or another window saves it.</exception>
    public void Begin(Guid? jobId)
    {
        if (State != PeopleImportState.Draft)
            throw new DomainException("Эта таблица уже загружена.");
        (State, JobId) = (PeopleImportState.Saving, jobId);
    }

    public void Advance(int rows, int created, int updated, int pairs, IEnumerable<ImportedChange> changes)
    {
        (Taken, Created, Updated, Pairs) = (Taken + rows, Created + created, Updated + updated, Pairs + pairs);
        Changes = [.. Changes, .. changes];
    }

    public void Finish(DateTime now) => (State, SavedAt) = (PeopleImportState.Saved, now);

    public bool CanUndo(DateTime now) => State == PeopleImportState.Saved && now < SavedAt + UndoWithin && Changes.Count > 0;

    public void Undo(DateTime now)
    {
        if (!CanUndo(now))
            throw new DomainException("Отменить загрузку можно в течение 24 часов.");
        (State, Changes) = (PeopleImportState.Undone, []);
    }
}

/// <summary>What a row did to a person, with the cells as they were; and the pair that it made.</summary>
/// <param name="Version">Of the person and of his places in the banks after the saving: a later change moves it.</param>
public sealed record ImportedChange(int PersonId, int Version, bool IsNew, bool IsNewMentee, bool IsNewMentor, IReadOnlyDictionary<ExchangeColumn, string> Before, int? PairId);
