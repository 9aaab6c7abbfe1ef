using MentoringPortal.Web.Features.Mail;
using MentoringPortal.Web.Features.Reminders;
using MentoringPortal.Web.Features.Requests;

namespace MentoringPortal.Web.Setup;

/// <summary>The outbox's sender where <c>Mail__Host</c> is set.</summary>
public static class MailRegistration
{
    public static void AddPortalMail(this WebApplicationBuilder builder)
    {
        // A factory: a test sets what it needs after this line.
        builder.Services.AddSingleton(services => MailSettings.Read(services.GetRequiredService<IConfiguration>()));
        builder.Services.AddSingleton<MailPost>();
        builder.Services.AddScoped<MondayDigest>();
        builder.Services.AddScoped<RequestReminders>();
        builder.Services.AddSingleton<MailSender>();
        if (MailSettings.Read(builder.Configuration).IsOn)
            builder.Services.AddHostedService(services => services.GetRequiredService<MailSender>());
    }
}
