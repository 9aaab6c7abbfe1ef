using MentoringPortal.Domain.Text;

namespace MentoringPortal.Domain.Organizations;

/// <summary>Kinds of organizations in people's words.</summary>
public static class OrganizationKinds
{
    /// <summary>All kinds in the order of lists, with their names.</summary>
    public static readonly IReadOnlyList<(OrganizationKind Kind, string Name)> All =
    [
        (OrganizationKind.School, "школа"),
        (OrganizationKind.SupplementaryEducation, "дополнительное образование"),
        (OrganizationKind.Kindergarten, "детский сад"),
        (OrganizationKind.College, "колледж"),
        (OrganizationKind.MethodicalCentre, "методический центр"),
        (OrganizationKind.Enterprise, "предприятие"),
        (OrganizationKind.University, "вуз"),
    ];

    /// <summary>Who sends mentors from outside: the department keeps their people, for they have no account of their own.</summary>
    public static readonly IReadOnlyList<OrganizationKind> Partners = [OrganizationKind.Enterprise, OrganizationKind.University, OrganizationKind.College];

    private static readonly Dictionary<string, OrganizationKind> Abbreviations = new(StringComparer.Ordinal)
    {
        ["СОШ"] = OrganizationKind.School,
        ["ООШ"] = OrganizationKind.School,
        ["ОО"] = OrganizationKind.School,
        ["ОУ"] = OrganizationKind.School,
        ["УДО"] = OrganizationKind.SupplementaryEducation,
        ["УДОД"] = OrganizationKind.SupplementaryEducation,
        ["ОДО"] = OrganizationKind.SupplementaryEducation,
        ["САД"] = OrganizationKind.Kindergarten,
        ["ДОУ"] = OrganizationKind.Kindergarten,
        ["ДОО"] = OrganizationKind.Kindergarten,
        ["СПО"] = OrganizationKind.College,
        ["ИМК"] = OrganizationKind.MethodicalCentre,
        ["ИМЦ"] = OrganizationKind.MethodicalCentre,
        ["ВУЗ"] = OrganizationKind.University,
    };

    /// <summary>Beginnings of words, folded like a search key; the first that fits wins: «детская школа искусств дополнительного образования».</summary>
    private static readonly (string Beginning, OrganizationKind Kind)[] Words =
    [
        ("ДОПОЛНИТЕЛЬН", OrganizationKind.SupplementaryEducation), ("ДОПОБРАЗ", OrganizationKind.SupplementaryEducation),
        ("ДЕТСАД", OrganizationKind.Kindergarten), ("ДОШКОЛЬН", OrganizationKind.Kindergarten),
        ("ШКОЛ", OrganizationKind.School), ("ЛИЦЕ", OrganizationKind.School), ("ГИМНАЗ", OrganizationKind.School), ("ОБЩЕОБРАЗ", OrganizationKind.School),
        ("КОЛЛЕДЖ", OrganizationKind.College), ("ТЕХНИКУМ", OrganizationKind.College), ("УЧИЛИЩ", OrganizationKind.College),
        ("МЕТОДИЧ", OrganizationKind.MethodicalCentre),
        ("ПРЕДПРИЯТ", OrganizationKind.Enterprise), ("РАБОТОДАТ", OrganizationKind.Enterprise), ("ЗАВОД", OrganizationKind.Enterprise),
        ("УНИВЕРСИТЕТ", OrganizationKind.University), ("ИНСТИТУТ", OrganizationKind.University), ("АКАДЕМ", OrganizationKind.University),
    ];

    public static string Of(OrganizationKind kind) => All.First(k => k.Kind == kind).Name;

    /// <summary>The kind named by these words, or null.</summary>
    public static OrganizationKind? Find(string words)
    {
        var said = SearchKey.Of(words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in said)
            if (Abbreviations.TryGetValue(word, out var kind))
                return kind;
        foreach (var (beginning, kind) in Words)
            if (Array.Exists(said, w => w.StartsWith(beginning, StringComparison.Ordinal)))
                return kind;
        return null;
    }
}
