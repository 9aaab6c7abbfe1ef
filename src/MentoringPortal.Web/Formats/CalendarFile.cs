using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace MentoringPortal.Web.Formats;

/// <summary>A day of a calendar.</summary>
/// <param name="Uid">The same in every answer, so that a calendar program moves the entry instead of adding another.</param>
/// <param name="Url">Where on the portal it is told in full.</param>
public sealed record CalendarEntry(string Uid, DateOnly Date, string Summary, string Url);

/// <summary>Days as an iCalendar (RFC 5545), for telephones and mail programs.</summary>
public static class CalendarFile
{
    /// <param name="made">UTC.</param>
    public static byte[] Render(string name, IEnumerable<CalendarEntry> entries, DateTime made)
    {
        var calendar = new Calendar { ProductId = "-//Mentoring Portal//RU" };
        calendar.AddProperty("X-WR-CALNAME", name);
        // Programs that obey ask four times a day.
        calendar.AddProperty("X-PUBLISHED-TTL", "PT6H");
        foreach (var entry in entries)
            calendar.Events.Add(new CalendarEvent
            {
                Uid = entry.Uid,
                DtStamp = new CalDateTime(DateTime.SpecifyKind(made, DateTimeKind.Utc)),
                Start = new CalDateTime(entry.Date),
                Summary = entry.Summary,
                Url = new Uri(entry.Url),
            });
        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!);
    }
}
