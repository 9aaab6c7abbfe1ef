using MentoringPortal.Domain;

namespace MentoringPortal.Data.Accounts;

/// <summary>The secret address of a person's calendar, one at a time: a new one replaces it, and taken back it opens nothing. Of its 256-bit code only the hash is kept.</summary>
public sealed class CalendarFeed
{
    public int Id { get; private set; }
    public int UserId { get; init; }
    public PortalUser? User { get; private set; }
    [NotPersonal] public required string CodeHash { get; set; }
    public DateTime CreatedAt { get; set; }
}
