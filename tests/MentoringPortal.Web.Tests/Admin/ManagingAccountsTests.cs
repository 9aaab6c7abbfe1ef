using MentoringPortal.Data;
using MentoringPortal.Data.Accounts;
using MentoringPortal.Data.Audit;
using MentoringPortal.Web.Tests.Account;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Admin;

/// <summary>Whose accounts one manages, and what is never done to them.</summary>
[Collection(AccountCollection.Name), Trait("Category", "security")]
public sealed class ManagingAccountsTests(AccountHost host)
{
    /// <summary>Who manages, whose role, whether in the manager's own organization, and whether it is his to manage.</summary>
    public static TheoryData<string, Role, bool, bool> Shares
    {
        get
        {
            var rows = new TheoryData<string, Role, bool, bool>();
            foreach (var role in Enum.GetValues<Role>())
                foreach (var own in new[] { true, false })
                {
                    rows.Add("admin", role, own, true);
                    rows.Add("department", role, own, role is Role.Official or Role.Curator or Role.Mentor);
                    rows.Add("curator1", role, own, role == Role.Mentor && own);
                }
            return rows;
        }
    }

    [Theory, MemberData(nameof(Shares))]
    public async Task Account_OutsideOnesShare_IsAsGoodAsAbsent(string manager, Role role, bool own, bool mayManage)
    {
        var user = await host.Add(role, role.NeedsOrganization() ? own ? "Лицей № 3" : "Школа № 7" : null);
        var visitor = await host.As(manager);
        var card = $"/admin/users/{user.Id}";
        (await visitor.Get(card)).Status.ShouldBe(mayManage ? 200 : 404);
        var found = (await visitor.Get($"/admin/users?q={user.Email}")).Html.QuerySelector("main table")?.TextContent ?? "";
        found.Contains(user.Email!, StringComparison.Ordinal).ShouldBe(mayManage);
        if (mayManage)
            return;
        foreach (var (path, fields) in new[] { (card, new Dictionary<string, string> { ["Name"] = "Захвачено", ["Role"] = nameof(Role.Mentor) }), ($"{card}/link", []), ($"{card}/disable", []), ($"{card}/enable", []), ($"{card}/unlock", []), ($"{card}/sessions/end", []) })
            (await visitor.Post(path, fields)).Status.ShouldBe(404, path);
        var after = await host.Find(user.Id);
        (after.DisplayName, after.Role, after.IsDisabled, after.PasswordHash).ShouldBe((user.DisplayName, role, false, user.PasswordHash));
    }

    [Theory]
    [InlineData("department", Role.Admin), InlineData("department", Role.Department)]
    [InlineData("curator1", Role.Admin), InlineData("curator1", Role.Department), InlineData("curator1", Role.Official), InlineData("curator1", Role.Curator)]
    public async Task Role_ThatIsNotOnesToGive_IsGivenToNobody(string manager, Role role)
    {
        var visitor = await host.As(manager);
        var email = $"{manager}-{role}@demo.example";
        var before = await Count();
        var answer = await visitor.Post("/admin/users/new", new() { ["Email"] = email, ["Name"] = "Самозванец", ["Role"] = $"{role}", ["OrganizationId"] = $"{(await host.Add(Role.Curator, "Школа № 7")).OrganizationId}" });
        answer.Status.ShouldBeOneOf([404, 422]);
        (await Count()).ShouldBe(before);

        var mentor = await host.Add(Role.Mentor, "Лицей № 3");
        await visitor.Post($"/admin/users/{mentor.Id}", new() { ["Name"] = "Самозванец", ["Role"] = $"{role}", ["OrganizationId"] = $"{mentor.OrganizationId}" });
        (await host.Find(mentor.Id)).Role.ShouldBe(Role.Mentor);

        Task<int> Count() => host.Admin(db => db.Users.CountAsync(u => u.DisplayName == "Самозванец" && u.Role != Role.Mentor));
    }

    [Fact]
    public async Task Curator_InvitesAMentorOfHisOwn()
    {
        var curator = await host.As("curator1");
        var answer = await curator.Submit("/admin/users/new", new() { ["Email"] = "curators-mentor@demo.example", ["Name"] = "Тихая Нина Львовна" });
        answer.Status.ShouldBe(302, answer.Words);
        var card = await curator.Follow(answer);
        card.Words.ShouldContain("Тихая Нина Львовна");
        card.LinkOnPage().ShouldContain("/account/link");
        var user = await host.Admin(db => db.Users.SingleAsync(u => u.Email == "curators-mentor@demo.example"));
        var lyceum = await host.Db(db => db.Organizations.Where(o => o.ShortName == "Лицей № 3").Select(o => o.Id).SingleAsync());
        (user.Role, user.OrganizationId).ShouldBe((Role.Mentor, (int?)lyceum));
    }

    [Fact]
    public async Task Disable_KeepsTheAccountOut_UntilItIsEnabled()
    {
        var user = await host.Add(Role.Curator, "Лицей № 3");
        var department = await host.As("department");
        var card = $"/admin/users/{user.Id}";
        (await department.Submit(card, [], $"{card}/disable")).Status.ShouldBe(302);
        (await host.Anonymous().SignIn(user.Email!, AccountHost.Password)).Status.ShouldBe(422);
        (await department.Get($"/admin/users?state=disabled&q={user.Email}")).Html.QuerySelector("main table")!.TextContent.ShouldContain(user.Email!);
        (await department.Submit(card, [], $"{card}/enable")).Status.ShouldBe(302);
        await host.In(user);
        (await department.Get(card)).Html.QuerySelector(".history")!.TextContent.ShouldContain("отключена");
    }

