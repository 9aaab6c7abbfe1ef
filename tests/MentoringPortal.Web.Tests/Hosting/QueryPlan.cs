using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace MentoringPortal.Web.Tests.Hosting;

/// <summary>What SQLite would do for a query: which tables it would read from end to end.</summary>
public static partial class QueryPlan
{
    /// <summary>Tables that the query reads whole, neither through an index nor as the few rows of a query inside.</summary>
    public static IReadOnlyList<string> Scanned(SqliteConnection connection, string sql)
    {
        if (!sql.StartsWith("SELECT", StringComparison.Ordinal) && !sql.StartsWith("WITH", StringComparison.Ordinal))
            return [];
        var names = Aliases().Matches(sql).GroupBy(m => m.Groups["alias"].Value, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Groups["table"].Value, StringComparer.Ordinal);
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        foreach (var parameter in Parameters().Matches(sql).Select(m => m.Value).Distinct(StringComparer.Ordinal))
            command.Parameters.AddWithValue(parameter, DBNull.Value);
        using var reader = command.ExecuteReader();
        var scanned = new List<string>();
        while (reader.Read())
            if (Scan().Match(reader.GetString(3)) is { Success: true } scan && names.TryGetValue(scan.Groups["alias"].Value, out var table))
                scanned.Add(table);
        return scanned;
    }

    [GeneratedRegex("(FROM|JOIN) \"(?<table>\\w+)\" AS \"(?<alias>\\w+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Aliases();

    [GeneratedRegex("""@\w+""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Parameters();

    [GeneratedRegex("""^SCAN (?<alias>\w+)\b(?! USING)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Scan();
}
