using System.Globalization;
using System.Text;
using MentoringPortal.Data.Coverage;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Web.Features.Coverage;

namespace MentoringPortal.Web.Features.Public;

/// <summary>The totals as open data. Names and meanings stand in docs/open-data.md and do not change: programs read them.</summary>
public static class OpenData
{
    public static object Of(PublicTotals totals) => new
    {
        date = totals.On,
        department = totals.Department,
        schoolYear = $"{totals.Year}",
        organizations = totals.Organizations,
        mentors = totals.Mentors,
        mentees = totals.Mentees,
        pairs = totals.Pairs,
        completedPairs = totals.CompletedPairs,
        coverage = totals.Coverage.Select(c => new { population = $"{c.Population}", role = c.Role?.ToString(), covered = c.Covered, of = c.Of, percent = c.Percent, targetPercent = c.TargetPercent, targetDate = c.TargetBy, missing = c.Missing }),
        forms = totals.Forms.Select(f => new { name = f.Name, mentors = f.Mentors, mentees = f.Mentees }),
    };

    /// <summary>Three columns: what, of whom or in which form, how many. UTF-8 with its mark and semicolons, as Excel opens it in Russia.</summary>
    public static byte[] Csv(PublicTotals totals)
    {
        var csv = new StringBuilder("Показатель;Чей;Значение\r\n");
        foreach (var (name, of, value) in Lines(totals))
            csv.Append(CultureInfo.InvariantCulture, $"{Cell(name)};{Cell(of)};{Cell(value)}\r\n");
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    private static IEnumerable<(string Name, string Of, string Value)> Lines(PublicTotals totals)
    {
        yield return ("Дата", "", $"{totals.On:yyyy-MM-dd}");
        yield return ("Управление", "", totals.Department);
        yield return ("Учебный год", "", $"{totals.Year}");
        yield return ("Организаций участвует", "", Number(totals.Organizations));
        yield return ("Наставников", "", Number(totals.Mentors));
        yield return ("Наставляемых", "", Number(totals.Mentees));
        yield return ("Пар и групп", "", Number(totals.Pairs));
        yield return ("Из них завершены в учебном году", "", Number(totals.CompletedPairs));
        foreach (var c in totals.Coverage)
        {
            var of = CoverageWords.Of(c.Population, c.Role);
            yield return ("Охвачено", of, Number(c.Covered));
            yield return ("Всего", of, c.Of is null ? "нет данных" : Number(c.Of));
            yield return ("Охват, %", of, c.Percent is { } percent ? percent.ToString("0.#", CultureInfo.GetCultureInfo("ru-RU")) : c.Covered is null ? HiddenNumbers.Words : "нет данных");
            if (c is not { TargetPercent: { } target, TargetBy: { } by })
                continue;
            yield return ("Цель, %", of, target.ToString("0.#", CultureInfo.GetCultureInfo("ru-RU")));
            yield return ("Срок цели", of, $"{by:yyyy-MM-dd}");
            yield return ("Не хватает до цели, человек", of, c.Missing is null && c.Covered is not null ? "нет данных" : Number(c.Missing));
        }
        foreach (var form in totals.Forms)
        {
            yield return ("Наставников в форме", form.Name, Number(form.Mentors));
            yield return ("Наставляемых в форме", form.Name, Number(form.Mentees));
        }
    }

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? HiddenNumbers.Words;

    /// <summary>RFC 4180; a name that a spreadsheet would take for a formula gets an apostrophe before it.</summary>
    private static string Cell(string text)
    {
        if (text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal))
            text = "'" + text;
        return text.AsSpan().IndexOfAny(";\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
