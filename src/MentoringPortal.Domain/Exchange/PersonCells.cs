using System.Globalization;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Text;

namespace MentoringPortal.Domain.Exchange;

/// <summary>A person as the cells of the template, and the way back. What the export writes, the import reads: the two stand side by side here.</summary>
public static class PersonCells
{
    /// <summary>All that is known of the person, by column; the date of birth of minors alone.</summary>
    /// <param name="person">With both places in the bank and their topics.</param>
    /// <param name="today">The municipality's today.</param>
    public static Dictionary<ExchangeColumn, string> Of(Person person, DateOnly today)
    {
        var cells = new Dictionary<ExchangeColumn, string>();
        void Put(ExchangeColumn column, string? text)
        {
            if (!string.IsNullOrEmpty(text))
                cells[column] = text;
        }
        if (person.Id > 0)
            Put(ExchangeColumn.Code, person.Id.ToString(CultureInfo.InvariantCulture));
        Put(ExchangeColumn.Surname, person.Surname);
        Put(ExchangeColumn.Given, person.Given);
        Put(ExchangeColumn.Patronymic, person.Patronymic);
        Put(ExchangeColumn.Kind, CellText.Kinds.First(k => k.Value == person.Kind).Word);
        Put(ExchangeColumn.Banks, (person.Mentee, person.Mentor) switch { (not null, not null) => CellText.Both, (not null, null) => CellText.Mentees, (null, not null) => CellText.Mentors, _ => null });
        Put(ExchangeColumn.BirthDate, person.BirthDate is not { } born || !person.IsMinorOn(today) ? null : person.IsBirthYearOnly ? born.Year.ToString(CultureInfo.InvariantCulture) : CellText.Of(born));
        Put(ExchangeColumn.ClassName, person.ClassName);
        Put(ExchangeColumn.Position, person.Position);
        Put(ExchangeColumn.TeachingSince, Day(person.TeachingSince));
        Put(ExchangeColumn.Contact, person.Contact);
        Put(ExchangeColumn.ParentName, person.ParentName);
        Put(ExchangeColumn.ParentContact, person.ParentContact);
        Put(ExchangeColumn.EnteredOn, Day(person.Mentee?.EnteredOn ?? person.Mentor?.EnteredOn));
        Put(ExchangeColumn.Time, CellText.Of(person.Mentee?.Time ?? person.Mentor?.Time ?? TimeSlots.None, CellText.Times));
        Put(ExchangeColumn.RequestTopics, Names(person.Mentee?.Topics.Select(t => t.Topic?.Name).OfType<string>()));
        Put(ExchangeColumn.Request, person.Mentee?.Request);
        Put(ExchangeColumn.Categories, CellText.Of(person.Mentee?.Categories ?? MenteeCategories.None, CellText.Categories));
        PutMentor(person.Mentor, Put);
        return cells;
    }

    private static void PutMentor(Mentor? mentor, Action<ExchangeColumn, string?> put)
    {
        if (mentor is null)
            return;
        put(ExchangeColumn.Capacity, mentor.Capacity.ToString(CultureInfo.InvariantCulture));
        put(ExchangeColumn.Competences, mentor.Competences);
        put(ExchangeColumn.CompetenceTopics, Names(mentor.Topics.Select(t => t.Topic?.Name).OfType<string>()));
        put(ExchangeColumn.Workplace, mentor.Workplace);
        put(ExchangeColumn.Achievements, mentor.Achievements);
        put(ExchangeColumn.Interests, mentor.Interests);
        put(ExchangeColumn.WishedAge, mentor.AgeFrom is { } from ? $"{from}–{mentor.AgeTo ?? from}" : null);
        put(ExchangeColumn.TrainedOn, Day(mentor.TrainedOn));
        put(ExchangeColumn.Certificate, mentor.Certificate);
    }

