using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Time;

namespace MentoringPortal.Data.Demo;

/// <summary>One invented school over several years: its teachers and pupils, those who have finished it, and the pairs of each year.</summary>
internal sealed class SyntheticSchool(Organization school, InventedPeople invented, int seed, DateOnly today)
{
    private static readonly string[] Programmes = ["Робототехника", "Юный корреспондент", "Хоровое пение", "Лёгкая атлетика", "Шахматы"];

    private readonly Random _random = new(seed);
    private readonly SchoolYear _now = SchoolYear.Of(today);
    /// <summary>Pupils in a role, with the class of this year; of those who have finished school, the class that it would be.</summary>
    private readonly List<(Mentor Mentor, int Grade)> _mentors = [];
    private readonly List<(Mentee Mentee, int Grade)> _mentees = [];
    private readonly List<(Person Person, int Grade)> _pupils = [];
    private readonly List<Mentee> _beginners = [];
    /// <summary>Who has had a pair in some year.</summary>
    private readonly HashSet<Mentee> _paired = [];

    public List<Mentor> Teachers { get; } = [];

    /// <summary>One in twelve is a teacher; of the pupils somewhat over a half ask for a mentor, and of the elder ones a third are mentors.</summary>
    public void AddPeople(int count, int years, IReadOnlyList<int> providers)
    {
        var first = new SchoolYear(_now.StartYear - years + 1);
        var teachers = Math.Max(4, count / 12);
        for (var i = 0; i < teachers; i++)
        {
            var isBeginner = i % 4 == 3;
            var teacher = invented.Teacher(school, isBeginner ? today.AddMonths(-6 - _random.Next(18)) : today.AddYears(-5 - _random.Next(25)));
            if (isBeginner)
                _beginners.Add(invented.MenteeOf(teacher, _now.Start));
            else if (i % 4 < 2)
                Teachers.Add(invented.MentorOf(teacher, 3, first.Start));
        }
        for (var i = teachers; i < count; i++)
            AddPupil(1 + _random.Next(11 + years - 1), first, providers);
    }

    private void AddPupil(int grade, SchoolYear first, IReadOnlyList<int> providers)
    {
        var pupil = invented.Pupil(school, grade);
        _pupils.Add((pupil, grade));
        // In the first class in the first year, or there from the beginning.
        var came = new SchoolYear(Math.Max(first.StartYear, _now.StartYear - grade + 1)).Start;
        if (_random.Next(100) < 55)
            _mentees.Add((invented.MenteeOf(pupil, came), grade));
        if (grade >= 8 && _random.Next(3) == 0)
            _mentors.Add((invented.MentorOf(pupil, 2, came), grade));
        if (_random.Next(100) < 40)
            pupil.Enrolments.Add(new Enrolment(pupil, Programmes[_random.Next(Programmes.Length)], providers[_random.Next(providers.Count)], came, null));
    }

    public void AddPairs(IReadOnlyList<MentoringForm> forms, int years)
    {
        for (var ago = years - 1; ago >= 0; ago--)
            AddYear(forms, ago);
        foreach (var (pupil, grade) in _pupils.Where(p => p.Grade > 11))
            pupil.Leave(new DateOnly(_now.StartYear - (grade - 11) + 1, 6, 30));
    }

    /// <summary>The school's figures of each year: those who were in its classes then.</summary>
    public IEnumerable<Headcount> Headcounts(int years, Domain.Roadmaps.Signature by)
    {
        for (var ago = years - 1; ago >= 0; ago--)
        {
            var there = _pupils.FindAll(p => p.Grade - ago is >= 1 and <= 11);
            var stated = new Headcount(school, new SchoolYear(_now.StartYear - ago).Start, new Dictionary<Population, int>
            {
                [Population.Pupils] = there.Count,
                [Population.PupilsInBand] = there.Count(p => p.Grade - ago >= 4),
                [Population.PupilsInProgrammes] = there.Count(p => p.Person.Enrolments.Count > 0),
                [Population.Teachers] = 2 * (Teachers.Count + _beginners.Count),
                [Population.YoungTeachers] = _beginners.Count,
            }, by, today);
            stated.Confirm(by);
            yield return stated;
        }
    }

    /// <summary>Each elder pupil who mentors takes a younger one or two, each of the mentees once in all the years; teachers take beginners and groups.</summary>
    private void AddYear(IReadOnlyList<MentoringForm> forms, int ago)
    {
        var year = new SchoolYear(_now.StartYear - ago);
        var from = ago == 0 ? Later(today.AddDays(-50), year.Start) : year.Start.AddDays(20);
        var to = ago == 0 ? Later(year.End, today.AddDays(60)) : new DateOnly(year.StartYear + 1, 5, 31);
        var waiting = new Queue<Mentee>(_mentees.Where(m => m.Grade - ago is >= 1 and < 8 && !_paired.Contains(m.Mentee)).Select(m => m.Mentee));
        void Pair(MentoringForm form, Mentor mentor, int taken, params Mentee[] mentees)
        {
            invented.AddPair(form, mentor, taken, mentees, from, to, $"{30 + ago}", ago == 0 ? Stage() : PairStage.Completed);
            _paired.UnionWith(mentees);
        }
        foreach (var (mentor, _) in _mentors.Where(m => m.Grade - ago is >= 8 and <= 11))
            for (var taken = 0; taken < 1 + _random.Next(2) && waiting.TryDequeue(out var mentee); taken++)
                Pair(forms[0], mentor, taken, mentee);
        foreach (var (mentor, i) in Teachers.Select((m, i) => (m, i)))
            if (ago == 0 && i < _beginners.Count)
                Pair(forms[1], mentor, 0, _beginners[i]);
            else if (waiting.Count >= 2)
                Pair(forms[5], mentor, 0, waiting.Dequeue(), waiting.Dequeue());
    }

    /// <summary>Of twenty pairs of the running year fourteen meet.</summary>
    private PairStage Stage() => _random.Next(20) switch
    {
        < 14 => PairStage.Meeting,
        < 16 => PairStage.Draft,
        < 18 => PairStage.Stuck,
        18 => PairStage.Ended,
        _ => PairStage.Unconfirmed,
    };

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
