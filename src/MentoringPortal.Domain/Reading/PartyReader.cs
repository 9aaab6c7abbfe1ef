using System.Text.RegularExpressions;
using MentoringPortal.Domain.Organizations;

namespace MentoringPortal.Domain.Reading;

/// <summary>Splits and types those who answer for a row or a clause.</summary>
/// <param name="issuer">Who issued the paper, to tell the department from its units.</param>
/// <param name="glossary">The paper's abbreviations.</param>
internal sealed partial class PartyReader(string? issuer, Glossary glossary)
{
    private static readonly (Regex Words, OrganizationKind Kind)[] Kinds =
    [
        (SupplementaryWords(), OrganizationKind.SupplementaryEducation),
        (SchoolWords(), OrganizationKind.School),
        (KindergartenWords(), OrganizationKind.Kindergarten),
        (CollegeWords(), OrganizationKind.College),
        (EnterpriseWords(), OrganizationKind.Enterprise),
        (UniversityWords(), OrganizationKind.University),
    ];

    private readonly Dictionary<string, IReadOnlyList<ReadParty>> cells = new(StringComparer.Ordinal);

    /// <summary>A cell of the table: several parties, in the nominative as a rule.</summary>
    public IReadOnlyList<ReadParty> ReadCell(string cell)
    {
        // The same words stand in dozens of rows.
        if (!cells.TryGetValue(cell, out var read)) cells[cell] = read = [.. Pieces(cell).Select(p => ReadOne(p))];
        return read;
    }

    /// <summary>One party; <paramref name="from"/> is the case it stands in, null for the nominative.</summary>
    public ReadParty ReadOne(string piece, SourceCase? from = null)
    {
        var text = piece.Trim(' ', ',', ';', ':', '-', '–', '—');
        if (LostInitial().IsMatch(text)) text += ".";
        if (!Initial().IsMatch(text)) text = text.TrimEnd('.', ' ');
        if (Shapes.FindPersonName(text) is { Success: true } name) return Person(text, name, from);
        var spoken = from is { } written ? Inflection.Nominative(text, written) : text;
        var understood = Understood(spoken);
        var kind = Kind(spoken, understood);
        return new ReadParty
        {
            Text = text,
            Kind = kind,
            Understood = understood,
            Position = kind == PartyKind.Role ? understood : null,
            OrganizationKinds = kind == PartyKind.Organizations ? OrganizationKinds(spoken + " " + understood) : [],
        };
    }

    private ReadParty Person(string text, Match name, SourceCase? from)
    {
        var position = Cleaning.Flat(text.Remove(name.Index, name.Length)).Trim(' ', ',', '-', '–', '—', '(', ')', '.');
        if (position.Length > 0 && text[..name.Index].TrimEnd().EndsWith('(') && ReadOne(position, from) is { Kind: not PartyKind.Role } office)
            return office with { Text = text, Name = name.Value };
        var spokenPosition = position.Length == 0 ? null : LowerFirst(from is { } p ? Inflection.Nominative(position, p) : position);
        var woman = spokenPosition?.Split(' ')[0].EndsWith("ая", StringComparison.Ordinal) ?? false;
        var spokenName = from is { } c ? Inflection.Person(name.Value, c, woman) : name.Value.Replace(",", "", StringComparison.Ordinal);
        return new ReadParty
        {
            Text = text,
            Kind = PartyKind.Person,
            Understood = spokenPosition is null ? spokenName : $"{spokenPosition} {spokenName}",
            Position = spokenPosition,
            Name = spokenName,
        };
    }

    private string Understood(string text)
    {
        if (Glossary.IsAbbreviation(text)) return glossary.Resolve(text) ?? text;
        return AnyAbbreviation().Replace(text, m => Genitive(m.Value) ?? m.Value);
    }

    /// <summary>«руководители ОУ» → «руководители образовательных учреждений».</summary>
    private static string? Genitive(string abbreviation) => Glossary.Common(abbreviation) is { } full && OrganizationsPhrase().IsMatch(full)
        ? full.Replace("ые ", "ых ", StringComparison.Ordinal).Replace("организации", "организаций", StringComparison.Ordinal)
            .Replace("учреждения", "учреждений", StringComparison.Ordinal).Replace("школы", "школ", StringComparison.Ordinal)
        : null;