    /// <summary>Writes the cells, each in the one writing; a dash takes away. Throws <see cref="DomainException"/> where a rule refuses.</summary>
    /// <param name="person">With both places in the bank.</param>
    /// <param name="cells">Those that differ from what is known.</param>
    /// <param name="topics">The directory of topics by the key of their names.</param>
    /// <param name="takenAtHome">Mentees whom a mentor has now in his own organization.</param>
    /// <param name="today">The municipality's today.</param>
    public static void Apply(Person person, IReadOnlyDictionary<ExchangeColumn, string> cells, IReadOnlyDictionary<string, Topic> topics, int takenAtHome, DateOnly today)
    {
        string? Text(ExchangeColumn column, string? now) => cells.TryGetValue(column, out var text) ? text == CellText.Nothing ? null : text : now;
        person.Rename(new PersonName(Text(ExchangeColumn.Surname, person.Surname) ?? "", Text(ExchangeColumn.Given, person.Given) ?? "", Text(ExchangeColumn.Patronymic, person.Patronymic)));
        Describe(person, cells, today);
        if (cells.ContainsKey(ExchangeColumn.ClassName))
            person.PutInClass(Text(ExchangeColumn.ClassName, null));
        person.Position = Text(ExchangeColumn.Position, person.Position);
        person.Contact = Text(ExchangeColumn.Contact, person.Contact);
        person.ParentName = Text(ExchangeColumn.ParentName, person.ParentName);
        person.ParentContact = Text(ExchangeColumn.ParentContact, person.ParentContact);
        var entered = Text(ExchangeColumn.EnteredOn, null) is { } day ? CellText.Written(day) : (DateOnly?)null;
        if (cells.GetValueOrDefault(ExchangeColumn.Banks) is CellText.Mentees or CellText.Both && person.Mentee is null)
            _ = new Mentee(person, entered ?? today);
        if (cells.GetValueOrDefault(ExchangeColumn.Banks) is CellText.Mentors or CellText.Both && person.Mentor is null)
            _ = new Mentor(person, entered ?? today, 1);
        RefuseForeign(person, cells);
        if (person.Mentee is { } mentee)
            Apply(mentee, cells, topics, entered);
        if (person.Mentor is { } mentor)
            Apply(mentor, cells, topics, entered, takenAtHome);
    }

    private static void Describe(Person person, IReadOnlyDictionary<ExchangeColumn, string> cells, DateOnly today)
    {
        var kind = cells.GetValueOrDefault(ExchangeColumn.Kind) is { } word ? CellText.Kinds.First(k => k.Word == word).Value : person.Kind;
        var since = cells.TryGetValue(ExchangeColumn.TeachingSince, out var text) ? text == CellText.Nothing ? null : CellText.Written(text) : person.TeachingSince;
        var born = cells.GetValueOrDefault(ExchangeColumn.BirthDate);
        // A register of old has everybody's year of birth; the portal keeps that of minors.
        if (born is not null && CellText.Year(born) is { } year && kind is PersonKind.Pupil)
            person.DescribeByYear(kind, year, today);
        else if (born is not null && CellText.Year(born) is not null)
            person.Describe(kind, person.BirthDate, since, today);
        else
            person.Describe(kind, born is null ? person.BirthDate : born == CellText.Nothing ? null : CellText.Written(born), since, today);
    }

    /// <summary>Cells of a bank where the person has no place would be lost without a word.</summary>
    private static void RefuseForeign(Person person, IReadOnlyDictionary<ExchangeColumn, string> cells)
    {
        var lost = cells.Where(c => c.Value != CellText.Nothing).Select(c => (ExchangeColumn?)c.Key).FirstOrDefault(c =>
            c is ExchangeColumn.RequestTopics or ExchangeColumn.Request or ExchangeColumn.Categories ? person.Mentee is null
            : c is >= ExchangeColumn.Capacity and <= ExchangeColumn.Certificate && person.Mentor is null);
        if (lost is { } column)
            throw new DomainException($"Столбец «{ExchangeColumns.Head(column)}» заполнен, а в этой базе человека нет: впишите её в столбец «База».", $"{column}");
    }

