namespace MentoringPortal.Domain.Deadlines.Meaning;

/// <summary>Codes of the contract that the reader of deadlines uses.</summary>
internal static class RemarkCodes
{
    public const string Missing = "deadline-missing";
    public const string BeforeOrder = "deadline-before-order";
    public const string WrapsYear = "deadline-wraps-year";
    public const string Invalid = "deadline-invalid";
    public const string Ocr = "deadline-ocr";
    public const string Ambiguous = "deadline-ambiguous";
    public const string Inferred = "deadline-inferred";
    public const string BySchedule = "deadline-by-schedule";
    public const string ApproximateCalendar = "calendar-approximate";
}

/// <summary>What is noticed while a phrase is being understood.</summary>
internal sealed class Notes(DeadlineContext context)
{
    private readonly List<DeadlineRemark> remarks = [];
    private readonly List<string> inferred = [];

    public DeadlineContext Context { get; } = context;

    public IReadOnlyList<DeadlineRemark> Remarks => remarks;

    public IReadOnlyList<string> Inferred => inferred;

    public DeadlineProposal? Proposal { get; set; }

    /// <summary>A date of the words does not exist.</summary>
    public bool IsInvalid { get; private set; }

    public void Remark(string code, string text)
    {
        if (!remarks.Any(r => string.Equals(r.Code, code, StringComparison.Ordinal) && string.Equals(r.Text, text, StringComparison.Ordinal)))
            remarks.Add(new DeadlineRemark(code, text));
    }

    public void Infer(string what)
    {
        if (!inferred.Contains(what, StringComparer.Ordinal)) inferred.Add(what);
    }

    public void Invalid(string text)
    {
        IsInvalid = true;
        Remark(RemarkCodes.Invalid, text);
    }
}
