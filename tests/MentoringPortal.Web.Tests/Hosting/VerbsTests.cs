using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace MentoringPortal.Web.Tests.Hosting;

/// <summary>The program with a verb, as an operator runs it: the result alone on standard output, messages on standard error, exit codes 0, 1 and 2.</summary>
public sealed class VerbsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-verbs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<(int Code, string Out, string Error)> Run(string input, Dictionary<string, string> settings, params string[] verb)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "MentoringPortal.Web.dll"), .. verb])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
            Environment = { ["Storage__Path"] = Path.Combine(_folder, "data") },
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    private Task<(int Code, string Out, string Error)> Run(params string[] verb) => Run("", [], verb);

    [Fact]
    public async Task CreateAdmin_PrintsThePasswordAlone_AndRefusesTheSecond()
    {
        var first = await Run("create-admin", "boss@school7.ru");
        first.Code.ShouldBe(0, first.Error);
        first.Out.ShouldMatch("^[0-9a-f]{20}\\n$");
        var second = await Run("create-admin", "boss@school7.ru");
        (second.Code, second.Out).ShouldBe((1, ""));
        second.Error.Trim().ShouldBe("Учётная запись boss@school7.ru уже есть.");
    }

    [Theory]
    [InlineData("Ivan <ivan@school7.ru>"), InlineData("иван@school7.ru"), InlineData("ivan@localhost")]
    public async Task CreateAdmin_WhatNoSignInFormTakes_IsRefusedInOneLine(string email)
    {
        var (code, output, error) = await Run("create-admin", email);
        (code, output).ShouldBe((1, ""));
        error.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain("почты");
    }

    [Theory]
    [InlineData(2, "nonsense"), InlineData(2, "create-admin"), InlineData(2, "read-order"), InlineData(1, "backup", "x.tar"), InlineData(2, "seed", "--schools", "3"), InlineData(2, "seed", "--schools", "3", "--people", "много"), InlineData(1, "seed", "--schools", "3", "--people", "29"), InlineData(1, "read-order", "нет.txt")]
    public async Task Verb_WrongOrTooEarly_IsOneLine(int expected, params string[] verb)
    {
        var (code, output, error) = await Run(verb);
        (code, output).ShouldBe((expected, ""));
        error.Trim().Split('\n').ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Seed_FillsAnEmptyDatabaseAlone_WithTheSamePeopleForTheSameNumber()
    {
        string[] verb = ["seed", "--people", "71", "--schools", "3", "--years", "2", "--seed", "7"];
        // Without the demo nobody may sign in with a password that everybody knows.
        var noDemo = new Dictionary<string, string> { ["Demo__Enabled"] = "false" };
        var twin = Path.Combine(_folder, "twin");
        var (first, second) = (await Run("", noDemo, verb), await Run("", new() { ["Demo__Enabled"] = "true", ["Storage__Path"] = twin }, verb));
        (first.Code, first.Out).ShouldBe((0, ""), first.Error);
        second.Code.ShouldBe(0, second.Error);
        var (own, other) = (Path.Combine(_folder, "data"), twin);
        Ask(own, "SELECT COUNT(*) FROM People").ShouldBe("71");
        Ask(own, "SELECT COUNT(*) FROM Organizations WHERE Kind = 'School'").ShouldBe("3");
        Ask(own, "SELECT COUNT(*) FROM Users").ShouldBe("0");
        Ask(other, "SELECT COUNT(*) FROM Users WHERE Role = 'Curator'").ShouldBe("2");
        Ask(own, "SELECT COUNT(DISTINCT State) FROM Pairs").ShouldNotBe("1");
        const string people = "SELECT GROUP_CONCAT(Surname || Given || COALESCE(BirthDate, '')) FROM (SELECT * FROM People WHERE OrganizationId > 1 ORDER BY Id)";
        Ask(own, people).ShouldBe(Ask(other, people));
        var again = await Run("", noDemo, verb);
        (again.Code, again.Error.Trim()).ShouldBe((1, "База данных не пуста: учебными данными заполняют только пустую."));
    }

    private static string Ask(string storage, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(storage, "portal.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture)!;
    }

    [Fact]
    public async Task ReadOrder_FileIsRelativeToTheCallersFolder()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "приказ.txt"), "ПРИКАЗ\n01.09.2026 № 7\nПРИКАЗЫВАЮ:\n1. Утвердить план.\n");
        var (code, output, _) = await Run("read-order", "приказ.txt");
        code.ShouldBe(0);
        output.ShouldStartWith("{");
        output.ShouldContain("Утвердить план");
    }

    [Fact]
    public async Task ReadDeadlines_PrintsALineForEachLine()
    {
        var (code, output, _) = await Run("до 1 сентября 2026 года\n\nпостоянно\t2026-09-01\n", [], "read-deadlines");
        code.ShouldBe(0);
        output.TrimEnd('\n').Split('\n').Length.ShouldBe(3);
    }

    [Theory]
    [InlineData("Database__Provider", "Oracle"), InlineData("Database__Provider", "PostgreSql"), InlineData("Portal__TimeZone", "Europe/Moskva"), InlineData("Proxy__Known", "proxy")]
    public async Task Setting_ThatCannotBe_IsOneLine_WithAVerbAndWithout(string name, string value)
    {
        var settings = new Dictionary<string, string> { [name] = value };
        foreach (var verb in (string[][])[["migrate"], []])
        {
            var (code, output, error) = await Run("", settings, verb);
            code.ShouldBe(1);
            output.ShouldBeEmpty();
            error.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain(name);
        }
    }
}
