using System.Diagnostics;
using System.Text.RegularExpressions;
using MentoringPortal.Data;
using MentoringPortal.Data.Demo;
using MentoringPortal.Web.Setup;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace MentoringPortal.Benchmarks;

/// <summary>
/// Every page that a menu leads to, and the first card of each list, over 100,000 people and over 1,000, in turn: how long each takes, how many
/// commands it asks of the database, and which growing tables are read whole for it. The aim: the median page at most twice as long, 15 commands.
/// </summary>
internal sealed partial class PagesBenchmark(TextWriter output)
{
    private const int Schools = 60, Years = 5, Seed = 1, Runs = 9;
    private static readonly string[] Logins = ["department", "curator1", "mentor1"];
    private static readonly string[] Searches = ["/people?q=Берёзкин", "/mentees?q=Берёзкин", "/mentors?q=Берёзкин", "/pairs?q=Берёзкин", "/mentors?scope=municipal"];

    /// <param name="folder">Where the two databases are kept; made there where they are not yet.</param>
    public async Task Run(string folder)
    {
        await using var small = await Municipality.Start(Path.Combine(folder, "small"), new(Schools, 1_000, Years, Seed));
        await using var large = await Municipality.Start(Path.Combine(folder, "large"), new(Schools, 100_000, Years, Seed));
        await output.WriteLineAsync("| who | page | 1,000 people, ms | 100,000 people, ms | ratio | commands | read whole |");
        await output.WriteLineAsync("|---|---|---|---|---|---|---|");
        var pages = new List<(double Small, double Large)>();
        foreach (var login in Logins)
        {
            await small.SignIn(login);
            await large.SignIn(login);
            var ofLarge = await large.Pages();
            foreach (var (page, address) in await small.Pages())
                if (ofLarge.TryGetValue(page, out var same))
                    pages.Add(await Measure(login, page, (small, address), (large, same)));
        }
        var (least, most) = (Median([.. pages.Select(p => p.Small)]), Median([.. pages.Select(p => p.Large)]));
        await output.WriteLineAsync(FormattableString.Invariant($"\nThe median of {pages.Count} pages: {least:0.0} ms over 1,000 people, {most:0.0} ms over 100,000, ratio {most / least:0.00}; pages over twice as long: {pages.Count(p => p.Large > 2 * p.Small)}."));
    }

    /// <summary>The commands of one page over 100,000 people, the slowest first: what to look at when the table tells of a slow page.</summary>
    public async Task Explain(string folder, string login, string address)
    {
        await using var portal = await Municipality.Start(Path.Combine(folder, "large"), new(Schools, 100_000, Years, Seed));
        await portal.SignIn(login);
        await portal.Time(address);
        await output.WriteLineAsync($"{await portal.Time(address):0} ms");
        foreach (var (sql, took, scanned) in (await portal.Asked(address)).OrderByDescending(c => c.Took))
            await output.WriteLineAsync($"\n{took.TotalMilliseconds:0.0} ms; read whole: {string.Join(", ", scanned)}\n{sql}");
    }

