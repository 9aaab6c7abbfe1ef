using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace MentoringPortal.Web.Features.Shared;

/// <summary>A step of the path to the page.</summary>
public sealed record Crumb(string Text, string Url);

/// <summary>What a view says about its page, once: <c>ViewData.Page("Приказ № 338", ("Приказы и письма", "/orders"))</c>.</summary>
public static class PageHead
{
    private const string TitleKey = "Title", CrumbsKey = "Crumbs";

    public static void Page(this ViewDataDictionary viewData, string title, params (string Text, string Url)[] crumbs)
    {
        viewData[TitleKey] = title;
        viewData[CrumbsKey] = crumbs.Select(c => new Crumb(c.Text, c.Url)).ToArray();
    }

    public static string Title(this ViewDataDictionary viewData) => viewData[TitleKey] as string ?? "Обзор";

    public static IReadOnlyList<Crumb> Crumbs(this ViewDataDictionary viewData) => viewData[CrumbsKey] as Crumb[] ?? [];
}
