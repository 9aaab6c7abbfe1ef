using MentoringPortal.Web.Setup;

namespace MentoringPortal.Web.Features.Shared;

/// <summary>The cookie that keeps a <see cref="PageLook"/>: nothing of the person, hardened like the others.</summary>
public static class LookCookie
{
    public static PageLook Read(HttpContext context, IHostEnvironment environment) =>
        PageLook.Parse(context.Request.Cookies[Builder(environment).Name!]);

    public static void Write(HttpContext context, IHostEnvironment environment, PageLook look)
    {
        var cookie = Builder(environment);
        context.Response.Cookies.Append(cookie.Name!, look.ToString(), cookie.Build(context));
    }

    private static CookieBuilder Builder(IHostEnvironment environment)
    {
        var cookie = new CookieBuilder { MaxAge = TimeSpan.FromDays(365) };
        cookie.Harden("look", environment);
        return cookie;
    }
}
