using MentoringPortal.Data;
using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.Orders;
using MentoringPortal.Domain.Reading;
using MentoringPortal.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Orders;

/// <summary>A paper whole: what its page shows and its printed forms carry.</summary>
public sealed record OrderContent
{
    public required int Id { get; init; }
    public required OrderKind Kind { get; init; }
    public required OrderState State { get; init; }
    public required string? Number { get; init; }
    public required DateOnly? Date { get; init; }
    public required string? Place { get; init; }
    public required string Title { get; init; }
    public required string? Issuer { get; init; }
    public required IReadOnlyList<string> Letterhead { get; init; }
    public required IReadOnlyList<string> Letterhead2 { get; init; }
    /// <summary>The language of the second letterhead (BCP 47): a paper comes from the department, whose card names it; null when unknown.</summary>
    public required string? SecondLanguage { get; init; }
    public required ReadContacts Contacts { get; init; }
    public required string? Addressee { get; init; }
    public required string? InReplyToNumber { get; init; }
    public required DateOnly? InReplyToDate { get; init; }
    public required string? Preamble { get; init; }
    public required string? Operative { get; init; }
    public required IReadOnlyList<ReadAct> Basis { get; init; }
    public required IReadOnlyList<string> Paragraphs { get; init; }
    public required string? SignatoryPosition { get; init; }
    public required string? SignatoryName { get; init; }
    public required IReadOnlyList<ReadAppendix> Appendices { get; init; }
    public required IReadOnlyList<ReadRemark> Remarks { get; init; }
    public required IReadOnlyList<string> Unused { get; init; }
    public required string? Performer { get; init; }
    public required IReadOnlyList<int>? AddressedTo { get; init; }
    public required string? CheckCode { get; init; }
    public required int? ChangesId { get; init; }
    public required OrderState? ChangesTo { get; init; }
    public required Guid? IssuedPdfId { get; init; }
    public required Guid? IssuedDocxId { get; init; }
    public required DateTime? SentAt { get; init; }
    public required int Version { get; init; }
    /// <summary>Where the printed sheet is checked; null where it bears no code.</summary>
    public string? CheckUrl { get; init; }
    public IReadOnlyList<ClauseRow> Clauses { get; init; } = [];
    public IReadOnlyList<TargetRow> Targets { get; init; } = [];
    public IReadOnlyList<IndicatorRow> Indicators { get; init; } = [];
    public IReadOnlyList<RequestRow> Requests { get; init; } = [];
    public IReadOnlyList<RoadmapTable> Roadmaps { get; init; } = [];

    public bool IsComposed => AddressedTo is not null;

    public string Caption => OrderWords.Caption(Kind, Number, Date);

