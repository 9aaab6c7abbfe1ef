using System.Net.Mail;
using MentoringPortal.Domain.Text;

namespace MentoringPortal.Domain.Organizations;

public enum ImportVerdict { Create, Update, Skip, Error }

/// <summary>What is wrong with a cell: which column, what stands there, what was expected.</summary>
public sealed record ImportRemark(string Column, string Found, string Expected);

/// <summary>One pasted row and what will be done with it.</summary>
/// <param name="Target">The organization that the row changes; null for a new one and for an error.</param>
public sealed record ImportedRow(int Number, string ShortName, ImportVerdict Verdict, OrganizationKind? Kind, PastedRow Source,
    Organization? Target, IReadOnlyList<ImportRemark> Remarks)
{
    /// <summary>Writes the row's cells; an empty cell leaves what is there, and so does another spelling of the name by which the row was found.</summary>
    public void ApplyTo(Organization organization)
    {
        if (Verdict == ImportVerdict.Error)
            throw new InvalidOperationException("A row with errors is not applied.");
        organization.Kind = Kind!.Value;
        organization.ShortName = Target is null ? ShortName : organization.ShortName;
        organization.FullName = Filled(2) ?? organization.FullName;
        organization.HeadName = Filled(3) ?? organization.HeadName;
        organization.Phone = Filled(4) ?? organization.Phone;
        organization.Email = Filled(5) ?? organization.Email;
        organization.Address = Filled(6) ?? organization.Address;
    }

    internal bool Changes(Organization organization) =>
        organization.Kind != Kind
        || Differs(2, organization.FullName) || Differs(3, organization.HeadName) || Differs(4, organization.Phone)
        || Differs(5, organization.Email) || Differs(6, organization.Address);

    private bool Differs(int column, string? now) => Filled(column) is { } cell && cell != now;

    private string? Filled(int column) => Source[column] is { Length: > 0 } cell ? cell : null;
}

/// <summary>Rows of organizations pasted from Excel, and what saving them would do. Nothing is written here.</summary>
public sealed record OrganizationImport(IReadOnlyList<ImportedRow> Rows)
{
    public const int MostRows = 500;

    public static readonly IReadOnlyList<string> Columns =
        ["вид", "краткое название", "полное название", "руководитель", "телефон", "почта", "адрес"];

    /// <summary>Longest text of each column after the kind, in characters.</summary>
    private static readonly int[] Longest = [0, 300, 2000, 300, 100, 256, 2000];

    public int Count(ImportVerdict verdict) => Rows.Count(r => r.Verdict == verdict);

    /// <exception cref="DomainException">Nothing was pasted, or more than <see cref="MostRows"/> rows.</exception>
    public static OrganizationImport Plan(string text, IReadOnlyCollection<Organization> existing)
    {
        var pasted = PastedTable.Read(text).Where(r => !IsHead(r)).ToList();
        if (pasted.Count == 0)
            throw new DomainException("Вставьте хотя бы одну строку.", "Text");
        if (pasted.Count > MostRows)
            throw new DomainException($"Строк {pasted.Count}, а за один раз можно загрузить не больше {MostRows}. Разделите их на части.", "Text");
        // Two organizations of one name cannot be told apart; the list has none.
        var known = existing.DistinctBy(o => Organization.NameKey(o.ShortName)).ToDictionary(o => Organization.NameKey(o.ShortName));
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return new OrganizationImport([.. pasted.Select(row => Judge(row, known, seen))]);
    }

    private static bool IsHead(PastedRow row) =>
        row[0].StartsWith("вид", StringComparison.OrdinalIgnoreCase) && row[1].Contains("назв", StringComparison.OrdinalIgnoreCase);

    private static ImportedRow Judge(PastedRow row, Dictionary<string, Organization> known, Dictionary<string, int> seen)
    {
        var remarks = new List<ImportRemark>();
        var kind = OrganizationKinds.Find(row[0]);
        if (kind is null)
            remarks.Add(new(Columns[0], row[0], string.Join(", ", OrganizationKinds.All.Select(k => k.Name))));
        if (row.Cells.Skip(Columns.Count).Any(c => c.Length > 0))
            remarks.Add(new("лишние столбцы", string.Join(" | ", row.Cells.Skip(Columns.Count)), $"не больше {Columns.Count} столбцов: {string.Join(", ", Columns)}"));
        for (var c = 1; c < Columns.Count; c++)
            if (row[c].Length > Longest[c])
                remarks.Add(new(Columns[c], $"{row[c].Length} знаков", $"не больше {Longest[c]} знаков"));
        if (row[5].Length > 0 && !MailAddress.TryCreate(row[5], out _))
            remarks.Add(new(Columns[5], row[5], "адрес почты, например school7@example.ru"));

        var key = Organization.NameKey(row[1]);
        var target = known.GetValueOrDefault(key);
        if (key.Length == 0)
            remarks.Add(new(Columns[1], row[1], "краткое название, например «Школа № 7»"));
        else if (!seen.TryAdd(key, row.Number))
            remarks.Add(new(Columns[1], row[1], $"название, которого ещё нет: его уже занимает строка {seen[key]}"));
        if (target is null && row[2].Length == 0)
            remarks.Add(new(Columns[2], "", "полное название: без него нельзя завести новую организацию"));

        if (remarks.Count > 0)
            return new(row.Number, row[1], ImportVerdict.Error, kind, row, null, remarks);
        var judged = new ImportedRow(row.Number, row[1], target is null ? ImportVerdict.Create : ImportVerdict.Update, kind, row, target, []);
        return target is not null && !judged.Changes(target) ? judged with { Verdict = ImportVerdict.Skip } : judged;
    }
}
