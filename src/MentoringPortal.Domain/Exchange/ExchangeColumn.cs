using MentoringPortal.Domain.Text;

namespace MentoringPortal.Domain.Exchange;

/// <summary>What a column of a table of people means. The first group is the portal's template, the second the methodology's base forms (Р-145).</summary>
public enum ExchangeColumn
{
    Code, Surname, Given, Patronymic, Kind, Banks, BirthDate, ClassName, Position, TeachingSince, Contact, ParentName, ParentContact, EnteredOn, Time,
    RequestTopics, Request, Categories, Capacity, Competences, CompetenceTopics, Workplace, Achievements, Interests, WishedAge, TrainedOn, Certificate,

    Number, FullName, MentorName, MenteeName, Form, StudyPlace, CompletedOn, Result, CaseLink, Completed, OrderNumber, OrderDate,
}

/// <summary>Heads of columns: those that the portal writes, and those that schools write, told by their words.</summary>
public static class ExchangeColumns
{
    /// <summary>Columns of the template in their order.</summary>
    public static readonly IReadOnlyList<ExchangeColumn> Template = [.. Enum.GetValues<ExchangeColumn>().Where(c => c < ExchangeColumn.Number)];

    public static string Head(ExchangeColumn column) => column switch
    {
        ExchangeColumn.Code => "Код (не меняйте)",
        ExchangeColumn.Surname => "Фамилия",
        ExchangeColumn.Given => "Имя",
        ExchangeColumn.Patronymic => "Отчество",
        ExchangeColumn.Kind => "Кто",
        ExchangeColumn.Banks => "База",
        ExchangeColumn.BirthDate => "Дата рождения",
        ExchangeColumn.ClassName => "Класс",
        ExchangeColumn.Position => "Должность, курс",
        ExchangeColumn.TeachingSince => "Начало педагогической работы",
        ExchangeColumn.Contact => "Телефон или почта",
        ExchangeColumn.ParentName => "Родитель (законный представитель)",
        ExchangeColumn.ParentContact => "Телефон родителя",
        ExchangeColumn.EnteredOn => "В базе с",
        ExchangeColumn.Time => "Когда удобно встречаться",
        ExchangeColumn.RequestTopics => "Темы запроса",
        ExchangeColumn.Request => "Запрос своими словами",
        ExchangeColumn.Categories => "Особые категории",
        ExchangeColumn.Capacity => "Сколько наставляемых берёт",
        ExchangeColumn.Competences => "Компетенции",
        ExchangeColumn.CompetenceTopics => "Темы, в которых поможет",
        ExchangeColumn.Workplace => "Место работы или учёбы наставника",
        ExchangeColumn.Achievements => "Достижения",
        ExchangeColumn.Interests => "Интересы",
        ExchangeColumn.WishedAge => "Возраст наставляемых",
        ExchangeColumn.TrainedOn => "Дата обучения наставничеству",
        ExchangeColumn.Certificate => "Удостоверение, сертификат",
        ExchangeColumn.Number => "№",
        ExchangeColumn.FullName => "Ф. И. О.",
        ExchangeColumn.MentorName => "Ф. И. О. наставника",
        ExchangeColumn.MenteeName => "Ф. И. О. наставляемого",
        ExchangeColumn.Form => "Форма наставничества",
        ExchangeColumn.StudyPlace => "Место учёбы или работы наставляемого",
        ExchangeColumn.CompletedOn => "Дата завершения программы",
        ExchangeColumn.Result => "Результаты программы",
        ExchangeColumn.CaseLink => "Ссылка на кейс или отзыв",
        ExchangeColumn.Completed => "Отметка о прохождении программы",
        ExchangeColumn.OrderNumber => "Номер приказа о паре",
        ExchangeColumn.OrderDate => "Дата приказа о паре",
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    /// <summary>Which column a head means, or null. Told by stems of words: every school words its form a little differently.</summary>
    public static ExchangeColumn? Recognize(string head)
    {
        var key = SearchKey.Of(head);
        if (key.Length == 0)
            return null;
        bool Has(string stem) => key.Contains(stem, StringComparison.Ordinal);
        foreach (var own in Template)
            if (SearchKey.Of(Head(own)) == key)
                return own;
        if (key is "№" or "№ П/П" or "N" or "№П/П" or "N П/П")
            return ExchangeColumn.Number;
        if (Has("ПРИКАЗ"))
            return Has("ДАТ") ? ExchangeColumn.OrderDate : ExchangeColumn.OrderNumber;
        return Named(key, Has) ?? OfPlaceOrTime(Has) ?? OfWords(Has);
    }

    private static ExchangeColumn? Named(string key, Func<string, bool> has)
    {
        if (has("РОДИТЕЛ") || has("ПРЕДСТАВИТЕЛ"))
            return has("КОНТАКТ") || has("ТЕЛЕФОН") ? ExchangeColumn.ParentContact : ExchangeColumn.ParentName;
        var isName = has("ФИО") || has("Ф.И.О") || has("Ф. И. О") || (has("ФАМИЛИЯ") && has("ИМЯ")) || key is "НАСТАВЛЯЕМЫЙ" or "НАСТАВНИК";
        if (!isName)
            return key switch { "ФАМИЛИЯ" => ExchangeColumn.Surname, "ИМЯ" => ExchangeColumn.Given, "ОТЧЕСТВО" => ExchangeColumn.Patronymic, _ => null };
        return has("НАСТАВЛЯЕМ") ? ExchangeColumn.MenteeName : has("НАСТАВНИК") ? ExchangeColumn.MentorName : ExchangeColumn.FullName;
    }

    private static ExchangeColumn? OfPlaceOrTime(Func<string, bool> has)
    {
        if (has("МЕСТО"))
            return has("НАСТАВЛЯЕМ") ? ExchangeColumn.StudyPlace : ExchangeColumn.Workplace;
        if (has("РОЖДЕНИ"))
            return ExchangeColumn.BirthDate;
        if (has("ЗАВЕРШ") || has("ОКОНЧАНИ"))
            return ExchangeColumn.CompletedOn;
        if (has("ВХОЖДЕНИ") || has("ВСТУПЛЕНИ") || has("ВКЛЮЧЕНИ") || has("ДАТА НАЧАЛА"))
            return ExchangeColumn.EnteredOn;
        if (has("ВОЗРАСТ"))
            return ExchangeColumn.WishedAge;
        if (has("ВРЕМ") || has("РЕСУРС"))
            return ExchangeColumn.Time;
        return has("КЛАСС") ? ExchangeColumn.ClassName : null;
    }

    private static ExchangeColumn? OfWords(Func<string, bool> has)
    {
        if (has("КЕЙС") || has("ССЫЛК") || has("ОТЗЫВ"))
            return ExchangeColumn.CaseLink;
        if (has("ОТМЕТК") || has("ПРОХОЖДЕНИ"))
            return ExchangeColumn.Completed;
        if (has("РЕЗУЛЬТАТ"))
            return ExchangeColumn.Result;
        if (has("ЗАПРОС"))
            return ExchangeColumn.Request;
        if (has("ФОРМА"))
            return ExchangeColumn.Form;
        if (has("КОМПЕТЕНЦ"))
            return ExchangeColumn.Competences;
        if (has("ДОСТИЖЕНИ"))
            return ExchangeColumn.Achievements;
        if (has("ИНТЕРЕС"))
            return ExchangeColumn.Interests;
        if (has("ДОЛЖНОСТ"))
            return ExchangeColumn.Position;
        return has("КОНТАКТ") || has("ТЕЛЕФОН") ? ExchangeColumn.Contact : null;
    }
}
