using MentoringPortal.Data;
using MentoringPortal.Domain.Orders;
using MentoringPortal.Web.Tests.Account;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MentoringPortal.Web.Tests.Concurrency;

/// <summary>Of many who save the same thing at once one wins, and the others are told so in a sentence: no error page, no second row.</summary>
[Collection(AccountCollection.Name)]
public sealed class SimultaneousSavesTests(AccountHost host)
{
    private const int AtOnce = 20;

    [Fact]
    public async Task OneAddress_MakesOneAccount()
    {
        var answers = await Post("/admin/users/new", _ => "/admin/users/new", new() { ["Email"] = "one@demo.example", ["Name"] = "Единственная Яна Яновна", ["Role"] = nameof(Role.Official) });
        OneWins(answers, "Учётная запись с этой почтой уже есть.", "Email");
        (await host.Admin(db => db.Users.CountAsync(u => u.Email == "one@demo.example"))).ShouldBe(1);
    }

    [Fact]
    public async Task OneName_MakesOneOrganization()
    {
        var answers = await Post("/organizations/new", _ => "/organizations/new", new() { ["Kind"] = "School", ["ShortName"] = "Школа одна", ["FullName"] = "Единственная школа" });
        OneWins(answers, "Организация с таким кратким названием уже есть.", "ShortName");
        (await host.Admin(db => db.Organizations.CountAsync(o => o.ShortName == "Школа одна"))).ShouldBe(1);
    }

    [Fact]
    public async Task OneNumber_IsGivenToOnePaper()
    {
        var papers = await host.Db(async db =>
        {
            var drafts = Enumerable.Range(0, AtOnce).Select(i => new Order { Kind = OrderKind.Order, Title = $"О соревновании {i}", CreatedAt = host.Time.GetUtcNow().UtcDateTime }).ToList();
            db.Orders.AddRange(drafts);
            await db.SaveChangesAsync();
            return drafts.ConvertAll(d => d.Id);
        });
        var answers = await Post($"/orders/{papers[0]}/register", i => $"/orders/{papers[i]}/register", new() { ["Number"] = "777-о", ["Date"] = "2026-11-20", ["Version"] = "0" });
        OneWins(answers, "уже зарегистрирован", "Number");
        (await host.Db(db => db.Orders.CountAsync(o => o.Number == "777-о"))).ShouldBe(1);
    }

    [Fact]
    public async Task Button_PressedByManyAtOnce_IsNoServerError()
    {
        var user = await host.Add(Role.Official);
        var path = $"/admin/users/{user.Id}/disable";
        var answers = await Post("/admin/users", _ => path, []);
        answers.ShouldAllBe(a => a.Status == 302 || a.Status == 409);
        answers.ShouldContain(a => a.Status == 302);
        answers.Where(a => a.Status == 409).ShouldAllBe(a => a.Words.Contains("запись изменил кто-то другой", StringComparison.Ordinal));
        (await host.Find(user.Id)).IsDisabled.ShouldBeTrue();
    }

    [Fact]
    public void UniqueIndex_HasItsWords()
    {
        using var scope = host.Services.CreateScope();
        using var db = TestScope.Department(scope.ServiceProvider);
        var unique = db.Model.GetEntityTypes().SelectMany(t => t.GetDeclaredIndexes()).Where(i => i.IsUnique).ToList();
        unique.Count.ShouldBeGreaterThan(7);
        unique.Where(i => UniqueRules.Of(i) is null).Select(i => i.GetDatabaseName()).ShouldBeEmpty();
    }

    /// <summary>Many windows, not one form sent many times: that is done once.</summary>
    private async Task<Answer[]> Post(string page, Func<int, string> path, Dictionary<string, string> fields)
    {
        var visitor = await host.As("department");
        var token = await visitor.Token();
        (await visitor.Get(page)).Status.ShouldBe(200);
        return await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(i => visitor.Post(path(i), [.. fields, new("__RequestVerificationToken", token), new("Window", $"{i}")])));
    }

    private static void OneWins(Answer[] answers, string words, string field)
    {
        answers.Count(a => a.IsRedirect).ShouldBe(1, string.Join(", ", answers.Select(a => a.Status)));
        foreach (var loser in answers.Where(a => !a.IsRedirect))
        {
            loser.Status.ShouldBe(422);
            loser.Html.QuerySelector(".errors")!.TextContent.ShouldContain(words);
            loser.Html.QuerySelector($"#{field}-error").ShouldNotBeNull();
        }
    }
}
