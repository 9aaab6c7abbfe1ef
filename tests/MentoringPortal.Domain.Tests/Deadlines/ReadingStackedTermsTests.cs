using MentoringPortal.Domain.Deadlines;

namespace MentoringPortal.Domain.Tests.Deadlines;

public sealed class ReadingStackedTermsTests
{
    private static readonly DeadlineContext Context = new(new DateOnly(2024, 9, 3), new DateOnly(2024, 9, 1), new DateOnly(2025, 8, 31), null);

    [Fact]
    public void ReadStacked_AsManyLinesAsItems_KthToKth() =>
        Ends(["Сентябрь 2024", "Январь - май 2025"], 2).ShouldBe(["2024-09-30", "2025-05-31"]);

    [Fact]
    public void ReadStacked_TermsInOneLine_PartAtCapitals() =>
        Ends(["Сентябрь 2024 Сентябрь 2024 Октябрь 2024 По запросу в течение года В течение года Апрель-май 2025", "Май-июнь 2025 По плану"], 8)
            .ShouldBe(["2024-09-30", "2024-09-30", "2024-10-31", "2025-08-31", "2025-08-31", "2025-05-31", "2025-06-30", ""]);

    [Fact]
    public void ReadStacked_TermBrokenOverLines_IsWholeAgain() =>
        Ends(["Октябрь –", "декабрь 2024", "Май 2025"], 2).ShouldBe(["2024-12-31", "2025-05-31"]);

    [Fact]
    public void ReadStacked_MonthsWithoutYear_CountOnFromTheOneBefore() =>
        Ends(["Октябрь", "Февраль", "Май"], 3).ShouldBe(["2024-10-31", "2025-02-28", "2025-05-31"]);

    [Fact]
    public void ReadStacked_CountsDisagree_IsEmpty() => Ends(["Сентябрь 2024"], 2).ShouldBeEmpty();

    private static IEnumerable<string> Ends(string[] lines, int items) =>
        DeadlineReader.ReadStacked(lines, items, Context).Select(d => d.End is { } end ? $"{end:yyyy-MM-dd}" : "");
}
