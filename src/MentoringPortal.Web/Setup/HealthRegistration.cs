using MentoringPortal.Data;
using Microsoft.AspNetCore.Mvc;

namespace MentoringPortal.Web.Setup;

/// <summary>Whether the process lives, and whether it can serve: for the proxy and the container engine.</summary>
public static class HealthRegistration
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("ok")).AllowAnonymous();
        app.MapGet("/health/ready", Ready).AllowAnonymous();
    }

    private static async Task<IResult> Ready([FromServices] DatabaseSetup setup, CancellationToken cancel)
    {
        try
        {
            return await setup.IsMigrated(cancel) ? Results.Text("ok") : Results.Text("migrations pending", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        catch (Exception error) when (error is System.Data.Common.DbException or Microsoft.EntityFrameworkCore.Storage.RetryLimitExceededException)
        {
            return Results.Text("no database", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
