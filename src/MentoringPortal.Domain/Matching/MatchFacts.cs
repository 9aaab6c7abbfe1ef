using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Settings;

namespace MentoringPortal.Domain.Matching;

/// <summary>What speaks for a mentor and a mentee together. Points and words are two views of the same facts: an assignment weighs millions and needs no words.</summary>
internal readonly struct MatchFacts(Seeker mentee, Candidate mentor, MentoringForm form, bool isFormChosen)
{
    public MentoringForm Form => form;

    public int SharedTopics { get; } = CountShared(mentee.Topics, mentor.Topics);

    private bool HasWish => mentor.AgeFrom is not null || mentor.AgeTo is not null;

    private bool IsAgeWished => mentee.Age is { } age && (mentor.AgeFrom is null || age >= mentor.AgeFrom) && (mentor.AgeTo is null || age <= mentor.AgeTo);

    private TimeSlots SharedTime => mentee.Time & mentor.Time;

    public int PointsBeforeLoad(MatchWeights weights) =>
        (SharedTopics * weights.Topic) + (isFormChosen ? weights.Form : 0) + AgePoints(weights) + (SharedTime == TimeSlots.None ? 0 : weights.Time)
        + (mentor.Origin == MentorOrigin.Own ? weights.OwnOrganization : 0);

    /// <summary>An age that is not wished takes off as much as a wished one adds; a mentor without a wish is neither.</summary>
    private int AgePoints(MatchWeights weights) => !HasWish || mentee.Age is null ? 0 : IsAgeWished ? weights.Age : -weights.Age;

    public IReadOnlyList<MatchReason> Reasons(MatchWeights weights, IReadOnlyDictionary<int, string> topics)
    {
        var reasons = new List<MatchReason>
        {
            SharedTopics > 0
                ? new($"общие темы: {string.Join(", ", mentee.Topics.Intersect(mentor.Topics).Select(id => topics[id]))}", SharedTopics * weights.Topic)
                : new("общих тем нет", 0, IsWarning: true),
            isFormChosen ? new($"форма «{form.Name}», выбрана организацией на этот год", weights.Form) : new($"форма «{form.Name}»", 0),
        };
        if (HasWish && mentee.Age is { } age)
            reasons.Add(new($"{(IsAgeWished ? "возраст подходит" : "возраст не тот")}: лет {age}, наставник ждёт{Bound(" от ", mentor.AgeFrom)}{Bound(" до ", mentor.AgeTo)}", AgePoints(weights), !IsAgeWished));
        if (SharedTime != TimeSlots.None)
            reasons.Add(new($"удобное время совпадает: {PersonWords.Of(SharedTime)}", weights.Time));
        else if (mentee.Time != TimeSlots.None && mentor.Time != TimeSlots.None)
            reasons.Add(new("удобное время не совпадает", 0, IsWarning: true));
        reasons.Add(new(OriginWords(), mentor.Origin == MentorOrigin.Own ? weights.OwnOrganization : 0));
        reasons.Add(mentor.Taken == 0 ? new($"ещё никого не ведёт, мест: {mentor.Places}", 0) : new($"уже ведёт: {mentor.Taken}, свободных мест: {mentor.Free}", -weights.Load * mentor.Taken));
        return reasons;
    }

    private string OriginWords() => (mentor.Origin, mentor.IsPartners) switch
    {
        (MentorOrigin.Own, _) => "из вашей организации",
        (MentorOrigin.Lent, true) => "от партнёра, соглашение действует, место вам выделено",
        (MentorOrigin.Lent, false) => "из другой организации, место вам выделено",
        (_, true) => "от партнёра, соглашение действует; наставника нужно запросить",
        _ => "из муниципальной базы; наставника нужно запросить",
    };

    private static string Bound(string word, int? years) => years is null ? "" : $"{word}{years}";

    /// <summary>Both lists rise, so that one walk along both counts.</summary>
    private static int CountShared(IReadOnlyList<int> left, IReadOnlyList<int> right)
    {
        var (i, j, shared) = (0, 0, 0);
        while (i < left.Count && j < right.Count)
            switch (left[i].CompareTo(right[j]))
            {
                case 0: (i, j, shared) = (i + 1, j + 1, shared + 1); break;
                case < 0: i++; break;
                default: j++; break;
            }
        return shared;
    }
}
