using MentoringPortal.Data.Demo;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Playwright;

namespace MentoringPortal.Browser.Tests.Hosting;

/// <summary>The portal on a real port with a fresh demo, and one Chromium; shared by all browser tests (<see cref="BrowserTests"/>).</summary>
public sealed class PortalInBrowser : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string _storage = Directory.CreateTempSubdirectory("mentoring-portal-browser-").FullName;
    private readonly Dictionary<string, string> _signedIn = [];
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    /// <summary>Where the portal listens: <c>http://127.0.0.1:PORT/</c>.</summary>
    public Uri Address => ClientOptions.BaseAddress;

    public async Task InitializeAsync()
    {
        UseKestrel(0);
        StartServer();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
    }

    /// <summary>Milliseconds; generous, because a busy machine is no defect of a page.</summary>
    private const int Patience = 60_000;

    /// <summary>A page in a browser of its own; signed in as a demo account (<c>department</c>, <c>curator1</c> …), or as nobody.</summary>
    public async Task<IPage> OpenAs(string? login, int width = 1280, bool scripts = true)
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = Address.ToString(),
            Locale = "ru-RU",
            JavaScriptEnabled = scripts,
            TimezoneId = "Europe/Moscow",
            ViewportSize = new() { Width = width, Height = 900 },
            StorageState = login is null ? null : await SignIn(login),
            // axe would else read colours halfway between two themes.
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        return await context.NewPageAsync();
    }

    /// <summary>Signs in once an account; later pages take its cookies.</summary>
    private async Task<string> SignIn(string login)
    {
        if (_signedIn.TryGetValue(login, out var state))
            return state;
        var page = await OpenAs(null);
        await page.GotoAsync("/account/login");
        await page.GetByLabel("Электронная почта").FillAsync($"{login}@{DemoAccounts.Domain}");
        await page.GetByLabel("Пароль").FillAsync(DemoAccounts.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Войти" }).ClickAsync();
        await page.WaitForURLAsync(Address.ToString(), new() { WaitUntil = WaitUntilState.Commit });
        _signedIn[login] = await page.Context.StorageStateAsync();
        await page.Context.CloseAsync();
        return _signedIn[login];
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Storage:Path", _storage);
        builder.UseSetting("Demo:Enabled", "true");
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_storage, recursive: true);
    }
}

/// <summary>All browser tests share one portal and one browser, and run one after another.</summary>
[CollectionDefinition(nameof(BrowserTests))]
public sealed class BrowserTests : ICollectionFixture<PortalInBrowser>;
