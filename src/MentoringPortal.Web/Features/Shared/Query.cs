using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;

namespace MentoringPortal.Web.Features.Shared;

/// <summary>Addresses of the same list with one thing changed: filter, sort, page and school year live in the query string.</summary>
public static class Query
{
    /// <summary>The current address with <paramref name="key"/> set to <paramref name="value"/> (null removes it); the page starts anew unless it is what changes.</summary>
    public static string With(this HttpRequest request, string key, string? value) =>
        request.Change(query =>
        {
            query.Remove(key);
            if (value is not null)
                query[key] = value;
        }, keepPage: key == "page");

    /// <summary>The current address without one value of <paramref name="key"/>: a filter of several ticks loses one.</summary>
    public static string Without(this HttpRequest request, string key, string value) =>
        request.Change(query => query[key] = query.GetValueOrDefault(key).Where(v => v != value).ToArray(), keepPage: false);

    private static string Change(this HttpRequest request, Action<Dictionary<string, StringValues>> change, bool keepPage)
    {
        var query = request.Query.Where(pair => keepPage || pair.Key != "page").ToDictionary(StringComparer.OrdinalIgnoreCase);
        change(query);
        var builder = new QueryBuilder(query.SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? "")));
        return request.PathBase + request.Path + builder.ToString();
    }
}

/// <summary>A filter in force, shown as a tag; a click removes <see cref="Value"/> of the query's <see cref="Key"/>.</summary>
public sealed record FilterPill(string Text, string Key, string Value);
