namespace MentoringPortal.Domain.Matching;

/// <summary>
/// Mentees to places of mentors: greedy by points, then moves and swaps while one improves the whole. The first aim is that many get a mentor,
/// the second the sum of points. Pure and without chance: the same input gives the same pairs.
/// </summary>
public static class PairAssignment
{
    /// <summary>Points of two who do not fit.</summary>
    public const int Unfit = int.MinValue;

    /// <summary>The mentor of a mentee who got none.</summary>
    public const int Nobody = -1;

    /// <summary>Every pass improves the whole; this bound only keeps an unlucky input from taking long.</summary>
    private const int MostPasses = 25;

    /// <param name="points">By mentee, then by mentor, without the load; <see cref="Unfit"/> where they do not fit.</param>
    /// <param name="free">Free places of each mentor.</param>
    /// <param name="taken">Mentees whom each mentor has already.</param>
    /// <param name="load">Taken off for each mentee whom the mentor has already.</param>
    /// <returns>For each mentee the index of the mentor, or <see cref="Nobody"/>.</returns>
    public static int[] Solve(int[][] points, int[] free, int[] taken, int load)
    {
        var board = new Board(points, free, taken, load);
        board.FillGreedily();
        var passes = 0;
        while (passes < MostPasses && board.Improve())
            passes++;
        return board.MentorOf;
    }

    private sealed class Board
    {
        private readonly int[][] _points;
        private readonly int[] _free, _taken, _given;
        private readonly int _load;
        private int _freeTogether;

        public Board(int[][] points, int[] free, int[] taken, int load)
        {
            (_points, _free, _taken, _load, _given, _freeTogether) = (points, free, taken, load, new int[free.Length], free.Sum());
            MentorOf = new int[points.Length];
            Array.Fill(MentorOf, Nobody);
        }

        public int[] MentorOf { get; }

        /// <summary>The best pair of all first. Values only fall as places fill, so a mentee's best is looked up again when his turn comes.</summary>
        public void FillGreedily()
        {
            var queue = new PriorityQueue<int, (long, int)>();
            for (var mentee = 0; mentee < _points.Length; mentee++)
                queue.Enqueue(mentee, (long.MinValue, mentee));
            while (queue.TryDequeue(out var mentee, out var rank))
            {
                var (mentor, value) = BestFree(mentee);
                if (mentor == Nobody)
                    continue;
                if (-value == rank.Item1)
                    Put(mentee, mentor);
                else
                    queue.Enqueue(mentee, (-value, mentee));
            }
        }

        /// <summary>One pass of moves to a better free place and of swaps; false when nothing is left to improve.</summary>
        public bool Improve()
        {
            var improved = false;
            for (var mentee = 0; mentee < _points.Length; mentee++)
            {
                improved |= TryMove(mentee);
                if (MentorOf[mentee] == Nobody)
                    improved |= TryEnter(mentee);
                else
                    for (var other = 0; other < mentee; other++)
                        improved |= TrySwap(mentee, other);
            }
            return improved;
        }

        private bool TryMove(int mentee)
        {
            if (_freeTogether == 0)
                return false;
            var now = MentorOf[mentee];
            var best = BestFree(mentee);
            if (best.Mentor == Nobody || (now != Nobody && best.Value <= Value(mentee, now, _given[now] - 1)))
                return false;
            Put(mentee, best.Mentor);
            return true;
        }

        private bool TrySwap(int one, int other)
        {
            var (mine, his) = (MentorOf[one], MentorOf[other]);
            if (his == Nobody || mine == his || !Fits(one, his) || !Fits(other, mine)
                || (long)_points[one][his] + _points[other][mine] <= (long)_points[one][mine] + _points[other][his])
                return false;
            (MentorOf[one], MentorOf[other]) = (his, mine);
            return true;
        }

        /// <summary>Somebody without a mentor takes the place of one who can go elsewhere, or whom it suits less.</summary>
        private bool TryEnter(int mentee)
        {
            for (var other = 0; other < _points.Length; other++)
            {
                var mentor = MentorOf[other];
                if (mentor == Nobody || !Fits(mentee, mentor))
                    continue;
                var elsewhere = _freeTogether == 0 ? Nobody : BestFree(other).Mentor;
                if (elsewhere == Nobody && _points[mentee][mentor] <= _points[other][mentor])
                    continue;
                Put(other, elsewhere);
                Put(mentee, mentor);
                return true;
            }
            return false;
        }

        private (int Mentor, long Value) BestFree(int mentee)
        {
            var (best, value) = (Nobody, long.MinValue);
            for (var mentor = 0; mentor < _free.Length; mentor++)
                if (_given[mentor] < _free[mentor] && Fits(mentee, mentor) && Value(mentee, mentor, _given[mentor]) is var here && here > value)
                    (best, value) = (mentor, here);
            return (best, value);
        }

        private bool Fits(int mentee, int mentor) => _points[mentee][mentor] != Unfit;

        private long Value(int mentee, int mentor, int givenBefore) => _points[mentee][mentor] - ((long)_load * (_taken[mentor] + givenBefore));

        private void Put(int mentee, int mentor)
        {
            if (MentorOf[mentee] is var former and not Nobody)
            {
                _given[former]--;
                _freeTogether++;
            }
            MentorOf[mentee] = mentor;
            if (mentor == Nobody)
                return;
            _given[mentor]++;
            _freeTogether--;
        }
    }
}
