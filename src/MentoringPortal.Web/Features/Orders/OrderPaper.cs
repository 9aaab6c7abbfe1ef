using MentoringPortal.Domain.Orders;
using MentoringPortal.Domain.People;
using MentoringPortal.Paper;
using MentoringPortal.Paper.Blocks;

namespace MentoringPortal.Web.Features.Orders;

/// <summary>The paper as semantic blocks by ГОСТ Р 7.0.97-2025: PDF and Word are drawn from the same.</summary>
public static class OrderPaper
{
    public static PaperDocument Of(OrderContent order)
    {
        var number = 0;
        return new PaperDocument
        {
            Title = $"{order.Caption}. {order.Title}",
            Author = order.Issuer,
            Sections =
            [
                new PaperSection([.. Body(order)]) { Corner = order.CheckUrl is { } url ? CheckMark.Of(url) : null },
                .. order.Roadmaps.Select(r => Appendix(order, ++number, r.Title, RoadmapTableBlock.Of(r))),
                .. order.Indicators.Count > 0 ? [Appendix(order, ++number, IndicatorTitle(order), Indicators(order))] : Array.Empty<PaperSection>(),
                .. order.Requests.Where(q => q.Form is not null).Select(q => Appendix(order, ++number, q.What, Form(q))),
            ],
        };
    }

    private static IEnumerable<Block> Body(OrderContent order)
    {
        yield return new Letterhead([.. order.Letterhead.Count > 0 ? order.Letterhead : [order.Issuer ?? ""]])
        {
            SecondLines = order.Letterhead2,
            SecondLanguage = order.SecondLanguage,
            Details = [.. Details(order)],
        };
        if (order.Kind == OrderKind.Order)
            yield return new DocumentKind("ПРИКАЗ");
        yield return new RegistrationLine(
            order.Date is { } date ? Typography.Nbsp($"{date:dd.MM.yyyy}") : "___________", Typography.Nbsp($"№ {order.Number ?? "______"}"), order.Place);
        if (order.InReplyToNumber is not null)
            yield return new Paragraph(Typography.Nbsp($"на № {order.InReplyToNumber} от {order.InReplyToDate:dd.MM.yyyy}")) { FirstLineIndent = false };
        if (order.Addressee is not null)
            yield return new Paragraph(order.Addressee) { Alignment = Alignment.Right, FirstLineIndent = false };
        yield return new DocumentTitle(Typography.Nbsp(order.Title));
        foreach (var text in (string?[])[order.Preamble, .. order.Paragraphs])
            foreach (var block in Lines(text ?? "", first => new Paragraph(first)))
                yield return block;
        if (order.Operative is not null)
            yield return new Paragraph(order.Operative.TrimEnd(':') + ":") { FirstLineIndent = false, KeepWithNext = true, SpaceBefore = 6 };
        foreach (var clause in order.Clauses)
        {
            foreach (var block in Lines(clause.Text, first => new Paper.Blocks.Clause($"{clause.Number.TrimEnd('.')}.", first)))
                yield return block;
            foreach (var document in clause.Documents.Where(d => !clause.Text.Contains(d, StringComparison.Ordinal)))
                yield return new Bullet(Typography.Nbsp(document));
        }
        if (order.SignatoryName is not null || order.SignatoryPosition is not null)
            // As the author of a composed paper typed the full name; a paper that was brought in has it as it was signed.
            yield return new Signature(order.SignatoryPosition ?? "", order.IsComposed ? Typography.Nbsp(PersonName.Signed(order.SignatoryName)) : order.SignatoryName ?? "");
        if (order.Performer is not null)
            yield return new Note(Typography.Nbsp(order.Performer));
    }

