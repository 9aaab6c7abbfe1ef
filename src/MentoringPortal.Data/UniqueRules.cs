using MentoringPortal.Data.Accounts;
using MentoringPortal.Data.Mail;
using MentoringPortal.Domain.Orders;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Requests;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Domain.Applications;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Domain.Years;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MentoringPortal.Data;

/// <summary>What to tell a person whose value somebody else has taken a moment earlier, and beside which field of the form.</summary>
public sealed record UniqueRule(string Words, string? Field = null);

/// <summary>
/// A form asks whether a value is taken, and the database decides: of two that ask at once, one meets the unique index. Here its words are; a
/// test demands them for each unique index of the model.
/// </summary>
public static class UniqueRules
{
    private const int SqliteUnique = 2067, SqlServerUniqueIndex = 2601, SqlServerUniqueConstraint = 2627;

    private static readonly Dictionary<(Type Entity, string LastColumn), UniqueRule> Rules = new()
    {
        [(typeof(PortalUser), nameof(PortalUser.NormalizedUserName))] = new("Учётная запись с этой почтой уже есть.", nameof(PortalUser.Email)),
        [(typeof(AccountLink), nameof(AccountLink.CodeHash))] = new("Ссылка не получилась. Сделайте её ещё раз."),
        [(typeof(OutboxMail), nameof(OutboxMail.Key))] = new("Это письмо уже поставлено в очередь."),
        [(typeof(CalendarFeed), nameof(CalendarFeed.UserId))] = new("Адрес календаря только что сделан в другом окне. Откройте страницу снова."),
        [(typeof(CalendarFeed), nameof(CalendarFeed.CodeHash))] = new("Адрес не получился. Сделайте его ещё раз."),
        [(typeof(Order), nameof(Order.Number))] = new("Документ с таким номером в этом году уже зарегистрирован.", nameof(Order.Number)),
        [(typeof(Order), nameof(Order.CheckCode))] = new("Код проверки не получился. Подготовьте документ ещё раз."),
        [(typeof(OrderRecipient), nameof(OrderRecipient.OrganizationId))] = new("Документ этой организации уже направлен."),
        [(typeof(Organization), nameof(Organization.ShortName))] = new("Организация с таким кратким названием уже есть.", nameof(Organization.ShortName)),
        [(typeof(Participation), nameof(Participation.OrganizationId))] = new("Этот учебный год организации только что записал кто-то другой. Откройте страницу снова."),
        [(typeof(ParticipationForm), nameof(ParticipationForm.MentoringFormId))] = new("Эту форму наставничества только что выбрал кто-то другой. Откройте страницу снова."),
        [(typeof(Execution), nameof(Execution.OrganizationId))] = new("Это мероприятие организации уже поручено."),
        [(typeof(Mentee), nameof(Mentee.OrganizationId))] = new("Человек уже в базе наставляемых. Откройте его карточку снова."),
        [(typeof(MenteeTopic), nameof(MenteeTopic.TopicId))] = new("Эту тему только что выбрал кто-то другой. Откройте страницу снова."),
        [(typeof(Mentor), nameof(Mentor.OrganizationId))] = new("Человек уже в базе наставников. Откройте его карточку снова."),
        [(typeof(Mentor), nameof(Mentor.UserId))] = new("Эта учётная запись уже у другого наставника."),
        [(typeof(MentorTopic), nameof(MentorTopic.TopicId))] = new("Эту тему только что выбрал кто-то другой. Откройте страницу снова."),
        [(typeof(MentorOffer), nameof(MentorOffer.MentorId))] = new("Наставник уже в муниципальной базе."),
        [(typeof(Topic), nameof(Topic.Name))] = new("Такая тема уже есть.", nameof(Topic.Name)),
        [(typeof(MentoringForm), nameof(MentoringForm.Name))] = new("Такая форма уже есть.", nameof(MentoringForm.Name)),
        [(typeof(PersonMatch), nameof(PersonMatch.SecondPersonId))] = new("Это совпадение только что нашёл кто-то другой. Откройте страницу снова."),
        [(typeof(YearChange), nameof(YearChange.OrganizationId))] = new("Перевод на этот учебный год уже готовит кто-то другой. Откройте страницу снова."),
        [(typeof(PairMentor), nameof(PairMentor.PairId))] = new("Наставника этой пары только что заменил кто-то другой. Откройте страницу снова."),
        [(typeof(ProgrammeReview), nameof(ProgrammeReview.OrganizationId))] = new("Оценку этого учебного года только что записал кто-то другой. Откройте страницу снова."),
        [(typeof(SurveyInvitation), nameof(SurveyInvitation.Stage))] = new("Этого участника только что спросил кто-то другой. Откройте страницу снова."),
        [(typeof(SurveyInvitation), nameof(SurveyInvitation.CodeHash))] = new("Ссылка не получилась. Сделайте её ещё раз."),
        [(typeof(Transfer), nameof(Transfer.PersonId))] = new("Перевод этого человека уже ждёт ответа."),
        [(typeof(ApplicationLink), nameof(ApplicationLink.CodeHash))] = new("Ссылка не получилась. Сделайте её ещё раз."),
        [(typeof(Submission), nameof(Submission.OrganizationId))] = new("Этой организации запрос уже адресован."),
        [(typeof(SubmissionVersion), nameof(SubmissionVersion.Number))] = new("Ответ только что отправлен из другого окна. Откройте страницу снова."),
        [(typeof(SurveyAnswer), nameof(SurveyAnswer.QuestionId))] = new("На анкету только что ответили."),
    };

    /// <summary>The words for this index, or null where nobody has written them.</summary>
    public static UniqueRule? Of(IReadOnlyIndex index) => Rules.GetValueOrDefault((index.DeclaringEntityType.ClrType, index.Properties[^1].Name));

    /// <summary>Which rule a refused save has broken; null where it was refused for something else.</summary>
    internal static UniqueRule? Broken(DbUpdateException refused, IModel model) => refused.InnerException switch
    {
        // SQLite names the columns, SQL Server the index, each inside a sentence of its own.
        SqliteException { SqliteExtendedErrorCode: SqliteUnique } error => Find(model, index => error.Message.Contains($"failed: {Columns(index)}'", StringComparison.Ordinal)),
        SqlException { Number: SqlServerUniqueIndex or SqlServerUniqueConstraint } error => Find(model, index => error.Message.Contains($"'{index.GetDatabaseName()}'", StringComparison.Ordinal)),
        _ => null,
    };

    private static UniqueRule? Find(IModel model, Func<IReadOnlyIndex, bool> isBroken) =>
        model.GetEntityTypes().SelectMany(t => t.GetDeclaredIndexes()).FirstOrDefault(i => i.IsUnique && isBroken(i)) is { } index ? Of(index) : null;

    private static string Columns(IReadOnlyIndex index) =>
        string.Join(", ", index.Properties.Select(p => $"{index.DeclaringEntityType.GetTableName()}.{p.GetColumnName()}"));
}
