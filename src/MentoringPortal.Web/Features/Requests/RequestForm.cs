using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Data.Configurations;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Requests;
using MentoringPortal.Web.Features.Orders;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Requests;

public sealed class DocumentInput
{
    [StringLength(Lengths.Title)]
    public string? Name { get; set; }

    /// <summary>One thing a line.</summary>
    [StringLength(Lengths.Title)]
    public string? MustContain { get; set; }
}

public sealed class RowInput
{
    [StringLength(Lengths.Title)]
    public string? Head { get; set; }

    /// <summary>Name of a <see cref="Domain.Coverage.Measure"/>; empty for a row that hands fill.</summary>
    public Measure? Measure { get; set; }

    /// <summary>«10–18».</summary>
    [StringLength(20)]
    public string? Band { get; set; }
}

public sealed class ColumnInput
{
    [StringLength(Lengths.Title)]
    public string? Head { get; set; }

    /// <summary>A form of mentoring, 0 for all together, empty for a column that hands fill.</summary>
    public int? FormId { get; set; }
}

/// <summary>POST /requests/new, /requests/{requestId}/open: everything that opening needs, filled beforehand from the letter or from last year's request.</summary>
public sealed class RequestForm
{
    private const int BlankDocuments = 1, BlankRows = 2, BlankColumns = 1;

    public int Version { get; set; }

    [Required, StringLength(Lengths.Title), Display(Name = "Что запрашивается")]
    public string? What { get; set; }

    [StringLength(4000), Display(Name = "Пояснение для школ")]
    public string? Text { get; set; }

    [Required, Display(Name = "Ответить до")]
    public DateOnly? Due { get; set; }

    [Required, Display(Name = "Числа по состоянию на")]
    public DateOnly? AsOf { get; set; }

    public List<DocumentInput> Documents { get; set; } = [];

    public List<RowInput> Rows { get; set; } = [];

    public List<ColumnInput> Columns { get; set; } = [];

    [Display(Name = "Внизу формы – ответственный и его телефон")]
    public bool AsksResponsible { get; set; } = true;

    [Display(Name = "Кому")]
    public List<int> OrganizationIds { get; set; } = [];

    /// <summary>As the letter has it; bound to what the registry counts.</summary>
    public static RequestForm Of(InformationRequest read, IReadOnlyCollection<MentoringForm> known, DateOnly today) =>
        Filled(RequestedDocument.Read(read.Documents, read.MustContain), read.Form is { } form ? CountingForm.Bind(form, known) : null, today)
            .About(read.What.Length > 0 ? char.ToUpperInvariant(read.What[0]) + read.What[1..] : "", read.Due >= today ? read.Due : null, read.Version);

    /// <summary>What was asked another year, without its dates.</summary>
    public static RequestForm Again(InformationRequest former, DateOnly today)
    {
        var form = Filled(former.Checklist, former.Sheet, today).About(former.What, null, 0);
        form.Text = former.Text;
        form.OrganizationIds = [.. former.Submissions.Select(s => s.OrganizationId!.Value)];
        return form;
    }

    private RequestForm About(string what, DateOnly? due, int version)
    {
        (What, Due, Version) = (what, due, version);
        return this;
    }

    private static RequestForm Filled(IReadOnlyList<RequestedDocument> checklist, CountingForm? sheet, DateOnly today) => new()
    {
        AsOf = today,
        Documents = [.. checklist.Select(d => new DocumentInput { Name = d.Name, MustContain = string.Join('\n', d.MustContain) })],
        Rows = [.. sheet?.Rows.Select(r => new RowInput { Head = r.Head, Measure = r.Measure?.Measure, Band = r.Measure?.Band?.ToString() }) ?? []],
        Columns = [.. sheet?.Columns.Select(c => new ColumnInput { Head = c.Head, FormId = c.FormId }) ?? []],
        AsksResponsible = sheet?.AsksResponsible ?? true,
    };

    /// <exception cref="DomainException">An age that cannot be read.</exception>
    public RequestTerms Terms()
    {
        var rows = Rows.Where(r => !string.IsNullOrWhiteSpace(r.Head)).Select(r => new FormRow(r.Head!.Trim(), r.Measure is { } measure ? new(measure, BandOf(r, measure)) : null)).ToList();
        var columns = Columns.Where(c => !string.IsNullOrWhiteSpace(c.Head)).Select(c => new FormColumn(c.Head!.Trim(), c.FormId)).ToList();
        var sheet = rows.Count == 0 && columns.Count == 0 ? null : new CountingForm(rows, columns, AsksResponsible ? ["ФИО", "тел."] : []);
        var checklist = Documents.Where(d => !string.IsNullOrWhiteSpace(d.Name))
            .Select(d => new RequestedDocument(d.Name!.Trim(), [.. (d.MustContain ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)])).ToList();
        return new(What!, string.IsNullOrWhiteSpace(Text) ? null : Text.Trim(), Due!.Value, AsOf!.Value, checklist, sheet, OrganizationIds);
    }

