namespace MentoringPortal.Domain.Organizations;

/// <summary>Участие в реализации: one organization's school year. The department's «перечень ОО» is the list of those that take part.</summary>
public sealed class Participation(int? organizationId, int schoolYear) : IOwnedByOrganization, IVersioned
{
    public int Id { get; private set; }
    public int? OrganizationId { get; private set; } = organizationId;
    public Organization? Organization { get; private set; }
    /// <summary>First calendar year of the school year.</summary>
    public int SchoolYear { get; private set; } = schoolYear;
    public bool TakesPart { get; set; }
    /// <summary>The order by which the organization entered the list.</summary>
    [NotPersonal] public string? OrderNumber { get; set; }
    public DateOnly? OrderDate { get; set; }
    public List<ParticipationForm> Forms { get; } = [];
    public int Version { get; private set; }

    /// <summary>Sets the chosen forms with the planned number of participants; a null plan means «chosen, number not set yet».</summary>
    public void Choose(IReadOnlyDictionary<int, int?> plannedByForm)
    {
        if (plannedByForm.Values.Any(n => n is < 0))
            throw new DomainException("Плановая численность не может быть отрицательной.", nameof(Forms));
        Forms.RemoveAll(f => !plannedByForm.ContainsKey(f.MentoringFormId));
        foreach (var (formId, planned) in plannedByForm)
        {
            var chosen = Forms.Find(f => f.MentoringFormId == formId);
            if (chosen is null)
                Forms.Add(new ParticipationForm { MentoringFormId = formId, Planned = planned });
            else
                chosen.Planned = planned;
        }
    }
}

public sealed class ParticipationForm
{
    public int Id { get; private set; }
    public int ParticipationId { get; private set; }
    public Participation? Participation { get; private set; }
    public int MentoringFormId { get; init; }
    public MentoringForm? Form { get; private set; }
    public int? Planned { get; set; }
}

/// <summary>Форма наставничества: the five canonical ones of Р-145 and local ones.</summary>
public sealed class MentoringForm(int id, string name, bool isCanonical)
{
    public int Id { get; private set; } = id;
    [NotPersonal] public string Name { get; private set; } = name;
    public bool IsCanonical { get; private set; } = isCanonical;

    /// <summary>Распоряжение Минпросвещения России от 25.12.2019 № Р-145; «учитель–ученик» is a local form of some municipalities.</summary>
    public static readonly IReadOnlyList<MentoringForm> BuiltIn =
    [
        new(1, "ученик–ученик", true),
        new(2, "учитель–учитель", true),
        new(3, "студент–ученик", true),
        new(4, "работодатель–ученик", true),
        new(5, "работодатель–студент", true),
        new(6, "учитель–ученик", false),
    ];
}
