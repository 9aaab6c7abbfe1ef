using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Pairs;
using MentoringPortal.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Surveys;

/// <summary>Which pairs the results are of, all in the address.</summary>
public sealed class ResultFilter
{
    /// <summary>First year of the school year.</summary>
    public string? Year { get; set; }

    [Display(Name = "Форма")]
    public string? Form { get; set; }

    [Display(Name = "Программа")]
    public string? Programme { get; set; }

    [Display(Name = "Организация")]
    public string? Organization { get; set; }

    /// <summary>Pairs that worked in the year.</summary>
    public IQueryable<SurveyInvitation> Apply(IQueryable<SurveyInvitation> rows, SchoolYear year, bool seesProgrammes)
    {
        var (first, last) = (year.Start, year.End);
        rows = rows.Where(i => i.Pair!.From <= last && (i.Pair.EndedOn ?? i.Pair.To) >= first);
        if (int.TryParse(Form, out var form))
            rows = rows.Where(i => i.Pair!.FormId == form);
        if (seesProgrammes && int.TryParse(Programme, out var programme))
            rows = rows.Where(i => i.Pair!.ProgrammeId == programme);
        if (int.TryParse(Organization, out var organization))
            rows = rows.Where(i => i.OrganizationId == organization);
        return rows;
    }
}

public sealed record ResultChoices(IReadOnlyList<SelectListItem> Forms, IReadOnlyList<SelectListItem> Programmes, IReadOnlyList<SelectListItem> Organizations)
{
    public static async Task<ResultChoices> Load(PortalDb db, bool seesProgrammes, CancellationToken cancel) => new(
        await PairChoices.FormItems(db, cancel),
        seesProgrammes ? await db.Programmes.OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => new SelectListItem(p.Name, p.Id.ToString())).ToListAsync(cancel) : [],
        db.Scope.Actor!.Role == Role.Curator ? [] : await db.Organizations.Where(o => db.SurveyInvitations.Any(i => i.OrganizationId == o.Id)).InOrder().Select(o => new SelectListItem(o.ShortName, o.Id.ToString())).ToListAsync(cancel));
}

/// <summary>Scores given to a question at one stage.</summary>
/// <param name="Answered">People who gave one.</param>
/// <param name="Low">1–4.</param>
/// <param name="Middle">5–7.</param>
/// <param name="High">8–10.</param>
public sealed record Scores(int Answered, double? Mean, int Low, int Middle, int High)
{
    public static readonly Scores None = new(0, null, 0, 0, 0);

    public static Scores Of(IEnumerable<(int Score, int Count)> counts)
    {
        var all = counts.ToList();
        var answered = all.Sum(c => c.Count);
        int Between(int from, int to) => all.Where(c => c.Score >= from && c.Score <= to).Sum(c => c.Count);
        return answered == 0 ? None : new(answered, all.Sum(c => (double)c.Score * c.Count) / answered, Between(1, 4), Between(5, 7), Between(8, 10));
    }
}

/// <summary>Growth of those who answered both times.</summary>
/// <param name="People">Who did.</param>
/// <param name="Mean">Of the differences; null where nobody did.</param>
public sealed record Growth(int People, double? Mean)
{
    public static readonly Growth None = new(0, null);
}

public sealed record QuestionResult(string Text, QuestionKind Kind, bool IsReplaced, Scores Entry, Scores Exit, Growth Growth, IReadOnlyList<string> Words);

public sealed record SurveyResult(string Name, SurveySide Side, Share Entry, Share Exit, IReadOnlyList<QuestionResult> Questions);

/// <summary>N answered of n asked.</summary>
public sealed record Share(int Answered, int Asked)
{
    public static readonly Share None = new(0, 0);
}

public sealed record ProgrammeResult(string Name, Share Exit, Growth Growth);

/// <summary>GET /surveys/results</summary>
/// <param name="SeesPeople">The curator: small groups are shown, and so are words.</param>
public sealed record SurveyResults(ResultFilter Filter, SchoolYear Year, ResultChoices Choices, IReadOnlyList<SurveyResult> Surveys, IReadOnlyList<ProgrammeResult> Programmes, bool SeesPeople, bool SeesProgrammes)
{
    private const int MostWords = 2000;

