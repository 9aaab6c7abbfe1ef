using MentoringPortal.Domain.Deadlines;

namespace MentoringPortal.Domain.Reading;

/// <summary>All that was understood of a paper. Serialized in camel case, it is the answer of <c>read-order</c> and the preview page's model.</summary>
public sealed record DocumentReading
{
    public required DocumentHead Document { get; init; }
    public IReadOnlyList<ReadClause> Clauses { get; init; } = [];
    public IReadOnlyList<ReadSection> Sections { get; init; } = [];
    public IReadOnlyList<ReadItem> Items { get; init; } = [];
    public IReadOnlyList<ReadTarget> Targets { get; init; } = [];
    public IReadOnlyList<ReadIndicator> Indicators { get; init; } = [];
    public IReadOnlyList<ReadRequest> Requests { get; init; } = [];
    public IReadOnlyList<ReadJoin> Joins { get; init; } = [];
    public IReadOnlyList<ReadRemark> Remarks { get; init; } = [];
    /// <summary>Lines of the source that found no place.</summary>
    public IReadOnlyList<string> Unused { get; init; } = [];
}

public enum DocumentKind { Order, Letter, Roadmap }

public sealed record DocumentHead
{
    public required DocumentKind Kind { get; init; }
    public string? Number { get; init; }
    public DateOnly? Date { get; init; }
    public string? Place { get; init; }
    public string? Title { get; init; }
    public string? Issuer { get; init; }
    public IReadOnlyList<string> Letterhead { get; init; } = [];
    public IReadOnlyList<string> Letterhead2 { get; init; } = [];
    public ReadContacts Contacts { get; init; } = new();
    public string? Addressee { get; init; }
    public ReadReference InReplyTo { get; init; } = new(null, null);
    public string? Preamble { get; init; }
    public string? Operative { get; init; }
    public IReadOnlyList<ReadAct> Basis { get; init; } = [];
    public ReadSignatory? Signatory { get; init; }
    public string? Control { get; init; }
    /// <summary>The body of a letter.</summary>
    public IReadOnlyList<string> Paragraphs { get; init; } = [];
    public DateOnly? PeriodStart { get; init; }
    public DateOnly? PeriodEnd { get; init; }
    public IReadOnlyList<ReadAppendix> Appendices { get; init; } = [];
}

public sealed record ReadContacts
{
    public string? Address { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }
    /// <summary>Codes by name: ОКПО, ОГРН, ИНН, КПП.</summary>
    public IReadOnlyDictionary<string, string> Ids { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

public sealed record ReadReference(string? Number, DateOnly? Date);

public sealed record ReadAct(string Kind, string? Issuer, string? Number, DateOnly? Date, string? Title);

public sealed record ReadSignatory(string? Position, string? Name);

public enum AppendixKind { Roadmap, Indicators, Form, Text }

public sealed record ReadAppendix(int Number, string? Title, AppendixKind Kind, bool Present);

public sealed record ReadClause
{
    public required string Number { get; init; }
    public required string Text { get; init; }
    public IReadOnlyList<ReadParty> Responsible { get; init; } = [];
    public Deadline? Deadline { get; init; }
    public IReadOnlyList<string> Documents { get; init; } = [];
}

public enum PartyKind { Department, Unit, Organizations, Outside, Person, Role }

/// <summary>Who answers for a clause or a row, as written and as understood.</summary>
public sealed record ReadParty
{
    /// <summary>The words as written.</summary>
    public required string Text { get; init; }
    public required PartyKind Kind { get; init; }
    /// <summary>«понято как»: the name in full, nominative.</summary>
    public string? Understood { get; init; }
    public string? Position { get; init; }
    public string? Name { get; init; }
    /// <summary>Which organizations are meant; empty with kind <see cref="PartyKind.Organizations"/> means all.</summary>
    public IReadOnlyList<Organizations.OrganizationKind> OrganizationKinds { get; init; } = [];
}

public sealed record ReadSection(string Number, string Title);

public sealed record ReadItem
{
    /// <summary>Who the row is, whatever its number: numbers may begin anew in each section. Given by the reader, kept by corrections, not printed.</summary>
    public int Id { get; init; }
    public required string Number { get; init; }
    /// <summary>Number of the section, or null where the roadmap has none.</summary>
    public string? Section { get; init; }
    public required string Activity { get; init; }
    public IReadOnlyList<ReadParty> Responsible { get; init; } = [];
    public string? Result { get; init; }
    /// <summary>Percent of coverage that the row asks for.</summary>
    public decimal? Target { get; init; }
    public required Deadline Deadline { get; init; }
}

/// <param name="Item">Number of the row that sets it.</param>
/// <param name="Row"><see cref="ReadItem.Id"/> of that row.</param>
public sealed record ReadTarget(decimal Percent, DateOnly? By, string? Population, string? Item, int? Row = null);

public sealed record ReadIndicator
{
    public required string Number { get; init; }
    public required string Name { get; init; }
    public string? Unit { get; init; }
    public string? Form { get; init; }
    public string? Numerator { get; init; }
    public string? Denominator { get; init; }
    /// <summary>Plan by year; null where the cell is blank.</summary>
    public IReadOnlyDictionary<string, decimal?> Plan { get; init; } = new Dictionary<string, decimal?>(StringComparer.Ordinal);
}

public sealed record ReadRequest
{
    public required string What { get; init; }
    public DateOnly? Due { get; init; }
    public IReadOnlyList<string> Documents { get; init; } = [];
    public IReadOnlyList<string> MustContain { get; init; } = [];
    public string? SendTo { get; init; }
    public ReadForm? Form { get; init; }
}

/// <summary>A counting form: heads of rows and columns word for word, and the fields below it.</summary>
public sealed record ReadForm(IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, IReadOnlyList<string> Tail);

/// <summary>Parts of a paper that ask for the same thing: «clause 4», «item 1».</summary>
public sealed record ReadJoin(IReadOnlyList<string> Parts, string Object, DateOnly? Due)
{
    /// <summary><see cref="ReadItem.Id"/> of each part that is a row, null for the others.</summary>
    public IReadOnlyList<int?> Rows { get; init; } = [];
}

public enum RemarkSeverity { Warning, Error }

public enum RemarkPart { Document, Clause, Section, Item, Target, Indicator, Request, Appendix }

/// <summary>What is wrong with the paper, in Russian, with the place and, where there is one, the mend.</summary>
public sealed record ReadRemark(RemarkSeverity Severity, RemarkPart Part, string? Where, string Code, string Text, string? Proposal = null)
{
    /// <summary><see cref="ReadItem.Id"/> of the row it concerns.</summary>
    public int? Row { get; init; }
}
