namespace MentoringPortal.Domain.Surveys;

/// <summary>
/// Who may not see the people sees no figures of a group so small that a person could be guessed in it: neither a mean of a few nor a part of
/// the whole that a few make up.
/// </summary>
public static class SmallGroups
{
    public const int Smallest = 5;

    public const string Words = "меньше 5";

    public static bool Hides(int people, bool seesPeople) => !seesPeople && people is > 0 and < Smallest;

    /// <summary>A division of a group into parts tells nothing of anybody while each part is empty or large.</summary>
    public static bool HidesParts(IEnumerable<int> parts, bool seesPeople) => parts.Any(p => Hides(p, seesPeople));
}
