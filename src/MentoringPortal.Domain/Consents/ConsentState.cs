namespace MentoringPortal.Domain.Consents;

/// <summary>How a person stands with one kind of consent, the most pressing first.</summary>
public enum ConsentState { Missing, Expiring, Withdrawn, Valid }

public static class ConsentStates
{
    /// <summary>A consent that ends within so many days is listed as expiring.</summary>
    public const int SoonDays = 30;

    /// <param name="consents">A person's consents of one kind.</param>
    /// <param name="born">The person's date of birth, where it is stored.</param>
    /// <param name="today">The municipality's today.</param>
    public static ConsentState Of(IReadOnlyCollection<Consent> consents, DateOnly? born, DateOnly today) =>
        consents.Any(c => c.HoldsOn(today, born))
            ? consents.Any(c => c.HoldsOn(today.AddDays(SoonDays), born)) ? ConsentState.Valid : ConsentState.Expiring
            : consents.Any(c => c.WithdrawnOn is not null) ? ConsentState.Withdrawn : ConsentState.Missing;
}
