using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Data.Configurations;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Orders;
using MentoringPortal.Web.Features.Shared;
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

    public async Task Register(PortalDb db, Order order, CancellationToken cancel)
    {
        db.Expect(order, Version);
        order.Register(Number, Date);
        var twin = await db.Orders.Where(o => o.Id != order.Id && o.OrganizationId == order.OrganizationId && o.Kind == order.Kind
            && o.Year == order.Year && o.Number == order.Number).Select(o => o.Title).FirstOrDefaultAsync(cancel);
        if (twin is not null)
            throw new DomainException($"Под этим номером в {order.Year} году уже зарегистрирован документ «{twin}».", nameof(Number));
        await db.SaveChangesAsync(cancel);
    }
}