    private PartyKind Kind(string text, string understood)
    {
        if (RoleWords().IsMatch(understood) && !SpecialistOfDepartment().IsMatch(understood)) return PartyKind.Role;
        if (IsDepartment(understood)) return PartyKind.Department;
        if (WorkingGroup().IsMatch(understood)) return PartyKind.Unit;
        if (OutsideWords().IsMatch(understood) || OutsideAbbreviation().IsMatch(text)) return PartyKind.Outside;
        if (UnitWords().IsMatch(understood)) return PartyKind.Unit;
        if (OrganizationWords().IsMatch(understood) || HeadsAlone().IsMatch(understood)) return PartyKind.Organizations;
        if (Glossary.IsAbbreviation(text)) return PartyKind.Unit;
        return PartyKind.Role;
    }

    private bool IsDepartment(string text)
    {
        if (DepartmentWords().IsMatch(text) || SpecialistOfDepartment().IsMatch(text)) return true;
        if (!BareOffice().IsMatch(text)) return false;
        // «Отдел общего образования» is the department only where the issuer itself is such an отдел.
        var own = issuer?.ToLowerInvariant() ?? "";
        var words = text.ToLowerInvariant().Split(' ');
        return own.Contains(words[0].TrimEnd('у', 'а'), StringComparison.Ordinal) && (words.Length == 1 || own.Contains(words[1][..Math.Min(6, words[1].Length)], StringComparison.Ordinal));
    }

    private static List<OrganizationKind> OrganizationKinds(string text) => [.. Kinds.Where(k => k.Words.IsMatch(text)).Select(k => k.Kind)];

    private static List<string> Pieces(string cell)
    {
        var pieces = new List<string>();
        foreach (var raw in Separators().Split(JoinWrapped(cell)))
        {
            var piece = raw.Trim(' ', '-', '–', '•', '\n');
            if (piece.Length == 0) continue;
            var fragment = pieces.Count > 0 && !Shapes.IsParty(piece) && !Shapes.FindPersonName(piece).Success && !Glossary.IsAbbreviation(piece) && char.IsLower(piece[0]);
            if (fragment) pieces[^1] += ", " + piece;
            else pieces.AddRange(SplitAnd(piece));
        }

        return pieces;
    }

    private static IEnumerable<string> SplitAnd(string piece)
    {
        var at = AndBetween().Match(piece);
        if (!at.Success) return [piece];
        var right = piece[(at.Index + at.Length)..];
        return Shapes.IsParty(piece[..at.Index]) && NominativeStart().IsMatch(right) ? [piece[..at.Index], right] : [piece];
    }

    /// <summary>A line of the cell that begins in lower case, or after a comma, goes on with the line before.</summary>
    private static string JoinWrapped(string cell) => CapitalInside().Replace(Wrapped().Replace(cell, " "), "\n");

    private static string LowerFirst(string text) => text.Length > 1 && char.IsUpper(text[0]) && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    [GeneratedRegex(@"(?<!\p{L})\p{Lu}\.$", RegexOptions.CultureInvariant)]
    private static partial Regex Initial();

    [GeneratedRegex(@"\p{Lu}\.\s?\p{Lu}$", RegexOptions.CultureInvariant)]
    private static partial Regex LostInitial();

