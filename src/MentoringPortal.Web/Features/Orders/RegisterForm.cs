using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Data.Configurations;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Files;
using MentoringPortal.Domain.Orders;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Formats;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Orders;

/// <summary>Number and date from the clerk's journal, which is not ours: any spelling.</summary>
public sealed class RegisterForm
{
    [Required, StringLength(Lengths.Number), Display(Name = "Номер")]
    public string Number { get; set; } = "";

    [Required, Display(Name = "Дата")]
    public DateOnly? Date { get; set; }

    public int Version { get; set; }

    [BindNever]
    public string Title { get; set; } = "";

    public static Task<RegisterForm?> Load(PortalDb db, int orderId, CancellationToken cancel) => db.Orders.Where(o => o.Id == orderId)
        .Select(o => new RegisterForm { Number = o.Number ?? "", Date = o.Date, Version = o.Version, Title = o.Title })
        .SingleOrDefaultAsync(cancel);

    /// <param name="issued">Keeps what was signed, where the paper was composed here.</param>
    public async Task Register(PortalDb db, Order order, IssuedPaper issued, CancellationToken cancel)
    {
        db.Expect(order, Version);
        order.Register(Number, Date);
        var twin = await db.Orders.Where(o => o.Id != order.Id && o.OrganizationId == order.OrganizationId && o.Kind == order.Kind
            && o.Year == order.Year && o.Number == order.Number).Select(o => o.Title).FirstOrDefaultAsync(cancel);
        if (twin is not null)
            throw new DomainException($"Под этим номером в {order.Year} году уже зарегистрирован документ «{twin}».", nameof(Number));
        if (order.IsComposed)
            await issued.Save(db, order, cancel);
        else
            await db.SaveChangesAsync(cancel);
    }
}

/// <summary>The signed paper as files, kept once and for all.</summary>
/// <param name="Content">As it stood before it was registered.</param>
public sealed record IssuedPaper(FileStore Store, Signature By, OrderContent Content)
{
    /// <summary>Renders, stores and saves; the bytes go where saving fails.</summary>
    public async Task Save(PortalDb db, Order order, CancellationToken cancel)
    {
        var paper = OrderPaper.Of(Content with { Number = order.Number, Date = order.Date, State = order.State });
        List<StoredContent> stored = [];
        try
        {
            var pdf = await Kept(db, order, FileKind.Pdf, Paper.Pdf.Render(paper));
            var docx = await Kept(db, order, FileKind.Docx, Paper.Docx.Render(paper));
            order.Issue(pdf.Id, pdf.Sha256, docx.Id);
            await db.SaveChangesAsync(cancel);
        }
        catch
        {
            stored.ForEach(s => Store.Delete(s.StoredName));
            throw;
        }

        async Task<StoredFile> Kept(PortalDb to, Order of, FileKind kind, byte[] bytes)
        {
            var content = await Store.Save(bytes, cancel);
            stored.Add(content);
            var row = new StoredFile
            {
                Id = Guid.NewGuid(),
                OrderId = of.Id,
                Name = $"{OrderWords.Caption(of.Kind, of.Number, of.Date).Replace('/', '-')}.{kind.ToString().ToLowerInvariant()}",
                StoredName = content.StoredName,
                ContentType = kind.ContentType(),
                Size = content.Size,
                Sha256 = content.Sha256,
                UploadedAt = By.At,
                UploadedById = By.UserId,
                UploadedByName = By.Name,
            };
            to.Files.Add(row);
            return row;
        }
    }
}
