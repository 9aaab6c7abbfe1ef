using MentoringPortal.Data;
using MentoringPortal.Domain.Imports;
using MentoringPortal.Domain.Reading;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Import;

/// <summary>GET /roadmaps/import/{importId}: what was understood, what is wrong with it, and at most one part open for correction.</summary>
public sealed class ImportPreview
{
    /// <summary>More lines without a place are counted, not shown.</summary>
    public const int ShownUnused = 200;

    public required DraftCard Draft { get; init; }
    public required IReadOnlyList<PaperTwin> Twins { get; init; }
    public required IReadOnlyList<string> Units { get; init; }
    /// <summary>The part open for correction, e.g. <c>item-3</c>, and its form.</summary>
    public string? Edit { get; init; }
    public CorrectionForm? Form { get; init; }

    public DocumentReading Reading => Draft.Reading;
    public string Path => $"/roadmaps/import/{Draft.Id}";
    public string Title => $"Предпросмотр: {PaperWords.Of(Reading.Document.Kind).ToLowerInvariant()}{(Reading.Document.Number is { } number ? $" № {number}" : "")}";

    /// <summary>Errors first; each with its place among the remarks and the anchor of its part.</summary>
    public IEnumerable<RemarkLine> Remarks => Reading.Remarks.Index()
        .OrderByDescending(r => r.Item.Severity)
        .Select(r => new RemarkLine(r.Index, r.Item, AnchorOf(r.Item), Reading.Offer(r.Item), Mending.MayBeDismissed(r.Item)));

    /// <summary>Rows under their headings; rows without a section come first.</summary>
    public IEnumerable<SectionRows> Sections
    {
        get
        {
            var known = Reading.Sections.Select(s => s.Number).ToHashSet(StringComparer.Ordinal);
            var rows = Reading.Items.Index().Select(i => new ItemRow(i.Index, i.Item)).ToLookup(r => r.Item.Section is { } s && known.Contains(s) ? s : "");
            if (rows[""].Any())
                yield return new SectionRows(null, null, [.. rows[""]]);
            foreach (var (index, section) in Reading.Sections.Index())
                yield return new SectionRows(index, section, [.. rows[section.Number]]);
        }
    }

    public static async Task<ImportPreview> Load(PortalDb db, RoadmapImport draft, string? edit, CorrectionForm? form, CancellationToken cancel) => new()
    {
        Draft = DraftCard.Of(draft),
        Twins = await PaperTwin.OfFile(db, draft, cancel),
        Units = await db.DepartmentUnits.Where(u => u.ClosedOn == null).InOrder().Select(u => u.Name).ToListAsync(cancel),
        Edit = form is null ? null : edit,
        Form = form,
    };

    public IEnumerable<SelectListItem> SectionChoices => Reading.Sections.Select(s => new SelectListItem($"{s.Number}. {s.Title}", s.Number));

    /// <summary>Place of the part that is open; null for a new one.</summary>
    public int? EditedIndex => int.TryParse(Edit?.Split('-').ElementAtOrDefault(1), out var index) ? index : null;

    /// <summary>Where the open form is sent: <c>…/items/3</c>, or <c>…/items</c> for a new row.</summary>
    public string PartPath(string parts) => EditedIndex is { } index ? $"{Path}/{parts}/{index}" : $"{Path}/{parts}";

    /// <summary>The one who was understood when this form was opened, for the choice beside each party.</summary>
    public IReadOnlyList<ReadParty> EditedParties => Edit?.Split('-') switch
    {
        ["item", var place] when int.TryParse(place, out var i) && i < Reading.Items.Count => Reading.Items[i].Responsible,
        ["clause", var place] when int.TryParse(place, out var i) && i < Reading.Clauses.Count => Reading.Clauses[i].Responsible,
        _ => [],
    };

    private string AnchorOf(ReadRemark remark) => remark.Part switch
    {
        RemarkPart.Item => Anchor("item", Reading.Items, i => i.Id == remark.Row),
        RemarkPart.Clause => Anchor("clause", Reading.Clauses, c => c.Number == remark.Where),
        RemarkPart.Section => Anchor("section", Reading.Sections, s => s.Number == remark.Where),
        RemarkPart.Indicator => Anchor("indicator", Reading.Indicators, i => i.Number == remark.Where),
        RemarkPart.Appendix => Anchor("appendix", Reading.Document.Appendices, a => $"{a.Number}" == remark.Where),
        RemarkPart.Request => "requests",
        RemarkPart.Target => "targets",
        _ => remark.Code == "text-unused" ? "unused" : "head",
    };

    private static string Anchor<T>(string part, IReadOnlyList<T> parts, Func<T, bool> isMeant) =>
        parts.Index().Where(p => isMeant(p.Item)).Select(p => $"{part}-{p.Index}").FirstOrDefault("head");
}

/// <summary>The draft as its pages show it.</summary>
public sealed record DraftCard(Guid Id, string? FileName, DateTime CreatedAt, DateTime ExpiresAt, int Version, DocumentReading Reading)
{
    public static DraftCard Of(RoadmapImport draft) => new(draft.Id, draft.FileName, draft.CreatedAt, draft.ExpiresAt, draft.Version, draft.Reading);
}

public sealed record RemarkLine(int Index, ReadRemark Remark, string Anchor, string? Offer, bool MayBeDismissed);

public sealed record ItemRow(int Index, ReadItem Item);

/// <param name="Index">Place of the heading; null for rows without a section.</param>
public sealed record SectionRows(int? Index, ReadSection? Section, IReadOnlyList<ItemRow> Rows);

/// <summary>Another paper of the portal that is, or looks like, the same.</summary>
public sealed record PaperTwin(string Text, string Url)
{
    /// <summary>Saved papers and own drafts with the very same source file.</summary>
    public static async Task<IReadOnlyList<PaperTwin>> OfFile(PortalDb db, RoadmapImport draft, CancellationToken cancel)
    {
        var saved = await db.Files.Where(f => f.Sha256 == draft.Sha256 && f.OrderId != null)
            .Select(f => new { f.Order!.Id, f.Order.Number, f.Order.Title }).ToListAsync(cancel);
        var drafts = await db.RoadmapImports.Where(d => d.Sha256 == draft.Sha256 && d.Id != draft.Id).Select(d => d.Id).ToListAsync(cancel);
        return [.. saved.Select(o => new PaperTwin($"{(o.Number is null ? "" : $"№ {o.Number} ")}{o.Title}", $"/orders/{o.Id}")),
            .. drafts.Select(id => new PaperTwin("другой ваш черновик", $"/roadmaps/import/{id}"))];
    }
}

/// <summary>Partial views of a form have the form as their model and find the page here.</summary>
public static class PageOfPart
{
    private const string Key = "Page";

    public static ViewDataDictionary PartOf(this IHtmlHelper html, object page) => new(html.ViewData) { [Key] = page };

    public static ImportPreview Preview(this ViewDataDictionary viewData) => (ImportPreview)viewData[Key]!;

    public static SavePage Saving(this ViewDataDictionary viewData) => (SavePage)viewData[Key]!;
}
