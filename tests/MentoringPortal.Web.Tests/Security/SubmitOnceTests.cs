using MentoringPortal.Web.Features.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Caching.Memory;

namespace MentoringPortal.Web.Tests.Security;

/// <summary>IN6 where the first of several presses fails: what the database does in such a moment no page can be made to do.</summary>
public sealed class SubmitOnceTests
{
    [Fact]
    public async Task Form_WhoseFirstSendingFails_IsDoneOnceByTheOthers()
    {
        using var cache = new MemoryCache(new MemoryCacheOptions());
        using var gate = new SemaphoreSlim(0);
        var filter = new SubmitOnceFilter(cache);
        var done = 0;
        var sendings = Enumerable.Range(0, 5).Select(_ => Send(filter, async () =>
        {
            await Task.Yield();
            Interlocked.Increment(ref done);
        })).Prepend(Fail()).ToList();
        gate.Release();

        await Task.WhenAll(sendings);
        done.ShouldBe(1);

        Task Fail() => Should.ThrowAsync<TimeoutException>(() => Send(filter, async () =>
        {
            await gate.WaitAsync();
            throw new TimeoutException();
        }));
    }

    private static Task Send(SubmitOnceFilter filter, Func<Task> write)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = HttpMethods.Post;
        http.Request.ContentType = "application/x-www-form-urlencoded";
        http.Request.Form = new FormCollection([]);
        var controller = new Desk { TempData = new TempDataDictionary(http, new Nothing()), ControllerContext = new() { HttpContext = http } };
        var context = new ActionExecutingContext(new ActionContext(http, new RouteData(), new ActionDescriptor()), [], new Dictionary<string, object?>(), controller);
        return filter.OnActionExecutionAsync(context, async () =>
        {
            await write();
            return new ActionExecutedContext(context, [], controller) { Result = new LocalRedirectResult("/") };
        });
    }

    private sealed class Desk : Controller;

    private sealed class Nothing : ITempDataProvider
    {
        public IDictionary<string, object> LoadTempData(HttpContext context) => new Dictionary<string, object>();

        public void SaveTempData(HttpContext context, IDictionary<string, object> values)
        {
        }
    }
}
