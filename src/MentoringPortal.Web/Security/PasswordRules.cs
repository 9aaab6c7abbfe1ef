using MentoringPortal.Data.Accounts;

namespace MentoringPortal.Web.Security;

/// <summary>
/// ASVS 5.0 6.2: length instead of composition, nothing truncated, and no password that stands in lists of common ones or is made of the
/// words at hand. The judgement of likeness is zxcvbn's.
/// </summary>
public static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 200;

    /// <summary>zxcvbn's scale 0–4; 3 is «safely unguessable» for an account with a lock.</summary>
    private const int ScoreNeeded = 3;

    /// <summary>zxcvbn knows common English passwords and the rows of a Latin keyboard; these are the Russian ones, and the words of this work.</summary>
    private static readonly string[] Words = """
        пароль привет йцукен йцукенгшщзхъ фывапролд ячсмить ячсмитьбю qwerty parol privet lubov ljubov
        люблютебя ятебялюблю любовь любимая любимый солнышко солнце зайка зайчик котенок котёнок малыш ангел мамочка мама папа семья счастье жизнь надежда
        россия москва петербург питер спартак зенит динамо локомотив цска чемпион победа космос сокол дракон медведь волк тигр лев снежинка звезда удача деньги
        января февраля марта апреля августа октября ноября декабря январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь весна лето осень зима
        понедельник вторник среда четверг пятница суббота воскресенье
        александр сергей андрей дмитрий алексей максим владимир николай михаил иван евгений артем артём денис роман виктор антон игорь олег юрий павел илья кирилл никита егор
        анна мария елена ольга наталья наташа татьяна таня ирина светлана екатерина катя юлия анастасия настя марина людмила галина валентина виктория кристина дарья даша алина полина софия
        админ администратор начальник директор учитель учительница педагог методист школа лицей гимназия колледж садик детский школьник ученик класс урок
        образование управление департамент отдел район округ город портал наставник наставничество наставничества куратор дорожная карта приказ
        admin mentor mentoring portal nastavnik nastavnichestvo kurator shkola uchitel direktor rossiya moskva
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Null for a good password, else what to tell the person.</summary>
    public static string? Complaint(string password, PortalUser user, IEnumerable<string> placeNames)
    {
        if (password.Length < Shortest)
            return $"Пароль короче {Shortest} знаков. Удобны три-четыре несвязанных слова.";
        if (password.Length > Longest)
            return $"Пароль длиннее {Longest} знаков.";
        if (user.IsDemo)
            return null;
        var known = Words.Concat(placeNames.SelectMany(n => n.Split([' ', '«', '»', '„', '“', '"', '.', ','], StringSplitOptions.RemoveEmptyEntries))).Concat(user.DisplayName.Split(' ')).Append(user.Email!.Split('@')[0])
            .Select(w => w.ToLowerInvariant()).Where(w => w.Length > 2);
        // Beyond a hundred characters likeness no longer matters and its search would take long.
        var head = password[..Math.Min(password.Length, 100)];
        return Zxcvbn.Zxcvbn.MatchPassword(head, known).Score >= ScoreNeeded
            ? null
            : "Такой пароль легко подобрать: он похож на распространённый или составлен из известных слов. Придумайте другой.";
    }
}
