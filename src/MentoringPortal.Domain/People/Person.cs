using MentoringPortal.Domain.Organizations;

namespace MentoringPortal.Domain.People;

/// <summary>Who the person is to mentoring: обучающийся, студент, педагог, работник предприятия or another adult from outside.</summary>
public enum PersonKind { Pupil, Student, Teacher, Specialist }

/// <summary>
/// One human being in one organization. The roles in the bank are records of their own: a pupil may be both mentor and mentee. Only what the
/// registers of the methodology need is stored: the date of birth of minors (consent at 14 and 18, age bands) and of nobody else.
/// </summary>
public sealed class Person : IOwnedByOrganization, IVersioned, ISearchable
{
    private Person() { }

    public Person(int organizationId, PersonKind kind, PersonName name)
    {
        (OrganizationId, Kind) = (organizationId, kind);
        Rename(name);
    }

    public int Id { get; private set; }
    public int? OrganizationId { get; private set; }
    public Organization? Organization { get; private set; }
    public PersonKind Kind { get; private set; }
    [Personal] public string Surname { get; private set; } = "";
    [Personal] public string Given { get; private set; } = "";
    [Personal] public string? Patronymic { get; private set; }
    /// <summary>Normalised full name: namesakes and doubles are found by it.</summary>
    [Personal] public string NameKey { get; private set; } = "";
    /// <summary>Of minors alone; shown to nobody once they are of age.</summary>
    [Personal] public DateOnly? BirthDate { get; private set; }
    /// <summary>Registers of old have the year alone: the date stands for its last day, so that nobody is taken for older than he is.</summary>
    public bool IsBirthYearOnly { get; private set; }
    /// <summary>A teacher's first day of teaching work: «молодой специалист» is counted from it.</summary>
    [Personal] public DateOnly? TeachingSince { get; private set; }
    /// <summary>Number of the class (1–11) and its letter, e.g. 7 and «Б».</summary>
    public int? Grade { get; private set; }
    [NotPersonal] public string? ClassLetter { get; private set; }
    [NotPersonal] public string? Position { get; set; }
    /// <summary>The person's own telephone or e-mail.</summary>
    [Personal] public string? Contact { get; set; }
    [Personal] public string? ParentName { get; set; }
    [Personal] public string? ParentContact { get; set; }
    /// <summary>The curator lets the mentor see the parent's contact.</summary>
    public bool IsParentContactShared { get; set; }
    /// <summary>Last day in the organization, or null while here.</summary>
    public DateOnly? LeftOn { get; private set; }
    /// <summary>The place in the bank of mentees; null for one who has none. A person who comes again takes the same place.</summary>
    public Mentee? Mentee { get; internal set; }
    public Mentor? Mentor { get; internal set; }
    public List<Enrolment> Enrolments { get; } = [];
    public List<Consents.Consent> Consents { get; } = [];
    public int Version { get; private set; }

    [Personal] public string SearchSource => $"{Surname} {Given} {Patronymic} {ClassName} {Position}";
    [Personal] public string SortSource => $"{Surname} {Given} {Patronymic}";

    public PersonName Name => new(Surname, Given, Patronymic);

    /// <summary>«7 Б», or null.</summary>
    [NotPersonal] public string? ClassName => Grade is { } grade ? new SchoolClass(grade, ClassLetter).Name : null;

    /// <summary>The same row, saved or not yet.</summary>
    public bool Is(Person other) => ReferenceEquals(this, other) || (Id != 0 && Id == other.Id);

    public bool IsHereOn(DateOnly day) => LeftOn is null || day <= LeftOn;

    public bool IsMinorOn(DateOnly day) => BirthDate is { } born && Ages.On(born, day) < Ages.Adult;

    /// <summary>Молодой специалист: fewer than <paramref name="years"/> full years of teaching work on the day.</summary>
    public bool IsYoungTeacherOn(DateOnly day, int years) => TeachingSince is { } since && since <= day && Ages.On(since, day) < years;

    public void Rename(PersonName name) => (Surname, Given, Patronymic, NameKey) = (name.Surname, name.Given, name.Patronymic, name.Key);

