using MentoringPortal.Data;
using MentoringPortal.Data.Audit;
using MentoringPortal.Data.Mail;
using MentoringPortal.Domain.Orders;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Mail;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Formats;
using MentoringPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Orders;

/// <summary>Приказы и письма: the papers themselves; they come in by the import.</summary>
[Route("orders")]
public sealed partial class OrdersController(PortalDb db, MunicipalClock clock, FileStore store, MailQueue queue, MailSettings mail) : PortalController
{
    [HttpGet("")]
    [Access(Permission.ReadPapers)]
    public async Task<IActionResult> Index([FromQuery] OrderFilter filter, [FromQuery] PageRequest paging, CancellationToken cancel) =>
        View(await OrderList.Load(db, filter, paging, cancel));

    [HttpGet("{orderId:id}")]
    [Access(Permission.ReadPapers)]
    public async Task<IActionResult> Details(int orderId, CancellationToken cancel) =>
        await OrderDetails.Load(db, clock, orderId, cancel) is { } order ? View(order) : NotFound();

    /// <summary>The paper as it is printed, to read on the screen.</summary>
    [HttpGet("{orderId:id}/text")]
    [Access(Permission.ReadPapers)]
    public async Task<IActionResult> Text(int orderId, CancellationToken cancel) =>
        await Content(orderId, cancel) is { } order ? View(order) : NotFound();

    [HttpGet("{orderId:id}/register")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> Register(int orderId, CancellationToken cancel) =>
        await RegisterForm.Load(db, orderId, cancel) is { } form ? View(form) : NotFound();

    [HttpPost("{orderId:id}/register")]
    [Access(Permission.WritePapers)]
    public async Task<IActionResult> Register(int orderId, RegisterForm form, CancellationToken cancel)
    {
        if (await db.Orders.Include(o => o.Changes).SingleOrDefaultAsync(o => o.Id == orderId, cancel) is not { } order)
            return NotFound();
        form.Title = order.Title;
        return await Submit(
            async () => await form.Register(db, order, new IssuedPaper(store, new(User.Actor().UserId, User.Actor().Name, clock.UtcNow), (await Content(orderId, cancel))!), cancel),
            () =>
            {
                Notice("Документ зарегистрирован.");
                return LocalRedirect($"/orders/{orderId}");
            },
            () => Task.FromResult<IActionResult>(View(form)));
    }

    [HttpGet("{orderId:id}/export.{format:regex(^(xlsx|docx|pdf)$)}")]
    [Access(Permission.ReadPapers)]
    public async Task<IActionResult> Export(int orderId, string format, CancellationToken cancel)
    {
        if (await Content(orderId, cancel) is not { } order)
            return NotFound();
        await db.Record(AuditAction.Exported, nameof(Order), $"{orderId}", format, cancel: cancel);
        return await Issued(order, format, cancel) ?? (IActionResult)Download(order, format);
    }

    private async Task<OrderContent?> Content(int orderId, CancellationToken cancel) => await OrderContent.Load(db, orderId, cancel) is { } order
        ? order with { CheckUrl = order.CheckCode is { } code ? $"{mail.PublicUrl}/v/{code}" : null }
        : null;

    /// <summary>What was signed: the very bytes that were kept at registration.</summary>
    private async Task<IActionResult?> Issued(OrderContent order, string format, CancellationToken cancel)
    {
        var id = format switch { "pdf" => order.IssuedPdfId, "docx" => order.IssuedDocxId, _ => null };
        if (id is null || await db.Files.Where(f => f.Id == id).Select(f => new { f.Name, f.StoredName, f.ContentType }).SingleOrDefaultAsync(cancel) is not { } file)
            return null;
        try
        {
            return new FileDownload(store.Open(file.StoredName), file.Name, file.ContentType);
        }
        catch (IOException)
        {
            // The row outlived its file. What was signed is not made anew: it would not be what was signed.
            return NotFound();
        }
    }

    private FileDownload Download(OrderContent order, string format)
    {
        var name = $"{clock.Today:yyyy-MM-dd} {order.Caption}.{format}";
        return format switch
        {
            "xlsx" => new FileDownload(OrderWorkbook.Of(order), name, FileKind.Xlsx),
            "docx" => new FileDownload(Paper.Docx.Render(OrderPaper.Of(order)), name, FileKind.Docx),
            _ => new FileDownload(Paper.Pdf.Render(OrderPaper.Of(order)), name, FileKind.Pdf),
        };
    }
}
