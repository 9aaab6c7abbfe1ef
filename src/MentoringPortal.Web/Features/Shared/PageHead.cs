using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace MentoringPortal.Web.Features.Shared;

/// <summary>A step of the path to the page.</summary>
public sealed record Crumb(string Text, string Url);

/// <summary>What a view says about its page, once: <c>ViewData.Page("Приказ № 338", ("Приказы и письма", "/orders"))</c>.</summary>
public static class PageHead
{
    private const string TitleKey = "Title", CrumbsKey = "Crumbs", DoneKey = "Done";

    public static void Page(this ViewDataDictionary viewData, string title, params (string Text, string Url)[] crumbs)
    {
        viewData[TitleKey] = title;
        viewData[CrumbsKey] = crumbs.Select(c => new Crumb(c.Text, c.Url)).ToArray();
    }

    public static string Title(this ViewDataDictionary viewData) => viewData[TitleKey] as string ?? "Наставничество";

    public static IReadOnlyList<Crumb> Crumbs(this ViewDataDictionary viewData) => viewData[CrumbsKey] as Crumb[] ?? [];

    /// <summary>What was done, shown once on the next page: «Приказ сохранён».</summary>
    public static void Done(this ITempDataDictionary tempData, string text) => tempData[DoneKey] = text;

    public static string? Done(this ITempDataDictionary tempData) => tempData[DoneKey] as string;
}
