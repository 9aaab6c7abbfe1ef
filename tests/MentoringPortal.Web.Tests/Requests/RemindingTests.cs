using MentoringPortal.Web.Features.Requests;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MentoringPortal.Web.Tests.Requests;

/// <summary>Who has not answered: a list, a letter by hand, and letters by themselves 14, 7 and 1 days before, then weekly.</summary>
public sealed class RemindingTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Remind_WritesToWhoOwes_Once_AndTheTextIsThereToCopy()
    {
        var department = await host.As("department");
        var id = await host.OpenRequest();
        var board = await department.Get($"/requests/{id}");
        board.Words.ShouldContain("Ответили 5 из 8");
        board.Html.QuerySelector("#owing-text")!.TextContent.ShouldContain("Ещё не ответили: Дом детского творчества, Лицей № 3, Школа № 7");
        var answer = await department.Post($"/requests/{id}/remind", new Dictionary<string, string>());
        (await department.Follow(answer)).Words.ShouldContain("писем: 2");
        var again = await department.Post($"/requests/{id}/remind", new Dictionary<string, string> { ["Again"] = "1" });
        (await department.Follow(again)).Words.ShouldContain("Новых писем нет");
        (await host.Mails("curator1@demo.example")).Count(m => m.Key!.StartsWith($"request:{id}:hand", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Letters_ComeByThemselves_OnTheirDays_ToWhoOwesAlone()
    {
        var fields = RequestSteps.OneRow("Mentees");
        fields["Form.Due"] = "2026-12-06";
        var id = await host.OpenByHand(await host.As("department"), "Само напомнит", ["Лицей № 3", "Школа № 7"], fields);
        await (await host.As("curator2")).AnswerTo(id, []);
        // 22 November is 14 days before, but the day of opening itself: the letter of the opening has said it.
        (await Written(id)).ShouldBe(0);
        foreach (var (day, letters) in new[] { ("2026-11-29", 1), ("2026-11-30", 1), ("2026-12-05", 2), ("2026-12-06", 2), ("2026-12-13", 3), ("2026-12-20", 4) })
        {
            host.Time.SetUtcNow(new DateTimeOffset(DateOnly.Parse(day).ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero));
            await Write();
            await Write();
            (await Written(id)).ShouldBe(letters, day);
        }
        var department = await host.Db(db => db.Departments.Select(d => d.Name).SingleAsync());
        (await host.Mails("curator1@demo.example")).Last(m => m.Key!.StartsWith($"request:{id}:2026", StringComparison.Ordinal)).Body!.ShouldContain(department);
        (await host.Mails("curator2@demo.example")).ShouldNotContain(m => m.Key!.StartsWith($"request:{id}:2026"), "he has answered");
    }

    private async Task Write()
    {
        using var scope = host.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<RequestReminders>().Write(CancellationToken.None);
    }

    private async Task<int> Written(int id) => (await host.Mails("curator1@demo.example")).Count(m => m.Key!.StartsWith($"request:{id}:2026", StringComparison.Ordinal));
}
