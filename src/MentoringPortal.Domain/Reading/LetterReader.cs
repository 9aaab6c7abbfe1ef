using System.Text.RegularExpressions;
using MentoringPortal.Domain.Deadlines;

namespace MentoringPortal.Domain.Reading;

/// <summary>A request found in a letter, before its form is known.</summary>
internal sealed record RequestDraft(string Source, ReadRequest Request)
{
    public bool WantsForm => LetterReader.MentionsForm(Source);
}

/// <summary>Reads the body of a letter: its paragraphs, and what it asks the addressees to send, by when, where to, with what in it.</summary>
internal static partial class LetterReader
{
    /// <summary>Paragraphs of the body; a line that goes on in lower case belongs to the one before.</summary>
    public static List<string> Paragraphs(IEnumerable<string> lines)
    {
        var paragraphs = new List<string>();
        foreach (var line in lines)
        {
            var goesOn = paragraphs.Count > 0 && char.IsLower(line[0]) && !Closed().IsMatch(paragraphs[^1]);
            if (goesOn) paragraphs[^1] += " " + line;
            else paragraphs.Add(line);
        }

        return paragraphs;
    }

    public static bool MentionsForm(string text) => FormWords().IsMatch(text);

    public static List<RequestDraft> Requests(IReadOnlyList<string> paragraphs, DateOnly? date)
    {
        var context = new DeadlineContext(date, null, null, null);
        var found = new List<RequestDraft>();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var unit = paragraphs[i];
            var items = new List<string>();
            if (unit.TrimEnd().EndsWith(':'))
            {
                var lead = unit;
                while (i + 1 < paragraphs.Count && ListItem(paragraphs[i + 1]) is { } item && !(StartsWithVerb().IsMatch(item) && items.Count == 0))
                {
                    items.Add(item);
                    i++;
                }

                if (items.Count == 0 && ReadTasks(paragraphs, i, lead, context, found) is var last && last > i)
                {
                    i = last;
                    continue;
                }
            }

            found.AddRange(ReadUnit(ListItem(unit) ?? unit, items, "", context));
        }

