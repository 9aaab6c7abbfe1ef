using System.Globalization;
using System.Text.Json.Nodes;
using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.Reading;

namespace MentoringPortal.Domain.Tests.Reading;

/// <summary>A reading in the terms of the files of expectation: counts, numbers, dates, kinds and codes, one short line each.</summary>
internal static class ReadingSummary
{
    public static JsonObject Of(DocumentReading reading)
    {
        var head = reading.Document;
        return new JsonObject
        {
            ["kind"] = head.Kind.ToString(),
            ["number"] = head.Number,
            ["date"] = Iso(head.Date),
            ["place"] = head.Place,
            ["operative"] = head.Operative,
            ["period"] = head.PeriodStart is null ? null : $"{Iso(head.PeriodStart)}..{Iso(head.PeriodEnd)}",
            ["letterheadLines"] = $"{head.Letterhead.Count}+{head.Letterhead2.Count}",
            ["signed"] = head.Signatory?.Name is not null,
            ["controlled"] = head.Control is not null,
            ["basis"] = Lines(head.Basis, b => $"{b.Kind} {b.Number ?? "–"} {Iso(b.Date) ?? "–"}{(b.Title is null ? " без названия" : "")}"),
            ["appendices"] = Lines(head.Appendices, a => $"{a.Number} {a.Kind}{(a.Present ? "" : " absent")}"),
            ["clauses"] = Lines(reading.Clauses, c => string.Join(" | ", new[] { c.Number, Parties(c.Responsible), c.Deadline is null ? "" : Term(c.Deadline), c.Documents.Count == 0 ? "" : $"{c.Documents.Count} documents" }.Where(s => s.Length > 0))),
            ["sections"] = Lines(reading.Sections, s => s.Number),
            ["items"] = Lines(reading.Items, i => string.Join(" | ", i.Section ?? "–", i.Number, Term(i.Deadline), Parties(i.Responsible), i.Result is null ? "no result" : "result")),
            ["targets"] = Lines(reading.Targets, t => $"{t.Percent} % {Iso(t.By)} item {t.Item}"),
            ["indicators"] = Lines(reading.Indicators, i => $"{i.Number} {i.Unit} {i.Form ?? "–"} {string.Join(", ", i.Plan.Select(p => $"{p.Key}={p.Value?.ToString(CultureInfo.InvariantCulture) ?? "null"}"))}"),
            ["requests"] = Lines(reading.Requests, r => $"{Iso(r.Due) ?? "–"} | {r.Documents.Count} documents | {r.MustContain.Count} contents | {(r.SendTo is null ? "" : "address ")}{(r.Form is null ? "no form" : $"form {r.Form.Rows.Count}×{r.Form.Columns.Count} {string.Join(", ", r.Form.Tail)}")}".TrimEnd()),
            ["joins"] = Lines(reading.Joins, j => $"{string.Join(" + ", j.Parts)}: {j.Object} {Iso(j.Due)}"),
            ["remarks"] = Lines(reading.Remarks, r => $"{r.Code} {r.Where}".TrimEnd()),
            ["unused"] = reading.Unused.Count,
        };
    }

    public static string Term(Deadline deadline) => deadline switch
    {
        { Start: null, End: null } => $"{deadline.Kind}",
        { Kind: DeadlineKind.Due } => $"by {Iso(deadline.End)}",
        _ => $"{deadline.Kind} {Iso(deadline.Start)}..{Iso(deadline.End)}",
    };

    private static string Parties(IReadOnlyList<ReadParty> parties) =>
        string.Join(", ", parties.Select(p => p.OrganizationKinds.Count == 0 ? $"{p.Kind}" : $"{p.Kind}({string.Join('+', p.OrganizationKinds)})"));

    private static JsonArray Lines<T>(IEnumerable<T> parts, Func<T, string> line) => [.. parts.Select(p => (JsonNode)JsonValue.Create(line(p)))];

    private static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
