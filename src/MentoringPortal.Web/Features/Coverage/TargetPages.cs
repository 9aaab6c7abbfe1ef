using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Data.Configurations;
using MentoringPortal.Domain.Coverage;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Coverage;

/// <summary>One target as the department sets it.</summary>
public sealed class TargetForm
{
    public int Version { get; set; }

    [Required, Display(Name = "Кого считать")]
    public Population? Counted { get; set; }

    [Display(Name = "В какой роли")]
    public ParticipantRole? Role { get; set; }

    [Required, Range(0.1, 100), Display(Name = "Не менее, %")]
    public decimal? Percent { get; set; }

    [Required, Display(Name = "К дате")]
    public DateOnly? By { get; set; }

    [StringLength(Lengths.Title), Display(Name = "Откуда цель")]
    public string? Source { get; set; }

    /// <summary>The words of the paper, where it stands in one.</summary>
    [BindNever]
    public string? Words { get; set; }

    public static TargetForm Of(CoverageTarget target) => new()
    {
        Version = target.Version,
        Counted = target.Counted,
        Role = target.Role,
        Percent = target.Percent,
        By = target.By,
        Source = target.Source,
        Words = target.Population,
    };

    public void ApplyTo(CoverageTarget target) => target.Define(Counted!.Value, Role, Percent!.Value, By!.Value, Source);
}

/// <param name="Words">Who is counted, in the words of the paper.</param>
public sealed record TargetRow(int Id, Population? Counted, ParticipantRole? Role, decimal Percent, DateOnly? By, string? Source, string? Words, int? OrderId, string? Order);

/// <summary>GET /coverage/targets</summary>
public sealed record TargetList(IReadOnlyList<TargetRow> Rows)
{
    private const string Methodology = "Целевая модель наставничества, Р-145";

    /// <summary>The line of the methodology by the year from 2020, for whom, and by how many percent.</summary>
    private static readonly (Population Counted, ParticipantRole Role, decimal[] Percents)[] Line =
    [
        (Population.PupilsInBand, ParticipantRole.Mentee, [10, 20, 35, 50, 70]),
        (Population.YoungTeachers, ParticipantRole.Mentee, [10, 20, 35, 50, 70]),
        (Population.Enterprises, ParticipantRole.Mentor, [2, 4, 8, 16, 30]),
    ];

    public static async Task<TargetList> Load(PortalDb db, CancellationToken cancel) => new(await db.CoverageTargets.OrderBy(t => t.Counted).ThenBy(t => t.By).ThenBy(t => t.Id)
        .Select(t => new TargetRow(t.Id, t.Counted, t.Role, t.Percent, t.By, t.Source, t.Population, t.OrderId, t.Order!.Number)).ToListAsync(cancel));

    /// <summary>Adds what of the line is not there yet.</summary>
    public static async Task<int> AddLine(PortalDb db, CancellationToken cancel)
    {
        var known = await db.CoverageTargets.Where(t => t.Source == Methodology).ToListAsync(cancel);
        var added = 0;
        foreach (var (counted, role, percents) in Line)
            for (var i = 0; i < percents.Length; i++)
            {
                var by = new DateOnly(2020 + i, 12, 31);
                if (known.Exists(t => t.Counted == counted && t.By == by))
                    continue;
                db.CoverageTargets.Add(new CoverageTarget()).Entity.Define(counted, role, percents[i], by, Methodology);
                added++;
            }
        await db.SaveChangesAsync(cancel);
        return added;
    }
}
