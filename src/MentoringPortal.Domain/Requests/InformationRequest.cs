using MentoringPortal.Domain.Orders;
using MentoringPortal.Domain.Reading;

namespace MentoringPortal.Domain.Requests;

/// <summary>What is written on the page on which a request is opened.</summary>
public sealed record RequestTerms(
    string What, string? Text, DateOnly Due, DateOnly AsOf, IReadOnlyList<RequestedDocument> Checklist, CountingForm? Sheet, IReadOnlyCollection<int> OrganizationIds);

/// <summary>
/// Запрос сведений: what organizations owe the department by a date. Read out of a letter it waits until the department opens it; opened, it has an answer of each organization
/// it is addressed to; closed, it takes no answers more.
/// </summary>
public sealed class InformationRequest : IVersioned
{
    public int Id { get; private set; }
    /// <summary>The letter it was read out of; null for one made by hand.</summary>
    public int? OrderId { get; private set; }
    public Order? Order { get; private set; }
    public int Ordinal { get; init; }
    [NotPersonal] public string What { get; set; } = "";
    /// <summary>Words to the schools.</summary>
    [NotPersonal] public string? Text { get; private set; }
    public DateOnly? Due { get; set; }
    /// <summary>Documents, contents and form as the letter has them.</summary>
    [NotPersonal] public IReadOnlyList<string> Documents { get; init; } = [];
    [NotPersonal] public IReadOnlyList<string> MustContain { get; init; } = [];
    [NotPersonal] public string? SendTo { get; init; }
    [NotPersonal] public ReadForm? Form { get; init; }
    public DateOnly? OpenedOn { get; private set; }
    public DateOnly? ClosedOn { get; private set; }
    /// <summary>First calendar year of the school year it is asked in.</summary>
    public int? SchoolYear { get; private set; }
    /// <summary>«По состоянию на»: the day of the form's numbers.</summary>
    public DateOnly? AsOf { get; private set; }
    [NotPersonal] public IReadOnlyList<RequestedDocument> Checklist { get; private set; } = [];
    [NotPersonal] public CountingForm? Sheet { get; private set; }
    /// <summary>Who stood in two schools when it was closed: the table stays as it was signed.</summary>
    [NotPersonal] public IReadOnlyList<RepeatedCell> Repeats { get; private set; } = [];
    public List<Submission> Submissions { get; } = [];
    public int Version { get; private set; }

    public bool IsOpen => OpenedOn is not null && ClosedOn is null;

    /// <summary>A day that has not come is counted as of today.</summary>
    public DateOnly CountedOn(DateOnly today) => AsOf is { } day && day < today ? day : today;

    /// <exception cref="DomainException">It is open already, asks for nothing, nobody, or by a day that has passed.</exception>
    public void Open(RequestTerms terms, DateOnly today)
    {
        if (OpenedOn is not null)
            throw new DomainException("Запрос уже открыт.");
        Check(terms, today);
        (What, Text, Due, AsOf) = (terms.What.Trim(), terms.Text, terms.Due, terms.AsOf);
        (Checklist, Sheet, OpenedOn, SchoolYear) = (terms.Checklist, terms.Sheet, today, Time.SchoolYear.Of(today).StartYear);
        foreach (var id in terms.OrganizationIds.Distinct())
            Submissions.Add(new Submission(this, id));
    }

    private static void Check(RequestTerms terms, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(terms.What))
            throw new DomainException("Напишите, что запрашивается.", nameof(What));
        RefusePast(terms.Due, today);
        if (terms.AsOf > terms.Due)
            throw new DomainException("Сведения не могут быть на день позже срока ответа.", nameof(AsOf));
        if (terms.Checklist.Count == 0 && terms.Sheet is null)
            throw new DomainException("Запрос ничего не просит: добавьте документ или строки формы.", "Documents");
        if (terms.Checklist.Count > RequestedDocument.Most)
            throw new DomainException($"В перечне не больше {RequestedDocument.Most} документов.", "Documents");
        if (terms.Checklist.Select(d => Domain.Text.SearchKey.Of(d.Name)).Distinct(StringComparer.Ordinal).Count() < terms.Checklist.Count)
            throw new DomainException("Один документ назван в перечне дважды.", "Documents");
        terms.Sheet?.Check();
        if (terms.OrganizationIds.Count == 0)
            throw new DomainException("Отметьте, кому адресован запрос.", "OrganizationIds");
    }

    /// <summary>Another last day for everybody.</summary>
    public void Postpone(DateOnly due, DateOnly today)
    {
        RefuseUnlessOpen();
        RefusePast(due, today);
        Due = due;
    }

    /// <summary>Asks more organizations; those that are asked already stay as they are.</summary>
    /// <returns>Whom it did not ask before.</returns>
    public IReadOnlyList<int> Ask(IEnumerable<int> organizationIds)
    {
        RefuseUnlessOpen();
        var added = organizationIds.Distinct().Where(id => !Submissions.Exists(s => s.OrganizationId == id)).ToList();
        if (added.Count == 0)
            throw new DomainException("Отметьте, кого ещё спросить.", "OrganizationIds");
        Submissions.AddRange(added.ConvertAll(id => new Submission(this, id)));
        return added;
    }

    /// <summary>No answers more. The people counted twice are written down with it.</summary>
    public void Close(IReadOnlyList<RepeatedCell> repeats, DateOnly today)
    {
        RefuseUnlessOpen();
        (ClosedOn, Repeats) = (today, repeats);
    }

    public void Reopen()
    {
        if (ClosedOn is null)
            throw new DomainException("Запрос не закрыт.");
        (ClosedOn, Repeats) = (null, []);
    }

    public void RefuseUnlessOpen()
    {
        if (ClosedOn is { } day)
            throw new DomainException($"Запрос закрыт {day:dd.MM.yyyy}: ответы больше не принимаются. Если что-то нужно исправить, попросите управление открыть его снова.");
        if (OpenedOn is null)
            throw new DomainException("Запрос ещё не открыт.");
    }

    private static void RefusePast(DateOnly due, DateOnly today)
    {
        if (due < today)
            throw new DomainException("Срок ответа уже прошёл: укажите день не раньше сегодняшнего.", nameof(Due));
    }

    /// <summary>Days on which who has not answered is reminded: 14, 7 and 1 before the last day, then weekly.</summary>
    public static bool IsReminded(DateOnly due, DateOnly day)
    {
        var left = due.DayNumber - day.DayNumber;
        return left is 14 or 7 or 1 || (left < 0 && left % 7 == 0);
    }
}
