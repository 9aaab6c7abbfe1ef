using System.ComponentModel.DataAnnotations;
using MentoringPortal.Data;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Settings;
using MentoringPortal.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Settings;

/// <summary>GET and POST /settings: the figures that a department decides.</summary>
public sealed class SettingsForm
{
    private const int MostDays = 365, MostPoints = 100;

    public int Version { get; set; }

    [Required, StringLength(100), Display(Name = "Возрастные группы отчётов")]
    public string? AgeBands { get; set; }

    [Required, Range(1, 10), Display(Name = "Молодой специалист: полных лет работы меньше")]
    public int? YoungTeacherYears { get; set; }

    [Required, Range(9, 12), Display(Name = "Последний класс школы")]
    public int? LastGrade { get; set; }

    [Required, Range(0, MostPoints), Display(Name = "За каждую общую тему")]
    public int? TopicPoints { get; set; }

    [Required, Range(0, MostPoints), Display(Name = "За форму, выбранную организацией")]
    public int? FormPoints { get; set; }

    [Required, Range(0, MostPoints), Display(Name = "За подходящий возраст")]
    public int? AgePoints { get; set; }

    [Required, Range(0, MostPoints), Display(Name = "За общее удобное время")]
    public int? TimePoints { get; set; }

    [Required, Range(0, MostPoints), Display(Name = "За свою организацию")]
    public int? OwnOrganizationPoints { get; set; }

    [Required, Range(0, MostPoints), Display(Name = "Вычесть за каждого, кого наставник уже ведёт")]
    public int? LoadPoints { get; set; }

    [Required, Range(1, MostDays), Display(Name = "Нет согласия, дней")]
    public int? ConsentDays { get; set; }

    [Required, Range(1, MostDays), Display(Name = "Нет приказа, дней")]
    public int? OrderDays { get; set; }

    [Required, Range(1, MostDays), Display(Name = "Нет плана, дней")]
    public int? PlanDays { get; set; }

    [Required, Range(1, MostDays), Display(Name = "Нет встреч, дней")]
    public int? MeetingDays { get; set; }

    [Required, Range(1, MostDays), Display(Name = "Нет итоговой анкеты, дней")]
    public int? SurveyDays { get; set; }

    [Display(Name = "Показывать итоги муниципалитета всем")]
    public bool IsPublic { get; set; }

    public static async Task<SettingsForm> Load(PortalDb db, CancellationToken cancel)
    {
        var s = await db.Settings.AsNoTracking().SingleAsync(cancel);
        return new()
        {
            Version = s.Version,
            AgeBands = string.Join(", ", s.AgeBands),
            YoungTeacherYears = s.YoungTeacherYears,
            LastGrade = s.LastGrade,
            TopicPoints = s.Weights.Topic,
            FormPoints = s.Weights.Form,
            AgePoints = s.Weights.Age,
            TimePoints = s.Weights.Time,
            OwnOrganizationPoints = s.Weights.OwnOrganization,
            LoadPoints = s.Weights.Load,
            ConsentDays = s.Reminders.Consent,
            OrderDays = s.Reminders.Order,
            PlanDays = s.Reminders.Plan,
            MeetingDays = s.Reminders.Meeting,
            SurveyDays = s.Reminders.FinalSurvey,
            IsPublic = s.IsPublic,
        };
    }

    public async Task Save(PortalDb db, CancellationToken cancel)
    {
        var settings = await db.Settings.SingleAsync(cancel);
        db.Expect(settings, Version);
        settings.AgeBands = AgeBand.ReadList(AgeBands!);
        (settings.YoungTeacherYears, settings.LastGrade) = (YoungTeacherYears!.Value, LastGrade!.Value);
        settings.Weights = new MatchWeights(TopicPoints!.Value, FormPoints!.Value, AgePoints!.Value, TimePoints!.Value, OwnOrganizationPoints!.Value, LoadPoints!.Value);
        settings.Reminders = new ReminderDays(ConsentDays!.Value, OrderDays!.Value, PlanDays!.Value, MeetingDays!.Value, SurveyDays!.Value);
        settings.IsPublic = IsPublic;
        await db.SaveChangesAsync(cancel);
    }
}

/// <param name="IsPublicNow">As saved, whatever the form says.</param>
public sealed record SettingsPage(SettingsForm Form, bool IsPublicNow, IReadOnlyList<HistoryLine> History);
