using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentoringPortal.Data.Configurations;

internal sealed class SurveyConfiguration : IEntityTypeConfiguration<Survey>
{
    public void Configure(EntityTypeBuilder<Survey> builder)
    {
        builder.Property(s => s.Name).HasMaxLength(Lengths.Name);
        builder.HasOne(s => s.Form).WithMany().HasForeignKey(s => s.FormId);
        builder.HasData(FirstSurveys.All.Select((s, i) => new { Id = i + 1, s.Name, s.Side, s.Contour, IsArchived = false, Version = 0 }));
    }
}

internal sealed class SurveyQuestionConfiguration : IEntityTypeConfiguration<SurveyQuestion>
{
    public void Configure(EntityTypeBuilder<SurveyQuestion> builder)
    {
        builder.ToTable("SurveyQuestions");
        builder.HasOne(q => q.Survey).WithMany(s => s.Questions).HasForeignKey(q => q.SurveyId);
        builder.Property(q => q.Text).HasMaxLength(Lengths.Title);
        builder.HasData(FirstSurveys.All.SelectMany((survey, s) => survey.Questions.Select((q, n) => (SurveyId: s + 1, Ordinal: n + 1, Question: q)))
            .Select((q, i) => new { Id = i + 1, q.SurveyId, q.Ordinal, q.Question.Kind, q.Question.Text, q.Question.OnlyAt, IsReplaced = false }));
    }
}

internal sealed class SurveyInvitationConfiguration : IEntityTypeConfiguration<SurveyInvitation>
{
    public void Configure(EntityTypeBuilder<SurveyInvitation> builder)
    {
        builder.Property(i => i.OrganizationId).IsRequired();
        builder.HasOne(i => i.Pair).WithMany(p => p.Surveys).HasForeignKey(i => new { i.PairId, i.OrganizationId }).HasPrincipalKey(p => new { p.Id, p.OrganizationId });
        // A mentor may be of another organization.
        builder.HasOne(i => i.Person).WithMany().HasForeignKey(i => i.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(i => i.Survey).WithMany().HasForeignKey(i => i.SurveyId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(i => i.IsCopy);
        builder.Property(i => i.CodeHash).HasMaxLength(64);
        builder.HasIndex(i => new { i.PairId, i.PersonId, i.Stage }).IsUnique();
        builder.HasIndex(i => new { i.OrganizationId, i.SurveyId });
        builder.HasIndex(i => i.CodeHash).IsUnique().HasFilter("\"CodeHash\" IS NOT NULL");
    }
}

internal sealed class SurveyAnswerConfiguration : IEntityTypeConfiguration<SurveyAnswer>
{
    public void Configure(EntityTypeBuilder<SurveyAnswer> builder)
    {
        builder.ToTable("SurveyAnswers");
        builder.HasOne(a => a.Invitation).WithMany(i => i.Answers).HasForeignKey(a => a.InvitationId);
        builder.HasOne(a => a.Question).WithMany().HasForeignKey(a => a.QuestionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.InvitationId, a.QuestionId }).IsUnique();
    }
}

internal sealed class ProgrammeReviewConfiguration : IEntityTypeConfiguration<ProgrammeReview>
{
    public void Configure(EntityTypeBuilder<ProgrammeReview> builder)
    {
        builder.Property(r => r.OrganizationId).IsRequired();
        builder.Property(r => r.Strengths).HasMaxLength(Lengths.Text);
        builder.Property(r => r.Weaknesses).HasMaxLength(Lengths.Text);
        builder.Property(r => r.Opportunities).HasMaxLength(Lengths.Text);
        builder.Property(r => r.Threats).HasMaxLength(Lengths.Text);
        builder.Property(r => r.Marks).IsJson();
        builder.HasIndex(r => new { r.SchoolYear, r.OrganizationId }).IsUnique();
    }
}

/// <summary>The questionnaires a new portal begins with: one for each side of each contour. The department rewrites them as it likes.</summary>
internal static class FirstSurveys
{
    public sealed record First(string Name, SurveySide Side, Contour Contour, IReadOnlyList<FirstQuestion> Questions);

    public sealed record FirstQuestion(QuestionKind Kind, string Text, SurveyStage? OnlyAt);

    public static IReadOnlyList<First> All { get; } =
    [
        new("Анкета наставляемого", SurveySide.Mentee, Contour.Pupils,
        [
            Scale("Мне интересно учиться."),
            Scale("Я понимаю, чего хочу добиться в этом году."),
            Scale("Когда у меня трудности, мне есть к кому обратиться."),
            Scale("С одноклассниками (однокурсниками) я нахожу общий язык."),
            Scale("Я спокойно берусь за новое и незнакомое."),
            Scale("Встречи с наставником мне помогли.", SurveyStage.Exit),
            Words("Чего вы ждёте от встреч с наставником?", SurveyStage.Entry),
            Words("Что у вас получилось за это время?", SurveyStage.Exit),
            Words("Что стоило бы сделать по-другому?", SurveyStage.Exit),
        ]),
        new("Анкета наставника", SurveySide.Mentor, Contour.Pupils,
        [
            Scale("Я понимаю, чего от меня ждут как от наставника."),
            Scale("Я умею выслушать и объяснить."),
            Scale("Я знаю, что делать, если у наставляемого не получается."),
            Scale("Мне хватает времени на встречи."),
            Scale("Быть наставником полезно и для меня."),
            Scale("Наставляемый продвинулся к своей цели.", SurveyStage.Exit),
            Words("Какая поддержка нужна вам самим?", SurveyStage.Entry),
            Words("Что получилось лучше всего?", SurveyStage.Exit),
            Words("Что мешало и что стоит изменить?", SurveyStage.Exit),
        ]),
        new("Анкета педагога, у которого есть наставник", SurveySide.Mentee, Contour.Teachers,
        [
            Scale("Я уверенно веду уроки и занятия."),
            Scale("Я удерживаю внимание класса."),
            Scale("Я знаю, как оценивать работу учеников."),
            Scale("Мне легко разговаривать с родителями учеников."),
            Scale("В коллективе мне есть у кого спросить совета."),
            Scale("Встречи с наставником мне помогли.", SurveyStage.Exit),
            Words("Какая помощь нужна вам в первую очередь?", SurveyStage.Entry),
            Words("Что изменилось в вашей работе?", SurveyStage.Exit),
            Words("Что стоило бы сделать по-другому?", SurveyStage.Exit),
        ]),
        new("Анкета наставника педагога", SurveySide.Mentor, Contour.Teachers,
        [
            Scale("Я понимаю, какая помощь нужна коллеге."),
            Scale("Я умею говорить о чужом уроке так, чтобы это помогало."),
            Scale("Мне хватает времени на встречи и уроки коллеги."),
            Scale("Школа поддерживает меня как наставника."),
            Scale("Быть наставником полезно и для меня."),
            Scale("Коллега работает увереннее, чем раньше.", SurveyStage.Exit),
            Words("Какая поддержка нужна вам самим?", SurveyStage.Entry),
            Words("Что получилось лучше всего?", SurveyStage.Exit),
            Words("Что мешало и что стоит изменить?", SurveyStage.Exit),
        ]),
    ];

    private static FirstQuestion Scale(string text, SurveyStage? onlyAt = null) => new(QuestionKind.Scale, text, onlyAt);

    private static FirstQuestion Words(string text, SurveyStage onlyAt) => new(QuestionKind.Text, text, onlyAt);
}
