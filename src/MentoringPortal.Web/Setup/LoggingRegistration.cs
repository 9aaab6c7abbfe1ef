using System.Globalization;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace MentoringPortal.Web.Setup;

/// <summary>
/// Console and a rolling file, one line a request with its trace id. No personal data: paths carry ids alone, query strings and form values
/// are never logged (152-ФЗ).
/// </summary>
public static class LoggingRegistration
{
    private const long FileSizeLimit = 50 * 1024 * 1024;

    public static void AddPortalLogging(this WebApplicationBuilder builder, bool isVerb)
    {
        var logs = Path.Combine(DatabaseRegistration.StorageFolder(builder), "logs", "portal-.json");
        builder.Services.AddSerilog(log => log
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            .Enrich.FromLogContext()
            .WriteTo.Console(formatProvider: CultureInfo.InvariantCulture, standardErrorFromLevel: isVerb ? LogEventLevel.Verbose : null)
            .WriteTo.File(new CompactJsonFormatter(), logs, rollingInterval: RollingInterval.Day, fileSizeLimitBytes: FileSizeLimit,
                rollOnFileSizeLimit: true, retainedFileCountLimit: 31));
    }

    public static void UsePortalLogging(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        options.MessageTemplate = "{RequestMethod} {RequestPath} {StatusCode} {Elapsed:0} ms {TraceId}";
        options.GetLevel = (context, _, error) =>
            error is not null || context.Response.StatusCode >= 500 ? LogEventLevel.Error
            : context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) ? LogEventLevel.Debug
            : LogEventLevel.Information;
        options.EnrichDiagnosticContext = (log, context) => log.Set("TraceId", context.TraceId());
    });

    /// <summary>The code that joins a page, the log and the journal.</summary>
    public static string TraceId(this HttpContext context) =>
        System.Diagnostics.Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
}
