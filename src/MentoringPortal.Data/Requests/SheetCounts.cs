using MentoringPortal.Data.Coverage;
using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Requests;

namespace MentoringPortal.Data.Requests;

/// <summary>The cells of a form out of the registry. A command for each measure, whatever the number of columns.</summary>
public static class SheetCounts
{
    /// <summary>What one organization's cells hold; those that hands fill or that are crossed out are absent.</summary>
    public static async Task<IReadOnlyDictionary<(int Row, int Column), int>> Of(
        MeasureCounts counts, CountingForm sheet, IReadOnlyCollection<MentoringForm> known, DateOnly on, int organizationId, CancellationToken cancel)
    {
        var found = await Each(sheet, async (measure, forms) => (await counts.Count(measure, forms, on, organizationId, cancel)).ToDictionary(c => c.FormId, c => c.Value));
        return Cells(sheet, known).ToDictionary(c => c, c => found(c.Row, c.Column));
    }

    /// <summary>By how many the sum of each cell over these organizations is greater than the number of those counted.</summary>
    public static async Task<IReadOnlyList<RepeatedCell>> Repeats(
        MeasureCounts counts, CountingForm sheet, IReadOnlyCollection<MentoringForm> known, DateOnly on, IReadOnlyCollection<int> organizationIds, CancellationToken cancel)
    {
        if (organizationIds.Count < 2)
            return [];
        var found = await Each(sheet, async (measure, forms) => (await counts.Repeats(measure, forms, on, organizationIds, cancel)).ToDictionary(c => c.FormId, c => c.Value));
        return [.. Cells(sheet, known).Select(c => new RepeatedCell(c.Row, c.Column, found(c.Row, c.Column))).Where(c => c.Value > 0)];
    }

    private static IEnumerable<(int Row, int Column)> Cells(CountingForm sheet, IReadOnlyCollection<MentoringForm> known) =>
        from row in Enumerable.Range(0, sheet.Rows.Count)
        from column in Enumerable.Range(0, sheet.Columns.Count)
        where sheet.KindOf(row, column, known) == CellKind.Counted
        select (row, column);

    private static async Task<Func<int, int, int>> Each(CountingForm sheet, Func<CountedMeasure, IReadOnlyList<int>, Task<Dictionary<int, int>>> count)
    {
        var byForm = new Dictionary<CountedMeasure, Dictionary<int, int>>();
        var together = new Dictionary<CountedMeasure, Dictionary<int, int>>();
        var isTogether = sheet.Columns.Any(c => c.FormId == FormColumn.AllForms);
        foreach (var measure in sheet.Rows.Select(r => r.Measure).OfType<CountedMeasure>().Distinct())
        {
            if (sheet.Forms.Count > 0)
                byForm[measure] = await count(measure, sheet.Forms);
            if (isTogether)
                together[measure] = await count(measure, []);
        }
        return (row, column) => (sheet.Columns[column].FormId == FormColumn.AllForms ? together : byForm)[sheet.Rows[row].Measure!].GetValueOrDefault(sheet.Columns[column].FormId!.Value);
    }
}
