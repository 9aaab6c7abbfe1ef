using MentoringPortal.Data;
using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Features.People;
using MentoringPortal.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Enquiries;

/// <summary>GET /enquiries/{enquiryId}: for the operator to whom it came, and for nobody else.</summary>
/// <param name="Requester">Empty where the data were destroyed since.</param>
/// <param name="Person">Whose data; null where the register does not know him.</param>
public sealed record EnquiryCard(int Id, EnquiryKind Kind, EnquiryAsker Asker, string Requester, EnquiryChannel Channel, DateOnly ReceivedOn, string? Note, EnquiryPerson? Person)
{
    public required DateOnly DueOn { get; init; }
    public bool IsDueApproximate { get; init; }
    public required EnquiryState State { get; init; }
    public required string Left { get; init; }
    public int? ExtendedBy { get; init; }
    public string? ExtensionReason { get; init; }
    public bool CanExtend { get; init; }
    public DateOnly? AnsweredOn { get; init; }
    public EnquiryOutcome? Outcome { get; init; }
    public string? OutcomeReason { get; init; }
    public string? ReplyNumber { get; init; }
    public required IReadOnlyList<HistoryLine> History { get; init; }

    public static async Task<EnquiryCard> Load(PortalDb db, Enquiry e, MunicipalClock clock, CancellationToken cancel)
    {
        var person = e.PersonId is null ? null : await db.People.AsNoTracking().Include(p => p.Consents.Where(c => c.WithdrawnOn == null)).SingleOrDefaultAsync(p => p.Id == e.PersonId, cancel);
        return new(e.Id, e.Kind, e.Asker, e.RequesterName, e.Channel, e.ReceivedOn, e.Note, person is null ? null : EnquiryPerson.Of(person))
        {
            DueOn = e.DueOn,
            IsDueApproximate = e.IsDueApproximate,
            State = EnquiryTerm.StateOf(e.AnsweredOn, e.DueOn, clock.Today, ProductionCalendar.Russia),
            Left = EnquiryTerm.Left(e.DueOn, clock.Today, ProductionCalendar.Russia),
            ExtendedBy = e.ExtendedBy,
            ExtensionReason = e.ExtensionReason,
            CanExtend = e.CanExtend(clock.Today),
            AnsweredOn = e.AnsweredOn,
            Outcome = e.Outcome,
            OutcomeReason = e.OutcomeReason,
            ReplyNumber = e.ReplyNumber,
            History = await Shared.History.Of(db, clock, cancel, (nameof(Enquiry), e.Id)),
        };
    }

    /// <summary>Where what is asked for is done.</summary>
    public IEnumerable<(string Words, string Url)> Deeds => Person is not { IsErased: false } person ? [] : Kind switch
    {
        EnquiryKind.Access => [("Все сведения (Word)", $"{person.Url}/data.docx"), ("Все сведения (JSON)", $"{person.Url}/data.json"), ("Кто видит данные", $"{person.Url}/readers")],
        EnquiryKind.Correction => [("Исправить данные", $"{person.Url}/edit")],
        EnquiryKind.Withdrawal => person.Consents,
        EnquiryKind.Stop or EnquiryKind.Destruction => [.. person.Consents, ("Уничтожить данные", $"{person.Url}/erase")],
        _ => [],
    };
}

/// <param name="Consents">Those that can still be taken back: words and address.</param>
public sealed record EnquiryPerson(int Id, string Name, bool IsErased, IReadOnlyList<(string Words, string Url)> Consents)
{
    public string Url => $"/people/{Id}";

    public static EnquiryPerson Of(Person person) => new(person.Id, person.Name.Full, person.IsErased,
        [.. person.Consents.OrderBy(c => c.Kind).ThenBy(c => c.SignedOn).Select(c => ($"Отозвать согласие {PeopleWords.Of(c.Kind)} от {c.SignedOn:dd.MM.yyyy}", $"/consents/{c.Id}/withdraw"))]);
}
