using MentoringPortal.Domain.Matching;

namespace MentoringPortal.Domain.Tests.Matching;

public sealed class AssigningPairsTests
{
    private const int No = PairAssignment.Unfit;

    /// <summary>Greedy takes 10 and leaves 0; a swap finds 9 + 9.</summary>
    [Fact]
    public void Swap_ImprovesWhatGreedyTook() => Solve([[10, 9], [9, 0]], [1, 1]).ShouldBe([1, 0]);

    /// <summary>Greedy gives the only mentor of the second to the first, who can go elsewhere.</summary>
    [Fact]
    public void Mentee_WithoutAMentor_TakesThePlaceOfOneWhoCanGoElsewhere() => Solve([[10, 3], [9, No]], [1, 1]).ShouldBe([1, 0]);

    [Fact]
    public void Mentee_MovesToABetterPlaceThatHasBecomeFree() =>
        // 0 takes mentor 0 (10), 1 takes mentor 1 (8); 2 fits mentor 1 alone, so 1 goes to mentor 2.
        Solve([[10, No, No], [No, 8, 1], [No, 5, No]], [1, 1, 1]).ShouldBe([0, 2, 1]);

    [Fact]
    public void Load_SpreadsMenteesOverMentors()
    {
        Solve([[5, 4], [5, 4]], [2, 2], load: 2).Order().ShouldBe([0, 1]);
        Solve([[5, 4], [5, 4]], [2, 2], load: 0).ShouldBe([0, 0]);
        Solve([[5, 5]], [1, 1], taken: [3, 0], load: 2).ShouldBe([1]);
    }

    [Fact]
    public void Nobody_IsGivenWhomHeDoesNotFit_OrWhoHasNoPlace() => Solve([[No, 5], [No, 5]], [3, 0]).ShouldBe([PairAssignment.Nobody, PairAssignment.Nobody]);

    [Fact]
    public void Solution_OfAnyTable_KeepsPlaces_IsTheSameTwice_AndNoSwapImprovesIt()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var (mentees, mentors) = (random.Next(0, 12), random.Next(0, 9));
            var points = Enumerable.Range(0, mentees).Select(_ => Enumerable.Range(0, mentors).Select(_ => random.Next(4) == 0 ? No : random.Next(-5, 30)).ToArray()).ToArray();
            var free = Enumerable.Range(0, mentors).Select(_ => random.Next(0, 3)).ToArray();
            var solution = Solve(points, free, load: 2);

            solution.ShouldBe(Solve(points, free, load: 2), $"seed {seed}");
            for (var m = 0; m < mentors; m++)
                solution.Count(x => x == m).ShouldBeLessThanOrEqualTo(free[m], $"seed {seed}");
            var paired = Enumerable.Range(0, mentees).Where(i => solution[i] != PairAssignment.Nobody).ToList();
            paired.ShouldAllBe(i => points[i][solution[i]] != No);
            (from a in paired from b in paired where points[a][solution[b]] != No && points[b][solution[a]] != No select (a, b))
                .ShouldAllBe(s => points[s.a][solution[s.b]] + points[s.b][solution[s.a]] <= points[s.a][solution[s.a]] + points[s.b][solution[s.b]], $"seed {seed}");
            Enumerable.Range(0, mentees).Except(paired).ShouldAllBe(i => Enumerable.Range(0, mentors).All(m => points[i][m] == No || solution.Count(x => x == m) == free[m]), $"seed {seed}");
        }
    }

    private static int[] Solve(int[][] points, int[] free, int[]? taken = null, int load = 0) => PairAssignment.Solve(points, free, taken ?? new int[free.Length], load);
}