    /// <summary>What is chosen, for a heading and for the journal.</summary>
    public string InWords => string.Join(", ", new[]
    {
        $"{Year} учебный год", Chosen(Choices.Forms, Filter.Form), Chosen(Choices.Programmes, Filter.Programme), Chosen(Choices.Organizations, Filter.Organization),
    }.OfType<string>());

    /// <param name="isWhole">With the choices of the filter, the programmes and the words; a report has none.</param>
    public static async Task<SurveyResults> Load(PortalDb db, ResultFilter filter, MunicipalClock clock, CancellationToken cancel, bool isWhole = true)
    {
        var role = db.Scope.Actor!.Role;
        var (seesPeople, seesProgrammes) = (role == Role.Curator, role != Role.Official);
        var year = SchoolYears.Parse(filter.Year, clock);
        var invited = filter.Apply(db.SurveyInvitations.OfReader(db.Scope), year, seesProgrammes);
        var shares = await invited.GroupBy(i => new { i.SurveyId, i.Stage }).Select(g => new { g.Key.SurveyId, g.Key.Stage, Asked = g.Count(), Answered = g.Count(i => i.AnsweredOn != null) }).ToListAsync(cancel);
        var given = from answer in db.SurveyAnswers
                    join i in invited on answer.InvitationId equals i.Id
                    select new Given { QuestionId = answer.QuestionId, PairId = i.PairId, PersonId = i.PersonId, Stage = i.Stage, Score = answer.Score, Text = answer.Text, ProgrammeId = i.Pair!.ProgrammeId };
        var scores = (await given.Where(g => g.Score != null).GroupBy(g => new { g.QuestionId, g.Stage, g.Score }).Select(g => new { g.Key.QuestionId, g.Key.Stage, Score = g.Key.Score!.Value, Count = g.Count() }).ToListAsync(cancel))
            .ToLookup(s => (s.QuestionId, s.Stage), s => (s.Score, s.Count));
        var growth = await GrowthOf(given, cancel);
        var words = seesPeople && isWhole
            ? (await given.Where(g => g.Text != null && g.Text != "").OrderBy(g => g.QuestionId).ThenBy(g => g.PersonId).Take(MostWords).Select(g => new { g.QuestionId, g.Text }).ToListAsync(cancel)).ToLookup(g => g.QuestionId, g => g.Text!)
            : Enumerable.Empty<(int Id, string Text)>().ToLookup(w => w.Id, w => w.Text);
        var ids = shares.Select(s => s.SurveyId).Distinct().ToList();
        var surveys = await db.Surveys.AsNoTracking().Include(s => s.Questions).Where(s => ids.Contains(s.Id)).OrderBy(s => s.Contour).ThenBy(s => s.FormId).ThenBy(s => s.Side).ThenBy(s => s.Id).ToListAsync(cancel);

        Share ShareOf(Survey survey, SurveyStage stage) => shares.Find(s => s.SurveyId == survey.Id && s.Stage == stage) is { } share ? new(share.Answered, share.Asked) : Share.None;
        QuestionResult Result(SurveyQuestion q) => new(q.Text, q.Kind, q.IsReplaced, Scores.Of(scores[(q.Id, SurveyStage.Entry)]), Scores.Of(scores[(q.Id, SurveyStage.Exit)]), growth.GetValueOrDefault(q.Id, Growth.None), [.. words[q.Id]]);
        return new(filter, year, isWhole ? await ResultChoices.Load(db, seesProgrammes, cancel) : new([], [], []),
            [.. surveys.Select(s => new SurveyResult(s.Name, s.Side, ShareOf(s, SurveyStage.Entry), ShareOf(s, SurveyStage.Exit),
                [.. s.Questions.OrderBy(q => q.IsReplaced).ThenBy(q => q.Ordinal).Select(Result).Where(r => IsShown(r, seesPeople))]))],
            seesProgrammes && isWhole ? await ProgrammesOf(db, invited, given, cancel) : [], seesPeople, seesProgrammes);
    }

    /// <summary>A replaced question is shown for its answers alone; an open one where its words are.</summary>
    private static bool IsShown(QuestionResult question, bool seesPeople) => question.Kind == QuestionKind.Scale
        ? !question.IsReplaced || question.Entry.Answered + question.Exit.Answered > 0
        : seesPeople && question.Words.Count > 0;

    private static async Task<Dictionary<int, Growth>> GrowthOf(IQueryable<Given> given, CancellationToken cancel) =>
        (await Both(given).GroupBy(b => b.QuestionId).Select(g => new { g.Key, Count = g.Count(), Sum = g.Sum(b => b.Difference) }).ToListAsync(cancel))
            .ToDictionary(g => g.Key, g => new Growth(g.Count, (double)g.Sum / g.Count));

