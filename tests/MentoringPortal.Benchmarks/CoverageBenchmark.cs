using System.Diagnostics;
using System.Globalization;
using MentoringPortal.Data;
using MentoringPortal.Data.Coverage;
using MentoringPortal.Data.Demo;
using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Setup;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace MentoringPortal.Benchmarks;

/// <summary>
/// Coverage as the page counts it (all organizations, the six days of its trend) against the same numbers by one command written by hand, in turn, over
/// growing municipalities. The aim: at most twice as long. The million is the hundred thousand ten times over, made by the database itself.
/// </summary>
internal sealed class CoverageBenchmark(TextWriter output)
{
    private const int Schools = 60, Years = 5, Seed = 1, Runs = 9, Copies = 10, Warm = 60;
    private static readonly int[] Sizes = [1_000, 10_000, 100_000];

    /// <param name="folder">Where the databases are kept; made there where they are not yet.</param>
    public async Task Run(string folder)
    {
        await output.WriteLineAsync("| people | participants today | portal, ms | by hand, ms | ratio | same numbers |");
        await output.WriteLineAsync("|---|---|---|---|---|---|");
        foreach (var size in Sizes)
            await Measure(Path.Combine(folder, Name(size)), size);
        var million = Path.Combine(folder, "million");
        if (!Directory.Exists(million))
            await Multiply(Path.Combine(folder, Name(Sizes[^1])), million);
        await Measure(million, Sizes[^1] * Copies);
    }

    /// <summary>Those of the benchmark of pages, where they are there already.</summary>
    private static string Name(int size) => size switch { 1_000 => "small", 100_000 => "large", _ => $"{size}" };

