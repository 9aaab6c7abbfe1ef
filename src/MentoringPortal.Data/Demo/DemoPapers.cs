using System.Globalization;
using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Orders;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Reading;
using MentoringPortal.Domain.Requests;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Domain.Time;

namespace MentoringPortal.Data.Demo;

/// <summary>
/// The demo's order with a roadmap in progress, and a letter with an open request. All dates are counted from the day of creation: on it exactly
/// three items have an overdue execution and one report stands returned.
/// </summary>
internal sealed class DemoPapers(
    DateOnly today, DateTime now, IReadOnlyList<Organization> organizations, IReadOnlyDictionary<string, DepartmentUnit> units, Signature department, Func<Organization, Signature> curatorOf)
{
    private readonly List<Organization> _schools =
        [.. organizations.Where(o => o.Kind is OrganizationKind.School or OrganizationKind.SupplementaryEducation)];

    private SchoolYear Year => SchoolYear.Of(today);

    public Order OrderWithRoadmap()
    {
        var date = today.AddDays(-60);
        var order = Paper(OrderKind.Order, "О развитии наставничества в образовательных организациях Заозёрского муниципального округа");
        order.Preamble = "В соответствии с распоряжением Министерства просвещения Российской Федерации от 25.12.2019 № Р-145, в целях развития наставничества обучающихся";
        order.Basis = [new ReadAct("распоряжение", "Министерство просвещения Российской Федерации", "Р-145", new DateOnly(2019, 12, 25), null)];
        order.Operative = "ПРИКАЗЫВАЮ";
        order.Control = "Контроль за исполнением настоящего приказа оставляю за собой.";
        order.PeriodStart = Year.Start;
        order.PeriodEnd = Year.End;
        order.Appendices = [new ReadAppendix(1, "План мероприятий (дорожная карта)", AppendixKind.Roadmap, Present: true)];
        Add(order, "1", "Утвердить план мероприятий (дорожную карту) по развитию наставничества (приложение № 1).");
        Add(order, "2", $"Муниципальному центру наставничества до {Day(-7)} провести обучение кураторов.", $"до {Day(-7)}", date,
            new ReadParty { Text = "Муниципальному центру наставничества", Kind = PartyKind.Unit, Understood = "Муниципальный центр наставничества" });
        Add(order, "3", $"Руководителям образовательных организаций до {Day(-30)} назначить кураторов наставничества.", $"до {Day(-30)}", date, Schools());
        Add(order, "4", "Контроль за исполнением настоящего приказа оставляю за собой.");
        order.Register("145", date);
        order.AddressTo(_schools.Select(o => o.Id));
        order.Roadmaps.Add(Roadmap(date, order));
        return order;
    }

    public Order LetterWithRequest()
    {
        var letter = Paper(OrderKind.Letter, "О сведениях по наставничеству");
        letter.Addressee = "Руководителям школ и учреждений дополнительного образования";
        letter.Paragraphs =
        [
            "Управление образования просит направить сведения о ходе внедрения целевой модели наставничества.",
            $"Пакет документов и заполненную форму просим представить до {Day(14)}.",
        ];
        letter.Requests.Add(new InformationRequest
        {
            Ordinal = 1,
            What = "Пакет документов о внедрении целевой модели наставничества",
            Due = today.AddDays(14),
            Documents = ["положение о программе наставничества", "дорожная карта", "приказ о внедрении целевой модели", "приказ о формировании базы наставляемых"],
            MustContain = ["сроки внедрения", "сроки мониторинга", "планируемые результаты"],
        });
        letter.Requests.Add(new InformationRequest
        {
            Ordinal = 2,
            What = "Численность участников программ наставничества",
            Due = today.AddDays(14),
            Form = new ReadForm(
                ["Обучающиеся 10–18 лет – наставляемые", "Обучающиеся 15–18 лет – наставники", "Молодые специалисты – наставляемые", "Предприятия, предоставившие наставников"],
                ["Ученик – ученик", "Учитель – учитель", "Студент – ученик", "Работодатель – ученик"],
                ["Ответственный", "Телефон"]),
        });
        letter.Register("01-17/212", today.AddDays(-5));
        letter.AddressTo(_schools.Select(o => o.Id));
        return letter;
    }

    private Order Paper(OrderKind kind, string title) => new()
    {
        Kind = kind,
        Title = title,
        CreatedAt = now,
        Place = "г. Заозёрный",
        Issuer = "Управление образования администрации Заозёрского муниципального округа",
        Letterhead = ["УПРАВЛЕНИЕ ОБРАЗОВАНИЯ", "АДМИНИСТРАЦИИ ЗАОЗЁРСКОГО МУНИЦИПАЛЬНОГО ОКРУГА"],
        SignatoryPosition = "Начальник управления",
        SignatoryName = "Г.А. Ветров",
    };

    private Roadmap Roadmap(DateOnly date, Order order)
    {
        var roadmap = new Roadmap
        {
            Order = order,
            Title = $"План мероприятий (дорожная карта) по развитию наставничества на {Year} учебный год",
            PeriodStart = Year.Start,
            PeriodEnd = Year.End,
            CreatedAt = now,
        };
        Fill(roadmap, date, order);
        return roadmap;
    }

    private void Fill(Roadmap roadmap, DateOnly date, Order order)
    {
        var departmentParty = new ReadParty { Text = "Управление образования", Kind = PartyKind.Department, Understood = "Управление образования" };
        var centre = new ReadParty { Text = "МЦН", Kind = PartyKind.Unit, Understood = "Муниципальный центр наставничества" };
        var institute = new ReadParty { Text = "Областной институт развития образования", Kind = PartyKind.Outside, Understood = "Областной институт развития образования" };

        var basis = Section(roadmap, "1", "Нормативная основа");
        Own(Item(roadmap, basis, date, "1.1", "Утверждение состава муниципальной рабочей группы", $"до {Day(-45)}", "Приказ", departmentParty), x => Close(x, "12", -46));
        var curators = Item(roadmap, basis, date, "1.2", "Назначение кураторов наставничества в образовательных организациях", $"до {Day(-30)}", "Приказы ОО", Schools());
        Each(curators, (x, i) => { if (i == 3) x.Start(curatorOf(_schools[i])); else if (i != 5) Accept(x, i, $"{40 + i}", -32); });
        Each(Item(roadmap, basis, date, "1.3", "Разработка положений о программе наставничества", $"до {Day(-14)}", "Положения", Schools()),
            (x, i) => { if (i == 1) x.Start(curatorOf(_schools[i])); else if (i < 5) Accept(x, i, $"{60 + i}", -16); else Send(x, i, $"{60 + i}", -15); });
        Each(Item(roadmap, basis, date, "1.4", "Утверждение дорожных карт образовательных организаций", $"до {Day(10)}", "Дорожные карты", Schools()),
            (x, i) => { if (i < 2) Send(x, i, $"{70 + i}", -2); if (i == 1) x.Return("Нет сроков по третьему разделу: добавьте их и пришлите снова.", department); });
        Own(Item(roadmap, basis, date, "1.5", "Заключение соглашений с организациями-партнёрами", $"до {Day(40)}", "Соглашения", departmentParty), x => x.Start(department));

        var training = Section(roadmap, "2", "Наставники и наставляемые");
        Each(Item(roadmap, training, date, "2.1", "Формирование базы наставляемых", $"до {Day(25)}", "База наставляемых", Schools()), (x, i) => { if (i == 0) x.Start(curatorOf(_schools[0])); });
        Each(Item(roadmap, training, date, "2.2", "Формирование базы наставников", $"до {Day(25)}", "База наставников", Schools()), (_, _) => { });
        Own(Item(roadmap, training, date, "2.3", "Обучение кураторов наставничества", $"до {Day(-7)}", "Список обученных", centre), _ => { });
        Own(Item(roadmap, training, date, "2.4", "Курсы повышения квалификации наставников", $"до {Day(60)}", "Удостоверения", institute), _ => { });
        var informing = Item(roadmap, training, date, "2.5", "Информирование родителей и обучающихся о программах наставничества", "в течение учебного года", "Публикации", departmentParty, Schools());
        Own(informing, x => x.Start(department));
        Each(informing, (_, _) => { });

        var results = Section(roadmap, "3", "Охват и итоги");
        var covered = Item(roadmap, results, date, "3.1", "Вовлечение обучающихся по дополнительным программам (не менее 30 %) в различные формы наставничества", $"до {Year.End:dd.MM.yyyy}", null, Schools());
        covered.TargetPercent = 30;
        Each(covered, (_, _) => { });
        order.Targets.Add(CoverageTarget.Read(30, Year.End, "обучающиеся по дополнительным общеобразовательным программам", covered));
        Own(Item(roadmap, results, date, "3.2", "Мониторинг реализации программ наставничества", $"{Month(90)} года", "Справка", departmentParty), _ => { });
        Own(Item(roadmap, results, date, "3.3", "Муниципальный конкурс наставников", "по плану", "Приказ", departmentParty, centre), _ => { });
    }

    private static RoadmapSection Section(Roadmap roadmap, string number, string title)
    {
        var section = new RoadmapSection { Ordinal = roadmap.Sections.Count, Number = number, Title = title };
        roadmap.Sections.Add(section);
        return section;
    }

    private RoadmapItem Item(Roadmap roadmap, RoadmapSection section, DateOnly date, string number, string activity, string deadline, string? result, params ReadParty[] parties)
    {
        var item = new RoadmapItem { Section = section, Ordinal = roadmap.Items.Count, Number = number, Activity = activity, Result = result, Responsible = parties };
        item.Plan(DeadlineReader.Read(deadline, new DeadlineContext(date, roadmap.PeriodStart, roadmap.PeriodEnd, null)));
        roadmap.Items.Add(item);
        foreach (var party in parties)
            item.Executions.AddRange(party.Kind switch
            {
                PartyKind.Organizations => _schools.Select(o => new Execution { Roadmap = roadmap, RoadmapItem = item, Executor = ExecutorKind.Organization, OrganizationId = o.Id }),
                PartyKind.Unit => [new Execution { Roadmap = roadmap, RoadmapItem = item, Executor = ExecutorKind.Unit, DepartmentUnitId = units[party.Text].Id }],
                PartyKind.Outside => [new Execution { Roadmap = roadmap, RoadmapItem = item, Executor = ExecutorKind.Outside, OutsideBody = party.Text }],
                _ => [new Execution { Roadmap = roadmap, RoadmapItem = item, Executor = ExecutorKind.Department }],
            });
        return item;
    }

    private static void Own(RoadmapItem item, Action<Execution> act) => item.Executions.Where(x => x.Executor != ExecutorKind.Organization).ToList().ForEach(act);

    private static void Each(RoadmapItem item, Action<Execution, int> act)
    {
        foreach (var (execution, i) in item.Executions.Where(x => x.Executor == ExecutorKind.Organization).Select((x, i) => (x, i)))
            act(execution, i);
    }

    private void Close(Execution execution, string number, int day) =>
        execution.Report(new ExecutionReport("Выполнено.", "приказ", number, today.AddDays(day)), department with { At = now.AddDays(day) });

    private void Send(Execution execution, int school, string number, int day) =>
        execution.Report(new ExecutionReport("Документ принят и размещён на сайте.", "приказ", number, today.AddDays(day)), curatorOf(_schools[school]) with { At = now.AddDays(day) });

    private void Accept(Execution execution, int school, string number, int day)
    {
        Send(execution, school, number, day);
        execution.Accept(null, department with { At = now.AddDays(day + 1) });
    }

    private static ReadParty Schools() => new()
    {
        Text = "Образовательные организации",
        Kind = PartyKind.Organizations,
        Understood = "Школы и организации дополнительного образования",
        OrganizationKinds = [OrganizationKind.School, OrganizationKind.SupplementaryEducation],
    };

    private static void Add(Order order, string number, string text, string? deadline = null, DateOnly? date = null, params ReadParty[] parties) => order.Clauses.Add(new Clause
    {
        Ordinal = order.Clauses.Count,
        Number = number,
        Text = text,
        Responsible = parties,
        Deadline = deadline is null ? null : DeadlineReader.Read(deadline, new DeadlineContext(date, null, null, null)),
    });

    private string Month(int offset) => today.AddDays(offset).ToString("MMMM yyyy", CultureInfo.GetCultureInfo("ru-RU"));

    private string Day(int offset) => $"{today.AddDays(offset):dd.MM.yyyy}";
}
