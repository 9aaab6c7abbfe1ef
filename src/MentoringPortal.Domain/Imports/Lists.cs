namespace MentoringPortal.Domain.Imports;

/// <summary>Small changes of lists that are never changed in place.</summary>
internal static class Lists
{
    /// <summary>The element at an index that came with a request.</summary>
    /// <exception cref="DomainException">There is no such element (any more).</exception>
    public static T At<T>(this IReadOnlyList<T> list, int index) =>
        index >= 0 && index < list.Count ? list[index] : throw new DomainException("Этой строки в черновике больше нет. Откройте страницу заново.");

    public static IReadOnlyList<T> With<T>(this IReadOnlyList<T> list, int index, T value)
    {
        _ = list.At(index);
        return [.. list.Take(index), value, .. list.Skip(index + 1)];
    }

    public static IReadOnlyList<T> Without<T>(this IReadOnlyList<T> list, int index)
    {
        _ = list.At(index);
        return [.. list.Take(index), .. list.Skip(index + 1)];
    }

    public static IReadOnlyList<T> Inserting<T>(this IReadOnlyList<T> list, int index, params ReadOnlySpan<T> values) =>
        [.. list.Take(index), .. values, .. list.Skip(index)];
}
