namespace MentoringPortal.Domain.Deadlines;

/// <summary>Says a term in canonical Russian: «понято как». What it says reads back as the same term.</summary>
public static class DeadlineFormatter
{
    public static string Format(Deadline deadline) => deadline.Text;
}
