using MentoringPortal.Data;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Web.Features.Pairs;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Surveys;

/// <param name="Address">Of this person and stage.</param>
/// <param name="Key">What asking sends.</param>
/// <param name="MayAsk">The curator gives links and blanks, and copies blanks.</param>
/// <param name="MayCorrect">The curator has copied the blank and may copy it again.</param>
/// <param name="MayAnswer">The reader is asked himself.</param>
public sealed record PairSurvey(SurveyStage Stage, string Address, string Key, SurveyState State, bool MayAsk, bool MayCorrect, bool MayAnswer);

/// <param name="Stages">Entry and exit.</param>
/// <param name="Answers">For the pair's own curator, and each for himself.</param>
public sealed record SurveyedPerson(string Name, SurveySide Side, IReadOnlyList<PairSurvey> Stages, IReadOnlyList<QuestionAnswers> Answers);

/// <summary>What one person said to one question at both ends.</summary>
public sealed record QuestionAnswers(string Question, QuestionKind Kind, string? Entry, string? Exit, int? Growth)
{
    public static QuestionAnswers Of(string question, QuestionKind kind, (int? Score, string? Text)? entry, (int? Score, string? Text)? exit) =>
        new(question, kind, Words(entry), Words(exit), exit?.Score - entry?.Score);

    private static string? Words((int? Score, string? Text)? answer) => answer is var (score, text) ? score?.ToString() ?? text : null;
}

/// <summary>The questionnaires on a pair's card: who was asked, who answered; for the curator what was said and the growth.</summary>
/// <param name="IsAsked">Such pairs are given questionnaires.</param>
public sealed record PairSurveys(bool IsAsked, IReadOnlyList<SurveyedPerson> People)
{
    public static async Task<PairSurveys> Load(PortalDb db, int pairId, PairSight sight, PairState state, DateOnly? unconfirmedUntil, int formId, PersonKind? menteeKind, DateOnly? endedOn,
        (IReadOnlyList<PairMember> Mentors, IReadOnlyList<PairMember> Mentees) members, CancellationToken cancel)
    {
        var surveys = await db.Surveys.AsNoTracking().Where(s => !s.IsArchived).ToListAsync(cancel);
        var asked = await db.SurveyInvitations.Where(i => i.PairId == pairId).Select(i => new
        {
            i.PersonId,
            i.Stage,
            State = new SurveyState(i.AskedOn, i.LinkUntil, i.AnsweredOn, i.How),
            Answers = i.Answers.OrderBy(a => a.Question!.Ordinal).ThenBy(a => a.QuestionId).Select(a => new { a.QuestionId, a.Question!.Text, a.Question.Kind, a.Score, Words = a.Text }).ToList(),
        }).AsSplitQuery().ToListAsync(cancel);
        var isAsked = SurveyInvitation.MayAsk(state, unconfirmedUntil);

        SurveyedPerson Person(PairMember member, SurveySide side)
        {
            var isHere = member.IsCurrent || member.To == endedOn;
            var hasSurvey = Survey.For(surveys, side, formId, MentoringForm.ContourOf(menteeKind)) is not null;
            var own = asked.Where(i => i.PersonId == member.SubjectId).ToList();
            var stages = Enum.GetValues<SurveyStage>().Select(stage =>
            {
                var known = own.Find(i => i.Stage == stage)?.State ?? SurveyState.None;
                var isOpen = isAsked && isHere && known.AnsweredOn is null && (hasSurvey || known.AskedOn is not null);
                return new PairSurvey(stage, $"/surveys/pairs/{pairId}/{member.SubjectId}/{stage}".ToLowerInvariant(), AskForm.Key(pairId, member.SubjectId), known,
                    isOpen && sight.IsOwn, isAsked && isHere && sight.IsOwn && known.How == AnsweredBy.Paper, isOpen && sight.IsMentor);
            }).ToList();
            var answers = !sight.Words ? [] : own.SelectMany(i => i.Answers.Select(a => (i.Stage, Answer: a))).GroupBy(x => x.Answer.QuestionId).Select(g =>
            {
                (int?, string?)? At(SurveyStage stage) => g.Where(x => x.Stage == stage).Select(x => ((int?, string?)?)(x.Answer.Score, x.Answer.Words)).FirstOrDefault();
                return QuestionAnswers.Of(g.First().Answer.Text, g.First().Answer.Kind, At(SurveyStage.Entry), At(SurveyStage.Exit));
            }).ToList();
            return new(member.Name, side, stages, answers);
        }

        var people = members.Mentees.Select(m => (Member: m, Side: SurveySide.Mentee)).Concat(members.Mentors.Select(m => (Member: m, Side: SurveySide.Mentor)))
            .DistinctBy(x => x.Member.SubjectId)
            .Where(x => !sight.IsMentor || x.Member.SubjectId == db.Scope.OwnPersonId)
            .Where(x => x.Member.IsCurrent || x.Member.To == endedOn || asked.Exists(i => i.PersonId == x.Member.SubjectId))
            .Select(x => Person(x.Member, x.Side)).ToList();
        return new(isAsked || asked.Count > 0, people);
    }
}
