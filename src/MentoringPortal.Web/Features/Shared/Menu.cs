using MentoringPortal.Data;

namespace MentoringPortal.Web.Features.Shared;

/// <summary>A link of the side menu; <see cref="Icon"/> is a name of bootstrap-icons.</summary>
public sealed record MenuLink(string Text, string Url, string Icon)
{
    /// <summary>Other first segments whose pages belong to this section.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>The value of aria-current on a page of this section; null elsewhere.</summary>
    public string? CurrentFor(PathString path) =>
        path == Url ? "page" : Url != "/" && Also.Prepend(Url).Any(u => path.StartsWithSegments(u, StringComparison.OrdinalIgnoreCase)) ? "true" : null;
}

/// <summary>What each role finds in the menu. Only pages that exist stand here: the browser tests open every link for every role.</summary>
public static class Menu
{
    private static readonly MenuLink
        Overview = new("Обзор", "/", Icon: "house"),
        Roadmaps = new("Дорожные карты", "/roadmaps", Icon: "signpost-split"),
        Executions = new("Задания и отчёты", "/executions", Icon: "clipboard-check"),
        Requests = new("Запросы сведений", "/requests", Icon: "inbox"),
        Orders = new("Приказы и письма", "/orders", Icon: "file-earmark-text"),
        Coverage = new("Охват", "/coverage", Icon: "bar-chart") { Also = ["/headcounts", "/indicators"] },
        Reports = new("Отчёты", "/reports", Icon: "file-earmark-bar-graph"),
        Organizations = new("Организации", "/organizations", Icon: "building"),
        OwnOrganization = new("Моя организация", "/organizations", Icon: "building"),
        Participation = new("Перечень организаций", "/participation", Icon: "list-check"),
        Mentees = new("Наставляемые", "/mentees", Icon: "people"),
        Mentors = new("Наставники", "/mentors", Icon: "person-badge"),
        Applications = new("Анкеты желающих", "/applications", Icon: "person-plus"),
        Pairs = new("Пары", "/pairs", Icon: "person-lines-fill"),
        Matching = new("Подбор пар", "/matching", Icon: "shuffle"),
        Mine = new("Мои наставляемые", "/", Icon: "people"),
        Reminders = new("Требует внимания", "/reminders", Icon: "bell"),
        Year = new("Новый учебный год", "/years", Icon: "calendar-check"),
        OwnData = new("Кто видит мои данные", "/people/own", Icon: "shield-check"),
        Surveys = new("Анкеты", "/surveys", Icon: "ui-checks"),
        Consents = new("Согласия", "/consents", Icon: "file-earmark-check"),
        Enquiries = new("Обращения о данных", "/enquiries", Icon: "envelope-paper"),
        Programmes = new("Программы", "/programmes", Icon: "journal-bookmark"),
        Materials = new("Материалы", "/materials", Icon: "book"),
        Agreements = new("Соглашения", "/agreements", Icon: "file-earmark-ruled"),
        Settings = new("Настройки", "/settings", Icon: "sliders"),
        Department = new("Управление", "/department", Icon: "bank"),
        Users = new("Пользователи", "/admin/users", Icon: "person-gear"),
        Journal = new("Журнал", "/admin/audit", Icon: "journal-text"),
        Mail = new("Почта", "/mail", Icon: "envelope"),
        Help = new("Помощь", "/help", Icon: "question-circle");

    public static IReadOnlyList<MenuLink> For(Role? role) => role switch
    {
        Role.Department => [Overview, Coverage, Reports, Roadmaps, Executions, Requests, Orders, Mentees, Mentors, Agreements, Pairs, Programmes, Materials, Surveys, Reminders, Consents, Enquiries, Year, Organizations, Participation, Department, Settings, Users, Help],
        Role.Official => [Overview, Coverage, Reports, Roadmaps, Executions, Requests, Orders, Surveys, Organizations, Participation, Department, Help],
        Role.Curator => [Overview, Coverage, Reports, Executions, Requests, Roadmaps, Orders, Mentees, Mentors, Applications, Matching, Pairs, Programmes, Materials, Surveys, Reminders, Consents, Enquiries, Year, OwnOrganization, Users, Help],
        Role.Admin => [Overview, Users, Organizations, Department, Journal, Mail, Help],
        Role.Mentor => [Mine, Materials, Reminders, OwnData, Help],
        _ => [],
    };
}
