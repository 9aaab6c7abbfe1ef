using MentoringPortal.Data;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Security;

namespace MentoringPortal.Web.Setup;

/// <summary>Settings <c>Database__Provider</c>, <c>ConnectionStrings__Portal</c>, <c>Storage__Path</c>, <c>Portal__TimeZone</c>.</summary>
public static class DatabaseRegistration
{
    public static void AddPortalData(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        var (provider, connection) = Connection(builder);
        builder.Services.AddPortalDb(provider, connection);
        builder.Services.AddSingleton<ScopeSource, HttpAccessScope>();
        builder.Services.AddSingleton(TimeProvider.System);
        var zoneName = settings["Portal:TimeZone"] ?? "Europe/Moscow";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zoneName, out var zone))
            throw new PortalSettingException($"Настройка Portal__TimeZone: нет часового пояса «{zoneName}», пример – Europe/Moscow.");
        builder.Services.AddSingleton(services => new MunicipalClock(services.GetRequiredService<TimeProvider>(), zone));
    }

    /// <exception cref="PortalSettingException">A provider that is not supported, or a server without a connection string.</exception>
    public static (DatabaseProvider Provider, string Connection) Connection(WebApplicationBuilder builder)
    {
        var name = builder.Configuration["Database:Provider"] ?? nameof(DatabaseProvider.Sqlite);
        if (!Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var provider) || !Enum.IsDefined(provider))
            throw new PortalSettingException($"Настройка Database__Provider: «{name}» не поддерживается, возможны Sqlite и SqlServer.");
        if (builder.Configuration.GetConnectionString("Portal") is { Length: > 0 } connection)
            return (provider, connection);
        return provider == DatabaseProvider.Sqlite
            ? (provider, $"Data Source={Path.Combine(StorageFolder(builder), "portal.db")}")
            : throw new PortalSettingException("Не задана настройка ConnectionStrings__Portal.");
    }

    /// <summary>Folder of database, files and keys; relative to the content root.</summary>
    public static string StorageFolder(WebApplicationBuilder builder)
    {
        var folder = Path.GetFullPath(builder.Configuration["Storage:Path"] ?? "App_Data", builder.Environment.ContentRootPath);
        Directory.CreateDirectory(folder);
        return folder;
    }
}

/// <summary>A setting that does not let the portal start; the message goes to standard error as it is.</summary>
public sealed class PortalSettingException(string message) : Exception(message);
