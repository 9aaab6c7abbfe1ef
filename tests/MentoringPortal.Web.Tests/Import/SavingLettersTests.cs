using MentoringPortal.Web.Tests.Hosting;

namespace MentoringPortal.Web.Tests.Import;

public sealed class SavingLettersTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Post_Letter_StandsUnderOrdersAndLetters_WithItsRequestsChecklistAndForm()
    {
        var visitor = await host.As("department");
        var saved = await visitor.Submit(await visitor.Draft(PaperFiles.Text("twins/twin-letter.txt")) + "/save", []);
        saved.Status.ShouldBe(302, saved.Words);
        saved.Location.ShouldStartWith("/orders/");
        (await visitor.Get("/orders?q=0987")).Html.QuerySelector($"a[href='{saved.Location}']").ShouldNotBeNull();

        var page = await visitor.Follow(saved);
        page.Words.ShouldContain("204.11-0987/21-07");
        page.Words.ShouldContain("Срок: до 10 сентября 2021");
        page.Words.ShouldContain("Срок: до 24 августа 2021");
        page.Words.ShouldContain("положение о программе наставничества");
        page.Words.ShouldContain("сроки внедрения ЦМН");
        var form = page.Html.QuerySelector("[aria-label='Форма отчёта'] table")!;
        form.QuerySelectorAll("thead th").Length.ShouldBe(5);
        form.QuerySelectorAll("tbody tr").Length.ShouldBe(4);
        page.Words.ShouldContain("ФИО, тел.");
    }

    [Fact]
    public async Task Get_Letter_ByTheCuratorItIsAddressedTo_IsReadable()
    {
        var visitor = await host.As("department");
        var saved = await visitor.Submit(await visitor.Draft(PaperFiles.Text("twins/letter-two-forms.txt")) + "/save", []);
        var page = await (await host.As("curator1")).Follow(saved);
        page.Status.ShouldBe(200);
        page.Words.ShouldContain("приказ о назначении куратора");
    }
}
