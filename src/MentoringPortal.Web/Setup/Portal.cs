using MentoringPortal.Data;
using MentoringPortal.Data.Demo;
using MentoringPortal.Web.Formats;

namespace MentoringPortal.Web.Setup;

/// <summary>The portal put together, one line a concern.</summary>
public static class Portal
{
    public static WebApplication Build(string[] args, bool isVerb = false)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = EnvironmentOf(args),
        });
        builder.Host.UseDefaultServiceProvider(options => (options.ValidateScopes, options.ValidateOnBuild) = (true, true));
        builder.AddPortalLogging(isVerb);
        builder.AddPortalData();
        builder.AddPortalIdentity();
        builder.AddPortalSecurity();
        builder.AddPortalRates();
        builder.AddPortalFiles();
        builder.AddPortalJobs();
        builder.AddPortalMvc();
        builder.AddPortalMail();

        var app = builder.Build();
        FileDownload.UseHeaders(app);
        app.UsePortalSecurity();
        app.UsePortalLogging();
        app.UseHead();
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseInsecureNotice();
        app.UseRequestLocalization();
        app.UseSameOriginWrites();
        app.UseRouting();
        app.UseNotFound();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseNoStore();
        app.UseAuthorization();
        app.MapPortal();
        return app;
    }

    /// <summary>Before the first request: the database at its current version, and the demo where it is wanted.</summary>
    public static async Task PreparePortal(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabaseSetup>().Migrate();
        await scope.ServiceProvider.SweepFiles();
        if (app.Configuration.GetValue<bool>("Demo:Enabled"))
            await scope.ServiceProvider.GetRequiredService<DemoMunicipality>().Create();
    }

    /// <summary>A build for work on the portal is a development one unless the environment or an argument says otherwise.</summary>
    private static string? EnvironmentOf(string[] args) =>
        args.Any(a => a.StartsWith("--environment", StringComparison.OrdinalIgnoreCase)) ? null
        : Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? DefaultEnvironment;

#if DEBUG
    private const string DefaultEnvironment = "Development";
#else
    private const string DefaultEnvironment = "Production";
#endif
}
