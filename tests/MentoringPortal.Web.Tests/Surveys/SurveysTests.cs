using System.Text.RegularExpressions;
using AngleSharp.Dom;
using MentoringPortal.Data;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Web.Tests.Hosting;
using MentoringPortal.Web.Tests.Pairs;
using MentoringPortal.Web.Tests.Security;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Surveys;

/// <summary>Questionnaires from the link to the results: one answers without an account, once; words stay with the curator, numbers of few with nobody.</summary>
public sealed partial class SurveysTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Secret = "Слова-не-для-управления";

    [Fact]
    public async Task Link_IsAnsweredWithoutAnAccount_Once_AndNamesNobody()
    {
        var curator = await host.As("curator1");
        var pair = await Pair(curator);
        var address = await Link(curator, pair, SurveyStage.Entry);
        var stranger = host.Anonymous();
        var page = await stranger.Get(address);
        page.Status.ShouldBe(200);
        page.Words.ShouldContain("Анкета наставляемого, на входе");
        page.Words.ShouldContain("Для: Н. Е.");
        page.Text.ShouldNotContain("Новичков");
        page.Text.ShouldNotContain("Егор");

        (await stranger.Submit(address, [], "/surveys/answer")).Status.ShouldBe(422, "scales are left empty");
        var thanks = await stranger.Submit(address, Filled(page, 4, "Жду\nмногого"), "/surveys/answer");
        thanks.Words.ShouldContain("Спасибо");
        (await curator.Post($"/surveys/pairs/{pair.Id}/{pair.MenteePerson}/entry", new Dictionary<string, string> { ["Form.Scores[1]"] = "10" })).Status.ShouldBe(422, "nobody changes what a person has sent himself");
        (await stranger.Get(address)).Status.ShouldBe(410, "a link is answered once");

        var asked = await Invitation(pair, SurveyStage.Entry);
        (asked.How, asked.AnsweredOn, asked.CodeHash).ShouldBe((AnsweredBy.Link, PairsDesk.Today, null));
        asked.Answers.Count(a => a.Score == 4).ShouldBe(5);
        var line = await host.Db(db => db.Audit.FirstAsync(a => a.Entity == "SurveyInvitation" && a.EntityId == $"{asked.Id}" && a.ActorName == "участник пары по ссылке"));
        (line.ActorId, line.OrganizationId).ShouldBe((null, asked.OrganizationId));
        var card = await curator.Get(pair.Address);
        card.Words.ShouldContain("есть ответ 22.11.2026, по ссылке");
        card.Words.ShouldContain("Жду многого");
    }

    [Fact]
    public async Task Link_Renewed_Revoked_Late_OrOfAPairThatEnded_OpensNothing()
    {
        var curator = await host.As("curator1");
        var pair = await Pair(curator);
        var first = await Link(curator, pair, SurveyStage.Exit);
        var second = await Link(curator, pair, SurveyStage.Exit);
        (await host.Anonymous().Get(first)).Status.ShouldBe(410);
        (await host.Anonymous().Get(second)).Status.ShouldBe(200);
        (await curator.Submit(pair.Address, [], $"/surveys/pairs/{pair.Id}/{pair.MenteePerson}/exit/revoke")).Location.ShouldBe(pair.Address);
        (await host.Anonymous().Get(second)).Status.ShouldBe(410);

        var third = await Link(curator, pair, SurveyStage.Exit);
        await Change(pair, db => db.SurveyInvitations.Where(i => i.PairId == pair.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.LinkUntil, PairsDesk.Today)));
        (await host.Anonymous().Get(third)).Status.ShouldBe(200, "the last day counts");
        await Change(pair, db => db.SurveyInvitations.Where(i => i.PairId == pair.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.LinkUntil, PairsDesk.Today.AddDays(-1))));
        (await host.Anonymous().Get(third)).Status.ShouldBe(410);

        var fourth = await Link(curator, pair, SurveyStage.Exit);
        (await curator.Submit($"{pair.Address}/end", new() { ["Form.Reason"] = "Отозвано согласие" }, $"{pair.Address}/end")).IsRedirect.ShouldBeTrue();
        (await host.Anonymous().Get(fourth)).Status.ShouldBe(410);
        foreach (var guess in new[] { "", "?code=", "?code=нет", "?code=" + new string('0', 64) })
            (await host.Anonymous().Get($"/surveys/answer{guess}")).Status.ShouldBe(410, guess);
    }

    [Fact]
    public async Task ScopeOfALink_IsItsOwnRow()
    {
        var curator = await host.As("curator1");
        var (own, other) = (await Pair(curator), await Pair(curator));
        await Link(curator, own, SurveyStage.Entry);
        await Link(curator, other, SurveyStage.Entry);
        var (asked, foreign) = (await Invitation(own, SurveyStage.Entry), await Invitation(other, SurveyStage.Entry));
        await using var db = TestScope.For(host.Services, AccessScope.For(new LinkedRow(LinkKind.Survey, asked.Id, asked.OrganizationId!.Value, "по ссылке")));
        (await db.SurveyInvitations.Select(i => i.Id).ToListAsync()).ShouldBe([asked.Id]);
        foreach (var count in new[] { await db.People.CountAsync(), await db.Pairs.CountAsync(), await db.Mentees.CountAsync(), await db.SurveyAnswers.CountAsync(), await db.Organizations.CountAsync() })
            count.ShouldBe(0);
        db.Attach(foreign).Entity.RevokeLink();
        await Should.ThrowAsync<ScopeException>(() => db.SaveChangesAsync());
        db.ChangeTracker.Clear();
        db.Add(new Domain.People.Topic("Чужая тема"));
        await Should.ThrowAsync<ScopeException>(() => db.SaveChangesAsync());
    }

    [Fact]
    public async Task Many_AreAskedAtOnce_AsTextsWorkbookAndBlanks()
    {
        var curator = await host.As("curator1");
        var (first, second) = (await Pair(curator), await Pair(curator));
        var page = await curator.Get("/surveys/ask?Stage=Exit&Form=1");
        page.Html.QuerySelectorAll("input[name='Form.People'][checked]").Select(i => i.GetAttribute("value")).ShouldContain($"{first.Id}-{first.MenteePerson}");
        List<KeyValuePair<string, string>> Ask(AskKind kind) =>
            [new("Form.Stage", "Exit"), new("Form.Output", $"{kind}"), new("Form.People", $"{first.Id}-{first.MenteePerson}"), new("Form.People", $"{second.Id}-{second.MenteePerson}"), new("Form.People", $"{second.Id}-{first.MenteePerson}")];

        var texts = await curator.PostAll("/surveys/ask", Ask(AskKind.Links));
        texts.Html.QuerySelectorAll("textarea").Length.ShouldBe(2, "somebody who is not in the pair is not asked");
        texts.Html.QuerySelector("textarea")!.TextContent.ShouldNotContain("Новичков");
        var book = CanaryReader.TextOf(await curator.PostAll("/surveys/ask", Ask(AskKind.Excel)));
        Code().Matches(book).Select(m => m.Value).Distinct().Count().ShouldBe(2);
        foreach (var kind in new[] { AskKind.Pdf, AskKind.Docx })
        {
            var blanks = CanaryReader.TextOf(await curator.PostAll("/surveys/ask", Ask(kind)));
            blanks.ShouldContain("Новичков");
            Code().IsMatch(blanks).ShouldBeFalse($"{kind}: a blank has no address");
        }
        (await Invitation(first, SurveyStage.Exit)).AskedOn.ShouldBe(PairsDesk.Today);
        (await curator.PostAll("/surveys/ask", [new("Form.Stage", "Exit")])).Status.ShouldBe(422);

        var stranger = await host.As("curator2");
        (await stranger.PostAll("/surveys/ask", Ask(AskKind.Links))).Status.ShouldBe(422, "nobody of another school is asked");
        (await stranger.Get("/surveys/ask?Stage=Exit")).Words.ShouldNotContain("Новичков");
    }

    private enum AskKind { Links, Excel, Pdf, Docx }

    [Fact]
    public async Task Blank_IsCopiedByTheCurator_AsFarAsItWasFilled()
    {
        var curator = await host.As("curator1");
        var pair = await Pair(curator);
        var address = $"/surveys/pairs/{pair.Id}/{pair.MenteePerson}/entry";
        var page = await curator.Get(address);
        var score = page.Html.QuerySelector("main input[type=radio]")!.GetAttribute("name")!;
        (await curator.Submit(address, new() { [score] = "9" }, address)).Location.ShouldBe(pair.Address);
        var asked = await Invitation(pair, SurveyStage.Entry);
        (asked.How, asked.Answers.Single().Score).ShouldBe((AnsweredBy.Paper, 9));
        (await curator.Get(pair.Address)).Words.ShouldContain("Исправить по бланку");
        (await curator.Submit(address, Filled(await curator.Get(address), 2, "Прочитано заново"), address)).Location.ShouldBe(pair.Address);
        (await Invitation(pair, SurveyStage.Entry)).Answers.Select(a => a.Score ?? 0).Order().ToList().ShouldBe([0, 2, 2, 2, 2, 2], "what was misread is corrected");
        (await curator.Get($"/surveys/pairs/{pair.Id}/999999/entry")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Mentor_AnswersForHimself_AndReadsNobodyElse()
    {
        var (pairId, own, mentee) = await PairOfMentor1();
        var curator = await host.As("curator1");
        var blank = $"/surveys/pairs/{pairId}/{mentee}/entry";
        (await curator.Submit(blank, Filled(await curator.Get(blank), 3, Secret), blank)).IsRedirect.ShouldBeTrue();
        var mentor = await host.As("mentor1");
        var card = await mentor.Get($"/pairs/{pairId}");
        card.Words.ShouldNotContain(Secret);
        var address = card.Html.QuerySelectorAll("#surveys a").Select(a => a.GetAttribute("href")!).First(h => h.EndsWith("entry", StringComparison.Ordinal));
        address.ShouldBe($"/surveys/pairs/{pairId}/{own}/entry");
        (await mentor.Submit(address, Filled(await mentor.Get(address), 6, "Своё"), address)).Location.ShouldBe($"/pairs/{pairId}");
        (await mentor.Get($"/pairs/{pairId}")).Words.ShouldContain("Своё");
        (await mentor.Get($"/surveys/pairs/{pairId}/{mentee}/exit")).Status.ShouldBe(404);
        (await (await host.As("mentor2")).Get($"/surveys/pairs/{pairId}/{own}/exit")).Status.ShouldBe(404);
        (await (await host.As("department")).Get($"/pairs/{pairId}")).Words.ShouldNotContain(Secret);

        // The same below the pages: his own row alone is read and written.
        var foreign = await Invitation(new(pairId, mentee), SurveyStage.Entry);
        await using var db = TestScope.For(host.Services, new Actor(1, "Тест", Role.Mentor, foreign.OrganizationId) { Reach = new MentorReach([pairId], [], [own, mentee]) { OwnPersonId = own } });
        (await db.SurveyInvitations.Select(i => i.PersonId).ToListAsync()).ShouldBe([own]);
        (await db.SurveyAnswers.Where(a => a.Text != null).Select(a => a.Text).Distinct().ToListAsync()).ShouldBe(["Своё"]);
        db.Attach(foreign).State = EntityState.Modified;
        await Should.ThrowAsync<ScopeException>(() => db.SaveChangesAsync());
    }

    [Fact]
    public async Task Results_CountWhoAnsweredBothTimes_AndHideTheFew()
    {
        var curator = await host.As("curator1");
        var form = await LocalForm();
        var pairs = new List<Asked>();
        for (var i = 0; i < 5; i++)
            pairs.Add(await Pair(curator));
        // A form of its own, so that nothing of the demo counts.
        await host.Db(db => db.Pairs.Where(p => pairs.Select(x => x.Id).Contains(p.Id)).ExecuteUpdateAsync(set => set.SetProperty(p => p.FormId, form)));
        foreach (var (pair, i) in pairs.Select((p, i) => (p, i)))
        {
            await Answered(curator, pair, SurveyStage.Entry, 4, Secret);
            if (i < 4)
                await Answered(curator, pair, SurveyStage.Exit, 6, Secret);
        }
        var department = await host.As("department");
        var own = await curator.Get($"/surveys/results?Form={form}");
        own.Words.ShouldContain("На входе ответили: 5 из 5. На выходе ответили: 4 из 4.");
        Row(own, "Мне интересно учиться").ShouldBe(["4,0 (5 чел.)5 / 0 / 0", "6,0 (4 чел.)0 / 4 / 0", "+2 (4 чел.)"]);
        own.Words.ShouldContain(Secret);
        foreach (var login in new[] { "department", "official" })
        {
            var page = await (await host.As(login)).Get($"/surveys/results?Form={form}");
            page.Words.ShouldContain("На входе ответили: 5 из 5. На выходе ответили: меньше 5.", customMessage: login);
            Row(page, "Мне интересно учиться").ShouldBe(["4,0 (5 чел.)5 / 0 / 0", "меньше 5", "меньше 5"]);
            page.Words.ShouldNotContain(Secret);
        }
        await Answered(curator, pairs[4], SurveyStage.Exit, 9, Secret);
        Row(await department.Get($"/surveys/results?Form={form}"), "Мне интересно учиться").ShouldBe(["4,0 (5 чел.)5 / 0 / 0", "6,6 (5 чел.)", "+2,6 (5 чел.)"], "parts of a few stay hidden");
        var book = CanaryReader.TextOf(await department.Get($"/surveys/results/export.xlsx?Form={form}"));
        book.ShouldContain("+2,6 (5 чел.)");
        book.ShouldNotContain(Secret);
        (await (await host.As("curator2")).Get($"/surveys/results?Form={form}")).Words.ShouldContain("Ответов пока нет");
    }

    [Fact]
    public async Task Question_ThatHasAnswers_IsReplaced_AndItsAnswersKeepItsWords()
    {
        var curator = await host.As("curator1");
        var department = await host.As("department");
        var form = await LocalForm();
        var fields = new Dictionary<string, string> { ["Form.Name"] = "Анкета формы", ["Form.Side"] = "Mentee", ["Form.Contour"] = "Pupils", ["Form.FormId"] = $"{form}", ["Form.Lines[0].Text"] = "Прежний вопрос" };
        (await department.Submit("/surveys/new", fields, "/surveys/new")).Location.ShouldBe("/surveys");
        (await department.Submit("/surveys/new", fields, "/surveys/new")).Words.ShouldContain("уже спрашивает анкета «Анкета формы»");
        var survey = await host.Db(db => db.Surveys.Where(s => s.Name == "Анкета формы").Select(s => s.Id).SingleAsync());
        var pair = await Pair(curator);
        await host.Db(db => db.Pairs.Where(p => p.Id == pair.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.FormId, form)));
        await Answered(curator, pair, SurveyStage.Entry, 5, "");
        (await department.Submit($"/surveys/{survey}", new() { ["Form.Lines[0].Text"] = "Новый вопрос" }, $"/surveys/{survey}")).IsRedirect.ShouldBeTrue();
        (await curator.Get($"/surveys/{survey}")).Words.ShouldContain("Новый вопрос");
        (await curator.Get($"/surveys/{survey}")).Words.ShouldNotContain("Прежний вопрос");
        (await curator.Get(pair.Address)).Words.ShouldContain("Прежний вопрос");
        (await department.Submit($"/surveys/{survey}", [], $"/surveys/{survey}/archive")).IsRedirect.ShouldBeTrue();
        (await curator.Get($"/surveys/pairs/{pair.Id}/{pair.MenteePerson}/exit")).Words.ShouldContain("Анкета наставляемого", customMessage: "the contour's own is asked again");
    }

    [Fact]
    public async Task CompletedPair_WithoutAFinalAnswer_StandsOnTheLadder()
    {
        var curator = await host.As("curator1");
        var (silent, spoken) = (await Pair(curator), await Pair(curator));
        await Answered(curator, spoken, SurveyStage.Exit, 7, "");
        foreach (var pair in new[] { silent, spoken })
            await Change(pair, async db =>
            {
                var row = await db.Pairs.Include(p => p.Mentors).Include(p => p.Mentees).SingleAsync(p => p.Id == pair.Id);
                row.Complete(PairsDesk.Today.AddDays(-14), null);
                return await db.SaveChangesAsync();
            });
        var page = await curator.Get("/reminders");
        var links = page.Html.QuerySelectorAll("#finalsurvey a").ToDictionary(a => a.GetAttribute("href")!, a => a.TextContent);
        links.ShouldNotContainKey(spoken.Address);
        links[silent.Address].ShouldContain("Новичков");
    }

    [Theory, InlineData("curator1"), InlineData("department")]
    public async Task Page_AnswersWithAtMostFifteenCommands(string login)
    {
        var pair = await Pair(await host.As("curator1"));
        var visitor = await host.As(login);
        foreach (var address in new[] { "/surveys", "/surveys/1", "/surveys/results", "/surveys/ask", pair.Address })
        {
            using var counter = new CommandLog(host.Storage);
            await visitor.Get(address);
            counter.Count.ShouldBeInRange(1, 15, address);
        }
    }

    private sealed record Asked(int Id, int MenteePerson)
    {
        public string Address => $"/pairs/{Id}";
    }

    /// <summary>A pair of two pupils at work since 1 November.</summary>
    private async Task<Asked> Pair(Visitor curator)
    {
        var (mentor, mentee) = ((await host.Mentors(1, 1))[0], (await host.Mentees(1))[0]);
        var address = await curator.Draft(mentor, mentee);
        (await curator.Fix(address)).IsRedirect.ShouldBeTrue();
        return new(int.Parse(address.Split('/')[^1]), await host.Db(db => db.Mentees.Where(m => m.Id == mentee).Select(m => m.PersonId).SingleAsync()));
    }

    private Task<(int PairId, int Own, int Mentee)> PairOfMentor1() => host.Db(async db =>
    {
        var mentor = await db.Mentors.Include(m => m.Person).SingleAsync(m => db.Users.Any(u => u.Id == m.UserId && u.Email == "mentor1@demo.example"));
        var menteeId = (await host.Mentees(1))[0];
        var mentee = await db.Mentees.Include(m => m.Person).SingleAsync(m => m.Id == menteeId);
        var pair = Domain.Pairs.Pair.Open(await db.MentoringForms.SingleAsync(f => f.Id == 6), new DateOnly(2026, 11, 1), new DateOnly(2027, 5, 31), new MentorPlace(mentor, 99, 0, true), [new MenteePlace(mentee, [])]);
        pair.Fix(new FixingOrder("1", new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 1)), [], PairsDesk.Today);
        db.Add(pair);
        await db.SaveChangesAsync();
        return (pair.Id, mentor.PersonId, mentee.PersonId);
    });

    private Task<int> LocalForm() => host.Db(async db =>
    {
        var model = await db.MentoringForms.SingleAsync(f => f.Id == 1);
        var form = Domain.Organizations.MentoringForm.Local($"форма {Guid.NewGuid():N}", model.MentorKind, model.MenteeKind, model);
        db.Add(form);
        await db.SaveChangesAsync();
        return form.Id;
    });

    /// <summary>The address made for the mentee, as a path.</summary>
    private static async Task<string> Link(Visitor curator, Asked pair, SurveyStage stage)
    {
        var page = await curator.PostAll("/surveys/ask", [new("Form.Stage", $"{stage}"), new("Form.People", $"{pair.Id}-{pair.MenteePerson}"), new("Form.Output", "Links")]);
        return "/surveys/answer?code=" + Code().Match(page.Html.QuerySelector("textarea")!.TextContent).Value;
    }

    /// <summary>Copied from a blank.</summary>
    private static async Task Answered(Visitor curator, Asked pair, SurveyStage stage, int score, string words)
    {
        var address = $"/surveys/pairs/{pair.Id}/{pair.MenteePerson}/{stage}".ToLowerInvariant();
        (await curator.Submit(address, Filled(await curator.Get(address), score, words), address)).IsRedirect.ShouldBeTrue();
    }

    /// <summary>One score for all scales and one text for all open questions.</summary>
    private static Dictionary<string, string> Filled(Answer page, int score, string words) => page.Html.QuerySelectorAll("main input[type=radio]").Select(i => i.GetAttribute("name")!).Distinct().Select(n => (n, $"{score}"))
        .Concat(page.Html.QuerySelectorAll("main textarea").Select(t => (t.GetAttribute("name")!, words))).ToDictionary(f => f.Item1, f => f.Item2);

    private Task<SurveyInvitation> Invitation(Asked pair, SurveyStage stage) =>
        host.Db(db => db.SurveyInvitations.AsNoTracking().Include(i => i.Answers).SingleAsync(i => i.PairId == pair.Id && i.PersonId == pair.MenteePerson && i.Stage == stage));

    private Task<int> Change(Asked pair, Func<PortalDb, Task<int>> change) => host.Db(change);

    private static List<string> Row(Answer page, string question) => [.. page.Html.QuerySelectorAll("main tbody tr").First(r => r.QuerySelector("th")!.TextContent.Contains(question, StringComparison.Ordinal))
        .QuerySelectorAll("td").Select(c => c.TextContent.Trim())];

    [GeneratedRegex("(?<=code=)[0-9a-f]{64}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
