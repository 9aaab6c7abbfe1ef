using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Data.Configurations;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Orders;
using MentoringPortal.Domain.Organizations;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Orders;

/// <summary>A paper as its author types it.</summary>
public sealed class ComposeForm
{
    public const string Plain = "ПРИКАЗЫВАЮ", Spaced = "п р и к а з ы в а ю";
    private const int LongestBody = 100_000;

    public int Version { get; set; }

    public OrderKind Kind { get; set; }

    [Required, StringLength(Lengths.Title), Display(Name = "О чём документ")]
    public string? Title { get; set; }

    [StringLength(Lengths.Text), Display(Name = "Преамбула")]
    public string? Preamble { get; set; }

    [Display(Name = "Распорядительное слово")]
    public string Operative { get; set; } = Plain;

    [StringLength(Lengths.Title), Display(Name = "Кому")]
    public string? Addressee { get; set; }

    [Required, StringLength(LongestBody), Display(Name = "Текст")]
    public string? Body { get; set; }

    [StringLength(Lengths.Title), Display(Name = "Должность подписывающего")]
    public string? SignatoryPosition { get; set; }

    [StringLength(Lengths.Name), Display(Name = "Кто подписывает")]
    public string? SignatoryName { get; set; }

    [StringLength(Lengths.Title), Display(Name = "Исполнитель и его телефон")]
    public string? Performer { get; set; }

    [Display(Name = "Какой документ меняет")]
    public int? ChangesId { get; set; }

    [Display(Name = "Что с ним делает")]
    public OrderState? ChangesTo { get; set; }

    [Display(Name = "Кого ознакомить")]
    public List<int> OrganizationIds { get; set; } = [];

    public static IReadOnlyList<SelectListItem> Operatives { get; } = [new(Plain, Plain), new(Spaced, Spaced)];

    public static IReadOnlyList<SelectListItem> Changings { get; } = [new("изменяет", nameof(OrderState.Amended)), new("отменяет", nameof(OrderState.Repealed))];

    /// <summary>An empty paper, signed by the head of the department.</summary>
    public static async Task<ComposeForm> New(PortalDb db, OrderKind kind, CancellationToken cancel)
    {
        var head = await db.Departments.Select(d => new { d.HeadPosition, d.HeadName }).SingleAsync(cancel);
        return new() { Kind = kind, SignatoryPosition = head.HeadPosition, SignatoryName = head.HeadName };
    }

    /// <summary>With the words of another paper.</summary>
    public void Copy(OrderContent source)
    {
        (Title, Preamble, Addressee, Body) = (source.Title, source.Preamble, source.Addressee, BodyOf(source));
        Operative = source.Operative?.Contains(' ', StringComparison.Ordinal) == true ? Spaced : Plain;
    }

    /// <summary>An order about another one: what is amended stays to be written.</summary>
    public void Change(OrderContent changed, OrderState to)
    {
        var paper = $"приказ {(changed.Date is { } date ? $"от {date:dd.MM.yyyy} " : "")}№ {changed.Number} «{changed.Title}»";
        (ChangesId, ChangesTo) = (changed.Id, to);
        Title = to == OrderState.Amended ? $"О внесении изменений в {paper}" : $"Об отмене: {paper}";
        Body = to == OrderState.Amended
            ? $"1. Внести в {paper} следующие изменения:\n1.1. Исключить …\n1.2. Включить …\n2. Контроль за исполнением приказа оставляю за собой."
            : $"1. Признать утратившим силу {paper}.\n2. Контроль за исполнением приказа оставляю за собой.";
    }

    public static ComposeForm Of(OrderContent order) => new()
    {
        Version = order.Version,
        Kind = order.Kind,
        Title = order.Title,
        Preamble = order.Preamble,
        Operative = order.Operative ?? Plain,
        Addressee = order.Addressee,
        Body = BodyOf(order),
        SignatoryPosition = order.SignatoryPosition,
        SignatoryName = order.SignatoryName,
        Performer = order.Performer,
        ChangesId = order.ChangesId,
        ChangesTo = order.ChangesTo,
        OrganizationIds = [.. order.AddressedTo ?? []],
    };

    /// <exception cref="DomainException">The paper it changes is not there.</exception>
    public async Task<OrderText> Text(PortalDb db, CancellationToken cancel)
    {
        var askable = await db.Organizations.Where(o => OrganizationIds.Contains(o.Id)).Select(o => o.Id).ToListAsync(cancel);
        var changes = ChangesId is null ? null : await db.Orders.SingleOrDefaultAsync(o => o.Id == ChangesId && o.OrganizationId == null, cancel)
            ?? throw new DomainException("Такого документа нет.", nameof(ChangesId));
        return new(Title, Preamble, Operatives.Any(o => o.Value == Operative) ? Operative : Plain, Addressee, Body ?? "", SignatoryPosition, SignatoryName, Performer, askable, changes, ChangesTo);
    }

    private static string BodyOf(OrderContent order) => string.Join('\n', order.Kind == OrderKind.Letter
        ? order.Paragraphs
        : order.Clauses.Select(c => $"{c.Number.TrimEnd('.')}. {c.Text}"));
}

/// <summary>GET /orders/new, /orders/{orderId}/edit: the form with its choices.</summary>
/// <param name="OrderId">Null for a new paper.</param>
public sealed record ComposePage(ComposeForm Form, int? OrderId, IReadOnlyList<SelectListItem> Organizations, IReadOnlyList<SelectListItem> InForce)
{
    public string Url => OrderId is { } id ? $"/orders/{id}/edit" : "/orders/new";

    public static async Task<ComposePage> Load(PortalDb db, ComposeForm form, int? orderId, DateOnly today, CancellationToken cancel)
    {
        var organizations = await db.Organizations.Where(o => o.ClosedOn == null || o.ClosedOn >= today).InOrder().Select(o => new { o.Id, o.ShortName, o.Kind }).ToListAsync(cancel);
        var inForce = await db.Orders.Where(o => o.OrganizationId == null && o.Kind == OrderKind.Order && o.Id != orderId && (o.State == OrderState.Registered || o.State == OrderState.Amended))
            .OrderByDescending(o => o.Date).ThenByDescending(o => o.Id).Select(o => new { o.Id, o.Kind, o.Number, o.Date, o.Title }).ToListAsync(cancel);
        return new(form, orderId,
            organizations.ConvertAll(o => new SelectListItem($"{o.ShortName}{(o.Kind == OrganizationKind.School ? "" : $" ({OrganizationKinds.Of(o.Kind)})")}", $"{o.Id}")),
            inForce.ConvertAll(o => new SelectListItem($"{OrderWords.Caption(o.Kind, o.Number, o.Date)} {o.Title}", $"{o.Id}")));
    }
}
