using System.Globalization;
using System.Text.RegularExpressions;
using MentoringPortal.Domain.Reading.Tables;

namespace MentoringPortal.Domain.Reading;

/// <summary>A part of the paper that follows its signature: labelled «Приложение № 1» or not.</summary>
internal sealed class AppendixPart
{
    public int? Number { get; init; }
    public bool Labelled { get; init; }
    public List<Line> Heading { get; } = [];
    public List<Grid> Tables { get; } = [];
    /// <summary>The one line before each further table: the title of a section that has a table of its own.</summary>
    public Dictionary<Grid, Line> TableTitles { get; } = [];
    public List<Line> Text { get; } = [];

    public AppendixKind Kind => Tables.Count == 0
        ? AppendixKind.Text
        : TableKinds.Of(Tables[0]) switch
        {
            TableKind.Indicators => AppendixKind.Indicators,
            TableKind.Form => AppendixKind.Form,
            _ => AppendixKind.Roadmap,
        };

    public string? Title => Heading.Count == 0 ? null : Cleaning.Sentence(string.Join(' ', Heading.Select(l => l.Text)));
}

/// <summary>Appendices: those promised in the text and those that follow.</summary>
internal static partial class Appendices
{
    /// <summary>A longer text without a table behind the signature is an appendix of its own.</summary>
    private const int LeastTextLines = 3;

    public static bool IsLabel(string text) => text.Length < 260 && Label().IsMatch(text);

    /// <summary>Cuts what follows the body into parts.</summary>
    public static List<AppendixPart> Parts(IReadOnlyList<Part> parts, int from)
    {
        var found = new List<AppendixPart>();
        var pending = new List<Line>();
        AppendixPart? current = null;
        for (var i = from; i < parts.Count; i++)
        {
            if (parts[i] is Grid grid)
            {
                current = Attach(found, current, grid, pending);
                pending.Clear();
            }
            else if (parts[i] is Line { IsBlank: false, Used: false } line)
            {
                if (IsLabel(line.Text))
                {
                    CloseText(found, current, pending);
                    current = new AppendixPart { Number = LabelNumber(line.Text), Labelled = true };
                    found.Add(current);
                    i = SkipLabel(parts, i);
                }
                else
                {
                    pending.Add(line);
                }
            }
        }

        CloseText(found, current, pending);
        return found;
    }

    private static AppendixPart Attach(List<AppendixPart> found, AppendixPart? current, Grid grid, List<Line> pending)
    {
        var kind = TableKinds.Of(grid);
        var titles = pending.Where(l => !IsField(l.Text)).ToList();
        if (current is { Tables.Count: > 0 } && TableKinds.Of(current.Tables[0]) == kind && kind == TableKind.Roadmap && titles.Count < 3)
        {
            if (titles.Count > 0) current.TableTitles[grid] = titles[0];
        }
        else if (current is null || current.Tables.Count > 0)
        {
            current = new AppendixPart();
            found.Add(current);
        }

        if (current.Tables.Count == 0) current.Heading.AddRange(titles);
        foreach (var line in pending) line.Used = true;
        grid.Used = true;
        current.Tables.Add(grid);
        return current;
    }

    private static void CloseText(List<AppendixPart> found, AppendixPart? current, List<Line> pending)
    {
        if (current is { Kind: AppendixKind.Form })
        {
            // Fields that stand below a form are its tail.
            foreach (var field in pending.Where(l => IsField(l.Text)))
            {
                field.Used = true;
                current.Text.Add(field);
            }

            pending.RemoveAll(l => l.Used);
        }

        if (pending.Count > 0)
        {
            var labelled = current is { Labelled: true, Tables.Count: 0 };
            if (labelled || (pending.Count >= LeastTextLines && Heading().IsMatch(pending[0].Text)))
            {
                var part = labelled ? current! : new AppendixPart();
                if (!labelled) found.Add(part);
                part.Heading.AddRange(pending.TakeWhile((l, i) => i < 4 && l.Text.Length < 160 && !Shapes.Numbered(l.Text).Success && !l.Text.EndsWith('.')));
                if (part.Heading.Count == 0) part.Heading.Add(pending[0]);
                part.Text.AddRange(pending.Skip(part.Heading.Count));
                foreach (var line in pending) line.Used = true;
            }
        }

        pending.Clear();
    }

    /// <summary>«к приказу … от … № …», «УТВЕРЖДЕНА …» below the label belong to it.</summary>
    private static int SkipLabel(IReadOnlyList<Part> parts, int label)
    {
        ((Line)parts[label]).Used = true;
        var last = label;
        for (var i = label + 1; i < parts.Count && i < label + 12; i++)
        {
            if (parts[i] is not Line line) break;
            if (line.IsBlank) continue;
            var follows = LabelRest().IsMatch(line.Text) || (i == last + 1 && line.Text.Length < 80 && last > label && !Heading().IsMatch(line.Text) && EndsOpen(parts, label, last));
            if (!follows) break;
            line.Used = true;
            last = i;
        }

        return last;
    }

    /// <summary>The label has begun «к приказу …» and has not yet come to its date or number.</summary>
    private static bool EndsOpen(IReadOnlyList<Part> parts, int label, int last)
    {
        var text = string.Join(' ', parts.Skip(label).Take(last - label + 1).OfType<Line>().Select(l => l.Text));
        return Requisites.FindDate(text) is null && !Requisites.FindNumber(LabelMark().Replace(text, "")).Success;
    }

