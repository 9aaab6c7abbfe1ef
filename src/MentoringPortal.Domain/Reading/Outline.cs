using System.Text.RegularExpressions;
using MentoringPortal.Domain.Reading.Tables;

namespace MentoringPortal.Domain.Reading;

/// <summary>Where the parts of a paper begin and end, told before anything is read in detail. Indexes into the parts; ends are exclusive.</summary>
internal sealed partial class Outline
{
    public DocumentKind Kind { get; private init; }
    public string? Operative { get; private init; }

    /// <summary>Words before and behind the operative word on its own line.</summary>
    public string BeforeOperative { get; private init; } = "";
    public string AfterOperative { get; private init; } = "";
    public int HeadEnd { get; private init; }
    public int BodyStart { get; private init; }
    public int BodyEnd { get; private init; }

    public static Outline Of(IReadOnlyList<Part> parts)
    {
        var operative = FindOperative(parts);
        var firstTable = FirstIndex(parts, 0, p => p is Grid g && TableKinds.Of(g) != TableKind.Layout);
        if (operative.At >= 0)
        {
            var line = ((Line)parts[operative.At]).Text;
            return new Outline
            {
                Kind = DocumentKind.Order,
                Operative = Squeeze(operative.Word.Value),
                BeforeOperative = line[..operative.Word.Index].Trim(),
                AfterOperative = line[(operative.Word.Index + operative.Word.Length)..].Trim(' ', ':', '.'),
                HeadEnd = operative.At,
                BodyStart = operative.At + 1,
                BodyEnd = BodyLimit(parts, operative.At + 1),
            };
        }

        var headEnd = Math.Min(firstTable, BodyLimit(parts, 0));
        var lines = parts.Take(headEnd).OfType<Line>().Where(l => !l.IsBlank).Select(l => l.Text).ToList();
        var kindLine = lines.Find(HeadReader.IsKindLine);
        if (kindLine is not null && !kindLine.StartsWith("письмо", StringComparison.OrdinalIgnoreCase))
        {
            // An order whose operative word was lost: its body begins with clause 1.
            var first = FirstIndex(parts, 0, p => p is Line l && Shapes.Numbered(l.Text) is { Success: true } n && n.Groups["number"].Value == "1");
            return new Outline { Kind = DocumentKind.Order, HeadEnd = Math.Min(first, headEnd), BodyStart = Math.Min(first, headEnd), BodyEnd = headEnd };
        }

        var letter = kindLine is not null || lines.Exists(HeadReader.IsOutgoingLine) || lines.Exists(Greeting().IsMatch)
            || (lines.Exists(HeadReader.IsAddressed) && lines.Exists(l => l.Length > 110));
        if (letter || firstTable == parts.Count) return new Outline { Kind = DocumentKind.Letter, HeadEnd = headEnd, BodyStart = headEnd, BodyEnd = headEnd };
        // What stands above the title of a roadmap is at most its approval («УТВЕРЖДАЮ …»).
        var title = Math.Min(firstTable, FirstIndex(parts, 0, p => p is Line l && Appendices.IsRoadmapTitle(l.Text)));
        return new Outline { Kind = DocumentKind.Roadmap, HeadEnd = title, BodyStart = 0, BodyEnd = title };
    }

    private static (int At, Match Word) FindOperative(IReadOnlyList<Part> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i] is not Line line || line.Text.Length < 6) continue;
            var word = OperativeWord().Match(line.Text);
            if (word.Success) return (i, word);
        }

        return (-1, Match.Empty);
    }

    /// <summary>The body ends where an appendix or a table of its own begins; the signature is found later inside it.</summary>
    private static int BodyLimit(IReadOnlyList<Part> parts, int from) =>
        FirstIndex(parts, from, p => (p is Grid g && TableKinds.Of(g) != TableKind.Layout) || (p is Line l && Appendices.IsLabel(l.Text)));

    private static int FirstIndex(IReadOnlyList<Part> parts, int from, Func<Part, bool> condition)
    {
        for (var i = from; i < parts.Count; i++)
            if (condition(parts[i])) return i;
        return parts.Count;
    }

    private static string Squeeze(string word) => string.Concat(word.Where(char.IsLetter)).ToUpperInvariant();

    [GeneratedRegex(@"(?<!\p{L})(?:п\s*р\s*и\s*к\s*а\s*з\s*ы\s*в\s*а\s*ю|п\s*о\s*с\s*т\s*а\s*н\s*о\s*в\s*л\s*я\s*(?:е\s*т|ю)|р\s*а\s*с\s*п\s*о\s*р\s*я\s*ж\s*а\s*ю\s*с\s*ь|о\s*б\s*я\s*з\s*ы\s*в\s*а\s*ю|р\s*е\s*ш\s*и\s*л(?:\s*а)?)(?=\s*(?:[:.]\s*(?:1\s*[.)].*)?)?$)|(?<!\p{L})(?:ПРИКАЗЫВАЮ|ПОСТАНОВЛЯ(?:ЕТ|Ю)|РАСПОРЯЖАЮСЬ)(?=\s*:)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OperativeWord();

    [GeneratedRegex(@"^Уважаем(?:ые|ый|ая)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Greeting();
}
