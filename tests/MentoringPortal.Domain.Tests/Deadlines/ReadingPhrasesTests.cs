using MentoringPortal.Domain.Deadlines;

namespace MentoringPortal.Domain.Tests.Deadlines;

public sealed class ReadingPhrasesTests
{
    public static TheoryData<string> Rows => [.. PhraseTable.Rows];

    [Fact]
    public void Table_HoldsAtLeastThreeHundredPhrases() => PhraseTable.Rows.Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThanOrEqualTo(300);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Read_Phrase_MeansWhatTheTableSays(string row) => PhraseTable.Describe(PhraseTable.Read(row)).ShouldBe(PhraseTable.Expected(row));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Read_CanonicalWords_MeanTheSame(string row)
    {
        var deadline = PhraseTable.Read(row);
        var again = DeadlineReader.Read(DeadlineFormatter.Format(deadline), PhraseTable.Context(row.Split('\t')));
        PhraseTable.Meaning(again).ShouldBe(PhraseTable.Meaning(deadline));
    }

    [Fact]
    public void Read_AnyPhrase_KeepsTheWordsAsWritten() => DeadlineReader.Read(" до **10.09.2021** года ", DeadlineContext.None).Text.ShouldBe(" до **10.09.2021** года ");

    [Fact]
    public void Read_Ditto_RepeatsThePreviousRow()
    {
        var previous = DeadlineReader.Read("октябрь 2020", DeadlineContext.None);
        var ditto = DeadlineReader.Read("-//-", DeadlineContext.None with { Previous = previous });
        PhraseTable.Meaning(ditto).ShouldBe(PhraseTable.Meaning(previous));
        ditto.Text.ShouldBe("-//-");
        ditto.Inferred.ShouldBe(["previous"]);
    }

    [Fact]
    public void Read_SchoolTerm_FollowsTheDepartmentsOwnCalendar()
    {
        var calendar = SchoolCalendar.Default with { Terms = [new(new(9, 1), new(10, 28)), .. SchoolCalendar.Default.Terms.Skip(1)] };
        DeadlineReader.Read("I четверть 2024-2025 уч. г.", DeadlineContext.None with { School = calendar }).End.ShouldBe(new DateOnly(2024, 10, 28));
    }
}
