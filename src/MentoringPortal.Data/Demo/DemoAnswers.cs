using MentoringPortal.Data.Coverage;
using MentoringPortal.Data.Requests;
using MentoringPortal.Domain.Requests;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Domain.Surveys;
using MentoringPortal.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Data.Demo;

/// <summary>The letter's counting form as a request that is open, and that 5 have answered; the two schools with accounts have theirs before them.</summary>
internal static class DemoAnswers
{
    private static readonly string[] Curators = ["Малахова Дина Юрьевна", "Осокин Пётр Глебович", "Рябинина Лия Андреевна", "Тополев Ян Олегович", "Чижова Нина Марковна"];
    private const int FirstAnswering = 2, DaysAgo = 5, Reviewed = 3;

    public static async Task Add(PortalDb db, MeasureCounts counts, MunicipalClock clock, CancellationToken cancel)
    {
        var (today, opened) = (clock.Today, clock.Today.AddDays(-DaysAgo));
        var request = (await db.InformationRequests.Include(q => q.Order!.Recipients).ToListAsync(cancel)).Single(q => q.Form is not null);
        var known = await db.MentoringForms.AsNoTracking().ToListAsync(cancel);
        var asked = request.Order!.Recipients.Select(r => r.OrganizationId!.Value).Order().ToList();
        request.Open(new(request.What, null, request.Due!.Value, opened, [], CountingForm.Bind(request.Form!, known), asked), opened);
        foreach (var (name, i) in Curators.Select((name, i) => (name, i)))
        {
            var answer = request.Submissions[FirstAnswering + i];
            var counted = await SheetCounts.Of(counts, request.Sheet!, known, opened, answer.OrganizationId!.Value, cancel);
            List<StatedCell> cells = [.. counted.Select(c => new StatedCell(c.Key.Row, c.Key.Column, c.Value, c.Value, null))];
            if (i == 1)
                cells[0] = cells[0] with { Stated = cells[0].Counted + 2, Reason = "Двое приступили, карточки ещё заполняем" };
            if (i < Reviewed)
                db.ProgrammeReviews.Add(Review(answer.OrganizationId!.Value, i, opened));
            var by = new Signature(0, name, clock.UtcNow.AddDays(i - DaysAgo));
            answer.Submit(cells, new(name, $"8 (00000) 2-10-0{i + 1}"), Enumerable.Empty<string>().ToLookup(_ => 0), today, by);
            if (i < 2)
                answer.Accept(new(0, DemoMunicipality.DepartmentCurator, clock.UtcNow.AddDays(-1)));
        }
        await db.SaveChangesAsync(cancel);
    }

    private static ProgrammeReview Review(int organizationId, int place, DateOnly day)
    {
        var review = new ProgrammeReview(organizationId, SchoolYear.Of(day));
        review.Write("Наставники прошли обучение, есть помещение и время в расписании.", "Не у всех пар записаны планы.", "Колледж и предприятия готовы принимать группы.", "Наставники заняты в конце четверти.",
            [.. Enumerable.Range(0, ProgrammeReview.Statements.Count).Select(i => (int?)(i % (place + 2) == 1 ? 1 : ProgrammeReview.HighestMark))], day);
        return review;
    }
}