        return found;
    }

    /// <summary>«Руководителям необходимо до …:» and dashes with a verb each: the term and the address of the lead hold for all.</summary>
    private static int ReadTasks(IReadOnlyList<string> paragraphs, int at, string lead, DeadlineContext context, List<RequestDraft> found)
    {
        var i = at;
        while (i + 1 < paragraphs.Count && ListItem(paragraphs[i + 1]) is { } task && StartsWithVerb().IsMatch(task))
        {
            found.AddRange(ReadUnit(task, [], lead, context));
            i++;
        }

        return i;
    }

    private static List<RequestDraft> ReadUnit(string text, List<string> items, string lead, DeadlineContext context)
    {
        var requests = new List<RequestDraft>();
        var gathered = "";
        foreach (var sentence in Sentences(text))
        {
            gathered = gathered.Length == 0 ? sentence : gathered + " " + sentence;
            if (!SendVerb().IsMatch(sentence) || !TermPhrases.Find(sentence).Success) continue;
            requests.Add(Request(gathered, sentence, items, lead, context));
            gathered = "";
        }

        if (gathered.Length == 0) return requests;
        if (requests.Count > 0)
        {
            if (MentionsForm(gathered)) requests[^1] = requests[^1] with { Source = requests[^1].Source + " " + gathered };
        }
        else if (SendVerb().IsMatch(gathered) && (items.Count > 0 || TermPhrases.Find(lead).Success || Mail().IsMatch(gathered) || DocumentList().IsMatch(gathered) || MentionsForm(gathered)))
        {
            requests.Add(Request(gathered, gathered, items, lead, context));
        }

        return requests;
    }

    private static RequestDraft Request(string text, string asking, List<string> items, string lead, DeadlineContext context)
    {
        var term = TermPhrases.Find(asking) is { Success: true } own ? own : TermPhrases.Find(lead);
        var due = term.Success ? DeadlineReader.Read(term.Value.Trim(), context).End : null;
        var mustContain = new List<string>();
        var list = Sentences(text).Select(s => DocumentList().Match(s)).FirstOrDefault(m => m.Success) ?? Match.Empty;
        var documents = items.Count > 0
            ? items.Select(i => Document(i)).ToList()
            : list.Success ? DocumentLists.Read(list.Groups["list"].Value, mustContain) : [];
        var inform = MentionsForm(text) && documents.Count == 0;
        return new RequestDraft(text + " " + string.Join(' ', items), new ReadRequest
        {
            What = documents.Count > 0 && !inform ? Package(list) : What(asking, term),
            Due = due,
            Documents = documents,
            MustContain = mustContain,
            SendTo = Mail().Match(text) is { Success: true } mail ? mail.Value : Mail().Match(lead) is { Success: true } above ? above.Value : Office(asking),
        });
    }

    private static string Document(string item) => DocumentLists.Clean(item);

    private static string Package(Match list) => list.Success ? Cleaning.Flat(Following().Replace(list.Groups["what"].Value, "")) : "пакет документов";

    private static string? Office(string sentence) => ToOffice().Match(sentence) is { Success: true } office ? office.Groups["to"].Value.Trim() : null;

    /// <summary>What is asked for: the object before the verb («Информацию о … необходимо направить») or behind it.</summary>
    private static string What(string sentence, Match term)
    {
        var verb = SendVerb().Match(sentence);
        var before = Ask().Replace(sentence[..Math.Max(0, verb.Index)], "").Trim(' ', ',', ':');
        if (term.Success) before = before.Replace(term.Value, "", StringComparison.Ordinal).Trim(' ', ',');
        if (before.Length > 12 && InformationStart().IsMatch(before)) return Nominative(before);
        var behind = verb.Success ? sentence[(verb.Index + verb.Length)..] : sentence;
        if (term.Success) behind = behind.Replace(term.Value, " ", StringComparison.Ordinal);
        behind = ToOffice().Replace(behind, " ", 1);
        behind = WhatEnd().Split(behind.Trim(' ', ','))[0];
        return Nominative(Cleaning.Flat(behind).Trim(' ', ',', '.', ':'));
    }

    private static string Nominative(string text) => Accusative().Replace(text, m => m.Value[..^1] + (m.Value.EndsWith('ю') ? 'я' : 'а'));

    private static string? ListItem(string paragraph)
    {
        if (Shapes.Dashed(paragraph) is { Success: true } dash) return dash.Groups["text"].Value;
        return Shapes.Numbered(paragraph) is { Success: true } number ? number.Groups["text"].Value : null;
    }

    private static IEnumerable<string> Sentences(string text) => SentenceEnd().Split(text).Where(s => s.Trim().Length > 0);

    [GeneratedRegex(@"[.;:!?]\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Closed();

    [GeneratedRegex(@"(?<=[\p{Ll}\d)»""][.!?])\s+(?=\p{Lu}\p{Ll})(?<!(?:тел|ул|им|гг|руб|см|др|п|г|с|д)\.\s+)", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"(?<!\p{L})(?:направ(?:ить|ляйте|ьте)|предостав(?:ить|ляйте)|представ(?:ить|ляйте)|прислать|сообщить|выслать|заполнить|передать|сдать|подать)(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SendVerb();

    [GeneratedRegex(@"^(?:не\s+)?\p{L}+(?:ть|ти|чь)(?:ся)?(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StartsWithVerb();

    [GeneratedRegex(@"(?<what>(?:следующ\p{L}+\s+)?(?:пакет\p{L}*\s+документов|документ\p{L}*|материал\p{L}*|копи\p{L}+\s+документов))(?:\s+\([^)]*\))?[^:.]{0,80}:\s*(?<list>.{5,})$|следующ\p{L}+\s+(?<what>пакет\p{L}*\s+документов|документ\p{L}*|материал\p{L}*|информаци\p{L}+|сведени\p{L}+)\s*:\s*(?<list>.{5,})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex DocumentList();

    [GeneratedRegex(@"по\s+(?:\p{L}+\s+)?форм[еау](?!\p{L}\s+наставнич)|прилагаем\p{L}+\s+форм|форм\p{L}\s+приложени|согласно\s+приложени|таблиц|приложени\p{L}+\s*(?:№\s*)?\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FormWords();

    [GeneratedRegex(@"^следующ\p{L}+\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Following();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?<!\p{L})(?<to>в\s+(?:управление|отдел|департамент|комитет|ИМК|ИМЦ|методический\s+(?:кабинет|центр)|муниципальный\s+центр\s+\p{L}+)(?:\s+(?:по\s+)?образовани\p{L}+)?)(?!\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex ToOffice();

    [GeneratedRegex(@"(?:необходимо|просим|прошу|следует|надлежит|предлагаем|Вас|и)\s*$|^(?:просим|прошу|необходимо)\s+(?:Вас\s+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ask();

    [GeneratedRegex(@"^(?:информаци|сведени|отч[её]т|данные|заявк|список|списки|анкет|форму|справк|таблиц|мониторинг|материал|архивн|скан|копи)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InformationStart();

    [GeneratedRegex(@"\s+(?:на\s+(?:электронн|адрес|e-?mail|эл\.)|по\s+(?:прилагаемой\s+|следующей\s+)?форме|в\s+(?:управление|отдел|департамент|срок|ИМК|комитет))|[:;]|\.(?=\s|$)|\(приложени", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WhatEnd();

    [GeneratedRegex(@"^(?:Информаци|информаци)ю|^(?:[Зз]аявк|[Аа]нкет|[Сс]правк|[Ф]орм|[ф]орм|[Тт]аблиц)у", RegexOptions.CultureInvariant)]
    private static partial Regex Accusative();
}
