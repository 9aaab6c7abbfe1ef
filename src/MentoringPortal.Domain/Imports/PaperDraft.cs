using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Orders;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Reading;
using MentoringPortal.Domain.Requests;
using MentoringPortal.Domain.Roadmaps;

namespace MentoringPortal.Domain.Imports;

/// <summary>What the person decided on the last page before saving.</summary>
public sealed record SaveChoices
{
    /// <summary>Who each party of <see cref="PartyGroups"/> is, by its key; a party that is not named here is guessed.</summary>
    public IReadOnlyDictionary<string, ExecutorChoice> Executors { get; init; } = new Dictionary<string, ExecutorChoice>(StringComparer.Ordinal);
    /// <summary>To whom the paper is addressed; null – to the organizations that have something to do by it.</summary>
    public IReadOnlyList<int>? Recipients { get; init; }
    /// <summary>Places of the accepted ones among <see cref="DocumentReading.Joins"/>.</summary>
    public IReadOnlyCollection<int> Joins { get; init; } = [];
    public string? RoadmapTitle { get; init; }
}

/// <summary>
/// The paper and its roadmap as they will be saved. A roadmap that came without its order is held by a draft order, which keeps the source,
/// the remarks and the targets.
/// </summary>
/// <param name="NewUnits">Units that enter the register together with the paper.</param>
/// <param name="Orphans">Numbers of rows in which nobody was named: the department answers for them.</param>
public sealed record ImportedPaper(Order Order, Roadmap? Roadmap, IReadOnlyList<DepartmentUnit> NewUnits, IReadOnlyList<string> Orphans)
{
    public int Executions => Roadmap?.Executions.Count ?? 0;

    public int ExecutionsOfOrganizations => Roadmap?.Executions.Count(x => x.Executor == ExecutorKind.Organization) ?? 0;
}

/// <summary>Turns a corrected reading into entities: nothing that was read is lost.</summary>
public sealed class PaperDraft(DocumentReading reading, SaveChoices choices, Register register, DateTime now)
{
    private readonly Dictionary<string, DepartmentUnit> _newUnits = new(StringComparer.Ordinal);
    private readonly List<string> _orphans = [];

    /// <exception cref="DomainException">A roadmap without the period of its plan.</exception>
    public ImportedPaper Build()
    {
        var order = MakeOrder();
        var roadmap = reading.Items.Count > 0 ? MakeRoadmap(order) : null;
        AddTargets(order, roadmap);
        if (roadmap is not null)
            AddObligations(order, roadmap);
        var executors = roadmap?.Executions.Select(x => x.OrganizationId).OfType<int>().Concat(OfClauses()).Distinct() ?? Addressed().Concat(OfClauses()).Distinct();
        order.AddressTo((choices.Recipients ?? [.. executors]).Where(id => register.Organizations.Any(o => o.Id == id)));
        return new ImportedPaper(order, roadmap, [.. _newUnits.Values], _orphans);
    }

    /// <summary>What the roadmap is called unless the person says otherwise.</summary>
    public static string TitleOf(DocumentReading reading) =>
        reading.Document.Appendices.FirstOrDefault(a => a.Kind == AppendixKind.Roadmap && a.Title is not null)?.Title
        ?? reading.Document.Title
        ?? "Дорожная карта";

    /// <summary>From the first to the last day that the rows name: what is proposed where the paper names no period of its plan.</summary>
    public static (DateOnly? Start, DateOnly? End) PeriodOfRows(DocumentReading reading)
    {
        var days = reading.Items.SelectMany(i => new[] { i.Deadline.Start, i.Deadline.End }).OfType<DateOnly>().ToList();
        return days.Count == 0 ? (null, null) : (new[] { days.Min(), reading.Document.Date ?? days.Min() }.Min(), days.Max());
    }

