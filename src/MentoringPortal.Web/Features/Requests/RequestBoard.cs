using MentoringPortal.Data;
using MentoringPortal.Data.Coverage;
using MentoringPortal.Domain.Requests;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Requests;

/// <summary>GET /requests/{requestId} for the department and officials: who has answered, what it comes to.</summary>
/// <param name="Others">Whom it does not ask.</param>
/// <param name="Text">For a chat: what is owed, by when, by whom.</param>
public sealed record RequestBoard(RequestSummary Summary, string Text, IReadOnlyList<HistoryLine> History, PostponeForm Postpone, AskMoreForm AskMore, IReadOnlyList<SelectListItem> Others)
{
    public RequestHead Head => Summary.Head;

    public static async Task<RequestBoard?> Load(PortalDb db, MeasureCounts counts, MunicipalClock clock, string publicUrl, int requestId, PostponeForm? typed, AskMoreForm? more, CancellationToken cancel)
    {
        if (await RequestHead.Find(db, requestId, cancel) is not { } head)
            return null;
        var summary = await RequestSummary.Load(db, counts, head, clock.Today, cancel);
        var department = await db.Departments.Select(d => d.ShortName.Length > 0 ? d.ShortName : d.Name).SingleAsync(cancel);
        var history = await Shared.History.Of(db, clock, cancel, (nameof(InformationRequest), requestId));
        return new(summary, RequestLetters.Reminder(department, head.What, head.Due, clock.Today, [.. summary.Owing.Select(o => o.Name)], $"{publicUrl}{head.Url}"), history,
            typed ?? new PostponeForm { Due = head.Due, Version = head.Version }, more ?? new AskMoreForm { Version = head.Version },
            head.IsOpen && db.Scope.IsDepartment ? [.. (await RequestFormPage.Askable(db, clock.Today, cancel)).Where(o => !summary.Organizations.Any(a => $"{a.Id}" == o.Value))] : []);
    }
}

/// <summary>POST /requests/{requestId}/postpone</summary>
public sealed class PostponeForm
{
    public int Version { get; set; }

    [System.ComponentModel.DataAnnotations.Required, System.ComponentModel.DataAnnotations.Display(Name = "Ответить до")]
    public DateOnly? Due { get; set; }
}

/// <summary>POST /requests/{requestId}/ask</summary>
public sealed class AskMoreForm
{
    public int Version { get; set; }

    [System.ComponentModel.DataAnnotations.Display(Name = "Кого ещё спросить")]
    public List<int> OrganizationIds { get; set; } = [];
}

/// <summary>Words of letters and of what is copied into a chat: nobody's name, what is owed and a link.</summary>
public static class RequestLetters
{
    public static string Reminder(string department, string what, DateOnly due, DateOnly today, IReadOnlyList<string> owing, string url) => $"""
        {department} просит ответить на запрос «{what}» до {due:d MMMM yyyy 'г.'}{(due < today ? " (срок прошёл)" : due == today ? " (сегодня последний день)" : "")}{(owing.Count == 0 ? "" : $"\nЕщё не ответили: {string.Join(", ", owing)}")}
        Ответ заполняется на портале: {url}
        """;

    public static string Opened(string department, string what, DateOnly due, string url) => $"""
        {department} открыло запрос «{what}». Ответить нужно до {due:d MMMM yyyy 'г.'}
        Форма уже заполнена из реестра, останется проверить её и приложить документы: {url}
        """;

    public static string Returned(string what, string reason, string url) => $"""
        Ответ на запрос «{what}» возвращён. Что исправить: {reason}
        Исправить и отправить снова: {url}
        """;
}
