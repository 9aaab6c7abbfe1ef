using MentoringPortal.Data;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Web.Features.Pairs;
using MentoringPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.People;

/// <summary>Who may see one datum, and how much of it.</summary>
/// <param name="IsKept">Something is written there now.</param>
public sealed record DatumReaders(string Datum, bool IsKept, IReadOnlyList<ReaderGroup> Readers);

/// <param name="Who">The role in words.</param>
/// <param name="How">What of the datum, where not all of it.</param>
/// <param name="Names">The people of the role by name; empty where nobody has the role now.</param>
public sealed record ReaderGroup(string Who, string? How, IReadOnlyList<string> Names);

/// <summary>
/// GET /people/{personId}/readers and /people/own: «Кто видит мои данные», asked of the same <see cref="Sight"/>, <see cref="PairSight"/> and
/// <see cref="Permissions"/> that the pages ask. Values are not on the page: a parent reads it, and so does whoever stands beside the printer.
/// </summary>
public sealed record DataReaders(int PersonId, string Name, bool IsOwn, IReadOnlyList<DatumReaders> Data)
{
    /// <param name="db">The database in the reader's scope: accounts are no rows of it.</param>
    /// <param name="personId">Somebody whom the reader may read all about.</param>
    /// <param name="isOwn">The person himself reads.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static async Task<DataReaders> Load(PortalDb db, int personId, bool isOwn, CancellationToken cancel)
    {
        var person = await db.People.AsNoTracking().AsSplitQuery().Include(p => p.Mentee!.Topics).Include(p => p.Mentee!.Pairs).Include(p => p.Mentor!.Pairs)
            .Include(p => p.Consents).Include(p => p.Enrolments).SingleAsync(p => p.Id == personId, cancel);
        var accounts = await db.Users.Where(u => !u.IsDisabled && (u.Role == Role.Department || u.Role == Role.Curator))
            .Select(u => new Account(u.Id, u.DisplayName, u.Role, u.OrganizationId)).ToListAsync(cancel);
        var readers = new Readers(person, accounts, await MentorsOf(db, person, cancel), await BorrowersOf(db, person, cancel));
        return new(person.Id, person.Name.Full, isOwn, [.. Rows(person, readers, await db.SurveyInvitations.AnyAsync(i => i.PersonId == person.Id && i.AnsweredOn != null, cancel), await db.Enquiries.Where(e => e.PersonId == person.Id).Select(e => e.OrganizationId == null).Distinct().ToListAsync(cancel)).Where(r => r.Readers.Count > 0)]);
    }

    private static IEnumerable<DatumReaders> Rows(Person person, Readers readers, bool hasAnswered, IReadOnlyList<bool> isAskedOfDepartment)
    {
        var isChild = Sight.Of(readers.Anybody, null, person.Kind, person.BirthDate).IsChild;
        yield return readers.Of("Фамилия, имя, отчество", true, s => s.FullName ? "" : s.IsDepartment ? "инициалы; полностью – по запросу с причиной, под запись" : null, toMentor: "", toBorrower: "");
        yield return readers.Of("Класс или должность, организация", true, _ => "", toMentor: "", toBorrower: "");
        yield return readers.Of("Телефон или почта", person.Contact is not null, s => s.Contact ? "" : null, toBorrower: readers.HasLent ? "" : null);
        if (isChild)
        {
            yield return readers.Of("Дата рождения", person.BirthDate is not null, s => s.Private ? "" : null);
            yield return readers.Of("Имя и телефон родителя", person.ParentName is not null || person.ParentContact is not null, s => s.Private ? "" : null,
                toMentor: person.IsParentContactShared ? "телефон" : null);
            yield return readers.Of("Программы дополнительного образования", person.Enrolments.Count > 0, s => s.Private ? "" : null);
        }
        if (person.Mentee is { } mentee)
        {
            yield return readers.Of("Запрос наставляемого", mentee.Request is not null || mentee.Topics.Count > 0, s => s.Private ? "" : null, toMentor: "");
            yield return readers.Of("Особые категории (ОВЗ и другие)", mentee.Categories != MenteeCategories.None, s => s.Private ? "" : s.IsDepartment ? "только число таких людей, от пяти" : null);
        }
        if (person.Mentor is not null)
            yield return readers.Of("Сведения наставника: место работы, чем может помочь, обучение", true, _ => "", toBorrower: "чем может помочь и сколько наставляемых возьмёт");
        yield return readers.Of("Согласия: есть ли и до какого дня", person.Consents.Count > 0, _ => "");
        yield return readers.Of("Сканы и номера согласий", person.Consents.Exists(c => c.FileId is not null || c.PaperNumber is not null), s => s.Private ? "" : null);
        yield return readers.Of("Пара: форма, период, состояние", readers.HasPairs, _ => "", toMentor: "");
        yield return readers.Of("Встречи, план и итоги пары", readers.HasPairs, s => PairSight.Of(readers.As(s), person.OrganizationId).Words ? "" : s.IsDepartment ? "только число и даты" : null, toMentor: "");
        yield return readers.Of("Ответы на анкеты", hasAnswered, s => s.Private ? "" : s.IsDepartment ? "только общие числа, от пяти человек" : null);
        yield return readers.Of("Обращения о данных: кто и о чём просил", isAskedOfDepartment.Count > 0, s => s.Private || (s.IsDepartment && isAskedOfDepartment.Contains(true)) ? "" : s.IsDepartment ? "только вид, сроки и состояние" : null);
    }