    private Order MakeOrder()
    {
        var head = reading.Document;
        var order = new Order
        {
            Kind = head.Kind == DocumentKind.Letter ? OrderKind.Letter : OrderKind.Order,
            Number = head.Number,
            Date = head.Date,
            Place = head.Place,
            Title = head.Title ?? TitleOf(reading),
            Issuer = head.Issuer,
            Letterhead = head.Letterhead,
            Letterhead2 = head.Letterhead2,
            Contacts = head.Contacts,
            Addressee = head.Addressee,
            InReplyToNumber = head.InReplyTo.Number,
            InReplyToDate = head.InReplyTo.Date,
            Preamble = head.Preamble,
            Operative = head.Operative,
            Basis = head.Basis,
            Paragraphs = head.Paragraphs,
            SignatoryPosition = head.Signatory?.Position,
            SignatoryName = head.Signatory?.Name,
            Control = head.Control,
            PeriodStart = head.PeriodStart,
            PeriodEnd = head.PeriodEnd,
            Appendices = head.Appendices,
            Remarks = reading.Remarks,
            Unused = reading.Unused,
            CreatedAt = now,
        };
        foreach (var (ordinal, clause) in reading.Clauses.Index())
            order.Clauses.Add(new Clause { Ordinal = ordinal, Number = clause.Number, Text = clause.Text, Responsible = clause.Responsible, Deadline = clause.Deadline, Documents = clause.Documents });
        foreach (var i in reading.Indicators)
            order.Indicators.Add(Indicator.Read(i));
        foreach (var (ordinal, q) in reading.Requests.Index())
            order.Requests.Add(new InformationRequest { Ordinal = ordinal, What = q.What, Due = q.Due, Documents = q.Documents, MustContain = q.MustContain, SendTo = q.SendTo, Form = q.Form });
        if (!string.IsNullOrWhiteSpace(head.Number) && head.Date is not null)
            order.Register(head.Number, head.Date);
        return order;
    }

    private Roadmap MakeRoadmap(Order order)
    {
        var roadmap = new Roadmap
        {
            Order = order,
            Title = choices.RoadmapTitle ?? TitleOf(reading),
            PeriodStart = reading.Document.PeriodStart ?? throw new DomainException("Укажите начало периода плана.", "PeriodStart"),
            PeriodEnd = reading.Document.PeriodEnd ?? throw new DomainException("Укажите конец периода плана.", "PeriodEnd"),
            CreatedAt = now,
        };
        order.Roadmaps.Add(roadmap);
        foreach (var (ordinal, section) in reading.Sections.Index())
            roadmap.Sections.Add(new RoadmapSection { Ordinal = ordinal, Number = section.Number, Title = section.Title });
        foreach (var (ordinal, row) in reading.Items.Index())
        {
            var item = new RoadmapItem
            {
                Section = roadmap.Sections.Find(s => s.Number == row.Section),
                Ordinal = ordinal,
                Number = row.Number,
                Activity = row.Activity,
                Result = row.Result,
                Responsible = row.Responsible,
                TargetPercent = row.Target,
            };
            item.Plan(row.Deadline);
            roadmap.Items.Add(item);
            AddExecutions(roadmap, item);
        }
        return roadmap;
    }

    private void AddExecutions(Roadmap roadmap, RoadmapItem item)
    {
        var executions = item.Responsible.SelectMany(party => Executions(party, roadmap, item))
            .DistinctBy(x => (x.Executor, x.OrganizationId, x.DepartmentUnitId, x.DepartmentUnit, x.OutsideBody)).ToList();
        if (executions.Count == 0)
        {
            _orphans.Add(item.Number);
            executions.Add(new Execution { Roadmap = roadmap, RoadmapItem = item, Executor = ExecutorKind.Department });
        }
        item.Executions.AddRange(executions);
        roadmap.Executions.AddRange(executions);
    }

    private IEnumerable<Execution> Executions(ReadParty party, Roadmap roadmap, RoadmapItem item)
    {
        var choice = ChoiceFor(party);
        return choice.As switch
        {
            ExecutorAs.Nobody => [],
            ExecutorAs.Department => [new Execution { Roadmap = roadmap, RoadmapItem = item, Executor = ExecutorKind.Department }],
            ExecutorAs.Unit when register.Units.Any(u => u.Id == choice.UnitId) =>
                [new Execution { Roadmap = roadmap, RoadmapItem = item, Executor = ExecutorKind.Unit, DepartmentUnitId = choice.UnitId }],
            ExecutorAs.Unit or ExecutorAs.NewUnit => [new Execution { Roadmap = roadmap, RoadmapItem = item, Executor = ExecutorKind.Unit, DepartmentUnit = NewUnit(party) }],
            ExecutorAs.Outside => [new Execution { Roadmap = roadmap, RoadmapItem = item, Executor = ExecutorKind.Outside, OutsideBody = party.Understood ?? party.Text }],
            ExecutorAs.Organizations => register.Meant(choice)
                .Select(id => new Execution { Roadmap = roadmap, RoadmapItem = item, Executor = ExecutorKind.Organization, OrganizationId = id }),
            _ => throw new ArgumentOutOfRangeException(nameof(party)),
        };
    }

