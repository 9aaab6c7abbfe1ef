using System.Net.Http.Headers;
using MentoringPortal.Domain.Consents;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Web.Tests.Formats;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Consents;

/// <summary>A withdrawal closes what rested on the consent, in the same save; a scan stays in its school.</summary>
public sealed class WithdrawingConsentsTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string A = "Лицей № 3";
    private static readonly DateOnly Day = new(2026, 10, 1);

    [Fact]
    public async Task Withdraw_EndsThePair_AndSaysByWhenToDestroy()
    {
        var people = await host.Class(A, "6 Ы", ("Рукав", "2015-02-03"), ("Сапогов", "2013-04-05"));
        var consents = await Agree(people);
        var pairId = await host.PairOf(people[1], [people[0]]);
        var curator = await host.As("curator1");
        var page = await curator.Get($"/consents/{consents[0]}/withdraw");
        page.Words.ShouldContain("Сапогов Г. – Рукав Г.» будет прекращена досрочно");
        page.Words.ShouldContain("22.12.2026");
        (await curator.Submit($"/consents/{consents[0]}/withdraw", new() { ["Form.Day"] = "2026-11-23" })).Status.ShouldBe(422, "not in the future");

        var answer = await curator.Submit($"/consents/{consents[0]}/withdraw", []);
        answer.IsRedirect.ShouldBeTrue(answer.Words);
        (await curator.Follow(answer)).Words.ShouldContain("уничтожьте до 22.12.2026");
        var pair = await host.Db(db => db.Pairs.SingleAsync(p => p.Id == pairId));
        pair.State.ShouldBe(PairState.Ended);
        pair.EndedOn.ShouldBe(new DateOnly(2026, 11, 21));
        pair.EndReason.ShouldBe("Отозвано согласие на обработку персональных данных");
        (await curator.Get($"/consents/{consents[0]}/withdraw")).Status.ShouldBe(404, "once is enough");
        (await curator.Get("/consents?State=Withdrawn&Q=Рукав")).Words.ShouldContain("данные уничтожить до 22.12.2026");
    }

    [Fact]
    public async Task Withdraw_OfAGroupsMember_TakesHimOutAlone()
    {
        var people = await host.Class(A, "5 Ы", ("Травкин", "2015-02-03"), ("Ужов", "2015-03-03"), ("Филин", "2013-04-05"));
        var consents = await Agree(people);
        var pairId = await host.PairOf(people[2], [people[0], people[1]]);
        var curator = await host.As("curator1");
        (await curator.Get($"/consents/{consents[0]}/withdraw")).Words.ShouldContain("останется без этого человека");
        (await curator.Submit($"/consents/{consents[0]}/withdraw", [])).IsRedirect.ShouldBeTrue();
        var pair = await host.Db(db => db.Pairs.Include(p => p.Mentees).ThenInclude(m => m.Mentee).SingleAsync(p => p.Id == pairId));
        pair.State.ShouldBe(PairState.Active);
        pair.CurrentMentees.Select(m => m.Mentee!.PersonId).ShouldBe([people[1]]);
    }

    [Fact]
    public async Task Withdraw_OfAKindThatThePairDoesNotNeed_LeavesThePair()
    {
        var people = await host.Class(A, "4 Ы", ("Хвоин", "2015-02-03"), ("Цветов", "2013-04-05"));
        await Agree(people);
        var photos = await Agree([people[0]], ConsentKind.Publication);
        var pairId = await host.PairOf(people[1], [people[0]]);
        var curator = await host.As("curator1");
        (await curator.Submit($"/consents/{photos[0]}/withdraw", [])).IsRedirect.ShouldBeTrue();
        (await host.Db(db => db.Pairs.Where(p => p.Id == pairId).Select(p => p.State).SingleAsync())).ShouldBe(PairState.Active);
    }

    [Fact]
    public async Task Scan_IsSeenByItsSchoolAlone()
    {
        var people = await host.Class(A, "7 Ы", ("Чибисов", "2015-02-03"));
        var consent = (await Agree(people))[0];
        var curator = await host.As("curator1");
        (await Send(curator, consent, "Чибисов мать.pdf", HostileFiles.Pdf)).IsRedirect.ShouldBeTrue();
        var file = await host.Db(db => db.Consents.Where(c => c.Id == consent).Select(c => c.FileId).SingleAsync());
        var scan = await curator.Get($"/files/{file}");
        scan.Bytes.ShouldBe(HostileFiles.Pdf);
        scan.Response.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe($"Согласие {consent}.pdf", "a child's name stays out of the names of files");

        var department = await host.As("department");
        (await department.Get($"/files/{file}")).Status.ShouldBe(404);
        (await department.Get($"/consents/{consent}/scan")).Status.ShouldBe(404);
        var list = await department.Get("/consents?State=Valid&size=100&sort=-class");
        list.Text.ShouldNotContain($"{file}");
        (await department.Get($"/people/{people[0]}")).Words.ShouldContain("подписал родитель 01.10.2026");
        (await department.Get($"/people/{people[0]}")).Text.ShouldNotContain($"{file}");
        foreach (var login in new[] { "curator2", "official" })
            (await (await host.As(login)).Get($"/files/{file}")).Status.ShouldBe(404, login);
    }

    [Fact]
    public async Task Scan_ThatIsNoDocument_IsRefused()
    {
        var consent = (await Agree(await host.Class(A, "8 Ы", ("Шишкин", "2015-02-03"))))[0];
        var curator = await host.As("curator1");
        var answer = await Send(curator, consent, "скан.pdf", "MZ"u8.ToArray());
        answer.Status.ShouldBe(422);
        answer.Html.QuerySelector("#Form_File-error").ShouldNotBeNull();
        (await host.Db(db => db.Consents.Where(c => c.Id == consent).Select(c => c.FileId).SingleAsync())).ShouldBeNull();
    }

    [Fact]
    public async Task Consent_OfAnotherSchool_IsNotThere()
    {
        var people = await host.Class(A, "9 Ы", ("Щукин", "2015-02-03"));
        var consent = (await Agree(people))[0];
        var other = await host.As("curator2");
        (await other.Get($"/consents/{consent}/withdraw")).Status.ShouldBe(404);
        (await other.Post($"/consents/{consent}/withdraw", new Dictionary<string, string> { ["Form.Day"] = "2026-11-22" })).Status.ShouldBe(404);
        (await other.Get("/consents?State=all&Q=Щукин")).Words.ShouldContain("Найдено: 0");
        (await host.Db(db => db.Consents.Where(c => c.Id == consent).Select(c => c.WithdrawnOn).SingleAsync())).ShouldBeNull();
    }

    private Task<int[]> Agree(int[] people, ConsentKind kind = ConsentKind.Processing) => host.Db(async db =>
    {
        var consents = new List<Consent>();
        foreach (var id in people)
            consents.Add(new Consent(await db.People.SingleAsync(p => p.Id == id), kind, Day, hasOwnLine: true, Day));
        db.Consents.AddRange(consents);
        await db.SaveChangesAsync();
        return consents.Select(c => c.Id).ToArray();
    });

    private static async Task<Answer> Send(Visitor curator, int consent, string name, byte[] bytes)
    {
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var content = new MultipartFormDataContent { { new StringContent(await curator.Token()), "__RequestVerificationToken" }, { file, "Form.File", name } };
        return await Answer.Of(await curator.Client.PostAsync($"/consents/{consent}/scan", content));
    }
}
