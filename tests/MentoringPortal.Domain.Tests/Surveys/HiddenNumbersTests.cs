using MentoringPortal.Domain.Surveys;

namespace MentoringPortal.Domain.Tests.Surveys;

/// <summary>What is hidden from a reader stays hidden when he adds up what he sees.</summary>
public sealed class HiddenNumbersTests
{
    /// <summary>Rows and columns add up to shown sums: no line has exactly one unknown.</summary>
    [Fact]
    public void Hidden_CannotBeWorkedOut()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var width = random.Next(1, 5);
            List<IReadOnlyList<int>> parts = [.. Enumerable.Range(0, random.Next(1, 7)).Select(_ => (IReadOnlyList<int>)[.. Enumerable.Range(0, width).Select(_ => random.Next(3) == 0 ? 0 : random.Next(1, 30))])];
            var shown = HiddenNumbers.WithSums(parts, seesPeople: false);
            shown.SelectMany(row => row).ShouldAllBe(n => n == null || n == 0 || n >= 5);
            foreach (var line in shown.Concat(Enumerable.Range(0, width + 1).Select(c => shown.Select(row => row[c]).ToArray())))
                (line.Count(n => n is null) == 1 && line.Any(n => n > 0)).ShouldBeFalse(string.Join(' ', line));
            HiddenNumbers.WithSums(parts, seesPeople: true).SelectMany(row => row).ShouldAllBe(n => n != null);
        }
    }

    [Theory]
    [InlineData(new[] { 3, 8, 9 }, new[] { 0, 1 })]
    [InlineData(new[] { 3, 2, 9 }, new[] { 0, 1 })]
    [InlineData(new[] { 0, 8, 9 }, new int[0])]
    [InlineData(new[] { 3, 0, 0 }, new[] { 0 })]
    public void Among_HidesASecondBesideASingleOne(int[] people, int[] hidden)
    {
        List<(int, int)> groups = [.. people.Select((n, i) => (i, n))];
        HiddenNumbers.Among(groups, seesPeople: false).Order().ShouldBe(hidden);
        HiddenNumbers.Among(groups, seesPeople: true).ShouldBeEmpty();
    }

    [Fact]
    public void Together_HidesAllNumbersOfAGroup_AndNeverOneGroupAlone()
    {
        List<(int, int)> mentors = [(1, 2), (2, 30), (3, 40)], mentees = [(1, 0), (2, 60), (3, 50)];
        // Form 2 hides beside form 1; alone among the mentees it would be known, by it its mentors, and by them the two of form 1.
        HiddenNumbers.Together(seesPeople: false, mentors, mentees).Order().ShouldBe(new[] { 1, 2, 3 });
        HiddenNumbers.Together(seesPeople: false, [(1, 9), (2, 3), (3, 40)], [(1, 8), (2, 60), (3, 4)]).Order().ShouldBe(new[] { 1, 2, 3 });
        HiddenNumbers.Together(seesPeople: false, [(1, 3), (2, 0)], [(1, 9), (2, 30)]).Order().ToArray().ShouldBe([1, 2], "one alone could be taken from the whole");
        HiddenNumbers.Together(seesPeople: true, mentors, mentees).ShouldBeEmpty();
        // Form 3 hides beside form 1 among mentees and has no mentors: form 1 alone among the mentors could be taken from their whole, and from its sum its three mentees.
        HiddenNumbers.Together(seesPeople: false, [(1, 10), (2, 40), (3, 0)], [(1, 3), (2, 60), (3, 9)]).Order().ToArray().ShouldBe([1, 2, 3]);
    }
}
