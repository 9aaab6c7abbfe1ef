using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Caching.Memory;

namespace MentoringPortal.Web.Features.Shared;

/// <summary>
/// One page's form sent twice – a double press, a phone that repeats what it believes lost – is done once, and the second sending goes where
/// the first went. Every page gives its forms a token of its own, so the same fields sent from a page opened anew are a new wish.
/// </summary>
public sealed class SubmitOnceFilter(IMemoryCache done) : IAsyncActionFilter
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Task<Outcome?>> _running = new(StringComparer.Ordinal);

    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        // Signing in and out is done twice without harm, and only the answer of this very request carries its cookie.
        if (context.Controller is not Controller controller || controller is Account.AccountController || !HttpMethods.IsPost(context.HttpContext.Request.Method) || !context.HttpContext.Request.HasFormContentType)
        {
            await next();
            return;
        }
        string key;
        try
        {
            key = await KeyOf(context.HttpContext);
        }
        catch (InvalidDataException)
        {
            // More fields than a form may have.
            context.Result = new BadRequestResult();
            return;
        }
        var mine = new TaskCompletionSource<Outcome?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = _running.GetOrAdd(key, mine.Task);
        try
        {
            if ((done.Get<Outcome>(key) ?? (first == mine.Task ? null : await first)) is { } outcome)
            {
                controller.TempData["Notice"] = outcome.Notice;
                context.Result = new LocalRedirectResult(outcome.Location);
                return;
            }
            // A form that was refused is shown again by whichever request: nothing was written.
            if ((await next()).Result is LocalRedirectResult redirect)
            {
                var now = new Outcome(redirect.Url, controller.TempData.Peek("Notice"));
                done.Set(key, now, Remembered);
                mine.SetResult(now);
            }
        }
        finally
        {
            mine.TrySetResult(null);
            if (first == mine.Task)
                _running.TryRemove(key, out _);
        }
    }

    /// <summary>What was sent, by whom and where, in one fingerprint.</summary>
    private static async Task<string> KeyOf(HttpContext context)
    {
        using var print = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(string? text) => print.AppendData(Encoding.UTF8.GetBytes($"{text?.Length}:{text}"));
        Add(context.User.FindFirstValue(ClaimTypes.NameIdentifier));
        Add(context.Request.Path + context.Request.QueryString);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        foreach (var (name, values) in form.OrderBy(field => field.Key, StringComparer.Ordinal))
            foreach (var value in values.Prepend(name))
                Add(value);
        foreach (var file in form.Files)
        {
            Add(file.FileName);
            await using var content = file.OpenReadStream();
            print.AppendData(await SHA256.HashDataAsync(content, context.RequestAborted));
        }
        return Convert.ToHexString(print.GetHashAndReset());
    }

    private sealed record Outcome(string Location, object? Notice);
}
