using MentoringPortal.Web.Tests.Hosting;
using MentoringPortal.Web.Tests.Security;

namespace MentoringPortal.Web.Tests.Reviews;

/// <summary>The first stage of monitoring: a school judges itself, the department reads it and prints it.</summary>
public sealed class ReviewsTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Review_IsWritten_Read_AndStandsInTheReportOfMonitoring()
    {
        var curator = await host.As("curator1");
        var form = Enumerable.Range(0, 9).ToDictionary(i => $"Form.Marks[{i}]", i => i == 0 ? "1" : "2");
        form["Form.Strengths"] = "Наставники давно работают вместе";
        (await curator.Submit("/reviews", form)).IsRedirect.ShouldBeTrue();
        (await curator.Get("/reviews")).Words.ShouldContain("17 из 18 – оптимальный уровень");

        foreach (var reader in (string[])["department", "official"])
        {
            var visitor = await host.As(reader);
            (await visitor.Get("/reviews")).Words.ShouldContain("Наставники давно работают вместе");
            (await visitor.Get("/")).Words.ShouldContain("оценили процесс");
            foreach (var address in (string[])["monitoring", "monitoring.xlsx", "monitoring.docx", "monitoring.pdf"])
                CanaryReader.TextOf(await visitor.Get($"/reports/{address}")).ReplaceLineEndings(" ").ShouldContain("оптимальный", customMessage: address);
        }
        (await (await host.As("curator2")).Get("/reviews")).Words.ShouldNotContain("Наставники давно работают вместе");
        (await (await host.As("curator2")).Get("/reports/monitoring")).Words.ShouldNotContain("Наставники давно работают вместе");
        (await (await host.As("department")).Get("/reviews?year=2025")).Words.ShouldNotContain("Наставники давно работают вместе");
    }

    [Theory]
    [InlineData("Form.Marks[0]", "2", "оценено 1 из 9")]
    [InlineData("Form.Marks[0]", "7", "оценено 1 из 9")]
    [InlineData("Form.Strengths", " ", "хотя бы об одной стороне")]
    public async Task Review_ThatCannotBe_IsRefused(string field, string value, string words)
    {
        var answer = await (await host.As("curator2")).Submit("/reviews", new() { [field] = value });
        answer.Status.ShouldBe(422);
        answer.Words.ShouldContain(words);
    }
}
