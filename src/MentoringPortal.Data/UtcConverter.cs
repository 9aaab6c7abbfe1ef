using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MentoringPortal.Data;

/// <summary>Instants are stored as UTC and come back marked as such; DateTimeOffset does not sort on SQLite.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    at => at.ToUniversalTime(),
    at => DateTime.SpecifyKind(at, DateTimeKind.Utc));
