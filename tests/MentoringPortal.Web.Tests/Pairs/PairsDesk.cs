using MentoringPortal.Domain.Consents;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Pairs;

/// <summary>People for pairs, and the steps that most scenarios take.</summary>
internal static class PairsDesk
{
    public static readonly DateOnly Today = new(2026, 11, 22);
    public const string School = "Лицей № 3";
    private static int _last;

    /// <summary>Pupils of a school who are mentors of these places.</summary>
    public static Task<int[]> Mentors(this PortalHost host, int count, int places, bool withConsent = true, string school = School) => host.Db(async db =>
    {
        var mentors = (await Pupils(db, count, "Вожатый", 2009, withConsent, school)).ConvertAll(p => new Mentor(p, new DateOnly(2026, 6, 1), places));
        await db.SaveChangesAsync();
        return mentors.Select(m => m.Id).ToArray();
    });

    public static Task<int[]> Mentees(this PortalHost host, int count, bool withConsent = true, string school = School) => host.Db(async db =>
    {
        var mentees = (await Pupils(db, count, "Новичков", 2013, withConsent, school)).ConvertAll(p => new Mentee(p, new DateOnly(2026, 9, 1)) { Request = "Трудно с дробями" });
        await db.SaveChangesAsync();
        return mentees.Select(m => m.Id).ToArray();
    });

    private static async Task<List<Person>> Pupils(Data.PortalDb db, int count, string surname, int born, bool withConsent, string school)
    {
        var id = await db.Organizations.Where(o => o.ShortName == school).Select(o => o.Id).SingleAsync();
        var pupils = new List<Person>();
        for (var i = 0; i < count; i++)
        {
            var pupil = new Person(id, PersonKind.Pupil, new PersonName($"{surname}-{Interlocked.Increment(ref _last)}", "Егор", null));
            pupil.Describe(PersonKind.Pupil, new DateOnly(born, 3, 4), null, Today);
            pupil.PutInClass("7 В");
            if (withConsent)
                pupil.Consents.Add(new Consent(pupil, ConsentKind.Processing, new DateOnly(2026, 9, 10), hasOwnLine: true, Today));
            pupils.Add(pupil);
        }
        db.AddRange(pupils);
        return pupils;
    }

    public static Dictionary<string, string> NewPair(int mentorId, int menteeId, string from = "2026-11-01", string to = "2027-05-31") => new(StringComparer.Ordinal)
    {
        ["Form.FormId"] = "1",
        ["Form.MentorId"] = $"{mentorId}",
        ["Form.Mentees"] = $"{menteeId}",
        ["Form.From"] = from,
        ["Form.To"] = to,
    };

    /// <summary>A draft made by the curator; its address.</summary>
    public static async Task<string> Draft(this Visitor curator, int mentorId, int menteeId)
    {
        var answer = await curator.Submit("/pairs/new?formId=1", NewPair(mentorId, menteeId), "/pairs/new");
        answer.IsRedirect.ShouldBeTrue(answer.Words);
        return answer.Location!;
    }

    public static Task<Answer> Fix(this Visitor curator, params string[] addresses) => curator.PostAll("/pairs/fix",
        [.. addresses.Select(a => KeyValuePair.Create("Form.Pairs", a.Split('/')[^1])), new("Form.OrderNumber", "12-н"), new("Form.OrderDate", "2026-11-05"), new("Form.From", "2026-11-01")]);

    /// <summary>Posts several values of a name, with the token.</summary>
    public static async Task<Answer> PostAll(this Visitor visitor, string path, List<KeyValuePair<string, string>> fields) =>
        await visitor.Post(path, fields.Append(new("__RequestVerificationToken", await visitor.Token())).ToList());

    public static Task<Pair> Pair(this PortalHost host, string address) => host.Db(db =>
    {
        var id = int.Parse(address.Split('/')[^1]);
        return db.Pairs.AsNoTracking().Include(p => p.Mentors).Include(p => p.Mentees).Include(p => p.Meetings).Include(p => p.Plan).SingleAsync(p => p.Id == id);
    });
}
