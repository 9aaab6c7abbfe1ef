using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Paper.Blocks;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Reports;

/// <summary>/reports/forms: forms of mentoring × what is counted in them, as of a day.</summary>
public static class FormsReport
{
    private static readonly (CountedMeasure Measure, string Head)[] Counted =
    [
        (new(Measure.Mentors), "Наставники"), (new(Measure.Mentees), "Наставляемые"), (new(Measure.Pairs), "Пары и группы"), (new(Measure.CompletedPairs), "Из них завершены"), (new(Measure.Enterprises), "Предприятия"),
    ];

    /// <param name="Numbers">In the order of what is counted; null may not be shown.</param>
    /// <param name="Possible">Whether somebody could stand there at all.</param>
    private sealed record Line(string Form, IReadOnlyList<int?> Numbers, IReadOnlyList<bool> Possible);

    public static async Task<Report> Make(ReportSource source, ReportFilter filter, CancellationToken cancel)
    {
        var day = filter.DayIn(source.Today);
        var db = source.Db;
        var own = db.Scope.IsCurator ? db.Scope.OrganizationId : (int?)null;
        var forms = await db.MentoringForms.OrderBy(f => f.Id).ToListAsync(cancel);
        var included = await db.Organizations.Where(o => (own == null || o.Id == own) && (filter.Kind == null || o.Kind == filter.Kind)).Select(o => o.Id).ToListAsync(cancel);
        List<IReadOnlyDictionary<int, int>> columns = [];
        foreach (var (measure, _) in Counted)
            columns.Add(await source.Measures.Distinct(measure, forms.ConvertAll(f => f.Id), day, included, cancel));
        var hidden = Hidden(forms.ConvertAll(f => f.Id), columns, source.SeesPeople);
        var lines = forms.ConvertAll(f => new Line(f.Name, [.. columns.Select((c, i) => hidden[i].Contains(f.Id) && c.GetValueOrDefault(f.Id) > 0 ? (int?)null : c.GetValueOrDefault(f.Id))], [.. Counted.Select(c => c.Measure.MakesSense([f]))]));
        // A form that nobody uses says nothing beside those that are used.
        lines = lines.FindAll(l => l.Numbers.Any(n => n != 0));
        return new([], [new("Формы и показатели", [ReportColumn.Words("Форма"), .. Counted.Select(c => ReportColumn.Number(c.Head, 1.9))],
            [.. lines.Select(l => new ReportRow([l.Form, .. l.Numbers.Select((n, i) => l.Possible[i] ? ReportCell.People(n) : new("×"))]))])
            {
                Empty = "На эту дату никто не участвует ни в одной форме.",
                Chart = lines.Count == 0 ? null : Chart(lines),
            }],
        [
            "Наставники, наставляемые и предприятия – те, чья пара в этот день действует или завершена в том же учебном году. Кто участвует в двух формах, посчитан в каждой; кого посчитали две организации – один раз.",
            "Предприятие считается там, где его работник – наставник; × – в этой форме такого быть не может. Местная форма без места в методике показана отдельной строкой.",
            .. source.SeesPeople ? (string[])[] : [HiddenNumbers.Note],
        ]);
    }

    /// <summary>Few mentors are few people, and so are few pairs. The numbers of all together stand on another page: no form is hidden alone.</summary>
    /// <returns>Forms whose number is not shown, for each of what is counted.</returns>
    private static IReadOnlyList<HashSet<int>> Hidden(List<int> forms, List<IReadOnlyDictionary<int, int>> columns, bool seesPeople)
    {
        IReadOnlyCollection<(int, int)> Of(int column, int? without = null) =>
            forms.ConvertAll(f => (f, columns[column].GetValueOrDefault(f) - (without is { } other ? columns[other].GetValueOrDefault(f) : 0)));
        var people = HiddenNumbers.Together(seesPeople, Of(0), Of(1));
        var pairs = HiddenNumbers.Together(seesPeople, Of(2, without: 3), Of(3));
        return [people, people, pairs, pairs, []];
    }

    private const double Width = 640, Step = 52, Left = 190, Bar = 18, NumberRoom = 150;

    /// <summary>Two bars a form: mentees, and mentors under them.</summary>
    private static Figure Chart(List<Line> lines)
    {
        var most = Math.Max(1, lines.Max(l => l.Numbers.Take(2).Max(n => n ?? 0)));
        return new(Width, Step * lines.Count, "Наставники и наставляемые по формам", string.Join("; ", lines.Select(l => $"{l.Form}: наставников {Words(l.Numbers[0])}, наставляемых {Words(l.Numbers[1])}")),
            [.. lines.SelectMany((line, i) => Marks(line, i * Step, most))]);
    }

    private static IEnumerable<FigureMark> Marks(Line line, double top, int most)
    {
        yield return new FigureText(FigureTone.Axis, Left - 10, top + 27, line.Form, Alignment.Right);
        foreach (var (number, name, tone, at) in new[] { (line.Numbers[1], "наставляемые", FigureTone.Column, top + 4), (line.Numbers[0], "наставники", FigureTone.Other, top + 4 + Bar) })
        {
            var length = (Width - Left - NumberRoom) * (number ?? 0) / most;
            yield return new FigureBox(tone, Left, at, length, Bar - 2);
            yield return new FigureText(FigureTone.Axis, Left + length + 8, at + 13, $"{Words(number)} – {name}");
        }
    }

    private static string Words(int? number) => number is null ? HiddenNumbers.Words : $"{number:N0}";
}
