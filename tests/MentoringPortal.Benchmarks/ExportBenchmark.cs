using System.Diagnostics;
using System.Globalization;
using MentoringPortal.Domain.Exchange;
using MentoringPortal.Domain.People;
using MentoringPortal.Web.Formats;

namespace MentoringPortal.Benchmarks;

/// <summary>Registers of 20,000 rows as workbooks: a list as a screen shows it, and the template with people. The aim: under 10 s and 200 MB.</summary>
internal static class ExportBenchmark
{
    private const int Rows = 20_000, Runs = 5;

    /// <param name="what">One workbook a process, so that the peak is its own: <c>list</c> or <c>template</c>.</param>
    public static void Run(TextWriter output, string what)
    {
        Func<byte[]> make = what == "list" ? List() : Template();
        var (times, peaks) = (new List<double>(), new List<long>());
        var bytes = 0;
        for (var i = 0; i < Runs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            bytes = make().Length;
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            using var process = Process.GetCurrentProcess();
            peaks.Add(process.PeakWorkingSet64 >> 20);
        }
        output.WriteLine("| what | first, ms | least, ms | peak of the first, MB | of all, MB | bytes |");
        output.WriteLine("|---|---|---|---|---|---|");
        output.WriteLine(FormattableString.Invariant($"| {what} of {Rows:N0} rows | {times[0]:0} | {times.Min():0} | {peaks[0]} | {peaks[^1]} | {bytes} |"));
    }

    private static Func<byte[]> List()
    {
        var rows = Enumerable.Range(0, Rows).ToList();
        IReadOnlyList<WorkbookColumn<int>> columns =
        [
            new("Ф. И. О.", i => $"Измеров{i} Ян Львович", 34), new("Класс", i => $"{i % 11 + 1} Б", 10), new("Запрос", _ => "Трудно с дробями, нужна поддержка", 34), new("В базе с", i => new DateOnly(2026, 9, 1).AddDays(i % 90), 14),
            new("Наставник", i => $"Мерова{i % 900} Ия Львовна", 34), new("Форма", _ => "ученик–ученик", 20), new("Состояние", i => i % 3 == 0 ? "в паре" : "ждёт наставника", 18), new("Встреч", i => i % 20, 10),
        ];
        return () => Workbooks.Table("Наставляемые", "Наставляемые", ["Все организации"], columns, rows);
    }

    private static Func<byte[]> Template()
    {
        var today = new DateOnly(2026, 11, 23);
        var people = Enumerable.Range(0, Rows).Select(i =>
        {
            var person = new Person(1, PersonKind.Pupil, new PersonName($"Измеров{i}", "Ян", "Львович"));
            PersonCells.Apply(person, new Dictionary<ExchangeColumn, string>
            {
                [ExchangeColumn.Kind] = CellText.Kinds[0].Word,
                [ExchangeColumn.Banks] = CellText.Mentees,
                [ExchangeColumn.BirthDate] = string.Create(CultureInfo.InvariantCulture, $"0{i % 9 + 1}.09.2012"),
                [ExchangeColumn.ClassName] = "7 Б",
                [ExchangeColumn.Request] = "Трудно с дробями, нужна поддержка",
                [ExchangeColumn.Time] = "после уроков; вечером",
            }, new Dictionary<string, Topic>(StringComparer.Ordinal), 0, today);
            return person;
        }).ToList();
        return () => ExchangeWorkbooks.Template(people, ["Математика", "Речь"], today);
    }
}
