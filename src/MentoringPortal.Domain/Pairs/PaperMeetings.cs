using System.Globalization;
using System.Text.RegularExpressions;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Text;

namespace MentoringPortal.Domain.Pairs;

/// <summary>A pair as a paper journal may name it, with the days on which its meetings are written down already.</summary>
/// <param name="To">Last day, as planned or as it ended.</param>
public sealed record PaperPair(int Id, PersonName Mentor, IReadOnlyList<PersonName> Mentees, DateOnly From, DateOnly To, IReadOnlySet<DateOnly> HeldOn)
{
    public string Words => $"{Mentor.Short} – {string.Join(", ", Mentees.Select(m => m.Short))}";
}

/// <summary>A column of a paper journal: one day, or a month in whose cells days are listed.</summary>
public readonly partial record struct PaperColumn(DateOnly First, bool IsMonth)
{
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    public string Head => IsMonth ? First.ToString("MMMM yyyy", Russian) : First.ToString("dd.MM.yyyy", Russian);

    /// <summary>«03.09.2026», «3.09», «сентябрь», «сентябрь 2026», «09.2026»; a missing year is the school year's. Null for a column of anything else.</summary>
    public static PaperColumn? Read(string head, Time.SchoolYear year)
    {
        var match = Heads().Match(head.Trim().ToLowerInvariant());
        if (!match.Success)
            return null;
        var month = match.Groups["name"].Success
            ? Array.FindIndex(Russian.DateTimeFormat.MonthNames, m => m.Length > 0 && string.Equals(m, match.Groups["name"].Value, StringComparison.OrdinalIgnoreCase)) + 1
            : int.Parse(match.Groups["month"].Value, CultureInfo.InvariantCulture);
        if (month is < 1 or > 12)
            return null;
        var years = match.Groups["year"].Success ? int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture) : month >= 9 ? year.StartYear : year.StartYear + 1;
        if (years < 100)
            years += 2000;
        var isMonth = !match.Groups["day"].Success;
        var day = isMonth ? 1 : int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture);
        return day >= 1 && years is >= 2000 and < 2100 && day <= DateTime.DaysInMonth(years, month) ? new PaperColumn(new DateOnly(years, month, day), isMonth) : null;
    }

    [GeneratedRegex(@"^(?:(?<day>\d{1,2})\.(?<month>\d{1,2})(?:\.(?<year>\d{4}|\d{2}))?(?: 0?0:00(?::00)?)?|(?<month>\d{1,2})\.(?<year>\d{4})|(?<name>[а-я]+)(?: (?<year>\d{4})(?: г\.?)?)?)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heads();
}

/// <summary>What stands in one cell of a journal.</summary>
/// <param name="Row">The row's number as the curator counts it: in what was pasted, or in the grid.</param>
/// <param name="PairId">Null where no pair was recognised; <paramref name="Problem"/> says why.</param>
public sealed record PaperCell(int Row, string Who, int? PairId, PaperColumn Column, string Text, string? Problem = null);

public enum PaperVerdict { Store, Known, Error }

/// <summary>One meeting of a paper journal and what will be done with it.</summary>
/// <param name="Words">Why it is an error, or why nothing is stored.</param>
public sealed record PaperMeeting(int Row, string Who, int? PairId, DateOnly? Date, int? Minutes, string? Topic, PaperVerdict Verdict, string Column, string? Words = null);

/// <summary>
/// Meetings of a paper journal: pairs in rows, days or months in columns. In the column of a month a cell lists days («3, 10 (60)», minutes in
/// brackets); in the column of a day it holds a tick («+»), minutes, or the topic.
/// </summary>
public static partial class PaperMeetings
{
    public const int MostCells = 5000;
    private static readonly string[] Ticks = ["+", "да", "v", "x", "х", "✓", "✔", "1"];

    /// <summary>Cells of a table copied from Excel. Its first row names the columns: days or months; the columns before them name the pair.</summary>
    /// <exception cref="DomainException">No row of heads, or too much at once.</exception>
    public static IReadOnlyList<PaperCell> Read(string text, IReadOnlyList<PaperPair> pairs, Time.SchoolYear year)
    {
        var rows = PastedTable.Read(text);
        if (rows.Count == 0)
            return [];
        var head = rows[0];
        var columns = head.Cells.Select((cell, i) => (Column: PaperColumn.Read(cell, year), At: i)).Where(c => c.Column is not null).ToList();
        if (columns.Count == 0 || columns[0].At == 0)
            throw new DomainException("Первая строка – заголовки: сначала столбцы с именами или номером пары, потом дни («03.09.2026») или месяцы («сентябрь»).", "Text");
        var numbers = head.Cells.Take(columns[0].At).Select((cell, i) => (cell, i)).Where(c => c.cell.Contains("пары", StringComparison.OrdinalIgnoreCase)).Select(c => c.i).DefaultIfEmpty(-1).First();
        var cells = new List<PaperCell>();
        foreach (var row in rows.Skip(1))
        {
            var (who, pair, problem) = Recognise(row, columns[0].At, numbers, pairs);
            var filled = columns.Where(c => row[c.At].Length > 0).ToList();
            cells.AddRange(filled.Select(c => new PaperCell(row.Number, who, pair?.Id, c.Column!.Value, row[c.At], problem)));
        }
        return cells.Count <= MostCells ? cells : throw new DomainException($"Заполнено {cells.Count} ячеек; за один раз – не больше {MostCells}.", "Text");
    }

    /// <summary>Judges every meeting of the cells: what is stored, what is known already, what is wrong.</summary>
    public static IReadOnlyList<PaperMeeting> Plan(IEnumerable<PaperCell> cells, IReadOnlyList<PaperPair> pairs, DateOnly today)
    {
        var byId = pairs.ToDictionary(p => p.Id);
        var seen = new HashSet<(int, DateOnly)>();
        return [.. cells.SelectMany(Meetings).Select(m => m.Verdict == PaperVerdict.Error ? m : Judge(m, byId[m.PairId!.Value], seen, today))];
    }

    private static PaperMeeting Judge(PaperMeeting meeting, PaperPair pair, HashSet<(int, DateOnly)> seen, DateOnly today)
    {
        var day = meeting.Date!.Value;
        if (day > today)
            return Wrong("дата ещё не наступила");
        if (day < pair.From || day > pair.To)
            return Wrong($"пара работает с {pair.From:dd.MM.yyyy} по {pair.To:dd.MM.yyyy}");
        if (meeting.Minutes is < 5 or > 600)
            return Wrong($"найдено {meeting.Minutes} минут, ожидается от 5 до 600");
        if (meeting.Topic?.Length > MostLetters)
            return Wrong($"тема длиннее {MostLetters} знаков");
        if (pair.HeldOn.Contains(day))
            return meeting with { Verdict = PaperVerdict.Known, Words = "уже записана" };
        return seen.Add((pair.Id, day)) ? meeting : meeting with { Verdict = PaperVerdict.Known, Words = "повтор" };

        PaperMeeting Wrong(string words) => meeting with { Verdict = PaperVerdict.Error, Words = words };
    }

    /// <summary>As long as the topic's column.</summary>
    private const int MostLetters = 2000;

    private static IEnumerable<PaperMeeting> Meetings(PaperCell cell)
    {
        if (cell.PairId is null)
            return [Wrong(cell, cell.Problem!)];
        return cell.Column.IsMonth ? Days(cell) : [OfDay(cell)];
    }

    private static PaperMeeting OfDay(PaperCell cell)
    {
        var text = cell.Text.Trim();
        if (Ticks.Contains(text.ToLowerInvariant()))
            return Found(cell, cell.Column.First, null, null);
        if (Number(Minutes().Match(text), "n") is { } minutes)
            return Found(cell, cell.Column.First, minutes, null);
        return text.Count(char.IsLetter) >= 3 ? Found(cell, cell.Column.First, null, text) : Wrong(cell, $"найдено «{text}», ожидается «+», минуты или тема");
    }

    private static IEnumerable<PaperMeeting> Days(PaperCell cell)
    {
        var month = cell.Column.First;
        foreach (var part in BracketedMinutes().Replace(cell.Text, "(${n})").Split([',', ';', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            var match = DayOfMonth().Match(part);
            var day = Number(match, "day") ?? 0;
            yield return day >= 1 && day <= DateTime.DaysInMonth(month.Year, month.Month) && (Number(match, "month") ?? month.Month) == month.Month
                ? Found(cell, new DateOnly(month.Year, month.Month, day), Number(match, "n"), null)
                : Wrong(cell, $"найдено «{part}», ожидаются дни месяца через запятую, например «3, 10 (60)»");
        }
    }

    private static int? Number(Match match, string group) => match.Groups[group] is { Success: true } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : null;

    private static PaperMeeting Found(PaperCell cell, DateOnly day, int? minutes, string? topic) =>
        new(cell.Row, cell.Who, cell.PairId, day, minutes, topic, PaperVerdict.Store, cell.Column.Head);

    private static PaperMeeting Wrong(PaperCell cell, string words) => new(cell.Row, cell.Who, cell.PairId, null, null, null, PaperVerdict.Error, cell.Column.Head, words);

    /// <summary>The pair of a row: by its number where the table has one, else by the surnames in it.</summary>
    private static (string Who, PaperPair? Pair, string? Problem) Recognise(PastedRow row, int names, int number, IReadOnlyList<PaperPair> pairs)
    {
        var who = string.Join(", ", row.Cells.Take(names).Where(c => c.Length > 0));
        if (number >= 0 && row[number].Length > 0)
            return pairs.FirstOrDefault(p => p.Id.ToString(CultureInfo.InvariantCulture) == row[number]) is { } named
                ? (named.Words, named, null) : (who, null, $"пары № {row[number]} в этом учебном году нет");
        var key = $" {SearchKey.Of(who)} ";
        var found = pairs.Where(p => p.Mentees.Any(m => Has(m.Surname))).ToList();
        // A namesake is told by the given name, then by the mentor.
        foreach (var isCloser in (Func<PaperPair, bool>[])[p => p.Mentees.Any(m => Has(m.Surname) && Has(m.Given)), p => Has(p.Mentor.Surname)])
            if (found.Count > 1 && found.Where(isCloser).ToList() is { Count: > 0 } closer)
                found = closer;
        return found switch
        {
            [var one] => (one.Words, one, null),
            [] => (who, null, who.Length == 0 ? "не сказано, чья это строка" : "наставляемого с такой фамилией нет ни в одной паре этого учебного года"),
            _ => (who, null, $"подходит пар: {found.Count}; добавьте имя, наставника или столбец «№ пары»"),
        };

        bool Has(string name) => SearchKey.Of(name) is { Length: > 0 } sought && key.Contains($" {sought} ", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^(?<n>\d{1,3})(?: ?мин\.?(?:ут)?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Minutes();

    [GeneratedRegex(@"^(?<day>\d{1,2})(?:\.(?<month>\d{1,2})(?:\.\d{2,4})?)?(?:\((?<n>\d{1,3})\))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DayOfMonth();

    [GeneratedRegex(@"\s*\(\s*(?<n>\d{1,3})\s*(мин\.?)?\s*\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BracketedMinutes();
}
