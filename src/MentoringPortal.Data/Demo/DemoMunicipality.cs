using MentoringPortal.Data.Accounts;
using MentoringPortal.Data.Coverage;
using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Domain.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Data.Demo;

/// <summary>An invented municipality, Заозёрский округ, that looks alive on the day it is made; no real person, place or paper.</summary>
public sealed class DemoMunicipality(PortalDbFactory factory, IPasswordHasher<PortalUser> hasher, ILookupNormalizer normalizer, CoverageCounts counts, MeasureCounts measures, MunicipalClock clock)
{
    private static readonly (OrganizationKind Kind, string Short, string Full)[] Organizations =
    [
        (OrganizationKind.School, "Лицей № 3", "Муниципальное бюджетное общеобразовательное учреждение «Лицей № 3»"),
        (OrganizationKind.School, "Школа № 7", "Муниципальное бюджетное общеобразовательное учреждение «Средняя школа № 7»"),
        (OrganizationKind.School, "Гимназия № 1", "Муниципальное бюджетное общеобразовательное учреждение «Гимназия № 1»"),
        (OrganizationKind.School, "Школа № 2", "Муниципальное бюджетное общеобразовательное учреждение «Средняя школа № 2»"),
        (OrganizationKind.School, "Школа № 5", "Муниципальное бюджетное общеобразовательное учреждение «Средняя школа № 5»"),
        (OrganizationKind.School, "Школа № 10", "Муниципальное бюджетное общеобразовательное учреждение «Средняя школа № 10»"),
        (OrganizationKind.School, "Школа с. Ключи", "Муниципальное казённое общеобразовательное учреждение «Основная школа села Ключи»"),
        (OrganizationKind.SupplementaryEducation, "Дом детского творчества", "Муниципальное бюджетное учреждение дополнительного образования «Дом детского творчества»"),
        (OrganizationKind.Kindergarten, "Детский сад «Ёлочка»", "Муниципальное дошкольное образовательное учреждение «Детский сад „Ёлочка“»"),
        (OrganizationKind.College, "Заозёрский колледж", "Государственное профессиональное образовательное учреждение «Заозёрский технологический колледж»"),
        (OrganizationKind.Enterprise, "Завод «Сатурн»", "Общество с ограниченной ответственностью «Приборостроительный завод „Сатурн“»"),
        (OrganizationKind.University, "Приозёрный университет", "Федеральное государственное образовательное учреждение «Приозёрный педагогический университет»"),
    ];

    internal const string DepartmentCurator = "Лазарева Инга Павловна";

    /// <summary>Fills an empty database; one with organizations is left as it is.</summary>
    public async Task Create(CancellationToken cancel = default)
    {
        await using var db = factory.System("демонстрационные данные");
        if (await db.Organizations.AnyAsync(cancel))
            return;
        await AddFrame(db, Organizations.Select(o => new Organization { Kind = o.Kind, ShortName = o.Short, FullName = o.Full }), hasAccounts: true, cancel);
        await AddMentoring(db, cancel);
        await AddHeadcounts(db, cancel);
        await DemoAnswers.Add(db, measures, clock, cancel);
    }

    /// <summary>What stands round the people: the department, the organizations with their curators, an order with its roadmap and a letter.</summary>
    /// <param name="db">The empty database, open as the system.</param>
    /// <param name="organizations">At least two schools; the accounts name theirs by its short name.</param>
    /// <param name="hasAccounts">With the accounts of the demo, whose password everybody knows.</param>
    /// <param name="cancel">Gives up.</param>
    internal async Task AddFrame(PortalDb db, IEnumerable<Organization> organizations, bool hasAccounts, CancellationToken cancel)
    {
        DescribeDepartment(await db.Departments.SingleAsync(cancel));
        db.Organizations.AddRange(organizations);
        await db.SaveChangesAsync(cancel);
        if (hasAccounts)
            await AddAccounts(db, cancel);
        await AddPapers(db, cancel);
    }

