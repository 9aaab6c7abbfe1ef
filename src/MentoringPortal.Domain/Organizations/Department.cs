namespace MentoringPortal.Domain.Organizations;

/// <summary>The one municipal department that runs this installation: everything a letterhead, an order and an address line need.</summary>
public sealed class Department : IVersioned
{
    public const int TheId = 1;

    public int Id { get; private set; } = TheId;
    [NotPersonal] public string Name { get; set; } = "";
    [NotPersonal] public string NameGenitive { get; set; } = "";
    [NotPersonal] public string NameDative { get; set; } = "";
    [NotPersonal] public string ShortName { get; set; } = "";
    /// <summary>Name of the municipality, e.g. «Заречный муниципальный округ».</summary>
    [NotPersonal] public string Municipality { get; set; } = "";
    /// <summary>Lines of the letterhead, separated by <c>\n</c>.</summary>
    [NotPersonal] public string Letterhead { get; set; } = "";
    /// <summary>The same in the second language, or empty.</summary>
    [NotPersonal] public string Letterhead2 { get; set; } = "";
    /// <summary>Language tag of the second letterhead (BCP 47), e.g. <c>ce</c>.</summary>
    [NotPersonal] public string? Letterhead2Language { get; set; }
    [NotPersonal] public string Place { get; set; } = "";
    [NotPersonal] public string HeadPosition { get; set; } = "";
    [Personal] public string HeadName { get; set; } = "";
    [NotPersonal] public string? Address { get; set; }
    [NotPersonal] public string? Phone { get; set; }
    [NotPersonal] public string? Email { get; set; }
    [NotPersonal] public string? Okpo { get; set; }
    [NotPersonal] public string? Ogrn { get; set; }
    [NotPersonal] public string? Inn { get; set; }
    [NotPersonal] public string? Kpp { get; set; }
    public int Version { get; private set; }
}

/// <summary>A unit of the department that owes work of its own: ИМК, МЦН, a working group.</summary>
public sealed class DepartmentUnit : IVersioned, ISearchable
{
    public int Id { get; private set; }
    [NotPersonal] public string Name { get; set; } = "";
    [NotPersonal] public string Abbreviation { get; set; } = "";
    public DateOnly? ClosedOn { get; set; }
    public List<Appointment> People { get; } = [];
    public int Version { get; private set; }

    [NotPersonal] public string SearchSource => $"{Abbreviation} {Name}";
    [NotPersonal] public string SortSource => Name;
}
