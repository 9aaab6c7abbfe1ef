using MentoringPortal.Data;
using MentoringPortal.Data.Accounts;
using MentoringPortal.Data.Audit;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace MentoringPortal.Web.Setup;

/// <summary>Accounts, the cookie and who may do what.</summary>
public static class IdentityRegistration
{
    /// <summary>OWASP Password Storage Cheat Sheet: PBKDF2-HMAC-SHA512 with 220,000 iterations.</summary>
    private const int HashIterations = 220_000;

    public static void AddPortalIdentity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashIterations);
        services.AddSingleton<IPasswordHasher<PortalUser>, PasswordHasher<PortalUser>>();
        services.AddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        services.AddHttpContextAccessor();
        services.AddScoped<Features.Admin.AccountOffice>();
        services.AddDataProtection().SetApplicationName("MentoringPortal")
            .PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(DatabaseRegistration.StorageFolder(builder), "keys")));

        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Harden("session", builder.Environment);
            options.LoginPath = "/account/login";
            options.ReturnUrlParameter = "returnUrl";
            options.ExpireTimeSpan = SignInStore.Absolute;
            options.SlidingExpiration = false;
            options.Events.OnValidatePrincipal = Validate;
            options.Events.OnRedirectToAccessDenied = Deny;
        });
        services.AddSingleton<IAuthorizationHandler, PermissionHandler>();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    /// <summary>AU9: everywhere but over http in Development a cookie is <c>__Host-</c> and Secure.</summary>
    public static void Harden(this CookieBuilder cookie, string name, IHostEnvironment environment)
    {
        var plain = environment.IsDevelopment();
        cookie.Name = plain ? name : $"__Host-{name}";
        cookie.SecurePolicy = plain ? CookieSecurePolicy.None : CookieSecurePolicy.Always;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.Path = "/";
        cookie.IsEssential = true;
    }

    /// <summary>The session behind the cookie is asked at every request: ended, disabled or demoted is obeyed at once (AU4, AU5).</summary>
    private static async Task Validate(CookieValidatePrincipalContext context)
    {
        var store = context.HttpContext.RequestServices.GetRequiredService<SignInStore>();
        if (context.Principal!.SessionId() is { } id && await store.Find(id, context.HttpContext.RequestAborted) is { } session)
            context.ReplacePrincipal(CurrentActor.Principal(id, session));
        else
            context.RejectPrincipal();
    }

    private static async Task Deny(RedirectContext<CookieAuthenticationOptions> context)
    {
        // A one-time password opens nothing but the page that replaces it.
        if (context.HttpContext.User.MustChangePassword())
        {
            context.Response.Redirect("/account/password");
            return;
        }
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        var db = context.HttpContext.RequestServices.GetRequiredService<PortalDb>();
        await db.Record(AuditAction.AccessDenied, detail: $"{context.Request.Method} {context.Request.Path}");
    }
}
