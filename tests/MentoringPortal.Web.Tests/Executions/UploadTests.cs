using System.Text;
using MentoringPortal.Data.Audit;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Web.Tests.Formats;
using MentoringPortal.Web.Tests.Hosting;
using MentoringPortal.Web.Tests.Roadmaps;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Executions;

/// <summary>Files of a report: several at once, checked, counted, removed and downloaded.</summary>
public sealed class UploadTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string A = "Лицей № 3";

    internal static byte[] Pdf => HostileFiles.Pdf;

    private static readonly byte[] Docx = HostileFiles.Docx;

    [Fact]
    public async Task Post_SeveralFiles_AreKeptAndServedAsAttachments()
    {
        var (id, curator) = await Open("Файлы");
        (await curator.Report(id, [], [("приказ.docx", Docx), ("Скан приказа.pdf", Pdf)], "save")).IsRedirect.ShouldBeTrue();
        var files = await host.Db(db => db.Files.Where(f => f.ExecutionId == id).OrderBy(f => f.Name).ToListAsync());
        files.Select(f => f.Name).ShouldBe(["Скан приказа.pdf", "приказ.docx"], ignoreOrder: true);
        var pdf = files.Single(f => f.ContentType == "application/pdf");

        var answer = await (await host.As("official")).Get($"/files/{pdf.Id}");
        answer.Bytes.ShouldBe(Pdf);
        answer.Response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Response.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("Скан приказа.pdf");
        answer.Response.Headers.GetValues("Content-Security-Policy").ShouldBe(["sandbox; default-src 'none'"]);
        (await host.Db(db => db.Audit.CountAsync(a => a.Action == AuditAction.Downloaded && a.EntityId == $"{pdf.Id}"))).ShouldBe(1);
    }

    [Fact]
    public async Task Post_OneBadFileAmongGood_KeepsNone()
    {
        var (id, curator) = await Open("Плохой файл");
        var before = StoredFiles();
        var answer = await curator.Report(id, new() { ["Comment"] = "С файлами" }, [("приказ.docx", Docx), ("счёт.pdf", Encoding.UTF8.GetBytes("MZ программа"))]);
        answer.Status.ShouldBe(422);
        answer.Html.QuerySelector("#Files-error")!.TextContent.ShouldContain("счёт.pdf");
        answer.Html.QuerySelector("textarea[name=Comment]")!.TextContent.Trim().ShouldBe("С файлами");
        (await host.Db(db => db.Files.CountAsync(f => f.ExecutionId == id))).ShouldBe(0);
        StoredFiles().ShouldBe(before);
        (await host.State(id)).ShouldBe(ExecutionState.NotStarted);
    }

    [Fact]
    public async Task Post_EachHostileFile_IsRefused_AndLeavesNothing()
    {
        var (id, curator) = await Open("Враждебные файлы");
        var before = StoredFiles();
        foreach (var (name, content) in HostileFiles.Rejected)
            (await curator.Report(id, [], [(name, content)], "save")).Status.ShouldBeInRange(400, 499, name);
        (await host.Db(db => db.Files.CountAsync(f => f.ExecutionId == id))).ShouldBe(0);
        StoredFiles().ShouldBe(before);
    }

    [Fact]
    public async Task Post_MoreThanTwentyFiles_IsRefused()
    {
        var (id, curator) = await Open("Много файлов");
        var answer = await curator.Report(id, [], [.. Enumerable.Range(1, 21).Select(n => ($"{n}.docx", TestFiles.Docx(TestFiles.Paragraph($"{n}"))))], "save");
        answer.Status.ShouldBe(422);
        answer.Words.ShouldContain("не больше 20 файлов");
        (await host.Db(db => db.Files.CountAsync(f => f.ExecutionId == id))).ShouldBe(0);
    }

    [Fact]
    public async Task Post_TheSameFileTwice_IsOneFile()
    {
        var (id, curator) = await Open("Тот же файл");
        var before = StoredFiles();
        await curator.Report(id, [], [("приказ.docx", Docx)], "save");
        await curator.Report(id, [], [("приказ.docx", Docx)], "save");
        (await host.Db(db => db.Files.CountAsync(f => f.ExecutionId == id))).ShouldBe(1);
        StoredFiles().ShouldBe(before + 1);
    }

    [Fact]
    public async Task Post_BeyondTheOrganizationsSpace_IsRefused()
    {
        var (id, curator) = await Open("Нет места");
        var filler = Guid.NewGuid();
        await host.Db(async db =>
        {
            var organization = await db.Organizations.Where(o => o.ShortName == A).Select(o => o.Id).SingleAsync();
            db.Files.Add(new()
            {
                Id = filler,
                OrganizationId = organization,
                Name = "архив.pdf",
                StoredName = new string('a', 32),
                ContentType = "application/pdf",
                Size = 500L * 1024 * 1024,
                Sha256 = new string('0', 64),
                UploadedByName = "Тест",
            });
            return await db.SaveChangesAsync();
        });
        var answer = await curator.Report(id, [], [("приказ.docx", Docx)], "save");
        answer.Status.ShouldBe(422);
        answer.Words.ShouldContain("500 МБ");
        await host.Db(async db =>
        {
            db.Remove(await db.Files.SingleAsync(f => f.Id == filler));
            return await db.SaveChangesAsync();
        });
    }

    [Fact]
    public async Task Post_Remove_TakesTheFileOutOfSightAndKeepsIt()
    {
        var (id, curator) = await Open("Убрать файл");
        await curator.Report(id, [], [("приказ.docx", Docx)], "save");
        var file = await host.Db(db => db.Files.Where(f => f.ExecutionId == id).Select(f => f.Id).SingleAsync());
        (await curator.Post($"/executions/{id}/files/{file}/remove", [])).IsRedirect.ShouldBeTrue();
        (await curator.Get($"/files/{file}")).Status.ShouldBe(404);
        (await curator.Get($"/executions/{id}")).Html.QuerySelectorAll($"a[href='/files/{file}']").ShouldBeEmpty();
        (await host.Db(db => db.Files.Where(f => f.Id == file).Select(f => f.RemovedAt).SingleAsync())).ShouldNotBeNull();
    }

    [Fact]
    public async Task Post_RemoveAfterSending_IsRefused()
    {
        var (id, curator) = await Open("Убрать отправленное");
        await curator.Report(id, [], [("приказ.docx", Docx)]);
        var file = await host.Db(db => db.Files.Where(f => f.ExecutionId == id).Select(f => f.Id).SingleAsync());
        (await curator.Post($"/executions/{id}/files/{file}/remove", [])).Status.ShouldBe(422);
        (await curator.Get($"/files/{file}")).Status.ShouldBe(200);
    }

    private async Task<(int, Visitor)> Open(string title) =>
        (await host.ExecutionId(await host.AddRoadmap(title, new TestItem("1", TestRoadmap.Today, A)), "1", A), await host.As("curator1"));

    private int StoredFiles() => Directory.Exists(Path.Combine(host.Storage, "files")) ? Directory.GetFiles(Path.Combine(host.Storage, "files"), "*", SearchOption.AllDirectories).Length : 0;
}
