using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using ClosedXML.Excel;
using MentoringPortal.Data.Demo;
using MentoringPortal.Domain.Exchange;

namespace MentoringPortal.Benchmarks;

/// <summary>
/// A table of 5,000 people, a tenth of them with a day that no calendar has, uploaded over HTTP to the portal in a process of its own, to the last
/// byte of the preview. The aim: under 5 s, and the portal's working set under 300 MB.
/// </summary>
internal static partial class ImportBenchmark
{
    private const int Rows = 5000, Runs = 5;
    private static readonly ExchangeColumn[] Columns =
    [
        ExchangeColumn.Surname, ExchangeColumn.Given, ExchangeColumn.Patronymic, ExchangeColumn.Kind, ExchangeColumn.Banks, ExchangeColumn.BirthDate, ExchangeColumn.ClassName,
        ExchangeColumn.ParentContact, ExchangeColumn.Time, ExchangeColumn.Request,
    ];

    public static async Task Run(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("import").FullName;
        try
        {
            // The demo municipality is made by another process: the memory that this takes is not the import's.
            await With(folder, (_, _) => Task.CompletedTask);
            await With(folder, (client, portal) => Measure(client, portal, output));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task With(string folder, Func<HttpClient, Process, Task> work)
    {
        using var portal = Start(folder, out var address);
        try
        {
            using var client = new HttpClient { BaseAddress = address };
            await Ready(client, portal);
            await work(client, portal);
        }
        finally
        {
            portal.Kill();
            await portal.WaitForExitAsync();
        }
    }

    private static async Task Measure(HttpClient client, Process portal, TextWriter output)
    {
        await SignIn(client);
        var (table, times, peaks) = (Table(), new List<double>(), new List<long> { Peak(portal) });
        for (var i = 0; i < Runs; i++)
        {
            times.Add(await Preview(client, table));
            peaks.Add(Peak(portal));
        }
        await output.WriteLineAsync("| what | first, ms | least, ms | peak before, MB | after the first, MB | after all, MB | bytes |");
        await output.WriteLineAsync("|---|---|---|---|---|---|---|");
        await output.WriteLineAsync(FormattableString.Invariant($"| {Rows:N0} rows, upload to preview | {times[0]:0} | {times.Min():0} | {peaks[0]} | {peaks[1]} | {peaks[^1]} | {table.Length} |"));
    }

    /// <summary>The most memory that the process has held until now, MB.</summary>
    private static long Peak(Process process)
    {
        process.Refresh();
        return process.PeakWorkingSet64 >> 20;
    }

    private static byte[] Table()
    {
        using var workbook = new XLWorkbook();
        var sheet = workbook.Worksheets.Add("Люди");
        for (var c = 0; c < Columns.Length; c++)
            sheet.Cell(1, c + 1).SetValue(ExchangeColumns.Head(Columns[c]));
        for (var i = 0; i < Rows; i++)
        {
            string[] cells = [$"Измеров{i}", "Ян", "Львович", "обучающийся", "наставляемые", i % 10 == 0 ? "31.02.2012" : $"0{i % 9 + 1}.09.2012", "7 Б", "8 900 000-00-00", "после уроков; вечером", "Трудно с дробями, нужна поддержка"];
            for (var c = 0; c < cells.Length; c++)
                sheet.Cell(i + 2, c + 1).SetValue(cells[c]);
        }
        using var bytes = new MemoryStream();
        workbook.SaveAs(bytes);
        return bytes.ToArray();
    }

    private static Process Start(string folder, out Uri address)
    {
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        }
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "MentoringPortal.Web.dll"), "--environment=Development", $"--Storage:Path={folder}", $"--urls={address}"]) { UseShellExecute = false, RedirectStandardOutput = true };
        var portal = Process.Start(start)!;
        // The log is read away, or the pipe fills and the portal waits for it.
        portal.OutputDataReceived += (_, _) => { };
        portal.BeginOutputReadLine();
        return portal;
    }

    private static async Task Ready(HttpClient client, Process portal)
    {
        while (!portal.HasExited)
        {
            try
            {
                if ((await client.GetAsync("/health/ready")).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
            await Task.Delay(200);
        }
        throw new InvalidOperationException($"The portal ended with {portal.ExitCode}.");
    }

    private static async Task SignIn(HttpClient client)
    {
        using var form = new FormUrlEncodedContent([new("Email", $"curator1@{DemoAccounts.Domain}"), new("Password", DemoAccounts.Password), new("__RequestVerificationToken", await TokenOf(client, "/account/login"))]);
        (await client.PostAsync("/account/login", form)).EnsureSuccessStatusCode();
    }

    /// <summary>Milliseconds from the first byte sent to the last one of the page that the upload leads to.</summary>
    private static async Task<double> Preview(HttpClient client, byte[] table)
    {
        using var form = new MultipartFormDataContent { { new StringContent(await TokenOf(client, "/people/import")), "__RequestVerificationToken" }, { new ByteArrayContent(table), "File", "Люди.xlsx" } };
        var start = Stopwatch.GetTimestamp();
        using var answer = await client.PostAsync("/people/import", form);
        var text = await answer.Content.ReadAsStringAsync();
        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return text.Contains("Создать: 4500,", StringComparison.Ordinal) ? took : throw new InvalidOperationException($"No preview: {answer.StatusCode}.");
    }

    private static async Task<string> TokenOf(HttpClient client, string page) => Token().Match(await client.GetStringAsync(page)).Groups["token"].Value;

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="(?<token>[^"]+)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Token();
}
