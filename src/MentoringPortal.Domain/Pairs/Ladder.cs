using MentoringPortal.Domain.Settings;

namespace MentoringPortal.Domain.Pairs;

/// <summary>Where a pair stands still, the most pressing first.</summary>
public enum Rung { ConsentOver, MentorLeft, Consent, Order, Over, Meeting, Plan, PaperJournal, FinalSurvey }

/// <summary>What the ladder has to know of a pair.</summary>
/// <param name="LastMeeting">Of those held.</param>
/// <param name="SilentSince">The last day of a pair that was completed and of whose people nobody has answered the questionnaire at the end; null where somebody has, or is not asked.</param>
/// <param name="MentorLeftOn">The last day of its mentor in the bank: his own organization, which may be another one, has let him go.</param>
public sealed record PairFacts(PairState State, DateOnly From, DateOnly To, DateOnly? UnconfirmedUntil, DateOnly? PaperJournalConfirmedOn, bool HasPlan, DateOnly? LastMeeting, DateOnly? SilentSince = null, DateOnly? MentorLeftOn = null);

/// <summary>The ladder of reminders: what a pair owes, and after how many days somebody is told.</summary>
public static class Ladder
{
    /// <summary>Rungs that the mentor can climb himself; the rest is the curator's.</summary>
    public static readonly IReadOnlyList<Rung> Mentors = [Rung.Meeting, Rung.Plan];

    /// <summary>So long after the end people can still say how it was; later nobody is reminded.</summary>
    public const int SurveyDays = 120;

    public static IEnumerable<Rung> Of(PairFacts pair, MentoringSettings settings, DateOnly today)
    {
        var days = settings.Reminders;
        var isAbandoned = pair.State is PairState.Draft or PairState.Active && pair.MentorLeftOn <= today;
        if (isAbandoned)
            yield return Rung.MentorLeft;
        if (pair.State == PairState.Draft && !isAbandoned && pair.From.AddDays(days.Order) <= today)
            yield return Rung.Order;
        if (pair.State == PairState.Completed && pair.SilentSince is { } end && end.AddDays(days.FinalSurvey) <= today && today <= end.AddDays(SurveyDays))
            yield return Rung.FinalSurvey;
        if (pair.State != PairState.Active)
            yield break;
        // The term began when the pair was brought in.
        if (pair.UnconfirmedUntil < today)
            yield return Rung.ConsentOver;
        else if (pair.UnconfirmedUntil?.AddDays(days.Consent - settings.UnconfirmedDays) <= today)
            yield return Rung.Consent;
        // Before the mentor is replaced nothing else can be done.
        if (isAbandoned)
            yield break;
        if (pair.To < today)
        {
            yield return Rung.Over;
            yield break;
        }
        // Whose meetings are on paper is asked for nothing but whether it is still so.
        if (pair.PaperJournalConfirmedOn is { } confirmed)
        {
            if (confirmed.AddMonths(1) <= today)
                yield return Rung.PaperJournal;
            yield break;
        }
        if (Later(pair.LastMeeting, pair.From).AddDays(days.Meeting) <= today)
            yield return Rung.Meeting;
        if (!pair.HasPlan && pair.From.AddDays(days.Plan) <= today)
            yield return Rung.Plan;
    }

    private static DateOnly Later(DateOnly? a, DateOnly b) => a > b ? a.Value : b;
}