    /// <summary>Sets the dates that the kind of person asks for and refuses those that nobody needs.</summary>
    /// <param name="kind">Who the person is.</param>
    /// <param name="born">Date of birth; asked of pupils, allowed for students under 18, refused for others.</param>
    /// <param name="teachingSince">A teacher's first day of teaching work.</param>
    /// <param name="today">The municipality's today.</param>
    public void Describe(PersonKind kind, DateOnly? born, DateOnly? teachingSince, DateOnly today)
    {
        if (kind == PersonKind.Pupil && born is null)
            throw new DomainException("Укажите дату рождения: от неё зависит, кто подписывает согласие.", nameof(BirthDate));
        if (kind is PersonKind.Teacher or PersonKind.Specialist && born is not null)
            throw new DomainException("Дату рождения взрослого портал не хранит.", nameof(BirthDate));
        if (born > today || born < today.AddYears(-100))
            throw new DomainException("Проверьте дату рождения.", nameof(BirthDate));
        if (kind == PersonKind.Student && born is { } student && Ages.On(student, today) >= Ages.Adult && born != BirthDate)
            throw new DomainException("Студенту уже есть 18 лет: дата рождения не нужна.", nameof(BirthDate));
        if (teachingSince is not null && kind != PersonKind.Teacher)
            throw new DomainException("Начало педагогической работы указывают только у педагога.", nameof(TeachingSince));
        if (teachingSince > today)
            throw new DomainException("Начало педагогической работы — в будущем.", nameof(TeachingSince));
        // The stand-in for a year that comes back from a form unchanged is still a stand-in.
        IsBirthYearOnly &= born == BirthDate;
        (Kind, BirthDate, TeachingSince) = (kind, born, teachingSince);
    }

    /// <summary>A pupil of whom a register of old tells the year of birth alone.</summary>
    public void DescribeByYear(PersonKind kind, int bornIn, DateOnly today)
    {
        Describe(kind, new DateOnly(bornIn, 12, 31), null, today);
        IsBirthYearOnly = true;
    }

    /// <summary>Reads «7 Б», «7Б», «11»; empty takes the class away.</summary>
    public void PutInClass(string? className)
    {
        var read = ReadClass(className);
        (Grade, ClassLetter) = (read?.Grade, read?.Letter);
    }

    /// <summary>What is written for a class, or null where nothing is.</summary>
    /// <exception cref="DomainException">It is no class.</exception>
    public static SchoolClass? ReadClass(string? className)
    {
        var text = (className ?? "").Trim().Trim('«', '»', '"');
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        if (text.Length == 0)
            return null;
        if (digits is 0 or > 2 || int.Parse(text[..digits], System.Globalization.CultureInfo.InvariantCulture) is var grade && grade is < 1 or > 12)
            throw new DomainException("Класс пишется числом и буквой: «7 Б».", "ClassName");
        return new(grade, text[digits..].Trim(' ', '-', '–', '«', '»', '"').ToUpperInvariant() is { Length: > 0 } letter ? letter : null);
    }

    /// <summary>The person leaves the organization; what was before stays.</summary>
    public void Leave(DateOnly lastDay)
    {
        if (LeftOn is not null)
            throw new DomainException($"Человек уже выбыл {LeftOn:dd.MM.yyyy}.");
        LeftOn = lastDay;
        if (Mentee is { LeftOn: null })
            Mentee.Leave(lastDay);
        if (Mentor is { LeftOn: null })
            Mentor.Leave(lastDay);
    }

    public void Return() => LeftOn = null;

    /// <summary>The name of one whose data were destroyed; a number makes it a pseudonym.</summary>
    public const string ErasedSurname = "Обезличено";

    /// <summary>Nobody else is without a key.</summary>
    public bool IsErased => NameKey.Length == 0;

    /// <summary>Destroys what tells who it is (152-ФЗ ст. 21). Kind, class number, years and periods stay for the statistics; of dates the year alone.</summary>
    public void Erase(DateOnly today)
    {
        if (LeftOn is null)
            Leave(today);
        (Surname, Given, Patronymic, NameKey) = (ErasedSurname, $"№ {Id}", null, "");
        (ClassLetter, Position, Contact, ParentName, ParentContact, IsParentContactShared) = (null, null, null, null, null, false);
        (BirthDate, TeachingSince) = (YearOf(BirthDate), YearOf(TeachingSince));
        IsBirthYearOnly = BirthDate is not null;
        if (Mentee is not null)
            Mentee.Categories = MenteeCategories.None;

        static DateOnly? YearOf(DateOnly? day) => day is { } known ? new DateOnly(known.Year, 1, 1) : null;
    }
}

/// <summary>A class: its number (1–12) and its letter.</summary>
public sealed record SchoolClass(int Grade, string? Letter)
{
    public string Name => $"{Grade} {Letter}".TrimEnd();
}
