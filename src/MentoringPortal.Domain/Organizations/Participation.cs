using MentoringPortal.Domain.People;

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

/// <summary>Два контура: обучающиеся (Р-145) и педагоги (письмо Минпросвещения и Профсоюза от 21.12.2021 № АЗ-1128/08/657).</summary>
public enum Contour { Pupils, Teachers }

/// <summary>Форма наставничества: the five canonical ones of Р-145 and local ones, counted in reports under one of the five.</summary>
public sealed class MentoringForm(int id, string name, bool isCanonical, PersonKind? mentorKind, PersonKind? menteeKind, int countsAsId) : IVersioned
{
    public int Id { get; private set; } = id;
    [NotPersonal] public string Name { get; private set; } = name;
    public bool IsCanonical { get; private set; } = isCanonical;
    /// <summary>Who may be the mentor and the mentee; null where the form does not say.</summary>
    public PersonKind? MentorKind { get; private set; } = mentorKind;
    public PersonKind? MenteeKind { get; private set; } = menteeKind;
    /// <summary>The canonical form under which reports count it; itself for a canonical one.</summary>
    public int CountsAsId { get; private set; } = countsAsId;
    public int Version { get; private set; }

    public Contour Contour => ContourOf(MenteeKind);

    /// <summary>The contour of forms whose mentees are of this kind.</summary>
    public static Contour ContourOf(PersonKind? menteeKind) => menteeKind == PersonKind.Teacher ? Contour.Teachers : Contour.Pupils;

    /// <summary>A municipality's own form; who takes part in it never changes afterwards, for pairs rest on it.</summary>
    public static MentoringForm Local(string name, PersonKind? mentorKind, PersonKind? menteeKind, MentoringForm countsAs)
    {
        var form = new MentoringForm(0, "", false, mentorKind, menteeKind, 0);
        form.Redefine(name, countsAs);
        return form;
    }

    /// <summary>Renames a local form and maps it to one of the five.</summary>
    public void Redefine(string name, MentoringForm countsAs)
    {
        if (IsCanonical)
            throw new DomainException("Форма задана методологией и не меняется.", nameof(Name));
        if (!countsAs.IsCanonical)
            throw new DomainException("Местную форму отчёты считают как одну из пяти форм методологии.", nameof(CountsAsId));
        (Name, CountsAsId) = (name.Trim(), countsAs.Id);
    }

    /// <summary>
    /// Распоряжение Минпросвещения России от 25.12.2019 № Р-145; «учитель–ученик» is a local form of some municipalities. Р-145 has no form of
    /// its own for it: it is counted beside «работодатель–ученик», where an adult worker guides a pupil, until the department decides otherwise.
    /// </summary>
    public static readonly IReadOnlyList<MentoringForm> BuiltIn =
    [
        new(1, "ученик–ученик", true, PersonKind.Pupil, PersonKind.Pupil, 1),
        new(2, "учитель–учитель", true, PersonKind.Teacher, PersonKind.Teacher, 2),
        new(3, "студент–ученик", true, PersonKind.Student, PersonKind.Pupil, 3),
        new(4, "работодатель–ученик", true, PersonKind.Specialist, PersonKind.Pupil, 4),
        new(5, "работодатель–студент", true, PersonKind.Specialist, PersonKind.Student, 5),
        new(6, "учитель–ученик", false, PersonKind.Teacher, PersonKind.Pupil, 4),
    ];
}
