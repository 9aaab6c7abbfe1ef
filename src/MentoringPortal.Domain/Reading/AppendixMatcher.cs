using System.Text.RegularExpressions;

namespace MentoringPortal.Domain.Reading;

/// <summary>Matches the appendices a paper promises with those that follow it.</summary>
internal sealed partial class AppendixMatcher(Remarks remarks)
{
    private sealed record Promise(int Number, string Context, AppendixKind Kind);

    public IReadOnlyList<ReadAppendix> Match(IEnumerable<string> texts, List<AppendixPart> parts, DocumentKind kind)
    {
        var promises = Promises(texts);
        var left = new List<AppendixPart>(parts);
        var found = new Dictionary<Promise, AppendixPart>();
        foreach (var promise in promises) Take(promise, p => p.Number == promise.Number && promise.Number > 0);
        foreach (var promise in promises) Take(promise, p => p.Number is null && p.Kind == promise.Kind && (p.Kind != AppendixKind.Text || p.Labelled || SharesWord(p.Title, promise.Context)));
        foreach (var promise in promises) Take(promise, p => p.Number is null && p.Labelled);
        // A promise whose words do not tell its kind («по форме приложения», «согласно приложению») takes what is there.
        foreach (var promise in promises.Where(p => p.Kind == AppendixKind.Text && p.Number == 0)) Take(promise, p => p.Number is null);
        if (kind == DocumentKind.Roadmap) return [];

        var appendices = promises.Select(p => Appendix(p, found.GetValueOrDefault(p), promises)).ToList();
        foreach (var part in left)
        {
            var number = part.Number ?? Free(appendices);
            appendices.Add(new ReadAppendix(number, part.Title, part.Kind, Present: true));
            if (!part.Labelled) Unlabelled(number, part.Title);
        }

        return [.. appendices.OrderBy(a => a.Number)];

        void Take(Promise promise, Func<AppendixPart, bool> fits)
        {
            if (found.ContainsKey(promise) || left.Find(p => fits(p)) is not { } part) return;
            found[promise] = part;
            left.Remove(part);
        }
    }

    private ReadAppendix Appendix(Promise promise, AppendixPart? part, List<Promise> all)
    {
        var number = promise.Number > 0 ? promise.Number : Enumerable.Range(1, 999).First(n => all.TrueForAll(p => p.Number != n));
        if (part is null)
        {
            remarks.Add(RemarkPart.Appendix, number.ToString(System.Globalization.CultureInfo.InvariantCulture), "appendix-missing", $"Приложение {number} названо в тексте, но его нет");
            return new ReadAppendix(number, Subject(promise.Context), promise.Kind, Present: false);
        }

        if (!part.Labelled) Unlabelled(number, part.Title);
        return new ReadAppendix(number, part.Title ?? Subject(promise.Context), part.Kind, Present: true);
    }

    private void Unlabelled(int number, string? title) => remarks.Add(RemarkPart.Appendix, number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        "appendix-unlabelled", title is null ? $"Приложение {number} не подписано" : $"Приложение {number} не подписано: «{title}»");

    private static List<Promise> Promises(IEnumerable<string> texts)
    {
        var promises = new List<Promise>();
        var all = texts.ToList();
        foreach (var (number, context) in all.SelectMany(Appendices.References).Concat(all.Select(Appendices.Enclosed).OfType<string>().Select(c => (0, c))).Take(200))
        {
            if (promises.Exists(p => p.Number == number)) continue;
            promises.Add(new Promise(number, context, Appendices.KindOf(context)));
        }

        return promises;
    }

    /// <summary>What is promised, without the verb before it: «Утвердить модель …» promises «модель …».</summary>
    private static string? Subject(string context) => LeadingVerb().Replace(Appendices.Named(Cleaning.Flat(context)), "") is { Length: > 0 } subject ? subject : null;

    [GeneratedRegex(@"^(?:\d+[.)]\s*)?\p{L}+(?:ть|ти)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingVerb();

    private static int Free(List<ReadAppendix> taken) => Enumerable.Range(1, 999).First(n => taken.TrueForAll(a => a.Number != n));

    private static bool SharesWord(string? title, string context) => title is not null
        && title.Split(' ').Any(w => w.Length > 5 && context.Contains(w[..5], StringComparison.OrdinalIgnoreCase));
}
