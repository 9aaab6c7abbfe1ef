using MentoringPortal.Data;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace MentoringPortal.Web.Tests.Account;

/// <summary>AU1: long, unlike what everybody takes, and nobody's but the person's.</summary>
[Collection(AccountCollection.Name), Trait("Category", "security")]
public sealed class ChoosingPasswordTests(AccountHost host)
{
    [Theory]
    [InlineData("ёж 7 зонтов")]                  // eleven signs
    [InlineData("парольпароль"), InlineData("Пароль123456"), InlineData("password1234"), InlineData("ПарольПортала")]
    [InlineData("qwertyuiop12"), InlineData("1qaz2wsx3edc"), InlineData("йцукенгшщзхъ"), InlineData("Йцукен123456"), InlineData("gfhjkmgfhjkm")]
    [InlineData("люблютебя123"), InlineData("спартакмосква"), InlineData("сентябрь2026")]
    [InlineData("Наставник-2026"), InlineData("mentoring portal"), InlineData("куратор учитель")]
    [InlineData("заозёрский округ"), InlineData("Лицей3Гимназия"), InlineData("Сатурн Заозёрный")]
    [InlineData("aaaaaaaaaaaa"), InlineData("123456789012"), InlineData("озёрная вера")]
    public async Task Post_PasswordEasilyGuessed_IsRefused_AndTheOldOneStays(string poor)
    {
        var user = await host.Add(Role.Mentor, "Лицей № 3");
        var answer = await Change(await host.In(user), AccountHost.Password, poor);
        answer.Status.ShouldBe(422, poor);
        answer.Words.ShouldContain(poor.Length < 12 ? "Пароль короче 12 знаков" : "Такой пароль легко подобрать");
        answer.Text.ShouldNotContain($"value=\"{poor}\"");
        await host.In(user);
    }

    [Theory]
    [InlineData("озеро зонт кит")]
    [InlineData("  пробелы по краям тоже считаются  ")]
    [InlineData("wNq8 vTz3 Lp0s")]
    [InlineData("Ӕ Ө Ә – тоже буквы, и Ӏ")]
    public async Task Post_GoodPassword_OpensThePortalFromThenOn(string good)
    {
        var user = await host.Add(Role.Mentor, "Лицей № 3");
        var answer = await Change(await host.In(user), AccountHost.Password, good);
        answer.Status.ShouldBe(302, answer.Words);
        (await host.Anonymous().SignIn(user.Email!, AccountHost.Password)).Status.ShouldBe(422);
        await host.In(user, good);
    }

    [Theory, InlineData(128), InlineData(200)]
    public async Task Post_LongPassword_IsTakenWhole(int length)
    {
        var user = await host.Add(Role.Mentor, "Лицей № 3");
        var password = Long(length);
        (await Change(await host.In(user), AccountHost.Password, password)).Status.ShouldBe(302);
        await host.In(user, password);
        (await host.Anonymous().SignIn(user.Email!, password[..^1])).Status.ShouldBe(422);
    }

    [Fact]
    public async Task Post_PasswordBeyondTheLimit_IsRefusedInWords()
    {
        var answer = await Change(await host.In(await host.Add(Role.Mentor, "Лицей № 3")), AccountHost.Password, Long(201));
        answer.Status.ShouldBe(422);
        answer.Words.ShouldContain("не больше 200 знаков");
    }

    [Fact]
    public async Task SignIn_WithAnother73rdByte_IsRefused()
    {
        var user = await host.Add(Role.Mentor, "Лицей № 3");
        var password = Long(73);
        (await Change(await host.In(user), AccountHost.Password, password)).Status.ShouldBe(302);
        (await host.Anonymous().SignIn(user.Email!, password[..72] + "#")).Status.ShouldBe(422);
        (await host.Anonymous().SignIn(user.Email!, password[..72])).Status.ShouldBe(422);
        await host.In(user, password);
    }

    [Fact]
    public async Task Post_WithoutTheCurrentPassword_ChangesNothing()
    {
        var user = await host.Add(Role.Mentor, "Лицей № 3");
        var visitor = await host.In(user);
        var answer = await Change(visitor, "не тот пароль", "озеро зонт кит");
        answer.Status.ShouldBe(422);
        answer.Words.ShouldContain("Текущий пароль неверен");
        (await Change(visitor, AccountHost.Password, AccountHost.Password)).Words.ShouldContain("Новый пароль совпадает с текущим");
        (await host.Anonymous().SignIn(user.Email!, "озеро зонт кит")).Status.ShouldBe(422);
        await host.In(user);
    }

    [Fact]
    public async Task OneTimePassword_LivesADay_AndOpensNothingButThePageThatReplacesIt()
    {
        var (first, second) = (await NewAdmin("first-admin@demo.example"), await NewAdmin("second-admin@demo.example"));
        host.Time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(1));

        var visitor = host.Anonymous();
        (await visitor.SignIn("first-admin@demo.example", first)).Status.ShouldBe(302);
        foreach (var page in new[] { "/", "/account", "/admin/users", "/admin/audit", "/help", "/organizations", "/roadmaps" })
            (await visitor.Get(page)).Location.ShouldBe("/account/password", page);
        (await visitor.Post("/account/sessions/end", [])).Location.ShouldBe("/account/password");
        (await visitor.Get("/account/password")).Words.ShouldContain("Вы вошли с одноразовым паролем");

        (await Change(visitor, first, "озеро зонт кит")).Status.ShouldBe(302);
        (await visitor.SignIn("first-admin@demo.example", "озеро зонт кит")).Location.ShouldBe("/");
        (await visitor.Get("/admin/users")).Status.ShouldBe(200);

        host.Time.Advance(TimeSpan.FromMinutes(2));
        (await host.Anonymous().SignIn("second-admin@demo.example", second)).Status.ShouldBe(422);
    }

    private async Task<string> NewAdmin(string email)
    {
        using var scope = host.Services.CreateScope();
        return (await scope.ServiceProvider.GetRequiredService<DatabaseSetup>().CreateAdmin(email))!;
    }

    private static string Long(int length) => string.Concat(Enumerable.Range(0, length).Select(i => (char)('!' + (i * 37 % 90))));

    private static Task<Answer> Change(Visitor visitor, string current, string password) =>
        visitor.Submit("/account/password", new() { ["Current"] = current, ["New"] = password, ["Again"] = password });
}
