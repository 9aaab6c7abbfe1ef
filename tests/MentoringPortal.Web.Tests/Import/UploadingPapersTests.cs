using System.Text;
using MentoringPortal.Data;
using MentoringPortal.Web.Tests.Formats;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MentoringPortal.Web.Tests.Import;

public sealed class UploadingPapersTests(PortalHost host) : IClassFixture<PortalHost>
{
    /// <summary>What is sent, under which name, and words of the answer. Kept by name: a test's data stands in its title.</summary>
    private static readonly Dictionary<string, (string Name, Func<byte[]> Content, string Words)> Bad = new(StringComparer.Ordinal)
    {
        ["empty"] = ("приказ.txt", () => [], "Файл пустой"),
        ["another kind"] = ("приказ.pdf", () => HostileFiles.Docx, "не соответствует расширению"),
        ["encrypted"] = ("приказ.docx", () => HostileFiles.EncryptedOffice, "защищён паролем"),
        ["cut off"] = ("приказ.docx", () => HostileFiles.Docx[..^40], "повреждён"),
        ["program"] = ("приказ.exe", () => Encoding.UTF8.GetBytes("MZ"), "не принимается"),
        ["pdf without text"] = ("приказ.pdf", () => HostileFiles.Pdf, ""),
        ["bomb"] = ("приказ.docx", () => HostileFiles.Bombs.First().Value().Content, ""),
        ["long text"] = ("приказ.txt", () => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("слово за словом ", 300_000))), "слишком длинный"),
        ["too large"] = ("приказ.txt", () => new byte[11 * 1024 * 1024], "больше 10 МБ"),
        ["recipe"] = ("рецепт.txt", () => Encoding.UTF8.GetBytes("Возьмите два яйца и стакан муки.\nПеремешайте."), "не нашлось ни приказа"),
    };

    public static TheoryData<string> BadFiles => [.. Bad.Keys];

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task Post_BadFile_SaysWhyInOneSentence_AndKeepsNothing(string what)
    {
        var (name, content, words) = Bad[what];
        var visitor = await host.As("department");
        var (drafts, files) = await Kept();
        var answer = await visitor.Upload(name, content());
        answer.Status.ShouldBe(422, answer.Words);
        var errors = answer.Html.QuerySelectorAll("#errors li");
        errors.Length.ShouldBe(1);
        errors[0].TextContent.ShouldContain(words);
        (await Kept()).ShouldBe((drafts, files));
    }

    [Fact]
    public async Task Post_NothingAtAll_AsksForAFileOrAText()
    {
        var answer = await (await host.As("department")).Paste(" ");
        answer.Status.ShouldBe(422);
        answer.Words.ShouldContain("Выберите файл или вставьте текст");
    }

    [Fact]
    public async Task Post_TenMegabytesOfText_IsRefused_AndNotSentBack()
    {
        var answer = await (await host.As("department")).Paste(string.Concat(Enumerable.Repeat("слово за словом ", 650_000)));
        answer.Status.ShouldBe(422);
        answer.Bytes.Length.ShouldBeLessThan(100_000);
    }

    [Fact]
    public async Task Post_RefusedText_ComesBackAsTyped()
    {
        var answer = await (await host.As("department")).Paste("Возьмите два яйца и стакан муки.");
        answer.Status.ShouldBe(422);
        answer.Html.QuerySelector("textarea")!.TextContent.Trim().ShouldBe("Возьмите два яйца и стакан муки.");
    }

    [Fact]
    public async Task Post_PastedText_OpensThePreview()
    {
        var visitor = await host.As("department");
        var answer = await visitor.Paste(ImportVisitor.Order("11"));
        answer.Status.ShouldBe(302);
        var page = await visitor.Follow(answer);
        page.Words.ShouldContain("Предпросмотр: приказ № 11");
        page.Words.ShouldContain("Мероприятия: 4");
        page.Words.ShouldContain("понято как");
    }

    [Fact]
    public async Task Post_TheSameFileTwice_IsNoticed_AndNotRefused()
    {
        var visitor = await host.As("department");
        var first = await visitor.Draft(ImportVisitor.Order("12"));
        var second = await visitor.Get(await visitor.Draft(ImportVisitor.Order("12")));
        second.Words.ShouldContain("Этот же файл уже загружали");
        second.Html.QuerySelector($"main a[href='{first}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Draft_IsSeenByItsAuthorAlone()
    {
        var draft = await (await host.As("department")).Draft(ImportVisitor.Order("13"));
        foreach (var login in new[] { "admin", "official", "curator1", "mentor1" })
            (await (await host.As(login)).Get(draft)).Status.ShouldBe(403, login);
        using var scope = host.Services.CreateScope();
        await using var stranger = TestScope.For(scope.ServiceProvider, new Actor(9999, "Другой", Role.Department, null));
        (await stranger.RoadmapImports.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Draft_Deleted_TakesItsFileAlong_AndIsOnRecord()
    {
        var visitor = await host.As("department");
        var draft = await visitor.Draft(ImportVisitor.Order("14"));
        (await visitor.Get(draft + "/source")).Response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        var (drafts, files) = await Kept();
        (await visitor.Get(draft + "/delete")).Words.ShouldContain("Удалить черновик");
        (await visitor.Submit(draft + "/delete", [])).Status.ShouldBe(302);
        (await Kept()).ShouldBe((drafts - 1, files - 1));
        (await visitor.Get(draft)).Status.ShouldBe(404);
        var id = draft.Split('/')[^1];
        (await host.Db(db => db.Audit.Where(a => a.Entity == "RoadmapImport" && a.EntityId == id).Select(a => a.Action).ToListAsync()))
            .ShouldBe([Data.Audit.AuditAction.Created, Data.Audit.AuditAction.Downloaded, Data.Audit.AuditAction.Deleted], ignoreOrder: true);
    }

    private async Task<(int Drafts, int Files)> Kept() =>
        (await Count(), Directory.Exists(Path.Combine(host.Storage, "files")) ? Directory.GetFiles(Path.Combine(host.Storage, "files"), "*", SearchOption.AllDirectories).Length : 0);

    private async Task<int> Count()
    {
        using var scope = host.Services.CreateScope();
        var me = await host.Db(db => db.Users.Where(u => u.Email == "department@demo.example").Select(u => u.Id).SingleAsync());
        await using var db = TestScope.For(scope.ServiceProvider, new Actor(me, "Автор", Role.Department, null));
        return await db.RoadmapImports.CountAsync();
    }
}
