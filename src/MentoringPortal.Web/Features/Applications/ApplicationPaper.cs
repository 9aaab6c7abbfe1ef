using MentoringPortal.Domain.Applications;
using MentoringPortal.Domain.People;
using MentoringPortal.Paper;
using MentoringPortal.Paper.Blocks;
using MentoringPortal.Web.Features.People;

namespace MentoringPortal.Web.Features.Applications;

/// <summary>The blank of «анкета желающего»: the same questions as by the link; the curator enters it as a new card.</summary>
public static class ApplicationPaper
{
    private const string Line = "______________________________________________________________________";

    public static PaperDocument Of(string organization, ApplicantRole role, PersonKind kind, IReadOnlyList<string> topics) => new()
    {
        Title = ApplicationWords.Title(role),
        Author = organization,
        Sections = [new PaperSection([.. Blank(organization, role, kind, topics)])],
    };

    private static IEnumerable<Block> Blank(string organization, ApplicantRole role, PersonKind kind, IReadOnlyList<string> topics)
    {
        yield return new Heading(1, ApplicationWords.Title(role));
        yield return Row($"Организация: {organization}");
        yield return Row("Фамилия, имя, отчество: _____________________________________________________");
        if (kind == PersonKind.Pupil)
        {
            yield return Row("Дата рождения: «____» ______________ ________ г.        Класс: __________");
            yield return Row("Родитель (законный представитель) и его телефон:");
            yield return Row(Line);
        }
        else
        {
            yield return Row("Должность, место работы или учёбы: ___________________________________________");
            yield return Row("Телефон или почта: _________________________________________________________");
        }
        yield return Question(role == ApplicantRole.Mentee ? "С чем нужна помощь? Отметьте одно или несколько." : "В чём можете помочь? Отметьте одно или несколько.");
        foreach (var topic in topics)
            yield return Row($"[   ] {topic}");
        yield return Question(role == ApplicantRole.Mentee ? "Своими словами: чего хочется добиться?" : "Своими словами: чем можете поделиться, что умеете?");
        for (var i = 0; i < 3; i++)
            yield return Row(Line);
        if (role == ApplicantRole.Mentor)
        {
            yield return Question("Интересы и увлечения");
            yield return Row(Line);
        }
        yield return Question("Когда удобно встречаться?");
        yield return Row(string.Join("     ", PeopleWords.Slots.Select(s => $"[   ] {s.Text}")));
        yield return new Paragraph("Согласие на обработку этих сведений школой для подбора пары:") { FirstLineIndent = false, SpaceBefore = 12, KeepWithNext = true };
        yield return Row($"Дата «____» __________ 20___ г.   Подпись{(kind == PersonKind.Pupil ? " (за того, кому нет 18 лет, – родителя)" : "")} _________");
        yield return new Note("Анкету передайте куратору наставничества. Если пара не сложится, её уничтожат.");
    }

    private static Paragraph Question(string words) => new(RichText.Bold(Typography.Nbsp(words))) { FirstLineIndent = false, SpaceBefore = 10, KeepWithNext = true };

    private static Paragraph Row(string words) => new(words) { FirstLineIndent = false, Alignment = Alignment.Left, SpaceBefore = 4 };
}
