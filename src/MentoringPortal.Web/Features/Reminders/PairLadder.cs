using MentoringPortal.Data;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Settings;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Web.Features.Enquiries;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Reminders;

/// <summary>A rung with the pairs that stand on it.</summary>
public sealed record RungLine(Rung Rung, string Words, IReadOnlyList<int> PairIds)
{
    public string Url => $"/reminders#{Rung}".ToLowerInvariant();
}

/// <summary>What stands still among the pairs that the reader sees: a curator's own, a mentor's own, all for the department. And beside the pairs, the enquiries whose term is near.</summary>
public sealed record PairLadder(IReadOnlyList<RungLine> Lines, IReadOnlyDictionary<int, int> OrganizationOf, DueEnquiries Enquiries)
{
    public int Count => Lines.Sum(l => l.PairIds.Count) + Enquiries.Count;

    public static async Task<PairLadder> Load(PortalDb db, DateOnly today, CancellationToken cancel, MentoringSettings? known = null)
    {
        var settings = known ?? await db.Settings.AsNoTracking().SingleAsync(cancel);
        var surveys = await db.Surveys.AsNoTracking().Where(s => !s.IsArchived).ToListAsync(cancel);
        var recent = today.AddDays(-Ladder.SurveyDays);
        var pairs = await db.Pairs.OfReader(db.Scope).Where(p => p.State == PairState.Draft || p.State == PairState.Active
            || (p.State == PairState.Completed && p.EndedOn >= recent && !p.Surveys.Any(s => s.Stage == SurveyStage.Exit && s.AnsweredOn != null))).OrderBy(p => p.From).ThenBy(p => p.Id).Select(p => new
            {
                p.Id,
                OrganizationId = p.OrganizationId!.Value,
                p.FormId,
                p.Form!.MenteeKind,
                Facts = new PairFacts(p.State, p.From, p.To, p.UnconfirmedUntil, p.PaperJournalConfirmedOn, p.Plan.Any(), p.Meetings.Where(m => m.IsHeld).Max(m => (DateOnly?)m.Date), p.EndedOn,
                    p.Mentors.Where(m => m.To == null).Max(m => m.Mentor!.LeftOn)),
            }).ToListAsync(cancel);
        var isMentor = db.Scope.Actor!.Role == Role.Mentor;
        var lines = pairs.Where(p => p.Facts.State != PairState.Completed || IsAsked(surveys, p.FormId, p.MenteeKind)).SelectMany(p => Ladder.Of(p.Facts, settings, today), (pair, rung) => (pair.Id, Rung: rung))
            .Where(x => !isMentor || Ladder.Mentors.Contains(x.Rung))
            .GroupBy(x => x.Rung, x => x.Id).OrderBy(g => g.Key).Select(g => new RungLine(g.Key, RungWords.Of(g.Key, settings), [.. g])).ToList();
        return new(lines, pairs.ToDictionary(p => p.Id, p => p.OrganizationId), await DueEnquiries.Load(db, today, cancel));
    }

    private static bool IsAsked(List<Survey> surveys, int formId, PersonKind? menteeKind) =>
        Enum.GetValues<SurveySide>().Any(side => Survey.For(surveys, side, formId, MentoringForm.ContourOf(menteeKind)) is not null);

    /// <summary>For a chat or a letter: counts and a link, nobody's name.</summary>
    public string Text(string publicUrl, DateOnly today) => $"""
        Портал наставничества, {today:d MMMM yyyy 'г.'}, ждут внимания:
        {string.Join('\n', Lines.Select(l => $"– пары, {l.Words}: {l.PairIds.Count}").Concat(Enquiries.Lines.Select(l => $"– {l.Words}: {l.Count}")))}
        Подробнее: {publicUrl}/reminders
        """;
}

public static class RungWords
{
    public static string Of(Rung rung, MentoringSettings settings) => rung switch
    {
        Rung.ConsentOver => "нет действующего согласия, срок вышел",
        Rung.MentorLeft => "наставник выбыл",
        Rung.Consent => "согласие не подтверждено",
        Rung.Order => "нет приказа",
        Rung.Over => "срок прошёл, пара не завершена",
        Rung.Meeting => $"нет встреч {settings.Reminders.Meeting} дней и дольше",
        Rung.Plan => "нет плана",
        Rung.PaperJournal => "подтвердить журнал на бумаге",
        Rung.FinalSurvey => "нет итоговой анкеты",
        _ => throw new ArgumentOutOfRangeException(nameof(rung)),
    };

    /// <summary>What to do about it, a sentence.</summary>
    public static string Advice(Rung rung) => rung switch
    {
        Rung.ConsentOver => "Без согласия пару вести нельзя, и наставник её не видит. Запишите новое согласие или прекратите пару.",
        Rung.MentorLeft => "Организация наставника отметила, что он выбыл. На карточке пары замените его или завершите пару.",
        Rung.Consent => "Запишите согласия на странице «Согласия»: до этого наставник пару не видит.",
        Rung.Order => "Издайте приказ и закрепите им черновики; ненужные прекратите на карточке пары.",
        Rung.Over => "Завершите пару с результатом на её карточке.",
        Rung.Meeting => "Отметьте состоявшиеся встречи. Если журнал ведут на бумаге, скажите об этом на карточке пары.",
        Rung.Plan => "Добавьте на карточке пары хотя бы одну задачу.",
        Rung.FinalSurvey => "Раздайте анкеты на выходе ссылкой или на бланке: на карточке пары или всем сразу на странице «Анкеты».",
        Rung.PaperJournal => "Посмотрите бумажный журнал и подтвердите на карточке пары, что встречи идут.",
        _ => throw new ArgumentOutOfRangeException(nameof(rung)),
    };
}
