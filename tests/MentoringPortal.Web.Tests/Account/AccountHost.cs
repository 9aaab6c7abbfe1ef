using System.Collections.Concurrent;
using MentoringPortal.Data;
using MentoringPortal.Data.Accounts;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace MentoringPortal.Web.Tests.Account;

[CollectionDefinition(Name)]
public sealed class AccountCollection : ICollectionFixture<AccountHost>
{
    public const string Name = "accounts";
}

/// <summary>One portal for all scenarios about accounts. Each makes accounts of its own, so that time may be moved forward and admins disabled.</summary>
public class AccountHost : PortalHost
{
    public const string Password = "Зелёная лодка, три весла";
    private int _number;

    public CountingHasher Hasher { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        // HSTS is never said to localhost.
        builder.UseSetting("AllowedHosts", "localhost;portal.example");
        builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<IPasswordHasher<PortalUser>>(Hasher)));
    }

    /// <summary>A new account with <see cref="Password"/>.</summary>
    public Task<PortalUser> Add(Role role, string? organization = null, Action<PortalUser>? with = null) => Admin(async db =>
    {
        var email = $"person{Interlocked.Increment(ref _number)}@demo.example";
        var user = new PortalUser
        {
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            DisplayName = $"Озёрная Вера Номеровна {_number}",
            Role = role,
            OrganizationId = organization is null ? null : await db.Organizations.Where(o => o.ShortName == organization).Select(o => o.Id).SingleAsync(),
            SecurityStamp = Guid.NewGuid().ToString(),
        };
        user.PasswordHash = Hasher.HashPassword(user, Password);
        with?.Invoke(user);
        db.Users.Add(user);
        await db.SaveChangesAsync();
        return user;
    });

    public Task<PortalUser> Find(int userId) => Admin(db => db.Users.AsNoTracking().SingleAsync(u => u.Id == userId));

    public Task Change(int userId, Action<PortalUser> change) => Admin(async db =>
    {
        change(await db.Users.SingleAsync(u => u.Id == userId));
        return await db.SaveChangesAsync();
    });

    /// <summary>The database as an admin may change it.</summary>
    public async Task<T> Admin<T>(Func<PortalDb, Task<T>> work)
    {
        using var scope = Services.CreateScope();
        await using var db = TestScope.For(scope.ServiceProvider, new Actor(int.MaxValue, "Тест", Role.Admin, null));
        return await work(db);
    }

    public async Task<Visitor> In(PortalUser user, string password = Password)
    {
        var visitor = Anonymous();
        (await visitor.SignIn(user.Email!, password)).Status.ShouldBe(302);
        return visitor;
    }

    /// <summary>Another browser with the cookies that this one has now; nothing that happens later changes them.</summary>
    public async Task<Visitor> Copy(Visitor visitor)
    {
        var cookies = (await visitor.Get("/account")).Response.RequestMessage!.Headers.GetValues("Cookie");
        return WithCookies(cookies);
    }

    public Visitor WithCookies(IEnumerable<string> cookies)
    {
        var client = CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new Uri("https://localhost") });
        client.DefaultRequestHeaders.Add("Cookie", cookies);
        return new Visitor(client);
    }
}

internal static class Sessions
{
    /// <summary>The next request is sent to sign in.</summary>
    public static async Task ShouldBeOut(this Visitor visitor, string? because = null)
    {
        var answer = await visitor.Get("/account");
        answer.Status.ShouldBe(302, because);
        answer.Location!.ShouldContain("/account/login", customMessage: because);
    }

    public static async Task ShouldBeIn(this Visitor visitor, string? because = null) => (await visitor.Get("/account")).Status.ShouldBe(200, because);
}

/// <summary>The real hasher, made quick, that knows how often each stored hash was measured.</summary>
public sealed class CountingHasher : IPasswordHasher<PortalUser>
{
    public const int Iterations = 1_000;
    private readonly PasswordHasher<PortalUser> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));
    private readonly ConcurrentBag<string> _measured = [];

    public int Measured => _measured.Count;

    public int MeasuredOf(string hash) => _measured.Count(h => h == hash);

    public string HashPassword(PortalUser user, string password) => _hasher.HashPassword(user, password);

    public PasswordVerificationResult VerifyHashedPassword(PortalUser user, string hashedPassword, string providedPassword)
    {
        _measured.Add(hashedPassword);
        return _hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
