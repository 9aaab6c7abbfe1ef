using MentoringPortal.Data;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Reviews;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Features.Surveys;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Reports;

/// <summary>/reports/monitoring: the two stages of the methodology – quality of the process, and influence on the participants by their questionnaires at entry and at exit.</summary>
public static class MonitoringReport
{
    private sealed record Process(int Pairs, int Planned, int Meeting, int Completed, int Ended, int Meetings);

    public static async Task<Report> Make(ReportSource source, ReportFilter filter, CancellationToken cancel)
    {
        var year = filter.YearIn(source.Clock);
        var process = await Load(source, filter, year, cancel);
        var results = await SurveyResults.Load(source.Db, new ResultFilter { Year = $"{year.StartYear}", Form = $"{filter.Form}", Organization = $"{filter.Organization}" }, source.Clock, cancel, isWhole: false);
        var reviews = await ReviewList.Load(source.Db, year, source.Db.Scope.IsCurator ? source.Db.Scope.OrganizationId : filter.Organization, cancel);
        return new([], [Quality(process, results, reviews, source.SeesPeople), Sides(reviews), Influence(results, source.SeesPeople)],
        [
            "Пары, которые работали в этом учебном году. Средние – по шкале от 1 до 10; рост считают по тем, кто ответил оба раза.",
            "Форма куратора – девять утверждений по 0–2 балла: 15–18 – оптимальный уровень, 9–14 – допустимый, меньше – недопустимый. Её и сильные и слабые стороны организация пишет сама: «Анкеты» → «Оценка процесса»; форма наставничества здесь не отбирается.",
            .. results.Surveys.Count == 0 ? (string[])["Данных о влиянии на участников нет: анкет парам этого учебного года не раздавали."] : [],
            "Сравнение двух дат здесь заменяют два замера: на входе и на выходе.",
            .. source.SeesPeople ? (string[])[] : [HiddenNumbers.Note, "Средние и рост группы, в которой меньше пяти человек, не показаны: «меньше 5»."],
        ]);
    }

    private static async Task<Process> Load(ReportSource source, ReportFilter filter, SchoolYear year, CancellationToken cancel)
    {
        var db = source.Db;
        var (first, last) = (year.Start, year.DayIn(source.Today));
        var pairs = db.Pairs.OfReader(db.Scope).Where(p => p.OrderNumber != null && p.From <= last && (p.EndedOn == null ? p.To >= first || p.State == PairState.Active : p.EndedOn >= first));
        if (filter.Form is { } form)
            pairs = pairs.Where(p => p.FormId == form);
        if (filter.Organization is { } organization)
            pairs = pairs.Where(p => p.OrganizationId == organization);
        // The settings are one row: counts beside it are one command.
        return await db.Settings.Select(_ => new Process(
            pairs.Count(),
            pairs.Count(p => p.ProgrammeId != null || p.Plan.Any()),
            pairs.Count(p => p.PaperJournalConfirmedOn != null || p.Meetings.Any(m => m.IsHeld && m.Date >= first && m.Date <= last)),
            pairs.Count(p => p.State == PairState.Completed && p.EndedOn <= last),
            pairs.Count(p => p.State == PairState.Ended && p.EndedOn <= last),
            db.Meetings.Count(m => m.IsHeld && m.Date >= first && m.Date <= last && pairs.Any(p => p.Id == m.PairId)))).SingleAsync(cancel);
    }

