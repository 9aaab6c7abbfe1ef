using MentoringPortal.Domain.Orders;
using MentoringPortal.Domain.Reading;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Formats;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Orders;

/// <summary>From a draft to force: written, prepared for signing, sent, acknowledged.</summary>
public sealed partial class OrdersController
{
    /// <param name="kind">What is written.</param>
    /// <param name="from">A paper whose words are taken.</param>
    /// <param name="changes">An order in force that the new one amends or repeals.</param>
    /// <param name="to">Which of the two.</param>
    [HttpGet("new")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> Create(OrderKind? kind, int? from, int? changes, OrderState? to, CancellationToken cancel)
    {
        ModelState.Clear();
        var source = (from ?? changes) is { } id ? await OrderContent.Load(db, id, cancel) : null;
        if (source is null && (from ?? changes) is not null)
            return NotFound();
        var form = await ComposeForm.New(db, from is not null ? source!.Kind : changes is null && kind == OrderKind.Letter ? OrderKind.Letter : OrderKind.Order, cancel);
        if (from is not null)
            form.Copy(source!);
        else if (changes is not null)
            form.Change(source!, to == OrderState.Repealed ? OrderState.Repealed : OrderState.Amended);
        return View("Compose", await ComposePage.Load(db, form, null, clock.Today, cancel));
    }

    [HttpPost("new")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] ComposeForm form, CancellationToken cancel)
    {
        var department = await db.Departments.AsNoTracking().SingleAsync(cancel);
        var ids = new (string Name, string? Code)[] { ("ОКПО", department.Okpo), ("ОГРН", department.Ogrn), ("ИНН", department.Inn), ("КПП", department.Kpp) };
        var order = new Order
        {
            Kind = form.Kind == OrderKind.Letter ? OrderKind.Letter : OrderKind.Order,
            Issuer = department.Name,
            Place = department.Place,
            Letterhead = department.Letterhead.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            Letterhead2 = department.Letterhead2.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            Contacts = new ReadContacts { Address = department.Address, Phone = department.Phone, Email = department.Email, Ids = ids.Where(i => !string.IsNullOrEmpty(i.Code)).ToDictionary(i => i.Name, i => i.Code!) },
            CreatedAt = clock.UtcNow,
        };
        return await Submit(
            async () =>
            {
                order.Compose(await form.Text(db, cancel), clock.Today);
                db.Orders.Add(order);
                await db.SaveChangesAsync(cancel);
            },
            () => Shown(order.Id, "Черновик сохранён. Проверьте, как портал понял поручения и сроки."),
            () => FormPage(form, null, cancel));
    }