    private ExecutorChoice ChoiceFor(ReadParty party) => choices.Executors.GetValueOrDefault(PartyGroups.KeyOf(party)) ?? ExecutorGuess.For(party, register);

    private DepartmentUnit NewUnit(ReadParty party)
    {
        var key = PartyGroups.KeyOf(party);
        if (_newUnits.TryGetValue(key, out var unit))
            return unit;
        var name = party.Understood ?? party.Text;
        return _newUnits[key] = new DepartmentUnit { Name = name, Abbreviation = Glossary.IsAbbreviation(party.Text) ? party.Text : "" };
    }

    private IEnumerable<int> OfClauses() => reading.Clauses.SelectMany(c => c.Responsible).Where(p => p.Kind == PartyKind.Organizations)
        .SelectMany(p => register.Meant(ChoiceFor(p)));

    /// <summary>A letter's addressees: the kinds its address names, else every educational organization.</summary>
    private IEnumerable<int> Addressed() => reading.Document.Kind != DocumentKind.Letter ? []
        : register.OfKinds(Rereading.Addressee(reading) is { Kind: PartyKind.Organizations, OrganizationKinds: { Count: > 0 } kinds } ? kinds : Register.Educational);

    private void AddTargets(Order order, Roadmap? roadmap)
    {
        foreach (var t in reading.Targets)
            order.Targets.Add(CoverageTarget.Read(t.Percent, t.By, t.Population, roadmap is null ? null : ItemOf(t.Row, roadmap)));
    }

    private void AddObligations(Order order, Roadmap roadmap)
    {
        foreach (var (_, join) in reading.Joins.Index().Where(j => choices.Joins.Contains(j.Index)))
        {
            var obligation = new Obligation { Subject = join.Object, Due = join.Due };
            obligation.Parts.AddRange(join.Parts.Index().Select(part => Part(part.Item, join.Rows.ElementAtOrDefault(part.Index), join, order, roadmap)).OfType<ObligationPart>());
            roadmap.Obligations.Add(obligation);
        }
    }

    /// <summary>Rows are saved in the order of the reading.</summary>
    private RoadmapItem? ItemOf(int? row, Roadmap roadmap) => reading.Items.Zip(roadmap.Items).FirstOrDefault(pair => pair.First.Id == row).Second;

    private ObligationPart? Part(string part, int? row, ReadJoin join, Order order, Roadmap roadmap) => part.Split(' ', 2) switch
    {
        ["item", _] when ItemOf(row, roadmap) is { } item => new ObligationPart { RoadmapItem = item },
        ["clause", var number] when order.Clauses.Find(c => c.Number == number) is { } clause => new ObligationPart { Clause = clause, Document = DocumentOf(clause, join.Object) },
        ["request", var number] when int.TryParse(number, out var n) && n <= reading.Requests.Count => new ObligationPart { Document = reading.Requests[n - 1].What },
        _ => null,
    };

    /// <summary>The document of a clause that the joined object means: the one that shares most of its words' beginnings.</summary>
    private static string? DocumentOf(Clause clause, string subject)
    {
        var stems = subject.ToLowerInvariant().Split(' ').Where(w => w.Length > 4).Select(w => w[..5]).ToList();
        var best = clause.Documents.MaxBy(d => Shared(d, stems));
        return best is not null && Shared(best, stems) > 0 ? best : null;
    }

    private static int Shared(string document, List<string> stems) => stems.Count(s => document.Contains(s, StringComparison.OrdinalIgnoreCase));
}