    private static ReportTable Quality(Process process, SurveyResults results, ReviewList reviews, bool seesPeople)
    {
        ReportRow Row(string name, int part, int of)
        {
            var isHidden = SmallGroups.HidesParts([part, of - part, of], seesPeople);
            return isHidden ? new(name, HiddenNumbers.Words, HiddenNumbers.Words, ReportCell.None) : new(name, part, of, ReportCell.Percent(part, of));
        }
        ReportRow Answers(string name, Func<SurveyResult, Share> stage, SurveySide side)
        {
            var shares = results.Surveys.Where(s => s.Side == side).Select(stage).ToList();
            return Row(name, shares.Sum(s => s.Answered), shares.Sum(s => s.Asked));
        }
        var points = reviews.Rows.Select(r => r.Points).OfType<int>().ToList();
        return new("Этап 1. Качество процесса",
            [ReportColumn.Words("Показатель", 5), ReportColumn.Number("Сколько"), ReportColumn.Number("Из скольких"), ReportColumn.Number("%")],
            [
                Row("Пары с программой или планом", process.Planned, process.Pairs),
                Row("Пары, в которых идут встречи", process.Meeting, process.Pairs),
                Row("Пары завершены", process.Completed, process.Pairs),
                Row("Пары прекращены досрочно", process.Ended, process.Pairs),
                new("Встреч отмечено", process.Meetings, ReportCell.None, ReportCell.None),
                Answers("Наставляемые ответили на входе", s => s.Entry, SurveySide.Mentee),
                Answers("Наставляемые ответили на выходе", s => s.Exit, SurveySide.Mentee),
                Answers("Наставники ответили на входе", s => s.Entry, SurveySide.Mentor),
                Answers("Наставники ответили на выходе", s => s.Exit, SurveySide.Mentor),
                Reviewed("Организации записали сильные и слабые стороны", r => (r.Strengths ?? r.Weaknesses ?? r.Opportunities ?? r.Threats) is not null),
                Reviewed("Организации заполнили форму куратора", r => r.Points is not null),
                new("Средняя оценка по форме куратора, баллов из 18", points.Count == 0 ? "нет данных" : new ReportCell(Math.Round((decimal)points.Average(), 1)), ReportCell.None, ReportCell.None),
            ]);
        ReportRow Reviewed(string name, Func<ReviewRow, bool> isThere) => new(name, reviews.Rows.Count(isThere), reviews.Rows.Count, ReportCell.Percent(reviews.Rows.Count(isThere), reviews.Rows.Count));
    }

    private static ReportTable Sides(ReviewList reviews) => new("Как оценили себя организации",
        [ReportColumn.Words("Организация"), ReportColumn.Number("Баллы"), ReportColumn.Words("Уровень"), ReportColumn.Words("Сильные стороны", 4), ReportColumn.Words("Слабые стороны", 4), ReportColumn.Words("Возможности", 4), ReportColumn.Words("Угрозы", 4)],
        [.. reviews.Rows.Where(r => r.WrittenOn is not null).Select(r => new ReportRow(new(r.Organization), new((object?)r.Points), new(r.Points is { } points ? ProgrammeReview.LevelOf(points) : null), new(r.Strengths), new(r.Weaknesses), new(r.Opportunities), new(r.Threats)))])
    { Empty = "Нет данных: за этот учебный год организации себя не оценивали." };

    private static ReportTable Influence(SurveyResults results, bool seesPeople)
    {
        IEnumerable<ReportCell> Measured(int people, double? mean, bool isGrowth = false) =>
            mean is not { } m ? [ReportCell.None, ReportCell.None]
            : SmallGroups.Hides(people, seesPeople) ? [SmallGroups.Words, ReportCell.None]
            : [new(Math.Round((decimal)m, 1), IsSigned: isGrowth), people];
        return new("Этап 2. Влияние на участников",
            [
                ReportColumn.Words("Анкета"), ReportColumn.Words("Утверждение", 4), ReportColumn.Number("На входе, среднее"), ReportColumn.Number("На входе, чел."),
                ReportColumn.Number("На выходе, среднее"), ReportColumn.Number("На выходе, чел."), ReportColumn.Number("Рост"), ReportColumn.Number("Рост, чел."),
            ],
            [.. results.Surveys.SelectMany(s => s.Questions.Where(q => q.Kind == QuestionKind.Scale), (s, q) => new ReportRow(
                [s.Name, q.Text, .. Measured(q.Entry.Answered, q.Entry.Mean), .. Measured(q.Exit.Answered, q.Exit.Mean), .. Measured(q.Growth.People, q.Growth.Mean, isGrowth: true)]))])
        { Empty = "Нет данных: анкет парам этого учебного года не раздавали." };
    }
}