    [HttpGet("{orderId:id}/edit")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> Edit(int orderId, CancellationToken cancel) => await OrderContent.Load(db, orderId, cancel) is { IsComposed: true } order
        ? order.State == OrderState.Draft ? View("Compose", await ComposePage.Load(db, ComposeForm.Of(order), orderId, clock.Today, cancel)) : LocalRedirect($"/orders/{orderId}")
        : NotFound();

    [HttpPost("{orderId:id}/edit")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> Edit(int orderId, [Bind(Prefix = "Form")] ComposeForm form, CancellationToken cancel)
    {
        if (await db.Orders.Include(o => o.Clauses).Include(o => o.Changes).SingleOrDefaultAsync(o => o.Id == orderId && o.AddressedTo != null, cancel) is not { } order)
            return NotFound();
        form.Kind = order.Kind;
        return await Submit(
            async () =>
            {
                db.ExpectWithParts(order, form.Version);
                order.Compose(await form.Text(db, cancel), clock.Today);
                await db.SaveChangesAsync(cancel);
            },
            () => Shown(orderId, "Черновик сохранён."),
            () => FormPage(form, orderId, cancel));
    }

    [HttpPost("{orderId:id}/delete")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> Delete(int orderId, int version, CancellationToken cancel)
    {
        if (await db.Orders.Include(o => o.Clauses).SingleOrDefaultAsync(o => o.Id == orderId && o.AddressedTo != null, cancel) is not { } order)
            return NotFound();
        if (order.State != OrderState.Draft)
            return Shown(orderId, "Удалить можно только черновик: подготовленный документ сначала верните в работу, зарегистрированный отменяют приказом.");
        db.Expect(order, version);
        db.Orders.Remove(order);
        await db.SaveChangesAsync(cancel);
        Notice("Черновик удалён.");
        return LocalRedirect("/orders");
    }

    [HttpPost("{orderId:id}/prepare")]
    [Access(Permission.WritePapers)]
    public Task<IActionResult> Prepare(int orderId, int version, CancellationToken cancel) =>
        Step(orderId, version, order => order.Prepare(), "Документ подготовлен. Распечатайте его для подписи, а затем внесите номер и дату из журнала.", cancel);

    [HttpPost("{orderId:id}/rework")]
    [Access(Permission.WritePapers)]
    public Task<IActionResult> Rework(int orderId, int version, CancellationToken cancel) =>
        Step(orderId, version, order => order.Rework(), "Документ снова в работе: его можно изменить.", cancel);

    /// <summary>Those whom it is addressed to see it from now on.</summary>
    [HttpPost("{orderId:id}/send")]
    [Access(Permission.WritePapers)]
    public Task<IActionResult> Send(int orderId, int version, CancellationToken cancel) => Step(orderId, version, order => order.Send(clock.UtcNow), "Документ направлен организациям.", cancel,
        order => queue.WriteToCurators([.. order.Recipients.Select(r => r.OrganizationId!.Value)], $"order:{orderId}:sent", $"{order.Title}",
            $"Управление направило документ: {OrderWords.Caption(order.Kind, order.Number, order.Date)} «{order.Title}».\nОзнакомьтесь и отметьте это: {mail.PublicUrl}/orders/{orderId}", cancel));

    /// <summary>«Ознакомлены»: of the reader's own organization.</summary>
    [HttpPost("{orderId:id}/acknowledge")]
    [Access(Permission.AcknowledgePapers)]
    public async Task<IActionResult> Acknowledge(int orderId, CancellationToken cancel)
    {
        if (await db.Set<OrderRecipient>().SingleOrDefaultAsync(r => r.OrderId == orderId && r.OrganizationId == db.Scope.OrganizationId && r.Order!.SentAt != null, cancel) is not { } recipient)
            return NotFound();
        recipient.Acknowledge(new Signature(User.Actor().UserId, User.Actor().Name, clock.UtcNow));
        await db.SaveChangesAsync(cancel);
        return Shown(orderId, "Отмечено: вы ознакомлены с документом.");
    }

    /// <summary>Лист ознакомления: filled in with those who have acknowledged.</summary>
    [HttpGet("{orderId:id}/acknowledged.{paper:regex(^(docx|pdf)$)}")]
    [Access(Permission.ReadMunicipality)]
    public async Task<IActionResult> Acknowledged(int orderId, string paper, CancellationToken cancel)
    {
        if (await OrderContent.Load(db, orderId, cancel) is not { SentAt: not null } order)
            return NotFound();
        await db.Record(Data.Audit.AuditAction.Exported, nameof(Order), $"{orderId}", $"лист ознакомления, {paper}", cancel: cancel);
        var sheet = AcknowledgementSheet.Of(order, await Acknowledgement.Load(db, clock, orderId, cancel));
        var name = $"{clock.Today:yyyy-MM-dd} Лист ознакомления. {order.Caption}.{paper}";
        return paper == "pdf" ? new FileDownload(MentoringPortal.Paper.Pdf.Render(sheet), name, FileKind.Pdf) : new FileDownload(MentoringPortal.Paper.Docx.Render(sheet), name, FileKind.Docx);
    }

    /// <summary>One step of the paper's life by a button of its page.</summary>
    private async Task<IActionResult> Step(int orderId, int version, Action<Order> step, string done, CancellationToken cancel, Func<Order, Task>? then = null)
    {
        if (await db.Orders.Include(o => o.Recipients).Include(o => o.Clauses).SingleOrDefaultAsync(o => o.Id == orderId && o.AddressedTo != null, cancel) is not { } order)
            return NotFound();
        return await Submit(
            async () =>
            {
                db.Expect(order, version);
                step(order);
                await db.SaveChangesAsync(cancel);
                if (then is not null)
                    await then(order);
            },
            () => Shown(orderId, done),
            async () =>
            {
                db.ChangeTracker.Clear();
                return View("Details", await OrderDetails.Load(db, clock, orderId, cancel));
            });
    }

    private async Task<IActionResult> FormPage(ComposeForm form, int? orderId, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        return View("Compose", await ComposePage.Load(db, form, orderId, clock.Today, cancel));
    }

    private LocalRedirectResult Shown(int orderId, string notice)
    {
        Notice(notice);
        return LocalRedirect($"/orders/{orderId}");
    }
}
