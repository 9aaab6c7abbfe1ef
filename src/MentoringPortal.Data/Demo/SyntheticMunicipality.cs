using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Data.Demo;

/// <summary>How large an invented municipality is to be.</summary>
/// <param name="Schools">2–500.</param>
/// <param name="People">All of them together, those who have left included; at least ten a school, at most a million.</param>
/// <param name="Years">School years of mentoring, the present one included; 1–10.</param>
/// <param name="Seed">The same number gives the same people on the same day.</param>
public sealed record SyntheticSize(int Schools, int People, int Years, int Seed)
{
    /// <summary>What is wrong with it, in Russian, or null.</summary>
    public string? Complaint =>
        Schools is < 2 or > 500 ? "Школ может быть от 2 до 500."
        : People < 10 * Schools || People > 1_000_000 ? "Людей может быть от 10 на школу до 1 000 000."
        : Years is < 1 or > 10 ? "Учебных лет может быть от 1 до 10."
        : null;
}

/// <summary>An invented municipality of any size, for measuring and for teaching: plausible banks, consents, pairs and meetings of several school years.</summary>
public sealed class SyntheticMunicipality(PortalDbFactory factory, DemoMunicipality demo, MunicipalClock clock)
{
    private const int MentorsPerPartner = 3;

    /// <summary>Fills an empty database and returns true; one with organizations is left as it is.</summary>
    /// <param name="size">A size without a complaint.</param>
    /// <param name="hasAccounts">With the accounts of the demo, whose password everybody knows.</param>
    /// <param name="tell">Told of each organization that is done.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<bool> Create(SyntheticSize size, bool hasAccounts, Action<string> tell, CancellationToken cancel = default)
    {
        List<int> ids;
        await using (var db = factory.System("учебные данные"))
        {
            if (await db.Organizations.AnyAsync(cancel))
                return false;
            await demo.AddFrame(db, Organizations(size), hasAccounts, cancel);
            ids = await db.Organizations.Where(o => o.Kind != OrganizationKind.SupplementaryEducation).OrderBy(o => o.Id).Select(o => o.Id).ToListAsync(cancel);
        }
        var ofPartners = (ids.Count - size.Schools) * MentorsPerPartner;
        for (var i = 0; i < ids.Count; i++)
        {
            // A context an organization: what is saved need not be watched any more.
            await using var db = factory.System("учебные данные");
            var organization = await db.Organizations.SingleAsync(o => o.Id == ids[i], cancel);
            if (organization.Kind == OrganizationKind.School)
                await AddSchool(db, organization, Share(size.People - ofPartners, size.Schools, i), size, cancel);
            else
                await AddPartner(db, organization, size.Seed, cancel);
            tell($"{organization.ShortName} ({i + 1} из {ids.Count})");
        }
        return true;
    }

    private static int Share(int all, int parts, int index) => (all / parts) + (index < all % parts ? 1 : 0);

    /// <summary>The first two schools are those of the demo's accounts.</summary>
    private static IEnumerable<Organization> Organizations(SyntheticSize size)
    {
        Organization Named(OrganizationKind kind, string name) => new() { Kind = kind, ShortName = name, FullName = $"Муниципальное учреждение «{name}»" };
        yield return Named(OrganizationKind.School, "Лицей № 3");
        yield return Named(OrganizationKind.School, "Школа № 7");
        for (var i = 2; i < size.Schools; i++)
            yield return Named(OrganizationKind.School, $"Школа № {i + 8}");
        for (var i = 1; i <= Math.Max(1, size.Schools / 10); i++)
            yield return Named(OrganizationKind.SupplementaryEducation, $"Центр творчества № {i}");
        yield return new Organization { Kind = OrganizationKind.College, ShortName = "Заозёрский колледж", FullName = "Заозёрский технологический колледж" };
        for (var i = 1; i <= Math.Max(1, size.Schools / 20); i++)
            yield return new Organization { Kind = OrganizationKind.Enterprise, ShortName = $"Завод № {i}", FullName = $"Общество с ограниченной ответственностью «Завод № {i}»" };
    }

    private async Task AddSchool(PortalDb db, Organization school, int people, SyntheticSize size, CancellationToken cancel)
    {
        var invented = new InventedPeople(clock.Today, new InventedNames(SeedOf(size.Seed, school.Id)), await db.Topics.OrderBy(t => t.Id).ToListAsync(cancel));
        var providers = await db.Organizations.Where(o => o.Kind == OrganizationKind.SupplementaryEducation).Select(o => o.Id).ToListAsync(cancel);
        var made = new SyntheticSchool(school, invented, SeedOf(size.Seed, school.Id), clock.Today);
        made.AddPeople(people, size.Years, providers);
        made.AddPairs(await db.MentoringForms.OrderBy(f => f.Id).ToListAsync(cancel), size.Years);
        foreach (var (mentor, user) in made.Teachers.Zip(await db.Users.Where(u => u.Role == Role.Mentor && u.OrganizationId == school.Id).OrderBy(u => u.Id).ToListAsync(cancel)))
        {
            mentor.UserId = user.Id;
            mentor.Person!.Rename(PersonName.Parse(user.DisplayName));
        }
        db.AddRange(made.Headcounts(size.Years, new Domain.Roadmaps.Signature(0, DemoMunicipality.DepartmentCurator, clock.UtcNow)));
        db.AddRange(invented.People);
        db.AddRange(invented.Pairs);
        db.AddRange(new DemoSurveys(clock.Today, await db.Surveys.Include(s => s.Questions).ToListAsync(cancel)).Of(invented.Pairs));
        await db.SaveChangesAsync(cancel);
    }

    private async Task AddPartner(PortalDb db, Organization partner, int seed, CancellationToken cancel)
    {
        var invented = new InventedPeople(clock.Today, new InventedNames(SeedOf(seed, partner.Id)), await db.Topics.OrderBy(t => t.Id).ToListAsync(cancel));
        db.Add(DemoPeople.AgreementWith(partner, $"{partner.Id}-С", SchoolYear.Of(clock.Today)));
        for (var i = 0; i < MentorsPerPartner; i++)
            db.Add(DemoPeople.OfferOf(invented.PartnerMentor(partner), partner, clock.Today));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Of one number for each organization, the same in every process.</summary>
    private static int SeedOf(int seed, int organizationId) => unchecked((seed * 1_000_003) + organizationId);
}
