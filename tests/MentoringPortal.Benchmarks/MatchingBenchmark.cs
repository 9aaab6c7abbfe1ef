using System.Diagnostics;
using MentoringPortal.Domain.Matching;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Settings;

namespace MentoringPortal.Benchmarks;

/// <summary>One assignment over all the unmatched of a school of 2,000 mentees and 2,000 mentors, with their points and reasons; the aim is 5 s.</summary>
internal static class MatchingBenchmark
{
    private const int People = 2000, Topics = 15, Runs = 5;

    public static void Run(TextWriter output)
    {
        output.WriteLine("| what | median, ms | longest, ms | pairs |");
        output.WriteLine("|---|---|---|---|");
        Measure(output, "2,000 mentees, 2,000 mentors of one place", People, 1);
        Measure(output, "2,000 mentees, 2,000 mentors of two places", People, 2);
        Measure(output, "2,000 mentees, 1,000 mentors of one place", People / 2, 1);
    }

    private static void Measure(TextWriter output, string name, int mentors, int places)
    {
        var random = new Random(1);
        PersonKind[] kinds = [PersonKind.Pupil, PersonKind.Pupil, PersonKind.Teacher];
        var seekers = Enumerable.Range(0, People).Select(i => new Seeker(i, i, kinds[i % 3], kinds[i % 3] == PersonKind.Pupil ? random.Next(10, 18) : null, (TimeSlots)random.Next(16), Some(random))).ToList();
        var candidates = Enumerable.Range(0, mentors).Select(i => new Candidate(i, People + i, kinds[random.Next(3)], random.Next(8, 12), random.Next(12, 18), (TimeSlots)random.Next(16), Some(random), MentorOrigin.Own, false, places, 0)).ToList();
        var maker = new Matchmaker(new MatchWeights(), MentoringForm.BuiltIn, new HashSet<int> { 1, 2 }, Enumerable.Range(1, Topics).ToDictionary(i => i, i => $"тема {i}"));
        var times = new List<double>();
        var pairs = 0;
        for (var i = 0; i < Runs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            pairs = maker.Assign(seekers, candidates).Count;
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        times.Sort();
        output.WriteLine(FormattableString.Invariant($"| {name} | {times[Runs / 2]:0} | {times[^1]:0} | {pairs} |"));
    }

    private static List<int> Some(Random random) => [.. Enumerable.Range(1, Topics).Where(_ => random.Next(6) == 0)];
}
