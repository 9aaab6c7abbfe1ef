using System.Globalization;
using MentoringPortal.Data;
using MentoringPortal.Domain.Exchange;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.PeopleImport;

/// <summary>One side of a base form's row.</summary>
/// <param name="Words">The request of a mentee, the competences of a mentor.</param>
/// <param name="IsOwn">Of this organization: a lent mentor stands in his own one's base.</param>
public sealed record BaseFormPerson(string Name, string? Contact, string? BirthYear, string? Words, DateOnly EnteredOn, string? Place, string? Achievements, string? Interests, string? WishedAge, string? Time, bool IsOwn)
{
    public static BaseFormPerson Of(Mentee mentee, Person person, DateOnly today) => new(person.Name.Full, person.Kind == PersonKind.Pupil ? person.ParentContact : person.Contact,
        person.IsMinorOn(today) ? person.BirthDate?.Year.ToString(CultureInfo.InvariantCulture) : null, mentee.Request ?? string.Join("; ", mentee.Topics.Select(t => t.Topic!.Name)), mentee.EnteredOn,
        person.ClassName ?? person.Position, null, null, null, null, true);

    /// <param name="organizationId">Whose base is written.</param>
    public static BaseFormPerson Of(Mentor mentor, Person person, int organizationId) => new(person.Name.Full, person.OrganizationId == organizationId ? person.Contact : null, null,
        mentor.Competences ?? string.Join("; ", mentor.Topics.Select(t => t.Topic!.Name)), mentor.EnteredOn, mentor.Workplace ?? person.ClassName ?? person.Position, mentor.Achievements, mentor.Interests,
        mentor.AgeFrom is { } from ? $"{from}–{mentor.AgeTo ?? from}" : null, CellText.Of(mentor.Time, CellText.Times), person.OrganizationId == organizationId);
}

/// <summary>A row of the methodology's base forms: a mentee, a mentor, and what came of their pair; one side alone where there is no pair.</summary>
public sealed record BaseFormRow(BaseFormPerson? Mentee, BaseFormPerson? Mentor, string? Form, DateOnly? From, DateOnly? To, string? Result, string? CaseLink, bool IsCompleted, string? OrderNumber, DateOnly? OrderDate)
{
    public static async Task<IReadOnlyList<BaseFormRow>> Load(PortalDb db, int organizationId, DateOnly today, CancellationToken cancel)
    {
        var pairs = await db.Pairs.Where(p => p.OrganizationId == organizationId && p.State != PairState.Draft)
            .Include(p => p.Form).Include(p => p.Mentors).ThenInclude(m => m.Mentor!.Person).Include(p => p.Mentors).ThenInclude(m => m.Mentor!.Topics).ThenInclude(t => t.Topic)
            .Include(p => p.Mentees).ThenInclude(m => m.Mentee!.Person).Include(p => p.Mentees).ThenInclude(m => m.Mentee!.Topics).ThenInclude(t => t.Topic)
            .OrderBy(p => p.From).ThenBy(p => p.Id).AsNoTrackingWithIdentityResolution().AsSplitQuery().ToListAsync(cancel);
        var rows = (from pair in pairs
                    from mentee in pair.Mentees
                    let mentor = pair.Mentors.OrderBy(m => m.From).LastOrDefault(m => m.From <= (mentee.To ?? pair.To)) ?? pair.Mentors[0]
                    select new BaseFormRow(BaseFormPerson.Of(mentee.Mentee!, mentee.Mentee!.Person!, today), BaseFormPerson.Of(mentor.Mentor!, mentor.Mentor!.Person!, organizationId), pair.Form!.Name,
                        mentee.From, mentee.To ?? (pair.State == PairState.Active ? null : pair.To), pair.Result, pair.CaseLink, pair.State == PairState.Completed, pair.OrderNumber, pair.OrderDate)).ToList();
        var inPairs = pairs.SelectMany(p => p.Mentees.Select(m => m.Mentee!.PersonId)).ToHashSet();
        var leading = pairs.SelectMany(p => p.Mentors.Select(m => m.Mentor!.PersonId)).ToHashSet();
        foreach (var person in await Knowledge.People(db, organizationId, isTracked: false).ToListAsync(cancel))
        {
            if (person.Mentee is { } mentee && !inPairs.Contains(person.Id))
                rows.Add(new(BaseFormPerson.Of(mentee, person, today), null, null, null, null, null, null, false, null, null));
            if (person.Mentor is { } mentor && !leading.Contains(person.Id))
                rows.Add(new(null, BaseFormPerson.Of(mentor, person, organizationId), null, null, null, null, null, false, null, null));
        }
        return rows;
    }
}
