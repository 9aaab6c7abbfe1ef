using System.Net.Http.Headers;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Web.Tests.Formats;
using MentoringPortal.Web.Tests.Hosting;
using MentoringPortal.Web.Tests.Pairs;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Directories;

/// <summary>The department keeps agreements, topics, forms and settings; a school its programmes; curators see of them what they need.</summary>
public sealed class DirectoriesTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Agreement_WithItsScan_IsListed_ExpiringFirst_AndTheScanStaysWithTheDepartment()
    {
        var department = await host.As("department");
        var partner = await host.Db(db => db.PartnerAgreements.Select(a => a.PartnerId).FirstAsync());
        var fields = Agreement(partner, "91-С", validTo: "2026-12-20");
        (await Send(department, "/agreements/new", fields, HostileFiles.Pdf)).IsRedirect.ShouldBeTrue();

        var page = await department.Get("/agreements");
        var first = page.Html.QuerySelector("main tbody tr")!;
        first.TextContent.ShouldContain("№ 91-С");
        first.TextContent.ShouldContain("истекает 20.12.2026");
        page.Words.ShouldContain("истекают в ближайшие 60 дней");
        var scan = first.QuerySelector("a[href^='/files/']")!.GetAttribute("href")!;
        (await department.Get(scan)).Status.ShouldBe(200);
        var curator = await host.As("curator1");
        (await curator.Get("/agreements")).Words.ShouldContain("№ 91-С");
        (await curator.Get("/agreements")).Html.QuerySelector("a[href^='/files/']").ShouldBeNull();
        (await curator.Get(scan)).Status.ShouldBe(404);

        fields["Form.ValidTo"] = "2025-01-01";
        (await Send(department, "/agreements/new", fields, null)).Html.QuerySelector("#Form_ValidTo-error")!.TextContent.ShouldContain("раньше даты");
        var edit = first.QuerySelector("th a")!.GetAttribute("href")!;
        (await department.Get(edit)).Words.ShouldContain("создание: соглашение с партнёром");
    }

    [Fact]
    public async Task Topic_Retired_IsNoLongerOffered_ButStaysWhereItWasChosen_AndTheSameWordsAreRefused()
    {
        var department = await host.As("department");
        var mentee = (await host.Mentees(1))[0];
        (await department.Submit("/topics/new", new() { ["Form.Name"] = "Театр" }, "/topics/new")).IsRedirect.ShouldBeTrue();
        var topic = await host.Db(db => db.Topics.Where(t => t.Name == "Театр").Select(t => t.Id).SingleAsync());
        await host.Db(async db =>
        {
            var row = await db.Mentees.Include(m => m.Topics).SingleAsync(m => m.Id == mentee);
            row.Choose([topic]);
            return await db.SaveChangesAsync();
        });
        var curator = await host.As("curator1");
        (await curator.Get("/people/new?bank=mentees")).Words.ShouldContain("Театр");
        (await department.Submit($"/topics/{topic}/edit", new() { ["Form.IsActive"] = "false" }, $"/topics/{topic}/edit")).IsRedirect.ShouldBeTrue();
        (await curator.Get("/people/new?bank=mentees")).Words.ShouldNotContain("Театр");
        (await curator.Get($"/matching/{mentee}")).Words.ShouldContain("Запрос: Театр");
        (await department.Submit("/topics/new", new() { ["Form.Name"] = "театр" }, "/topics/new")).Html.QuerySelector("#Form_Name-error")!.TextContent.ShouldContain("уже есть");
    }

    [Fact]
    public async Task LocalForm_IsMappedToACanonicalOne_AndTheFiveStayAsTheyAre()
    {
        var department = await host.As("department");
        (await department.Submit("/forms/new", new() { ["Form.Name"] = "родитель–ученик", ["Form.MentorKind"] = "Specialist", ["Form.MenteeKind"] = "Pupil", ["Form.CountsAsId"] = "4" }, "/forms/new")).IsRedirect.ShouldBeTrue();
        (await department.Get("/forms")).Words.ShouldContain("родитель–ученик обучающиеся специалист предприятия или иной взрослый обучающийся как «работодатель–ученик»");
        (await department.Submit("/forms/new", new() { ["Form.Name"] = "ещё одна", ["Form.CountsAsId"] = "6" }, "/forms/new")).Status.ShouldBe(422, "a local form counts as one of the five");
        (await department.Get("/forms/1/edit")).Status.ShouldBe(404);
        (await (await host.As("curator1")).Get("/pairs/new")).Words.ShouldContain("родитель–ученик");
    }

    [Fact]
    public async Task Settings_Saved_ChangeTheOrderOfSuggestions_AndTheOlderPageMeetsTheNewer()
    {
        var department = await host.As("department");
        var opened = await department.Get("/settings");
        (await department.Submit("/settings", new() { ["Form.TopicPoints"] = "7", ["Form.AgeBands"] = "11–18, 15-18" }, "/settings")).IsRedirect.ShouldBeTrue();
        var settings = await host.Db(db => db.Settings.SingleAsync());
        (settings.Weights.Topic, string.Join(", ", settings.AgeBands)).ShouldBe((7, "11–18, 15–18"));
        (await department.Get("/settings")).Words.ShouldContain("изменение: настройки");
        (await department.Post("/settings", opened.Filled("/settings"))).Status.ShouldBe(409);
        (await department.Submit("/settings", new() { ["Form.AgeBands"] = "взрослые" }, "/settings")).Html.QuerySelector("#Form_AgeBands-error")!.TextContent.ShouldContain("10–18, 15–18");
    }

    [Fact]
    public async Task Programme_OfASchool_IsChosenForAPair_AndNotSeenByAnotherSchool()
    {
        var (curator, other) = (await host.As("curator1"), await host.As("curator2"));
        (await curator.Submit("/programmes/new", new() { ["Form.Name"] = "Первый год в лицее", ["Form.FormId"] = "1", ["Form.ExpertOpinion"] = "Рассмотрена советом" }, "/programmes/new")).IsRedirect.ShouldBeTrue();
        var programme = await host.Db(db => db.Programmes.SingleAsync(p => p.Name == "Первый год в лицее"));
        (await curator.Get("/programmes")).Words.ShouldContain("Первый год в лицее обучающиеся, ученик–ученик");
        (await other.Get("/programmes")).Words.ShouldNotContain("Первый год в лицее");
        (await other.Get($"/programmes/{programme.Id}/edit")).Status.ShouldBe(404);

        var fields = PairsDesk.NewPair((await host.Mentors(1, 1))[0], (await host.Mentees(1))[0]);
        fields["Form.ProgrammeId"] = $"{programme.Id}";
        var made = await curator.Submit("/pairs/new?formId=1", fields, "/pairs/new");
        (await curator.Follow(made)).Words.ShouldContain("Первый год в лицее");
        var foreign = await host.Db(async db =>
        {
            var school = await db.Organizations.Where(o => o.ShortName == "Школа № 7").Select(o => o.Id).SingleAsync();
            var row = new Programme(school) { Name = "Чужая", FormId = 1 };
            db.Programmes.Add(row);
            await db.SaveChangesAsync();
            return row.Id;
        });
        fields = PairsDesk.NewPair((await host.Mentors(1, 1))[0], (await host.Mentees(1))[0]);
        fields["Form.ProgrammeId"] = $"{foreign}";
        (await curator.Submit("/pairs/new?formId=1", fields, "/pairs/new")).Status.ShouldBe(422);
    }

    [Fact]
    public async Task Mentee_WithoutAMentor_IsSupportedBySomebodyMeanwhile_WithHistory()
    {
        var curator = await host.As("curator1");
        var mentee = (await host.Mentees(1))[0];
        var action = $"/matching/{mentee}/support";
        (await curator.Submit($"/matching/{mentee}", new() { ["Form.SupportedBy"] = "Классный руководитель", ["Form.SupportedSince"] = "2026-12-01" }, action)).Status.ShouldBe(422, "a day to come");
        (await curator.Submit($"/matching/{mentee}", new() { ["Form.SupportedBy"] = "Классный руководитель", ["Form.SupportedSince"] = "2026-11-02" }, action)).IsRedirect.ShouldBeTrue();
        (await curator.Get("/matching?size=100")).Words.ShouldContain("Классный руководитель, с 02.11.2026");
        var person = await host.Db(db => db.Mentees.Where(m => m.Id == mentee).Select(m => m.PersonId).SingleAsync());
        (await curator.Get($"/people/{person}")).Words.ShouldContain("кто поддерживает до подбора наставника");
        (await (await host.As("curator2")).Post(action, new Dictionary<string, string> { ["Form.SupportedBy"] = "Чужой" })).Status.ShouldBe(404);
    }

    private static Dictionary<string, string> Agreement(int partner, string number, string validTo) => new(StringComparer.Ordinal)
    {
        ["Form.PartnerId"] = $"{partner}",
        ["Form.Subject"] = "Наставничество",
        ["Form.Number"] = number,
        ["Form.Date"] = "2026-01-10",
        ["Form.ValidTo"] = validTo,
    };

    private static async Task<Answer> Send(Visitor visitor, string path, Dictionary<string, string> fields, byte[]? pdf)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        content.Add(new StringContent(await visitor.Token()), "__RequestVerificationToken");
        if (pdf is not null)
        {
            var file = new ByteArrayContent(pdf);
            file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
            content.Add(file, "Form.File", "соглашение.pdf");
        }
        return await Answer.Of(await visitor.Client.PostAsync(path, content));
    }
}
