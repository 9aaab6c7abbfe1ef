using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;

namespace MentoringPortal.Web.Setup;

/// <summary>Headers on every answer, known hosts and the proxy.</summary>
public static class SecurityRegistration
{
    public static void AddPortalSecurity(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 12 * 1024 * 1024;
        });
        var known = KnownProxy(builder.Configuration["Proxy:Known"]);
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = known is null ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            if (known is not null)
                options.KnownProxies.Add(known);
        });
    }

    /// <summary>Setting <c>Proxy__Known</c>; null where no proxy stands before the portal.</summary>
    private static IPAddress? KnownProxy(string? setting) =>
        string.IsNullOrEmpty(setting) ? null
        : IPAddress.TryParse(setting, out var address) ? address
        : throw new PortalSettingException($"Настройка Proxy__Known: «{setting}» – не адрес IP.");

    public static void UsePortalSecurity(this WebApplication app)
    {
        app.UseForwardedHeaders();
        var headers = Headers();
        // Not the framework's UseHsts: static files and error pages lose what that has set.
        if (!app.Environment.IsDevelopment())
            headers.AddStrictTransportSecurityMaxAge((int)TimeSpan.FromDays(365).TotalSeconds);
        app.UseSecurityHeaders(headers);
    }

    /// <summary>AU9: outside Development the cookies are Secure, so plain http gets one clear page instead of a sign-in that cannot work.</summary>
    public static void UseInsecureNotice(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
            return;
        app.Use((context, next) =>
        {
            if (!context.Request.IsHttps && !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
                context.Request.Path = "/error/insecure";
            return next(context);
        });
    }

    /// <summary>
    /// An address that is not there is 404 and a verb that is not there 405 for everybody; the fallback policy would send strangers to sign in.
    /// Every endpoint of the portal says who may call it, so what says nothing is the framework's own.
    /// </summary>
    public static void UseNotFound(this WebApplication app) => app.Use((context, next) =>
    {
        var endpoint = context.GetEndpoint();
        if (endpoint is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        var isPortals = endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        return isPortals ? next(context) : endpoint.RequestDelegate!(context);
    });

    /// <summary>Whoever asks for the head of a page gets the answer to GET without its body (RFC 9110, 9.3.2); no action has to say so.</summary>
    public static void UseHead(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }
        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null, body));
        context.Request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            context.Features.Set(body);
            context.Request.Method = HttpMethods.Head;
        }
    });

    /// <summary>CS2: a write that another site sends is refused before anything looks at it, whatever token it carries.</summary>
    public static void UseSameOriginWrites(this WebApplication app) => app.Use((context, next) =>
    {
        var request = context.Request;
        var isSafe = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        var origin = request.Headers.Origin.ToString();
        var isForeign = (origin.Length > 0 && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase))
            || request.Headers["Sec-Fetch-Site"].ToString() is "cross-site";
        if (isSafe || !isForeign)
            return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });

    /// <summary>HD3: what a signed-in person saw stays in no cache; «назад» after signing out shows nothing.</summary>
    public static void UseNoStore(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.Controllers.ControllerActionDescriptor>() is not null)
            // At the start of the answer: set now, the antiforgery token would meet it and warn of it at every form.
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.CacheControl = "no-store";
                return Task.CompletedTask;
            });
        return next(context);
    });

    private static HeaderPolicyCollection Headers() => new HeaderPolicyCollection()
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().Self();
            csp.AddScriptSrc().Self();
            csp.AddStyleSrc().Self();
            csp.AddImgSrc().Self().Data();
            csp.AddObjectSrc().None();
            csp.AddBaseUri().None();
            csp.AddFrameAncestors().None();
            csp.AddFormAction().Self();
        })
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicySameOrigin()
        .AddCustomHeader("Cross-Origin-Opener-Policy", "same-origin")
        .AddCustomHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
}
