using System.Threading.RateLimiting;
using MentoringPortal.Web.Features.Mail;
using MentoringPortal.Web.Features.Reminders;

namespace MentoringPortal.Web.Setup;

/// <summary>The outbox's sender where <c>Mail__Host</c> is set, and a brake on asking for passwords.</summary>
public static class MailRegistration
{
    /// <summary>Name of the brake, for the action that it holds.</summary>
    public const string ForgotBrake = "forgot";

    /// <summary>A whole school behind one address forgets its passwords in September; a robot asks more often (RL1).</summary>
    private const int AskedFromOneAddress = 60;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    public static void AddPortalMail(this WebApplicationBuilder builder)
    {
        // A factory: a test sets what it needs after this line.
        builder.Services.AddSingleton(services => MailSettings.Read(services.GetRequiredService<IConfiguration>()));
        builder.Services.AddSingleton<MailPost>();
        builder.Services.AddScoped<MondayDigest>();
        builder.Services.AddSingleton<MailSender>();
        if (MailSettings.Read(builder.Configuration).IsOn)
            builder.Services.AddHostedService(services => services.GetRequiredService<MailSender>());
        builder.Services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy(ForgotBrake, context => RateLimitPartition.GetFixedWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = AskedFromOneAddress, Window = Window }));
            limits.OnRejected = (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = $"{(int)Window.TotalSeconds}";
                return ValueTask.CompletedTask;
            };
        });
    }
}
