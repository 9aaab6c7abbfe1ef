namespace MentoringPortal.Domain.Organizations;

/// <summary>Kinds of organizations that take part in mentoring, as employers of mentors or as places of study.</summary>
public enum OrganizationKind
{
    School,
    SupplementaryEducation,
    Kindergarten,
    College,
    MethodicalCentre,
    Enterprise,
    University,
}
