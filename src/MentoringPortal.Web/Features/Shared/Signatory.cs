using MentoringPortal.Data;
using MentoringPortal.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Shared;

/// <summary>The department and its head, who signs its papers.</summary>
/// <param name="Letterhead">Lines; the department's name where none are set.</param>
/// <param name="Name">As it stands under a paper; empty where the card has none.</param>
public sealed record Signatory(string Department, IReadOnlyList<string> Letterhead, string Position, string Name)
{
    public static async Task<Signatory> Load(PortalDb db, CancellationToken cancel)
    {
        var card = await db.Departments.Select(d => new { d.Name, d.Letterhead, d.HeadPosition, d.HeadName }).SingleAsync(cancel);
        var lines = card.Letterhead.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new(card.Name, lines.Length > 0 ? lines : [card.Name], card.HeadPosition, PersonName.Signed(card.HeadName));
    }
}
