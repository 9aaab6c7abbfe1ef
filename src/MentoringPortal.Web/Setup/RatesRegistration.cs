using System.Threading.RateLimiting;

namespace MentoringPortal.Web.Setup;

/// <summary>How often one network address may ask for what needs no sign-in; each instance counts for itself.</summary>
public static class RatesRegistration
{
    /// <summary>A forgotten password: a whole school behind one address forgets its passwords in September; a robot asks more often (RL1).</summary>
    public const string Forgotten = "forgotten";

    /// <summary>A secret calendar address is asked by programs.</summary>
    public const string Feed = "feed";

    /// <summary>Questionnaires by a secret address: a class behind one address answers at once, each with two requests.</summary>
    public const string Answers = "answers";

    /// <summary>Totals for everybody: a school's or a ministry's network has one address.</summary>
    public const string Totals = "totals";

    /// <summary>The check of a printed paper; a code of a hundred bits is not found by asking.</summary>
    public const string Checks = "checks";

    public static void AddPortalRates(this WebApplicationBuilder builder) => builder.Services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        Add(Forgotten, 60, TimeSpan.FromMinutes(10));
        Add(Feed, 300, TimeSpan.FromMinutes(1));
        Add(Answers, 300, TimeSpan.FromMinutes(1));
        Add(Totals, 300, TimeSpan.FromMinutes(1));
        Add(Checks, 60, TimeSpan.FromMinutes(1));
        limits.OnRejected = (rejected, _) =>
        {
            if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after))
                rejected.HttpContext.Response.Headers.RetryAfter = $"{(int)after.TotalSeconds}";
            return ValueTask.CompletedTask;
        };

        void Add(string name, int times, TimeSpan window) => limits.AddPolicy(name, context => RateLimitPartition.GetFixedWindowLimiter(
            $"{context.Connection.RemoteIpAddress}", _ => new FixedWindowRateLimiterOptions { PermitLimit = times, Window = window }));
    });
}
