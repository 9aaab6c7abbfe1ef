using System.Text.RegularExpressions;
using MentoringPortal.Data;
using MentoringPortal.Data.Mail;
using MentoringPortal.Web.Tests.Account;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Mail;

/// <summary>AU8, AU3, RL1: who forgot the password gets a link by mail; from the answer nobody learns whether there is such an account.</summary>
[Collection(MailCollection.Name), Trait("Category", "security")]
public sealed partial class ForgottenPasswordTests(MailHost host)
{
    private const string Chosen = "озеро зонт кит";

    [Fact]
    public async Task Link_SetsThePasswordOnce_AndEndsEverySession()
    {
        var user = await host.Add(Role.Curator, "Лицей № 3");
        var signedIn = await host.In(user);
        var link = await AskAndGet(user.Email!);

        var page = host.Anonymous();
        (await page.Get(link)).Words.ShouldContain(user.Email!);
        (await page.Submit(link, new() { ["New"] = Chosen, ["Again"] = Chosen })).Location.ShouldBe("/account/login");
        await signedIn.ShouldBeOut("a session begun with the old password");
        (await host.Anonymous().SignIn(user.Email!, AccountHost.Password)).Status.ShouldBe(422);
        (await host.Anonymous().SignIn(user.Email!, Chosen)).Status.ShouldBe(302);
        (await host.Anonymous().Get(link)).Words.ShouldContain("Ссылка не действует");
        (await host.Admin(db => db.Audit.CountAsync(a => a.Entity == "AccountLink" && a.ActorName == "забытый пароль"))).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Link_LivesAnHour_NamesTheHostOfTheSettings_AndIsStoredNowhere()
    {
        var user = await host.Add(Role.Official);
        await Ask(user.Email!, forwardedHost: "evil.example");
        await host.SendDue();
        var letter = host.Taken(user.Email!).Single();
        letter.ShouldContain("https://portal.example/account/link?code=");
        letter.ShouldNotContain("evil.example");
        letter.ShouldMatch(@"действует до \d+ [а-я]+ \d{4} г\., \d\d:\d\d");
        var link = MailHost.LinkIn(letter);
        var code = link.Split('=')[1];
        code.Length.ShouldBe(64, "256 bits");
        (await host.Mails(user.Email!)).Single().Body.ShouldBeNull();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(host.Storage, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith("-shm", StringComparison.Ordinal)))
            System.Text.Encoding.UTF8.GetString(await ReadShared(file)).ShouldNotContain(code, customMessage: file);

        host.Time.Advance(TimeSpan.FromMinutes(59));
        (await host.Anonymous().Get(link)).Words.ShouldContain("Новый пароль");
        host.Time.Advance(TimeSpan.FromMinutes(2));
        (await host.Anonymous().Get(link)).Words.ShouldContain("Ссылка не действует");
    }

    [Fact]
    public async Task Link_IsPutOut_ByAPasswordSetMeanwhile_AndByANewerLink()
    {
        var user = await host.Add(Role.Official);
        var first = await AskAndGet(user.Email!);
        var second = await AskAndGet(user.Email!);
        (await host.Anonymous().Get(first)).Words.ShouldContain("Ссылка не действует");
        (await (await host.In(user)).Submit("/account/password", new() { ["Current"] = AccountHost.Password, ["New"] = Chosen, ["Again"] = Chosen })).Status.ShouldBe(302);
        (await host.Anonymous().Get(second)).Words.ShouldContain("Ссылка не действует");
    }

    [Fact]
    public async Task Answer_IsTheSame_ForKnownUnknownAndDisabled_AndOnlyTheKnownGetsALetter()
    {
        var known = await host.Add(Role.Official);
        var disabled = await host.Add(Role.Official, with: u => u.IsDisabled = true);
        var expected = await Ask(known.Email!);
        (await Ask("nobody-at-all@demo.example")).ShouldBe(expected);
        (await Ask(disabled.Email!)).ShouldBe(expected);
        await host.SendDue();
        host.Taken(known.Email!).Count.ShouldBe(1);
        host.Taken("nobody-at-all@demo.example").ShouldBeEmpty();
        host.Taken(disabled.Email!).ShouldBeEmpty();
        (await host.Mails("nobody-at-all@demo.example")).Single().State.ShouldBe(MailState.Dropped);
        (await host.Admin(db => db.Audit.AsNoTracking().ToListAsync())).ShouldNotContain(a => System.Text.Json.JsonSerializer.Serialize(a).Contains("nobody-at-all"), "the journal keeps no stranger's address");
    }

    [Fact]
    public async Task FourthRequestInAnHour_IsAnsweredAlike_AndWritesNoLetter()
    {
        var user = await host.Add(Role.Official);
        var answers = new List<string>();
        for (var i = 0; i < 4; i++)
            answers.Add(await Ask(user.Email!));
        answers.Distinct().Count().ShouldBe(1);
        (await host.Mails(user.Email!)).Count.ShouldBe(MailQueue.ResetsPerHour);
        host.Time.Advance(TimeSpan.FromHours(1));
        await Ask(user.Email!);
        (await host.Mails(user.Email!)).Count.ShouldBe(MailQueue.ResetsPerHour + 1);
    }

    [Fact]
    public async Task Words_ThatAreNoAddress_AreRefusedBesideTheField() =>
        (await host.Anonymous().Submit("/account/forgot", new() { ["Email"] = "иванова" })).Status.ShouldBe(422);

    private async Task<string> AskAndGet(string email)
    {
        await Ask(email);
        await host.SendDue();
        return MailHost.LinkIn(host.Taken(email)[^1]);
    }

    /// <summary>Everything an observer can compare.</summary>
    private async Task<string> Ask(string email, string? forwardedHost = null)
    {
        var visitor = host.Anonymous();
        if (forwardedHost is not null)
            visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-Host", forwardedHost);
        var answer = await visitor.Submit("/account/forgot", new() { ["Email"] = email });
        answer.Status.ShouldBe(200);
        answer.Words.ShouldContain("Если учётная запись с такой почтой есть");
        var headers = answer.Response.Headers.Concat(answer.Response.Content.Headers).Where(h => h.Key is not ("Set-Cookie" or "Content-Length"))
            .Select(h => $"{h.Key}: {string.Join(", ", h.Value)}").Order();
        return $"{string.Join('\n', headers)}\n{Varying().Replace(answer.Text.Replace(email, "ПОЧТА", StringComparison.Ordinal), "")}";
    }

    private static async Task<byte[]> ReadShared(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    [GeneratedRegex("""value="[^"]{60,}"|<code>[0-9a-f]+</code>""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Varying();
}
