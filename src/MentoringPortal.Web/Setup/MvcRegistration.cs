using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using MentoringPortal.Web.Features.Shared;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;

namespace MentoringPortal.Web.Setup;

/// <summary>Controllers and views by feature folder, everything in Russian.</summary>
public static class MvcRegistration
{
    /// <summary>A school of three thousand ticks its pupils one by one; a month of meetings of a hundred pairs is 3,100 fields.</summary>
    private const int MostFields = 10_000;

    public static void AddPortalMvc(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddMemoryCache();
        services.AddSingleton<SubmitOnceFilter>();
        services.AddControllersWithViews(options =>
            {
                // An instance keeps its order: wrapped as a type it would read the form before an action's own limits are set.
                options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
                options.Filters.Add<RefusalFilter>();
                options.Filters.AddService<SubmitOnceFilter>();
                // Never the limit that is met: it is an exception in the middle of the binding, the form's own is an answer.
                options.MaxModelBindingCollectionSize = MostFields + 1;
                RussianMessages.Use(options);
            })
            .AddRazorOptions(options =>
            {
                options.ViewLocationFormats.Clear();
                options.ViewLocationFormats.Add("/Features/{1}/{0}.cshtml");
                options.ViewLocationFormats.Add("/Features/Shared/{0}.cshtml");
            })
            .AddCookieTempDataProvider(options => options.Cookie.Harden("notice", builder.Environment));
        services.Configure<FormOptions>(options => options.ValueCountLimit = MostFields);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Harden("form", builder.Environment);
            options.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<RouteOptions>(options =>
        {
            options.ConstraintMap["id"] = typeof(IdConstraint);
            options.LowercaseUrls = true;
        });
        // Without it every Cyrillic letter travels as a numeric entity: pages twice as large.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(
            UnicodeRanges.BasicLatin, UnicodeRanges.Latin1Supplement, UnicodeRanges.Cyrillic, UnicodeRanges.CyrillicSupplement,
            UnicodeRanges.GeneralPunctuation, UnicodeRanges.LetterlikeSymbols, UnicodeRanges.Arrows));
        var russian = CultureInfo.GetCultureInfo("ru-RU");
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(russian);
            options.SupportedCultures = [russian];
            options.SupportedUICultures = [russian];
            options.RequestCultureProviders.Clear();
        });
    }

    public static void MapPortal(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapControllers().WithStaticAssets();
        app.MapHealth();
    }
}

/// <summary>A number of a row: digits alone, so that « 1», «١» and «1,2» are no addresses.</summary>
public sealed class IdConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values[routeKey] switch
        {
            int => true,
            string text => text.Length is > 0 and < 10 && text[0] != '0' && text.All(char.IsAsciiDigit),
            _ => false,
        };
}
