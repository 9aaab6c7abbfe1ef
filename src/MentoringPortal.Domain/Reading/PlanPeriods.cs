using MentoringPortal.Domain.Deadlines;

namespace MentoringPortal.Domain.Reading;

/// <summary>Chooses the period of the plan from the titles that name one.</summary>
internal sealed class PlanPeriods(Remarks remarks)
{
    public PlanPeriod Find(IEnumerable<string> titles)
    {
        var named = titles.Select(PlanPeriodReader.Read).Where(p => p.Start is not null).ToList();
        if (named.Count == 0) return PlanPeriod.None;
        var first = named[0];
        if (!first.Ambiguous) return named.Exists(p => p.Ambiguous && p.SchoolYearStart == first.Start) ? Ask(first) : first;
        var school = named.Find(p => !p.Ambiguous && p.Start == first.SchoolYearStart);
        return Ask(school ?? first);
    }

    private PlanPeriod Ask(PlanPeriod chosen)
    {
        remarks.Add(RemarkPart.Document, "period", "period-ambiguous", "Период плана можно понять как календарные годы и как учебный год: уточните", $"{chosen.Start:dd.MM.yyyy} – {chosen.End:dd.MM.yyyy}");
        return chosen;
    }
}
