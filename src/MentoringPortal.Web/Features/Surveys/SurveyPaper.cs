using System.Globalization;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Paper;
using MentoringPortal.Paper.Blocks;

namespace MentoringPortal.Web.Features.Surveys;

/// <summary>Blanks of questionnaires, a person a sheet; the curator copies them into the portal.</summary>
public static class SurveyPaper
{
    private const string Line = "______________________________________________________________________";

    public static PaperDocument Of(IReadOnlyList<AskedPerson> asked) => new()
    {
        Title = "Анкеты участников",
        Author = asked[0].Organization,
        Sections = [.. asked.Select(p => new PaperSection([.. Blank(p)]) { RestartsNumbering = true })],
    };

    private static IEnumerable<Block> Blank(AskedPerson person)
    {
        yield return new Heading(1, $"{person.Survey}, {SurveyWords.Of(person.Stage)}");
        yield return Row("Организация", person.Organization);
        yield return Row("Кто отвечает", person.Name + (person.Note is null ? "" : $", {person.Note}"));
        yield return Row("Дата", "«____» ______________ 20____ г.");
        var scales = person.Questions.Where(q => q.Kind == QuestionKind.Scale).ToList();
        if (scales.Count > 0)
        {
            yield return new Paragraph($"Обведите в каждой строке одно число: {SurveyWords.Scale}.") { FirstLineIndent = false, SpaceBefore = 6 };
            yield return new Table
            {
                Summary = "Утверждения со шкалой: обведите число",
                Columns = [new("№", 0.8, Alignment.Right), new("Утверждение", 7), .. Enumerable.Range(SurveyQuestion.LowestScore, SurveyQuestion.HighestScore).Select(n => new Column(Text(n), 0.75, Alignment.Center))],
                // Two lines high: a hand needs the room.
                Rows = [.. scales.Select((q, i) => new TableRow([$"{Text(i + 1)}\n ", new Cell(Typography.Nbsp(q.Text)) { IsRowHead = true }, .. Enumerable.Range(SurveyQuestion.LowestScore, SurveyQuestion.HighestScore).Select(n => (Cell)Text(n))]))],
            };
        }
        foreach (var question in person.Questions.Where(q => q.Kind == QuestionKind.Text))
        {
            yield return new Paragraph(RichText.Bold(Typography.Nbsp(question.Text))) { FirstLineIndent = false, SpaceBefore = 10, KeepWithNext = true };
            for (var i = 0; i < 3; i++)
                yield return new Paragraph(Line) { FirstLineIndent = false, Alignment = Alignment.Left, SpaceBefore = 4 };
        }
        yield return new Note("Правильных и неправильных ответов нет. Бланк передайте куратору: он перенесёт ответы на портал.");
    }

    private static Paragraph Row(string name, string words) =>
        new(new RichText(new Run($"{name}: ", Bold: true), new Run(Typography.Nbsp(words)))) { FirstLineIndent = false, Alignment = Alignment.Left };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
