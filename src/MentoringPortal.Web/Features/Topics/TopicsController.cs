using MentoringPortal.Data;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Topics;

/// <summary>The directory of topics of requests and competences.</summary>
[Route("topics")]
public sealed class TopicsController(PortalDb db, MunicipalClock clock) : PortalController
{
    [HttpGet("")]
    [Access(Permission.WriteRules)]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await TopicList.Load(db, cancel));

    [HttpGet("new")]
    [Access(Permission.WriteRules)]
    public IActionResult Create() => View(new TopicPage(null, new TopicForm(), []));

    [HttpPost("new")]
    [Access(Permission.WriteRules)]
    public Task<IActionResult> Create([Bind(Prefix = "Form")] TopicForm form, CancellationToken cancel) => Submit(
        async () =>
        {
            var topic = new Topic("");
            db.Topics.Add(topic);
            await form.Save(db, topic, cancel);
        },
        () => Saved("Тема добавлена."),
        () => Task.FromResult<IActionResult>(View(new TopicPage(null, form, []))));

    [HttpGet("{topicId:id}/edit")]
    [Access(Permission.WriteRules)]
    public async Task<IActionResult> Edit(int topicId, CancellationToken cancel) =>
        await Find(topicId, cancel) is { } topic ? View(await TopicPage.Load(db, topicId, TopicForm.Of(topic), clock, cancel)) : NotFound();

    [HttpPost("{topicId:id}/edit")]
    [Access(Permission.WriteRules)]
    public async Task<IActionResult> Edit(int topicId, [Bind(Prefix = "Form")] TopicForm form, CancellationToken cancel)
    {
        if (await Find(topicId, cancel) is not { } topic)
            return NotFound();
        return await Submit(
            async () =>
            {
                db.Expect(topic, form.Version);
                await form.Save(db, topic, cancel);
            },
            () => Saved("Тема сохранена."),
            async () => View(await TopicPage.Load(db, topicId, form, clock, cancel)));
    }

    private Task<Topic?> Find(int topicId, CancellationToken cancel) => db.Topics.SingleOrDefaultAsync(t => t.Id == topicId, cancel);

    private LocalRedirectResult Saved(string words)
    {
        Notice(words);
        return LocalRedirect("/topics");
    }
}
