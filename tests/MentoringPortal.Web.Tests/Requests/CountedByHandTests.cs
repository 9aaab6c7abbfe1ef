using MentoringPortal.Data.Coverage;
using MentoringPortal.Data.Requests;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Reading;
using MentoringPortal.Domain.Requests;
using MentoringPortal.Domain.Roadmaps;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MentoringPortal.Web.Tests.Requests;

/// <summary>The form of the letter of Кореновский район over a table of people written here, against a count by hand.</summary>
public sealed class CountedByHandTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly DateOnly Day = new(2026, 11, 20), Today = new(2026, 11, 22), Autumn = new(2026, 9, 10);

    private static readonly ReadForm Letter = new(
        [
            "Число учащихся в возрасте от 10 до 18 лет, вошедших в программу наставничества в роли наставляемого",
            "Число учащихся в возрасте от 15 до 18 лет, вошедших в программу наставничества в роли наставника",
            "Число учителей-молодых специалистов (с опытом работы от 0 до 3 лет), вошедших в программу наставничества в роли наставляемого",
            "Количество предприятий (организаций), вошедших в программу наставничества, предоставив своих наставников (при наличии)",
        ],
        ["Ученик – ученик", "Учитель – учитель", "Студент – ученик", "Работодатель – ученик"], ["ФИО", "тел."]);

    /// <summary>Who, what he is, born (a teacher: teaching since), and whether he is counted in the first rows.</summary>
    private static readonly (string Who, PersonKind Kind, string Since)[] People =
    [
        ("Ава", PersonKind.Pupil, "2013-05-01"),      // 13: a mentee in two pairs of one form and in one of another
        ("Боря", PersonKind.Pupil, "2010-01-01"),     // 16: mentor
        ("Вера", PersonKind.Pupil, "2016-11-21"),     // 9 on the day, 10 tomorrow: not counted
        ("Глеб", PersonKind.Pupil, "2012-02-02"),     // 14: a mentor, below 15
        ("Дина", PersonKind.Pupil, "2008-11-20"),     // 18 on the day
        ("Егор", PersonKind.Pupil, "2007-11-20"),     // 19 on the day: not counted
        ("Женя", PersonKind.Pupil, "2014-03-03"),     // the pair was completed in October: counted to the end of the year
        ("Зоя", PersonKind.Pupil, "2014-04-04"),      // the pair ended early in October: not counted
        ("Ира", PersonKind.Pupil, "2014-05-05"),      // the pair is a draft: not counted
        ("Ким", PersonKind.Teacher, "2024-09-01"),    // two years: young
        ("Лев", PersonKind.Teacher, "2023-11-20"),    // three full years on the day: no longer young
        ("Мира", PersonKind.Teacher, "2001-09-01"),
    ];

    /// <summary>Form, mentor, mentees; what became of the pair.</summary>
    private static readonly (int Form, string Mentor, string[] Mentees, string? End)[] Pairs =
    [
        (1, "Боря", ["Ава", "Вера"], null), (1, "Глеб", ["Ава"], null), (1, "Боря", ["Дина"], null), (1, "Боря", ["Егор"], null),
        (1, "Глеб", ["Женя"], "completed"), (1, "Глеб", ["Зоя"], "early"), (1, "Глеб", ["Ира"], "draft"),
        (2, "Мира", ["Ким"], null), (2, "Мира", ["Лев"], null),
        (3, "студент", ["Ава"], null),
        (4, "рабочий 1", ["Женя"], null), (4, "рабочий 2", ["Дина"], null),
    ];

    // By hand: form 1 – Ава, Дина, Женя; mentors of 15–18 – Боря; Ким; form 3 – Ава; form 4 – Женя, Дина of one enterprise.
    private static readonly string[][] ByHand = [["3", "×", "1", "2"], ["1", "×", "×", "×"], ["×", "1", "×", "×"], ["×", "×", "×", "1"]];

    [Fact]
    public async Task Form_OverATableOfPeople_EqualsTheCountByHand()
    {
        var (school, _) = await Fill("по списку");
        var request = await Open(school);
        var page = await (await host.As("department")).Get($"/requests/{request}/answers/{school}");
        page.Html.QuerySelectorAll(".answer-form tbody tr").Select(row => row.QuerySelectorAll("td").Select(c => c.TextContent.Trim().Split(' ', '\n')[0]).ToArray()).ShouldBe(ByHand);
    }

    [Fact]
    public async Task Summary_CountsOnce_WhoStandsInTwoSchools_AndMasksForTheOfficial()
    {
        var (first, second) = (await Fill("первая"), await Fill("вторая"));
        await host.Db(async db =>
        {
            var (a, b) = (await db.People.SingleAsync(p => p.OrganizationId == first.School && p.Given == "Ава"), await db.People.SingleAsync(p => p.OrganizationId == second.School && p.Given == "Ава"));
            var match = new PersonMatch(a, OrganizationKind.School, b, OrganizationKind.School);
            match.Answer(first.School, true);
            match.Answer(second.School, true);
            db.Add(match);
            return await db.SaveChangesAsync();
        });
        var request = await Open(first.School, second.School);
        await Send(request);
        var (department, official) = (await host.As("department"), await host.As("official"));
        var board = await department.Get($"/requests/{request}");
        board.Words.ShouldContain("Ответили 2 из 2");
        Cells(board)[0].ShouldBe(["5 сумма 6, дважды посчитаны 1", "× невозможно для этой формы", "1 сумма 2, дважды посчитаны 1", "4"]);
        Cells(board)[3][3].ShouldBe("1 сумма 2, дважды посчитаны 1", "both have mentors of one enterprise");

        Cells(await official.Get($"/requests/{request}"))[0][3].ShouldBe("меньше 5");
        (await official.Get($"/requests/{request}")).Words.ShouldContain("меньше 5");
        (await department.Submit($"/requests/{request}/close", [])).IsRedirect.ShouldBeTrue();
        // Closed, the table stays as it was signed, whatever becomes of the registry.
        await host.Db(async db =>
        {
            db.PersonMatches.RemoveRange(await db.PersonMatches.Where(m => m.FirstOrganizationId == first.School || m.SecondOrganizationId == first.School).ToListAsync());
            return await db.SaveChangesAsync();
        });
        Cells(await department.Get($"/requests/{request}"))[0][0].ShouldStartWith("5 сумма 6");
        foreach (var format in new[] { "pdf", "docx", "xlsx" })
            (await official.Get($"/requests/{request}/summary.{format}")).Bytes.Length.ShouldBeGreaterThan(2000, format);
        await using var paper = await System.IO.Compression.ZipFile.OpenReadAsync(await Kept(await department.Get($"/requests/{request}/summary.docx")));
        using var text = new StreamReader(await paper.GetEntry("word/document.xml")!.OpenAsync());
        var words = await text.ReadToEndAsync();
        words.ShouldContain("Ветров");
        words.ShouldContain("Ответственная Рада Юрьевна");
    }

    private async Task<string> Kept(Answer download)
    {
        var file = Path.Combine(host.Storage, $"{Guid.NewGuid()}.docx");
        await File.WriteAllBytesAsync(file, download.Bytes);
        return file;
    }

    private static List<List<string>> Cells(Answer page) => [.. page.Html.QuerySelector("main section table")!.QuerySelectorAll("tbody tr")
        .Select(row => row.QuerySelectorAll("td").Select(c => string.Join(' ', c.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList())];

    private Task<int> Open(params int[] schools) => host.Db(async db =>
    {
        var request = new InformationRequest();
        request.Open(new($"Форма {schools[0]}", null, new DateOnly(2026, 12, 1), Day, [], CountingForm.Bind(Letter, await db.MentoringForms.ToListAsync()), schools), Today);
        db.Add(request);
        await db.SaveChangesAsync();
        return request.Id;
    });

    private Task<int> Send(int requestId) => host.Db(async db =>
    {
        using var scope = host.Services.CreateScope();
        var request = await db.InformationRequests.Include(q => q.Submissions).ThenInclude(s => s.Versions).SingleAsync(q => q.Id == requestId);
        foreach (var answer in request.Submissions)
        {
            var counted = await SheetCounts.Of(scope.ServiceProvider.GetRequiredService<MeasureCounts>(), request.Sheet!, await db.MentoringForms.ToListAsync(), Day, answer.OrganizationId!.Value, CancellationToken.None);
            answer.Submit([.. counted.Select(c => new StatedCell(c.Key.Row, c.Key.Column, c.Value, c.Value, null))], new("Ответственная Рада Юрьевна", "8 (000) 111-22-33"),
                Enumerable.Empty<string>().ToLookup(_ => 0), Today, new Signature(1, "Куратор", DateTime.UnixEpoch));
        }
        return await db.SaveChangesAsync();
    });

    /// <summary>A school with the people and the pairs of the tables.</summary>
    private Task<(int School, int People)> Fill(string name) => host.Db(async db =>
    {
        var school = new Organization { Kind = OrganizationKind.School, ShortName = $"Школа {name}", FullName = name };
        db.Add(school);
        await db.SaveChangesAsync();
        var (college, plant) = (await db.Organizations.FirstAsync(o => o.Kind == OrganizationKind.College), await db.Organizations.FirstAsync(o => o.Kind == OrganizationKind.Enterprise));
        var people = People.ToDictionary(p => p.Who, p => Person(school.Id, p.Who, p.Kind, DateOnly.Parse(p.Since)));
        people["студент"] = Person(college.Id, "Студент", PersonKind.Student, new DateOnly(2006, 1, 1));
        people["рабочий 1"] = Person(plant.Id, "Рабочий", PersonKind.Specialist, null);
        people["рабочий 2"] = Person(plant.Id, "Другой", PersonKind.Specialist, null);
        var forms = await db.MentoringForms.ToListAsync();
        foreach (var mentor in Pairs.Select(p => people[p.Mentor]).Distinct())
            _ = new Mentor(mentor, Autumn, 9);
        foreach (var mentee in Pairs.SelectMany(p => p.Mentees).Distinct())
            _ = new Mentee(people[mentee], Autumn);
        db.AddRange(people.Values);
        await db.SaveChangesAsync();
        foreach (var pair in Pairs)
            db.Add(Made(forms.Single(f => f.Id == pair.Form), people[pair.Mentor].Mentor!, [.. pair.Mentees.Select(m => people[m].Mentee!)], pair.End));
        await db.SaveChangesAsync();
        return (school.Id, people.Count);
    });

    private static Person Person(int organizationId, string given, PersonKind kind, DateOnly? since)
    {
        var person = new Person(organizationId, kind, new PersonName("Списочный", given, null));
        person.Describe(kind, kind is PersonKind.Pupil ? since : null, kind is PersonKind.Teacher ? since : null, Today);
        return person;
    }

    private static Pair Made(MentoringForm form, Mentor mentor, Mentee[] mentees, string? end)
    {
        if (mentor.OrganizationId != mentees[0].OrganizationId && !mentor.Availabilities.Exists(a => a.OrganizationId == mentees[0].OrganizationId))
            mentor.Lend(mentees[0].OrganizationId!.Value, 5, 0);
        var pair = Pair.Open(form, Autumn, Autumn.AddDays(200), new MentorPlace(mentor, 99, 0, true), [.. mentees.Select(m => new MenteePlace(m, []))]);
        if (end == "draft")
            return pair;
        pair.FixBackdated(new FixingOrder("1", Autumn, Autumn), true, 30, null, Today);
        if (end == "completed")
            pair.Complete(Autumn.AddDays(30), null);
        else if (end == "early")
            pair.EndEarly(Autumn.AddDays(30), "переезд");
        return pair;
    }
}
