using MentoringPortal.Domain.Consents;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Pairs;
using MentoringPortal.Domain.People;
using MentoringPortal.Domain.Text;
using MentoringPortal.Domain.Time;

namespace MentoringPortal.Domain.Exchange;

public enum ExchangeVerdict { Create, Update, Skip, Error }

/// <summary>The school's order that fixed the pairs of a register, where the register itself does not tell it row by row.</summary>
public sealed record RegisterOrder(string? Number, DateOnly? Date);

/// <summary>A mentee's pair that stands already.</summary>
public sealed record KnownPair(int MenteeId, int MentorId, int FormId, DateOnly From, DateOnly To);

/// <summary>What the portal knows of one organization when a table comes in.</summary>
/// <param name="People">Its people, those who left too, with both places in the bank, their topics and consents; the run changes these very objects.</param>
/// <param name="Taken">Mentees whom each mentor has now, by the mentor's key.</param>
public sealed record ExchangeKnowledge(int OrganizationId, IReadOnlyList<Person> People, IReadOnlyDictionary<int, int> Taken, IReadOnlyList<KnownPair> Pairs,
    IReadOnlyList<MentoringForm> Forms, IReadOnlyList<Topic> Topics, IReadOnlyList<ConsentRule> Rules, IReadOnlyList<PartnerAgreement> Agreements, int UnconfirmedDays, DateOnly Today);

/// <summary>A person whom a row makes or changes; <see cref="Before"/> is empty for a new one.</summary>
/// <param name="Grade">The class that told the year of birth, where the register does not.</param>
/// <param name="Namesake">Another one of the same name who was there before.</param>
public sealed record TouchedPerson(Person Person, bool IsNew, bool IsNewMentee, bool IsNewMentor, IReadOnlyDictionary<ExchangeColumn, string> Before, int? Grade, PlacesBefore Places, Person? Namesake);

/// <summary>What a row does.</summary>
/// <param name="Name">Whom it is about, as written.</param>
/// <param name="Changes">Of people who are known: what stood there and what will.</param>
public sealed record JudgedRow(ExchangeRow Row, string Name, ExchangeVerdict Verdict, IReadOnlyList<CellRemark> Remarks, IReadOnlyList<TouchedPerson> People, Pair? Pair, IReadOnlyList<CellChange> Changes);

/// <summary>A cell of a known person; null is empty.</summary>
public sealed record CellChange(string Column, string? Was, string? Becomes);

/// <summary>
/// Takes rows one after another into an organization's people and pairs. The same run judges (over objects that nobody saves) and writes (over tracked
/// ones, rows without errors alone), so that the preview and the saving cannot differ.
/// </summary>
public sealed class ExchangeRun
{
    private readonly ExchangeKnowledge _known;
    private readonly RegisterOrder _order;
    private readonly KnownPeople _people;
    private readonly Dictionary<string, Topic> _topics;
    /// <summary>Of a list of people, where one row is one person.</summary>
    private readonly HashSet<Person> _listed = [];
    /// <summary>Mentors whom this very table made: nobody else has said yet how many they take.</summary>
    private readonly HashSet<Mentor> _enlisted;
    /// <summary>Whom the row at work has made: a row that is refused leaves nobody behind.</summary>
    private readonly List<Person> _made = [];
    private readonly Dictionary<Mentor, int> _taken = [];
    private readonly Dictionary<Mentee, List<(Mentor? Mentor, int MentorId, int FormId, DateOnly From, DateOnly To)>> _pairs = [];

    /// <param name="enlisted">People whom an earlier part of the same table made mentors.</param>
    public ExchangeRun(ExchangeKnowledge known, RegisterOrder order, IReadOnlySet<int> enlisted)
    {
        _enlisted = [.. known.People.Where(p => p.Mentor is not null && enlisted.Contains(p.Id)).Select(p => p.Mentor!)];
        (_known, _order) = (known, order);
        _people = new KnownPeople(known.People);
        _topics = TopicBook(known.Topics);
        var pairs = known.Pairs.ToLookup(p => p.MenteeId);
        foreach (var mentee in known.People.Select(p => p.Mentee).OfType<Mentee>())
            _pairs[mentee] = [.. pairs[mentee.Id].Select(p => ((Mentor?)null, p.MentorId, p.FormId, p.From, p.To))];
    }

