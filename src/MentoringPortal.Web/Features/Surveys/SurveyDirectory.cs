using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Data.Configurations;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Pairs;
using MentoringPortal.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Surveys;

/// <param name="For">The form or the contour.</param>
public sealed record SurveyRow(int Id, string Name, SurveySide Side, string For, int Questions, bool IsArchived);

/// <summary>GET /surveys: the municipal questionnaires, the same for every school.</summary>
public sealed record SurveyList(IReadOnlyList<SurveyRow> Rows)
{
    public static async Task<SurveyList> Load(PortalDb db, CancellationToken cancel)
    {
        var rows = await db.Surveys.OrderBy(s => s.IsArchived).ThenBy(s => s.Contour).ThenBy(s => s.FormId).ThenBy(s => s.Side).ThenBy(s => s.Id)
            .Select(s => new { s.Id, s.Name, s.Side, s.Contour, Form = s.Form!.Name, Questions = s.Questions.Count(q => !q.IsReplaced), s.IsArchived }).ToListAsync(cancel);
        return new([.. rows.Select(s => new SurveyRow(s.Id, s.Name, s.Side, s.Form is null ? SurveyPage.Of(s.Contour) : $"форма «{s.Form}»", s.Questions, s.IsArchived))]);
    }
}

public sealed class SurveyLineForm
{
    public int? QuestionId { get; set; }

    [Display(Name = "Вид")]
    public QuestionKind Kind { get; set; }

    [StringLength(Lengths.Title), Display(Name = "Вопрос")]
    public string? Text { get; set; }

    [Display(Name = "Когда спрашивать")]
    public SurveyStage? OnlyAt { get; set; }
}

/// <summary>A questionnaire as it is typed: a line without words is left out.</summary>
public sealed class SurveyForm
{
    private const int BlankLines = 4;

    public int Version { get; set; }

    [Required, StringLength(Lengths.Name), Display(Name = "Название")]
    public string? Name { get; set; }

    [Required, Display(Name = "Кто отвечает")]
    public SurveySide? Side { get; set; }

    [Required, Display(Name = "Контур")]
    public Contour? Contour { get; set; }

    [Display(Name = "Только форма")]
    public int? FormId { get; set; }

    [Display(Name = "Вопросы")]
    public List<SurveyLineForm> Lines { get; set; } = [];

    public static SurveyForm Of(Survey survey) => new()
    {
        Version = survey.Version,
        Name = survey.Name,
        Side = survey.Side,
        Contour = survey.Contour,
        FormId = survey.FormId,
        Lines = [.. survey.Questions.Where(q => !q.IsReplaced).OrderBy(q => q.Ordinal).Select(q => new SurveyLineForm { QuestionId = q.Id, Kind = q.Kind, Text = q.Text, OnlyAt = q.OnlyAt })],
    };

    /// <summary>Room for more.</summary>
    public SurveyForm WithBlanks()
    {
        Lines.RemoveAll(l => string.IsNullOrWhiteSpace(l.Text) && l.QuestionId is null);
        Lines.AddRange(Enumerable.Range(0, Math.Min(BlankLines, Math.Max(0, Survey.MostQuestions - Lines.Count))).Select(_ => new SurveyLineForm()));
        return this;
    }

    /// <exception cref="DomainException">The questions are none, or somebody is asked by another questionnaire already.</exception>
    public async Task Save(PortalDb db, Survey survey, CancellationToken cancel)
    {
        var ids = survey.Questions.Select(q => q.Id).ToList();
        var answered = await db.Set<SurveyQuestion>().Where(q => ids.Contains(q.Id)).Answered(db).ToListAsync(cancel);
        if (survey.Id != 0 && survey.Side != Side && await db.SurveyInvitations.AnyAsync(i => i.SurveyId == survey.Id, cancel))
            throw new DomainException("По этой анкете уже спрашивали: кто отвечает, не меняется. Сделайте другую анкету.", nameof(Side));
        (survey.Name, survey.Side, survey.FormId) = (Name!.Trim(), Side!.Value, FormId);
        survey.Contour = FormId is { } formId && await db.MentoringForms.SingleOrDefaultAsync(f => f.Id == formId, cancel) is { } form ? form.Contour : Contour!.Value;
        if (!survey.IsArchived)
            await RefuseSecond(db, survey, cancel);
        survey.Put([.. Lines.Where(l => !string.IsNullOrWhiteSpace(l.Text)).Select(l => new SurveyLine(l.QuestionId, l.Kind, l.Text!.Trim(), l.OnlyAt))], answered.ToHashSet());
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Of one side and one form, or of a contour, one questionnaire is asked.</summary>
    public static async Task RefuseSecond(PortalDb db, Survey survey, CancellationToken cancel)
    {
        var (id, side, formId, contour) = (survey.Id, survey.Side, survey.FormId, survey.Contour);
        if (await db.Surveys.Where(s => s.Id != id && !s.IsArchived && s.Side == side && s.FormId == formId && (formId != null || s.Contour == contour)).Select(s => s.Name).FirstOrDefaultAsync(cancel) is { } other)
            throw new DomainException($"Этих участников уже спрашивает анкета «{other}». Сначала выключите её.", nameof(FormId));
    }
}

/// <summary>GET /surveys/new, GET /surveys/{surveyId}</summary>
/// <param name="Id">0 for a new one.</param>
/// <param name="Answered">Questions that have answers: rewritten, they give way to new ones.</param>
public sealed record SurveyPage(int Id, SurveyForm Form, IReadOnlyList<SelectListItem> Forms, IReadOnlySet<int> Answered, bool IsArchived, IReadOnlyList<HistoryLine> History)
{
    public static IReadOnlyList<SelectListItem> Sides { get; } = [.. Enum.GetValues<SurveySide>().Select(s => new SelectListItem(SurveyWords.Of(s), $"{s}"))];

    public static IReadOnlyList<SelectListItem> Contours { get; } = [.. Enum.GetValues<Contour>().Select(c => new SelectListItem(Of(c), $"{c}"))];

    public static string Of(Contour contour) => contour == Contour.Pupils ? "все формы обучающихся" : "все формы педагогов";

    public static async Task<SurveyPage> Load(PortalDb db, int surveyId, SurveyForm form, MunicipalClock clock, CancellationToken cancel) => new(surveyId, form.WithBlanks(),
        await PairChoices.FormItems(db, cancel),
        (await db.Set<SurveyQuestion>().Where(q => q.SurveyId == surveyId).Answered(db).ToListAsync(cancel)).ToHashSet(),
        await db.Surveys.AnyAsync(s => s.Id == surveyId && s.IsArchived, cancel),
        surveyId == 0 ? [] : await HistoryOf(db, surveyId, clock, cancel));

    private static async Task<IReadOnlyList<HistoryLine>> HistoryOf(PortalDb db, int surveyId, MunicipalClock clock, CancellationToken cancel)
    {
        var questions = await db.Set<SurveyQuestion>().Where(q => q.SurveyId == surveyId).Select(q => q.Id).ToListAsync(cancel);
        return await Shared.History.Of(db, clock, cancel, [(nameof(Survey), surveyId), .. questions.Select(id => (nameof(SurveyQuestion), (object)id))]);
    }
}

internal static class SurveyQueries
{
    /// <summary>Those of the questions that somebody has answered: asked one by one, for the answers are many.</summary>
    public static IQueryable<int> Answered(this IQueryable<SurveyQuestion> questions, PortalDb db) =>
        questions.Where(q => db.SurveyAnswers.Any(a => a.QuestionId == q.Id)).Select(q => q.Id);
}
