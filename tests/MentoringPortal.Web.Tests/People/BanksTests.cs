using MentoringPortal.Data;
using MentoringPortal.Data.Audit;
using MentoringPortal.Domain.Consents;
using MentoringPortal.Domain.People;
using MentoringPortal.Web.Tests.Hosting;
using MentoringPortal.Web.Tests.Pairs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MentoringPortal.Web.Tests.People;

/// <summary>A curator keeps the banks of his school; the department sees what the table allows.</summary>
public sealed class BanksTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static Dictionary<string, string> Pupil(string surname, string given = "Глеб") => new(StringComparer.Ordinal)
    {
        ["Form.Person.Surname"] = surname,
        ["Form.Person.Given"] = given,
        ["Form.Person.Kind"] = "Pupil",
        ["Form.Person.BirthDate"] = "2012-05-06",
        ["Form.Person.ClassName"] = "7 б",
        ["Form.Mentee.Request"] = "Подтянуть математику",
        ["Form.Mentee.EnteredOn"] = "2026-10-01",
    };

    [Fact]
    public async Task Add_Mentee_StandsInTheBank_WithItsHistory()
    {
        var curator = await host.As("curator1");
        var answer = await curator.Submit("/people/new?bank=mentees", Pupil("Серёгин"), "/people/new");
        answer.IsRedirect.ShouldBeTrue(answer.Words);
        var card = await curator.Follow(answer);
        card.Words.ShouldContain("Серёгин Глеб");
        card.Words.ShouldContain("7 Б класс");
        card.Words.ShouldContain("Подтянуть математику");
        card.Words.ShouldContain("создание: наставляемый");
        (await curator.Get("/mentees?Q=СЕРЕГИН")).Words.ShouldContain("Серёгин Глеб");
        (await host.Db(db => db.Audit.AnyAsync(a => a.Action == AuditAction.Viewed && a.Entity == nameof(Person)))).ShouldBeTrue("the opening of a card is on record");
    }

    [Fact]
    public async Task Add_WithoutABirthDate_ComesBackWithEverythingTyped()
    {
        var curator = await host.As("curator1");
        var form = Pupil("Безродный");
        form["Form.Person.BirthDate"] = "";
        var answer = await curator.Submit("/people/new?bank=mentees", form, "/people/new");
        answer.Status.ShouldBe(422);
        answer.Html.QuerySelector("#Form_Person_BirthDate-error")!.TextContent.ShouldContain("дату рождения");
        answer.Text.ShouldContain("value=\"Безродный\"");
        (await host.Db(db => db.People.AnyAsync(p => p.Surname == "Безродный"))).ShouldBeFalse();
        var empty = await curator.Submit("/people/new?bank=mentees", [], "/people/new");
        empty.Html.QuerySelectorAll("#errors li").Select(e => e.TextContent.Trim()).ShouldBe(["Заполните поле «Фамилия».", "Заполните поле «Имя».", "Заполните поле «Кто»."], "as the fields follow each other");
        empty.Html.QuerySelectorAll("#errors a").ShouldAllBe(a => empty.Html.GetElementById(a.GetAttribute("href")!.TrimStart('#')) != null, "each message leads to its field");
    }

    [Fact]
    public async Task Add_ANamesake_ShowsHimFirst_AndAddsWhenToldThatHeIsAnother()
    {
        var curator = await host.As("curator1");
        await curator.Submit("/people/new?bank=mentees", Pupil("Ёжиков"), "/people/new");
        var form = Pupil("ежиков");
        var answer = await curator.Submit("/people/new?bank=mentees", form, "/people/new");
        answer.Status.ShouldBe(422);
        answer.Words.ShouldContain("Возможно, это тот же человек");
        answer.Words.ShouldContain("06.05.2012");
        form["Form.IsAnother"] = "true";
        (await curator.Submit("/people/new?bank=mentees", form, "/people/new")).IsRedirect.ShouldBeTrue();
        (await host.Db(db => db.People.CountAsync(p => p.NameKey == "ЕЖИКОВ ГЛЕБ"))).ShouldBe(2);
        var other = await host.As("curator2");
        (await other.Submit("/people/new?bank=mentees", Pupil("Ёжиков"), "/people/new")).IsRedirect.ShouldBeTrue("another school is told nothing");
    }

    [Fact]
    public async Task Department_SeesInitials_UntilItSaysWhy()
    {
        var curator = await host.As("curator1");
        var address = (await curator.Submit("/people/new?bank=mentees", Pupil("Заветный", "Яков"), "/people/new")).Location!;
        var department = await host.As("department");
        var card = await department.Get(address);
        card.Words.ShouldContain("З. Я.");
        card.Words.ShouldNotContain("Заветный");
        var refused = await department.Submit(address, new() { ["Reason"] = "" }, address + "/reveal");
        refused.Status.ShouldBe(422);
        refused.Html.QuerySelector("details[open] #Reason").ShouldNotBeNull("the field that is to be filled in is in sight");
        var shown = await department.Submit(address, new() { ["Reason"] = "Запрос прокуратуры" }, address + "/reveal");
        shown.Words.ShouldContain("Заветный Яков");
        shown.Words.ShouldNotContain("Подтянуть математику");
        (await host.Db(db => db.Audit.AnyAsync(a => a.Action == AuditAction.Revealed && a.Detail == "Запрос прокуратуры"))).ShouldBeTrue();
        (await department.Get("/mentees?Q=Заветный")).Words.ShouldContain("Найдено: 0");
    }

    [Fact]
    public async Task Edit_OfACardChangedMeanwhile_ShowsBothVersions()
    {
        var curator = await host.As("curator1");
        var address = (await curator.Submit("/people/new?bank=mentees", Pupil("Двойнов"), "/people/new")).Location!;
        var first = (await curator.Get(address + "/edit")).Filled();
        var second = new Dictionary<string, string>(first) { ["Form.Person.Contact"] = "8 (000) 000-00-02" };
        first["Form.Person.Contact"] = "8 (000) 000-00-01";
        (await curator.Post(address + "/edit", first)).IsRedirect.ShouldBeTrue();
        var answer = await curator.Post(address + "/edit", second);
        answer.Status.ShouldBe(409);
        answer.Text.ShouldContain("000-00-01");
        answer.Text.ShouldContain("000-00-02");
    }

    [Fact]
    public async Task Leave_WithACurrentPair_IsRefused()
    {
        var curator = await host.As("curator1");
        var busy = await host.Db(db => db.Pairs.Where(p => p.State == Domain.Pairs.PairState.Active && p.Organization!.ShortName == "Лицей № 3")
            .SelectMany(p => p.Mentees).Where(m => m.To == null).Select(m => m.Mentee!.PersonId).FirstAsync());
        var answer = await curator.Submit($"/people/{busy}/leave", [], null);
        answer.Status.ShouldBe(422);
        answer.Words.ShouldContain("Сначала завершите пары");
    }

    [Fact]
    public async Task MunicipalBase_LendsAMentor_AcrossOrganizations()
    {
        var owner = await host.As("curator1");
        var address = (await owner.Submit("/people/new?bank=mentors", new()
        {
            ["Form.Person.Surname"] = "Щедрая",
            ["Form.Person.Given"] = "Инна",
            ["Form.Person.Kind"] = "Teacher",
            ["Form.Person.Contact"] = "8 (000) 111-11-11",
            ["Form.Mentor.Capacity"] = "3",
            ["Form.Mentor.Competences"] = "Робототехника",
        }, "/people/new")).Location!;
        var mentorId = await host.Db(db => db.Mentors.Where(m => m.Person!.Surname == "Щедрая").Select(m => m.Id).SingleAsync());
        (await owner.Submit($"/mentors/{mentorId}/offer", new() { ["Form.Places"] = "2" })).IsRedirect.ShouldBeTrue();

        var asker = await host.As("curator2");
        var list = await asker.Get("/mentors?scope=municipal&Q=Щедрая");
        list.Words.ShouldContain("Щедрая Инна");
        list.Words.ShouldContain("Лицей № 3");
        list.Words.ShouldNotContain("111-11-11");
        (await asker.Get(address)).Status.ShouldBe(404, "the card stays in its school");
        (await asker.Submit($"/mentors/{mentorId}/request", new() { ["Form.Places"] = "3" })).Status.ShouldBe(422);
        (await asker.Submit($"/mentors/{mentorId}/request", new() { ["Form.Places"] = "2", ["Form.Message"] = "Нужен кружок" })).IsRedirect.ShouldBeTrue();

        var request = await host.Db(db => db.MentorRequests.Where(r => r.Offer!.MentorId == mentorId).Select(r => r.Id).SingleAsync());
        (await asker.Post($"/mentors/requests/{request}/accept", [])).Status.ShouldBe(404, "nobody accepts his own request");
        (await owner.Get("/mentors/requests")).Words.ShouldContain("Школа № 7: Щедрая Инна");
        (await asker.Get("/mentors/requests")).Words.ShouldContain("Щедрая Инна, Лицей № 3", Case.Sensitive, "no space before the comma");
        (await owner.Post($"/mentors/requests/{request}/accept", [])).IsRedirect.ShouldBeTrue();
        (await asker.Get("/mentors/requests")).Words.ShouldContain("111-11-11", Case.Sensitive, "after acceptance the contact is known");
        (await Places(mentorId)).ShouldBe([1, 2]);

        // Taken back unused: offered again, and the other school's name of him is gone.
        (await owner.Post($"/mentors/requests/{request}/return", [])).IsRedirect.ShouldBeTrue();
        (await Places(mentorId)).ShouldBe([3]);
        (await host.Db(db => db.MentorOffers.Where(o => o.MentorId == mentorId).Select(o => o.Places).SingleAsync())).ShouldBe(2);
        (await asker.Get("/pairs/new?formId=6")).Words.ShouldNotContain("Щедрая");
    }

    /// <summary>What is lent comes back, what is withdrawn is answered, and a mentor who leaves is missed where he was lent to; neither side opens the other's card.</summary>
    [Fact]
    public async Task LentMentor_ComesBack_IsAnswered_AndIsMissed()
    {
        var owner = await host.As("curator1");
        var address = (await owner.Submit("/people/new?bank=mentors", new()
        {
            ["Form.Person.Surname"] = "Уступчивая",
            ["Form.Person.Given"] = "Инна",
            ["Form.Person.Kind"] = "Teacher",
            ["Form.Person.Contact"] = "8 (000) 222-22-22",
            ["Form.Mentor.Capacity"] = "3",
            ["Form.Mentor.EnteredOn"] = "2026-10-01",
        }, "/people/new")).Location!;
        var mentorId = await host.Db(db => db.Mentors.Where(m => m.Person!.Surname == "Уступчивая").Select(m => m.Id).SingleAsync());
        (await owner.Submit($"/mentors/{mentorId}/offer", new() { ["Form.Places"] = "3" })).IsRedirect.ShouldBeTrue();
        var asker = await host.As("curator2");
        (await asker.Submit($"/mentors/{mentorId}/request", new() { ["Form.Places"] = "2" })).IsRedirect.ShouldBeTrue();
        (await asker.Submit($"/mentors/{mentorId}/request", new() { ["Form.Places"] = "1", ["Form.Message"] = "И ещё одного" })).IsRedirect.ShouldBeTrue();
        var requests = await host.Db(db => db.MentorRequests.Where(r => r.Offer!.MentorId == mentorId).OrderBy(r => r.Id).Select(r => r.Id).ToListAsync());
        (await owner.Post($"/mentors/requests/{requests[0]}/accept", [])).IsRedirect.ShouldBeTrue();
        var mentee = (await host.Mentees(1, school: "Школа № 7"))[0];
        var draft = await asker.Submit("/pairs/new?formId=6", new(PairsDesk.NewPair(mentorId, mentee, "2026-11-20")) { ["Form.FormId"] = "6" }, "/pairs/new");
        draft.IsRedirect.ShouldBeTrue(draft.Words);

        // His own consent is his school's to take: the other one learns whether it holds, and nothing else of the paper.
        (await asker.Fix(draft.Location!)).Words.ShouldContain("Уступчивая И. – собственное согласие, его берёт организация наставника");
        await host.Db(async db =>
        {
            var mentor = await db.Mentors.Include(m => m.Person!.Consents).SingleAsync(m => m.Id == mentorId);
            mentor.Person!.Consents.Add(new Consent(mentor.Person, ConsentKind.Processing, new DateOnly(2026, 10, 1), hasOwnLine: true, PairsDesk.Today));
            return await db.SaveChangesAsync();
        });
        (await asker.Fix(draft.Location!)).Words.ShouldNotContain("собственное согласие");
        await host.Db(async db =>
        {
            var pupil = await db.People.SingleAsync(p => p.Mentee!.Id == mentee);
            pupil.Consents.Add(new Consent(pupil, ConsentKind.Transfer, new DateOnly(2026, 10, 1), hasOwnLine: true, PairsDesk.Today));
            return await db.SaveChangesAsync();
        });
        (await asker.Fix(draft.Location!)).IsRedirect.ShouldBeTrue();

        // Withdrawn at home, it hides the pair there; given anew, it opens it.
        var consent = await host.Db(db => db.Consents.Where(c => c.Person!.Mentor!.Id == mentorId).Select(c => c.Id).SingleAsync());
        (await owner.Submit($"/consents/{consent}/withdraw", [])).IsRedirect.ShouldBeTrue();
        (await host.Pair(draft.Location!)).UnconfirmedUntil.ShouldBe(PairsDesk.Today.AddDays(-1));
        (await asker.Get("/reminders")).Html.QuerySelectorAll("#consentover a").Select(a => a.GetAttribute("href")).ShouldContain(draft.Location);
        await host.Db(async db =>
        {
            var mentor = await db.Mentors.Include(m => m.Person!.Consents).SingleAsync(m => m.Id == mentorId);
            mentor.Person!.Consents.Add(new Consent(mentor.Person, ConsentKind.Processing, PairsDesk.Today, hasOwnLine: true, PairsDesk.Today));
            return await db.SaveChangesAsync();
        });
        await host.Services.GetRequiredService<Housekeeping>().ReviewConsents();
        (await host.Pair(draft.Location!)).UnconfirmedUntil.ShouldBeNull();

        // Withdrawn: the one who waits is told so, and keeps what was accepted; the owner accepts no more.
        (await owner.Post($"/mentors/{mentorId}/withdraw", [])).IsRedirect.ShouldBeTrue();
        var seen = await asker.Get("/mentors/requests");
        seen.Words.ShouldContain("Предложение отозвано");
        seen.Words.ShouldContain("222-22-22");
        var late = await owner.Post($"/mentors/requests/{requests[1]}/accept", []);
        late.Status.ShouldBe(422);
        late.Words.ShouldContain("Предложение отозвано: запрос уже не принять");

        // Of two lent places one is used: the other comes back, once.
        (await asker.Post($"/mentors/requests/{requests[0]}/return", [])).Status.ShouldBe(404, "they are not his to take");
        (await owner.Get("/mentors/requests")).Words.ShouldContain("Забрать свободные места: 1");
        (await owner.Post($"/mentors/requests/{requests[0]}/return", [])).IsRedirect.ShouldBeTrue();
        (await owner.Post($"/mentors/requests/{requests[0]}/return", [])).Words.ShouldContain("Забрать нечего");
        (await Places(mentorId)).ShouldBe([1, 2]);

        // His own school lets him go; the other one is told of it.
        (await owner.Submit($"{address}/leave", new() { ["Form.LastDay"] = "2027-01-01" })).Words.ShouldContain("ещё не наступил");
        (await owner.Get($"{address}/leave")).Words.ShouldContain("отдан другим организациям");
        (await owner.Submit($"{address}/leave", [])).IsRedirect.ShouldBeTrue();
        var ladder = await asker.Get("/reminders");
        ladder.Html.QuerySelectorAll("#mentorleft a").Select(a => a.GetAttribute("href")).ShouldContain(draft.Location);
        (await asker.Get(draft.Location!)).Words.ShouldContain("Наставник выбыл");
        (await asker.Get(address)).Status.ShouldBe(404);
        (await owner.Get(draft.Location!)).Status.ShouldBe(404);
        (await owner.Get("/reminders")).Html.QuerySelectorAll("#mentorleft a").ShouldBeEmpty();

        // The pair is over, the place comes home, and the other school sees of him no more than its request.
        (await asker.Submit($"{draft.Location}/end", new() { ["Form.Reason"] = "Наставник выбыл" })).IsRedirect.ShouldBeTrue();
        (await owner.Post($"/mentors/requests/{requests[0]}/return", [])).IsRedirect.ShouldBeTrue();
        (await Places(mentorId)).ShouldBe([0, 3]);
        seen = await asker.Get("/mentors/requests");
        seen.Words.ShouldContain("места возвращены");
        seen.Words.ShouldNotContain("222-22-22");
    }

    private Task<List<int>> Places(int mentorId) => host.Db(db => db.MentorAvailabilities.Where(a => a.MentorId == mentorId).Select(a => a.Places).OrderBy(p => p).ToListAsync());

    [Fact]
    public async Task Capacity_BelowWhatIsTaken_IsRefusedBesideItsField()
    {
        const int taken = 2;
        var personId = await host.Db(db => db.Mentors.Where(m => m.Person!.Organization!.ShortName == "Лицей № 3" && m.Pairs.Any(x => x.To == null && x.Pair!.Mentees.Count(e => e.To == null) == taken))
            .OrderBy(m => m.Id).Select(m => m.PersonId).FirstAsync());
        var answer = await (await host.As("curator1")).Submit($"/people/{personId}/mentor", new() { ["Form.Mentor.Capacity"] = $"{taken - 1}" }, $"/people/{personId}/mentor");
        answer.Status.ShouldBe(422);
        answer.Html.QuerySelector("#Form_Mentor_Capacity-error")!.TextContent.ShouldContain($"своими наставляемыми {taken}");
    }

    /// <summary>A partner has no account: the department answers for it, and its agreement lets its mentor into a pair.</summary>
    [Fact]
    public async Task PartnersMentor_OnceLent_EntersAPair()
    {
        var (mentorId, partnerId) = await host.Db(async db => await db.Mentors.Where(m => m.Person!.Kind == PersonKind.Specialist && m.IsOffered).OrderBy(m => m.Id)
            .Select(m => new ValueTuple<int, int>(m.Id, m.PartnerId!.Value)).FirstAsync());
        var school = await host.As("curator2");
        (await school.Submit($"/mentors/{mentorId}/request", new() { ["Form.Places"] = "1" }, $"/mentors/{mentorId}/request")).IsRedirect.ShouldBeTrue();
        var request = await host.Db(db => db.MentorRequests.Where(r => r.Offer!.MentorId == mentorId).Select(r => r.Id).SingleAsync());
        (await (await host.As("department")).Post($"/mentors/requests/{request}/accept", [])).IsRedirect.ShouldBeTrue();

        var menteeId = await host.Db(db => db.Mentees.Where(m => m.Person!.Organization!.ShortName == "Школа № 7" && m.Person.Kind == PersonKind.Pupil && m.Pairs.Count == 0).Select(m => m.Id).FirstAsync());
        Dictionary<string, string> pair = new() { ["Form.FormId"] = "4", ["Form.MentorId"] = $"{mentorId}", ["Form.Mentees"] = $"{menteeId}", ["Form.From"] = "2026-11-22", ["Form.To"] = "2027-05-31" };
        var draft = await school.Post("/pairs/new", pair);
        draft.IsRedirect.ShouldBeTrue(draft.Words);

        var others = await host.Db(db => db.Mentees.Where(m => m.Person!.Organization!.ShortName == "Школа № 7" && m.Person.Kind == PersonKind.Pupil && m.Pairs.Count == 0).Select(m => m.Id).FirstAsync());
        var full = await school.Post("/pairs/new", new(pair) { ["Form.Mentees"] = $"{others}" });
        full.Status.ShouldBe(422);
        full.Words.ShouldContain("занято мест: 1 из 1");
        await host.Db(async db =>
        {
            foreach (var agreement in await db.PartnerAgreements.Where(a => a.PartnerId == partnerId).ToListAsync())
                agreement.ValidTo = new DateOnly(2026, 11, 1);
            var pupil = await db.People.SingleAsync(p => p.Mentee!.Id == menteeId);
            foreach (var kind in new[] { ConsentKind.Processing, ConsentKind.Transfer })
                pupil.Consents.Add(new Consent(pupil, kind, new DateOnly(2026, 10, 1), hasOwnLine: true, PairsDesk.Today));
            return await db.SaveChangesAsync();
        });
        var order = await school.PostAll("/pairs/fix", [new("Form.Pairs", draft.Location!.Split('/')[^1]), new("Form.OrderNumber", "12-н"), new("Form.OrderDate", "2026-11-22")]);
        order.Status.ShouldBe(422);
        order.Words.ShouldContain("нет действующего соглашения", Case.Sensitive, "it ran out while the draft waited");
        (await school.Post("/pairs/new", new(pair) { ["Form.Mentees"] = $"{others}" })).Words.ShouldContain("Нет действующего соглашения");
    }

    [Fact]
    public async Task Export_HoldsWhatTheListShows()
    {
        var curator = await host.As("curator1");
        await curator.Submit("/people/new?bank=mentees", Pupil("Выгрузкин"), "/people/new");
        var file = await curator.Get("/mentees/export.xlsx?Q=Выгрузкин");
        file.Status.ShouldBe(200);
        var text = Security.CanaryReader.TextOf(file);
        text.ShouldContain("Выгрузкин Глеб");
        text.ShouldContain("Показано 1 из");
        (await host.Db(db => db.Audit.Where(a => a.Action == AuditAction.Exported).Select(a => a.Detail).ToListAsync())).ShouldAllBe(d => !d!.Contains("Выгрузкин"), "names stay out of the journal's words");
    }
}
