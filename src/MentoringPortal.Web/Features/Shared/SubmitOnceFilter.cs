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
        if (context.Controller is not Controller controller || !HttpMethods.IsPost(context.HttpContext.Request.Method) || !context.HttpContext.Request.HasFormContentType)
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
        Outcome? outcome = null;
        // Behind one that was refused or failed, the next in line is the first.
        while (outcome is null && _running.GetOrAdd(key, mine.Task) is var first && first != mine.Task)
            outcome = await first;
        try
        {
            outcome ??= done.Get<Outcome>(key);
            if (outcome is null)
                outcome = Remember(key, (await next()).Result, controller);
            else
                Repeat(outcome, context, controller);
        }
        finally
        {
            _running.TryRemove(KeyValuePair.Create(key, mine.Task));
            mine.SetResult(outcome);
        }
    }

    /// <summary>A form that was refused is shown again by whichever request, for nothing was written; and a cookie – a session, the look – is brought by the answer of its own request alone.</summary>
    private Outcome? Remember(string key, IActionResult? result, Controller controller) =>
        result is LocalRedirectResult redirect && controller.Response.Headers.SetCookie.Count == 0
            ? done.Set(key, new Outcome(redirect.Url, controller.TempData.Keys.ToDictionary(name => name, name => controller.TempData.Peek(name))), Remembered)
            : null;

    private static void Repeat(Outcome outcome, ActionExecutingContext context, Controller controller)
    {
        foreach (var (name, words) in outcome.Shown)
            controller.TempData[name] = words;
        context.Result = new LocalRedirectResult(outcome.Location);
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

    /// <param name="Shown">What the page there shows once: the notice, a secret address.</param>
    private sealed record Outcome(string Location, IReadOnlyDictionary<string, object?> Shown);
}
