using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Data.Configurations;
using MentoringPortal.Domain;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Text;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Topics;

/// <param name="Asked">Mentees who chose it.</param>
/// <param name="Offered">Mentors who chose it.</param>
public sealed record TopicRow(int Id, string Name, bool IsActive, int Asked, int Offered);

/// <summary>GET /topics: one directory for requests and competences, so that they meet.</summary>
public sealed record TopicList(IReadOnlyList<TopicRow> Rows)
{
    public static async Task<TopicList> Load(PortalDb db, CancellationToken cancel)
    {
        var rows = await db.Topics.Select(t => new TopicRow(t.Id, t.Name, t.IsActive, db.Set<MenteeTopic>().Count(m => m.TopicId == t.Id), db.Set<MentorTopic>().Count(m => m.TopicId == t.Id))).ToListAsync(cancel);
        return new([.. rows.OrderByDescending(r => r.IsActive).ThenBy(r => r.Name, StringComparer.CurrentCulture)]);
    }
}

public sealed class TopicForm
{
    public int Version { get; set; }

    [Required, StringLength(Lengths.Name), Display(Name = "Название")]
    public string? Name { get; set; }

    [Display(Name = "Предлагается в списках")]
    public bool IsActive { get; set; } = true;

    public static TopicForm Of(Topic topic) => new() { Version = topic.Version, Name = topic.Name, IsActive = topic.IsActive };

    /// <exception cref="DomainException">A topic of the same words stands in the directory, whatever its case.</exception>
    public async Task Save(PortalDb db, Topic topic, CancellationToken cancel)
    {
        var key = SearchKey.Of(Name);
        if ((await db.Topics.Where(t => t.Id != topic.Id).Select(t => t.Name).ToListAsync(cancel)).Exists(name => SearchKey.Of(name) == key))
            throw new DomainException("Такая тема уже есть.", nameof(Name));
        (topic.Name, topic.IsActive) = (Name!.Trim(), IsActive);
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>GET /topics/new, /topics/{topicId}/edit</summary>
public sealed record TopicPage(int? Id, TopicForm Form, IReadOnlyList<HistoryLine> History)
{
    public static async Task<TopicPage> Load(PortalDb db, int topicId, TopicForm form, MunicipalClock clock, CancellationToken cancel) =>
        new(topicId, form, await Shared.History.Of(db, clock, cancel, (nameof(Topic), topicId)));
}