    /// <summary>A text of several lines: the first as its block, those after it as paragraphs; a line that a hyphen or a dash opens as an entry of a list.</summary>
    private static IEnumerable<Block> Lines(string text, Func<string, Block> first)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var i = 0; i < lines.Length; i++)
        {
            var entry = lines[i].TrimStart('-', '–', '—', '•').TrimStart();
            yield return entry.Length < lines[i].Length && (i > 0 || first(entry) is Paragraph) ? new Bullet(Typography.Nbsp(entry))
                : i == 0 ? first(Typography.Nbsp(lines[i]))
                : new Paragraph(Typography.Nbsp(lines[i]));
        }
    }

    private static IEnumerable<string> Details(OrderContent order)
    {
        if (order.Contacts.Address is { } address)
            yield return address;
        if (order.Contacts.Phone is { } phone)
            yield return $"тел. {phone}";
        if (order.Contacts.Email is { } email)
            yield return $"эл. почта: {email}";
        if (order.Contacts.Ids.Count > 0)
            yield return string.Join(" ", order.Contacts.Ids.Select(id => $"{id.Key} {id.Value}"));
    }

    private static PaperSection Appendix(OrderContent order, int number, string title, Block content) => new(
        new AppendixMark($"Приложение № {number}", order.Kind == OrderKind.Order ? "к приказу" : "к письму",
            Typography.Nbsp($"от {(order.Date is { } date ? $"{date:dd.MM.yyyy}" : "___________")} № {order.Number ?? "______"}")),
        new Heading(1, Typography.Nbsp(title)),
        content)
    {
        Orientation = Orientation.Landscape,
    };

    private static string IndicatorTitle(OrderContent order) =>
        order.Appendices.FirstOrDefault(a => a.Kind == Domain.Reading.AppendixKind.Indicators)?.Title ?? "Целевые индикаторы";

    private static Table Indicators(OrderContent order)
    {
        var years = order.Indicators.SelectMany(i => i.Plan.Keys).Distinct().Order(StringComparer.Ordinal).ToList();
        return new Table
        {
            Columns = [new("№ п/п", 1), new("Целевой индикатор", 8), new("Единица измерения", 6), .. years.Select(y => new Column($"{y} год", 2, Alignment.Right))],
            Rows = [.. order.Indicators.Select(i => new TableRow([i.Number, i.Name, i.Unit, .. years.Select(y => (Cell)(i.Plan.GetValueOrDefault(y)?.ToString("0.##") ?? ""))]))],
        };
    }

    private static Table Form(RequestRow request) => new()
    {
        Columns = [new("Показатель", 6), .. request.Form!.Columns.Select(c => new Column(c, 2))],
        Rows =
        [
            .. request.Form.Rows.Select(r => new TableRow(new Cell(r) { IsRowHead = true })),
            .. request.Form.Tail.Count > 0 ? [new TableRow(new Cell(string.Join(" ", request.Form.Tail.Select(t => $"{t} ____________"))) { ColumnSpan = request.Form.Columns.Count + 1 })] : Array.Empty<TableRow>(),
        ],
    };
}

/// <summary>A roadmap's rows as a table of a paper.</summary>
public static class RoadmapTableBlock
{
    public static Table Of(RoadmapTable roadmap) => new()
    {
        Summary = roadmap.Title,
        Columns =
        [
            new("№ п/п", 1.2), new("Мероприятия", 8), new("Сроки", 3), new("Ответственные", 4),
            .. roadmap.HasResults ? [new Column("Результат", 4)] : Array.Empty<Column>(),
        ],
        Rows = [.. roadmap.Sections.SelectMany(s => Rows(s, roadmap.HasResults))],
    };

    private static IEnumerable<TableRow> Rows(RoadmapTableSection section, bool hasResults)
    {
        if (section.Heading is not null)
            yield return TableRow.Section(Typography.Nbsp(section.Heading));
        foreach (var row in section.Rows)
            yield return new TableRow([
                row.Number, Typography.Nbsp(row.Activity), Typography.Nbsp(row.Deadline.Text), row.ResponsibleWords,
                .. hasResults ? [(Cell)(row.Result ?? "")] : Array.Empty<Cell>()]);
    }
}