    private static void Apply(Mentee mentee, IReadOnlyDictionary<ExchangeColumn, string> cells, IReadOnlyDictionary<string, Topic> topics, DateOnly? entered)
    {
        mentee.EnteredOn = entered ?? mentee.EnteredOn;
        if (cells.TryGetValue(ExchangeColumn.Time, out var time))
            mentee.Time = Flags(time, CellText.Times);
        if (cells.TryGetValue(ExchangeColumn.RequestTopics, out var names))
            mentee.Choose(Chosen(names, topics, nameof(ExchangeColumn.RequestTopics)));
        if (cells.TryGetValue(ExchangeColumn.Request, out var request))
            mentee.Request = Kept(request);
        if (cells.TryGetValue(ExchangeColumn.Categories, out var categories))
            mentee.Categories = Flags(categories, CellText.Categories);
    }

    private static void Apply(Mentor mentor, IReadOnlyDictionary<ExchangeColumn, string> cells, IReadOnlyDictionary<string, Topic> topics, DateOnly? entered, int takenAtHome)
    {
        mentor.EnteredOn = entered ?? mentor.EnteredOn;
        if (cells.TryGetValue(ExchangeColumn.Time, out var time))
            mentor.Time = Flags(time, CellText.Times);
        if (cells.TryGetValue(ExchangeColumn.Capacity, out var capacity) && capacity != CellText.Nothing)
            mentor.Hold(int.Parse(capacity, CultureInfo.InvariantCulture), takenAtHome);
        if (cells.TryGetValue(ExchangeColumn.CompetenceTopics, out var names))
            mentor.Choose(Chosen(names, topics, nameof(ExchangeColumn.CompetenceTopics)));
        if (cells.TryGetValue(ExchangeColumn.Competences, out var competences))
            mentor.Competences = Kept(competences);
        if (cells.TryGetValue(ExchangeColumn.Workplace, out var workplace))
            mentor.Workplace = Kept(workplace);
        if (cells.TryGetValue(ExchangeColumn.Achievements, out var achievements))
            mentor.Achievements = Kept(achievements);
        if (cells.TryGetValue(ExchangeColumn.Interests, out var interests))
            mentor.Interests = Kept(interests);
        if (cells.TryGetValue(ExchangeColumn.WishedAge, out var wished))
        {
            var ages = wished == CellText.Nothing ? null : CellText.Ages(wished);
            mentor.Wish(ages?.From, ages?.To);
        }
        if (cells.TryGetValue(ExchangeColumn.TrainedOn, out var trained))
            mentor.TrainedOn = trained == CellText.Nothing ? null : CellText.Written(trained);
        if (cells.TryGetValue(ExchangeColumn.Certificate, out var certificate))
            mentor.Certificate = Kept(certificate);
    }

    private static IEnumerable<int> Chosen(string names, IReadOnlyDictionary<string, Topic> topics, string field) => names == CellText.Nothing ? [] : CellText.Parts(names).Select(name =>
        topics.TryGetValue(SearchKey.Of(name), out var topic) ? topic.Id
            : throw new DomainException($"Темы «{CellRules.Shown(name)}» нет в справочнике. Выберите из списка шаблона, а свои слова впишите в столбец рядом.", field));

    private static T Flags<T>(string text, IReadOnlyList<(string Word, T Value)> words) where T : struct, Enum => text == CellText.Nothing ? default : CellText.Flags(text, words)!.Value;

    private static string? Kept(string text) => text == CellText.Nothing ? null : text;

    private static string? Day(DateOnly? day) => day is { } known ? CellText.Of(known) : null;

    private static string? Names(IEnumerable<string>? names) => names is null ? null : string.Join("; ", names.Order(StringComparer.OrdinalIgnoreCase));
}