    private async Task<(double Small, double Large)> Measure(string login, string page, (Municipality Portal, string Address) small, (Municipality Portal, string Address) large)
    {
        var (ofSmall, ofLarge) = (new List<double>(), new List<double>());
        await small.Portal.Time(small.Address);
        await large.Portal.Time(large.Address);
        for (var i = 0; i < Runs; i++)
        {
            ofSmall.Add(await small.Portal.Time(small.Address));
            ofLarge.Add(await large.Portal.Time(large.Address));
        }
        var commands = await large.Portal.Asked(large.Address);
        var scanned = string.Join(", ", commands.SelectMany(c => c.Scanned).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        var figures = (Small: Median(ofSmall), Large: Median(ofLarge));
        await output.WriteLineAsync(FormattableString.Invariant($"| {login} | `{page}` | {figures.Small:0.0} | {figures.Large:0.0} | {figures.Large / figures.Small:0.00} | {commands.Count} | {scanned} |"));
        return figures;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    /// <summary>The portal itself on a folder and a port of its own.</summary>
    private sealed class Municipality(WebApplication app, string folder) : IAsyncDisposable
    {
        private HttpClient _client = new() { BaseAddress = new Uri(app.Urls.Single()) };
        private readonly CommandLog _log = new(folder);

        public static async Task<Municipality> Start(string folder, SyntheticSize size)
        {
            var app = Portal.Build(["--environment=Development", "--applicationName=MentoringPortal.Web", $"--Storage:Path={folder}", "--urls=http://127.0.0.1:0"]);
            await using (var scope = app.Services.CreateAsyncScope())
            {
                await scope.ServiceProvider.GetRequiredService<DatabaseSetup>().Migrate();
                await scope.ServiceProvider.GetRequiredService<SyntheticMunicipality>().Create(size, hasAccounts: true, _ => { });
            }
            await app.StartAsync();
            return new(app, folder);
        }

        public async Task SignIn(string login)
        {
            // Another browser: the cookies of the last one are gone with it.
            var address = _client.BaseAddress;
            _client.Dispose();
            _client = new HttpClient { BaseAddress = address };
            var token = Token().Match(await _client.GetStringAsync("/account/login")).Groups["token"].Value;
            using var form = new FormUrlEncodedContent([new("Email", $"{login}@{DemoAccounts.Domain}"), new("Password", DemoAccounts.Password), new("__RequestVerificationToken", token)]);
            (await _client.PostAsync("/account/login", form)).EnsureSuccessStatusCode();
        }

        /// <summary>Addresses by what stands for them in the table: the menu's, the searches, and the first card that each of them links to.</summary>
        public async Task<Dictionary<string, string>> Pages()
        {
            var home = await _client.GetStringAsync("/");
            var lists = Menu().Match(home).Value is var menu ? Links().Matches(menu).Select(m => m.Groups["path"].Value).Prepend("/") : [];
            var pages = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var list in lists.Concat(Searches).Distinct(StringComparer.Ordinal))
            {
                using var answer = await _client.GetAsync(list);
                if (!answer.IsSuccessStatusCode)
                    continue;
                pages[list] = list;
                foreach (Match card in Cards().Matches(await answer.Content.ReadAsStringAsync()))
                    pages.TryAdd($"{card.Groups["list"].Value}/…{card.Groups["page"].Value}", $"{card.Groups["list"].Value}/{card.Groups["id"].Value}{card.Groups["page"].Value}");
            }
            return pages;
        }

        /// <summary>Milliseconds from the first byte asked to the last one read.</summary>
        public async Task<double> Time(string address)
        {
            var start = Stopwatch.GetTimestamp();
            using var answer = await _client.GetAsync(address);
            await answer.Content.ReadAsByteArrayAsync();
            answer.EnsureSuccessStatusCode();
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        public async Task<IReadOnlyList<(string Sql, TimeSpan Took, IReadOnlyList<string> Scanned)>> Asked(string address)
        {
            _log.Take();
            await Time(address);
            var commands = _log.Take();
            await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "portal.db")};Mode=ReadOnly");
            await connection.OpenAsync();
            return [.. commands.Select(c => (c.Sql, c.Took, QueryPlan.Scanned(connection, c.Sql)))];
        }

        public async ValueTask DisposeAsync()
        {
            _log.Dispose();
            _client.Dispose();
            await app.StopAsync();
            await app.DisposeAsync();
        }
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="(?<token>[^"]+)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Token();

    [GeneratedRegex("""<nav class="side.*?</nav>""", RegexOptions.CultureInvariant | RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Menu();

    [GeneratedRegex("""href="(?<path>/[a-z/]*)(\?[^"]*)?["#]""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Links();

    [GeneratedRegex("""href="(?<list>/[a-z/]+)/(?<id>\d+)(?<page>(/[a-z]+)?)["?#]""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Cards();
}