    /// <summary>A line that is the title of a roadmap.</summary>
    public static bool IsRoadmapTitle(string text) => text.Length < 260 && RoadmapTitle().IsMatch(text);

    public static bool IsField(string text) => text.Contains("__", StringComparison.Ordinal);

    /// <summary>The numbers a text refers to: «(приложение № 1)», «приложения 1, 2»; 0 for «(Приложение)» without a number.</summary>
    public static IEnumerable<(int Number, string Context)> References(string text)
    {
        foreach (Match reference in Reference().Matches(text))
        {
            if (text[(reference.Index + reference.Length)..].TrimStart().StartsWith(':') && reference.Index < 3) continue;
            if (ForeignAct().IsMatch(text[(reference.Index + reference.Length)..])) continue;
            var from = SentenceStart().Matches(text[..reference.Index]).LastOrDefault() is { } start ? start.Index + start.Length : 0;
            var context = text[from..reference.Index].Trim(' ', '(', '-', '–');
            var numbers = AnyNumber().Matches(reference.Groups["numbers"].Value).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture)).ToList();
            if (numbers.Count == 0) yield return (0, context);
            foreach (var number in numbers) yield return (number, context);
        }
    }

    /// <summary>The part of a long sentence that names the appendix.</summary>
    public static string Named(string context)
    {
        var name = RoadmapWords().Match(context) is { Success: true } roadmap ? roadmap : IndicatorWords().Match(context);
        return context.Length > 160 && name.Success ? context[name.Index..] : context;
    }

    /// <summary>«Утвердить прилагаемую дорожную карту»: an appendix promised without the word.</summary>
    public static string? Enclosed(string text) => EnclosedWords().Match(text) is { Success: true } enclosed ? enclosed.Groups["what"].Value.Trim() : null;

    /// <summary>What kind of appendix the words before the reference promise.</summary>
    public static AppendixKind KindOf(string context)
    {
        if (RoadmapWords().IsMatch(context)) return AppendixKind.Roadmap;
        if (IndicatorWords().IsMatch(context)) return AppendixKind.Indicators;
        return FormWords().IsMatch(context) ? AppendixKind.Form : AppendixKind.Text;
    }

    private static int? LabelNumber(string text) =>
        LabelMark().Match(text) is { Success: true } mark && int.TryParse(mark.Groups[1].Value, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^приложени[ея](?:\s*(?:№|N)?\s*\d{1,2})?(?:\s*(?:[,.]|к\s|от\s|\().*)?$|^утвержд[её]н[аоы]?(?:\s+(?:приказом|постановлением|распоряжением).*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"^приложени[ея]\s*(?:№|N)?\s*(\d{1,2})?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LabelMark();

    [GeneratedRegex(@"^(?:к\s+(?:приказу|письму|постановлению|распоряжению)|утвержд\p{L}+|приказ(?:ом|у)?\s|постановлени(?:ем|ю)\s|распоряжени(?:ем|ю)\s|письм(?:ом|у)\s|от\s*[«""_]?\s*[\d_]|№\s*[\d_]|администрации\s|управления образовани|отдела образовани|департамента образовани|муниципального\s.{0,60}(?:округа|района|образования)$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LabelRest();

    [GeneratedRegex(@"^[«""]?(?:(?:муниципальн\p{L}+ )?(?:план|дорожная|перечень|модель|положение|состав|информация|форма|целевые|показатели|порядок|программа|методическ\p{L}+|отч[её]т|сведения|график|типовая|примерн\p{L}+|регламент|целевая модель|список|анкета)|[IVX]+\.|1\.)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?<!\p{L})приложени(?:ю|я|ем|ями|ям|е|и)(?!\p{L})(?<numbers>\s*(?:№|N)?\s*\d{1,2}(?!\d|\.\d)(?:\s*(?:,|и|-|–)\s*(?:№|N)?\s*\d{1,2}(?!\d|\.\d))*)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex(@"прилагаем\p{L}+\s+(?<what>[^.;()]{3,120})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EnclosedWords();

    [GeneratedRegex(@"^\s*(?:№\s*\d+\s*)?к\s+(?:письму|распоряжению|приказу|постановлению)\s+(?:министерства|минпросвещения|минобр|правительства|департамента образования и науки)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ForeignAct();

    [GeneratedRegex(@"[;\n]\s*|(?<![\p{L}\d]\p{L}?|гг)\.\s+(?=\p{Lu})|(?<=\p{L}{3}|\d|\))\.\s+(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceStart();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex AnyNumber();

    [GeneratedRegex(@"^[«""]?(?:(?:муниципальн|комплексн|примерн|городск|районн)\p{L}+\s)?(?:«?дорожная карта|план\b|«?дорожной карты)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RoadmapTitle();

    [GeneratedRegex(@"дорожн|план\p{L}* мероприяти|план\p{L}* работы|план\p{L}* реализации|комплекс мер", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RoadmapWords();

    [GeneratedRegex(@"индикатор|показател", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IndicatorWords();

    [GeneratedRegex(@"(?<!\p{L})форм(?:е|у|а|ы|ам)(?!\p{L})(?!\s+наставничества)|таблиц|бланк|отч[её]тн|анкет", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FormWords();
}
