using System.Globalization;
using MentoringPortal.Domain.Deadlines;

namespace MentoringPortal.Domain.Reading;

/// <summary>Collects what is wrong with a paper.</summary>
internal sealed class Remarks
{
    /// <summary>Defects that need an answer from the user; the rest are warnings.</summary>
    private static readonly HashSet<string> Errors = new(StringComparer.Ordinal)
    {
        "deadline-missing", "deadline-before-order", "deadline-invalid", "deadline-ambiguous", "period-ambiguous", "number-missing", "date-missing",
    };

    private readonly List<ReadRemark> all = [];

    public IReadOnlyList<ReadRemark> All => all;

    public void Add(RemarkPart part, string? where, string code, string text, string? proposal = null, int? row = null)
    {
        var remark = new ReadRemark(Errors.Contains(code) ? RemarkSeverity.Error : RemarkSeverity.Warning, part, where, code, text, proposal) { Row = row };
        if (!all.Contains(remark)) all.Add(remark);
    }

    public void Item(ReadItem item, string code, string text, string? proposal = null) => Add(RemarkPart.Item, item.Number, code, text, proposal, item.Id);

    public void Deadline(RemarkPart part, string where, Deadline deadline, int? row = null)
    {
        foreach (var remark in deadline.Remarks) Add(part, where, remark.Code, remark.Text, Proposal(deadline.Proposal), row);
    }

    private static string? Proposal(DeadlineProposal? proposal) => proposal switch
    {
        { Start: { } start, End: { } end } => string.Create(CultureInfo.InvariantCulture, $"{start:dd.MM.yyyy} – {end:dd.MM.yyyy}"),
        { End: { } end } => string.Create(CultureInfo.InvariantCulture, $"до {end:dd.MM.yyyy}"),
        _ => null,
    };
}
