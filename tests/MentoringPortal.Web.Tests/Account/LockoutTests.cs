using MentoringPortal.Data;
using MentoringPortal.Data.Accounts;
using MentoringPortal.Data.Audit;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Account;

/// <summary>AU2: five wrong passwords close the account for a quarter of an hour, however fast they come.</summary>
[Collection(AccountCollection.Name), Trait("Category", "security")]
public sealed class LockoutTests(AccountHost host)
{
    [Fact]
    public async Task RightPassword_AfterFiveWrongOnes_OpensNothing_UntilAQuarterOfAnHourHasPassed()
    {
        var user = await Locked();
        host.Time.Advance(SignInStore.Lockout - TimeSpan.FromSeconds(1));
        (await host.Anonymous().SignIn(user.Email!, AccountHost.Password)).Status.ShouldBe(422);
        host.Time.Advance(TimeSpan.FromSeconds(2));
        await host.In(user);
        (await Events(user)).Count(e => e == AuditAction.LockedOut).ShouldBe(1);
    }

    [Fact]
    public async Task RightPassword_BeforeTheFifth_StartsTheCountAnew()
    {
        var user = await host.Add(Role.Official);
        for (var round = 0; round < 2; round++)
        {
            await Fail(user, SignInStore.AttemptsAllowed - 1);
            await host.In(user);
        }
    }

    [Fact]
    public async Task TwoHundredParallelGuesses_FindFiveSlots()
    {
        var user = await host.Add(Role.Official);
        var visitor = host.Anonymous();
        var token = await visitor.Token();
        var guesses = Enumerable.Range(0, 200).Select(i => visitor.Post("/account/login", new KeyValuePair<string, string>[]
        {
            new("Email", user.Email!), new("Password", $"догадка номер {i}"), new("__RequestVerificationToken", token),
        }));
        (await Task.WhenAll(guesses)).ShouldAllBe(a => a.Status == 422);

        (await host.Anonymous().SignIn(user.Email!, AccountHost.Password)).Status.ShouldBe(422);
        host.Hasher.MeasuredOf(user.PasswordHash!).ShouldBe(SignInStore.AttemptsAllowed);
        (await Events(user)).Count(e => e == AuditAction.LockedOut).ShouldBe(1);
    }

    [Fact]
    public async Task Lock_ThatHasRunOut_GivesFiveNewAttempts()
    {
        var user = await Locked();
        host.Time.Advance(SignInStore.Lockout + TimeSpan.FromSeconds(1));
        await Fail(user, SignInStore.AttemptsAllowed - 1);
        await host.In(user);
    }

    [Fact]
    public async Task Unlock_ByTheAdmin_OpensAtOnce()
    {
        var user = await Locked();
        var admin = await host.As("admin");
        (await admin.Get($"/admin/users/{user.Id}")).Words.ShouldContain("вход закрыт на 15 минут");
        (await admin.Submit($"/admin/users/{user.Id}", [], $"/admin/users/{user.Id}/unlock")).Status.ShouldBe(302);
        await host.In(user);
    }

    [Fact]
    public async Task WrongCurrentPassword_CountsToo()
    {
        var user = await host.Add(Role.Official);
        var visitor = await host.In(user);
        for (var i = 0; i < SignInStore.AttemptsAllowed; i++)
            (await visitor.Submit("/account/password", new() { ["Current"] = $"не тот {i}", ["New"] = "озеро зонт кит", ["Again"] = "озеро зонт кит" })).Status.ShouldBe(422);
        (await visitor.Submit("/account/password", new() { ["Current"] = AccountHost.Password, ["New"] = "озеро зонт кит", ["Again"] = "озеро зонт кит" })).Status.ShouldBe(422);
        (await host.Anonymous().SignIn(user.Email!, AccountHost.Password)).Status.ShouldBe(422);
    }

    private async Task<PortalUser> Locked()
    {
        var user = await host.Add(Role.Official);
        await Fail(user, SignInStore.AttemptsAllowed);
        (await host.Anonymous().SignIn(user.Email!, AccountHost.Password)).Status.ShouldBe(422);
        return user;
    }

    private async Task Fail(PortalUser user, int times)
    {
        for (var i = 0; i < times; i++)
            (await host.Anonymous().SignIn(user.Email!, "не тот пароль")).Status.ShouldBe(422);
    }

    private Task<List<AuditAction>> Events(PortalUser user) =>
        host.Admin(db => db.Audit.Where(a => a.Entity == nameof(PortalUser) && a.EntityId == $"{user.Id}").Select(a => a.Action).ToListAsync());
}
