namespace MentoringPortal.Domain.Deadlines.Meaning;

/// <summary>C9: an end before the order's date stays as read, with a warning and, where a later year mends it, an offer.</summary>
internal static class BeforeOrder
{
    public static void Check(Deadline deadline, Notes notes)
    {
        var context = notes.Context;
        // Without an order, the row or stage before it is what an end must not precede.
        if ((context.OrderDate ?? context.PreviousStart) is not { } order) return;
        var parts = deadline.Periods.Count > 0 ? deadline.Periods : [new DeadlinePeriod(deadline.Start, deadline.End)];
        if (!parts.Any(p => p.End < order)) return;
        notes.Remark(RemarkCodes.BeforeOrder, context.OrderDate is null
            ? $"Срок кончается раньше, чем начинается предыдущий ({DateWords.Figures(order)})"
            : $"Срок кончается раньше даты приказа ({DateWords.Figures(order)})");
        if (parts.Count == 1 && deadline.Kind is DeadlineKind.Due or DeadlineKind.Period) notes.Proposal = NextYear(parts[0], order, context) ?? notes.Proposal;
    }

    private static DeadlineProposal? NextYear(DeadlinePeriod part, DateOnly order, DeadlineContext context)
    {
        if (part.End is not { } end || end.Year > 2200) return null;
        var years = 1;
        while (end.AddYears(years) < order && years < 3) years++;
        // The last day of February stays the last one.
        var later = end.AddDays(1).Day == 1 ? end.AddDays(1).AddYears(years).AddDays(-1) : end.AddYears(years);
        return later < order || later > context.PlanEnd ? null
            : new DeadlineProposal(part.Start?.AddYears(years), later, $"Вероятно, имелся в виду {later.Year} год");
    }
}
