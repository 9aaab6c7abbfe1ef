using MentoringPortal.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Requests;

/// <summary>A paper comes out whatever the department's card says of its head.</summary>
public sealed class SignedPapersTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory, InlineData(""), InlineData("Ветров"), InlineData("Ветров Г.А.")]
    public async Task Papers_OfAHeadWithoutAFullName(string name)
    {
        await host.Db(db => db.Departments.ExecuteUpdateAsync(set => set.SetProperty(d => d.HeadName, name)));
        var (department, request) = (await host.As("department"), await host.OpenRequest());
        foreach (var page in new[] { $"/requests/{request}/summary.docx", $"/requests/{request}/summary.pdf", "/reports/roadmap.docx", "/reports/roadmap.pdf" })
            (await department.Get(page)).Status.ShouldBe(200, page);
    }
}
