using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Time;

namespace MentoringPortal.Domain.Tests.Pairs;

/// <summary>A paper journal read: columns, cells, whose row it is, what is stored of it.</summary>
public sealed class PaperMeetingsTests
{
    private static readonly SchoolYear Year = new(2026);
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly PaperPair
        Known = Pair(1, "Вожатый", new PersonName("Ёлкин", "Глеб", null), new DateOnly(2026, 10, 5)),
        Namesake = Pair(2, "Другой", new PersonName("Елкин", "Пётр", null)),
        Double = Pair(3, "Вожатый", new PersonName("Перова-Лесная", "Ия", null));

    private static PaperPair Pair(int id, string mentor, PersonName mentee, params DateOnly[] held) =>
        new(id, new PersonName(mentor, "Лев", null), [mentee], new DateOnly(2026, 9, 1), new DateOnly(2027, 5, 31), held.ToHashSet());

    [Theory]
    [InlineData("03.09.2026", "2026-09-03", false), InlineData("3.9", "2026-09-03", false), InlineData("3.02", "2027-02-03", false), InlineData("сентябрь", "2026-09-01", true),
     InlineData("Май 2027 г.", "2027-05-01", true), InlineData("05.2027", "2027-05-01", true), InlineData("03.09.26", "2026-09-03", false)]
    public void Column_OfADayOrAMonth_IsRead(string head, string first, bool isMonth) => PaperColumn.Read(head, Year).ShouldBe(new PaperColumn(DateOnly.Parse(first), isMonth));

    [Theory, InlineData("Наставник"), InlineData("№"), InlineData("31.02"), InlineData("13.2026"), InlineData("класс"), InlineData("")]
    public void Column_OfAnythingElse_IsNotADay(string head) => PaperColumn.Read(head, Year).ShouldBeNull();

    [Fact]
    public void Month_ListsItsDays()
    {
        var plan = Plan("Наставляемый\tоктябрь\nЁЛКИН Глеб\t3, 5; 10 (60 мин) 17.10");
        plan.Select(m => (m.PairId, m.Date!.Value.Day, m.Minutes, m.Verdict)).ShouldBe([
            (1, 3, null, PaperVerdict.Store), (1, 5, null, PaperVerdict.Known), (1, 10, 60, PaperVerdict.Store), (1, 17, null, PaperVerdict.Store)]);
    }

    [Fact]
    public void Day_HoldsATickMinutesOrTheTopic()
    {
        var plan = Plan("Кто\t01.10.2026\t02.10.2026\t05.11.2026\t06.11.2026\nПерова-Лесная\t+\t45 мин\tДроби и проценты\t??");
        plan.Select(m => (m.Minutes, m.Topic, m.Verdict)).ShouldBe([
            (null, null, PaperVerdict.Store), (45, null, PaperVerdict.Store), (null, "Дроби и проценты", PaperVerdict.Store), (null, null, PaperVerdict.Error)]);
        plan[3].Words!.ShouldContain("??");
        plan.ShouldAllBe(m => m.PairId == 3 && m.Row == 2);
    }

    [Theory]
    [InlineData("31.12", "ожидаются дни"), InlineData("32", "ожидаются дни"), InlineData("0", "ожидаются дни"), InlineData("30", "ещё не наступила"), InlineData("3 (2)", "минут"), InlineData("был", "ожидаются дни")]
    public void Cell_WithSomethingWrong_SaysWhatIsExpected(string cell, string words) =>
        Plan($"Кто\tноябрь\nЁлкин Глеб\t{cell}").ShouldHaveSingleItem().Words!.ShouldContain(words);

    [Fact]
    public void Meeting_OutsideThePairsPeriod_IsRefused() =>
        Plan("Кто\t31.08.2026\nПерова-Лесная Ия\t+").ShouldHaveSingleItem().Words!.ShouldContain("01.09.2026");

    [Fact]
    public void Meeting_TwiceInThePaper_IsStoredOnce() =>
        Plan("Кто\tоктябрь\nПерова-Лесная Ия\t1, 1").Select(m => m.Verdict).ShouldBe([PaperVerdict.Store, PaperVerdict.Known]);

    [Theory]
    [InlineData("Наставник\tКто\t1.10\nДругой\tЕлкин\t+", 2), InlineData("Кто\t1.10\nЕлкин Пётр\t+", 2), InlineData("№ пары\tКто\t1.10\n3\tкак угодно\t+", 3)]
    public void Row_OfANamesake_IsToldByNameMentorOrNumber(string table, int pair) => Plan(table).ShouldHaveSingleItem().PairId.ShouldBe(pair);

    [Theory]
    [InlineData("Кто\t1.10\nЕлкин\t+", "подходит пар: 2"), InlineData("Кто\t1.10\nНикто\t+", "нет ни в одной паре"), InlineData("№ пары\t1.10\n9\t+", "№ 9"), InlineData("Кто\t1.10\n\t+", "чья это строка")]
    public void Row_OfNobodyKnown_SaysSo(string table, string words)
    {
        var row = Plan(table).ShouldHaveSingleItem();
        (row.Verdict, row.Row).ShouldBe((PaperVerdict.Error, 2));
        row.Words!.ShouldContain(words);
    }

    [Theory, InlineData("Ёлкин\t+\n"), InlineData("1.10\t2.10\n+\t+")]
    public void Table_WithoutHeads_IsRefused(string table) =>
        Should.Throw<DomainException>(() => Plan(table)).Message.ShouldContain("заголовки");

    private static IReadOnlyList<PaperMeeting> Plan(string table)
    {
        PaperPair[] pairs = [Known, Namesake, Double];
        return PaperMeetings.Plan(PaperMeetings.Read(table, pairs, Year), pairs, Today);
    }
}
