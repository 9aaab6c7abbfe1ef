using System.ComponentModel.DataAnnotations;
using System.Globalization;
using MentoringPortal.Data;
using MentoringPortal.Data.Accounts;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Web.Features.Pairs;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Surveys;

/// <summary>Whom the page of asking shows, all in the address.</summary>
public sealed class AskFilter
{
    public const string Ending = "ending", Over = "over";

    /// <summary>Days ahead for which a pair is about to end, and days back for which it has just ended.</summary>
    public const int NearDays = 30, PastDays = Ladder.SurveyDays;

    [Display(Name = "Когда спрашиваем")]
    public SurveyStage? Stage { get; set; }

    [Display(Name = "Пары")]
    public string? Which { get; set; }

    [Display(Name = "Форма")]
    public int? Form { get; set; }

    public SurveyStage StageOrDefault => Stage ?? SurveyStage.Entry;

    public static IReadOnlyList<SelectListItem> Stages { get; } = [.. Enum.GetValues<SurveyStage>().Select(s => new SelectListItem(SurveyWords.Of(s), $"{s}"))];

    public static IReadOnlyList<SelectListItem> Kinds { get; } = [new($"заканчиваются в ближайшие {NearDays} дней", Ending), new("завершены недавно", Over)];

    public IQueryable<Pair> Apply(IQueryable<Pair> pairs, DateOnly today)
    {
        var (near, past) = (today.AddDays(NearDays), today.AddDays(-PastDays));
        var rows = Which switch
        {
            Ending => pairs.Where(p => p.State == PairState.Active && p.To <= near),
            Over => pairs.Where(p => p.State == PairState.Completed && p.EndedOn >= past),
            _ => pairs.Where(p => p.State == PairState.Active),
        };
        return (Form is { } form ? rows.Where(p => p.FormId == form) : rows).Where(p => p.UnconfirmedUntil == null);
    }
}

/// <summary>What is made for the people who are ticked.</summary>
public enum AskOutput { Links, Excel, Pdf, Docx }

public sealed class AskForm
{
    [Required, Display(Name = "Когда спрашиваем")]
    public SurveyStage? Stage { get; set; }

    /// <summary>«pair-person» of each.</summary>
    [Display(Name = "Участники")]
    public string[] People { get; set; } = [];

    public AskOutput Output { get; set; }

    public static string Key(int pairId, int personId) => string.Create(CultureInfo.InvariantCulture, $"{pairId}-{personId}");

    /// <summary>Asks those who have not answered, and gives each a fresh address where links are wanted. Answers to nobody else's are left alone.</summary>
    /// <param name="site">The portal's own address.</param>
    public async Task<IReadOnlyList<AskedPerson>> Save(PortalDb db, string site, DateOnly today, CancellationToken cancel)
    {
        var keys = People.Select(k => k.Split('-')).Where(k => k.Length == 2).Select(k => (Pair: Number(k[0]), Person: Number(k[1]))).ToHashSet();
        var askable = await Askable.Load(db, [.. keys.Select(k => k.Pair).Distinct()], cancel);
        var organization = await db.Organizations.Where(o => o.Id == db.Scope.OrganizationId).Select(o => o.ShortName).SingleAsync(cancel);
        var asked = new List<AskedPerson>();
        foreach (var pair in askable.Pairs.OrderBy(p => p.Id))
            foreach (var personId in keys.Where(k => k.Pair == pair.Id).Select(k => k.Person).Order())
                if (Askable.Find(pair, personId) is var (person, side) && askable.Invitation(pair, person, side, Stage!.Value, today) is { AnsweredOn: null } invitation)
                    asked.Add(Ask(invitation, person, organization, site, today));
        if (asked.Count == 0)
            throw new DomainException("Отметьте тех, кто ещё не ответил.", nameof(People));
        await db.SaveChangesAsync(cancel);
        return asked;
    }

