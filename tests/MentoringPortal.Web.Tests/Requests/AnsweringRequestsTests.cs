using System.IO.Compression;
using MentoringPortal.Web.Tests.Formats;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Requests;

/// <summary>A school confirms or corrects what the registry has counted, brings its documents, and the department takes or returns them.</summary>
public sealed class AnsweringRequestsTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string A = "Лицей № 3", B = "Школа № 7";

    [Fact]
    public async Task Answer_WithACorrection_NeedsAReason_AndTheDifferenceStaysVisible()
    {
        var (department, curator) = (await host.As("department"), await host.As("curator1"));
        var id = await host.OpenByHand(department, "Исправление", [A], RequestSteps.OneRow("Mentees"));
        var counted = int.Parse((await curator.Get($"/requests/{id}")).Html.QuerySelector("#answer td b")!.TextContent);
        counted.ShouldBeGreaterThan(3);
        var refused = await curator.AnswerTo(id, new() { ["Form.Cells[0_0]"] = $"{counted - 3}" });
        refused.Status.ShouldBe(422);
        refused.Words.ShouldContain($"в реестре {counted}, вы указали {counted - 3}");
        refused.Html.QuerySelector("input[name='Form.Cells[0_0]']")!.GetAttribute("value").ShouldBe($"{counted - 3}");
        (await curator.AnswerTo(id, new() { ["Form.Cells[0_0]"] = $"{counted - 3}", ["Form.Reasons[0_0]"] = "Трое на карантине" })).IsRedirect.ShouldBeTrue();

        var seen = await department.Get($"/requests/{id}/answers/{await host.School(A)}");
        seen.Words.ShouldContain($"в реестре {counted}, разница −3: Трое на карантине");
        var board = await department.Get($"/requests/{id}");
        board.Words.ShouldContain("Исправлено школами");
        var official = await (await host.As("official")).Get($"/requests/{id}");
        official.Words.ShouldNotContain("Трое на карантине", customMessage: "a reason in free words may name a child");
        board.Words.ShouldContain("Снегирёва Алла Романовна", Case.Sensitive, "the curator of the day is the responsible person");
    }

    [Theory]
    [InlineData("-4", "от 0 до")]
    [InlineData("двенадцать", "целое число")]
    [InlineData("12,5", "целое число")]
    [InlineData("99999999999", "целое число")]
    public async Task Answer_WithAHostileCell_IsRefusedByItsCell_AndFilesStay(string value, string words)
    {
        var curator = await host.As("curator1");
        var fields = RequestSteps.OneRow("Mentees");
        fields["Form.Documents[0].Name"] = "Положение";
        var id = await host.OpenByHand(await host.As("department"), $"Ячейка {value}", [A], fields);
        var answer = await curator.AnswerTo(id, new() { ["Form.Cells[0_0]"] = value, ["Form.ResponsibleName"] = "Иная Ия Львовна" }, [(0, "положение.pdf", HostileFiles.Pdf)]);
        answer.Status.ShouldBe(422);
        answer.Words.ShouldContain(words);
        answer.Words.ShouldContain("Приложенные файлы сохранены");
        answer.Html.QuerySelector("input[name='Form.Cells[0_0]']")!.GetAttribute("value").ShouldBe(value);
        answer.Html.QuerySelector("input[name='Form.ResponsibleName']")!.GetAttribute("value").ShouldBe("Иная Ия Львовна");
        answer.Words.ShouldContain("положение.pdf");
        // The page that came back can be sent as it is, once the number is right.
        (await curator.AnswerTo(id, [])).IsRedirect.ShouldBeTrue();
    }

    [Fact]
    public async Task Documents_ShowWhatTheyMustContain_AreReviewedOneByOne_AndComeAsOneArchive()
    {
        var (department, curator) = (await host.As("department"), await host.As("curator1"));
        var id = await host.OpenByHand(department, "Пакет", [A, B], new()
        {
            ["Form.Documents[0].Name"] = "Приказ о внедрении",
            ["Form.Documents[0].MustContain"] = "сроки внедрения\nпланируемые результаты",
            ["Form.Documents[1].Name"] = "Дорожная карта",
        });
        var page = await curator.Get($"/requests/{id}");
        page.Words.ShouldContain("В документе должно быть: сроки внедрения планируемые результаты");
        (await curator.AnswerTo(id, [])).Words.ShouldContain("Нет файлов: Приказ о внедрении; Дорожная карта");
        (await curator.AnswerTo(id, [], [(0, "приказ.pdf", HostileFiles.Pdf), (1, "карта.docx", HostileFiles.Docx)])).IsRedirect.ShouldBeTrue();

        var (school, documents) = (await host.School(A), await host.Db(db => db.SubmittedDocuments.Where(d => d.Submission!.RequestId == id && d.Submission.Organization!.ShortName == A).OrderBy(d => d.Ordinal).Select(d => d.Id).ToListAsync()));
        var at = $"/requests/{id}/answers/{school}";
        (await department.Post($"{at}/documents/{documents[0]}/accept", new Dictionary<string, string> { ["Review.Found"] = "сроки внедрения" })).IsRedirect.ShouldBeTrue();
        (await department.Post($"{at}/documents/{documents[1]}/return", new Dictionary<string, string>())).Status.ShouldBe(422, "without a reason nothing is returned");
        (await department.Post($"{at}/documents/{documents[1]}/return", new Dictionary<string, string> { ["Review.DocumentReason"] = "Нет подписи" })).IsRedirect.ShouldBeTrue();
        var returned = await curator.Get($"/requests/{id}");
        returned.Words.ShouldContain("Что исправить: Нет подписи");
        returned.Html.QuerySelectorAll("input[type=file]").Length.ShouldBe(1, "what is accepted is not asked for again");
        (await host.Mails("curator1@demo.example")).ShouldContain(m => m.Subject == "Ответ на запрос возвращён");
        (await curator.AnswerTo(id, [], [(0, "карта с подписью.pdf", HostileFiles.Pdf)])).IsRedirect.ShouldBeTrue();

        var archive = await department.Get($"/requests/{id}/documents.zip");
        using var zip = new ZipArchive(new MemoryStream(archive.Bytes));
        zip.Entries.Select(e => e.FullName).ShouldBe([$"{A}/1. Приказ о внедрении/приказ.pdf", $"{A}/2. Дорожная карта/карта.docx", $"{A}/2. Дорожная карта/карта с подписью.pdf"], ignoreOrder: true);
        var file = await host.Db(db => db.Files.Where(f => f.SubmittedDocument!.Submission!.RequestId == id).Select(f => f.Id).FirstAsync());
        (await (await host.As("curator2")).Get($"/files/{file}")).Status.ShouldBe(404, "another school's document is not there");
    }

    [Fact]
    public async Task Return_KeepsVersions_AndTheMendedAnswerFollowsTheRegistry()
    {
        var (department, curator) = (await host.As("department"), await host.As("curator1"));
        var id = await host.OpenByHand(department, "Возврат", [A], RequestSteps.OneRow("Mentors"));
        await curator.AnswerTo(id, new() { ["Form.Cells[0_0]"] = "999", ["Form.Reasons[0_0]"] = "Описка" });
        var at = $"/requests/{id}/answers/{await host.School(A)}";
        (await department.Post($"{at}/return", new Dictionary<string, string>())).Status.ShouldBe(422);
        (await department.Post($"{at}/return", new Dictionary<string, string> { ["Review.ReturnReason"] = "Откуда 999?" })).IsRedirect.ShouldBeTrue();
        (await curator.Get($"/requests/{id}")).Words.ShouldContain("Откуда 999?");
        var counted = (await curator.Get($"/requests/{id}")).Html.QuerySelector("#answer td b")!.TextContent;
        await curator.AnswerTo(id, new() { ["Form.Cells[0_0]"] = counted });
        (await department.Post($"{at}/accept", new Dictionary<string, string>())).IsRedirect.ShouldBeTrue();
        var page = await department.Get(at);
        page.Words.ShouldContain("№ 1,");
        page.Words.ShouldContain("999 (в реестре");
        page.Words.ShouldContain("№ 2,");
        page.Words.ShouldContain("Принят");
    }

    [Fact]
    public async Task Answer_AfterTheDay_IsMarked_AndAfterClosing_IsRefusedWithWhatWasTyped()
    {
        var department = await host.As("department");
        var id = await host.OpenByHand(department, "Закрытие", [A, B], RequestSteps.OneRow("Mentees"));
        await host.Db(async db =>
        {
            var request = await db.InformationRequests.SingleAsync(q => q.Id == id);
            request.Due = new DateOnly(2026, 11, 20);
            return await db.SaveChangesAsync();
        });
        var curator = await host.As("curator1");
        (await curator.Get("/")).Html.QuerySelector($"main a[href='/requests/{id}']")!.ParentElement!.TextContent.ShouldContain("Просрочен", customMessage: "the first screen says what is owed");
        var late = await curator.AnswerTo(id, []);
        late.IsRedirect.ShouldBeTrue();
        (await curator.Get("/")).Html.QuerySelector($"main a[href='/requests/{id}']").ShouldBeNull();
        var first = await department.Get("/");
        first.Words.ShouldContain("ответов на запросы ждут проверки");
        first.Words.ShouldContain("не ответили на запросы в срок");
        (await department.Get($"/requests/{id}")).Words.ShouldContain("после срока");

        (await department.Get($"/requests/{id}/close")).Words.ShouldContain($"Не ответили и в таблицу не войдут: {B}");
        (await department.Submit($"/requests/{id}/close", [])).IsRedirect.ShouldBeTrue();
        var refused = await (await host.As("curator2")).Post($"/requests/{id}/send", new Dictionary<string, string> { ["Form.Cells[0_0]"] = "41", ["Form.Reasons[0_0]"] = "Опоздали" });
        refused.Status.ShouldBe(422);
        refused.Words.ShouldContain("Запрос закрыт 22.11.2026: ответы больше не принимаются");
        refused.Words.ShouldContain("41 Опоздали");
        (await department.Post($"/requests/{id}/reopen", new Dictionary<string, string>())).IsRedirect.ShouldBeTrue();
        (await (await host.As("curator2")).AnswerTo(id, [])).IsRedirect.ShouldBeTrue();
    }
}
