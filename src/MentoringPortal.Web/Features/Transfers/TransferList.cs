using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Data.Configurations;
using MentoringPortal.Domain.People;
using MentoringPortal.Web.Features.People;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Transfers;

/// <summary>Somebody who comes to the own school.</summary>
public sealed record IncomingRow(int Id, string Name, string? ClassName, string From, DateOnly LastDay, DateOnly AskedOn);

/// <summary>Somebody who has left for another one.</summary>
public sealed record OutgoingRow(int Id, int PersonId, string Name, string To, DateOnly LastDay, bool IsRefused, string? Reason);

/// <summary>GET /transfers</summary>
public sealed record TransferList(IReadOnlyList<IncomingRow> Incoming, IReadOnlyList<OutgoingRow> Outgoing)
{
    public static async Task<TransferList> Load(PortalDb db, CancellationToken cancel)
    {
        var own = db.Scope.OrganizationId;
        var incoming = await db.Transfers.AsNoTracking().Where(t => t.ToOrganizationId == own && !t.IsRefused).OrderBy(t => t.Id).ToListAsync(cancel);
        var outgoing = await db.Transfers.AsNoTracking().Include(t => t.Person).Where(t => t.OrganizationId == own).OrderBy(t => t.Id).ToListAsync(cancel);
        return new([.. incoming.Select(t => new IncomingRow(t.Id, t.Name.Full, t.ClassName, t.FromName, t.LastDay, t.AskedOn))],
            [.. outgoing.Select(t => new OutgoingRow(t.Id, t.PersonId, t.Person!.Name.Full, t.ToName, t.LastDay, t.IsRefused, t.Reason))]);
    }
}

/// <summary>Why the school does not take him.</summary>
public sealed class RefuseTransferForm
{
    [Required, StringLength(Lengths.Title), Display(Name = "Почему")]
    public string? Reason { get; set; }
}

/// <summary>GET /transfers/{incomingId}: what the new school needs for its own card, beside those of its people who have the name.</summary>
public sealed record TransferCard(int Id, string Name, string? ClassName, DateOnly? BirthDate, bool IsMentee, string From, DateOnly LastDay, IReadOnlyList<Namesake> Namesakes, RefuseTransferForm Form)
{
    public static async Task<TransferCard> Load(PortalDb db, Transfer t, RefuseTransferForm form, CancellationToken cancel) =>
        new(t.Id, t.Name.Full, t.ClassName, t.BirthDate, t.IsMentee, t.FromName, t.LastDay, await NewPersonPage.FindNamesakes(db, t.ToOrganizationId, t.Name, cancel), form);

    /// <summary>The form of a new card, filled in with what has come along.</summary>
    public static NewPersonForm ToForm(Transfer t) => new()
    {
        TransferId = t.Id,
        Bank = NewPersonForm.Mentees,
        Person = new PersonFields { Kind = PersonKind.Pupil, Surname = t.Surname ?? "", Given = t.Given ?? "", Patronymic = t.Patronymic, BirthDate = t.BirthDate, ClassName = t.ClassName },
    };
}
