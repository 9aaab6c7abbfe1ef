using MentoringPortal.Data.Audit;
using MentoringPortal.Domain.Consents;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Web.Tests.Hosting;
using MentoringPortal.Web.Tests.Security;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Pairs;

/// <summary>A curator takes a pair from a draft to its end; the department sees that it works and not what is said in it.</summary>
public sealed class LifeOfAPairTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Pair_FromDraftByOrderToItsEnd()
    {
        var curator = await host.As("curator1");
        var address = await curator.Draft((await host.Mentors(1, 1))[0], (await host.Mentees(1))[0]);
        (await curator.Get(address)).Words.ShouldContain("Черновик");

        (await curator.Fix(address)).Location.ShouldBe("/pairs?State=Active");
        var pair = await host.Pair(address);
        (pair.State, pair.OrderNumber, pair.From, pair.OrderDate).ShouldBe((PairState.Active, "12-н", new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 5)));

        (await curator.Submit($"{address}/meetings/plan", new() { ["Form.Date"] = "2026-11-30", ["Form.Topic"] = "Проверка плана" })).IsRedirect.ShouldBeTrue();
        (await curator.Submit($"{address}/meetings/new", new() { ["Form.When"] = "yesterday", ["Form.Topic"] = "Разобрали дроби" })).IsRedirect.ShouldBeTrue();
        (await curator.Submit($"{address}/plan/new", new() { ["Form.Goal"] = "Математика", ["Form.Task"] = "Решить десять примеров" })).IsRedirect.ShouldBeTrue();
        (await curator.Submit($"{address}/complete", new() { ["Form.LastDay"] = "2026-11-22", ["Form.Result"] = "Четвёрка за четверть" })).IsRedirect.ShouldBeTrue();

        pair = await host.Pair(address);
        (pair.State, pair.Result, pair.EndedOn).ShouldBe((PairState.Completed, "Четвёрка за четверть", PairsDesk.Today));
        pair.Meetings.Single(m => m.IsHeld).Date.ShouldBe(PairsDesk.Today.AddDays(-1));
        var card = await curator.Get(address);
        foreach (var words in (string[])["Завершена", "Разобрали дроби", "Решить десять примеров", "№ 12-н от 05.11.2026", "изменение: пара"])
            card.Words.ShouldContain(words);
        card.Html.QuerySelectorAll(".tasks li").Single(l => l.TextContent.Contains("Проверка плана", StringComparison.Ordinal)).TextContent.ShouldContain("отменена", Case.Sensitive, "what was planned past the end will not be");
        (await curator.Get("/meetings?State=planned&size=100")).Text.ShouldNotContain($"\"{address}\"");
        foreach (var format in (string[])["docx", "pdf"])
            CanaryReader.TextOf(await curator.Get($"{address}/export.{format}")).ShouldContain("дроби");
    }

    [Fact]
    public async Task Appendix_ListsTheChosenDrafts_AndLaterThePairsOfTheOrder()
    {
        var curator = await host.As("curator1");
        var mentees = await host.Mentees(2);
        var first = await curator.Draft((await host.Mentors(1, 1))[0], mentees[0]);
        var second = await curator.Draft((await host.Mentors(1, 1))[0], mentees[1]);
        var names = await host.Db(db => db.Mentees.Where(m => mentees.Contains(m.Id)).OrderBy(m => m.Id).Select(m => m.Person!.Surname).ToListAsync());
        // More ticks than a framework's usual thousand: a large school's list.
        static IEnumerable<KeyValuePair<string, string>> Ticks(string draft) => Enumerable.Range(9_000_000, 2_000).Select(id => KeyValuePair.Create("Form.Pairs", $"{id}")).Append(new("Form.Pairs", draft.Split('/')[^1]));
        string Of(string paper, string pairs) => $"/pairs/appendix.{paper}?Form.OrderNumber=77-%D0%BD&Form.OrderDate=2026-11-20{pairs}";
        foreach (var paper in new[] { "docx", "pdf", "xlsx" })
        {
            var draft = CanaryReader.TextOf(await curator.PostAll($"/pairs/appendix.{paper}", [new("Form.OrderNumber", "77-н"), new("Form.OrderDate", "2026-11-20"), .. Ticks(first)]));
            foreach (var words in new[] { "Приложение", "от 20.11.2026 № 77-н", $"{names[0]} Егор, 7 В класс", "ученик" })
                draft.ShouldContain(words, Case.Sensitive, paper);
            draft.ShouldNotContain(names[1]);
        }
        (await curator.Submit("/pairs/fix", new() { ["Form.Pairs"] = second.Split('/')[^1], ["Form.OrderNumber"] = "77-н", ["Form.OrderDate"] = "2026-11-20" }, "/pairs/fix")).IsRedirect.ShouldBeTrue();
        var given = CanaryReader.TextOf(await curator.Get(Of("docx", "")));
        given.ShouldContain(names[1]);
        given.ShouldNotContain(names[0], Case.Sensitive, "a draft belongs to no order yet");
        (await curator.Get(second)).Words.ShouldContain("список пар приказа");
        var stranger = await host.As("curator2");
        (await stranger.Get(Of("docx", $"&Form.Pairs={first.Split('/')[^1]}"))).Status.ShouldBe(422);
        (await stranger.Get(Of("docx", ""))).Status.ShouldBe(422);
    }

    [Fact]
    public async Task Fix_WithoutConsents_NamesThem_AndFixesTheOthers()
    {
        var curator = await host.As("curator1");
        var mentors = await host.Mentors(2, 1);
        var good = await curator.Draft(mentors[0], (await host.Mentees(1))[0]);
        var bad = await curator.Draft(mentors[1], (await host.Mentees(1, withConsent: false))[0]);
        (await curator.Fix(bad)).Status.ShouldBe(422);
        var answer = await curator.Fix(good, bad);
        answer.Location.ShouldBe("/pairs/fix");
        (await curator.Follow(answer)).Words.ShouldContain("закреплено пар: 1. Остались черновиками – на 01.11.2026 нет действующих согласий: Новичков-");
        ((await host.Pair(good)).State, (await host.Pair(bad)).State).ShouldBe((PairState.Active, PairState.Draft));
        var card = await curator.Get(bad);
        card.Words.ShouldContain("Нет действующих согласий: Новичков-");
        var ways = card.Html.QuerySelectorAll(".note a[href*=receive]");
        (await curator.Get(ways[^1].GetAttribute("href")!)).Words.ShouldContain("Новичков-", Case.Sensitive, "the way to the consent is beside the words");
        (await curator.Get("/pairs/fix")).Html.QuerySelector("main form button")!.TextContent.ShouldBe("Закрепить отмеченные", "the key Enter presses the first button of a form");
    }

    [Fact]
    public async Task Fix_ByAnOrderThatBeginsBeforeTheDraft_AsksTheRulesAgain_AndBySilenceMovesNothing()
    {
        var curator = await host.As("curator1");
        var (mentors, mentees) = (await host.Mentors(1, 1), await host.Mentees(1));
        // In the bank since September alone; the order says «с 1 августа».
        var early = await curator.Draft(mentors[0], mentees[0]);
        var refused = await curator.PostAll("/pairs/fix", [new("Form.Pairs", early.Split('/')[^1]), new("Form.OrderNumber", "9"), new("Form.OrderDate", "2026-11-05"), new("Form.From", "2026-08-01")]);
        refused.Status.ShouldBe(422);
        refused.Words.ShouldContain("на 01.08.2026 нет действующих согласий", Case.Sensitive, "they hold today");
        await host.Db(async db =>
        {
            var people = await db.People.Where(p => p.Mentor!.Id == mentors[0] || p.Mentee!.Id == mentees[0]).ToListAsync();
            people.ForEach(p => p.Consents.Add(new Consent(p, ConsentKind.Processing, new DateOnly(2026, 7, 1), hasOwnLine: true, PairsDesk.Today)));
            return await db.SaveChangesAsync();
        });
        refused = await curator.PostAll("/pairs/fix", [new("Form.Pairs", early.Split('/')[^1]), new("Form.OrderNumber", "9"), new("Form.OrderDate", "2026-11-05"), new("Form.From", "2026-08-01")]);
        refused.Words.ShouldContain("в этот период не состоит в базе");
        refused.Words.ShouldContain("Вожатый-", Case.Sensitive, "the refusal names the pair");
        (await curator.PostAll("/pairs/fix", [new("Form.Pairs", early.Split('/')[^1]), new("Form.OrderNumber", "9"), new("Form.OrderDate", "2026-10-15")])).IsRedirect.ShouldBeTrue();
        (await host.Pair(early)).From.ShouldBe(new DateOnly(2026, 11, 1));
    }

    [Fact]
    public async Task Meeting_SentTwiceAtOnce_IsWrittenOnce_AndAgainFromANewPage()
    {
        var curator = await host.As("curator1");
        var address = await curator.Draft((await host.Mentors(1, 1))[0], (await host.Mentees(1))[0]);
        await curator.Fix(address);
        var form = (await curator.Get($"{address}/meetings/new")).Filled().Append(new("__RequestVerificationToken", await curator.Token())).ToList();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => curator.Post($"{address}/meetings/new", form)));
        answers.ShouldAllBe(a => a.Location == address);
        (await host.Pair(address)).Meetings.Count.ShouldBe(1);
        (await curator.Follow(answers[3])).Words.ShouldContain("Встреча записана");
        // A second meeting of the day is a new wish.
        (await curator.Submit($"{address}/meetings/new", [])).Location.ShouldBe(address);
        (await host.Pair(address)).Meetings.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Meeting_WrittenByMistake_OrThatCameToNothing_IsTakenOff()
    {
        var curator = await host.As("curator1");
        var address = await curator.Draft((await host.Mentors(1, 1))[0], (await host.Mentees(1))[0]);
        await curator.Fix(address);
        await curator.Submit($"{address}/meetings/plan", new() { ["Form.Date"] = "2026-11-30" });
        var meeting = $"{address}/meetings/{(await host.Pair(address)).Meetings.Single().Id}";
        (await curator.Get(meeting)).Words.ShouldContain("Убрать встречу");
        (await (await host.As("curator2")).Post($"{meeting}/remove", new Dictionary<string, string>())).Status.ShouldBe(404);
        (await curator.Follow(await curator.Post($"{meeting}/remove", new Dictionary<string, string>()))).Words.ShouldContain("Встреча 30.11.2026 убрана.");
        (await host.Pair(address)).Meetings.ShouldBeEmpty();
        var key = meeting.Split('/')[^1];
        (await host.Db(db => db.Audit.AnyAsync(a => a.Action == AuditAction.Deleted && a.Entity == nameof(Meeting) && a.EntityId == key))).ShouldBeTrue();
    }

    [Fact]
    public async Task End_OfADraftOrAPairThatHasNotBegun_IsPossible()
    {
        var curator = await host.As("curator1");
        var answer = await curator.Submit("/pairs/new?formId=1", PairsDesk.NewPair((await host.Mentors(1, 1))[0], (await host.Mentees(1))[0], from: "2026-12-15"), "/pairs/new");
        (await curator.Submit($"{answer.Location}/end", new() { ["Form.Reason"] = "Передумали" })).IsRedirect.ShouldBeTrue();
        var pair = await host.Pair(answer.Location!);
        (pair.State, pair.IsFixed, pair.CurrentMentor).ShouldBe((PairState.Ended, false, null));

        // Fixed already, from a later day on: it is given up before it begins.
        answer = await curator.Submit("/pairs/new?formId=1", PairsDesk.NewPair((await host.Mentors(1, 1))[0], (await host.Mentees(1))[0], from: "2026-12-15"), "/pairs/new");
        (await curator.PostAll("/pairs/fix", [new("Form.Pairs", answer.Location!.Split('/')[^1]), new("Form.OrderNumber", "14-н"), new("Form.OrderDate", "2026-11-20")])).IsRedirect.ShouldBeTrue();
        (await curator.Submit($"{answer.Location}/complete", new() { ["Form.LastDay"] = "2026-12-15" })).Words.ShouldContain("ещё не наступил", Case.Sensitive, "what has not begun is not completed");
        (await curator.Submit($"{answer.Location}/end", new() { ["Form.Reason"] = "Передумали" })).IsRedirect.ShouldBeTrue();
        (await host.Pair(answer.Location!)).State.ShouldBe(PairState.Ended);
    }

    [Fact]
    public async Task Mentor_WithoutAFreePlace_IsRefused()
    {
        var curator = await host.As("curator1");
        var (mentor, mentees) = ((await host.Mentors(1, 1))[0], await host.Mentees(2));
        var address = await curator.Draft(mentor, mentees[0]);
        var answer = await curator.Submit("/pairs/new?formId=1", PairsDesk.NewPair(mentor, mentees[1]), "/pairs/new");
        answer.Status.ShouldBe(422);
        answer.Html.QuerySelector("#Form_MentorId-error")!.TextContent.ShouldContain("занято мест: 1 из 1");
        (await curator.Submit($"{address}/mentees", new() { ["Form.Mentees"] = $"{mentees[1]}" })).Status.ShouldBe(422, "a group has no more places than its mentor");
        (await host.Pair(address)).Mentees.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Mentor_Replaced_StaysInTheHistory_AndAGroupGrowsAndShrinks()
    {
        var curator = await host.As("curator1");
        var (mentors, mentees) = (await host.Mentors(2, 2), await host.Mentees(3));
        var address = await curator.Draft(mentors[0], mentees[0]);
        await curator.Fix(address);
        var page = await curator.Submit($"{address}/mentor", new() { ["Form.MentorId"] = $"{mentors[1]}", ["Form.From"] = "2026-11-20", ["Form.Reason"] = "" });
        page.Status.ShouldBe(422);
        (await curator.Submit($"{address}/mentor", new() { ["Form.MentorId"] = $"{mentors[1]}", ["Form.From"] = "2026-11-20", ["Form.Reason"] = "Уехал на сборы" })).IsRedirect.ShouldBeTrue();
        (await curator.Submit($"{address}/mentees", new() { ["Form.Mentees"] = $"{mentees[1]}" })).IsRedirect.ShouldBeTrue();
        (await curator.Submit($"{address}/mentees/{mentees[0]}/remove", new() { ["Form.Reason"] = "Справляется сам" })).IsRedirect.ShouldBeTrue();

        var pair = await host.Pair(address);
        pair.State.ShouldBe(PairState.Active);
        pair.Mentors.OrderBy(m => m.From).Select(m => (m.MentorId, m.To)).ShouldBe([(mentors[0], new DateOnly(2026, 11, 19)), (mentors[1], null)]);
        pair.Mentees.Single(m => m.To is null).MenteeId.ShouldBe(mentees[1]);
        (await curator.Get(address)).Words.ShouldContain("Уехал на сборы");

        // Three changes of the order that fixed it; the fourth needs the three working days of the Labour Code.
        var changes = await curator.Get("/pairs/changes?from=2026-11-19");
        string[] said = ["Заменить наставника", "Включить наставляемого", "Исключить наставляемого", "Уехал на сборы", "Справляется сам"];
        foreach (var words in said)
        {
            changes.Words.ShouldContain(words);
            foreach (var paper in new[] { "docx", "pdf", "xlsx" })
                CanaryReader.TextOf(await curator.Get($"/pairs/changes.{paper}?from=2026-11-19")).ShouldContain(words, customMessage: paper);
        }
        var pupil = await curator.Submit($"{address}/end", new() { ["Form.Reason"] = "Уезжает", ["Form.Notice"] = "Mentor", ["Form.NoticedOn"] = "2026-11-16" });
        pupil.Html.QuerySelector("#Form_Notice-error").ShouldNotBeNull(pupil.Words).TextContent.ShouldContain("не работник");
        await host.Db(db => db.People.Where(p => db.Mentors.Any(m => m.PersonId == p.Id && m.Id == mentors[1]))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Kind, PersonKind.Teacher).SetProperty(p => p.BirthDate, (DateOnly?)null).SetProperty(p => p.Grade, (int?)null)));
        var soon = await curator.Submit($"{address}/end", new() { ["Form.Reason"] = "Уезжает", ["Form.Notice"] = "Mentor", ["Form.NoticedOn"] = "2026-11-20" });
        soon.Status.ShouldBe(422);
        soon.Html.QuerySelector("#Form_NoticedOn-error")!.TextContent.ShouldContain("не раньше 25.11.2026");
        (await curator.Submit($"{address}/end", new() { ["Form.Reason"] = "Уезжает", ["Form.Notice"] = "Mentor", ["Form.NoticedOn"] = "2026-11-16" })).IsRedirect.ShouldBeTrue();
        (await curator.Get("/pairs/changes")).Words.ShouldContain("Работник отказался от наставничества, предупреждение от 16.11.2026");
        (await curator.Get("/pairs/changes?from=0001-01-01")).Status.ShouldBe(200);
        (await (await host.As("curator2")).Get("/pairs/changes")).Words.ShouldNotContain("Уехал на сборы");
    }

    [Fact]
    public async Task Join_WithoutAConsent_IsRefusedInAPairAtWork()
    {
        var curator = await host.As("curator1");
        var address = await curator.Draft((await host.Mentors(1, 2))[0], (await host.Mentees(1))[0]);
        await curator.Fix(address);
        var answer = await curator.Submit($"{address}/mentees", new() { ["Form.Mentees"] = $"{(await host.Mentees(1, withConsent: false))[0]}" });
        answer.Status.ShouldBe(422);
        answer.Words.ShouldContain("Нет действующих согласий");
        (await host.Pair(address)).Mentees.Count.ShouldBe(1);
    }

    /// <summary>IN5 over HTTP: what the state forbids answers 422 and changes nothing.</summary>
    [Fact]
    public async Task Step_ThatTheStateForbids_IsRefused()
    {
        var curator = await host.As("curator1");
        var mentors = await host.Mentors(2, 2);
        var address = await curator.Draft(mentors[0], (await host.Mentees(1))[0]);
        (await curator.Submit($"{address}/complete", [])).Status.ShouldBe(422, "a draft is not completed");
        (await curator.Submit($"{address}/meetings/new", [])).Status.ShouldBe(422, "a draft has no meetings");
        (await curator.Submit($"{address}/end", new() { ["Form.Reason"] = "Передумали" })).IsRedirect.ShouldBeTrue();

        foreach (var (step, fields) in new (string, Dictionary<string, string>)[]
                 {
                     ("complete", []), ("end", new() { ["Form.Reason"] = "Ещё раз" }),
                     ("mentor", new() { ["Form.MentorId"] = $"{mentors[1]}", ["Form.Reason"] = "Замена" }), ("mentees", new() { ["Form.Mentees"] = $"{(await host.Mentees(1))[0]}" }),
                 })
            (await curator.Submit($"{address}/{step}", fields)).Status.ShouldBe(422, step);
        var pair = await host.Pair(address);
        (pair.State, pair.Mentors.Count, pair.Mentees.Count).ShouldBe((PairState.Ended, 1, 1));
        await curator.Fix(address);
        (await host.Pair(address)).State.ShouldBe(PairState.Ended);
    }

    [Fact]
    public async Task Backdated_PastIsCompleted_AndPresentWithoutConsent_IsUnconfirmed()
    {
        var curator = await host.As("curator1");
        var (mentors, mentees) = (await host.Mentors(2, 1), await host.Mentees(2, withConsent: false));
        async Task<string> Bring(int i, string from, string to)
        {
            var form = PairsDesk.NewPair(mentors[i], mentees[i], from, to);
            (form["Form.IsBackdated"], form["Form.OrderNumber"], form["Form.OrderDate"], form["Form.Result"]) = ("true", "7", "2026-09-05", "Сделали");
            var answer = await curator.Submit("/pairs/new?formId=1", form, "/pairs/new");
            answer.IsRedirect.ShouldBeTrue(answer.Words);
            return answer.Location!;
        }
        (await host.Pair(await Bring(0, "2026-09-05", "2026-10-30"))).State.ShouldBe(PairState.Completed);
        var present = await Bring(1, "2026-09-05", "2027-05-31");
        (await host.Pair(present)).UnconfirmedUntil.ShouldBe(PairsDesk.Today.AddDays(30));
        (await curator.Get(present)).Words.ShouldContain("Согласие не подтверждено");
        (await curator.Get("/pairs?State=unconfirmed&size=100")).Text.ShouldContain($"\"{present}\"");
    }

    [Fact]
    public async Task Pair_OfAnotherSchool_IsAbsent_AndTheDepartmentReadsStatesAlone()
    {
        var curator = await host.As("curator1");
        var address = await curator.Draft((await host.Mentors(1, 1))[0], (await host.Mentees(1))[0]);
        await curator.Fix(address);
        await curator.Submit($"{address}/meetings/new", new() { ["Form.Topic"] = "Тайна пары" });

        var other = await host.As("curator2");
        (await other.Get(address)).Status.ShouldBe(404);
        (await other.Post($"{address}/end", new Dictionary<string, string> { ["Form.LastDay"] = "2026-11-22", ["Form.Reason"] = "Чужое" })).Status.ShouldBe(404);
        (await other.Submit("/pairs/new?formId=1", PairsDesk.NewPair((await host.Mentors(1, 1))[0], (await host.Mentees(1))[0]), "/pairs/new")).Status.ShouldBe(422, "people of another school are not there");

        var department = await host.As("department");
        var card = await department.Get(address);
        card.Words.ShouldContain("Н. Е.");
        card.Words.ShouldContain("22.11.2026, рабочая");
        foreach (var hidden in (string[])["Новичков", "Тайна пары", "Трудно с дробями", "Отметить встречу", "Завершить"])
            card.Words.ShouldNotContain(hidden);
    }

    [Fact]
    public async Task List_IsFiltered_AndTheFileHoldsWhatItShows()
    {
        var curator = await host.As("curator1");
        var address = await curator.Draft((await host.Mentors(1, 1))[0], (await host.Mentees(1))[0]);
        (await curator.Get("/pairs?State=Draft&Class=7 В&Form=1&size=100")).Text.ShouldContain($"\"{address}\"");
        (await curator.Get("/pairs?State=Active&Class=7 В&size=100")).Text.ShouldNotContain($"\"{address}\"");
        var file = CanaryReader.TextOf(await curator.Get("/pairs/export.xlsx?State=Draft&Class=7 В"));
        file.ShouldContain("Новичков-");
        file.ShouldContain("Состояние: черновики: нет приказа; Класс: 7 В");
        CanaryReader.TextOf(await curator.Get("/pairs/export.xlsx")).ShouldContain(": черновики и действующие");
    }
}
