using MentoringPortal.Web.Tests.Hosting;
using MentoringPortal.Web.Tests.Pairs;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Templates;

/// <summary>A template is written once, shown before it changes a plan, and seen by those alone whose it is.</summary>
public sealed class PlanTemplatesTests(PortalHost host) : IClassFixture<PortalHost>
{
    private async Task<(Visitor Curator, string Pair)> Pair()
    {
        var mentor = (await host.Mentors(1, 1))[0];
        var mentee = (await host.Mentees(1))[0];
        var curator = await host.As("curator1");
        var address = await curator.Draft(mentor, mentee);
        (await curator.Fix(address)).IsRedirect.ShouldBeTrue();
        return (curator, address);
    }

    private async Task<int> Template(Visitor by, string name, params (string Task, string Days)[] tasks)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["Form.Name"] = name };
        for (var i = 0; i < tasks.Length; i++)
            (fields[$"Form.Lines[{i}].Task"], fields[$"Form.Lines[{i}].DueDays"]) = (tasks[i].Task, tasks[i].Days);
        var answer = await by.Submit("/templates/new", fields, "/templates/new");
        answer.Location.ShouldBe("/templates", answer.Words);
        return await host.Db(db => db.PlanTemplates.Where(t => t.Name == name).Select(t => t.Id).SingleAsync());
    }

    private static Task<Answer> Apply(Visitor curator, int template, string pair) =>
        curator.Post($"/templates/{template}/pairs", new Dictionary<string, string> { ["Form.Pairs"] = pair.Split('/')[^1] });

    /// <summary>IN2: what no page sends is refused, however long.</summary>
    [Theory, InlineData(1_025), InlineData(5_000), InlineData(10_001)]
    public async Task Form_OfThousandsOfLines_IsRefused(int lines)
    {
        var curator = await host.As("curator1");
        var answer = await curator.PostAll("/templates/new", [new("Form.Name", "Длинный"), .. Enumerable.Range(0, lines).Select(i => KeyValuePair.Create($"Form.Lines[{i}].Task", "x"))]);
        answer.Status.ShouldBeOneOf(400, 413, 422);
        (await host.Db(db => db.PlanTemplates.AnyAsync(t => t.Name == "Длинный"))).ShouldBeFalse();
    }

    [Fact]
    public async Task Template_IsShownBeforeItIsCopied_AndDatesCountFromThePair()
    {
        var (curator, pair) = await Pair();
        var template = await Template(curator, "Адаптация", ("Познакомиться", "7"), ("Выбрать кружок", ""));
        (await curator.Get($"/templates?pairId={pair.Split('/')[^1]}")).Words.ShouldContain("Адаптация");
        var preview = await curator.Get($"/templates/{template}/pairs?pairId={pair.Split('/')[^1]}");
        preview.Words.ShouldContain("добавится «Познакомиться» до 08.11.2026");
        preview.Html.QuerySelectorAll("input[name='Form.Pairs'][checked]").Length.ShouldBe(1);
        (await host.Pair(pair)).Plan.ShouldBeEmpty("a preview writes nothing");
        (await Apply(curator, template, pair)).Location.ShouldBe(pair);
        (await host.Pair(pair)).Plan.OrderBy(t => t.Ordinal).Select(t => (t.Task, t.DueOn)).ShouldBe([("Познакомиться", new DateOnly(2026, 11, 8)), ("Выбрать кружок", null)]);
    }

    [Fact]
    public async Task Template_Changed_ChangesPlansAfterTheListAlone()
    {
        var (curator, pair) = await Pair();
        var template = await Template(curator, "Меняется", ("Первая", "10"), ("Вторая", "20"));
        await Apply(curator, template, pair);
        var edited = await curator.Submit($"/templates/{template}", new() { ["Form.Lines[0].Task"] = "Первая иначе", ["Form.Lines[1].Task"] = "", ["Form.Lines[2].Task"] = "Третья" }, $"/templates/{template}");
        edited.Location.ShouldBe($"/templates/{template}/pairs", edited.Words);
        (await host.Pair(pair)).Plan.Select(t => t.Task).ShouldBe(["Первая", "Вторая"], ignoreOrder: true);
        var list = await curator.Follow(edited);
        list.Words.ShouldContain("вместо «Первая» станет «Первая иначе»");
        list.Words.ShouldContain("уйдёт «Вторая»");
        list.Words.ShouldContain("добавится «Третья»");
        (await Apply(curator, template, pair)).IsRedirect.ShouldBeTrue();
        (await host.Pair(pair)).Plan.Select(t => t.Task).ShouldBe(["Первая иначе", "Третья"], ignoreOrder: true);
    }

    [Fact]
    public async Task Task_WrittenByHand_StaysWhenTheTemplateChanges()
    {
        var (curator, pair) = await Pair();
        var template = await Template(curator, "Своё остаётся", ("Общая", "10"));
        await Apply(curator, template, pair);
        var task = (await host.Pair(pair)).Plan[0].Id;
        (await curator.Submit($"{pair}/plan/{task}", new() { ["Form.Task"] = "Наша собственная" }, $"{pair}/plan/{task}")).IsRedirect.ShouldBeTrue();
        await curator.Submit($"/templates/{template}", new() { ["Form.Lines[0].Task"] = "Общая иначе" }, $"/templates/{template}");
        (await curator.Get($"/templates/{template}/pairs")).Words.ShouldNotContain("Наша собственная");
        (await Apply(curator, template, pair)).IsRedirect.ShouldBeTrue();
        (await host.Pair(pair)).Plan.ShouldHaveSingleItem().Task.ShouldBe("Наша собственная");
    }

    [Fact]
    public async Task Template_OfTheDepartment_IsForAllSchools_ToUseAndNotToChange()
    {
        var (curator, pair) = await Pair();
        var common = await Template(await host.As("department"), "Общий муниципальный", ("Встретиться", "5"));
        (await curator.Get("/templates")).Words.ShouldContain("Общий муниципальный");
        (await curator.Get($"/templates/{common}")).Status.ShouldBe(404);
        (await Apply(curator, common, pair)).IsRedirect.ShouldBeTrue();
        (await host.Pair(pair)).Plan.ShouldHaveSingleItem().Task.ShouldBe("Встретиться");
    }

    [Fact]
    public async Task Template_OfASchool_IsNotThereForAnother_NorAreItsPairs()
    {
        var (curator, pair) = await Pair();
        var own = await Template(curator, "Только наш", ("Тихо", "5"));
        var other = await host.As("curator2");
        (await other.Get("/templates")).Words.ShouldNotContain("Только наш");
        (await other.Get($"/templates/{own}/pairs")).Status.ShouldBe(404);
        var theirs = await Template(other, "Чужой шаблон", ("Вмешаться", "5"));
        await Apply(other, theirs, pair);
        (await host.Pair(pair)).Plan.ShouldBeEmpty();
        (await (await host.As("department")).Get("/templates")).Words.ShouldNotContain("Только наш");
    }

    [Fact]
    public async Task Template_WithoutATask_ComesBack() =>
        (await (await host.As("curator1")).Submit("/templates/new", new() { ["Form.Name"] = "Пустой" }, "/templates/new")).Status.ShouldBe(422);
}