    /// <summary>By programme: who answered at the end, and how far all the scales together have moved.</summary>
    private static async Task<IReadOnlyList<ProgrammeResult>> ProgrammesOf(PortalDb db, IQueryable<SurveyInvitation> invited, IQueryable<Given> given, CancellationToken cancel)
    {
        var shares = await invited.Where(i => i.Stage == SurveyStage.Exit).GroupBy(i => i.Pair!.ProgrammeId).Select(g => new { g.Key, Asked = g.Count(), Answered = g.Count(i => i.AnsweredOn != null) }).ToListAsync(cancel);
        var moved = await Both(given).GroupBy(b => b.ProgrammeId).Select(g => new { g.Key, People = g.Select(b => b.PersonId).Distinct().Count(), Count = g.Count(), Sum = g.Sum(b => b.Difference) }).ToListAsync(cancel);
        var ids = shares.Select(s => s.Key).ToList();
        var names = await db.Programmes.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        return [.. shares.Select(s => new ProgrammeResult(s.Key is { } id ? names.GetValueOrDefault(id, "программа другой организации") : "без программы", new Share(s.Answered, s.Asked),
                moved.Find(m => m.Key == s.Key) is { } m ? new Growth(m.People, (double)m.Sum / m.Count) : Growth.None))
            .OrderBy(p => p.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>Pairs of scores of one person in one pair.</summary>
    private static IQueryable<Moved> Both(IQueryable<Given> given) =>
        from entry in given.Where(g => g.Stage == SurveyStage.Entry && g.Score != null)
        join exit in given.Where(g => g.Stage == SurveyStage.Exit && g.Score != null)
            on new { entry.QuestionId, entry.PairId, entry.PersonId } equals new { exit.QuestionId, exit.PairId, exit.PersonId }
        select new Moved { QuestionId = entry.QuestionId, PersonId = entry.PersonId, ProgrammeId = entry.ProgrammeId, Difference = exit.Score!.Value - entry.Score!.Value };

    private static string? Chosen(IReadOnlyList<SelectListItem> items, string? value) => items.FirstOrDefault(i => i.Value == value && value is not null)?.Text;

    /// <summary>With named members: a query goes on from them, as it does not from a constructor's arguments.</summary>
    private sealed class Given
    {
        public int QuestionId { get; init; }
        public int PairId { get; init; }
        public int PersonId { get; init; }
        public SurveyStage Stage { get; init; }
        public int? Score { get; init; }
        public string? Text { get; init; }
        public int? ProgrammeId { get; init; }
    }

    private sealed class Moved
    {
        public int QuestionId { get; init; }
        public int PersonId { get; init; }
        public int? ProgrammeId { get; init; }
        public int Difference { get; init; }
    }
}

/// <summary>Figures as people read them; small groups of others are told by «меньше 5».</summary>
public static class SurveyNumbers
{
    public static string Signed(double number) => number > 0 ? $"+{number:0.#}" : $"{number:0.#}".Replace('-', '−');

    public static string Of(Share share, bool seesPeople) => share.Asked == 0 ? "не спрашивали"
        : SmallGroups.Hides(share.Asked, seesPeople) ? SmallGroups.Words
        : $"{(SmallGroups.Hides(share.Answered, seesPeople) ? SmallGroups.Words : share.Answered)} из {share.Asked}";

    public static string Mean(Scores scores, bool seesPeople) => scores.Answered == 0 ? "–"
        : SmallGroups.Hides(scores.Answered, seesPeople) ? SmallGroups.Words : $"{scores.Mean:0.0} ({scores.Answered} чел.)";

    /// <summary>Low, middle and high scores.</summary>
    public static string Parts(Scores scores, bool seesPeople) =>
        scores.Answered == 0 || SmallGroups.HidesParts([scores.Low, scores.Middle, scores.High], seesPeople) ? "" : $"{scores.Low} / {scores.Middle} / {scores.High}";

    public static string Of(Growth growth, bool seesPeople) => growth.Mean is not { } mean ? "–"
        : SmallGroups.Hides(growth.People, seesPeople) ? SmallGroups.Words : $"{Signed(Math.Round(mean, 1))} ({growth.People} чел.)";
}
