using System.Text;
using MentoringPortal.Domain.Exchange;
using MentoringPortal.Web.Formats;

namespace MentoringPortal.Web.Tests.Exchange;

/// <summary>Thousands of rows that careless and hostile hands have made: each that is refused is named with sheet, row, column, what was found and what is expected.</summary>
public sealed class HostileTablesTests
{
    private const int Rows = 4_900, Merged = 100;
    private static readonly IReadOnlyList<HostileRow> All = HostileRows.Make(Rows + Merged);

    [Fact]
    public void Take_OfFiveThousandHostileRows_RefusesEachBadOneByItsCell()
    {
        var judged = Judge("список.xlsx", HostileRows.Workbook([.. All.Take(Rows)], [.. All.Skip(Rows).Where(IsOfItsOwn)]));
        judged.Count(r => r.Row.Sheet.Name == "=Люди").ShouldBe(Rows);
        foreach (var row in judged.Where(r => r.Row.Sheet.Name == "=Люди"))
            ShouldBeAs(row, All[row.Row.Number - 2]);
        var merged = All.Skip(Rows).Where(IsOfItsOwn).ToList();
        judged.Count(r => r.Row.Sheet.Name == "7 Б").ShouldBe(merged.Count);
        foreach (var row in judged.Where(r => r.Row.Sheet.Name == "7 Б"))
            ShouldBeAs(row, merged[row.Row.Number - 4]);
        judged.Count.ShouldBe(Rows + merged.Count, "the hidden sheet is nobody's business");
    }

    [Theory, InlineData("utf-8", true), InlineData("utf-8", false), InlineData("utf-16", true), InlineData("utf-16BE", true), InlineData("windows-1251", false)]
    public void Take_OfRowsInAnyEncoding_RefusesTheSame(string name, bool hasMark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var rows = All.Where(r => r.Cells.Values.All(v => encoding.GetString(encoding.GetBytes(v)) == v)).Take(400).ToList();
        var judged = Judge("список.csv", [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(HostileRows.Csv(rows))]);
        judged.Count.ShouldBe(rows.Count);
        foreach (var row in judged)
            ShouldBeAs(row, rows[row.Row.Number - 2]);
    }

    private static bool IsOfItsOwn(HostileRow row) => row.Bad is not (ExchangeColumn.Banks or ExchangeColumn.EnteredOn);

    private static void ShouldBeAs(JudgedRow judged, HostileRow expected)
    {
        var where = $"{judged.Row.Sheet.Name}, {judged.Row.Number}: {string.Join(" | ", judged.Remarks.Select(r => r.Words))}";
        judged.Verdict.ShouldBe(expected.Bad is null ? ExchangeVerdict.Create : ExchangeVerdict.Error, where);
        if (expected.Bad is not { } column)
            return;
        judged.Remarks[0].Column.ShouldBe(ExchangeColumns.Head(column), where);
        judged.Remarks[0].Found.ShouldBe(judged.Row[column] is { } text ? CellRules.Shown(text) : "пусто", where);
        judged.Remarks[0].Expected.ShouldNotBeNullOrWhiteSpace(where);
        judged.Name.ShouldNotBeNullOrWhiteSpace(where);
    }

    private static List<JudgedRow> Judge(string name, byte[] content)
    {
        using var stream = new MemoryStream(content);
        var sheets = ExchangeSheet.Read(TableSource.Open(UploadedFile.Table(name, stream)), PeopleImport.MostRows);
        var run = new ExchangeRun(new ExchangeKnowledge(1, [], new Dictionary<int, int>(), [], [], [], [], [], 30, new DateOnly(2026, 11, 23)), new RegisterOrder(null, null), new HashSet<int>());
        return [.. ExchangeRun.InOrder(sheets).Select(run.Take)];
    }
}
