using System.Globalization;
using MentoringPortal.Domain.People;

namespace MentoringPortal.Domain.Exchange;

/// <summary>An organization's people as the rows of a table name them: by their code, or by the name with what else the row tells. Whom a row has made later rows find too.</summary>
internal sealed class KnownPeople(IReadOnlyList<Person> people)
{
    private readonly Dictionary<int, Person> _byCode = people.ToDictionary(p => p.Id);
    private readonly Dictionary<string, List<Person>> _byName = people.GroupBy(p => p.NameKey, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);

    public static PersonName NameOf(IReadOnlyDictionary<ExchangeColumn, string> cells) =>
        new(CellText.In(cells, ExchangeColumn.Surname) ?? "", CellText.In(cells, ExchangeColumn.Given) ?? "", CellText.In(cells, ExchangeColumn.Patronymic));

    /// <summary>Somebody of the name, whoever he is.</summary>
    public Person? NamesakeOf(IReadOnlyDictionary<ExchangeColumn, string> cells) => _byName.GetValueOrDefault(NameOf(cells).Key)?.FirstOrDefault();

    /// <exception cref="DomainException">The code is nobody's here, or several people answer to the name.</exception>
    public Person? Find(IReadOnlyDictionary<ExchangeColumn, string> cells)
    {
        if (CellText.In(cells, ExchangeColumn.Code) is { } code)
        {
            return _byCode.GetValueOrDefault(int.Parse(code, CultureInfo.InvariantCulture))
                ?? throw new DomainException($"Кода {code} в вашей организации нет. Чтобы добавить нового человека, оставьте ячейку пустой.", nameof(ExchangeColumn.Code));
        }
        if (!_byName.TryGetValue(NameOf(cells).Key, out var namesakes))
            return null;
        var fitting = namesakes.FindAll(p => IsOneOf(p, cells));
        // Of two of one name, one of whom has left, the row means the one who is here.
        var present = fitting.FindAll(p => p.LeftOn is null);
        var meant = present.Count > 0 ? present : fitting;
        return meant.Count <= 1 ? meant.FirstOrDefault() : throw new DomainException("В базе несколько человек с таким именем: выгрузите таблицу из портала и возьмите код из неё.");
    }

    public void Add(Person person)
    {
        if (_byName.TryGetValue(person.NameKey, out var namesakes))
            namesakes.Add(person);
        else
            _byName[person.NameKey] = [person];
    }

    public void Remove(Person person) => _byName[person.NameKey].Remove(person);

    /// <summary>Nothing in the row speaks against its being this person: a pupil's row is no teacher's, and dates of birth that are known agree.</summary>
    private static bool IsOneOf(Person person, IReadOnlyDictionary<ExchangeColumn, string> cells)
    {
        if (cells.GetValueOrDefault(ExchangeColumn.Kind) is { } word && CellText.Kinds.First(k => k.Word == word).Value is var kind
            && ((kind == PersonKind.Pupil && IsGrown(person.Kind)) || (person.Kind == PersonKind.Pupil && IsGrown(kind))))
            return false;
        if (CellText.In(cells, ExchangeColumn.BirthDate) is not { } born || person.BirthDate is not { } known)
            return true;
        return CellText.Year(born) is { } year ? known.Year == year : person.IsBirthYearOnly ? known.Year == CellText.Written(born).Year : CellText.Of(known) == born;
    }

    private static bool IsGrown(PersonKind kind) => kind is PersonKind.Teacher or PersonKind.Specialist;
}
