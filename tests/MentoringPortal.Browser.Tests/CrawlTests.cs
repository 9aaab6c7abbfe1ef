using System.Text.RegularExpressions;
using MentoringPortal.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace MentoringPortal.Browser.Tests;

/// <summary>
/// Every kind of page that a role can reach by links, from the first screen on: it opens, axe finds nothing in light and dark, the console is
/// silent (no violation of the content security policy), nothing comes from another host, and the page never scrolls sideways.
/// </summary>
[Collection(nameof(BrowserTests))]
public sealed partial class CrawlTests(PortalInBrowser portal)
{
    /// <summary>1280 px at 200 % zoom.</summary>
    private const int Zoomed = 640;
    private const int Phone = 360;

    /// <summary>
    /// What the pages of an address are made of. Roles see the same page with other buttons, filters the same with other rows: axe looks again
    /// only where something is new.
    /// </summary>
    private static readonly Dictionary<string, HashSet<string>> SeenElements = new(StringComparer.Ordinal);

    /// <summary>Addresses whose colours were looked at in the dark: they are the same for every role.</summary>
    private static readonly HashSet<string> SeenInTheDark = [];

    /// <summary>Topics of help: each says the same to every role.</summary>
    private static readonly HashSet<string> SeenHelp = [];

    [Theory]
    [InlineData(null, "/account/login")]
    [InlineData("admin", "/")]
    [InlineData("department", "/")]
    [InlineData("official", "/")]
    [InlineData("curator1", "/")]
    [InlineData("mentor1", "/")]
    public async Task EveryPage_OfARole_IsSoundAndAccessible(string? login, string start)
    {
        var page = await portal.OpenAs(login);
        var complaints = new List<string>();
        Listen(page, complaints);
        var waiting = new Queue<string>([start, "/no-such-page"]);
        var seen = new HashSet<string> { KindOf(start), KindOf("/no-such-page") };

        while (waiting.TryDequeue(out var address))
        {
            var links = await Visit(page, address, complaints);
            foreach (var link in links.Where(link => seen.Add(KindOf(link)) && (!link.StartsWith("/help/", StringComparison.Ordinal) || SeenHelp.Add(link))))
                waiting.Enqueue(link);
        }

        await page.Context.CloseAsync();
        complaints.ShouldBeEmpty($"{seen.Count} pages as {login ?? "nobody"}");
    }

    private async Task<string[]> Visit(IPage page, string address, List<string> complaints)
    {
        await page.SetViewportSizeAsync(1280, 900);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        var answer = await page.GotoAsync(address);
        if (answer!.Status != (address == "/no-such-page" ? 404 : 200))
            complaints.Add($"{address}: {answer.Status}");
        var path = Number().Replace(address.Split('?')[0], "/#");
        if (!SeenElements.TryGetValue(path, out var seen))
            SeenElements[path] = seen = [];
        var known = seen.Count;
        seen.UnionWith(await page.Elements());
        if (seen.Count > known)
            complaints.AddRange((await page.AxeViolations()).Select(found => $"{address}: {found}"));
        if (await page.FormsWithoutOneToken() is { Length: > 0 } form)
            complaints.Add($"{address}: form without exactly one token: {form}");
        if (SeenInTheDark.Add(path))
        {
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            complaints.AddRange((await page.AxeViolations("color-contrast")).Select(found => $"{address} (dark): {found}"));
        }
        foreach (var width in new[] { Zoomed, Phone })
        {
            if (await page.Overflow(width) is { Length: > 0 } wide)
                complaints.Add($"{address}: {wide}");
        }

        var links = await page.Locator("a[href]").EvaluateAllAsync<string[]>("all => all.map(a => a.href)");
        return [.. links.Where(link => link.StartsWith(portal.Address.ToString(), StringComparison.Ordinal) && !Download().IsMatch(link))
            .Select(link => "/" + link[portal.Address.ToString().Length..].Split('#')[0])];
    }

    private void Listen(IPage page, List<string> complaints)
    {
        page.Console += (_, message) =>
        {
            // The browser itself reports the page of a missing address.
            if (message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal))
                complaints.Add($"{page.Url}: console: {message.Text}");
        };
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: not "data" } uri && uri.Authority != portal.Address.Authority)
                complaints.Add($"{page.Url} asks {uri.Host}");
        };
    }

    /// <summary>
    /// Pages that differ by numbers or by a filter's value alone are of one kind; order, size and number of a list's page make a kind only
    /// where nothing else was asked for, else every list would be visited dozens of times.
    /// </summary>
    private static string KindOf(string address)
    {
        var parts = address.Split('?', 2);
        var keys = parts.Length == 1 ? [] : parts[1].Split('&').Select(pair => pair.Split('=')[0]).Distinct().Order().ToList();
        var filters = keys.Except(["sort", "size", "page"]).ToList();
        return $"{Number().Replace(parts[0], "/#")}?{string.Join('&', filters.Count > 0 ? filters : keys.Take(1))}";
    }

    [GeneratedRegex(@"/\d+", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex(@"\.(xlsx|docx|pdf|html|csv|txt|json|ics)(\?|$)|/files?/", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Download();
}
