namespace MentoringPortal.Domain;

/// <summary>A rule of the domain refused the change. The message is Russian and is shown to the user beside <see cref="Field"/>, or above the form.</summary>
public sealed class DomainException(string message, string? field = null) : Exception(message)
{
    /// <summary>Name of the form's field that the message belongs to, or null for the form as a whole.</summary>
    public string? Field { get; } = field;
}
