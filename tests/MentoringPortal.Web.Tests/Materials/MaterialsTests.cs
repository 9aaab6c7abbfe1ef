using System.Net.Http.Headers;
using MentoringPortal.Data;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Web.Tests.Formats;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Materials;

/// <summary>Materials for mentors: the department's are everybody's, a school's its own, and what was taken off opens no more.</summary>
public sealed class MaterialsTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Help_OfAMentor_IsWhatAMentorDoes()
    {
        (await (await host.As("mentor1")).Get("/help")).Html.QuerySelectorAll("main .tasks a").Select(a => a.GetAttribute("href")).ShouldBe(["/help/start", "/help/surveys", "/help/meetings", "/help/materials", "/help/privacy"], ignoreOrder: true);
        (await (await host.As("curator1")).Get("/help")).Html.QuerySelector("main a[href='/help/people-import']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Material_OfTheDepartment_IsEverybodys_OfASchool_ItsOwn()
    {
        var (department, curator) = (await host.As("department"), await host.As("curator1"));
        var (common, own) = (await Publish(department, "Памятка для всех"), await Publish(curator, "Памятка лицея <script>"));
        var expected = new Dictionary<string, bool> { ["curator1"] = true, ["mentor1"] = true, ["department"] = true, ["curator2"] = false };
        foreach (var (login, seesOwn) in expected)
        {
            var visitor = await host.As(login);
            var page = await visitor.Get("/materials");
            page.Words.ShouldContain("Памятка для всех", customMessage: login);
            page.Words.Contains("Памятка лицея <script>", StringComparison.Ordinal).ShouldBe(seesOwn, login);
            (await visitor.Get(await FileOf(common))).Status.ShouldBe(200, login);
            (await visitor.Get(await FileOf(own))).Status.ShouldBe(seesOwn ? 200 : 404, login);
        }
        (await (await host.As("official")).Get("/materials")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Material_IsTakenOff_ByWhoPutItUp_AndOpensNoMore()
    {
        var curator = await host.As("curator1");
        var id = await Publish(curator, "Убираемая памятка");
        var file = await FileOf(id);
        foreach (var stranger in new[] { "curator2", "department" })
            (await (await host.As(stranger)).Post($"/materials/{id}/remove", new Dictionary<string, string>())).Status.ShouldBe(404, stranger);
        (await curator.Get(file)).Status.ShouldBe(200);
        (await curator.Get($"/materials/{id}/remove")).Words.ShouldContain("История (1)");
        (await curator.Submit($"/materials/{id}/remove", [], $"/materials/{id}/remove")).Location.ShouldBe("/materials");
        (await curator.Get("/materials")).Words.ShouldNotContain("Убираемая памятка");
        (await curator.Get(file)).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("", "Приложите файл или укажите ссылку")]
    [InlineData("javascript:alert(1)", "Ссылка начинается с https://")]
    [InlineData("file:///etc/passwd", "Ссылка начинается с https://")]
    public async Task Create_WithNothingToOpen_IsRefused(string link, string words)
    {
        var curator = await host.As("curator1");
        var answer = await curator.Submit("/materials/new", new() { ["Form.Title"] = "Пустая памятка", ["Form.Link"] = link }, "/materials/new");
        answer.Status.ShouldBe(422);
        answer.Words.ShouldContain(words);
        (await host.Db(db => db.Materials.CountAsync(m => m.Title == "Пустая памятка"))).ShouldBe(0);
    }

    [Fact]
    public async Task List_ByForm_HoldsWhatIsForAnyFormToo()
    {
        var curator = await host.As("curator1");
        foreach (var (title, form) in new[] { ("Для формы один", "1"), ("Для формы два", "2"), ("Для любой формы", "") })
            (await curator.Submit("/materials/new", new() { ["Form.Title"] = title, ["Form.Link"] = "https://example.org/a", ["Form.FormId"] = form }, "/materials/new")).Location.ShouldBe("/materials");
        var page = await curator.Get("/materials?form=1");
        page.Words.ShouldContain("Для формы один");
        page.Words.ShouldContain("Для любой формы");
        page.Words.ShouldNotContain("Для формы два");
    }

    [Fact]
    public async Task Scope_OfAMentor_ReadsHisSchoolsMaterials_AndWritesNone()
    {
        var material = await Publish(await host.As("curator1"), "Памятка одной школы");
        var (school, other) = await host.Db(async db => (await db.Organizations.Where(o => o.ShortName == "Лицей № 3").Select(o => o.Id).SingleAsync(),
            await db.Organizations.Where(o => o.ShortName == "Школа № 7").Select(o => o.Id).SingleAsync()));
        await using var stranger = TestScope.For(host.Services, new Actor(1, "Тест", Role.Mentor, other));
        (await stranger.Materials.CountAsync(m => m.Id == material)).ShouldBe(0);
        (await stranger.Files.CountAsync(f => f.MaterialId == material)).ShouldBe(0);
        await using var db = TestScope.For(host.Services, new Actor(1, "Тест", Role.Mentor, school));
        (await db.Materials.CountAsync(m => m.Id == material)).ShouldBe(1);
        (await db.Files.CountAsync(f => f.MaterialId == material)).ShouldBe(1);
        db.Add(new Material(school) { Title = "Чужая памятка" });
        await Should.ThrowAsync<ScopeException>(() => db.SaveChangesAsync());
    }

    private async Task<string> FileOf(int materialId) => $"/files/{await host.Db(db => db.Files.Where(f => f.MaterialId == materialId).Select(f => f.Id).SingleAsync())}";

    private async Task<int> Publish(Visitor visitor, string title)
    {
        using var file = new ByteArrayContent(HostileFiles.Pdf);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var content = new MultipartFormDataContent
        {
            { new StringContent(await visitor.Token()), "__RequestVerificationToken" }, { new StringContent(title), "Form.Title" }, { file, "Form.File", "памятка.pdf" },
        };
        (await Answer.Of(await visitor.Client.PostAsync("/materials/new", content))).Location.ShouldBe("/materials");
        return await host.Db(db => db.Materials.Where(m => m.Title == title).Select(m => m.Id).SingleAsync());
    }
}
