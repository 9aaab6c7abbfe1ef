using MentoringPortal.Domain.People;

namespace MentoringPortal.Domain.Exchange;

/// <summary>Draft «Проверка» → Saving «Загружается» → Saved «Загружено» → Undone «Отменено».</summary>
public enum PeopleImportState { Draft, Saving, Saved, Undone }

/// <summary>
/// A table of people that a curator has brought: the file, and what its saving did, so that it can be undone. Seen by the curators of the organization;
/// thrown away with its file after <see cref="DaysKept"/> days.
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
    /// <summary>Rows that did not go in, each with the reasons of that moment.</summary>
    [Personal] public IReadOnlyList<RefusedRow> Refused { get; private set; } = [];
    public int Version { get; private set; }

    /// <summary>Begins the saving, or goes on with one that was cut off.</summary>
    /// <param name="jobId">The job that will do it.</param>
    /// <param name="isCutOff">What saved it before has ended, and the table is not finished.</param>
    /// <exception cref="DomainException">It is saved already, or another window saves it.</exception>
    public void Begin(Guid? jobId, bool isCutOff)
    {
        if (State != PeopleImportState.Draft && !(State == PeopleImportState.Saving && isCutOff))
            throw new DomainException("Эта таблица уже загружена.");
        (State, JobId) = (PeopleImportState.Saving, jobId);
    }

    public void Advance(int rows, int created, int updated, int pairs, IEnumerable<ImportedChange> changes, IEnumerable<RefusedRow> refused)
    {
        (Taken, Created, Updated, Pairs) = (Taken + rows, Created + created, Updated + updated, Pairs + pairs);
        (Changes, Refused) = ([.. Changes, .. changes], [.. Refused, .. refused]);
    }

    public void Finish(DateTime now) => (State, SavedAt) = (PeopleImportState.Saved, now);

    public bool CanUndo(DateTime now, bool isCutOff) => Changes.Count > 0 && ((State == PeopleImportState.Saved && now < SavedAt + UndoWithin) || (State == PeopleImportState.Saving && isCutOff));

    public void Undo(DateTime now, bool isCutOff)
    {
        if (!CanUndo(now, isCutOff))
            throw new DomainException("Отменить загрузку можно в течение 24 часов.");
        (State, Changes) = (PeopleImportState.Undone, []);
    }
}

/// <summary>A row that did not go in.</summary>
/// <param name="At">Its place among all rows of the file, from 0.</param>
public sealed record RefusedRow(int At, IReadOnlyList<CellRemark> Remarks);

/// <summary>What a row did to a person, with the cells as they were; and the pair that it made.</summary>
/// <param name="Version">Of the person and of his places in the banks after the saving: a later change moves it.</param>
/// <param name="Places">What the cells do not tell apart of the two places in the bank.</param>
public sealed record ImportedChange(int PersonId, int Version, bool IsNew, bool IsNewMentee, bool IsNewMentor, IReadOnlyDictionary<ExchangeColumn, string> Before, int? PairId, PlacesBefore? Places);

/// <summary>What no cell told: days of entry and hours of both places in the bank, which share a cell, and the date of birth of one who is of age.</summary>
public sealed record PlacesBefore(DateOnly? MenteeEnteredOn, DateOnly? MentorEnteredOn, TimeSlots? MenteeTime, TimeSlots? MentorTime, string? Born = null)
{
    public static PlacesBefore Of(Person person, DateOnly today) => new(person.Mentee?.EnteredOn, person.Mentor?.EnteredOn, person.Mentee?.Time, person.Mentor?.Time,
        person.BirthDate is not { } born || person.IsMinorOn(today) ? null : person.IsBirthYearOnly ? $"{born.Year}" : CellText.Of(born));

    public void PutBack(Person person)
    {
        if (person.Mentee is { } mentee)
            (mentee.EnteredOn, mentee.Time) = (MenteeEnteredOn ?? mentee.EnteredOn, MenteeTime ?? mentee.Time);
        if (person.Mentor is { } mentor)
            (mentor.EnteredOn, mentor.Time) = (MentorEnteredOn ?? mentor.EnteredOn, MentorTime ?? mentor.Time);
    }
}
