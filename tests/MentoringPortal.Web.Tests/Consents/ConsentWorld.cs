using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Consents;

/// <summary>Pupils of a class of their own, each in both banks, and pairs of them.</summary>
internal static class ConsentWorld
{
    private static readonly DateOnly Day = new(2026, 10, 1);

    public static Task<int[]> Class(this PortalHost host, string school, string className, params (string Surname, string Born)[] pupils) => host.Db(async db =>
    {
        var organization = await db.Organizations.SingleAsync(o => o.ShortName == school);
        var people = new List<Person>();
        foreach (var (surname, born) in pupils)
        {
            var person = new Person(organization.Id, PersonKind.Pupil, new PersonName(surname, "Глеб", null)) { ParentName = "Мать Мария" };
            person.Describe(PersonKind.Pupil, DateOnly.Parse(born), null, Day);
            person.PutInClass(className);
            _ = new Mentee(person, Day);
            _ = new Mentor(person, Day, 3);
            people.Add(person);
        }
        db.People.AddRange(people);
        await db.SaveChangesAsync();
        return people.Select(p => p.Id).ToArray();
    });

    public static Task<int> PairOf(this PortalHost host, int mentor, int[] mentees, bool isUnconfirmed = false) => host.Db(async db =>
    {
        var people = await db.People.Include(p => p.Mentee).Include(p => p.Mentor).ToDictionaryAsync(p => p.Id);
        var form = await db.MentoringForms.SingleAsync(f => f.Id == 1);
        var pair = Pair.Open(form, Day, new DateOnly(2027, 5, 31), new MentorPlace(people[mentor].Mentor!, 3, 0, true), [.. mentees.Select(m => new MenteePlace(people[m].Mentee!, []))]);
        var order = new FixingOrder("77", Day, Day);
        if (isUnconfirmed)
            pair.FixBackdated(order, isConsentRecorded: false, 30, null, new DateOnly(2026, 11, 22));
        else
            pair.Fix(order, [], new DateOnly(2026, 11, 22));
        db.Pairs.Add(pair);
        await db.SaveChangesAsync();
        return pair.Id;
    });
}
