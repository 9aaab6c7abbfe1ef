using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using MentoringPortal.Domain.Deadlines;

namespace MentoringPortal.Domain.Tests.Deadlines;

public sealed partial class ReadingPropertiesTests
{
    /// <summary>
    /// How many random phrases a run reads; PHRASES=60000 searches for rare ones. Of word salads about one in fifty thousand still says
    /// something that its canonical words do not (a fifth weekday of a year, a weekday as the name of an event): no reason to refuse an
    /// unrelated change.
    /// </summary>
    private static readonly int Phrases = int.TryParse(Environment.GetEnvironmentVariable("PHRASES"), CultureInfo.InvariantCulture, out var n) ? n : 300;

    private static readonly string[] Vocabulary =
    [
        "до", "с", "по", "к", "в", "не", "позднее", "ранее", "течение", "года", "учебного", "месяца", "месяц", "ежемесячно", "ежегодно", "еженедельно", "раз", "квартал",
        "полугодие", "четверть", "декада", "неделя", "последняя", "первая", "пятница", "числа", "каждого", "следующего", "за", "отчётным", "дней", "рабочих", "со", "дня",
        "издания", "приказа", "начала", "конца", "октября", "сентябрь", "май", "фев.", "01.09", "31.04.2021", "15.10.2020", "2020", "2020-2021", "2024/2025", "20", "5", "31",
        "I", "IV", "Ш", "-", "–", ",", ";", ".", "/", "(", ")", ":", "и", "г.", "гг.", "уч.", "т.г.", "-//-", "постоянно", "по запросу", "по плану", "школы", "О1.О9",
        "двух", "десятидневный", "срок", "каникулы", "осенние", "после", "окончания", "весь", "период", "до особого распоряжения", "___", "<br>", "**", "\n", "\uD800", "№",
    ];

    private static readonly Gen<DateOnly> AnyDay = Gen.Int[0, 3650].Select(n => new DateOnly(2018, 1, 1).AddDays(n));

    private static readonly Gen<DateOnly?> MaybeDay = Gen.Frequency((1, Gen.Const((DateOnly?)null)), (3, AnyDay.Select(d => (DateOnly?)d)));

    private static readonly Gen<DeadlineContext> AnyContext = Gen.Select(MaybeDay, MaybeDay, MaybeDay, MaybeDay).Select(d => new DeadlineContext(d.Item1, d.Item2, d.Item3, d.Item4));

    private static readonly Gen<string> WordSalad = Gen.OneOf(Vocabulary).Array[0, 12].Select(words => string.Join(' ', words));

    [Fact]
    public void Read_AnyCharacters_NeverThrows() =>
        Gen.Select(Gen.Int[0, 0xFFFF].Select(c => (char)c).Array[0, 200].Select(c => new string(c)), AnyContext).Sample((text, context) => ReadsAndSpeaks(text, context));

    [Fact]
    public void Read_AnyWordsOfOfficials_NeverThrows() => Gen.Select(WordSalad, AnyContext).Sample((text, context) => ReadsAndSpeaks(text, context), iter: Phrases);

    [Fact]
    public void Read_ContextAtTheEndsOfTime_NeverThrows() =>
        WordSalad.Sample(text => ReadsAndSpeaks(text, new DeadlineContext(DateOnly.MaxValue, DateOnly.MinValue, DateOnly.MaxValue, DateOnly.MinValue)));