    private static AgeBand? BandOf(RowInput row, Measure measure)
    {
        if (!Measures.HasBand(measure) || string.IsNullOrWhiteSpace(row.Band))
            return null;
        return AgeBand.ReadList(row.Band) is [var band] ? band : throw new DomainException($"«{row.Head}»: укажите один возраст, например 10–18.", "Rows");
    }

    /// <summary>Room for one more of each, and for more on demand.</summary>
    public void AddBlanks(string? more)
    {
        Documents.RemoveAll(d => string.IsNullOrWhiteSpace(d.Name) && string.IsNullOrWhiteSpace(d.MustContain));
        Rows.RemoveAll(r => string.IsNullOrWhiteSpace(r.Head));
        Columns.RemoveAll(c => string.IsNullOrWhiteSpace(c.Head));
        for (var i = 0; i < BlankDocuments + (more == "documents" ? 3 : 0); i++)
            Documents.Add(new());
        for (var i = 0; i < BlankRows + (more == "rows" ? 5 : 0); i++)
            Rows.Add(new());
        for (var i = 0; i < BlankColumns + (more == "columns" ? 3 : 0); i++)
            Columns.Add(new());
    }
}

/// <summary>GET of the same: the form with its choices.</summary>
/// <param name="RequestId">The read request that is being opened; null for a new one.</param>
/// <param name="Source">The letter it stands in, or the former request that is repeated.</param>
/// <param name="ReadDue">The day that the letter names, where it has passed.</param>
public sealed record RequestFormPage(
    RequestForm Form, int? RequestId, int? OrderId, string? Source, DateOnly? ReadDue, IReadOnlyList<SelectListItem> Organizations, IReadOnlyList<SelectListItem> Forms)
{
    public string Url => RequestId is null ? "/requests/new" : $"/requests/{RequestId}/open";

    public static readonly IReadOnlyList<SelectListItem> MeasureChoices = [.. Measures.All.Select(m => new SelectListItem(Measures.Of(m), m.ToString()))];

    public static async Task<RequestFormPage> Load(PortalDb db, RequestForm form, InformationRequest? read, string? source, DateOnly today, CancellationToken cancel)
    {
        var letter = read is { OrderId: { } orderId } ? await db.Orders.Where(o => o.Id == orderId).Select(o => new { o.Kind, o.Number, o.Date }).SingleAsync(cancel) : null;
        return new(form, read?.Id, read?.OrderId, letter is null ? source : OrderWords.Caption(letter.Kind, letter.Number, letter.Date),
            read?.Due < today ? read.Due : null,
            await Askable(db, today, cancel),
            [new("все формы вместе", $"{FormColumn.AllForms}"), .. (await Known(db, cancel)).Select(f => new SelectListItem(f.Name, $"{f.Id}"))]);
    }

    /// <summary>Whom the department may ask: organizations that work on the day and are no partners.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> Askable(PortalDb db, DateOnly today, CancellationToken cancel)
    {
        var organizations = await db.Organizations.Where(o => (o.ClosedOn == null || o.ClosedOn >= today) && !OrganizationKinds.Partners.Contains(o.Kind)).InOrder()
            .Select(o => new { o.Id, o.ShortName, o.Kind }).ToListAsync(cancel);
        return organizations.ConvertAll(o => new SelectListItem($"{o.ShortName}{(o.Kind == OrganizationKind.School ? "" : $" ({OrganizationKinds.Of(o.Kind)})")}", $"{o.Id}"));
    }

    /// <summary>To whom a read paper is addressed: its recipients, else the kinds that its addressee names, else the schools.</summary>
    public static async Task<List<int>> AddresseesOf(PortalDb db, int orderId, DateOnly today, CancellationToken cancel)
    {
        var recipients = await db.Set<Domain.Orders.OrderRecipient>().Where(r => r.OrderId == orderId && r.OrganizationId != null).Select(r => r.OrganizationId!.Value).ToListAsync(cancel);
        if (recipients.Count > 0)
            return recipients;
        var words = await db.Orders.Where(o => o.Id == orderId).Select(o => o.Addressee).SingleAsync(cancel);
        var kind = OrganizationKinds.Find(words ?? "") ?? OrganizationKind.School;
        return await db.Organizations.Where(o => o.Kind == kind && (o.ClosedOn == null || o.ClosedOn >= today)).Select(o => o.Id).ToListAsync(cancel);
    }

    public static Task<List<MentoringForm>> Known(PortalDb db, CancellationToken cancel) => db.MentoringForms.AsNoTracking().OrderBy(f => f.Id).ToListAsync(cancel);
}
