using System.Text.RegularExpressions;

namespace MentoringPortal.Domain.Reading;

/// <summary>Finds the words of a term inside a sentence: «Заведующей … <b>до 31.12.2020</b> организовать …».</summary>
internal static partial class TermPhrases
{
    private const string Day = @"[«""“]?\d{1,2}[»""”]?(?:\s*[./ ]\s*\d{1,2}\s*[./ ]\s*\d{2,4}|\s+(?:" + Shapes.Months + @")(?:\s+\d{4})?)(?:\s?г(?:ода|од|\.)?(?!\p{L}))?";
    private const string Event = @"(?:\s+(?:со дня|с момента|с даты|после)(?:\s(?!\p{L}+(?:ть|ти|чь)(?:ся)?(?!\p{L}))[\p{L}\d№/-]+){1,8})?";

    /// <summary>The phrase with the place where it stands; an unsuccessful match if the sentence has no term of its own.</summary>
    public static Match Find(string sentence)
    {
        var bounded = Bounded().Match(sentence);
        return bounded.Success ? bounded : Loose().Match(sentence);
    }

    [GeneratedRegex(@"(?<!\p{L})(?:с\s+" + Day + @"\s+(?:по|до)\s+" + Day + @"|(?:ежегодно,?\s+|ежемесячно,?\s+|ежеквартально,?\s+)?(?:в\s+)?(?:срок\s*[:–—-]?\s+)?(?:до|не\s+позднее|к|по)\s+" + Day + @"(?:\s+включительно)?|(?:ежемесячно,?\s+|ежеквартально,?\s+)?(?:в\s+срок\s+)?(?:до|не\s+позднее)\s+\d{1,2}(?:-?го)?\s+числа(?:\s+(?:каждого\s+)?месяца)?(?:,?\s*следующего\s+за\s+отч[её]тным(?:\s+(?:периодом|месяцем|кварталом))?)?)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bounded();

    [GeneratedRegex(@"(?<!\p{L})(?:в\s+(?:срок\s+)?(?:течение\s+)?\d{1,3}(?:\s*\([^)]{1,30}\))?(?:-?ти|-?х)?\s*(?:рабочих\s+|календарных\s+)?(?:дн(?:ей|я|евный\s+срок)|недел\p{L}+|месяц\p{L}*)" + Event + @"|в\s+(?:двух|тр[её]х|пяти|семи|десяти|месячн|недельн|двухнедельн)\p{L}*\s+срок" + Event + @"|не\s+позднее\s+(?:чем\s+)?(?:через\s+|за\s+)?\d{1,3}\s*(?:\([^)]{1,30}\)\s*)?(?:рабочих\s+|календарных\s+)?дн\p{L}+" + Event + @"|в\s+(?:срок\s+)?до\s+(?:конца|начала|окончания)\s[^.;,:]{3,50}|до\s+(?:конца|начала|окончания|завершения)\s+(?:\d{4}|учебного|года|календарного|текущего|" + Shapes.Months + @")[^.;,:]{0,40}|в\s+течение\s+(?:всего\s+)?(?:\d{4}\s*[-–/]\s*\d{4}\s+)?(?:учебного\s+)?года|в\s+(?:январе|феврале|марте|апреле|мае|июне|июле|августе|сентябре|октябре|ноябре|декабре)(?:\s*[-–—]\s*\p{L}+)?\s+20\d\d(?:\s?г(?:ода|\.)?)?|ежегодно|ежемесячно|ежеквартально)(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Loose();
}
