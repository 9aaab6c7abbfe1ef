using MentoringPortal.Domain.Surveys;
using MentoringPortal.Web.Formats;

namespace MentoringPortal.Web.Features.Surveys;

/// <summary>Results as the screen shows them, and fresh links as a list.</summary>
public static class SurveysWorkbook
{
    public static byte[] Results(SurveyResults results, DateOnly today)
    {
        var sees = results.SeesPeople;
        IReadOnlyList<string> notes = [results.InWords, $"По состоянию на {today:dd.MM.yyyy}", $"Шкала: {SurveyWords.Scale}. Рост – по тем, кто ответил оба раза.{(sees ? "" : " Группы меньше 5 человек не показаны.")}"];
        var rows = results.Surveys.SelectMany(s => s.Questions.Select(q => (Survey: s, Question: q))).ToList();
        List<WorkbookColumn<(SurveyResult Survey, QuestionResult Question)>> columns =
        [
            new("Анкета", r => r.Survey.Name, 30), new("Кто отвечает", r => SurveyWords.Of(r.Survey.Side), 16), new("Вопрос", r => r.Question.Text, 50),
            new("Ответили на входе", r => SurveyNumbers.Of(r.Survey.Entry, sees), 14), new("Ответили на выходе", r => SurveyNumbers.Of(r.Survey.Exit, sees), 14),
            new("Среднее на входе", r => SurveyNumbers.Mean(r.Question.Entry, sees), 14), new("Вход: 1–4 / 5–7 / 8–10", r => SurveyNumbers.Parts(r.Question.Entry, sees), 16),
            new("Среднее на выходе", r => SurveyNumbers.Mean(r.Question.Exit, sees), 14), new("Выход: 1–4 / 5–7 / 8–10", r => SurveyNumbers.Parts(r.Question.Exit, sees), 16),
            new("Рост", r => SurveyNumbers.Of(r.Question.Growth, sees), 14),
        ];
        if (sees)
            columns.Add(new("Открытые ответы", r => string.Join("\n", r.Question.Words), 60));
        List<WorkbookSheet> sheets = [Workbooks.Sheet("По вопросам", "Итоги анкет участников", notes, columns, rows)];
        if (results.SeesProgrammes)
            sheets.Add(Workbooks.Sheet<ProgrammeResult>("По программам", "Итоги анкет по программам", notes,
                [new("Программа", p => p.Name, 50), new("Ответили на выходе", p => SurveyNumbers.Of(p.Exit, sees), 18), new("Рост по всем шкалам", p => SurveyNumbers.Of(p.Growth, sees), 18)], results.Programmes));
        return Workbooks.Book("Итоги анкет участников", sheets);
    }

    public static byte[] Links(IReadOnlyList<AskedPerson> asked, DateOnly today) => Workbooks.Table("Ссылки", "Ссылки на анкеты",
        [$"Составлено {today:dd.MM.yyyy}. Каждая ссылка личная и открывается один раз: файл не пересылайте целиком."],
        [
            new("Кому", p => p.Name, 34), new("Класс, должность", p => p.Note, 20), new("Анкета", p => p.Survey, 30), new("Когда", p => SurveyWords.Of(p.Stage), 12),
            new("Ссылка", p => p.Address, 60), new("Действует до", p => p.Until, 14), new("Текст", p => p.Text, 60),
        ], asked);
}
