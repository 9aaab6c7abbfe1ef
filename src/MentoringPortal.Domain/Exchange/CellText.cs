using System.Globalization;
using System.Text.RegularExpressions;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Text;

namespace MentoringPortal.Domain.Exchange;

/// <summary>
/// One writing for each value, so that what was exported, changed and brought back is compared as text. A dash alone empties the cell's value;
/// an empty cell leaves it as it is.
/// </summary>
public static partial class CellText
{
    /// <summary>Written for what the person has not got, and read as «take it away».</summary>
    public const string Nothing = "–";

    private const int FirstSerial = 3654, LastSerial = 73_050, SerialsOf1904 = 1462;
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");
    private static readonly string[] DateForms = ["d.M.yyyy", "d.M.yy", "yyyy-M-d", "d.M.yyyy H:mm:ss", "d.M.yyyy H:mm", "yyyy-M-dTH:mm:ss", "yyyy-M-d H:mm:ss", "d MMMM yyyy", "d MMMM yyyy 'г.'"];

    /// <summary>Full words of flags and kinds, as the template's lists have them.</summary>
    public static readonly IReadOnlyList<(string Word, TimeSlots Value)> Times =
        [("после уроков", TimeSlots.AfterLessons), ("вечером", TimeSlots.Evenings), ("в выходные", TimeSlots.Weekends), ("по видеосвязи", TimeSlots.Online)];

    public static readonly IReadOnlyList<(string Word, MenteeCategories Value)> Categories =
        [("ОВЗ", MenteeCategories.Disabilities), ("одарённый", MenteeCategories.Gifted), ("ТЖС", MenteeCategories.HardLife), ("сирота", MenteeCategories.Orphan)];

    public static readonly IReadOnlyList<(string Word, PersonKind Value)> Kinds =
        [("обучающийся", PersonKind.Pupil), ("студент", PersonKind.Student), ("педагог", PersonKind.Teacher), ("специалист", PersonKind.Specialist)];

    public const string Mentees = "наставляемые", Mentors = "наставники", Both = "обе";

    public static readonly IReadOnlyList<string> Banks = [Mentees, Mentors, Both];

    /// <summary>What stands in the cell; null where nothing does, or a dash.</summary>
    public static string? In(IReadOnlyDictionary<ExchangeColumn, string> cells, ExchangeColumn column) => cells.GetValueOrDefault(column) is { } text && text != Nothing ? text : null;

    public static bool IsNothing(string text) => text is "-" or "–" or "—";

    public static string Of(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    /// <summary>
    /// 01.02.2026, 1.2.26, 2026-02-01, 1 февраля 2026, an Excel day number; with a time after it. Days before months always: what could be read the other
    /// way round («02/01/2026») is asked for again.
    /// </summary>
    public static DateOnly? Date(string text, bool since1904 = false)
    {
        if (DateTime.TryParseExact(text.Trim(), DateForms, Russian, DateTimeStyles.AllowInnerWhite, out var moment))
            return moment.Year is >= 1900 and <= 2100 ? DateOnly.FromDateTime(moment) : null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && (since1904 ? serial += SerialsOf1904 : serial) is >= FirstSerial and <= LastSerial)
            return DateOnly.FromDateTime(DateTime.FromOADate(serial));
        return null;
    }

    public static DateOnly Written(string text) => DateOnly.ParseExact(text, "dd.MM.yyyy", CultureInfo.InvariantCulture);

    /// <summary>A year of birth alone: «2012», «2012 г.».</summary>
    public static int? Year(string text) =>
        YearAlone().Match(text) is { Success: true } match && int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) is >= 1920 and <= 2100 and var year ? year : null;

    /// <summary>The one value that a word means; a beginning is enough («обуч.», «педагог-психолог»).</summary>
    public static PersonKind? Kind(string text)
    {
        var key = SearchKey.Of(text);
        return key switch
        {
            _ when key.StartsWith("ОБУЧ", StringComparison.Ordinal) || key.StartsWith("УЧЕНИ", StringComparison.Ordinal) || key.StartsWith("УЧАЩ", StringComparison.Ordinal) => PersonKind.Pupil,
            _ when key.StartsWith("СТУДЕНТ", StringComparison.Ordinal) => PersonKind.Student,
            _ when key.StartsWith("ПЕДАГОГ", StringComparison.Ordinal) || key.StartsWith("УЧИТЕЛ", StringComparison.Ordinal) => PersonKind.Teacher,
            _ when key.StartsWith("СПЕЦИАЛИСТ", StringComparison.Ordinal) || key.StartsWith("РАБОТ", StringComparison.Ordinal) => PersonKind.Specialist,
            _ => null,
        };
    }

    public static string? Bank(string text) => SearchKey.Of(text) switch
    {
        var key when key.StartsWith("НАСТАВЛЯЕМ", StringComparison.Ordinal) => Mentees,
        var key when key.StartsWith("НАСТАВНИК", StringComparison.Ordinal) => Mentors,
        "ОБЕ" or "ОБА" => Both,
        _ => null,
    };

    /// <summary>Words between semicolons or commas, each out of the list; null where one is not.</summary>
    public static T? Flags<T>(string text, IReadOnlyList<(string Word, T Value)> words) where T : struct, Enum
    {
        var flags = 0;
        foreach (var part in text.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (words.FirstOrDefault(w => SearchKey.Of(w.Word) == SearchKey.Of(part)) is not { Word: not null } found)
                return null;
            flags |= Convert.ToInt32(found.Value, CultureInfo.InvariantCulture);
        }
        return (T)Enum.ToObject(typeof(T), flags);
    }

    public static string Of<T>(T flags, IReadOnlyList<(string Word, T Value)> words) where T : struct, Enum =>
        string.Join("; ", words.Where(w => flags.HasFlag(w.Value)).Select(w => w.Word));

    public static IReadOnlyList<string> Parts(string text) =>
        [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>«10–14», «10-14 лет», «12».</summary>
    public static (int From, int To)? Ages(string text) =>
        AgeRange().Match(text) is { Success: true } match
            && int.Parse(match.Groups["from"].ValueSpan, CultureInfo.InvariantCulture) is var from
            && (match.Groups["to"].Success ? int.Parse(match.Groups["to"].ValueSpan, CultureInfo.InvariantCulture) : from) is var to
            && from is >= 1 and <= 100 && to >= from && to <= 100
            ? (from, to) : null;

    [GeneratedRegex(@"^\s*(?<year>[0-9]{4})\s*(?:г\.?|год)?\s*(?:р\.?)?\s*\z", RegexOptions.None, 1000)]
    private static partial Regex YearAlone();

    [GeneratedRegex(@"^\s*(?:от\s*)?(?<from>[0-9]{1,2})(?:\s*(?:[-–—]|до)\s*(?<to>[0-9]{1,3}))?\s*(?:лет|года?)?\s*\z", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex AgeRange();
}
