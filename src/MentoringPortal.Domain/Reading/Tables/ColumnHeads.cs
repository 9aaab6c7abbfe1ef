using System.Text.RegularExpressions;

namespace MentoringPortal.Domain.Reading.Tables;

/// <summary>What a column of a table is for.</summary>
internal enum ColumnRole { Other, Number, Stage, Activity, Deadline, Start, End, Responsible, Result, Indicator, Unit, Year, Note }

/// <summary>Recognises the head of a column by its meaning, whatever its words and position.</summary>
internal static partial class ColumnHeads
{
    /// <summary>A head is short; anything longer is text that happens to use the same words.</summary>
    private const int LongestHead = 90;

    private static readonly HashSet<string> NumberHeads = new(StringComparer.Ordinal)
    {
        "№", "№п/п", "№пп", "п/п", "пп", "n", "nп/п", "nn", "nnп/п", "nпп", "№№", "№№п/п", "№№пп", "номер", "номерп/п", "no", "noп/п", "№/п",
        "номерпункта", "№пункта", "номерпопорядку", "№мероприятия", "№строки", "нпп", "нп/п",
    };

    public static ColumnRole Role(string head)
    {
        var text = Key(head);
        if (text.Length is 0 or > LongestHead) return ColumnRole.Other;
        if (NumberHeads.Contains(Gaps().Replace(text, "").Replace('\\', '/'))) return ColumnRole.Number;
        if (YearHead().IsMatch(text)) return ColumnRole.Year;
        if (NoteHead().IsMatch(text)) return ColumnRole.Note;
        if (ResponsibleHead().IsMatch(text)) return ColumnRole.Responsible;
        if (StartHead().IsMatch(text)) return ColumnRole.Start;
        if (EndHead().IsMatch(text)) return ColumnRole.End;
        if (DeadlineHead().IsMatch(text)) return ColumnRole.Deadline;
        if (UnitHead().IsMatch(text)) return ColumnRole.Unit;
        if (ResultHead().IsMatch(text)) return ColumnRole.Result;
        if (IndicatorHead().IsMatch(text)) return ColumnRole.Indicator;
        if (StageHead().IsMatch(text)) return ColumnRole.Stage;
        return ActivityHead().IsMatch(text) ? ColumnRole.Activity : ColumnRole.Other;
    }

    /// <summary>The year that stands in the head of a plan column, or null.</summary>
    public static string? Year(string head)
    {
        var found = AnyYear().Match(head);
        return found.Success ? found.Value : null;
    }

    /// <summary>Enough heads to say «here begins a table of measures or of indicators».</summary>
    public static bool IsHead(IReadOnlyList<string> cells)
    {
        if (cells.Count < 2) return false;
        var roles = cells.Select(Role).ToList();
        var subject = roles.Exists(r => r is ColumnRole.Activity or ColumnRole.Stage);
        var terms = roles.Exists(r => r is ColumnRole.Deadline or ColumnRole.Responsible or ColumnRole.Start or ColumnRole.End);
        var indicators = roles.Contains(ColumnRole.Indicator) && roles.Exists(r => r is ColumnRole.Unit or ColumnRole.Year or ColumnRole.Number);
        return indicators || (subject && terms) || (terms && roles.Contains(ColumnRole.Number) && cells.Count > 2);
    }

    /// <summary>A row of 1, 2, 3 … under the head.</summary>
    public static bool IsColumnNumbers(IReadOnlyList<string> cells) =>
        cells.Count > 1 && cells.Select((c, i) => c.Trim().TrimEnd('.') == (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)).All(x => x);

    private static string Key(string head)
    {
        var text = HyphenBreak().Replace(head.Replace("\u00AD", "", StringComparison.Ordinal), "").ToLowerInvariant().Replace('ё', 'е');
        return Noise().Replace(text, " ").Trim(' ', '.', ':', '*', '|');
    }

    [GeneratedRegex(@"(?<=\p{L})-\s*\n\s*(?=\p{Ll})", RegexOptions.CultureInvariant)]
    private static partial Regex HyphenBreak();

    [GeneratedRegex(@"[\s|]+", RegexOptions.CultureInvariant)]
    private static partial Regex Noise();

    [GeneratedRegex(@"[\s.]+", RegexOptions.CultureInvariant)]
    private static partial Regex Gaps();

    [GeneratedRegex(@"^(?:план(?:овое)?(?: значение)?,?\s*)?(?:на |к |по состоянию на )?(?:31\.12\.)?20\d\d(?: ?г(?:од|ода|\.)?)?(?:[ ,(]*план(?:овое)?(?: значение)?\)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex YearHead();

    [GeneratedRegex(@"^примечани|^отметк|^комментари|^статус", RegexOptions.CultureInvariant)]
    private static partial Regex NoteHead();

    [GeneratedRegex(@"ответ\s?-?ствен|исполнител|^кто |координатор", RegexOptions.CultureInvariant)]
    private static partial Regex ResponsibleHead();

    [GeneratedRegex(@"^(?:дата |срок )?начал[ао]?(?: реализации| работ.*| исполнения| мероприяти.*)?$|^с$|^от$|^(?:дата|срок) начала", RegexOptions.CultureInvariant)]
    private static partial Regex StartHead();

    [GeneratedRegex(@"^(?:дата |срок )?(?:окончани|завершени)[ея](?: реализации| работ.*| исполнения| мероприяти.*)?$|^конец$|^по$|^до$|^(?:дата|срок) (?:окончания|завершения)", RegexOptions.CultureInvariant)]
    private static partial Regex EndHead();

    [GeneratedRegex(@"^(?:планов\w+ |примерн\w+ |ориентировочн\w+ |календарн\w+ |контрольн\w+ )?(?:срок|дата|даты|период|время|месяц)(?!.*отчет)", RegexOptions.CultureInvariant)]
    private static partial Regex DeadlineHead();

    [GeneratedRegex(@"^ед(?:иниц[аы]|\.)?\.? ?изм", RegexOptions.CultureInvariant)]
    private static partial Regex UnitHead();

    [GeneratedRegex(@"результат|^(?:вид|форма|тип|наименование)\s.*документ|^документ|подтверждающ|^форма (?:отч|представл|заверш|реализац|предост)|отчетност|^итог|^выход|^продукт|^отчетн", RegexOptions.CultureInvariant)]
    private static partial Regex ResultHead();

    [GeneratedRegex(@"индикатор|показател", RegexOptions.CultureInvariant)]
    private static partial Regex IndicatorHead();

    [GeneratedRegex(@"^(?:наименование |название |номер |№ )?(?:этап|раздел|блок|направлени|модул)\w*(?: работы| деятельности| реализации.*| внедрения.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex StageHead();

    [GeneratedRegex(@"мероприят|содержани|деятельност|действи|наименовани.*работ|^(?:виды? )?работы?$|^задач|активност|^тема|^что |^перечень (?:работ|мер)|^меры?$|^наименование$|^дела$", RegexOptions.CultureInvariant)]
    private static partial Regex ActivityHead();

    [GeneratedRegex(@"(?<!\d)20\d\d(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex AnyYear();
}
