using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Reading;
using MentoringPortal.Domain.Requests;
using MentoringPortal.Domain.Roadmaps;

namespace MentoringPortal.Domain.Tests.Requests;

/// <summary>A request from its opening to its closing, and the form of the letter bound to what the registry counts.</summary>
public sealed class InformationRequestTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly Signature School = new(1, "Куратор", new DateTime(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc));
    private static readonly Signature Department = new(2, "Управление", new DateTime(2026, 11, 25, 9, 0, 0, DateTimeKind.Utc));
    private static readonly Responsible Curator = new("Снегирёва Алла Романовна", "8 (000) 000-00-00");

    /// <summary>The form of the letter of Кореновский район, heads word for word.</summary>
    private static readonly ReadForm Letter = new(
        [
            "Число учащихся в возрасте от 10 до 18 лет, вошедших в программу наставничества в роли наставляемого",
            "Число учащихся в возрасте от 15 до 18 лет, вошедших в программу наставничества в роли наставника",
            "Число учителей-молодых специалистов (с опытом работы от 0 до 3 лет), вошедших в программу наставничества в роли наставляемого",
            "Количество предприятий (организаций), вошедших в программу наставничества, предоставив своих наставников (при наличии)",
        ],
        ["Ученик – ученик", "Учитель – учитель", "Студент – ученик", "Работодатель – ученик"], ["ФИО", "тел."]);

    [Fact]
    public void Bind_OfTheLettersForm_CrossesOutWhatCannotBe()
    {
        var form = CountingForm.Bind(Letter, MentoringForm.BuiltIn);
        form.Columns.Select(c => c.FormId).ShouldBe([1, 2, 3, 4]);
        form.Rows.Select(r => r.Measure!.ToString()).ShouldBe(["обучающиеся 10–18 лет – наставляемые", "обучающиеся 15–18 лет – наставники", "молодые педагоги – наставляемые", "предприятия, чьи работники стали наставниками"]);
        Picture(form).ShouldBe(["+×++", "+×××", "×+××", "×××+"]);
        form.AsksResponsible.ShouldBeTrue();
    }

    [Fact]
    public void Bind_OfUnknownHeadings_LeavesThemToHands()
    {
        var form = CountingForm.Bind(new(["Публикации в СМИ", "Всего наставников"], ["Всего", "Педагог – педагог", "Тьюторство"], []), MentoringForm.BuiltIn);
        form.Columns.Select(c => c.FormId).ShouldBe([FormColumn.AllForms, 2, null]);
        Picture(form).ShouldBe(["___", "++_"]);
    }

    [Fact]
    public void Open_Twice_IsRefused()
    {
        var request = Opened();
        Should.Throw<DomainException>(() => request.Open(Terms(), Today)).Message.ShouldContain("уже открыт");
        request.Submissions.Count.ShouldBe(2);
    }

    [Fact]
    public void Open_ThatAsksForNothing_OrNobody_OrInThePast_IsRefused()
    {
        Refusal(Terms() with { Checklist = [], Sheet = null }).ShouldContain("ничего не просит");
        Refusal(Terms() with { OrganizationIds = [] }).ShouldContain("кому адресован");
        Refusal(Terms() with { Due = Today.AddDays(-1) }).ShouldContain("уже прошёл");
        Refusal(Terms() with { AsOf = Today.AddDays(30) }).ShouldContain("позже срока");
        Refusal(Terms() with { Checklist = [new("Приказ", []), new("приказ", [])] }).ShouldContain("дважды");

        static string Refusal(RequestTerms terms) => Should.Throw<DomainException>(() => new InformationRequest().Open(terms, Today)).Message;
    }

    [Fact]
    public void Submit_OfACorrectionWithoutAReason_OrWithoutFiles_IsRefused()
    {
        var answer = Opened().Submissions[0];
        Should.Throw<DomainException>(() => answer.Submit(Cells(12, 12), Curator, Files(), Today, School)).Message.ShouldContain("Нет файлов: Положение");
        var refusal = Should.Throw<DomainException>(() => answer.Submit(Cells(12, 10), Curator, Files("положение.pdf"), Today, School));
        refusal.Message.ShouldContain("в реестре 12, вы указали 10");
        refusal.Field.ShouldBe("Cells[0_0]");
        Should.Throw<DomainException>(() => answer.Submit(Cells(12, -1, "ошибка"), Curator, Files("положение.pdf"), Today, School)).Message.ShouldContain("от 0 до");
        Should.Throw<DomainException>(() => answer.Submit(Cells(12, 12), new(null, null), Files("положение.pdf"), Today, School)).Message.ShouldContain("ответственный");
        answer.State.ShouldBe(SubmissionState.NotStarted);
        answer.Submit(Cells(12, 10, "двое выбыли"), Curator, Files("положение.pdf"), Today, School);
        answer.Cells[0].Difference.ShouldBe("−2");
        answer.IsLate.ShouldBeFalse();
    }

    [Fact]
    public void Return_KeepsTheVersion_AndWhatIsMendedIsAnother()
    {
        var answer = Opened().Submissions[0];
        answer.Submit(Cells(12, 10, "двое выбыли"), Curator, Files("положение.pdf"), Today, School);
        Should.Throw<DomainException>(() => answer.Return(" ", Department)).Field.ShouldBe("ReturnReason");
        answer.Return("Проверьте число", Department);
        answer.State.ShouldBe(SubmissionState.Returned);
        answer.Submit(Cells(12, 12), Curator, Files("положение.pdf"), Today.AddDays(40), School);
        answer.IsLate.ShouldBeFalse("it was sent in time the first time");
        answer.Accept(Department);
        answer.Versions.Select(v => (v.Number, v.Cells[0].Stated, v.Outcome)).ShouldBe([(1, 10, "возвращён"), (2, 12, "принят")]);
        answer.Documents.Single().State.ShouldBe(DocumentState.Accepted);
    }

    [Fact]
    public void ReturnDocument_SendsTheAnswerBack_AndAcceptedDocumentsStay()
    {
        var request = Opened([new("Положение", ["сроки"]), new("Карта", [])]);
        var answer = request.Submissions[0];
        answer.Submit(Cells(1, 1), Curator, new[] { (0, "а.pdf"), (1, "б.pdf") }.ToLookup(f => f.Item1, f => f.Item2), Today, School);
        answer.AcceptDocument(answer.Documents[0], ["сроки"]);
        answer.ReturnDocument(answer.Documents[1], "нет подписи", [], Department);
        (answer.State, answer.Documents[0].State, answer.Documents[1].Reason).ShouldBe((SubmissionState.Returned, DocumentState.Accepted, "нет подписи"));
        answer.Submit(Cells(1, 1), Curator, new[] { (0, "а.pdf"), (1, "в.pdf") }.ToLookup(f => f.Item1, f => f.Item2), Today, School);
        (answer.Documents[0].State, answer.Documents[1].State).ShouldBe((DocumentState.Accepted, DocumentState.Waiting));
    }

    [Fact]
    public void Answer_AfterTheDay_IsLate_AndAfterClosing_IsRefused()
    {
        var request = Opened();
        request.Submissions[0].Submit(Cells(1, 1), Curator, Files("п.pdf"), Today.AddDays(15), School);
        request.Submissions[0].IsLate.ShouldBeTrue();
        request.Close([], Today.AddDays(16));
        Should.Throw<DomainException>(() => request.Submissions[1].Save(Cells(1, 1), Curator)).Message.ShouldContain("Запрос закрыт 10.12.2026");
        Should.Throw<DomainException>(() => request.Submissions[0].Return("поправьте", Department)).Message.ShouldContain("закрыт");
        Should.Throw<DomainException>(() => request.Close([], Today)).Message.ShouldContain("закрыт");
        request.Reopen();
        request.Submissions[1].Save(Cells(1, 1), Curator);
        request.Submissions[1].State.ShouldBe(SubmissionState.InProgress);
    }

    [Theory]
    [InlineData(14, true)]
    [InlineData(13, false)]
    [InlineData(7, true)]
    [InlineData(1, true)]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    [InlineData(-7, true)]
    [InlineData(-14, true)]
    public void IsReminded_BeforeTheDay_ThenWeekly(int left, bool expected) => InformationRequest.IsReminded(Today.AddDays(left), Today).ShouldBe(expected);

    [Fact]
    public void Checklist_OfAReadLetter_GivesTheContentsToTheActThatIntroducesTheModel()
    {
        var read = RequestedDocument.Read(["положение", "приказ о внедрении ЦМН"], ["сроки внедрения"]);
        read.Select(d => d.MustContain.Count).ShouldBe([0, 1]);
        RequestedDocument.Read(["положение", "карта"], ["сроки"]).Select(d => d.MustContain.Count).ShouldBe([1, 1]);
    }

    private static IEnumerable<string> Picture(CountingForm form) => Enumerable.Range(0, form.Rows.Count).Select(row => string.Concat(Enumerable.Range(0, form.Columns.Count)
        .Select(column => form.KindOf(row, column, MentoringForm.BuiltIn) switch { CellKind.Counted => '+', CellKind.Crossed => '×', _ => '_' })));

    private static InformationRequest Opened(IReadOnlyList<RequestedDocument>? checklist = null)
    {
        var request = new InformationRequest();
        request.Open(Terms() with { Checklist = checklist ?? [new("Положение", [])] }, Today);
        return request;
    }

    private static RequestTerms Terms() => new("Сведения", null, Today.AddDays(14), Today, [new("Положение", [])],
        new([new("Наставляемые", new(Measure.Mentees, null)), new("Публикации", null)], [new("Всего", FormColumn.AllForms)], ["ФИО"]), [1, 2]);

    private static IReadOnlyList<StatedCell> Cells(int counted, int stated, string? reason = null) => [new(0, 0, counted, stated, reason), new(1, 0, null, null, null)];

    private static ILookup<int, string> Files(params string[] names) => names.ToLookup(_ => 0);
}
