using MentoringPortal.Data;
using MentoringPortal.Data.Audit;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Formats;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Surveys;

/// <summary>Questionnaires of the participants: the municipal directory and the results. Who is asked and how they answer stands in the other part.</summary>
[Route("surveys")]
public sealed partial class SurveysController(PortalDb db, MunicipalClock clock, IConfiguration settings) : PortalController
{
    [HttpGet("")]
    [Access(Permission.ReadSurveys)]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await SurveyList.Load(db, cancel));

    [HttpGet("new")]
    [Access(Permission.WriteRules)]
    public async Task<IActionResult> Create(CancellationToken cancel) => View(nameof(Edit), await SurveyPage.Load(db, 0, new SurveyForm(), clock, cancel));

    [HttpPost("new")]
    [Access(Permission.WriteRules)]
    public async Task<IActionResult> Create(SurveyForm form, CancellationToken cancel)
    {
        var survey = new Survey();
        return await Submit(
            async () =>
            {
                db.Surveys.Add(survey);
                await form.Save(db, survey, cancel);
            },
            () => Saved("Анкета сохранена."),
            async () => View(nameof(Edit), await SurveyPage.Load(db, 0, form, clock, cancel)));
    }

    [HttpGet("{surveyId:id}")]
    [Access(Permission.ReadSurveys)]
    public async Task<IActionResult> Edit(int surveyId, CancellationToken cancel) =>
        await Find(surveyId, cancel) is { } survey ? View(await SurveyPage.Load(db, surveyId, SurveyForm.Of(survey), clock, cancel)) : NotFound();

    [HttpPost("{surveyId:id}")]
    [Access(Permission.WriteRules)]
    public async Task<IActionResult> Edit(int surveyId, SurveyForm form, CancellationToken cancel)
    {
        if (await Find(surveyId, cancel) is not { } survey)
            return NotFound();
        return await Submit(
            async () =>
            {
                db.ExpectWithParts(survey, form.Version);
                await form.Save(db, survey, cancel);
            },
            () => Saved("Анкета сохранена."),
            async () => View(await SurveyPage.Load(db, surveyId, form, clock, cancel)));
    }

    /// <summary>Nobody is asked by it any more; pressed again, they are.</summary>
    [HttpPost("{surveyId:id}/archive")]
    [Access(Permission.WriteRules)]
    public async Task<IActionResult> Archive(int surveyId, CancellationToken cancel)
    {
        if (await Find(surveyId, cancel) is not { } survey)
            return NotFound();
        survey.IsArchived = !survey.IsArchived;
        if (!survey.IsArchived)
            await SurveyForm.RefuseSecond(db, survey, cancel);
        await db.SaveChangesAsync(cancel);
        return Saved(survey.IsArchived ? "Анкета выключена: по ней больше не спрашивают." : "Анкета включена.");
    }

    [HttpGet("results")]
    [Access(Permission.ReadSurveys)]
    public async Task<IActionResult> Results(ResultFilter filter, CancellationToken cancel)
    {
        ModelState.Clear();
        return View(await SurveyResults.Load(db, filter, clock, cancel));
    }

    [HttpGet("results/export.xlsx")]
    [Access(Permission.ReadSurveys)]
    public async Task<IActionResult> Export(ResultFilter filter, CancellationToken cancel)
    {
        ModelState.Clear();
        var results = await SurveyResults.Load(db, filter, clock, cancel);
        await db.Record(AuditAction.Exported, nameof(Survey), detail: $"итоги анкет, {results.InWords}; вопросов: {results.Surveys.Sum(s => s.Questions.Count)}", cancel: cancel);
        return new FileDownload(SurveysWorkbook.Results(results, clock.Today), $"{clock.Today:yyyy-MM-dd} Итоги анкет.xlsx", FileKind.Xlsx);
    }

    private Task<Survey?> Find(int surveyId, CancellationToken cancel) => db.Surveys.Include(s => s.Questions).SingleOrDefaultAsync(s => s.Id == surveyId, cancel);

    private LocalRedirectResult Saved(string words, string address = "/surveys")
    {
        Notice(words);
        return LocalRedirect(address);
    }
}
