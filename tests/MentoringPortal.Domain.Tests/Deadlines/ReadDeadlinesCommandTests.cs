using System.Text.Json;
using MentoringPortal.Domain.Deadlines;

namespace MentoringPortal.Domain.Tests.Deadlines;

public sealed class ReadDeadlinesCommandTests
{
    [Fact]
    public void Run_EveryLine_GivesExactlyOneObject()
    {
        var lines = Run("До 01.09 2020\t2020-08-25\n\n\t\t\t\t\nСентябрь\t2020-08-20\t\t\t2020-08-01\n\uD800\r\n");
        lines.Length.ShouldBe(5);
        lines.ShouldAllBe(l => JsonDocument.Parse(l, default).RootElement.ValueKind == JsonValueKind.Object);
        lines[1].ShouldContain("\"deadline-missing\"");
    }

    [Fact]
    public void Run_Due_IsTheObjectOfTheContract() => Run("до 01.09.2020").ShouldBe(
    [
        """{"text":"до 01.09.2020","kind":"due","start":null,"end":"2020-09-01","periods":[],"every":null,"on":null,"offset":null,"inferred":[],"proposal":null,"remarks":[]}""",
    ]);

    [Fact]
    public void Run_Enumerations_AreNamedAsInTheContract()
    {
        Run("раз в две недели")[0].ShouldContain("\"every\":\"two-weeks\"");
        Run("раз в полугодие")[0].ShouldContain("\"every\":\"half-year\"");
        Run("по запросу")[0].ShouldContain("\"kind\":\"onDemand\"");
        Run("в течение 10 рабочих дней со дня издания приказа")[0]
            .ShouldContain("\"offset\":{\"amount\":10,\"unit\":\"workingDay\",\"direction\":\"after\",\"event\":\"издание приказа\"}");
    }

    [Fact]
    public void Run_BrokenDate_StopsThereAndNamesTheLine()
    {
        using var output = new StringWriter();
        var refusal = Should.Throw<FormatException>(() => ReadDeadlinesCommand.Run(new StringReader("май 2021\nмай\t01.09.2020\nиюнь"), output));
        refusal.Message.ShouldBe("Строка 2: поле «дата приказа» — не дата вида ГГГГ-ММ-ДД.");
        output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1);
    }

    [Fact]
    public void Run_PlanBackwards_IsRefused() =>
        Should.Throw<FormatException>(() => ReadDeadlinesCommand.Run(new StringReader("май\t\t2021-09-01\t2020-09-01"), TextWriter.Null)).Message.ShouldContain("Строка 1");

    [Fact]
    public void Run_SixthField_IsRefused() =>
        Should.Throw<FormatException>(() => ReadDeadlinesCommand.Run(new StringReader("май\t\t\t\t\tещё"), TextWriter.Null));

    private static string[] Run(string input)
    {
        using var output = new StringWriter();
        ReadDeadlinesCommand.Run(new StringReader(input), output);
        return output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }
}