    [Fact]
    public void Read_AnyWords_NamesNoYearThatNeitherWordsNorContextHold() => Gen.Select(WordSalad, AnyContext).Sample((text, context) =>
    {
        var known = Numbers().Matches(text).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture)).Select(n => n < 100 ? 2000 + n : n)
            .Concat(new[] { context.OrderDate, context.PlanStart, context.PlanEnd, context.PreviousStart }.OfType<DateOnly>().Select(d => d.Year)).ToList();
        var deadline = DeadlineReader.Read(text, context);
        // A repaired figure is said in letters, and says so; a length of many years leads far away.
        if (deadline.Remarks.Any(r => r.Code == "deadline-ocr") || deadline.Offset is { Unit: OffsetUnit.Month, Amount: > 24 }) return;
        // A recurring term fills all years between its bounds; each month of a list that runs backwards adds a year to one that was said (C3).
        if (deadline.Kind is DeadlineKind.Recurring && known.Count > 0) known.AddRange(Enumerable.Range(known.Min(), known.Max() - known.Min() + 1));
        foreach (var day in Days(deadline)) known.ShouldContain(y => Math.Abs(y - day.Year) <= 1 + text.Split(' ').Length, $"{text} → {day:yyyy-MM-dd}");
    }, iter: Phrases);

    [Fact]
    public void Read_WordsWithoutContext_NameNoDateUnlessTheyHoldAYear() => WordSalad.Where(t => !Numbers().IsMatch(t)).Sample(text =>
        Days(DeadlineReader.Read(text, DeadlineContext.None)).ShouldBeEmpty(text));

    [Fact]
    public void Read_WrittenDate_IsThatDate() => Gen.Select(AnyDay, Gen.OneOf("до {0}", "не позднее {0} года", "в срок до {0}г.", "По {0} включительно", "{0}", "к {0}")).Sample((day, phrase) =>
    {
        var deadline = DeadlineReader.Read(string.Format(CultureInfo.InvariantCulture, phrase, day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)), DeadlineContext.None);
        deadline.Kind.ShouldBe(DeadlineKind.Due);
        deadline.End.ShouldBe(day);
    });

    [Fact]
    public void Read_CanonicalWordsOfAnyReading_MeanTheSame() => Gen.Select(WordSalad, AnyContext).Sample((text, context) =>
    {
        var deadline = DeadlineReader.Read(text, context);
        // The words of what was not understood say only that; labels are free words and belong to the table of examples;
        // a recurring term without periods has bounds that exclude one another, and its words cannot say so.
        if (deadline.Kind is DeadlineKind.Unspecified or DeadlineKind.Invalid || deadline.Periods.Any(p => p.Label is not null)) return;
        if (deadline.Kind is DeadlineKind.Recurring && deadline.Periods.Count == 0) return;
        var words = DeadlineFormatter.Format(deadline);
        PhraseTable.Meaning(DeadlineReader.Read(words, context)).ShouldBe(PhraseTable.Meaning(deadline), $"{text} → {words}");
    }, iter: Phrases);

    [Fact]
    public void Read_CanonicalWordsOfAnyPeriod_MeanTheSame() => Gen.Select(AnyDay, Gen.Int[0, 800]).Sample((start, length) =>
    {
        var period = new Deadline { Text = "", Kind = DeadlineKind.Period, Start = start, End = start.AddDays(length) };
        PhraseTable.Meaning(DeadlineReader.Read(DeadlineFormatter.Format(period), DeadlineContext.None)).ShouldBe(PhraseTable.Meaning(period));
    });

    [Theory]
    [InlineData("до ")]
    [InlineData("1, ")]
    [InlineData("с 1 по ")]
    [InlineData("<")]
    [InlineData("в течение ")]
    [InlineData("2020-")]
    [InlineData("1.")]
    [InlineData("октябрь ")]
    [InlineData("О0Зl")]
    [InlineData("со дня издания ")]
    [InlineData("школы – до 01.09, ")]
    [InlineData("ежемесячно, ")]
    public void Read_LongInput_TakesBoundedTime(string piece)
    {
        // What grows faster than the length would take minutes here; the bound is loose so that a busy machine does not fail it.
        var text = string.Concat(Enumerable.Repeat(piece, 300_000 / piece.Length));
        var watch = Stopwatch.StartNew();
        DeadlineReader.Read(text, new DeadlineContext(new DateOnly(2020, 8, 25), new DateOnly(2020, 9, 1), new DateOnly(2021, 8, 31), null)).Text.ShouldBe(text);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    private static void ReadsAndSpeaks(string text, DeadlineContext context)
    {
        var deadline = DeadlineReader.Read(text, context);
        deadline.Text.ShouldBe(text);
        DeadlineFormatter.Format(deadline).ShouldNotBeNullOrEmpty();
        DeadlineJson.Serialize(deadline).ShouldNotContain("\n");
    }

    private static IEnumerable<DateOnly> Days(Deadline deadline) =>
        new[] { deadline.Start, deadline.End }.Concat(deadline.Periods.SelectMany(p => new[] { p.Start, p.End })).OfType<DateOnly>();

    [GeneratedRegex(@"\d{4}|\d{2}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();
}
