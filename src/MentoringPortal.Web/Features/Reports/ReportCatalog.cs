using MentoringPortal.Data;
using MentoringPortal.Data.Coverage;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Security;

namespace MentoringPortal.Web.Features.Reports;

/// <summary>Where a report reads from, and with whose eyes.</summary>
public sealed record ReportSource(PortalDb Db, MeasureCounts Measures, MunicipalClock Clock)
{
    public DateOnly Today => Clock.Today;

    /// <summary>An official has numbers alone.</summary>
    public bool SeesPeople => Can(Permission.ReadPeople);

    public bool Can(Permission permission) => Permissions.Has(Db.Scope.Actor!.Role, permission);
}

/// <summary>A report of the list.</summary>
/// <param name="Key">Its word in the address.</param>
/// <param name="About">What it answers, a sentence.</param>
public sealed record ReportKind(string Key, string Title, string About, ReportParameters Takes, Func<ReportSource, ReportFilter, CancellationToken, Task<Report>> Make);

/// <summary>The reports there are, in the order of the list. A new one is a line here.</summary>
public static class ReportCatalog
{
    public static readonly IReadOnlyList<ReportKind> All =
    [
        new("roadmap", "Исполнение дорожных карт", "Что принято, что на проверке, что возвращено и что просрочено: по исполнителям и по разделам.",
            ReportParameters.Day | ReportParameters.Before | ReportParameters.Roadmap, RoadmapReport.Make),
        new("pairs", "Пары и их состояние", "Сколько пар в каждом состоянии, по организациям и формам, и где по дороге от запроса до завершения они останавливаются.",
            ReportParameters.Day | ReportParameters.Before | ReportParameters.Kind | ReportParameters.Form, PairsReport.Make),
        new("forms", "Показатели по формам", "Сколько в каждой форме наставников, наставляемых, пар и предприятий: всё об одной форме в одной строке.",
            ReportParameters.Day | ReportParameters.Kind, FormsReport.Make),
        new("training", "Обучение наставников", "Сколько наставников прошли обучение и у скольких есть документ о нём.",
            ReportParameters.Day | ReportParameters.Before | ReportParameters.Kind, TrainingReport.Make),
        new("activity", "Активность организаций", "Когда организация в последний раз меняла данные, сколько встреч отмечено за период и у скольких пар встреч не было.",
            ReportParameters.Day | ReportParameters.Period | ReportParameters.Kind, ActivityReport.Make),
        new("monitoring", "Мониторинг: два этапа", "Качество процесса и влияние на участников: анкеты на входе и на выходе.",
            ReportParameters.Year | ReportParameters.Form | ReportParameters.Organization, MonitoringReport.Make),
    ];

    /// <summary>Tables of other sections that are reports too, with files of their own.</summary>
    public static readonly IReadOnlyList<(string Url, string Title, string About)> Elsewhere =
    [
        ("/coverage", "Охват по организациям", "Сколько человек охвачено наставничеством, из скольких, и сколько не хватает до цели; сравнение двух дат."),
        ("/coverage/forms", "План и факт по формам", "Сколько людей участвует в каждой форме и сколько планировали."),
        ("/indicators", "Показатели", "План и факт целевых показателей из приказов."),
        ("/requests", "Сводки по запросам сведений", "Кто ответил на запрос и что получилось вместе."),
    ];

    public static ReportKind? Find(string key) => All.FirstOrDefault(k => k.Key == key);
}
