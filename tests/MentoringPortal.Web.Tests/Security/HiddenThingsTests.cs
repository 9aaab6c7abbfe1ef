using System.Net.Sockets;
using System.Text;
using MentoringPortal.Web.Tests.Account;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace MentoringPortal.Web.Tests.Security;

/// <summary>AZ5, HD1, HD6: what a list is not sorted by, what an answer never carries, what is not there.</summary>
[Collection(AccountCollection.Name), Trait("Category", "security")]
public sealed class HiddenThingsTests(AccountHost host)
{
    private static readonly string[] Names =
    [
        "PasswordHash", "SecurityStamp", "NormalizedEmail", "LockoutEnd", "AccessFailedCount", "Organization.Name", "Organization.Address", "OrganizationId", "Id", "Id;drop table Users", "1", "1 desc",
        "(select 1)", "name--", "name;", "name desc, Id", "-PasswordHash", "Version", "SearchKey", "SortKey", "RowVersion", "DeletedAt", "CodeHash", "Users.PasswordHash", "EF.Property", "__proto__",
        "name'", "name\"", "..", "имя", "\u0000", "%00",
    ];

    [Theory]
    [InlineData("admin", "/admin/users"), InlineData("department", "/organizations"), InlineData("department", "/roadmaps"), InlineData("department", "/orders"),
     InlineData("department", "/executions"), InlineData("department", "/participation"), InlineData("department", "/units")]
    public async Task List_IsSortedByOfferedNamesAlone(string login, string list)
    {
        var visitor = await host.As(login);
        var expected = Rows(await visitor.Get(list));
        expected.ShouldNotBeEmpty();
        foreach (var name in Names.Select(Uri.EscapeDataString))
        {
            var answer = await visitor.Get($"{list}?sort={name}&order={name}&filter={name}&fields={name}");
            answer.Status.ShouldBeOneOf(200, 400);
            if (answer.Status == 200)
                Rows(answer).ShouldBe(expected, name);
        }
    }

    [Theory]
    [InlineData("/.git/config"), InlineData("/.git/HEAD"), InlineData("/.env"), InlineData("/appsettings.json"), InlineData("/appsettings.Production.json"), InlineData("/web.config"), InlineData("/portal.db"),
     InlineData("/App_Data/portal.db"), InlineData("/keys/"), InlineData("/logs/"), InlineData("/files/"), InlineData("/backup.bak"), InlineData("/swagger"), InlineData("/swagger/index.html"),
     InlineData("/MentoringPortal.Web.dll"), InlineData("/MentoringPortal.Web.deps.json"), InlineData("/../appsettings.json"), InlineData("/css/..%2f..%2fappsettings.json"), InlineData("/elmah.axd"), InlineData("/trace.axd")]
    public async Task Address_OfWhatIsNobodysBusiness_IsNotFound(string path)
    {
        var answer = await host.Anonymous().Get(path);
        answer.Status.ShouldBe(404);
        HasHeaders(answer);
    }

    [Fact]
    public async Task ServerError_SaysACode_AndNothingOfTheInside()
    {
        var visitor = await host.As("department");
        await Execute("CREATE TRIGGER RefuseUnits BEFORE INSERT ON DepartmentUnits BEGIN SELECT RAISE(ABORT, 'secret of the inside'); END");
        Answer answer;
        try
        {
            answer = await visitor.Submit("/units/new", new() { ["Abbreviation"] = "ОШИБКА", ["Name"] = "Ошибка" });
        }
        finally
        {
            await Execute("DROP TRIGGER RefuseUnits");
        }
        answer.Status.ShouldBe(500);
        HasHeaders(answer);
        answer.Words.ShouldContain("Код для поддержки");
        var code = answer.Html.QuerySelector("code")!.TextContent;
        code.Length.ShouldBeGreaterThan(10);
        foreach (var inside in new[] { "secret of the inside", "Exception", "   at ", "Sqlite", "INSERT", ".cs:line", host.Storage, "MentoringPortal." })
            answer.Text.ShouldNotContain(inside, Case.Sensitive);
    }

