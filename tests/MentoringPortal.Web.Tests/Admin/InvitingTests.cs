using MentoringPortal.Data;
using MentoringPortal.Data.Accounts;
using MentoringPortal.Web.Tests.Account;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Admin;

/// <summary>An account begins with a one-time link, and a forgotten password is another one.</summary>
[Collection(AccountCollection.Name)]
public sealed class InvitingTests(AccountHost host)
{
    private const string Chosen = "озеро зонт кит";
    private static int _number;

    [Fact]
    public async Task Link_SetsThePassword_Once()
    {
        var (email, link) = await Invite();
        (await host.Anonymous().SignIn(email, Chosen)).Status.ShouldBe(422);
        var page = await host.Anonymous().Get(link);
        page.Words.ShouldContain("Добро пожаловать");
        page.Words.ShouldContain(email);

        (await Use(link)).Location.ShouldBe("/account/login");
        (await host.Anonymous().SignIn(email, Chosen)).Status.ShouldBe(302);
        (await host.Anonymous().Get(link)).Words.ShouldContain("Ссылка не действует");
    }

    [Fact]
    public async Task Link_PressedTwiceAtOnce_SetsOnePassword()
    {
        var (email, link) = await Invite();
        var visitor = host.Anonymous();
        var fields = (await visitor.Get(link)).Filled();
        var token = await visitor.Token();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            visitor.Post("/account/link", new Dictionary<string, string>(fields) { ["New"] = $"{Chosen} {i}", ["Again"] = $"{Chosen} {i}", ["__RequestVerificationToken"] = token }.ToList())));
        answers.ShouldAllBe(a => a.Status < 500);
        var winner = answers.Index().Single(a => a.Item.Location == "/account/login").Index;
        (await host.Anonymous().SignIn(email, $"{Chosen} {winner}")).Status.ShouldBe(302);
    }

    [Fact]
    public async Task Link_ExpiresAfterSevenDays_AndForAForgottenPasswordAfterAnHour()
    {
        var (_, link) = await Invite();
        host.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        (await host.Anonymous().Get(link)).Words.ShouldContain("Добро пожаловать");
        host.Time.Advance(TimeSpan.FromMinutes(2));
        (await host.Anonymous().Get(link)).Words.ShouldContain("Ссылка не действует");

        var forgotten = await (await host.As("admin")).NewLink((await host.Add(Role.Official)).Id);
        host.Time.Advance(TimeSpan.FromMinutes(59));
        (await host.Anonymous().Get(forgotten)).Words.ShouldContain("Новый пароль");
        host.Time.Advance(TimeSpan.FromMinutes(2));
        (await host.Anonymous().Get(forgotten)).Words.ShouldContain("Ссылка не действует");
    }

    [Fact]
    public async Task NewLink_PutsOutTheFormerOne_AndItsUseEndsTheLock()
    {
        var user = await host.Add(Role.Official, with: u => (u.AccessFailedCount, u.LockoutEnd) = (5, host.Time.GetUtcNow().AddMinutes(15)));
        var department = await host.As("department");
        var (first, second) = (await department.NewLink(user.Id), await department.NewLink(user.Id));
        (await host.Anonymous().Get(first)).Words.ShouldContain("Ссылка не действует");
        (await Use(second)).Status.ShouldBe(302);
        await host.In(user, Chosen);
    }

    [Fact]
    public async Task Link_IsShownOnce_AndStoredAsAHashAlone()
    {
        var department = await host.As("department");
        var answer = await department.Submit("/admin/users/new", NewOfficial());
        var card = await department.Follow(answer);
        var code = card.LinkOnPage().Split("code=")[1];
        code.Length.ShouldBe(64);
        card.Words.ShouldContain("Ссылка одноразовая и действует до");
        (await department.Follow(answer)).Html.QuerySelector("#link-url").ShouldBeNull();
        (await host.Admin(db => db.AccountLinks.CountAsync(l => l.CodeHash == code))).ShouldBe(0);
        (await host.Admin(db => db.Audit.Where(a => a.Entity == nameof(AccountLink)).ToListAsync())).ShouldAllBe(a => a.Changes.All(c => c.Field != nameof(AccountLink.CodeHash)));
    }

    [Theory]
    [InlineData("/admin/users/new", "Host", "evil.example", 400)]
    [InlineData("/admin/users/new", "X-Forwarded-Host", "evil.example", 302)]
    public async Task Link_NamesThePortalsOwnAddress_WhateverTheRequestSays(string page, string header, string value, int status)
    {
        var department = await host.As("department");
        var opened = await department.Get(page);
        var fields = opened.Filled();
        foreach (var (name, typed) in NewOfficial())
            fields[name] = typed;
        fields["__RequestVerificationToken"] = await department.Token();
        using var request = new HttpRequestMessage(HttpMethod.Post, page) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add(header, value);
        var answer = await Answer.Of(await department.Client.SendAsync(request));
        answer.Status.ShouldBe(status);
        if (answer.IsRedirect)
            (await department.Follow(answer)).Html.QuerySelector("#link-url")!.GetAttribute("value")!.ShouldStartWith("http://localhost:5080/");
    }

    [Fact]
    public async Task Link_OfADisabledAccount_OpensNothing()
    {
        var user = await host.Add(Role.Official);
        var admin = await host.As("admin");
        var link = await admin.NewLink(user.Id);
        var card = $"/admin/users/{user.Id}";
        (await admin.Submit(card, [], $"{card}/disable")).Status.ShouldBe(302);
        (await host.Anonymous().Get(link)).Words.ShouldContain("Ссылка не действует");
        (await admin.Post($"{card}/link", [])).Status.ShouldBe(422);
        (await admin.Submit(card, [], $"{card}/enable")).Status.ShouldBe(302);
        (await host.Anonymous().Get(link)).Words.ShouldContain("Ссылка не действует");
    }

    [Theory, InlineData("заозёрский округ"), InlineData("короткий")]
    public async Task PoorPassword_ByLink_IsRefused_AndTheLinkStaysGood(string poor)
    {
        var (email, link) = await Invite();
        var answer = await host.Anonymous().Submit(link, new() { ["New"] = poor, ["Again"] = poor });
        answer.Status.ShouldBe(422);
        (await Use(link)).Status.ShouldBe(302);
        (await host.Anonymous().SignIn(email, Chosen)).Status.ShouldBe(302);
    }

    [Theory]
    [InlineData("adмin@demo.example", "русской раскладки"), InlineData("не почта", "латинскими буквами"), InlineData("user@localhost", "целиком"), InlineData("OFFICIAL@demo.EXAMPLE", "уже есть")]
    public async Task BadAddress_IsRefused_BesideItsField(string email, string words)
    {
        var fields = NewOfficial();
        fields["Email"] = email;
        var answer = await (await host.As("department")).Submit("/admin/users/new", fields);
        answer.Status.ShouldBe(422);
        answer.Words.ShouldContain(words);
        answer.Filled()["Email"].ShouldBe(email);
        answer.Filled()["Name"].ShouldBe("Новый Лев Глебович");
    }

    private static Dictionary<string, string> NewOfficial() => new()
    {
        ["Email"] = $"invited{Interlocked.Increment(ref _number)}@demo.example",
        ["Name"] = "Новый Лев Глебович",
        ["Role"] = nameof(Role.Official),
    };

    private async Task<(string Email, string Link)> Invite()
    {
        var department = await host.As("department");
        var fields = NewOfficial();
        var answer = await department.Submit("/admin/users/new", fields);
        answer.Status.ShouldBe(302, answer.Words);
        return (fields["Email"], (await department.Follow(answer)).LinkOnPage());
    }

    private Task<Answer> Use(string link) => host.Anonymous().Submit(link, new() { ["New"] = Chosen, ["Again"] = Chosen });
}
