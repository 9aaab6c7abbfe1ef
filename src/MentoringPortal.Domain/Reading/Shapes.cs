using System.Text.RegularExpressions;

namespace MentoringPortal.Domain.Reading;

/// <summary>What a piece of text looks like, told without understanding it: enough to find its column or its place in a sentence.</summary>
internal static partial class Shapes
{
    public const string Months = "январ[ья]|феврал[ья]|март[а]?|апрел[ья]|ма[йя]|июн[ья]|июл[ья]|август[а]?|сентябр[ья]|октябр[ья]|ноябр[ья]|декабр[ья]";

    /// <summary>The whole text reads as a term.</summary>
    public static bool IsTerm(string text) => text.Length is > 1 and < 160 && Term().IsMatch(text) && !Verb().IsMatch(text);

    /// <summary>The whole text reads as somebody who answers for a row.</summary>
    public static bool IsParty(string text) => text.Length is > 1 and < 260 && Party().IsMatch(text);

    /// <summary>A clause of the order, a row or a section begins with such a number; the rest of the line follows.</summary>
    public static Match Numbered(string text) => NumberedText().Match(text);

    /// <summary>A line that begins with a dash or a bullet; group 1 is the text behind it.</summary>
    public static Match Dashed(string text) => DashedText().Match(text);

    public static bool IsPersonName(string text) => PersonName().IsMatch(text);

    public static Match FindPersonName(string text) => PersonInText().Match(text);

    [GeneratedRegex(@"^\s*(?:(?:в )?срок[:и]?\s+|(?:не )?(?:до|к|по|с|со|в|во|на|от|не позднее|не ранее|начиная с|конец|конце|начало|начале|середин[ае]|первая|вторая|половина)\b[^a-z]{0,60}?)?(?:[«""]?\d{1,2}[»""]?\s*[./ ]\s*\d{1,2}(?:[./ ]+\d{2,4})?|(?:[«""]?\d{1,2}[»""]?\s+)?(?:" + Months + @"|сент\.?|окт\.?|нояб?\.?|дек\.?|янв\.?|фев\.?|апр\.?|авг\.?)(?!\p{L})|20\d\d)|^\s*(?:(?:в|на) (?:течение|течении|период|ходе|срок|начале|конце|рамках)|весь |постоянно|ежегодн|ежемесячн|ежеквартальн|еженедельн|ежедневн|регулярн|систематическ|один раз|\d раза? в|раз в|по (?:мере|запросу|плану|графику|отдельному|необходимости|согласован|заявк|итогам|окончани)|согласно (?:плану|графику)|в соответствии с (?:план|график|отдельн)|[IV1-4]+(?:\s*-?й)?\s*(?:,|и|-|–)?\s*[IV1-4]*\s*(?:квартал|кв\.|полугоди|четверт|декад)|(?:первый|второй|третий|четвертый) квартал|до (?:начала|конца|окончания|завершения|[«""]?\d)|в?\s*\w+дневный срок|не позднее|не ранее|с момента|со дня|после |каждый|каждую|осень|весна|зима|лето|уч(?:ебн\w+|\.) г|-//-|—//—|""-""|то же)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Term();

    [GeneratedRegex(@"\b\p{L}{4,}(?:овать|ить|ать|ять|еть)\b|проведени|организаци[яю]\b|разработк|формировани|утверждени|обучени|создани|участи[ея]\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Verb();

    [GeneratedRegex(@"^\s*(?:(?:муниципальн|районн|городск|школьн|региональн|ответственн|классн|старш|главн|ведущ|социальн|образовательн|общеобразовательн|педагогическ|рабоч|проектн|методическ|руководящ|специалист|все)\p{L}*\s+){0,2}(?:отдел|управлени|департамент|комитет|министерств|администраци|руководител|директор|заведующ|заместител|зам\.|методист|специалист|куратор|наставник|педагог|психолог|учител|школ|образовательн|общеобразовательн|организаци|учрежден|ОО\b|ОУ\b|ОДО\b|УДО\b|ДОУ\b|ДОО\b|МБОУ|МКОУ|МОУ\b|МАОУ|СОШ|ООШ|ИМК|ИМЦ|РМК|ММС|МЦН|РОО\b|РУО\b|УО\b|ГУО|ОМ|групп|центр|институт|ИРО|\p{Lu}{2,}ИПК|\p{Lu}*ИРО|ЧИПК|совет|служб|начальник|глав[аы]|кабинет|команд|координатор|работник|коллектив|руководств|предприяти|партнер|колледж|вуз)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Party();

    [GeneratedRegex(@"^(?<number>\d{1,3}(?:\.\d{1,3})*)\s*(?:[.)]\s*(?=[^\d\s.,%])|(?<=\.\d{1,3})\s+(?=\S))(?<text>.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex NumberedText();

    [GeneratedRegex(@"^\s*(?:[-–—−•●▪■◦·*]|\p{Co})\s*(?=\S)(?<text>.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex DashedText();

    [GeneratedRegex(@"^(?:\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}[\p{L}-]+|\p{Lu}[\p{Ll}-]+(?:-\p{Lu}\p{Ll}+)?\s+\p{Lu}\.\s?(?:\p{Lu}\.?)?|\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s+\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+(?:вич|вна|ична|оглы|кызы))$", RegexOptions.CultureInvariant)]
    private static partial Regex PersonName();

    [GeneratedRegex(@"(?<!\p{L})(?:\p{Lu}\.\s?\p{Lu}\.\s?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?|\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?,?\s+\p{Lu}\.\s?\p{Lu}\.?|\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s+\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+(?:вича|вичу|вич|вне|вну|вны|вна|ичне|ичну))(?!\p{Ll})", RegexOptions.CultureInvariant)]
    private static partial Regex PersonInText();
}
