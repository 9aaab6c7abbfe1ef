namespace MentoringPortal.Domain;

/// <summary>A row that belongs to one organization, or to the department where <see cref="OrganizationId"/> is null. The owner never changes.</summary>
public interface IOwnedByOrganization
{
    int? OrganizationId { get; }
}

/// <summary>A row that people edit: the version is the application's concurrency token.</summary>
public interface IVersioned
{
    int Version { get; }
}

/// <summary>A row that is found by words and sorted by name. Both columns are rebuilt at every save.</summary>
public interface ISearchable
{
    /// <summary>All words by which the row is found.</summary>
    string SearchSource { get; }

    /// <summary>The words by which the row is sorted.</summary>
    string SortSource { get; }
}

/// <summary>Marks a column that holds data of a person (152-ФЗ): the audit keeps its changes, the admin does not see its values.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute : Attribute;

/// <summary>Marks a text or date column that holds no data of a person. A test demands one of the two marks on each such column.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotPersonalAttribute : Attribute;
