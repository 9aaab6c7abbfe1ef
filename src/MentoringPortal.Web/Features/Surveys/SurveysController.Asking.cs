using MentoringPortal.Data;
using MentoringPortal.Data.Audit;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Formats;
using MentoringPortal.Web.Security;
using MentoringPortal.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Surveys;

/// <summary>Asking and answering: links and blanks for many, answers by a secret address, by a mentor for himself, from a blank by the curator.</summary>
public sealed partial class SurveysController
{
    [HttpGet("ask")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Ask(AskFilter filter, CancellationToken cancel)
    {
        ModelState.Clear();
        return View(await AskPage.Load(db, filter, new AskForm(), clock.Today, cancel));
    }

    /// <summary>Links are answered at once and not by a redirect: they are shown this once.</summary>
    [HttpPost("ask")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Ask(AskForm form, [FromQuery] AskFilter filter, CancellationToken cancel)
    {
        IReadOnlyList<AskedPerson> asked = [];
        return await Submit(
            async () =>
            {
                asked = await form.Save(db, settings["Portal:PublicUrl"]!.TrimEnd('/'), clock.Today, cancel);
                await db.Record(AuditAction.Exported, nameof(SurveyInvitation), detail: $"{(form.Output is AskOutput.Pdf or AskOutput.Docx ? "бланки анкет" : "ссылки на анкеты")}, {asked.Count}", cancel: cancel);
            },
            () => form.Output switch
            {
                AskOutput.Excel => new FileDownload(SurveysWorkbook.Links(asked, clock.Today), $"{clock.Today:yyyy-MM-dd} Ссылки на анкеты.xlsx", FileKind.Xlsx),
                AskOutput.Pdf => new FileDownload(Paper.Pdf.Render(SurveyPaper.Of(asked)), $"{clock.Today:yyyy-MM-dd} Бланки анкет.pdf", FileKind.Pdf),
                AskOutput.Docx => new FileDownload(Paper.Docx.Render(SurveyPaper.Of(asked)), $"{clock.Today:yyyy-MM-dd} Бланки анкет.docx", FileKind.Docx),
                _ => View("Links", asked),
            },
            async () => View(await AskPage.Load(db, filter, form, clock.Today, cancel)));
    }

    /// <summary>A mentor answers for himself; a curator copies a blank.</summary>
    [HttpGet("pairs/{pairId:id}/{personId:id}/{stage:regex(^(entry|exit)$)}")]
    [Access(Permission.AnswerSurveys)]
    public async Task<IActionResult> Fill(int pairId, int personId, SurveyStage stage, CancellationToken cancel) =>
        await Asked(pairId, personId, stage, cancel) is { } invitation ? View("Answer", PageOf(invitation, AnswerForm.Of(invitation))) : NotFound();

    [HttpPost("pairs/{pairId:id}/{personId:id}/{stage:regex(^(entry|exit)$)}")]
    [Access(Permission.AnswerSurveys)]
    public async Task<IActionResult> Fill(int pairId, int personId, SurveyStage stage, AnswerForm form, CancellationToken cancel)
    {
        if (await Asked(pairId, personId, stage, cancel) is not { } invitation)
            return NotFound();
        if (IsMentor)
            TellMissed(invitation, form);
        return await Submit(
            async () =>
            {
                if (invitation.Id != 0)
                    db.ExpectWithParts(invitation, form.Version);
                invitation.Answer(form.Answers, IsMentor ? AnsweredBy.Account : AnsweredBy.Paper, clock.Today);
                await db.SaveChangesAsync(cancel);
            },
            () => Saved(IsMentor ? "Спасибо, ответы записаны." : "Ответы с бланка записаны.", $"/pairs/{pairId}"),
            () => Task.FromResult<IActionResult>(View("Answer", PageOf(invitation, form))));
    }

    [HttpPost("pairs/{pairId:id}/{personId:id}/{stage:regex(^(entry|exit)$)}/revoke")]
    [Access(Permission.WritePairs)]
    public async Task<IActionResult> Revoke(int pairId, int personId, SurveyStage stage, CancellationToken cancel)
    {
        // Whoever has the pair may take the address back, though it was never made.
        if (!await db.Pairs.AnyAsync(p => p.Id == pairId && (p.Mentees.Any(m => m.Mentee!.PersonId == personId) || p.Mentors.Any(m => m.Mentor!.PersonId == personId)), cancel))
            return NotFound();
        if (await db.SurveyInvitations.SingleOrDefaultAsync(i => i.PairId == pairId && i.PersonId == personId && i.Stage == stage, cancel) is { } invitation)
            invitation.RevokeLink();
        await db.SaveChangesAsync(cancel);
        return Saved("Ссылка отозвана: по ней больше ничего не открывается.", $"/pairs/{pairId}");
    }

    [HttpGet("answer")]
    [AllowAnonymous]
    [EnableRateLimiting(RatesRegistration.Answers)]
    public async Task<IActionResult> Answer(string? code, [FromServices] SecretLinks links, CancellationToken cancel)
    {
        ModelState.Clear();
        return await Open(code, links, cancel) is var (linked, invitation) ? View(PageOf(linked, invitation, new AnswerForm { Code = code })) : Gone();
    }

    [HttpPost("answer")]
    [AllowAnonymous]
    [EnableRateLimiting(RatesRegistration.Answers)]
    public async Task<IActionResult> Answer(AnswerForm form, [FromServices] SecretLinks links, CancellationToken cancel)
    {
        if (await Open(form.Code, links, cancel) is not var (linked, invitation))
            return Gone();
        TellMissed(invitation, form);
        return await Submit(
            async () =>
            {
                invitation.Answer(form.Answers, AnsweredBy.Link, clock.Today);
                await db.SaveChangesAsync(cancel);
            },
            () => View("Thanks"),
            () => Task.FromResult<IActionResult>(View(PageOf(linked, invitation, form))));
    }

    /// <summary>All that was left empty at once, each beside its question.</summary>
    private void TellMissed(SurveyInvitation invitation, AnswerForm form)
    {
        foreach (var question in invitation.Missed(form.Answers))
            ModelState.AddModelError($"Form.Scores[{question.Id}]", $"Отметьте число: «{question.Text.TrimEnd('.')}»");
    }

    private bool IsMentor => User.Actor().Role == Role.Mentor;

    /// <summary>From here on the request acts within the one row that the address opens.</summary>
    private async Task<(LinkedSurvey Linked, SurveyInvitation Invitation)?> Open(string? code, SecretLinks links, CancellationToken cancel)
    {
        if (await links.FindSurvey(code, cancel) is not { } linked)
            return null;
        HttpContext.Features.Set(linked.Row);
        return (linked, await db.SurveyInvitations.Include(i => i.Survey!.Questions).SingleAsync(cancel));
    }

    /// <summary>Unknown, used, revoked and late are told apart to nobody.</summary>
    private ViewResult Gone()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View(nameof(Gone));
    }

    private static AnswerPage PageOf(LinkedSurvey linked, SurveyInvitation invitation, AnswerForm form) =>
        AnswerPage.Of(invitation, linked.Initials, "/surveys/answer", null, isPaper: false, form);

    private AnswerPage PageOf(SurveyInvitation invitation, AnswerForm form) => AnswerPage.Of(invitation, IsMentor ? null : invitation.Person!.Name.Full,
        $"/surveys/pairs/{invitation.PairId}/{invitation.PersonId}/{invitation.Stage}".ToLowerInvariant(), invitation.PairId, isPaper: !IsMentor, form);

    /// <summary>The questionnaire of a person of this pair, asked now if nobody has asked before; null for somebody who is not in it, or not the mentor himself.</summary>
    private async Task<SurveyInvitation?> Asked(int pairId, int personId, SurveyStage stage, CancellationToken cancel)
    {
        if (IsMentor && personId != db.Scope.OwnPersonId)
            return null;
        var askable = await Askable.Load(db, [pairId], cancel);
        return askable.Pairs is [var pair] && Askable.Find(pair, personId) is var (person, side) ? askable.Invitation(pair, person, side, stage, clock.Today) : null;
    }
}
