using System.Text.RegularExpressions;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace MentoringPortal.Web.Tests.Security;

/// <summary>
/// What the pages of a walk ask of the database: at most fifteen commands each, and none that reads a table whole which grows with the people,
/// unless the reader sees the whole municipality. A file may read all that it prints, and is left out.
/// </summary>
internal sealed partial class PageCosts(string storage) : IDisposable
{
    private const int MostCommands = 15;

    /// <summary>Thousands of rows in a municipality of 100,000 people.</summary>
    private static readonly HashSet<string> Growing = new(StringComparer.Ordinal)
    {
        "People", "Mentees", "Mentors", "MenteeTopics", "MentorTopics", "MentorAvailabilities", "Enrolments", "Consents", "Pairs", "PairMentors", "PairMentees", "Meetings", "PlanTasks",
        "SurveyInvitations", "SurveyAnswers", "AuditEntries",
    };

    /// <summary>Neither lists nor cards: all of one person is shown before it is destroyed, all of a table before it is brought in, the totals for everybody are made once a day; each in a fixed number of queries.</summary>
    private static readonly string[] Wholes = ["People.Erase.GET", "PeopleImport.Preview.GET", "Public.Index.GET"];

    private readonly CommandLog _log = new(storage);
    private readonly Dictionary<string, string> _pageOf = new(StringComparer.Ordinal);
    private readonly List<string> _tooMany = [];

    /// <summary>Pages counted, the most commands of one, different queries.</summary>
    public (int Pages, int Most, int Queries) Seen { get; private set; }

    /// <summary>Takes what was executed since the last page.</summary>
    public void Note(string page, Answer answer, bool seesAll)
    {
        var commands = _log.Take();
        if (answer.Status != 200 || answer.Response.Content.Headers.ContentType?.MediaType != "text/html")
            return;
        if (commands.Count > MostCommands && !Wholes.Any(w => page.StartsWith(w, StringComparison.Ordinal)))
            _tooMany.Add($"{page}: {commands.Count}");
        if (!seesAll)
            foreach (var (sql, _) in commands)
                _pageOf.TryAdd(sql, page);
        Seen = (Seen.Pages + 1, Math.Max(Seen.Most, commands.Count), _pageOf.Count);
    }

    public void ShouldBeLow(string database)
    {
        _tooMany.ShouldBeEmpty($"pages with more than {MostCommands} commands");
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        var whole = _pageOf.SelectMany(q => QueryPlan.Scanned(connection, q.Key).Where(Growing.Contains).Select(table => $"{q.Value}: {table}: {Spaces().Replace(q.Key, " ")}"));
        whole.ShouldBeEmpty("tables read from end to end");
    }

    public void Dispose() => _log.Dispose();

    [GeneratedRegex("""\s+""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Spaces();
}
