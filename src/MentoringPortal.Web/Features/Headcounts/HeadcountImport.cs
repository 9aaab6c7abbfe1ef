using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MentoringPortal.Data;
using MentoringPortal.Data.Coverage;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Domain.Text;
using MentoringPortal.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Headcounts;

/// <summary>Figures of many organizations pasted from Excel; nothing is kept until they are saved.</summary>
public sealed class HeadcountPaste
{
    [Required, Display(Name = "На какую дату")]
    public DateOnly? AsOf { get; set; }

    [Required(ErrorMessage = "Вставьте строки из Excel."), StringLength(1_000_000), Display(Name = "Строки из Excel")]
    public string? Text { get; set; }

    /// <summary>What the preview showed, as a hash: saving what was not shown is refused.</summary>
    [StringLength(64)]
    public string? Seen { get; set; }
}

/// <summary>One pasted row: whose figures, or why they are not taken.</summary>
public sealed record PastedHeadcount(int Number, string Name, int? OrganizationId, IReadOnlyDictionary<Population, int> Figures, string? Error);

/// <summary>GET and POST /headcounts/import, POST /headcounts/import/save</summary>
public sealed record HeadcountImport(HeadcountPaste Form, IReadOnlyList<PastedHeadcount> Rows)
{
    public const int MostRows = 500;

    public static readonly IReadOnlyList<string> Columns =
        ["организация", "обучающиеся", "из них 10–18 лет", "занимаются по дополнительным программам", "педагоги", "молодые педагоги"];

    public int Ready => Rows.Count(r => r.Error is null);

    public string Seen => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Form.AsOf:O}\n"
        + string.Join('\n', Rows.Select(r => $"{r.Number}|{r.OrganizationId}|{r.Error}|{string.Join(',', r.Figures.OrderBy(f => f.Key).Select(f => $"{f.Key}={f.Value}"))}")))));

    /// <exception cref="DomainException">Nothing to read, or too much.</exception>
    public static async Task<HeadcountImport> Preview(PortalDb db, CoverageCounts counts, HeadcountPaste form, MunicipalClock clock, CancellationToken cancel)
    {
        var pasted = PastedTable.Read(form.Text!).Where(r => !r[0].StartsWith("организац", StringComparison.OrdinalIgnoreCase)).ToList();
        if (pasted.Count is 0 or > MostRows)
            throw new DomainException(pasted.Count == 0 ? "Вставьте хотя бы одну строку." : $"Строк {pasted.Count}, а за один раз можно загрузить не больше {MostRows}.", nameof(HeadcountPaste.Text));
        var known = (await db.Organizations.ToListAsync(cancel)).DistinctBy(o => Organization.NameKey(o.ShortName)).ToDictionary(o => Organization.NameKey(o.ShortName));
        var seen = new HashSet<int>();
        var rows = pasted.ConvertAll(row => Judge(row, known, seen, form.AsOf!.Value, clock));
        foreach (var population in rows.SelectMany(r => r.Figures.Keys).Distinct().ToList())
        {
            var answer = await counts.Count(new(population), [form.AsOf!.Value], cancel);
            rows = rows.ConvertAll(row => BesideTheRegistry(row, population, answer.People(form.AsOf.Value, id => id == row.OrganizationId), form.AsOf.Value));
        }
        return new(form, rows);
    }

    private static PastedHeadcount BesideTheRegistry(PastedHeadcount row, Population population, int covered, DateOnly asOf) =>
        row.Error is null && row.Figures.TryGetValue(population, out var figure) && figure < covered ? row with { Error = HeadcountForm.BelowTheRegistry(population, figure, covered, asOf) } : row;

    /// <exception cref="DomainException">The rows are not those of the preview, or none is good.</exception>
    public async Task<string> Save(PortalDb db, Signature by, MunicipalClock clock, CancellationToken cancel)
    {
        if (Form.Seen != Seen)
            throw new DomainException("Пока вы смотрели, список изменился. Проверьте строки ещё раз.", nameof(HeadcountPaste.Text));
        var good = Rows.Where(r => r.Error is null).ToList();
        var ids = good.ConvertAll(r => r.OrganizationId!.Value);
        var organizations = await db.Organizations.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancel);
        foreach (var row in good)
        {
            var stated = new Headcount(organizations[row.OrganizationId!.Value], Form.AsOf!.Value, row.Figures, by, clock.Today);
            stated.Confirm(by);
            db.Headcounts.Add(stated);
        }
        await db.SaveChangesAsync(cancel);
        return $"Численность записана: {good.Count}." + (good.Count == Rows.Count ? "" : $" Не загружены строки с ошибками: {string.Join(", ", Rows.Where(r => r.Error is not null).Select(r => r.Number).Take(50))}.");
    }

    private static PastedHeadcount Judge(PastedRow row, Dictionary<string, Organization> known, HashSet<int> seen, DateOnly asOf, MunicipalClock clock)
    {
        var figures = new Dictionary<Population, int>();
        PastedHeadcount Refused(string words) => new(row.Number, row[0], null, figures, words);
        if (!known.TryGetValue(Organization.NameKey(row[0]), out var organization))
            return Refused($"Нет организации с кратким названием «{row[0]}».");
        if (!seen.Add(organization.Id))
            return Refused("Эта организация уже есть в строке выше.");
        if (row.Cells.Skip(Columns.Count).Any(c => c.Length > 0))
            return Refused($"Лишние столбцы: их должно быть {Columns.Count}.");
        var columns = Populations.AskedOf(OrganizationKind.School);
        for (var i = 0; i < columns.Count; i++)
        {
            // Excel copies numbers as they are shown: «1 204».
            var cell = row[i + 1].Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal).Replace("\u202F", "", StringComparison.Ordinal);
            if (cell is "" or "-" or "–" || !Populations.AskedOf(organization.Kind).Contains(columns[i]))
                continue;
            if (!int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var figure))
                return Refused($"{Columns[i + 1]}: найдено «{row[i + 1]}», ожидается целое число.");
            figures[columns[i]] = figure;
        }
        try
        {
            // The rules of a statement are the entity's: made and thrown away.
            _ = new Headcount(organization, asOf, figures, new Signature(0, "", clock.UtcNow), clock.Today);
            return new(row.Number, organization.ShortName, organization.Id, figures, null);
        }
        catch (DomainException refusal)
        {
            return Refused(refusal.Message);
        }
    }
}
