using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace MentoringPortal.Web.Formats;

/// <summary>
/// The only way a file leaves the portal: always as an attachment, with a type from our own table, never kept by a cache, and, should a browser
/// show it after all, in a sandbox where nothing loads or runs.
/// </summary>
public sealed class FileDownload : FileStreamResult
{
    public const string ContentSecurityPolicy = "sandbox; default-src 'none'";

    /// <param name="content">Disposed when sent.</param>
    /// <param name="fileName">Name to offer, as its owner gave it.</param>
    /// <param name="contentType">From <see cref="FileKinds.ContentType"/>, or from the row that was filled from it.</param>
    public FileDownload(Stream content, string fileName, string contentType) : base(content, contentType) => FileDownloadName = fileName;

    public FileDownload(byte[] content, string fileName, FileKind kind) : this(new MemoryStream(content, writable: false), fileName, kind.ContentType()) { }

    public override Task ExecuteResultAsync(ActionContext context)
    {
        context.HttpContext.Items[typeof(FileDownload)] = true;
        return base.ExecuteResultAsync(context);
    }

    /// <summary>
    /// Lets the headers of a download win over those that the pages' policy puts on every answer. Stands before the security headers: of the callbacks
    /// at the start of an answer, the one registered first runs last.
    /// </summary>
    public static void UseHeaders(IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            if (context.Items.ContainsKey(typeof(FileDownload)))
            {
                context.Response.Headers[HeaderNames.ContentSecurityPolicy] = ContentSecurityPolicy;
                context.Response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
                context.Response.Headers[HeaderNames.CacheControl] = "no-store";
            }
            return Task.CompletedTask;
        });
        return next(context);
    });
}
