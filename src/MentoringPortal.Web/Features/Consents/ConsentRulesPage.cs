using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Domain.Consents;
using MentoringPortal.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Consents;

/// <summary>GET and POST /consents/rules: the ground of each activity (a consent, or the law where nothing is chosen) and the terms.</summary>
public sealed class ConsentRulesForm
{
    public int Version { get; set; }

    [Display(Name = "Учёт в базе школы")]
    public ConsentKind? Register { get; set; }

    [Display(Name = "Работа пары или группы")]
    public ConsentKind? Pair { get; set; }

    [Display(Name = "Наставник из другой организации")]
    public ConsentKind? OutsideMentor { get; set; }

    [Display(Name = "Публикация фото или кейса")]
    public ConsentKind? Publication { get; set; }

    [Required, Range(1, 365), Display(Name = "Дней на подтверждение согласий для пар, внесённых задним числом")]
    public int? UnconfirmedDays { get; set; }

    [Required, Range(1, 365), Display(Name = "Дней на уничтожение данных после отзыва согласия")]
    public int? DestructionDays { get; set; }

    [Required, Range(1, 60), Display(Name = "Рабочих дней на ответ на обращение о данных и на прекращение обработки")]
    public int? AnswerDays { get; set; }

    [Required, Range(1, 60), Display(Name = "На сколько рабочих дней этот срок можно продлить, не больше")]
    public int? ExtensionDays { get; set; }

    [Required, Range(1, 60), Display(Name = "Рабочих дней на исправление данных")]
    public int? CorrectionDays { get; set; }

    public static async Task<ConsentRulesForm> Load(PortalDb db, CancellationToken cancel)
    {
        var kinds = await db.ConsentRules.AsNoTracking().ToDictionaryAsync(r => r.Activity, r => r.Kind, cancel);
        var settings = await db.Settings.AsNoTracking().SingleAsync(cancel);
        return new()
        {
            Version = settings.Version,
            Register = kinds[ConsentActivity.Register],
            Pair = kinds[ConsentActivity.Pair],
            OutsideMentor = kinds[ConsentActivity.OutsideMentor],
            Publication = kinds[ConsentActivity.Publication],
            UnconfirmedDays = settings.UnconfirmedDays,
            DestructionDays = settings.DestructionDays,
            AnswerDays = settings.Enquiries.Answer,
            ExtensionDays = settings.Enquiries.Extension,
            CorrectionDays = settings.Enquiries.Correction,
        };
    }

    /// <summary>One version, that of the settings, guards the whole page.</summary>
    public async Task Save(PortalDb db, CancellationToken cancel)
    {
        var settings = await db.Settings.SingleAsync(cancel);
        db.ExpectWithParts(settings, Version);
        (settings.UnconfirmedDays, settings.DestructionDays) = (UnconfirmedDays!.Value, DestructionDays!.Value);
        settings.Enquiries = new(AnswerDays!.Value, ExtensionDays!.Value, CorrectionDays!.Value);
        foreach (var rule in await db.ConsentRules.ToListAsync(cancel))
            rule.Kind = rule.Activity switch
            {
                ConsentActivity.Register => Register,
                ConsentActivity.Pair => Pair,
                ConsentActivity.OutsideMentor => OutsideMentor,
                ConsentActivity.Publication => Publication,
                _ => throw new InvalidOperationException($"No field for {rule.Activity}."),
            };
        await db.SaveChangesAsync(cancel);
    }
}
