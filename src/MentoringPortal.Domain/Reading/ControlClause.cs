using System.Text.RegularExpressions;

namespace MentoringPortal.Domain.Reading;

/// <summary>The clause that says who watches over the order.</summary>
internal static partial class ControlClause
{
    public static bool IsControl(string text) => Control().IsMatch(text);

    [GeneratedRegex(@"^(?:общий\s+)?(?:контроль(?!\p{L})|ответственность\s.{0,40}(?:исполнени|выполнени))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Control();
}
