using System.Net.Http.Headers;
using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.Orders;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Tests.Roadmaps;

/// <summary>A row to make: who executes it and by when.</summary>
internal sealed record TestItem(string Number, DateOnly? Due, params string[] Executors)
{
    public const string Department = "управление", Unit = "МЦН", Outside = "Институт развития образования";

    public string? Result { get; init; }
    public decimal? Target { get; init; }
    public string? Text { get; init; }
}

/// <summary>Roadmaps made as the department makes them, straight in the database.</summary>
internal static class TestRoadmap
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    public static Task<int> AddRoadmap(this PortalHost host, string title, params TestItem[] items) => host.Db(async db =>
    {
        var organizations = await db.Organizations.ToDictionaryAsync(o => o.ShortName, o => o.Id);
        var unit = await db.DepartmentUnits.SingleOrDefaultAsync(u => u.Abbreviation == TestItem.Unit)
            ?? db.DepartmentUnits.Add(new DepartmentUnit { Abbreviation = TestItem.Unit, Name = "Муниципальный центр наставничества" }).Entity;
        await db.SaveChangesAsync();
        var order = new Order { Title = title, CreatedAt = host.Time.GetUtcNow().UtcDateTime };
        order.Register($"{title.GetHashCode(StringComparison.Ordinal)}-о/д", new DateOnly(2026, 8, 25));
        order.AddressTo(organizations.Values);
        var roadmap = new Roadmap { Order = order, Title = title, PeriodStart = new(2026, 9, 1), PeriodEnd = new(2027, 8, 31), CreatedAt = order.CreatedAt };
        foreach (var row in items)
        {
            var item = new RoadmapItem { Number = row.Number, Ordinal = roadmap.Items.Count + 1, Activity = $"Мероприятие {row.Number}", Result = row.Result, TargetPercent = row.Target };
            item.Plan(row.Due is { } due
                ? new Deadline { Text = row.Text ?? $"до {due:dd.MM.yyyy}", Kind = DeadlineKind.Due, End = due }
                : new Deadline { Text = row.Text ?? "", Kind = DeadlineKind.Unspecified });
            roadmap.Items.Add(item);
            foreach (var executor in row.Executors)
                roadmap.Assign(item, executor switch
                {
                    TestItem.Department => Assignee.Department,
                    TestItem.Unit => Assignee.Unit(unit.Id),
                    TestItem.Outside => Assignee.Outside(executor),
                    _ => Assignee.Organization(organizations[executor]),
                });
        }
        db.Roadmaps.Add(roadmap);
        await db.SaveChangesAsync();
        return roadmap.Id;
    });

    public static Task<int> ItemId(this PortalHost host, int roadmapId, string number) =>
        host.Db(db => db.RoadmapItems.Where(i => i.RoadmapId == roadmapId && i.Number == number).Select(i => i.Id).SingleAsync());

    public static Task<int> ExecutionId(this PortalHost host, int roadmapId, string number, string organization) => host.Db(db => db.Executions
        .Where(x => x.RoadmapId == roadmapId && x.RoadmapItem!.Number == number && x.Organization!.ShortName == organization).Select(x => x.Id).SingleAsync());

    public static Task<int> OwnExecutionId(this PortalHost host, int roadmapId, string number, ExecutorKind kind = ExecutorKind.Department) => host.Db(db => db.Executions
        .Where(x => x.RoadmapId == roadmapId && x.RoadmapItem!.Number == number && x.Executor == kind).Select(x => x.Id).SingleAsync());

    public static Task<ExecutionState> State(this PortalHost host, int executionId) =>
        host.Db(db => db.Executions.Where(x => x.Id == executionId).Select(x => x.State).SingleAsync());

    public static Task<int> EventCount(this PortalHost host, int executionId) =>
        host.Db(db => db.Set<ExecutionEvent>().CountAsync(e => e.ExecutionId == executionId));

    /// <summary>Takes a step at an execution, straight in the database.</summary>
    public static Task Take(this PortalHost host, int executionId, Action<Execution> step) => host.Db(async db =>
    {
        var execution = await db.Executions.Include(x => x.RoadmapItem).Include(x => x.Events).SingleAsync(x => x.Id == executionId);
        step(execution);
        return await db.SaveChangesAsync();
    });

    public static Signature By(this PortalHost host) => new(1, "Тест", host.Time.GetUtcNow().UtcDateTime);

    /// <summary>Sends the report form as a browser does, with files.</summary>
    public static async Task<Answer> Report(
        this Visitor visitor, int executionId, Dictionary<string, string> fields, (string Name, byte[] Content)[]? files = null, string step = "report")
    {
        var page = await visitor.Get($"/executions/{executionId}");
        using var content = new MultipartFormDataContent();
        var version = page.Html.QuerySelector("input[name=Version]")?.GetAttribute("value") ?? "0";
        foreach (var (name, value) in fields.Append(new("Version", version)).Append(new("__RequestVerificationToken", await visitor.Token())))
            content.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files ?? [])
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            // As a star parameter any name can be sent, the hostile ones too.
            part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "Files", FileNameStar = name };
            content.Add(part);
        }
        return await Answer.Of(await visitor.Client.PostAsync($"/executions/{executionId}/{step}", content));
    }
}
