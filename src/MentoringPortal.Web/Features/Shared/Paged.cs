using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Shared;

/// <summary>What a list asks for: <c>?page=2&amp;size=50</c>. Anything else than the offered sizes falls back to 25.</summary>
public sealed record PageRequest(int Page = 1, int Size = PageRequest.DefaultSize)
{
    public const int DefaultSize = 25;
    public static readonly IReadOnlyList<int> Sizes = [25, 50, 100];

    public int Page { get; init; } = Math.Max(1, Page);
    public int Size { get; init; } = Sizes.Contains(Size) ? Size : DefaultSize;
}

/// <summary>Where in a list a page stands; what <c>&lt;pager of="…" /&gt;</c> draws.</summary>
public interface IPaged
{
    int Page { get; }
    int Size { get; }
    int Total { get; }
}

/// <summary>One page of rows.</summary>
public sealed record Paged<T>(IReadOnlyList<T> Rows, int Total, int Page, int Size) : IPaged;

public static class Paging
{
    /// <summary>Loads one page of an ordered query. A page beyond the end is the last one, so that a kept address never is empty.</summary>
    public static async Task<Paged<T>> ToPageAsync<T>(this IQueryable<T> rows, PageRequest request, CancellationToken cancel)
    {
        var total = await rows.CountAsync(cancel);
        var page = Math.Clamp(request.Page, 1, Math.Max(1, (total + request.Size - 1) / request.Size));
        var shown = await rows.Skip((page - 1) * request.Size).Take(request.Size).ToListAsync(cancel);
        return new Paged<T>(shown, total, page, request.Size);
    }

    /// <summary>
    /// The same for rows with much beside them: first the keys of the page, then all about these alone. In one query the database would
    /// gather what stands beside every row there is.
    /// </summary>
    public static async Task<Paged<TRow>> ToPageAsync<T, TRow>(this IQueryable<T> rows, Expression<Func<T, int>> key, Func<IReadOnlyList<int>, IQueryable<TRow>> project, Func<TRow, int> keyOf,
        PageRequest request, CancellationToken cancel)
    {
        var keys = await rows.Select(key).ToPageAsync(request, cancel);
        var shown = (await project(keys.Rows).ToListAsync(cancel)).ToDictionary(keyOf);
        return new Paged<TRow>([.. keys.Rows.Where(shown.ContainsKey).Select(id => shown[id])], keys.Total, keys.Page, keys.Size);
    }
}
