using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.Time;

namespace MentoringPortal.Data.Demo;

/// <summary>A programme for each contour, which the demo's pairs follow, and a template of a plan for each.</summary>
internal sealed class DemoProgrammes(DateOnly today)
{
    public async Task Add(PortalDb db, IEnumerable<Pair> pairs, CancellationToken cancel)
    {
        var year = SchoolYear.Of(today);
        var pupils = Programme("Старший рядом", 1, "Помочь младшим с трудными темами и с жизнью в школе", year);
        var teachers = Programme("Первые три года", 2, "Ввести молодого педагога в профессию и удержать его в школе", year);
        db.AddRange(pupils, teachers,
            Template("План на четверть: ученик – ученик", 1,
                new(null, "Знакомство", "Договориться о днях встреч и о том, чего хотим достичь", 7),
                new(null, "Уверенность в предмете", "Найти две самые трудные темы", 14),
                new(null, "Уверенность в предмете", "Разобрать первую тему и решить десять задач", 35),
                new(null, "Уверенность в предмете", "Разобрать вторую тему и выступить в классе", 56),
                new(null, "Итог", "Вспомнить, что получилось, и ответить на анкету", 63)),
            Template("План первого года молодого педагога", 2,
                new(null, "Вхождение в должность", "Познакомиться с документами и с классом", 14),
                new(null, "Методика урока", "Посетить три урока наставника и обсудить их", 45),
                new(null, "Методика урока", "Провести урок при наставнике, разобрать видеозапись", 90),
                new(null, "Работа с родителями", "Подготовить и провести родительское собрание", 120),
                new(null, "Итог", "Составить план профессионального роста на следующий год", 260)));
        await db.SaveChangesAsync(cancel);
        foreach (var pair in pairs)
            pair.ProgrammeId = pair.FormId == pupils.FormId ? pupils.Id : pair.FormId == teachers.FormId ? teachers.Id : null;
    }

    private static Programme Programme(string name, int formId, string purpose, SchoolYear year)
    {
        var programme = new Programme(null) { Name = name, FormId = formId, Purpose = purpose };
        programme.Run(year.Start, year.End);
        return programme;
    }

    private static PlanTemplate Template(string name, int formId, params IReadOnlyList<PlanTemplateLine> lines)
    {
        var template = new PlanTemplate(null) { Name = name, FormId = formId };
        template.Put(lines);
        return template;
    }
}