    [GeneratedRegex(@"\s*[;,\n]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex(@"(?<=,)\s*\n\s*|\s*\n\s*(?=[\p{Ll}(])", RegexOptions.CultureInvariant)]
    private static partial Regex Wrapped();

    [GeneratedRegex(@"(?<=\p{Ll}|ОО|ОУ|ИМК)\s+(?=(?:Руководител[ьи]|Отдел|Управление|Департамент|Директор|Заведующ|Образовательные|Общеобразовательные|Куратор|Методист|Администрация|Педагоги|Школы|Классные)\p{L}*\b)", RegexOptions.CultureInvariant)]
    private static partial Regex CapitalInside();

    [GeneratedRegex(@"\s+(?:и|совместно с)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex AndBetween();

    [GeneratedRegex(@"^(?:(?:классные|образовательные|общеобразовательные|социальные|муниципальн\p{L}+|рабочая|все)\s+)?(?:руководители?|директора?|отдел|управление|департамент|школы|организации|учреждения|педагоги?|учителя|наставники?|кураторы?|методисты?|специалисты?|администрация|заместител[ьи]|группа|ИМК|ИМЦ|ОО|ОУ|ДОУ|УДО|ОДО|психологи?|партн[её]ры|предприятия|центр)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NominativeStart();

    [GeneratedRegex(@"(?<!\p{L})\p{Lu}{2,5}(?!\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex AnyAbbreviation();

    [GeneratedRegex(@"(?:организации|учреждения|школы)", RegexOptions.CultureInvariant)]
    private static partial Regex OrganizationsPhrase();

    [GeneratedRegex(@"^(?:(?:муниципальн|школьн|районн|городск|молод|все|педагогическ|старш|ведущ|главн|региональн|назначенн)\p{L}*\s+){0,2}(?:куратор|педагог|учител|наставник|наставляем|классн\p{L}+ руковод|психолог|тьютор|советник|вожат|координатор|администраци[яи]$|заместител|зам\.|завуч|методист|специалист|руководител\p{L}+ (?:методическ|ШМО|МО\b|РМО|программ|практик)|ответственн|работник|социальн\p{L}+ педагог|обучающ|родител|библиотекар|преподавател|воспитател|члены педагог|педагогическ\p{L}+ коллектив)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RoleWords();

    [GeneratedRegex(@"^(?:главн\p{L}+ |ведущ\p{L}+ )?(?:специалист|методист)\p{L}* (?:отдел|управлени|департамент|комитет)\p{L}* (?:по )?образовани", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SpecialistOfDepartment();

    [GeneratedRegex(@"(?:отдел|управлени|департамент|комитет)\p{L}*\s+(?:народного |муниципального |по делам |по )?образовани|^(?:районн|городск|муниципальн)\p{L}+ (?:отдел|управление|орган управления) образовани|орган\p{L}* управления образовани", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DepartmentWords();

    [GeneratedRegex(@"^(?:отдел|управление|департамент|комитет)(?:\s|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BareOffice();

    [GeneratedRegex(@"рабоч\p{L}+ групп|проектн\p{L}+ (?:групп|команд)|координационн\p{L}+ совет|оргкомитет", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WorkingGroup();

    [GeneratedRegex(@"министерств|минобр|минпросв|институт|правительств|администраци\p{L}+ (?:\p{L}+ )*(?:район|округ|город|муниципальн|област|кра[яй])|региональн\p{L}+ (?:центр|наставническ|оператор)|^центр непрерывного|центр\p{L}* занятости|профсоюз|полици|учредител", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OutsideWords();

    [GeneratedRegex(@"(?<!\p{L})\p{Lu}*(?:ИРО|ИПК|ИПКРО|ИРОСТ|РЦ|ЦОПП|ЦНППМ|ИППК|РИПКРО|РЦОКО)\p{Lu}*(?!\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex OutsideAbbreviation();

    [GeneratedRegex(@"методическ\p{L}+ (?:кабинет|центр|служб|отдел|совет)|^(?:отдел|сектор|служб|кабинет)|центр\p{L}* (?:наставничества|развития образования|сопровождения|психолог|оценки)|^муниципальн\p{L}+ (?:центр|методическ)|методическое объединение|^РМО|комисси", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UnitWords();

    [GeneratedRegex(@"школ|организаци|учрежден|(?<!\p{L})(?:ОО|ОУ|ДОУ|УДО|ОДО)(?!\p{L})|лице[йи]|гимнази|детск\p{L}+ сад|предприяти|партн[её]р|колледж|техникум|вуз|университет|работодател|дом\p{L}* (?:детского )?творчества", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OrganizationWords();

    [GeneratedRegex(@"^(?:руководител[иья]|директора?|заведующие|руководящие работники)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HeadsAlone();

    [GeneratedRegex(@"дополнительн\p{L}+ образован|УДО|ОДО\b|ДДТ|ЦДТ|ДЮСШ|(?:дом|центр)\p{L}* (?:детского |детско-юношеского )?творчества", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SupplementaryWords();

    [GeneratedRegex(@"общеобразовательн|(?<!до)школ(?!ьн)|СОШ|ООШ|лице[йи]|гимнази", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SchoolWords();

    [GeneratedRegex(@"дошкольн|ДОУ|ДОО|детск\p{L}+ сад", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex KindergartenWords();

    [GeneratedRegex(@"колледж|техникум|СПО\b|ПОО\b|профессиональн\p{L}+ образовательн", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CollegeWords();

    [GeneratedRegex(@"предприяти|работодател|партн[её]р", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EnterpriseWords();

    [GeneratedRegex(@"вуз(?:ы|ов|а)?\b|университет", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UniversityWords();
}
