using System.Text.RegularExpressions;

namespace MentoringPortal.Domain.Reading;

/// <summary>Reads what stands above the body: letterhead, kind, date, number, place, addressee, title, preamble.</summary>
internal sealed partial class HeadReader
{
    private readonly List<string> letterhead = [];
    private readonly List<string> letterhead2 = [];
    private readonly List<string> addressee = [];
    private readonly List<string> title = [];
    private readonly List<string> preamble = [];
    private readonly ContactsReader contacts = new();
    private readonly LetterheadReader languages = new();

    public string? KindWord { get; private set; }
    public string? Number { get; private set; }
    public DateOnly? Date { get; private set; }
    public string? Place { get; private set; }
    public ReadReference InReplyTo { get; private set; } = new(null, null);
    public string? Title => title.Count == 0 ? null : Cleaning.Sentence(string.Join(' ', title).Trim(' ', '[', ']'));
    public string? Preamble => preamble.Count == 0 ? null : string.Join(' ', preamble).Trim().TrimEnd(',', ':').TrimEnd();
    public string? Addressee => addressee.Count == 0 ? null : string.Join(' ', addressee);
    public IReadOnlyList<string> Letterhead => letterhead;
    public IReadOnlyList<string> Letterhead2 => letterhead2;
    public string? Issuer => LetterheadReader.Issuer(letterhead);
    public ReadContacts Contacts => contacts.Contacts;

    /// <summary>The line where the body of a letter begins.</summary>
    public int BodyStart { get; private set; }

    private enum Place_ { Letterhead, Requisites, Title, Preamble }

    /// <param name="parts">The paper.</param>
    /// <param name="end">Where the head ends at the latest: the operative word, the first clause, the signature or the first table.</param>
    /// <param name="isLetter">A letter has paragraphs where an order has a preamble.</param>
    public HeadReader(IReadOnlyList<Part> parts, int end, bool isLetter)
    {
        var state = Place_.Letterhead;
        var blankBefore = false;
        BodyStart = end;
        for (var i = 0; i < end; i++)
        {
            if (parts[i] is not Line line || line.Used) continue;
            if (line.IsBlank)
            {
                blankBefore = true;
                languages.EndBlock();
                continue;
            }

            if (isLetter && state != Place_.Letterhead && IsBody(line.Text, state, blankBefore))
            {
                BodyStart = i;
                break;
            }

            line.Used = true;
            state = Take(line, state, blankBefore);
            blankBefore = false;
        }

        languages.Split(letterhead, letterhead2);
    }

    private Place_ Take(Line line, Place_ state, bool blankBefore)
    {
        var text = line.Text;
        if (state is Place_.Letterhead or Place_.Requisites && TakeRequisites(line)) return state == Place_.Letterhead && KindWord is null && Number is null && Date is null ? state : Place_.Requisites;
        if (state is Place_.Letterhead or Place_.Requisites && contacts.Take(text)) return state;
        if (state != Place_.Preamble && PreambleStart().IsMatch(text) && (title.Count > 0 || state == Place_.Requisites)) state = Place_.Preamble;
        else if (title.Count == 0 && state is Place_.Letterhead or Place_.Requisites && TitleStart().IsMatch(text) && (KindWord is not null || Number is not null || Date is not null || blankBefore)) state = Place_.Title;
        else if (state == Place_.Title && blankBefore && TakeRequisites(line)) return Place_.Title;
        else if (state == Place_.Title && blankBefore && !char.IsLower(text[0])) state = Place_.Preamble;
        else if (state == Place_.Requisites) return AfterRequisites(text);
        switch (state)
        {
            case Place_.Title: title.Add(text); break;
            case Place_.Preamble: preamble.Add(text); break;
            default: languages.Add(line.Raw); break;
        }

        return state;
    }

    private Place_ AfterRequisites(string text)
    {
        if (Addressed().IsMatch(text) || addressee.Count > 0)
        {
            addressee.Add(text);
        }
        else if (Place is null && BareTown().IsMatch(text))
        {
            Place = text;
        }
        else if (KindWord is null)
        {
            // A line of the letterhead that stands below the number.
            languages.Add(text);
        }
        else
        {
            title.Add(text);
            return Place_.Title;
        }

        return Place_.Requisites;
    }

    private bool IsBody(string text, Place_ state, bool blankBefore)
    {
        if (Greeting().IsMatch(text) || PreambleStart().IsMatch(text)) return true;
        if (state == Place_.Title) return blankBefore && !char.IsLower(text[0]);
        return state == Place_.Requisites && text.Length > 110 && !TitleStart().IsMatch(text);
    }

    private bool TakeRequisites(Line line)
    {
        var cells = LetterheadReader.Cells(line.Raw);
        return cells.Count > 1 && cells.TrueForAll(TakeRequisites) || TakeRequisites(line.Text);
    }

