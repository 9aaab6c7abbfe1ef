using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using MentoringPortal.Data;
using MentoringPortal.Data.Mail;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MentoringPortal.Web.Tests.Requests;

/// <summary>What people do with requests, step by step.</summary>
internal static class RequestSteps
{
    public static Task<int> School(this PortalHost host, string name) => host.Db(db => db.Organizations.Where(o => o.ShortName == name).Select(o => o.Id).SingleAsync());

    /// <summary>The demo's request that is open.</summary>
    public static Task<int> OpenRequest(this PortalHost host) => host.Db(db => db.InformationRequests.Where(q => q.OpenedOn != null && q.ClosedOn == null).OrderBy(q => q.Id).Select(q => q.Id).FirstAsync());

    public static async Task<List<OutboxMail>> Mails(this PortalHost host, string recipient)
    {
        using var scope = host.Services.CreateScope();
        await using var db = TestScope.For(scope.ServiceProvider, new Actor(1, "Администратор", Role.Admin, null));
        return await db.Mails.AsNoTracking().Where(m => m.Recipient == recipient).OrderBy(m => m.Id).ToListAsync();
    }

    /// <summary>Opens a request by hand, for the given schools.</summary>
    public static async Task<int> OpenByHand(this PortalHost host, Visitor department, string what, IEnumerable<string> schools, Dictionary<string, string> fields)
    {
        var values = (await department.Get("/requests/new")).Filled("/requests/new").Where(v => v.Key != "Form.OrganizationIds").ToDictionary();
        (values["Form.What"], values["Form.Due"]) = (what, "2026-12-06");
        foreach (var (name, value) in fields)
            values[name] = value;
        var all = values.Concat((await Task.WhenAll(schools.Select(s => host.School(s)))).Select(id => new KeyValuePair<string, string>("Form.OrganizationIds", $"{id}"))).ToList();
        all.Add(new("__RequestVerificationToken", await department.Token()));
        var answer = await department.Post("/requests/new", all);
        answer.IsRedirect.ShouldBeTrue(answer.Words);
        return int.Parse(answer.Location!.Split('/')[^1]);
    }

    /// <summary>Sends the answer as the page has filled it, with other values over it, and files by the ordinal of their document.</summary>
    public static async Task<Answer> AnswerTo(this Visitor curator, int requestId, Dictionary<string, string> over, (int Document, string Name, byte[] Content)[]? files = null, string step = "send")
    {
        var page = await curator.Get($"/requests/{requestId}");
        var form = page.Html.QuerySelector("#answer") as IHtmlFormElement;
        var values = form is null ? [] : Visitor.Values(form).Where(v => v.Key != "__RequestVerificationToken").DistinctBy(v => v.Key).ToDictionary(v => v.Key, v => v.Value);
        foreach (var (name, value) in over)
            values[name] = value;
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in values.Append(new("__RequestVerificationToken", await curator.Token())))
            content.Add(new StringContent(value), name);
        var fields = page.Html.QuerySelectorAll("input[type=file]").Select(i => i.GetAttribute("name")!).ToList();
        foreach (var (document, name, bytes) in files ?? [])
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = fields[document], FileNameStar = name };
            content.Add(part);
        }
        return await Answer.Of(await curator.Client.PostAsync($"/requests/{requestId}/{step}", content));
    }

    /// <summary>A form of one row, counted over all forms.</summary>
    public static Dictionary<string, string> OneRow(string measure) => new() { ["Form.Rows[0].Head"] = "Показатель", ["Form.Rows[0].Measure"] = measure, ["Form.Columns[0].Head"] = "Всего", ["Form.Columns[0].FormId"] = "0" };
}