    private static void DescribeDepartment(Department department)
    {
        department.Name = "Управление образования администрации Заозёрского муниципального округа";
        department.NameGenitive = "Управления образования администрации Заозёрского муниципального округа";
        department.NameDative = "Управлению образования администрации Заозёрского муниципального округа";
        department.ShortName = "Управление образования";
        department.Municipality = "Заозёрский муниципальный округ";
        department.Letterhead = "УПРАВЛЕНИЕ ОБРАЗОВАНИЯ\nАДМИНИСТРАЦИИ ЗАОЗЁРСКОГО МУНИЦИПАЛЬНОГО ОКРУГА";
        department.Place = "г. Заозёрный";
        department.HeadPosition = "Начальник управления";
        department.HeadName = "Ветров Глеб Аркадьевич";
        department.Address = "г. Заозёрный, ул. Центральная, д. 1";
        department.Phone = "8 (00000) 0-00-01";
        department.Email = "uo@demo.example";
    }

    private async Task AddPapers(PortalDb db, CancellationToken cancel)
    {
        var units = new[] { ("МЦН", "Муниципальный центр наставничества"), ("ИМК", "Информационно-методический кабинет") }
            .ToDictionary(u => u.Item1, u => new DepartmentUnit { Abbreviation = u.Item1, Name = u.Item2 });
        db.AddRange(units.Values);
        var organizations = await db.Organizations.OrderBy(o => o.Id).ToListAsync(cancel);
        AddPeople(db, organizations, units);
        await db.SaveChangesAsync(cancel);

        var users = await db.Users.ToListAsync(cancel);
        var department = users.Find(u => u.Role == Role.Department) is { } account ? By(account) : new Signature(0, DepartmentCurator, clock.UtcNow);
        var papers = new DemoPapers(clock.Today, clock.UtcNow, organizations, units, department,
            school => users.Find(u => u.Role == Role.Curator && u.OrganizationId == school.Id) is { } curator ? By(curator) : department);
        db.Orders.AddRange(papers.OrderWithRoadmap(), papers.LetterWithRequest());
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The banks and the pairs; two teachers of «Лицей № 3» have the accounts of mentors.</summary>
    private async Task AddMentoring(PortalDb db, CancellationToken cancel)
    {
        var people = new DemoPeople(clock.Today, await db.Organizations.OrderBy(o => o.Id).ToListAsync(cancel),
            await db.MentoringForms.OrderBy(f => f.Id).ToListAsync(cancel), await db.Topics.OrderBy(t => t.Id).ToListAsync(cancel));
        people.AddSchools();
        people.AddPartners();
        db.AddRange(people.People);
        db.AddRange(people.Pairs);
        db.AddRange(new DemoSurveys(clock.Today, await db.Surveys.Include(s => s.Questions).ToListAsync(cancel)).Of(people.Pairs));
        db.AddRange(people.Offers);
        db.AddRange(people.Agreements);
        db.AddRange(people.Applications());
        db.AddRange(Materials());
        await new DemoProgrammes(clock.Today).Add(db, people.Pairs, cancel);
        foreach (var (mentor, user) in people.OfAccounts.Zip(await db.Users.Where(u => u.Role == Role.Mentor).OrderBy(u => u.Id).ToListAsync(cancel)))
        {
            mentor.UserId = user.Id;
            mentor.Person!.Rename(PersonName.Parse(user.DisplayName));
        }
        await db.SaveChangesAsync(cancel);
        db.AddRange(people.Enquiries(await db.Settings.SingleAsync(cancel)));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Figures after the pairs: they are made to fit what is covered.</summary>
    private async Task AddHeadcounts(PortalDb db, CancellationToken cancel)
    {
        var by = new Signature(0, DepartmentCurator, clock.UtcNow);
        var covered = await counts.Count(new(Population.PupilsInProgrammes), [clock.Today], cancel);
        var asked = await db.Organizations.OrderBy(o => o.Id).ToListAsync(cancel);
        foreach (var (organization, i) in asked.Where(o => Populations.AskedOf(o.Kind).Count > 0).Select((o, i) => (o, i)))
            db.AddRange(DemoHeadcounts.Of(organization, i, covered.People(clock.Today, id => id == organization.Id), waits: i == 2, by, clock.Today));
        db.Add(DemoHeadcounts.Municipal(by, clock.Today));
        await db.SaveChangesAsync(cancel);
    }

    private IEnumerable<Material> Materials()
    {
        foreach (var (title, note, link, days) in new[]
        {
            ("Целевая модель наставничества: документы", "Сайт министерства: распоряжение Р-145 и методика к нему", "https://edu.gov.ru/", 40),
            ("Документы министерства", "Поиск приказов и писем по номеру", "https://docs.edu.gov.ru/", 12),
        })
        {
            var material = new Material(null) { Title = title, Note = note };
            material.Publish(link, hasFile: false, clock.Today.AddDays(-days));
            yield return material;
        }
    }

    private Signature By(PortalUser user) => new(user.Id, user.DisplayName, clock.UtcNow);

    /// <summary>Who takes part this year and who answers for it.</summary>
    private void AddPeople(PortalDb db, List<Organization> organizations, Dictionary<string, DepartmentUnit> units)
    {
        var year = SchoolYear.Of(clock.Today);
        foreach (var (organization, i) in organizations.Where(o => o.Kind is OrganizationKind.School or OrganizationKind.SupplementaryEducation).Select((o, i) => (o, i)))
        {
            var participation = new Participation(organization.Id, year.StartYear) { TakesPart = true, OrderNumber = "145", OrderDate = clock.Today.AddDays(-60) };
            participation.Choose(new Dictionary<int, int?> { [1] = 20 + 5 * (i % 8), [2] = 2 + (i % 8) });
            db.Add(participation);
        }
        Appointment Curator(string name, int? organizationId, DepartmentUnit? unit, AppointmentRole role, string position)
        {
            var appointment = new Appointment
            {
                OrganizationId = organizationId,
                DepartmentUnit = unit,
                Role = role,
                PersonName = name,
                Position = position,
                OrderNumber = "12",
                OrderDate = year.Start,
                From = year.Start,
            };
            appointment.Confirm(year);
            return appointment;
        }
        db.AddRange(
            Curator(DepartmentCurator, null, null, AppointmentRole.Curator, "главный специалист"),
            Curator("Ручьёва Вера Ефимовна", null, units["МЦН"], AppointmentRole.UnitHead, "заведующая центром"),
            Curator("Снегирёва Алла Романовна", organizations[0].Id, null, AppointmentRole.Curator, "заместитель директора"),
            Curator("Дубравин Олег Тихонович", organizations[1].Id, null, AppointmentRole.Curator, "заместитель директора"));
    }

    private async Task AddAccounts(PortalDb db, CancellationToken cancel)
    {
        var organizations = await db.Organizations.ToDictionaryAsync(o => o.ShortName, o => o.Id, cancel);
        // One hash for all: it costs a tenth of a second, and the password is public anyway.
        var hash = hasher.HashPassword(new PortalUser(), DemoAccounts.Password);
        foreach (var (login, role, name, organization) in DemoAccounts.All)
        {
            var email = $"{login}@{DemoAccounts.Domain}";
            db.Users.Add(new PortalUser
            {
                UserName = email,
                NormalizedUserName = normalizer.NormalizeName(email),
                Email = email,
                NormalizedEmail = normalizer.NormalizeEmail(email),
                DisplayName = name,
                Role = role,
                OrganizationId = organization is null ? null : organizations[organization],
                SecurityStamp = Guid.NewGuid().ToString(),
                PasswordHash = hash,
                IsDemo = true,
            });
        }
        await db.SaveChangesAsync(cancel);
    }
}
