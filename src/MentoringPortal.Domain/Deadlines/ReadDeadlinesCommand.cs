using System.Globalization;

namespace MentoringPortal.Domain.Deadlines;

/// <summary>
/// The verb <c>read-deadlines</c>: lines <c>phrase⇥orderDate⇥planStart⇥planEnd⇥previousStart</c> with ISO dates that may be empty or absent;
/// one JSON object a line.
/// </summary>
public static class ReadDeadlinesCommand
{
    private static readonly string[] DateFields = ["дата приказа", "начало плана", "конец плана", "начало предыдущей строки"];

    /// <exception cref="FormatException">A field is not an ISO date, or there are too many; the message is Russian and names the line. Lines before it are printed.</exception>
    public static void Run(TextReader input, TextWriter output)
    {
        for (var number = 1; input.ReadLine() is { } line; number++)
        {
            var fields = (number == 1 ? line.TrimStart('\uFEFF') : line).Split('\t');
            output.WriteLine(DeadlineJson.Serialize(DeadlineReader.Read(fields[0], ContextOf(fields, number))));
        }
    }

    private static DeadlineContext ContextOf(string[] fields, int line)
    {
        if (fields.Skip(1 + DateFields.Length).Any(f => !string.IsNullOrWhiteSpace(f)))
            throw new FormatException($"Строка {line}: полей больше пяти.");
        var dates = new DateOnly?[DateFields.Length];
        for (var i = 0; i < dates.Length && i + 1 < fields.Length; i++)
            dates[i] = DateOf(fields[i + 1].Trim(), line, DateFields[i]);
        if (dates[1] > dates[2])
            throw new FormatException($"Строка {line}: начало плана позже его конца.");
        return new DeadlineContext(dates[0], dates[1], dates[2], dates[3]);
    }

    private static DateOnly? DateOf(string field, int line, string name) =>
        field.Length == 0 ? null
        : DateOnly.TryParseExact(field, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : throw new FormatException($"Строка {line}: поле «{name}» — не дата вида ГГГГ-ММ-ДД.");
}
