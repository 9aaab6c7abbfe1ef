using MentoringPortal.Data;
using MentoringPortal.Web.Formats;

namespace MentoringPortal.Web.Setup;

/// <summary>Uploaded files lie beside the database, in the folder <c>files</c> of <c>Storage__Path</c>.</summary>
public static class FilesRegistration
{
    public static void AddPortalFiles(this WebApplicationBuilder builder)
    {
        var folder = Path.Combine(DatabaseRegistration.StorageFolder(builder), "files");
        builder.Services.AddSingleton(services => new FileStore(folder, services.GetRequiredService<TimeProvider>()));
    }

    /// <summary>Before the first request: files that no row knows.</summary>
    public static async Task SweepFiles(this IServiceProvider services)
    {
        var housekeeping = services.GetRequiredService<Housekeeping>();
        services.GetRequiredService<FileStore>().Sweep(await housekeeping.KnownFiles());
    }
}
