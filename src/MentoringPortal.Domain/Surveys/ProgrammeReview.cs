using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Time;

namespace MentoringPortal.Domain.Surveys;

/// <summary>
/// How an organization judges its own mentoring in a school year: the first stage of monitoring by the methodology of Р-145. Its strong and weak sides (SWOT), out of the
/// questionnaires, and the curator's form of nine statements.
/// </summary>
public sealed class ProgrammeReview : IOwnedByOrganization, IVersioned
{
    public const int HighestMark = 2;

    /// <summary>The curator's form: each is not seen (0), seen in part (1) or whole (2).</summary>
    public static readonly IReadOnlyList<string> Statements =
    [
        "Работа наставников соответствует её цели и задачам",
        "Наставничество организовано по принципам целевой модели и программы",
        "В работе применяют современные подходы и технологии",
        "В организации благоприятный психологический климат",
        "Наставники понимают положение наставляемых и верно выбирают направление работы",
        "Участники довольны наставничеством",
        "Партнёры довольны наставничеством",
        "Наставляемые активны и заинтересованы в том, что связано с наставничеством",
        "Наставляемые применяют в учёбе, работе и жизни то, что получили от наставника",
    ];

    private ProgrammeReview() { }

    public ProgrammeReview(int? organizationId, SchoolYear year) => (OrganizationId, SchoolYear) = (organizationId, year.StartYear);

    public int Id { get; private set; }
    public int? OrganizationId { get; private set; }
    public Organization? Organization { get; private set; }
    /// <summary>First calendar year of the school year.</summary>
    public int SchoolYear { get; private set; }
    [NotPersonal] public string? Strengths { get; private set; }
    [NotPersonal] public string? Weaknesses { get; private set; }
    [NotPersonal] public string? Opportunities { get; private set; }
    [NotPersonal] public string? Threats { get; private set; }
    /// <summary>One mark for each of <see cref="Statements"/>, or none at all.</summary>
    [NotPersonal] public IReadOnlyList<int> Marks { get; private set; } = [];
    public DateOnly WrittenOn { get; private set; }
    public int Version { get; private set; }

    public bool HasSides => Strengths is not null || Weaknesses is not null || Opportunities is not null || Threats is not null;

    /// <summary>The sum of marks, 0–18; null where the form is not filled.</summary>
    public int? Points => Marks.Count == 0 ? null : Marks.Sum();

    /// <exception cref="DomainException">The form is filled in part, a mark is out of its bounds, or there is nothing at all.</exception>
    public void Write(string? strengths, string? weaknesses, string? opportunities, string? threats, IReadOnlyList<int?> marks, DateOnly today)
    {
        var given = marks.OfType<int>().ToList();
        if (given.Count != 0 && given.Count != Statements.Count)
            throw new DomainException($"Оцените все утверждения или ни одного: оценено {given.Count} из {Statements.Count}.", nameof(Marks));
        if (given.Exists(m => m is < 0 or > HighestMark))
            throw new DomainException("Оценка – 0, 1 или 2.", nameof(Marks));
        (Strengths, Weaknesses, Opportunities, Threats) = (Trimmed(strengths), Trimmed(weaknesses), Trimmed(opportunities), Trimmed(threats));
        if (given.Count == 0 && !HasSides)
            throw new DomainException("Напишите хотя бы об одной стороне или оцените утверждения.", nameof(Strengths));
        (Marks, WrittenOn) = (given, today);
    }

    /// <summary>15–18 is optimal, 9–14 acceptable, less is not.</summary>
    public static string LevelOf(int points) => points switch
    {
        >= 15 => "оптимальный уровень",
        >= 9 => "допустимый уровень",
        _ => "недопустимый уровень",
    };

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