    private AskedPerson Ask(SurveyInvitation invitation, Person person, string organization, string site, DateOnly today)
    {
        string? address = null;
        if (Output is AskOutput.Links or AskOutput.Excel)
        {
            var (code, hash) = SignInStore.NewLinkCode();
            invitation.GiveLink(hash, today);
            address = $"{site}/surveys/answer?code={code}";
        }
        return new(person.Name.Full, person.ClassName ?? person.Position, organization, invitation.Survey!.Name, invitation.Side, invitation.Stage, address, invitation.LinkUntil,
            [.. invitation.Survey.Asked(invitation.Stage).Select(q => new AskedQuestion(q.Id, q.Kind, q.Text))]);
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

public sealed record AskedQuestion(int Id, QuestionKind Kind, string Text);

/// <summary>Somebody who was just asked, for the page of links, the workbook and the blanks.</summary>
/// <param name="Address">Shown this once: the portal keeps its hash.</param>
public sealed record AskedPerson(string Name, string? Note, string Organization, string Survey, SurveySide Side, SurveyStage Stage, string? Address, DateOnly? Until, IReadOnlyList<AskedQuestion> Questions)
{
    /// <summary>To be sent in a chat; nobody is named in it.</summary>
    public string Text => $"Здравствуйте! Просим ответить на вопросы: «{Survey}», это займёт около пяти минут. Войти в портал не нужно.\n{Address}\nСсылка действует до {Until:d MMMM} включительно и только один раз. Она личная: не пересылайте её другим.";
}

/// <param name="Key">What the tick sends.</param>
/// <param name="HasSurvey">There is a questionnaire for this side of this form.</param>
public sealed record AskRow(string Key, int PairId, string Name, string? Note, SurveySide Side, string Pair, string Form, bool HasSurvey, SurveyState State);

/// <summary>Where one person stands at one stage.</summary>
public sealed record SurveyState(DateOnly? AskedOn, DateOnly? LinkUntil, DateOnly? AnsweredOn, AnsweredBy? How)
{
    public static readonly SurveyState None = new(null, null, null, null);
}

/// <summary>GET /surveys/ask</summary>
/// <param name="IsCut">There are more people than the page shows.</param>
public sealed record AskPage(AskFilter Filter, AskForm Form, IReadOnlyList<SelectListItem> Forms, IReadOnlyList<AskRow> Rows, bool IsCut)
{
    /// <summary>A tick each, in one form.</summary>
    private const int MostPairs = 300, MostRows = 900;

    public int Answered => Rows.Count(r => r.State.AnsweredOn is not null);

    public static async Task<AskPage> Load(PortalDb db, AskFilter filter, AskForm form, DateOnly today, CancellationToken cancel)
    {
        var surveys = await db.Surveys.AsNoTracking().ToListAsync(cancel);
        var stage = filter.StageOrDefault;
        var pairs = await filter.Apply(db.Pairs, today).OrderBy(p => p.EndedOn ?? p.To).ThenBy(p => p.Id).Take(MostPairs + 1).Select(p => new AskPair(p.Id, p.FormId, p.Form!.Name, p.Form.MenteeKind, p.EndedOn,
            p.Mentors.OrderBy(m => m.Id).Select(m => new AskMember(m.To, new PairName(m.Mentor!.PersonId, m.Mentor.Person!.Surname, m.Mentor.Person.Given, m.Mentor.Person.Patronymic,
                m.Mentor.Person.Kind, m.Mentor.Person.BirthDate, m.Mentor.Person.Grade, m.Mentor.Person.ClassLetter), m.Mentor.Person.NameKey == "")).ToList(),
            p.Mentees.OrderBy(m => m.Id).Select(m => new AskMember(m.To, new PairName(m.Mentee!.PersonId, m.Mentee.Person!.Surname, m.Mentee.Person.Given, m.Mentee.Person.Patronymic,
                m.Mentee.Person.Kind, m.Mentee.Person.BirthDate, m.Mentee.Person.Grade, m.Mentee.Person.ClassLetter), m.Mentee.Person.NameKey == "")).ToList(),
            p.Surveys.Where(s => s.Stage == stage).Select(s => new AskedAlready(s.PersonId, new SurveyState(s.AskedOn, s.LinkUntil, s.AnsweredOn, s.How))).ToList())).AsSplitQuery().ToListAsync(cancel);
        var rows = pairs.Take(MostPairs).SelectMany(p => p.Rows(surveys)).ToList();
        return new(filter, form, await PairChoices.FormItems(db, cancel), [.. rows.Take(MostRows)], pairs.Count > MostPairs || rows.Count > MostRows);
    }

    private sealed record AskMember(DateOnly? To, PairName Name, bool IsErased)
    {
        public string Full => new PersonName(Name.Surname, Name.Given, Name.Patronymic).Full;

        public string Short => new PersonName(Name.Surname, Name.Given, Name.Patronymic).Short;
    }

    private sealed record AskedAlready(int PersonId, SurveyState State);

    private sealed record AskPair(int Id, int FormId, string Form, PersonKind? MenteeKind, DateOnly? EndedOn, IReadOnlyList<AskMember> Mentors, IReadOnlyList<AskMember> Mentees, IReadOnlyList<AskedAlready> Asked)
    {
        /// <summary>Those who are in the pair, or were to its end.</summary>
        public IEnumerable<AskRow> Rows(IReadOnlyList<Survey> surveys)
        {
            var (mentees, mentors) = (Here(Mentees), Here(Mentors));
            var title = $"{string.Join(", ", mentors.Select(m => m.Short))} – {string.Join(", ", mentees.Select(m => m.Short))}";
            return mentees.Select(m => (Side: SurveySide.Mentee, Member: m)).Concat(mentors.Select(m => (Side: SurveySide.Mentor, Member: m))).Where(x => !x.Member.IsErased).Select(x => new AskRow(
                AskForm.Key(Id, x.Member.Name.PersonId), Id, x.Member.Full, x.Member.Name.ClassName, x.Side, title, Form,
                Survey.For(surveys, x.Side, FormId, MentoringForm.ContourOf(MenteeKind)) is not null, Asked.FirstOrDefault(s => s.PersonId == x.Member.Name.PersonId)?.State ?? SurveyState.None));
        }

        private List<AskMember> Here(IEnumerable<AskMember> members) => [.. members.Where(m => m.To is null || m.To == EndedOn)];
    }
}
