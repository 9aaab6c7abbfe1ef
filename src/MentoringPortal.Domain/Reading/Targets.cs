using System.Globalization;
using System.Text.RegularExpressions;

namespace MentoringPortal.Domain.Reading;

/// <summary>Targets of coverage hidden in the rows: «(не менее 15%)» and a term.</summary>
internal static partial class Targets
{
    public static IReadOnlyList<ReadTarget> Read(IEnumerable<ReadItem> items) =>
        [.. items.Where(i => i.Target is not null).Select(i => new ReadTarget(i.Target!.Value, i.Deadline.End, Population(i.Activity), i.Number, i.Id))];

    /// <summary>The percent of people that a row wants covered; null where a percent says something else.</summary>
    public static decimal? Percent(string activity)
    {
        var percent = PercentSign().Match(activity);
        if (!percent.Success || !Coverage().IsMatch(activity)) return null;
        return decimal.TryParse(percent.Groups["n"].Value.Replace(',', '.'), NumberStyles.Number, CultureInfo.InvariantCulture, out var n) && n is > 0 and <= 100 ? n : null;
    }

    /// <summary>Who is counted, in the nominative plural: «обучающиеся по дополнительным общеобразовательным программам».</summary>
    public static string? Population(string activity)
    {
        var text = PercentSign().Replace(activity, " | ");
        var people = People().Match(text);
        if (!people.Success) return null;
        var adjective = people.Groups["adjective"].Value;
        var head = Head(people.Groups["head"].Value.ToLowerInvariant());
        var rest = PopulationEnd().Split(people.Groups["rest"].Value)[0].Trim(' ', ',', '.', '(', '|');
        if (adjective.Length > 0) adjective = adjective.ToLowerInvariant().Replace("ых", "ые", StringComparison.Ordinal).Replace("их", "ие", StringComparison.Ordinal);
        return Cleaning.Flat($"{adjective} {head} {rest}");
    }

    private static string Head(string genitive) => genitive switch
    {
        _ when genitive.EndsWith("щихся", StringComparison.Ordinal) => genitive[..^4] + "иеся",
        "детей" => "дети",
        "учителей" => "учителя",
        "организаций" => "организации",
        "предприятий" => "предприятия",
        "работников" => "работники",
        "специалистов" => "специалисты",
        "школ" => "школы",
        "наставляемых" => "наставляемые",
        _ when genitive.EndsWith("ов", StringComparison.Ordinal) => genitive[..^2] + (genitive.EndsWith("гов", StringComparison.Ordinal) || genitive.EndsWith("ков", StringComparison.Ordinal) ? "и" : "ы"),
        _ => genitive,
    };

    [GeneratedRegex(@"\(?\s*(?:(?:не\s+(?:менее|ниже)|до|более|свыше|от|минимум)\s+(?:чем\s+)?)?(?<n>\d{1,3}(?:[.,]\d{1,2})?)\s*(?:%|процент\p{L}*)(?:\s*\))?(?:\s+от\s+общего\s+(?:числа|количества))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PercentSign();

    [GeneratedRegex(@"вовлеч|охват|участ|дол[яиюей]+(?!\p{L})|не менее|не ниже|включени|прошедш|численност|приняв", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Coverage();

    [GeneratedRegex(@"(?<!\p{L})(?:(?<adjective>молодых|педагогических|общеобразовательных|образовательных|начинающих)\s+)?(?<head>обучающихся|учащихся|детей|школьников|подростков|студентов|педагогов|учителей|специалистов|работников|наставников|наставляемых|предприятий|организаций|школ)(?!\p{L})(?<rest>[^.;:]{0,160})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex People();

    [GeneratedRegex(@"\||\(|\)|,|(?<!\p{L})(?:в(?!\s+возрасте)|во|через|к|до(?!\s+\d+\s+лет)|на)\s|(?<!\p{L})(?:программами? наставничества|различными|охваченных|вовлеч[её]нных|участвующих|принявших|вошедших)(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PopulationEnd();
}
