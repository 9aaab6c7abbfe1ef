using MentoringPortal.Data.Mail;
using MentoringPortal.Data.Requests;
using MentoringPortal.Domain.Requests;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.Mail;

namespace MentoringPortal.Web.Features.Requests;

/// <summary>Letters to curators who have not answered: 14, 7 and 1 days before the last day, then weekly until the request is closed.</summary>
public sealed class RequestReminders(RequestDebts debts, MailQueue queue, MailSettings settings, MunicipalClock clock)
{
    private const int Hour = 8;

    /// <summary>A day that the portal slept through is made up for so many days later.</summary>
    private const int LateDays = 2;

    public bool IsTime => clock.Local(clock.UtcNow).Hour >= Hour;

    public async Task Write(CancellationToken cancel)
    {
        foreach (var debt in await debts.Load(cancel))
            if (Occasion(debt) is { } day)
                await queue.WriteToCurators(debt.OrganizationIds, $"request:{debt.RequestId}:{day:yyyyMMdd}", $"Запрос сведений: ответить до {debt.Due:d MMMM}",
                    RequestLetters.Reminder(debt.Department, debt.What, debt.Due, clock.Today, [], $"{settings.PublicUrl}/requests/{debt.RequestId}"), cancel);
    }

    /// <summary>The day whose letter is due: today or one just slept through, never one before the request was opened.</summary>
    private DateOnly? Occasion(RequestDebt debt) => Enumerable.Range(0, LateDays + 1).Select(late => clock.Today.AddDays(-late))
        .Where(day => day > debt.OpenedOn && InformationRequest.IsReminded(debt.Due, day)).Select(day => (DateOnly?)day).FirstOrDefault();
}