    /// <summary>The directory of topics by the key of their names.</summary>
    public static Dictionary<string, Topic> TopicBook(IEnumerable<Topic> topics) =>
        topics.GroupBy(t => SearchKey.Of(t.Name), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    /// <summary>Registers of mentees first: they alone tell the year of birth of a pupil who is somebody's mentor too.</summary>
    public static IEnumerable<ExchangeRow> InOrder(IReadOnlyList<ExchangeSheet> sheets) =>
        sheets.OrderBy(s => s.HasPairs).ThenBy(s => s.IsOfMentors).SelectMany(s => s.Rows);

    public JudgedRow Take(ExchangeRow row)
    {
        var (cells, remarks) = CellRules.Read(row);
        var name = NameIn(row);
        if (remarks.Count > 0)
            return Refused(row, [.. remarks, .. NameMissing(row)]);
        _made.Clear();
        try
        {
            return row.Sheet.HasPairs ? TakePair(row, name, cells) : TakePerson(row, name, cells);
        }
        catch (DomainException refusal)
        {
            _made.ForEach(Forget);
            var column = ColumnOf(refusal.Field, row.Sheet);
            return Refused(row, [new(row.Sheet.HeadOf(column), CellRules.Shown(row[column] ?? "пусто"), refusal.Message, IsSentence: true)]);
        }
    }

    /// <summary>A row that did not go in, with the reasons.</summary>
    public static JudgedRow Refused(ExchangeRow row, IReadOnlyList<CellRemark> remarks) => new(row, NameIn(row), ExchangeVerdict.Error, remarks, [], null, []);

    /// <summary>Beside other errors of the row: whoever mends them should not have to bring the table a third time for its name.</summary>
    private static IEnumerable<CellRemark> NameMissing(ExchangeRow row)
    {
        if (row[ExchangeColumn.Code] is not null)
            return [];
        if (row.Sheet.Has(ExchangeColumn.FullName))
            return NameIn(row).Contains(' ', StringComparison.Ordinal) ? [] : [Missing(ExchangeColumn.FullName, "фамилия и имя")];
        return [.. row[ExchangeColumn.Surname] is null ? [Missing(ExchangeColumn.Surname, "фамилия")] : Array.Empty<CellRemark>(), .. row[ExchangeColumn.Given] is null ? [Missing(ExchangeColumn.Given, "имя")] : Array.Empty<CellRemark>()];

        CellRemark Missing(ExchangeColumn column, string expected) => new(row.Sheet.HeadOf(column), CellRules.Shown(row[column] ?? "пусто"), expected);
    }

    private static string NameIn(ExchangeRow row) =>
        row[ExchangeColumn.FullName] ?? string.Join(' ', new[] { row[ExchangeColumn.Surname], row[ExchangeColumn.Given], row[ExchangeColumn.Patronymic] }.Where(p => p is not null));

    /// <summary>The column that a refusal is about; the name where it is about the person.</summary>
    private static ExchangeColumn ColumnOf(string? field, ExchangeSheet sheet)
    {
        var column = field switch
        {
            "MentorId" => sheet.IsOfMentors ? ExchangeColumn.FullName : ExchangeColumn.MentorName,
            "Mentees" => sheet.IsOfMentors ? ExchangeColumn.MenteeName : ExchangeColumn.FullName,
            "From" => ExchangeColumn.EnteredOn,
            "To" => ExchangeColumn.CompletedOn,
            "AgeFrom" => ExchangeColumn.WishedAge,
            _ => Enum.TryParse<ExchangeColumn>(field, out var known) ? known : ExchangeColumn.FullName,
        };
        return column is not (ExchangeColumn.FullName or ExchangeColumn.Surname or ExchangeColumn.Given) || sheet.Has(column) ? column : sheet.Has(ExchangeColumn.FullName) ? ExchangeColumn.FullName : ExchangeColumn.Surname;
    }

    private JudgedRow TakePerson(ExchangeRow row, string name, IReadOnlyDictionary<ExchangeColumn, string> cells)
    {
        var given = new Dictionary<ExchangeColumn, string>(cells);
        if (given.Remove(ExchangeColumn.FullName, out var full))
            Put(given, PersonName.Parse(full));
        // A lone name in a register of one bank: the sheet says which.
        if (!given.ContainsKey(ExchangeColumn.Banks) && given.Keys.Any(c => c is >= ExchangeColumn.Capacity and <= ExchangeColumn.Certificate))
            given[ExchangeColumn.Banks] = CellText.Mentors;
        var touched = Touch(given, row, register: null);
        return Judged(row, touched.Person.Name.Full is { Length: > 0 } known ? known : name, [touched], null);
    }

    private JudgedRow TakePair(ExchangeRow row, string name, IReadOnlyDictionary<ExchangeColumn, string> cells)
    {
        var form = FormOf(cells);
        var isOfMentors = row.Sheet.IsOfMentors;
        var other = cells.GetValueOrDefault(isOfMentors ? ExchangeColumn.MenteeName : ExchangeColumn.MentorName);
        var year = SchoolYear.Of(DayOf(cells, ExchangeColumn.EnteredOn) ?? _known.Today);
        var mentee = isOfMentors && other is null or CellText.Nothing ? null
            : TouchIn(isOfMentors ? ExchangeColumn.MenteeName : null, MenteeCells(cells, isOfMentors ? other! : cells.GetValueOrDefault(ExchangeColumn.FullName), form, isOfMentors), row, PlaceIn(ExchangeColumn.StudyPlace));
        var mentor = !isOfMentors && other is null or CellText.Nothing ? null
            : TouchIn(isOfMentors ? null : ExchangeColumn.MentorName, MentorCells(cells, isOfMentors ? cells.GetValueOrDefault(ExchangeColumn.FullName) : other!, form, isOfMentors), row, PlaceIn(ExchangeColumn.Workplace));
        var pair = mentee is null || mentor is null ? null : OpenPair(mentee.Person.Mentee!, mentor.Person.Mentor!, form ?? FormBetween(mentor.Person, mentee.Person), cells);
        return Judged(row, name, [.. new[] { mentee, mentor }.OfType<TouchedPerson>()], pair);

        RegisterPlace PlaceIn(ExchangeColumn column) => new(year, column, cells.GetValueOrDefault(column));

        TouchedPerson TouchIn(ExchangeColumn? column, Dictionary<ExchangeColumn, string> given, ExchangeRow of, RegisterPlace place)
        {
            try
            {
                return Touch(given, of, place);
            }
            catch (DomainException refusal) when (column is not null)
            {
                // Of the other person of the row the table tells the name alone.
                throw new DomainException(refusal.Message, $"{column}");
            }
        }
    }

    private JudgedRow Judged(ExchangeRow row, string name, IReadOnlyList<TouchedPerson> people, Pair? pair)
    {
        var verdict = pair is not null || people.Any(p => p.IsNew) ? ExchangeVerdict.Create
            : people.Any(p => p.IsNewMentee || p.IsNewMentor || p.Before.Count > 0) ? ExchangeVerdict.Update : ExchangeVerdict.Skip;
        var guesses = people.Where(p => p.Grade is not null)
            .Select(p => new CellRemark("", "", $"{p.Person.Name.Full}: года рождения в таблице нет, по классу ({p.Grade}) принят {p.Person.BirthDate!.Value.Year}. Уточните дату в карточке."));
        var namesakes = people.Where(p => p.Namesake is not null)
            .Select(p => new CellRemark("", "", $"{p.Person.Name.Full}: человек с таким именем уже есть, но с другой датой рождения или другой роли. Если это он же, возьмите код из выгрузки портала."));
        return new(row, name, verdict, [.. guesses, .. namesakes], verdict == ExchangeVerdict.Skip ? [] : people, pair, [.. people.SelectMany(Changes)]);
    }

    private IEnumerable<CellChange> Changes(TouchedPerson touched)
    {
        if (touched.Before.Count == 0)
            return [];
        var now = PersonCells.Of(touched.Person, _known.Today);
        return ExchangeColumns.Template.Where(c => now.GetValueOrDefault(c) != touched.Before.GetValueOrDefault(c))
            .Select(c => new CellChange(ExchangeColumns.Head(c), touched.Before.GetValueOrDefault(c), now.GetValueOrDefault(c)));
    }

    private static Dictionary<ExchangeColumn, string> MenteeCells(IReadOnlyDictionary<ExchangeColumn, string> cells, string? name, MentoringForm? form, bool isOfMentors)
    {
        var given = new Dictionary<ExchangeColumn, string> { [ExchangeColumn.Banks] = CellText.Mentees };
        Put(given, PersonName.Parse(name));
        if (form?.MenteeKind is { } kind)
            given[ExchangeColumn.Kind] = CellText.Kinds.First(k => k.Value == kind).Word;
        if (!isOfMentors)
        {
            Copy(cells, given, ExchangeColumn.BirthDate, ExchangeColumn.ClassName, ExchangeColumn.Position, ExchangeColumn.Request, ExchangeColumn.ParentName, ExchangeColumn.ParentContact);
            // «Контактные данные» of a child's register are the parent's.
            if (cells.GetValueOrDefault(ExchangeColumn.Contact) is { } contact)
                given.TryAdd(form?.MenteeKind is null or PersonKind.Pupil ? ExchangeColumn.ParentContact : ExchangeColumn.Contact, contact);
        }
        return given;
    }

    private static Dictionary<ExchangeColumn, string> MentorCells(IReadOnlyDictionary<ExchangeColumn, string> cells, string? name, MentoringForm? form, bool isOfMentors)
    {
        var given = new Dictionary<ExchangeColumn, string> { [ExchangeColumn.Banks] = CellText.Mentors };
        Put(given, PersonName.Parse(name));
        if (form?.MentorKind is { } kind)
            given[ExchangeColumn.Kind] = CellText.Kinds.First(k => k.Value == kind).Word;
        Copy(cells, given, ExchangeColumn.Workplace);
        if (isOfMentors)
            Copy(cells, given, ExchangeColumn.BirthDate, ExchangeColumn.ClassName, ExchangeColumn.Position, ExchangeColumn.Contact, ExchangeColumn.Competences,
                ExchangeColumn.Achievements, ExchangeColumn.Interests, ExchangeColumn.WishedAge, ExchangeColumn.Time);
        return given;
    }

    private static void Copy(IReadOnlyDictionary<ExchangeColumn, string> from, Dictionary<ExchangeColumn, string> to, params ReadOnlySpan<ExchangeColumn> columns)
    {
        foreach (var column in columns)
            if (from.TryGetValue(column, out var text))
                to[column] = text;
    }

    private static void Put(Dictionary<ExchangeColumn, string> cells, PersonName name)
    {
        (cells[ExchangeColumn.Surname], cells[ExchangeColumn.Given]) = (name.Surname, name.Given);
        if (name.Patronymic is { } patronymic)
            cells[ExchangeColumn.Patronymic] = patronymic;
    }

    /// <summary>Finds or makes the person of the cells and writes what differs.</summary>
    /// <param name="register">A row of a register of pairs, which may name one person many times; a list of people may not.</param>
    private TouchedPerson Touch(Dictionary<ExchangeColumn, string> cells, ExchangeRow row, RegisterPlace? register)
    {
        var person = _people.Find(cells);
        if (register is null && person is not null && _listed.Contains(person))
            throw new DomainException("Этот человек уже есть в таблице выше: в списке людей одна строка на человека.");
        RefuseLeft(person, cells, register);
        var before = person is null ? [] : PersonCells.Of(person, _known.Today);
        var (hadMentee, hadMentor) = (person?.Mentee is not null, person?.Mentor is not null);
        var isNew = person is null;
        int? grade = null;
        var namesake = isNew ? _people.NamesakeOf(cells) : null;
        person ??= Create(cells, register, out grade);
        var places = PlacesBefore.Of(person, _known.Today);
        Widen(person, cells);
        var changed = person.LeftOn is not null ? [] : cells.Where(c => c.Key != ExchangeColumn.Code && (before.TryGetValue(c.Key, out var now) ? !Same(c.Key, c.Value, now) : c.Value != CellText.Nothing)).ToDictionary(c => c.Key, c => c.Value);
        if (changed.Count > 0)
            PersonCells.Apply(person, changed, _topics, TakenBy(person.Mentor), _known.Today);
        if (isNew)
        {
            _made.Add(person);
            _people.Add(person);
        }
        if (register is null)
            _listed.Add(person);
        if (person.Mentee is { } mentee)
            _pairs.TryAdd(mentee, []);
        if (!hadMentor && person.Mentor is { } mentor)
            _enlisted.Add(mentor);
        return new(person, isNew, !hadMentee && person.Mentee is not null, !hadMentor && person.Mentor is not null,
            isNew || changed.Count == 0 ? new Dictionary<ExchangeColumn, string>() : before, grade, places, namesake);
    }

    /// <summary>A register of old may name a pair of one who has left since; nothing else is done to him, and no second card is made.</summary>
    private static void RefuseLeft(Person? person, Dictionary<ExchangeColumn, string> cells, RegisterPlace? register)
    {
        if (person?.LeftOn is not { } left)
            return;
        var hasPlace = cells.GetValueOrDefault(ExchangeColumn.Banks) == CellText.Mentors ? person.Mentor is not null : person.Mentee is not null;
        if (register is null || !hasPlace)
            throw new DomainException($"Этот человек выбыл {left:dd.MM.yyyy}. Если он вернулся, отметьте это в его карточке и загрузите строку ещё раз.");
    }

    /// <summary>A register tells less than the portal may know: it adds a bank and takes none away, and a year of birth does not replace a day.</summary>
    private static void Widen(Person person, Dictionary<ExchangeColumn, string> cells)
    {
        var bank = cells.GetValueOrDefault(ExchangeColumn.Banks);
        if ((bank == CellText.Mentees && person.Mentor is not null) || (bank == CellText.Mentors && person.Mentee is not null))
            cells[ExchangeColumn.Banks] = CellText.Both;
        if (cells.GetValueOrDefault(ExchangeColumn.BirthDate) is { } born && CellText.Year(born) is { } year && person is { BirthDate: { } known } && known.Year == year)
            cells.Remove(ExchangeColumn.BirthDate);
    }

    private static bool Same(ExchangeColumn column, string text, string now) => column is ExchangeColumn.RequestTopics or ExchangeColumn.CompetenceTopics
        ? SearchKey.Of(text) == SearchKey.Of(now) : text.Normalize() == now;

    /// <param name="grade">The class by which the year of birth was taken, where nothing told it.</param>
    private Person Create(Dictionary<ExchangeColumn, string> cells, RegisterPlace? register, out int? grade)
    {
        grade = null;
        var name = KnownPeople.NameOf(cells);
        if (!cells.ContainsKey(ExchangeColumn.Banks))
            throw new DomainException($"Заполните столбец «{ExchangeColumns.Head(ExchangeColumn.Banks)}»: {string.Join(", ", CellText.Banks)}.", nameof(ExchangeColumn.Banks));
        if (cells.GetValueOrDefault(ExchangeColumn.Kind) is not { } word)
        {
            // A class or a date of birth is a child's; else there is no telling.
            word = cells.ContainsKey(ExchangeColumn.ClassName) || cells.ContainsKey(ExchangeColumn.BirthDate) ? CellText.Kinds[0].Word
                : throw new DomainException($"Заполните столбец «{ExchangeColumns.Head(ExchangeColumn.Kind)}»: {string.Join(", ", CellText.Kinds.Select(k => k.Word))}.", nameof(ExchangeColumn.Kind));
            cells[ExchangeColumn.Kind] = word;
        }
        var kind = CellText.Kinds.First(k => k.Word == word).Value;
        if (kind == PersonKind.Pupil && !cells.ContainsKey(ExchangeColumn.BirthDate))
        {
            const string needed = "у обучающегося нужна дата или год рождения, а в базе его ещё нет.";
            if (register is null)
                throw new DomainException($"{name.Full}: {needed}", nameof(ExchangeColumn.BirthDate));
            grade = register.GradeOf(cells.GetValueOrDefault(ExchangeColumn.ClassName))
                ?? throw new DomainException($"{name.Full}: {needed} Подойдёт и класс в столбце «{ExchangeColumns.Head(register.Column)}»: «10 А».", $"{register.Column}");
            cells[ExchangeColumn.BirthDate] = register.BornIn(grade.Value).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
        return new Person(_known.OrganizationId, kind, name);
    }

    private void Forget(Person person)
    {
        _people.Remove(person);
        _listed.Remove(person);
        if (person.Mentee is { } mentee)
            _pairs.Remove(mentee);
    }

    private MentoringForm? FormOf(IReadOnlyDictionary<ExchangeColumn, string> cells)
    {
        if (cells.GetValueOrDefault(ExchangeColumn.Form) is not { } text || text == CellText.Nothing)
            return null;
        var key = FormKey(text);
        return _known.Forms.FirstOrDefault(f => FormKey(f.Name) == key)
            ?? throw new DomainException($"Форма «{CellRules.Shown(text)}» не узнана. Ожидается одно из: {string.Join(", ", _known.Forms.Select(f => f.Name))}.", nameof(ExchangeColumn.Form));
    }

    /// <summary>«Педагог – ученик» and «учитель–ученик» are one form, «ученик - ученик» and «ученик–ученик» too.</summary>
    private static string FormKey(string text) => SearchKey.Of(text.Replace("педагог", "учитель", StringComparison.OrdinalIgnoreCase)).Replace(" ", "", StringComparison.Ordinal);

    private MentoringForm FormBetween(Person mentor, Person mentee) =>
        _known.Forms.FirstOrDefault(f => f.MentorKind == mentor.Kind && f.MenteeKind == mentee.Kind)
        ?? throw new DomainException($"Заполните столбец «{ExchangeColumns.Head(ExchangeColumn.Form)}»: {string.Join(", ", _known.Forms.Select(f => f.Name))}.", nameof(ExchangeColumn.Form));

    /// <summary>Opens the pair of the row, unless it stands already.</summary>
    private Pair? OpenPair(Mentee mentee, Mentor mentor, MentoringForm form, IReadOnlyDictionary<ExchangeColumn, string> cells)
    {
        var from = DayOf(cells, ExchangeColumn.EnteredOn) ?? throw new DomainException("Нет даты вхождения в программу: с неё начинается пара.", nameof(ExchangeColumn.EnteredOn));
        var to = DayOf(cells, ExchangeColumn.CompletedOn) ?? SchoolYear.Of(from).End;
        var known = _pairs[mentee];
        if (known.Exists(p => p.FormId == form.Id && (ReferenceEquals(p.Mentor, mentor) || (mentor.Id > 0 && p.MentorId == mentor.Id)) && p.From <= to && from <= p.To))
            return null;
        if (mentee.EnteredOn > from)
            mentee.EnteredOn = from;
        if (mentor.EnteredOn > from)
            mentor.EnteredOn = from;
        var isPast = to < _known.Today;
        var taken = isPast ? 0 : TakenBy(mentor);
        if (_enlisted.Contains(mentor) && taken >= mentor.Capacity)
            mentor.Hold(taken + 1, taken);
        var hasAgreement = mentor.PartnerFor(_known.OrganizationId) is not { } partner || _known.Agreements.Any(a => a.PartnerId == partner && a.IsInForceOn(from));
        var place = new MentorPlace(mentor, mentor.Availabilities.First(a => a.OrganizationId == _known.OrganizationId).Places, taken, hasAgreement);
        var pair = Pair.Open(form, from, to, place, [new MenteePlace(mentee, [.. known.Where(p => p.FormId == form.Id).Select(p => (p.From, p.To))])]);
        pair.CaseLink = CellText.In(cells, ExchangeColumn.CaseLink);
        Fix(pair, isPast, cells);
        known.Add((mentor, mentor.Id, form.Id, from, to));
        if (!isPast)
            _taken[mentor] = taken + 1;
        return pair;
    }

    /// <summary>«Внесено задним числом» with the order's number and date; without them a pair of today comes in as a draft.</summary>
    private void Fix(Pair pair, bool isPast, IReadOnlyDictionary<ExchangeColumn, string> cells)
    {
        var number = CellText.In(cells, ExchangeColumn.OrderNumber) ?? _order.Number;
        var date = DayOf(cells, ExchangeColumn.OrderDate) ?? _order.Date;
        if (!string.IsNullOrWhiteSpace(number) && date is { } issued && pair.From < _known.Today)
        {
            var people = new[] { pair.CurrentMentor!.Mentor!.Person!, pair.CurrentMentees.Single().Mentee!.Person! };
            var missing = ConsentCheck.Missing(people.Select(p => (p, (IReadOnlyCollection<Consent>)p.Consents)), _known.Rules, hasOutsideMentor: false, _known.Today);
            pair.FixBackdated(new FixingOrder(number, issued, pair.From), missing.Count == 0, _known.UnconfirmedDays, CellText.In(cells, ExchangeColumn.Result), _known.Today);
        }
        else if (isPast)
            throw new DomainException("Пара уже завершена: нужны номер и дата приказа, которым она закреплена. Впишите их на странице загрузки или в таблице.", nameof(ExchangeColumn.OrderNumber));
    }

    private int TakenBy(Mentor? mentor) => mentor is null ? 0 : _taken.TryGetValue(mentor, out var taken) ? taken : _known.Taken.GetValueOrDefault(mentor.Id);

    private static DateOnly? DayOf(IReadOnlyDictionary<ExchangeColumn, string> cells, ExchangeColumn column) => CellText.In(cells, column) is { } text ? CellText.Written(text) : null;
}
