using System.Globalization;
using System.Text.RegularExpressions;
using MentoringPortal.Domain.Time;

namespace MentoringPortal.Domain.Exchange;

/// <summary>
/// Where a register of pairs says that a person studied. The methodology's registers have no year of birth of a pupil who is a mentor: the class in
/// the column of his place of study tells it.
/// </summary>
/// <param name="Year">The school year of the pair.</param>
/// <param name="Column">Where the place stands.</param>
/// <param name="Place">As written: «10 А класс», «Школа № 5, 10 А».</param>
internal sealed partial record RegisterPlace(SchoolYear Year, ExchangeColumn Column, string? Place)
{
    /// <summary>Children enter the first class in the year in which they become seven (273-ФЗ ст. 67: from six and a half to eight).</summary>
    private const int AgeBeforeSchool = 6;

    /// <summary>The class told by its own column or inside the words of the place; null where neither does. A school's number is no class.</summary>
    public int? GradeOf(string? className) => new[] { className }.Concat((Place ?? "").Split(',', ';', '(', ')'))
        .Select(part => ClassAlone().Match(part ?? ""))
        .Where(found => found.Success)
        .Select(found => (int?)int.Parse(found.Groups["grade"].Value, CultureInfo.InvariantCulture)).FirstOrDefault();

    public int BornIn(int grade) => Year.StartYear - AgeBeforeSchool - grade;

    [GeneratedRegex(@"^\s*(учени(к|ца)|учащ(ийся|аяся)|обучающ(ийся|аяся))?\s*(?<grade>1[01]|[1-9])\s*[-–«""]?\s*\p{L}?\s*[»""]?\s*(класс(а)?|кл\.?)?\s*$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex ClassAlone();
}