    /// <summary>A line of nothing but kind, date, number and place; blanks of a draft count.</summary>
    private bool TakeRequisites(string text)
    {
        if (ApprovalMark().IsMatch(text)) return true;
        if (InReply().Match(text) is { Success: true } reply)
        {
            InReplyTo = new ReadReference(Requisites.Number(Requisites.FindNumber(reply.Value)), Requisites.FindDate(reply.Value)?.Date);
            text = text.Remove(reply.Index, reply.Length);
            if (text.Trim().Length == 0) return true;
        }

        var kind = KindLine().Match(text);
        var rest = kind.Success ? text.Remove(kind.Index, kind.Length) : text;
        var date = Requisites.FindDate(rest);
        if (date is { } d) rest = rest.Remove(d.Index, d.Length);
        var number = Requisites.FindNumber(rest);
        if (number.Success) rest = rest.Remove(number.Index, number.Length);
        var place = Requisites.FindPlace(rest);
        if (place.Success) rest = rest.Remove(place.Index, place.Length);
        var blank = BlankRequisites().IsMatch(rest);
        if (Filler().Replace(rest, "").Any(char.IsLetterOrDigit) && !(kind.Success && KindTail().IsMatch(rest))) return false;
        if (!kind.Success && date is null && !number.Success && !place.Success && !blank) return false;
        KindWord ??= kind.Success ? Squeeze(kind.Value) : null;
        Date ??= date?.Date;
        Number ??= Requisites.Number(number);
        Place ??= place.Success ? place.Value.Trim() : null;
        return true;
    }

    public static bool IsKindLine(string text) => KindLine().Match(text) is { Success: true } kind && text.Length - kind.Length < 60;

    public static bool IsOutgoingLine(string text) => InReply().IsMatch(text) || Outgoing().IsMatch(text);

    public static bool IsAddressed(string text) => text.Length < 90 && Addressed().IsMatch(text);

    private static string Squeeze(string word) => string.Concat(word.Where(char.IsLetter)).ToUpperInvariant();

    [GeneratedRegex(@"^\s*(?:П\s*Р\s*И\s*К\s*А\s*З|Р\s*А\s*С\s*П\s*О\s*Р\s*Я\s*Ж\s*Е\s*Н\s*И\s*Е|П\s*О\s*С\s*Т\s*А\s*Н\s*О\s*В\s*Л\s*Е\s*Н\s*И\s*Е|Р\s*Е\s*Ш\s*Е\s*Н\s*И\s*Е|П\s*И\s*С\s*Ь\s*М\s*О)(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex KindLine();

    [GeneratedRegex(@"^\s*(?:по|об основной|отдела|управления)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex KindTail();

    [GeneratedRegex(@"^[«""\[]?\s*(?:[ОO]|Об|Обо)\s+(?=\p{L}|«)|^(?:Об|О)(?:утвержд|внедр|организ|реализ|провед|создани|назначен|мерах)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TitleStart();

    [GeneratedRegex(@"^(?:В соответствии|В целях|С целью|На основании|Во исполнени|В рамках|Руководствуясь|В связи|Согласно|По результатам|По итогам|В исполнение|Для реализации|Для обеспечения|Учитывая|Исполняя|В развитие|Управление образования .{0,80}(?:информирует|направляет|сообщает|напоминает))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PreambleStart();

    [GeneratedRegex(@"^Уважаем(?:ые|ый|ая)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"на\s*(?:Ваш\p{L}*\s*)?(?:исх\.\s*)?№\s*[\d_А-Яа-я./\- ]*?\s*от\s*[\d_«»""./ ]*(?:\p{L}+\s*)?[\d_]*(?:\s?г\.?)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InReply();

    [GeneratedRegex(@"^(?:исх\.?\s*)?(?:от\s*[\d«""_].*№|№.*\sот\s)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Outgoing();

    [GeneratedRegex(@"^(?:Руководител(?:ям|ю)|Директор(?:ам|у)|Начальник(?:ам|у)|Заведующ(?:им|ему|ей)|Главе|Главам|Министру|Курат(?:ору|орам)|Методист(?:у|ам)|Заместител(?:ю|ям)|Специалист(?:у|ам)|Председател(?:ю|ям)|Координатор(?:у|ам)|Ректор(?:у|ам)|Образовательным|Общеобразовательным|Муниципальным)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Addressed();

    [GeneratedRegex(@"^\p{Lu}\p{Ll}{2,}(?:[- ]\p{Lu}\p{Ll}+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex BareTown();

    [GeneratedRegex(@"^(?:проект|утвержда(?:ю|ем)|утвержден[оаы]?|согласовано)[.:]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ApprovalMark();

    [GeneratedRegex(@"_{2,}|№\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex BlankRequisites();

    [GeneratedRegex(@"(?<!\p{L})(?:от|г|года|20\d\d|20|№|N|исх|проект)(?!\p{L})|[_«»"".,\-–—()/:]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Filler();
}
