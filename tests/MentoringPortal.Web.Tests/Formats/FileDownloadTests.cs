using MentoringPortal.Web.Formats;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace MentoringPortal.Web.Tests.Formats;

public class FileDownloadTests
{
    /// <summary>Sends a file through a real pipeline whose pages have another policy.</summary>
    private static async Task<HttpResponseMessage> Download(string name, FileKind kind)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddMvcCore();
        await using var app = builder.Build();
        FileDownload.UseHeaders(app);
        app.UseSecurityHeaders(policies => policies.AddDefaultSecurityHeaders().AddContentSecurityPolicy(csp => csp.AddDefaultSrc().Self()));
        app.MapGet("/", (HttpContext context) =>
            new FileDownload([1, 2, 3], name, kind).ExecuteResultAsync(new ActionContext(context, new RouteData(), new ActionDescriptor())));
        await app.StartAsync();
        return await app.GetTestClient().GetAsync("/");
    }

    [Fact]
    public async Task Send_AnyFile_IsAttachmentInSandboxAndNeverCached()
    {
        var response = await Download("Приказ № 7.pdf", FileKind.Pdf);

        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        response.Content.Headers.GetValues("Content-Disposition").Single().ShouldContain("filename*=UTF-8''%D0%9F%D1%80%D0%B8%D0%BA%D0%B0%D0%B7%20%E2%84%96%207.pdf");
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Cache-Control").ShouldBe(["no-store"]);
        response.Headers.GetValues("Content-Security-Policy").ShouldBe(["sandbox; default-src 'none'"]);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Send_NameWithLineBreakAndQuotes_CannotSplitTheHeader()
    {
        var response = await Download("a\"; x=\"b\r\nSet-Cookie: c=1.pdf", FileKind.Pdf);

        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        response.Content.Headers.ContentDisposition!.Parameters.Select(parameter => parameter.Name).ShouldBe(["filename", "filename*"]);
    }

    [Fact]
    public async Task Send_Html_IsNeverHtml() => (await Download("a.html", FileKind.Html)).Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
}