    [Theory, InlineData("/account/login", 200), InlineData("/absent", 404), InlineData("/accessibility", 200), InlineData("/health/live", 200)]
    public async Task Answer_OfAnyKind_CarriesTheHeaders_AndHstsOverHttps(string path, int status)
    {
        var client = host.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("https://portal.example") });
        var answer = await Answer.Of(await client.GetAsync(path));
        answer.Status.ShouldBe(status);
        HasHeaders(answer);
        IsForHttpsAlone(answer);
    }

    [Fact]
    public async Task StaticFile_CarriesTheHeaders()
    {
        var client = host.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("https://portal.example") });
        var style = (await Answer.Of(await client.GetAsync("/account/login"))).Html.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        var answer = await Answer.Of(await client.GetAsync(style));
        HasHeaders(answer);
        IsForHttpsAlone(answer);
    }

    private static void IsForHttpsAlone(Answer answer)
    {
        answer.Response.Headers.TryGetValues("Strict-Transport-Security", out var hsts).ShouldBeTrue($"{answer.Status}");
        hsts!.Single().ShouldContain("max-age=31536000");
    }

    [Theory, InlineData("/account/login"), InlineData("/organizations"), InlineData("/absent"), InlineData("/health/live")]
    public async Task Head_AnswersAsGet_WithoutTheBody(string path)
    {
        var visitor = await host.As("department");
        var get = await visitor.Get(path);
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        var head = await Answer.Of(await visitor.Client.SendAsync(request));
        head.Status.ShouldBe(get.Status);
        head.Bytes.ShouldBeEmpty();
        head.Response.Content.Headers.ContentType.ShouldBe(get.Response.Content.Headers.ContentType);
    }

    private static string Rows(Answer answer) => string.Join('\n', answer.Html.QuerySelectorAll("main table tbody").Select(t => t.TextContent));

    private static void HasHeaders(Answer answer)
    {
        string Header(string name) => answer.Response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
        Header("Content-Security-Policy").ShouldContain("default-src 'self'");
        Header("Content-Security-Policy").ShouldContain("frame-ancestors 'none'");
        Header("Content-Security-Policy").ShouldNotContain("unsafe");
        Header("X-Content-Type-Options").ShouldBe("nosniff");
        Header("Referrer-Policy").ShouldBe("same-origin");
        Header("Cross-Origin-Opener-Policy").ShouldBe("same-origin");
        Header("Permissions-Policy").ShouldNotBeEmpty();
        Header("Server").ShouldBeEmpty();
        Header("X-Powered-By").ShouldBeEmpty();
    }

    private async Task Execute(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(host.Storage, "portal.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>What only the real server shows: requests that the test server cannot send.</summary>
[Trait("Category", "security")]
public sealed class RealServerTests : IDisposable
{
    private readonly Host _host = new();

    public sealed class Host : PortalHost
    {
        protected override string Environment => "Development";
    }

    public RealServerTests()
    {
        _host.UseKestrel(0);
        _host.StartServer();
    }

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task OddRequests_AreNoServerError_AndHeadHasNoBody()
    {
        foreach (var path in new[] { "/organizations/%00", "/organizations/1%00", "/roadmaps/%00/items/%00", "/files/%00", "/%00", "/account/login?returnUrl=%00", "/organizations/%ff", "/organizations/..%2f" })
        {
            var answer = await Send($"GET {path} HTTP/1.1");
            var status = int.Parse(answer.Split(' ')[1]);
            status.ShouldBeInRange(200, 499, path);
            answer.ShouldNotContain("Server: ", Case.Sensitive, path);
        }
        var head = await Send("HEAD /account/login HTTP/1.1");
        head.ShouldStartWith("HTTP/1.1 200");
        head.Split("\r\n\r\n", 2)[1].ShouldBeEmpty();
        (await Send("TRACE / HTTP/1.1")).ShouldStartWith("HTTP/1.1 4");
    }

    private async Task<string> Send(string line)
    {
        var address = _host.ClientOptions.BaseAddress;
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{line}\r\nHost: localhost:{address.Port}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