    private async Task Measure(string folder, int size)
    {
        await using var app = Portal.Build(["--environment=Development", "--applicationName=MentoringPortal.Web", $"--Storage:Path={folder}", "--urls=http://127.0.0.1:0"]);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabaseSetup>().Migrate();
        await scope.ServiceProvider.GetRequiredService<SyntheticMunicipality>().Create(new(Schools, Math.Min(size, Sizes[^1]), Years, Seed), hasAccounts: true, _ => { });
        var counts = scope.ServiceProvider.GetRequiredService<CoverageCounts>();
        var today = scope.ServiceProvider.GetRequiredService<MunicipalClock>().Today;
        DateOnly[] days = [.. Enumerable.Range(1, 4).Select(back => new DateOnly(today.Year - back, 12, 31)).Append(today.AddYears(-1)).Append(today).Order()];
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "portal.db")};Mode=ReadOnly");
        await connection.OpenAsync();
        var (ofPortal, byHand) = (new List<double>(), new List<double>());
        var answer = await counts.Count(new(Population.Pupils), days, CancellationToken.None);
        var written = ByHand(connection, days);
        // What is quick is measured once the compiler has done with it.
        for (var i = 0; i < Warm && size <= Sizes[1]; i++)
        {
            await counts.Count(new(Population.Pupils), days, CancellationToken.None);
            ByHand(connection, days);
        }
        for (var i = 0; i < Runs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await counts.Count(new(Population.Pupils), days, CancellationToken.None);
            ofPortal.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            start = Stopwatch.GetTimestamp();
            ByHand(connection, days);
            byHand.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        ofPortal.Sort();
        byHand.Sort();
        var (portal, hand) = (ofPortal[Runs / 2], byHand[Runs / 2]);
        var same = written.Order().SequenceEqual(answer.Counts.Select(c => (c.On, c.OrganizationId, c.People, c.Participations)).Order());
        await output.WriteLineAsync(FormattableString.Invariant($"| {size:N0} | {answer.Counts.Where(c => c.On == today).Sum(c => c.People):N0} | {portal:0.0} | {hand:0.0} | {portal / hand:0.00} | {(same ? "yes" : "NO")} |"));
    }

    /// <summary>Pupils who are participants on each day, by organization, as somebody would write it who knows the tables.</summary>
    private static List<(DateOnly On, int OrganizationId, int People, int Participations)> ByHand(SqliteConnection connection, IReadOnlyList<DateOnly> days)
    {
        using var command = connection.CreateCommand();
        // The days are dates of this program, no text of anybody's.
        command.CommandText = $"""
            WITH days(day) AS (VALUES {string.Join(", ", days.Select(d => string.Create(CultureInfo.InvariantCulture, $"('{d:yyyy-MM-dd}')")))}),
            members AS (
              SELECT mentee.PersonId, m."From", m."To", p.State, p.EndedOn, p."To" AS Last
              FROM PairMentees m JOIN Pairs p ON p.Id = m.PairId JOIN Mentees mentee ON mentee.Id = m.MenteeId WHERE p.OrderNumber IS NOT NULL
              UNION ALL
              SELECT mentor.PersonId, m."From", m."To", p.State, p.EndedOn, p."To"
              FROM PairMentors m JOIN Pairs p ON p.Id = m.PairId JOIN Mentors mentor ON mentor.Id = m.MentorId WHERE p.OrderNumber IS NOT NULL)
            SELECT days.day, o.Id, COUNT(DISTINCT x.Id), COUNT(*)
            FROM members m CROSS JOIN days JOIN People x ON x.Id = m.PersonId JOIN Organizations o ON o.Id = x.OrganizationId
            WHERE x.Kind = 'Pupil' AND m."From" <= days.day
              AND (COALESCE(m."To", m.EndedOn, m.Last) >= days.day OR (m.State = 'Completed' AND m."To" = m.EndedOn
                AND (strftime('%Y', m.EndedOn) * 12 + strftime('%m', m.EndedOn) - 9) / 12 = (strftime('%Y', days.day) * 12 + strftime('%m', days.day) - 9) / 12))
              AND (o.OpenedOn IS NULL OR o.OpenedOn <= days.day) AND (o.ClosedOn IS NULL OR o.ClosedOn >= days.day)
            GROUP BY days.day, o.Id
            """;
        using var reader = command.ExecuteReader();
        var rows = new List<(DateOnly, int, int, int)>();
        while (reader.Read())
            rows.Add((DateOnly.ParseExact(reader.GetString(0), "yyyy-MM-dd", CultureInfo.InvariantCulture), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3)));
        return rows;
    }

    /// <summary>The people and pairs of one database ten times over in another: as many organizations, each ten times as large.</summary>
    private static async Task Multiply(string from, string to)
    {
        Directory.CreateDirectory(to);
        File.Copy(Path.Combine(from, "portal.db"), Path.Combine(to, "portal.db"));
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(to, "portal.db")};Foreign Keys=False");
        await connection.OpenAsync();
        (string Table, string[] Keys)[] tables =
        [
            ("People", ["Id"]), ("Mentees", ["Id", "PersonId"]), ("Mentors", ["Id", "PersonId"]), ("MentorAvailabilities", ["MentorId"]),
            ("Pairs", ["Id"]), ("PairMentees", ["Id", "PairId", "MenteeId"]), ("PairMentors", ["Id", "PairId", "MentorId"]),
        ];
        foreach (var (table, keys) in tables)
        {
            var columns = Columns(connection, table);
            var list = string.Join(", ", columns.Select(c => $"\"{c}\""));
            for (var copy = 1; copy < Copies; copy++)
            {
                await using var command = connection.CreateCommand();
                var offset = copy * 10_000_000;
                // What is unique of an account is the original's alone.
                var values = string.Join(", ", columns.Select(c => keys.Contains(c, StringComparer.Ordinal) ? $"\"{c}\" + {offset}" : c == "UserId" ? "NULL" : $"\"{c}\""));
                command.CommandText = $"INSERT INTO \"{table}\" ({list}) SELECT {values} FROM \"{table}\" WHERE \"{keys[0]}\" < 10000000";
                command.CommandTimeout = 0;
                await command.ExecuteNonQueryAsync();
            }
        }
    }

    private static List<string> Columns(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }
}
