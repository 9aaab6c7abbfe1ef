using System.Text.Json;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace MentoringPortal.Web.Tests.Security;

[CollectionDefinition(Name)]
public sealed class WorldCollection : ICollectionFixture<World>
{
    public const string Name = "world";
}

/// <summary>A row that differs from the world as it was made: added, gone or changed, with the columns that differ and their values now.</summary>
public sealed record RowChange(string Table, string Key, string Kind, IReadOnlyDictionary<string, string?> Columns)
{
    public override string ToString() => $"{Table} {Key} {Kind} ({string.Join(", ", Columns.Keys)})";
}

/// <summary>A line that the journal has got since.</summary>
public sealed record JournalLine(string Action, string? Entity, string? EntityId, IReadOnlyList<string> Fields);

/// <summary>Compares two files of one SQLite database.</summary>
internal static class DatabaseDifference
{
    public static IReadOnlyList<RowChange> Rows(string now, string before)
    {
        using var connection = Open(now, before);
        var changes = new List<RowChange>();
        foreach (var table in Read(connection, "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT IN ('AuditEntries', 'sqlite_sequence')").Select(r => r["name"]!))
        {
            var key = Read(connection, $"SELECT name FROM pragma_table_info('{table}') WHERE pk > 0 ORDER BY pk").Select(r => r["name"]!).ToList();
            string KeyOf(Dictionary<string, string?> row) => string.Join(',', key.Select(k => row[k]));
            var added = Read(connection, $"SELECT * FROM main.\"{table}\" EXCEPT SELECT * FROM old.\"{table}\"").ToDictionary(KeyOf);
            var gone = Read(connection, $"SELECT * FROM old.\"{table}\" EXCEPT SELECT * FROM main.\"{table}\"").ToDictionary(KeyOf);
            changes.AddRange(added.Select(row => gone.TryGetValue(row.Key, out var old)
                ? new RowChange(table, row.Key, "changed", row.Value.Where(c => c.Value != old[c.Key]).ToDictionary())
                : new RowChange(table, row.Key, "added", row.Value.Where(c => c.Value is not null).ToDictionary())));
            changes.AddRange(gone.Where(row => !added.ContainsKey(row.Key)).Select(row => new RowChange(table, row.Key, "deleted", row.Value.Where(c => c.Value is not null).ToDictionary())));
        }
        return changes;
    }

    public static IReadOnlyList<JournalLine> Lines(string now, string before)
    {
        using var connection = Open(now, before);
        return [.. Read(connection, "SELECT Action, Entity, EntityId, Changes FROM main.AuditEntries WHERE Id > (SELECT MAX(Id) FROM old.AuditEntries) ORDER BY Id").Select(row =>
        {
            using var changes = JsonDocument.Parse(row["Changes"]!);
            return new JournalLine(row["Action"]!, row["Entity"], row["EntityId"], [.. changes.RootElement.EnumerateArray().Select(c => c.GetProperty("Field").GetString()!)]);
        })];
    }

    private static SqliteConnection Open(string now, string before)
    {
        var connection = new SqliteConnection($"Data Source={now};Pooling=False");
        connection.Open();
        using var attach = connection.CreateCommand();
        attach.CommandText = "ATTACH $before AS old";
        attach.Parameters.AddWithValue("$before", before);
        attach.ExecuteNonQuery();
        return connection;
    }

    private static List<Dictionary<string, string?>> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<Dictionary<string, string?>>();
        while (reader.Read())
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => reader.GetValue(i) switch
            {
                DBNull => null,
                byte[] bytes => Convert.ToHexString(bytes),
                var value => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture),
            }));
        return rows;
    }
}

internal static class PageForms
{
    /// <summary>Every posted form of the page: where it goes and what it would send as it stands, once by name.</summary>
    public static IEnumerable<(string Action, List<KeyValuePair<string, string>> Values)> Forms(this Answer page) =>
        page.Response.Content.Headers.ContentType?.MediaType != "text/html" ? [] : page.Html.QuerySelectorAll("main form").OfType<AngleSharp.Html.Dom.IHtmlFormElement>()
            .Where(f => f.Method == "post").Select(f => (Visitor.Path(f.Action), Visitor.Values(f)));
}
