using MentoringPortal.Domain;

namespace MentoringPortal.Data.Mail;

public enum MailKind { PasswordReset, Digest, Test, Request }

/// <summary>Waiting «ждёт» → Sent «отправлено», Failed «не доставлено» (given up), or Dropped «снято» (there was nobody to write to).</summary>
public enum MailState { Waiting, Sent, Failed, Dropped }

/// <summary>A letter of the portal's outbox. It stays here until the mail server has taken it: a dead server delays letters and nothing else (DF4).</summary>
public sealed class OutboxMail
{
    public int Id { get; private set; }
    public MailKind Kind { get; init; }
    /// <summary>The address, in lower case; for a forgotten password as typed, whoever it is.</summary>
    [Personal] public required string Recipient { get; init; }
    [NotPersonal] public required string Subject { get; init; }
    /// <summary>The text; null where it is written at the moment of sending (a one-time link is stored nowhere), and emptied once it is sent.</summary>
    [Personal] public string? Body { get; init; }
    /// <summary>What may be asked once, e.g. one week's digest of one account: two instances of the portal write it once.</summary>
    [NotPersonal] public string? Key { get; init; }
    public MailState State { get; private set; }
    public DateTime QueuedAt { get; set; }
    /// <summary>Not before this moment; moved ahead by whoever takes the letter, so that nobody else takes it meanwhile.</summary>
    public DateTime NextAttemptAt { get; set; }
    public int Attempts { get; private set; }
    public DateTime? SentAt { get; private set; }
    /// <summary>Why the last attempt failed, in words without the server's own, which may name people.</summary>
    [NotPersonal] public string? LastError { get; private set; }

    /// <summary>Once more from the beginning, by the administrator's hand.</summary>
    /// <exception cref="DomainException">The letter is not one that was given up.</exception>
    public void Retry(DateTime now)
    {
        if (State != MailState.Failed)
            throw new DomainException("Повторить можно только письмо, которое не доставлено.");
        (State, Attempts, QueuedAt, NextAttemptAt) = (MailState.Waiting, 0, now, now);
    }
}

/// <summary>How long a letter rests after each refusal.</summary>
public static class MailDelays
{
    private static readonly TimeSpan[] Steps =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12),
    ];

    /// <summary>Who forgot a password asks again sooner than this; a link that comes days later only frightens.</summary>
    public static readonly TimeSpan LongestReset = TimeSpan.FromHours(6);

    /// <param name="attempts">Attempts made so far, at least one.</param>
    public static TimeSpan After(int attempts) => Steps[Math.Min(attempts, Steps.Length) - 1];

    /// <summary>The next moment, or null where the letter is given up.</summary>
    public static DateTime? Next(MailKind kind, DateTime queuedAt, int attempts, TimeSpan patience, DateTime now)
    {
        var next = now + After(attempts);
        return next > queuedAt + (kind == MailKind.PasswordReset ? LongestReset : patience) ? null : next;
    }
}
