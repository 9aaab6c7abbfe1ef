using MentoringPortal.Domain.Consents;
using MentoringPortal.Domain.People;
using MentoringPortal.Paper;
using MentoringPortal.Paper.Blocks;

namespace MentoringPortal.Web.Features.Consents;

/// <summary>What a blank says of its person. The date of birth only decides who signs; it is not printed.</summary>
/// <param name="IsMinor">A parent signs.</param>
/// <param name="IsTeenager">From 14 the teenager signs beside the parent.</param>
public sealed record ConsentBlank(string Name, string? Note, string? ParentName, bool IsMinor, bool IsTeenager)
{
    public static ConsentBlank Of(Person person, DateOnly today) => new(person.Name.Full, person.ClassName is { } className ? $"{className} класс" : person.Position, person.ParentName,
        person.IsMinorOn(today), person.IsMinorOn(today) && Ages.On(person.BirthDate!.Value, today) >= Ages.Teenager);
}

/// <summary>The operator: the organization that keeps the paper.</summary>
public sealed record ConsentOperator(string Name, string? Address);

/// <summary>
/// Blanks of consents, a person a sheet: a document of its own with names, operator, purpose, lists of data and actions, term, way to withdraw and
/// signatures (152-ФЗ ст. 9). Address and identity document are written by hand: the portal does not keep them.
/// </summary>
public static class ConsentPaper
{
    private const string Line = "________________________________________________________________";
    private const string Short = "________________________";

    public static PaperDocument Of(ConsentKind kind, ConsentOperator organization, IReadOnlyList<ConsentBlank> blanks)
    {
        var words = WordsOf(kind);
        return new PaperDocument
        {
            Title = $"Согласие {words.Title}",
            Author = organization.Name,
            Sections = [.. blanks.Select(b => new PaperSection([.. Blank(words, organization, b)]) { RestartsNumbering = true })],
        };
    }

    private static IEnumerable<Block> Blank(Words words, ConsentOperator organization, ConsentBlank person)
    {
        yield return new DocumentKind("СОГЛАСИЕ");
        yield return new DocumentTitle(words.Title);
        yield return new Paragraph(Typography.Nbsp($"Я, {(person.IsMinor ? person.ParentName ?? Line : person.Name)},"));
        yield return new Paragraph($"проживающий(ая) по адресу: {Line}") { FirstLineIndent = false, Alignment = Alignment.Left };
        yield return new Paragraph($"документ, удостоверяющий личность (вид, серия, номер, кем и когда выдан): {Line}") { FirstLineIndent = false, Alignment = Alignment.Left };
        if (person.IsMinor)
            yield return new Paragraph(Typography.Nbsp($"как родитель (законный представитель) несовершеннолетнего: {person.Name}{(person.Note is null ? "" : $", {person.Note}")},")) { FirstLineIndent = false };
        yield return new Paragraph(Typography.Nbsp($"даю согласие оператору: {organization.Name}{(organization.Address is null ? "" : $", {organization.Address}")}, {words.Allows} на следующих условиях."));
        yield return new Clause("1.", $"Цель: {words.Purpose}.");
        yield return new Clause("2.", $"Перечень данных: {words.Data}.");
        yield return new Clause("3.", $"Действия с данными: {words.Actions}.");
        yield return new Clause("4.", person.IsMinor
            ? "Срок: до окончания участия в программе наставничества, но не позднее дня, когда несовершеннолетнему исполнится 18 лет."
            : "Срок: до окончания участия в программе наставничества.");
        yield return new Clause("5.", "Согласие можно отозвать в любое время письменным заявлением оператору. Со дня отзыва обработка прекращается, данные уничтожаются в срок, установленный законом.");
        yield return new Clause("6.", "Согласие даётся свободно, по своей воле и в своём интересе.");
        yield return new Paragraph("Дата: «____» ______________ 20____ г.") { FirstLineIndent = false, SpaceBefore = 12 };
        yield return new Signature(person.IsMinor ? "Родитель (законный представитель)" : "Подпись", Short);
        if (person.IsTeenager)
            yield return new Signature(Typography.Nbsp($"С согласием ознакомлен(а) и согласен(на): {person.Name}"), Short);
    }

    private static Words WordsOf(ConsentKind kind) => kind switch
    {
        ConsentKind.Processing => new("на обработку персональных данных", "на обработку персональных данных",
            "участие в программе наставничества: подбор наставника или наставляемого, работа наставнической пары, отчётность",
            "фамилия, имя, отчество; дата рождения (для несовершеннолетних); класс, место учёбы или работы, должность; телефон или адрес электронной почты; запрос, компетенции, итоги работы пары",
            "сбор, запись, систематизация, накопление, хранение, уточнение, использование, передача наставнику или наставляемому той же организации, обезличивание, удаление, уничтожение, с использованием средств автоматизации и без них"),
        ConsentKind.Transfer => new("на передачу персональных данных наставнику из другой организации", "на передачу персональных данных наставнику из другой организации и его организации",
            "работа наставнической пары с наставником из другой организации",
            "фамилия, имя, отчество; класс или должность; запрос и индивидуальный план",
            "передача названным лицам, использование ими в работе пары, удаление по её окончании"),
        ConsentKind.Publication => new("на публикацию фотографии и рассказа о работе пары", "на распространение персональных данных: публикацию фотографии и рассказа о работе пары",
            "рассказ о лучших практиках наставничества на сайтах оператора и органа управления образованием",
            "имя, класс или должность, фотография, рассказ о работе пары",
            "публикация (распространение), хранение, удаление"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private sealed record Words(string Title, string Allows, string Purpose, string Data, string Actions);
}