    /// <summary>Mentors with an account who have a pair at work with the person.</summary>
    private static async Task<IReadOnlyList<string>> MentorsOf(PortalDb db, Person person, CancellationToken cancel)
    {
        if (person.Mentee is not { } mentee)
            return [];
        var users = await db.Pairs.Where(p => p.State == PairState.Active && p.UnconfirmedUntil == null && p.Mentees.Any(m => m.MenteeId == mentee.Id && m.To == null))
            .SelectMany(p => p.Mentors.Where(m => m.To == null && m.Mentor!.UserId != null).Select(m => m.Mentor!.UserId!.Value)).Distinct().ToListAsync(cancel);
        return await db.Users.Where(u => users.Contains(u.Id) && !u.IsDisabled).OrderBy(u => u.DisplayName).Select(u => u.DisplayName).ToListAsync(cancel);
    }

    /// <summary>Organizations that the mentor is lent to.</summary>
    private static async Task<IReadOnlyList<int>> BorrowersOf(PortalDb db, Person person, CancellationToken cancel)
    {
        var mentorId = person.Mentor?.Id;
        return await db.MentorAvailabilities.Where(a => a.MentorId == mentorId && a.OrganizationId != person.OrganizationId).Select(a => a.OrganizationId!.Value).ToListAsync(cancel);
    }

    private sealed record Account(int Id, string Name, Role Role, int? OrganizationId)
    {
        public Actor Actor => new(Id, Name, Role, OrganizationId);
    }

    /// <summary>The accounts that may open a card, put to the question of each datum.</summary>
    private sealed class Readers(Person person, IReadOnlyList<Account> accounts, IReadOnlyList<string> mentors, IReadOnlyList<int> borrowers)
    {
        private readonly IReadOnlyList<(string Who, Sight Sight, IReadOnlyList<string> Names)> _cards =
        [
            .. new[] { (Who: "Куратор организации", Role: Role.Curator, person.OrganizationId), (Who: "Специалисты управления образования", Role: Role.Department, OrganizationId: (int?)null) }
                .Where(g => Permissions.Has(g.Role, Permission.ReadPeople))
                .Select(g => (g.Who, Sight.Of(new Actor(0, "", g.Role, g.OrganizationId), person.OrganizationId, person.Kind, person.BirthDate),
                    (IReadOnlyList<string>)[.. accounts.Where(a => a.Role == g.Role && (g.Role == Role.Department || a.OrganizationId == g.OrganizationId)).Select(a => a.Name).Order(StringComparer.CurrentCulture)])),
        ];

        /// <summary>Nobody's eyes: for what the sight says of the person alone.</summary>
        public Actor Anybody { get; } = new(0, "", Role.Official, null);

        public bool HasPairs => person.Mentee?.Pairs.Count > 0 || person.Mentor?.Pairs.Count > 0;

        public bool HasLent => borrowers.Count > 0;

        public Actor As(Sight sight) => new(0, "", sight.IsDepartment ? Role.Department : Role.Curator, sight.IsOwn ? person.OrganizationId : null);

        /// <param name="datum">Its name in words.</param>
        /// <param name="isKept">Something is written there.</param>
        /// <param name="how">What of it a card shows to this sight: "" all, null nothing.</param>
        /// <param name="toMentor">What the mentors of the person's pairs see.</param>
        /// <param name="toBorrower">What organizations see that are offered the mentor or have him.</param>
        public DatumReaders Of(string datum, bool isKept, Func<Sight, string?> how, string? toMentor = null, string? toBorrower = null)
        {
            var groups = _cards.Where(c => how(c.Sight) is not null).Select(c => Group(c.Who, how(c.Sight)!, c.Names)).ToList();
            if (toMentor is not null && mentors.Count > 0)
                groups.Add(Group("Наставник в действующей паре", toMentor, mentors));
            if (toBorrower is not null && person.Mentor is { } mentor && (mentor.IsOffered || borrowers.Count > 0))
                groups.Add(Group(mentor.IsOffered ? "Кураторы других организаций: наставник в муниципальной базе" : "Кураторы организаций, которым отданы места", toBorrower,
                    [.. accounts.Where(a => a.Role == Role.Curator && a.OrganizationId is { } id && borrowers.Contains(id)).Select(a => a.Name).Order(StringComparer.CurrentCulture)]));
            if (person.Mentor?.UserId is not null)
                groups.Add(Group("Сам наставник", "", [person.Name.Full]));
            return new(datum, isKept, groups);
        }

        private static ReaderGroup Group(string who, string how, IReadOnlyList<string> names) => new(who, how.Length == 0 ? null : how, names);
    }
}
