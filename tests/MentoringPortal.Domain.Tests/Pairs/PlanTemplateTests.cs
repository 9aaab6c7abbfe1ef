using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;

namespace MentoringPortal.Domain.Tests.Pairs;

/// <summary>A plan follows its template until somebody does a task or writes it anew.</summary>
public sealed class PlanTemplateTests
{
    private static int _last;
    private static readonly DateOnly From = new(2026, 10, 1);
    private static readonly DateOnly To = new(2027, 5, 31);

    [Fact]
    public void ApplyTo_AnEmptyPlan_AddsTasksWithDatesOfThePair()
    {
        var pair = Pair();
        Template(("Знакомство", 10), ("Итоги", 900), ("Без срока", null)).ApplyTo(pair);
        pair.Plan.Select(t => (t.Ordinal, t.Task, t.DueOn)).ShouldBe([(1, "Знакомство", From.AddDays(10)), (2, "Итоги", To), (3, "Без срока", null)]);
    }

    [Fact]
    public void ApplyTo_Twice_ChangesNothing()
    {
        var pair = Pair();
        var template = Template(("Знакомство", 10));
        template.ApplyTo(pair);
        template.ApplyTo(pair).ShouldBeEmpty();
        pair.Plan.Count.ShouldBe(1);
    }

    [Fact]
    public void ChangesFor_AChangedTemplate_TellsEachAndWritesNothing()
    {
        var pair = Pair();
        var template = Template(("Первая", 10), ("Вторая", 20), ("Третья", 30));
        template.ApplyTo(pair);
        var ids = template.Items.Select(i => i.Id).ToList();
        template.Put([new(ids[0], null, "Первая иначе", 10), new(ids[1], null, "Вторая", 25), new(null, null, "Новая", 40)]);
        Number(template);
        var changes = template.ChangesFor(pair);
        changes.Select(c => c.Kind).ShouldBe([PlanChangeKind.Change, PlanChangeKind.Change, PlanChangeKind.Add, PlanChangeKind.Remove]);
        changes[0].Words.ShouldBe("вместо «Первая» станет «Первая иначе» до 11.10.2026");
        changes[1].Words.ShouldBe("«Вторая»: срок 21.10.2026 станет 26.10.2026");
        changes[3].Words.ShouldBe("уйдёт «Третья»");
        pair.Plan.Select(t => t.Task).ShouldBe(["Первая", "Вторая", "Третья"]);
        template.ApplyTo(pair)[^1].Existing!.Task.ShouldBe("Третья", "what leaves the plan is named for who deletes it");
        pair.Plan.Select(t => t.Task).ShouldBe(["Первая иначе", "Вторая", "Третья", "Новая"]);
    }

    [Fact]
    public void ChangesFor_WhatIsDoneOrWrittenByHand_LeavesIt()
    {
        var pair = Pair();
        var template = Template(("Сделанная", 10), ("Своя", 20));
        template.ApplyTo(pair);
        pair.Plan[0].DoneOn = From.AddDays(3);
        pair.Plan[1].Write(null, "Своя иначе", null);
        pair.Plan.Add(new PlanTask(1) { Ordinal = 9, Task = "Придуманная парой" });
        var ids = template.Items.Select(i => i.Id).ToList();
        template.Put([new(ids[0], null, "Сделанная иначе", 10), new(ids[1], null, "Своя третья", 20)]);
        template.ChangesFor(pair).ShouldBeEmpty();
        template.Put([new(null, null, "Новая", 1)]);
        Number(template);
        template.ChangesFor(pair).ShouldHaveSingleItem().Kind.ShouldBe(PlanChangeKind.Add);
    }

    [Fact]
    public void Write_TheSameWords_KeepsFollowing()
    {
        var pair = Pair();
        Template(("Знакомство", 10)).ApplyTo(pair);
        pair.Plan[0].Write(null, "Знакомство", From.AddDays(10));
        pair.Plan[0].IsAltered.ShouldBeFalse();
    }

    [Fact]
    public void ApplyTo_APairThatIsOver_IsRefused()
    {
        var pair = Pair();
        pair.EndEarly(From, "Переезд");
        Should.Throw<DomainException>(() => Template(("Поздно", 1)).ApplyTo(pair)).Message.ShouldContain("Прекращена");
    }

    [Theory, InlineData(-1), InlineData(1101)]
    public void Put_ADateOutOfReach_IsRefused(int days) => Should.Throw<DomainException>(() => Template(("Когда", days)));

    [Fact]
    public void Put_Nothing_IsRefused() => Should.Throw<DomainException>(() => Template());

    private static PlanTemplate Template(params (string Task, int? Days)[] tasks)
    {
        var template = new PlanTemplate(1) { Name = "Шаблон" };
        template.Put([.. tasks.Select(t => new PlanTemplateLine(null, null, t.Task, t.Days))]);
        Number(template);
        return template;
    }

    /// <summary>Keys as the database gives them: none twice.</summary>
    private static void Number(PlanTemplate template)
    {
        foreach (var item in template.Items.Where(i => i.Id == 0))
            typeof(PlanTemplateItem).GetProperty(nameof(item.Id))!.SetValue(item, Interlocked.Increment(ref _last));
        typeof(PlanTemplate).GetProperty(nameof(template.Id))!.SetValue(template, 7);
    }

    private static Pair Pair()
    {
        var mentor = new Mentor(Pupil("Вожатый"), From, 1);
        return Domain.Pairs.Pair.Open(MentoringForm.BuiltIn[0], From, To, new MentorPlace(mentor, 1, 0, true), [new MenteePlace(new Mentee(Pupil("Новичков"), From), [])]);
    }

    private static Person Pupil(string surname)
    {
        var person = new Person(1, PersonKind.Pupil, new PersonName(surname, "Глеб", null));
        person.Describe(PersonKind.Pupil, new DateOnly(2012, 3, 4), null, From);
        return person;
    }
}