    [Fact]
    public async Task OwnAccount_IsNeitherDisabledNorDemotedByItsOwner()
    {
        var user = await host.Add(Role.Admin);
        var visitor = await host.In(user);
        var card = $"/admin/users/{user.Id}";
        (await visitor.Post($"{card}/disable", [])).Words.ShouldContain("Свою учётную запись отключить нельзя");
        (await visitor.Submit(card, new() { ["Role"] = nameof(Role.Official) }, card)).Words.ShouldContain("Свою роль изменить нельзя");
        (await host.Find(user.Id)).ShouldSatisfyAllConditions(u => u.IsDisabled.ShouldBeFalse(), u => u.Role.ShouldBe(Role.Admin));
        (await visitor.Submit(card, new() { ["Name"] = "Новое Имя Своё" }, card)).Status.ShouldBe(302);
    }

    [Fact]
    public async Task TwoAdmins_WhoDisableEachOtherAtOnce_LeaveOne()
    {
        var (first, second) = (await host.Add(Role.Admin), await host.Add(Role.Admin));
        var (one, two) = (await host.In(first), await host.In(second));
        await OnlyAdmins([first.Id, second.Id], async () =>
        {
            var answers = await Task.WhenAll(one.Post($"/admin/users/{second.Id}/disable", []), two.Post($"/admin/users/{first.Id}/disable", []));
            answers.ShouldAllBe(a => a.Status < 500);
            (await host.Admin(db => db.Users.CountAsync(u => u.Role == Role.Admin && !u.IsDisabled))).ShouldBe(1);
        });
    }

    [Theory, InlineData("disable"), InlineData("demote")]
    public async Task LastAdmin_IsNotLost(string way)
    {
        var (last, helper) = (await host.Add(Role.Admin), await host.Add(Role.Admin));
        var visitor = await host.In(helper);
        // The other admin has no password yet: he could not sign in, and so does not count.
        await host.Change(helper.Id, u => u.PasswordHash = null);
        await OnlyAdmins([last.Id, helper.Id], async () =>
        {
            var card = $"/admin/users/{last.Id}";
            var answer = way == "disable" ? await visitor.Post($"{card}/disable", []) : await visitor.Submit(card, new() { ["Role"] = nameof(Role.Official) }, card);
            answer.Status.ShouldBe(422);
            answer.Html.QuerySelector("main .errors, main .note.error")!.TextContent.ShouldContain("последний действующий администратор");
            (await host.Find(last.Id)).ShouldSatisfyAllConditions(u => u.IsDisabled.ShouldBeFalse(), u => u.Role.ShouldBe(Role.Admin));
        });
    }

    [Fact]
    public async Task Edit_OverSomebodysEdit_ShowsBothVersions_AndLosesNeither()
    {
        var user = await host.Add(Role.Official);
        var visitor = await host.As("department");
        var card = $"/admin/users/{user.Id}";
        var fields = (await visitor.Get(card)).Filled(card);
        await host.Change(user.Id, u => u.DisplayName = "Их Вариант Имени");

        fields["Name"] = "Мой Вариант Имени";
        var answer = await visitor.Post(card, fields);
        answer.Status.ShouldBe(409);
        var conflict = answer.Html.QuerySelector(".note.warning")!.TextContent;
        conflict.ShouldContain("Их Вариант Имени");
        conflict.ShouldContain("Мой Вариант Имени");
        (await host.Find(user.Id)).DisplayName.ShouldBe("Их Вариант Имени");

        (await visitor.Post(card, answer.Filled(card))).Status.ShouldBe(302);
        (await host.Find(user.Id)).DisplayName.ShouldBe("Мой Вариант Имени");
    }

    [Fact]
    public async Task SignIn_IsNoEdit_AndDisturbsNone()
    {
        var user = await host.Add(Role.Official);
        var visitor = await host.As("department");
        var card = $"/admin/users/{user.Id}";
        var fields = (await visitor.Get(card)).Filled(card);
        await host.In(user);
        (await visitor.Post(card, fields)).Status.ShouldBe(302);
    }

    [Fact]
    public async Task Journal_SaysWhoSignedIn_FromWhere_AndWhoEndedIt()
    {
        var user = await host.Add(Role.Official);
        var visitor = await host.In(user);
        await visitor.Post("/account/logout", []);
        await (await host.In(user)).Submit("/account", [], "/account/sessions/end");
        await (await host.In(user)).Submit("/account/password", new() { ["Current"] = AccountHost.Password, ["New"] = "озеро зонт кит", ["Again"] = "озеро зонт кит" });

        var lines = await host.Admin(db => db.Audit.Where(a => a.ActorId == user.Id).OrderBy(a => a.Id).ToListAsync());
        lines.Select(l => l.Action).ShouldBe(
        [
            AuditAction.SignedIn, AuditAction.SignedOut, AuditAction.SignedIn, AuditAction.SessionsEnded, AuditAction.SignedIn, AuditAction.PasswordChanged,
        ]);
        lines.ShouldAllBe(l => l.ActorName == user.DisplayName && l.ActorRole == Role.Official && l.EntityId == $"{user.Id}" && l.RequestId != null);
        (await (await host.As("admin")).Get($"/admin/audit?who={user.Email}")).Words.ShouldContain("новый пароль");
    }

    /// <summary>All other admins out of the way for a while.</summary>
    private async Task OnlyAdmins(int[] admins, Func<Task> act)
    {
        var others = await host.Admin(db => db.Users.Where(u => u.Role == Role.Admin && !u.IsDisabled && !admins.Contains(u.Id)).Select(u => u.Id).ToListAsync());
        foreach (var id in others)
            await host.Change(id, u => u.IsDisabled = true);
        try
        {
            await act();
        }
        finally
        {
            foreach (var id in others)
                await host.Change(id, u => u.IsDisabled = false);
        }
    }
}