    /// <summary>Null where the reader sees no such paper.</summary>
    public static async Task<OrderContent?> Load(PortalDb db, int orderId, CancellationToken cancel)
    {
        var head = await db.Orders.Where(o => o.Id == orderId).Select(o => new OrderContent
        {
            Id = o.Id,
            Kind = o.Kind,
            State = o.State,
            Number = o.Number,
            Date = o.Date,
            Place = o.Place,
            Title = o.Title,
            Issuer = o.Issuer,
            Letterhead = o.Letterhead,
            Letterhead2 = o.Letterhead2,
            SecondLanguage = db.Departments.Select(d => d.Letterhead2Language).FirstOrDefault(),
            Contacts = o.Contacts,
            Addressee = o.Addressee,
            InReplyToNumber = o.InReplyToNumber,
            InReplyToDate = o.InReplyToDate,
            Preamble = o.Preamble,
            Operative = o.Operative,
            Basis = o.Basis,
            Paragraphs = o.Paragraphs,
            SignatoryPosition = o.SignatoryPosition,
            SignatoryName = o.SignatoryName,
            Appendices = o.Appendices,
            Remarks = o.Remarks,
            Unused = o.Unused,
            Performer = o.Performer,
            AddressedTo = o.AddressedTo,
            CheckCode = o.CheckCode,
            ChangesId = o.ChangesId,
            ChangesTo = o.ChangesTo,
            IssuedPdfId = o.IssuedPdfId,
            IssuedDocxId = o.IssuedDocxId,
            SentAt = o.SentAt,
            Version = o.Version,
        }).SingleOrDefaultAsync(cancel);
        return head is null ? null : head with
        {
            Clauses = await db.Set<Clause>().Where(c => c.OrderId == orderId).OrderBy(c => c.Ordinal)
                .Select(c => new ClauseRow(c.Id, c.Number, c.Text, c.Responsible, c.Deadline, c.Documents)).ToListAsync(cancel),
            Targets = await db.CoverageTargets.Where(t => t.OrderId == orderId).OrderBy(t => t.By)
                .Select(t => new TargetRow(t.Percent, t.By, t.Population, t.RoadmapItem!.Number)).ToListAsync(cancel),
            Indicators = await db.Indicators.Where(i => i.OrderId == orderId).OrderBy(i => i.Id)
                .Select(i => new IndicatorRow(i.Number, i.Name, i.Unit, i.Form, i.Plan)).ToListAsync(cancel),
            Requests = await db.Set<InformationRequest>().Where(q => q.OrderId == orderId).OrderBy(q => q.Ordinal)
                .Select(q => new RequestRow(q.Id, q.What, q.Due, q.Documents, q.MustContain, q.SendTo, q.Form, q.OpenedOn, q.ClosedOn)).ToListAsync(cancel),
            Roadmaps = await RoadmapTable.Load(db, orderId, cancel),
        };
    }
}

public sealed record ClauseRow(int Id, string Number, string Text, IReadOnlyList<ReadParty> Responsible, Deadline? Deadline, IReadOnlyList<string> Documents)
{
    public int Level => Number.Split('.', StringSplitOptions.RemoveEmptyEntries).Length;
}

public sealed record TargetRow(decimal Percent, DateOnly? By, string? Population, string? Item);

public sealed record IndicatorRow(string Number, string Name, string? Unit, string? Form, IReadOnlyDictionary<string, decimal?> Plan);

public sealed record RequestRow(
    int Id, string What, DateOnly? Due, IReadOnlyList<string> Documents, IReadOnlyList<string> MustContain, string? SendTo, ReadForm? Form, DateOnly? OpenedOn, DateOnly? ClosedOn);

/// <summary>The roadmap that the paper approves, as its appendix prints it: the table without states.</summary>
public sealed record RoadmapTable(int Id, string Title, IReadOnlyList<RoadmapTableSection> Sections)
{
    public bool HasResults => Sections.SelectMany(s => s.Rows).Any(r => !string.IsNullOrEmpty(r.Result));

    public static async Task<IReadOnlyList<RoadmapTable>> Load(PortalDb db, int orderId, CancellationToken cancel)
    {
        var roadmaps = await db.Roadmaps.Where(r => r.OrderId == orderId).OrderBy(r => r.Id).Select(r => new { r.Id, r.Title }).ToListAsync(cancel);
        var rows = await db.RoadmapItems.Where(i => i.Roadmap!.OrderId == orderId).OrderBy(i => i.Ordinal)
            .Select(i => new
            {
                i.RoadmapId,
                Section = i.Section == null ? null : (i.Section.Number.Length > 0 ? i.Section.Number + ". " : "") + i.Section.Title,
                Row = new RoadmapTableRow(i.Number, i.Activity, i.Deadline, i.Responsible, i.Result),
            }).ToListAsync(cancel);
        return [.. roadmaps.Select(r => new RoadmapTable(r.Id, r.Title,
            [.. rows.Where(i => i.RoadmapId == r.Id).GroupBy(i => i.Section).Select(g => new RoadmapTableSection(g.Key, [.. g.Select(i => i.Row)]))]))];
    }
}

public sealed record RoadmapTableSection(string? Heading, IReadOnlyList<RoadmapTableRow> Rows);

public sealed record RoadmapTableRow(string Number, string Activity, Deadline Deadline, IReadOnlyList<ReadParty> Responsible, string? Result)
{
    public string ResponsibleWords => string.Join(", ", Responsible.Select(p => p.Text));
}
