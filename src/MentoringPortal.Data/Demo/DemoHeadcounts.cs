using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Domain.Time;

namespace MentoringPortal.Data.Demo;

/// <summary>Headcounts of three school years that fit the invented pairs: coverage just below its target, with schools above and below.</summary>
internal static class DemoHeadcounts
{
    private const int Years = 3;

    /// <summary>Percent of pupils in programmes that each school has covered, by turns.</summary>
    private static readonly int[] Percents = [28, 33, 29, 25, 31, 27, 30];

    /// <param name="coveredInProgrammes">How many of the organization's pupils in programmes are covered today.</param>
    /// <param name="waits">The one whose newest figures nobody has confirmed yet.</param>
    public static IEnumerable<Headcount> Of(Organization organization, int turn, int coveredInProgrammes, bool waits, Signature by, DateOnly today)
    {
        var inProgrammes = (coveredInProgrammes * 100 / Percents[turn % Percents.Length]) + 1;
        for (var back = Years - 1; back >= 0; back--)
        {
            var figures = organization.Kind switch
            {
                OrganizationKind.School => new Dictionary<Population, int>
                {
                    [Population.Pupils] = (inProgrammes * 2) + 40 - (back * 7),
                    [Population.PupilsInBand] = inProgrammes + 30 - (back * 5),
                    [Population.PupilsInProgrammes] = inProgrammes - (back * 2),
                    [Population.Teachers] = 30 + (turn * 2) - back,
                    [Population.YoungTeachers] = 4 + (turn % 3),
                },
                OrganizationKind.SupplementaryEducation => new Dictionary<Population, int> { [Population.PupilsInProgrammes] = 410 - (back * 15), [Population.Teachers] = 24, [Population.YoungTeachers] = 3 },
                _ => new Dictionary<Population, int> { [Population.Teachers] = 12 + turn, [Population.YoungTeachers] = 2 },
            };
            var year = new SchoolYear(SchoolYear.Of(today).StartYear - back);
            var stated = new Headcount(organization, year.Start, figures, by, today);
            if (back > 0 || !waits)
                stated.Confirm(by);
            yield return stated;
        }
    }

    /// <summary>The municipality's enterprises.</summary>
    public static Headcount Municipal(Signature by, DateOnly today)
    {
        var stated = new Headcount(null, SchoolYear.Of(today).Start, new Dictionary<Population, int> { [Population.Enterprises] = 14 }, by, today);
        stated.Confirm(by);
        return stated;
    }
}
