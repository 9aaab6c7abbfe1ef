using MentoringPortal.Paper;
using MentoringPortal.Paper.Blocks;
using MentoringPortal.Web.Features.Shared;

namespace MentoringPortal.Web.Features.Reports;

/// <summary>A report as a paper to sign: what was asked, the answer, the tables, how it was counted.</summary>
public static class ReportPaper
{
    /// <summary>More columns than this lie across the sheet.</summary>
    private const int UprightColumns = 5;

    /// <summary>With more columns the heads at full size would break within words.</summary>
    private const int RoomyColumns = 7;

    /// <param name="signer">Null for a curator: his report is not the department's.</param>
    public static PaperDocument Of(ReportPage page, Signatory? signer) => new()
    {
        Title = page.Title,
        Author = signer?.Department ?? page.Organization,
        Sections =
        [
            new PaperSection([.. Blocks(page, signer)])
            {
                Orientation = page.Result.Tables.Any(t => t.Columns.Count > UprightColumns) ? Orientation.Landscape : Orientation.Portrait,
            },
        ],
    };

    private static IEnumerable<Block> Blocks(ReportPage page, Signatory? signer)
    {
        if (signer is not null)
            yield return new Paragraph(Typography.Nbsp(signer.Department)) { Alignment = Alignment.Center, FirstLineIndent = false };
        yield return new Heading(1, Typography.Nbsp(page.Title));
        foreach (var line in page.Parameters)
            yield return new Paragraph(Typography.Nbsp(line)) { Alignment = Alignment.Center, FirstLineIndent = false };
        foreach (var line in page.Result.Answer)
            yield return new Paragraph(Typography.Nbsp(line)) { SpaceBefore = 4 };
        foreach (var table in page.Result.Tables)
        {
            if (page.Result.Tables.Count > 1)
                yield return new Heading(2, Typography.Nbsp(table.Title));
            if (table.Chart is { } chart)
                yield return chart;
            yield return Table(table);
        }
        foreach (var note in page.Result.Notes)
            yield return new Note(Typography.Nbsp(note));
        yield return new Note($"Составлено на портале {page.Made:dd.MM.yyyy HH:mm}.");
        if (signer is { Name.Length: > 0 })
            yield return new Signature(signer.Position, signer.Name);
    }

    private static Table Table(ReportTable table) => new()
    {
        Summary = table.Title,
        EmptyText = table.Empty,
        TextSize = table.Columns.Count > RoomyColumns ? 10 : null,
        Columns = [.. table.Columns.Select(c => new Column(c.Head, c.Width, c.IsNumber ? Alignment.Right : Alignment.Left))],
        Rows = [.. table.Rows.Select(row => Row(row, isTotal: false)), .. table.Total is null ? Array.Empty<TableRow>() : [Row(table.Total, isTotal: true)]],
    };

    private static TableRow Row(ReportRow row, bool isTotal) => new([.. row.Cells.Select((cell, i) =>
        new Cell(isTotal ? RichText.Bold(Typography.Nbsp(cell.Words)) : Typography.Nbsp(cell.Words)) { IsRowHead = i == 0 })]);
}
