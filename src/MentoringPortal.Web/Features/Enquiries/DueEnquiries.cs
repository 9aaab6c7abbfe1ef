using MentoringPortal.Data;
using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Enquiries;

/// <summary>Open enquiries whose term is over or nearly so, in numbers: a curator's own, all for the department, none for anybody else.</summary>
public sealed record DueEnquiries(int Overdue, int Soon)
{
    public int Count => Overdue + Soon;

    /// <summary>For the lists of reminders: words, number, address.</summary>
    public IEnumerable<(string Words, int Count, string Url)> Lines => new[]
    {
        ("просрочен ответ на обращение о данных", Overdue, $"/enquiries?State={EnquiryState.Overdue}"),
        ($"обращения о данных: до срока {EnquiryTerm.SoonDays} рабочих дня и меньше", Soon, $"/enquiries?State={EnquiryState.Soon}"),
    }.Where(l => l.Item2 > 0);

    public static async Task<DueEnquiries> Load(PortalDb db, DateOnly today, CancellationToken cancel)
    {
        if (db.Scope.Actor!.Role is not (Role.Curator or Role.Department))
            return new(0, 0);
        var days = await Open(db, today).ToListAsync(cancel);
        return new(days.Count(d => d < today), days.Count(d => d >= today));
    }

    /// <summary>Last days of those that are near or over; for a page that asks for other things in the same command.</summary>
    public static IQueryable<DateOnly> Open(PortalDb db, DateOnly today)
    {
        var soon = EnquiryTerm.Soon(today, ProductionCalendar.Russia);
        return db.Enquiries.OfReader(db.Scope).Where(e => e.AnsweredOn == null && e.DueOn <= soon).Select(e => e.DueOn);
    }
}
