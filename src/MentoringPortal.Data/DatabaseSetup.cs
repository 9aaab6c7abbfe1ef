using System.Security.Cryptography;
using MentoringPortal.Data.Accounts;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Settings;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Data;

/// <summary>What the verbs and the start do to the database as the system.</summary>
public sealed class DatabaseSetup(PortalDbFactory factory, IPasswordHasher<PortalUser> hasher, ILookupNormalizer normalizer, TimeProvider time)
{
    /// <summary>Brings the database to the current version and makes sure that the department's card and its settings exist.</summary>
    public async Task Migrate(CancellationToken cancel = default)
    {
        await using var db = factory.System("обновление базы");
        await ForgetDeadMigration(db, cancel);
        await db.Database.MigrateAsync(cancel);
        if (!await db.Departments.AnyAsync(cancel))
            db.Departments.Add(new Department { Name = "Управление образования", NameGenitive = "Управления образования", NameDative = "Управлению образования" });
        if (!await db.Settings.AnyAsync(cancel))
            db.Settings.Add(new MentoringSettings());
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>
    /// A process killed while it migrated leaves its row in EF's table of locks, and on SQLite every later start would wait for it without end and
    /// without a word. What it did is whole or undone: each migration is one transaction. So a lock of half a minute is nobody's.
    /// </summary>
    private static async Task ForgetDeadMigration(PortalDb db, CancellationToken cancel)
    {
        if (!db.Database.IsSqlite()
            || await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancel) == 0)
            return;
        while (await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM __EFMigrationsLock").SingleAsync(cancel) > 0)
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock WHERE julianday('now') - julianday(Timestamp) > 30.0 / 86400", cancel);
            await Task.Delay(TimeSpan.FromSeconds(1), cancel);
        }
    }

    public async Task<bool> IsMigrated(CancellationToken cancel = default)
    {
        await using var db = factory.System("проверка готовности");
        return !(await db.Database.GetPendingMigrationsAsync(cancel)).Any();
    }

    /// <summary>Makes an administrator and returns his one-time password, or null where the address is taken.</summary>
    public async Task<string?> CreateAdmin(string email, CancellationToken cancel = default)
    {
        await using var db = factory.System("команда create-admin");
        var name = normalizer.NormalizeEmail(email);
        if (await db.Users.AnyAsync(u => u.NormalizedEmail == name, cancel))
            return null;
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10));
        var admin = new PortalUser
        {
            UserName = email,
            NormalizedUserName = name,
            Email = email,
            NormalizedEmail = name,
            DisplayName = "Администратор",
            Role = Role.Admin,
            SecurityStamp = Guid.NewGuid().ToString(),
            MustChangePassword = true,
            PasswordExpiresAt = time.GetUtcNow().UtcDateTime + SignInStore.OneTimePassword,
        };
        admin.PasswordHash = hasher.HashPassword(admin, password);
        db.Users.Add(admin);
        await db.SaveChangesAsync(cancel);
        return password;
    }
}
