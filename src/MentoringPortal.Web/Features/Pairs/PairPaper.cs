using MentoringPortal.Domain.Pairs;
using MentoringPortal.Paper;
using MentoringPortal.Paper.Blocks;

namespace MentoringPortal.Web.Features.Pairs;

/// <summary>The card of a pair on paper: people, order, plan, meetings.</summary>
public static class PairPaper
{
    public static PaperDocument Of(PairCard card, DateTime made) => new()
    {
        Title = $"Карточка наставнической пары: {card.Title}",
        Sections =
        [
            new PaperSection([
                new Heading(1, "Карточка наставнической пары"),
                Facts(card),
                new Heading(2, "Участники"),
                People(card),
                new Heading(2, "Персонализированный план"),
                Plan(card),
                new Heading(2, "Встречи"),
                Meetings(card),
                new Note($"Составлено на портале {made:dd.MM.yyyy HH:mm}."),
            ]),
        ],
    };

    private static Table Facts(PairCard card)
    {
        List<(string Name, string? Words)> facts =
        [
            ("Организация", card.Organization),
            ("Форма наставничества", card.Form),
            ("Состояние", PairWords.Of(card.State)),
            ("Период", $"{card.From:dd.MM.yyyy} – {card.EndedOn ?? card.To:dd.MM.yyyy}"),
            ("Приказ", card.OrderNumber is null ? "не издан" : $"№ {card.OrderNumber} от {card.OrderDate:dd.MM.yyyy}"),
            ("Причина прекращения", card.EndReason),
            ("Результат", card.Result),
        ];
        return new Table
        {
            Summary = "Сведения о паре",
            Columns = [new("Сведение", 2), new("Значение", 5)],
            Rows = [.. facts.Where(f => !string.IsNullOrEmpty(f.Words)).Select(f => new TableRow(new Cell(f.Name) { IsRowHead = true }, Typography.Nbsp(f.Words!)))],
        };
    }

    private static Table People(PairCard card) => new()
    {
        Summary = "Наставники и наставляемые с периодами",
        Columns = [new("Роль", 3), new("Имя", 5), new("Класс, должность", 3), new("Период", 3)],
        Rows = [.. card.Mentors.Select(m => Row("наставник", m)), .. card.Mentees.Select(m => Row("наставляемый", m))],
    };

    private static TableRow Row(string role, PairMember member) =>
        new(role, new Cell(Typography.Nbsp(member.Name)) { IsRowHead = true }, member.Note ?? "", member.Period);

    private static Table Plan(PairCard card) => new()
    {
        Summary = "Цели и задачи",
        EmptyText = "План не составлен",
        Columns = [new("Цель", 3), new("Задача", 5), new("Срок", 2), new("Сделано", 2), new("Результат", 4)],
        Rows = [.. card.Plan.Select(t => new TableRow(t.Goal ?? "", t.Task, $"{t.DueOn:dd.MM.yyyy}", $"{t.DoneOn:dd.MM.yyyy}", t.Result ?? ""))],
    };

    private static Table Meetings(PairCard card) => new()
    {
        Summary = "Журнал встреч",
        EmptyText = "Встреч не было",
        Columns = [new("Дата", 2), new("Встреча", 3), new("Минут", 1.3, Alignment.Right), new("Тема", 4), new("Результат", 4)],
        Rows = [.. card.Meetings.OrderBy(m => m.Date).ThenBy(m => m.Id).Select(m =>
            new TableRow($"{m.Date:dd.MM.yyyy}", MeetingForm.Word(m.Kind) + (m.State == MeetingState.Held ? "" : $", {MeetingForm.Word(m.State)}"), $"{m.Minutes}", m.Topic ?? "", m.Result ?? ""))],
    };
}
