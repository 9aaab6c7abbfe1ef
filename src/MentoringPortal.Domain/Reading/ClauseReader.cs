using System.Text.RegularExpressions;
using MentoringPortal.Domain.Deadlines;

namespace MentoringPortal.Domain.Reading;

/// <summary>Reads the numbered clauses of an order with those who answer for them, their terms and the documents they ask for.</summary>
internal sealed partial class ClauseReader(PartyReader parties, ReadSignatory? signatory, DeadlineContext context)
{
    private sealed class Draft(string number, string text)
    {
        public string Number { get; } = number;
        public List<string> Lines { get; } = [text];
        public List<string> Items { get; } = [];
        public string Lead => string.Join(' ', Lines);
        public string Text => Items.Count == 0 ? Lead : Lead + "\n" + string.Join('\n', Items.Select(i => "– " + i));
        public string? Parent => Number.LastIndexOf('.') is > 0 and var dot ? Number[..dot] : null;
    }

    public IReadOnlyList<ReadClause> Read(IEnumerable<string> lines)
    {
        var all = lines.ToList();
        var drafts = Drafts(all, numbered: all.Exists(l => Number(l).Success));
        var clauses = new List<ReadClause>();
        foreach (var draft in drafts)
        {
            var parent = clauses.Find(c => c.Number == draft.Parent);
            clauses.Add(Clause(draft, parent));
        }

        return clauses;
    }

    private static List<Draft> Drafts(List<string> lines, bool numbered)
    {
        var drafts = new List<Draft>();
        var inItems = false;
        foreach (var line in lines)
        {
            var number = Number(line);
            if (number.Success && !IsSubList(number.Groups["number"].Value, line, drafts))
            {
                drafts.Add(new Draft(number.Groups["number"].Value, number.Groups["text"].Value.Trim().TrimEnd(';')));
                inItems = false;
                continue;
            }

            var item = number.Success ? number : Shapes.Dashed(line);
            if (drafts.Count > 0 && item.Success)
            {
                inItems = AddItem(drafts, item.Groups["text"].Value.Trim(), inItems);
            }
            else if (drafts.Count == 0 && lines.Find(l => Number(l).Success) is { } first && Number(first).Groups["number"].Value.Split('.') is { Length: > 1 } nested)
            {
                // «Утвердить:» that lost its number stands above 1.1.
                drafts.Add(new Draft(nested[0], line));
            }
            else if (!numbered && (drafts.Count == 0 || !char.IsLower(line[0])))
            {
                drafts.Add(new Draft((drafts.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), line));
                inItems = false;
            }
            else if (drafts.Count > 0)
            {
                var last = drafts[^1];
                if (inItems) last.Items[^1] += " " + line;
                else last.Lines.Add(line);
            }
        }

        return drafts;
    }

    /// <summary>A dash that begins with an infinitive is an assignment of its own, numbered after its clause; any other is a part of it.</summary>
    private static bool AddItem(List<Draft> drafts, string text, bool inItems)
    {
        var last = drafts[^1];
        var parent = drafts.FindLast(d => d.Items.Count == 0 && d.Lead.TrimEnd().EndsWith(':') && (d == last || d.Number == last.Parent));
        if (!inItems && parent is not null && Infinitive().IsMatch(text))
        {
            var ordinal = drafts.Count(d => d.Parent == parent.Number) + 1;
            drafts.Add(new Draft($"{parent.Number}.{ordinal}", text.TrimEnd(';')));
            return false;
        }

        last.Items.Add(text);
        return true;
    }

    /// <summary>«1)» under a clause «4.» is a list inside the clause, not clause 1.</summary>
    private static bool IsSubList(string number, string line, List<Draft> drafts) =>
        drafts.Count > 0 && !number.Contains('.', StringComparison.Ordinal) && SubListMark().IsMatch(line)
        && (!int.TryParse(drafts[^1].Number.Split('.')[0], out var last) || last + 1 != int.Parse(number) || drafts[^1].Items.Count > 0);

    private ReadClause Clause(Draft draft, ReadClause? parent)
    {
        var term = TermPhrases.Find(draft.Lead);
        var deadline = term.Success ? DeadlineReader.Read(term.Value.Trim(), context) : null;
        if (deadline is { Kind: DeadlineKind.Unspecified }) deadline = null;
        var inherits = parent is not null && parent.Text.Split('\n')[0].TrimEnd().EndsWith(':');
        if (deadline is null && inherits && parent!.Deadline is { } above) deadline = above with { Inferred = [.. above.Inferred, "clause"] };
        var responsible = Responsible(draft.Lead, term);
        return new ReadClause
        {
            Number = draft.Number,
            Text = draft.Text,
            Deadline = deadline,
            Responsible = responsible.Count == 0 && inherits ? parent!.Responsible : responsible,
            Documents = Documents(draft),
        };
    }

    private static List<string> Documents(Draft draft)
    {
        var asks = draft.Items.Count > 0 && draft.Lead.TrimEnd().EndsWith(':') && AsksForDocuments().IsMatch(draft.Lead);
        if (!asks || draft.Items.Exists(i => Shapes.FindPersonName(i).Success)) return [];
        return [.. draft.Items.Select(i => i.Trim(' ', ';', ',', '.'))];
    }

    private List<ReadParty> Responsible(string text, Match term)
    {
        if (KeptByHead().IsMatch(text))
            return [new ReadParty { Text = KeptByHead().Match(text).Value, Kind = PartyKind.Person, Understood = signatory?.Position, Position = signatory?.Position, Name = signatory?.Name }];
        if (LaidOn().Match(text) is { Success: true } laid) return [parties.ReadOne(laid.Groups["who"].Value, SourceCase.Accusative)];
        if (Infinitive().IsMatch(text)) return Appoint().IsMatch(text) ? Appointed(text) : [];
        var bare = term.Success ? text.Remove(term.Index, term.Length) : text;
        var verb = AnyInfinitive().Match(bare);
        bare = AppendixMark().Replace(bare, m => new string(' ', m.Length));
        var lead = (verb.Success ? bare[..verb.Index] : bare.EndsWith(':') ? bare : "").Trim(' ', ':', ',');
        if (lead.Length is < 3 or > 260 || !DativeStart().IsMatch(lead)) return [];
        return [.. SplitDative(lead).Select(p => parties.ReadOne(p, SourceCase.Dative))];
    }

    /// <summary>«Назначить куратором … методиста отдела образования Петрову А.П.»: the positions and names of those appointed.</summary>
    private List<ReadParty> Appointed(string text)
    {
        var found = new List<ReadParty>();
        var from = 0;
        while (found.Count < 20 && Shapes.FindPersonName(text[from..]) is { Success: true } name)
        {
            var before = text[from..(from + name.Index)];
            var position = PositionWord().Matches(before).LastOrDefault(m => !IsGoverned(before, m));
            var start = position is null ? name.Index : position.Index;
            var end = name.Index + name.Length;
            if (position is null && PositionBehind().Match(text[(from + end)..]) is { Success: true } behind) end += behind.Length;
            found.Add(parties.ReadOne(text.Substring(from + start, end - start), SourceCase.Accusative));
            from += end;
        }

        return found;
    }

    /// <summary>«заместителя начальника»: the second word depends on the first.</summary>
    private static bool IsGoverned(string before, Match position)
    {
        var words = before[..position.Index].TrimEnd().Split(' ');
        return PositionWord().IsMatch(words[^1]);
    }

    private static IEnumerable<string> SplitDative(string lead)
    {
        var parts = new List<string>();
        foreach (var piece in lead.Split([", ", "; "], StringSplitOptions.RemoveEmptyEntries))
        {
            if (parts.Count > 0 && !DativeStart().IsMatch(piece)) parts[^1] += ", " + piece;
            else parts.Add(piece);
        }

        return parts.SelectMany(p => DativeAnd().Split(p));
    }

    private static Match Number(string line)
    {
        var dashed = Shapes.Dashed(line);
        var number = Shapes.Numbered(dashed.Success ? dashed.Groups["text"].Value : line);
        return number.Success && (!dashed.Success || number.Groups["number"].Value.Contains('.', StringComparison.Ordinal)) ? number : dashed.Success ? Match.Empty : number;
    }

    [GeneratedRegex(@"\(\s*приложени[^)]*\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AppendixMark();

    [GeneratedRegex(@"^,\s+(?:\p{L}+(?:ого|его|ую)\s+){0,2}(?:методиста|специалиста|заведующ(?:ую|его)|заместителя|начальника|директора|инспектора|консультанта|руководителя|педагога|координатора)(?!\p{L})[^.;,]{0,100}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PositionBehind();

    [GeneratedRegex(@"^\s*\d+\)", RegexOptions.CultureInvariant)]
    private static partial Regex SubListMark();

    [GeneratedRegex(@"^(?:не\s+)?\p{L}+(?:ть|ти|чь)(?:ся)?(?!\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Infinitive();

    [GeneratedRegex(@"(?<!\p{L})\p{Ll}{3,}(?:ать|ять|ить|еть|уть|ести|йти|сти|зти|чь)(?:ся)?(?!\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex AnyInfinitive();

    [GeneratedRegex(@"утверд|разработ|издат|представ|направ|подготов|предостав|принят", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AsksForDocuments();

    [GeneratedRegex(@"оставля(?:ю|ет)\s+за\s+собой", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex KeptByHead();

    [GeneratedRegex(@"возложить\s+на\s+(?<who>[^;]{3,250}?)\.?\s*$|возлагаю\s+на\s+(?<who>[^;]{3,250}?)\.?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LaidOn();

    [GeneratedRegex(@"^(?:назначить|определить|утвердить\s+(?:ответственн|куратор|координатор))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Appoint();

    [GeneratedRegex(@"(?<!\p{L})(?:(?:главн|ведущ|старш)\p{L}+\s+)?(?:методиста|специалиста|заведующ(?:ую|его)|заместителя|начальника|директора|инспектора|консультанта|руководителя|педагога|координатора|эксперта|психолога)(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PositionWord();

    [GeneratedRegex(@"^(?:\p{L}+(?:ому|ему|ым|им|ой|ей)\s+){0,3}(?:\p{L}+(?:ам|ям)|\p{L}+(?:ому|ему|им|ым)|\p{L}{4,}(?:у|ю)|заведующей|главе|группе|комиссии|службе|администрации|ИМК|ИМЦ|РМК|МЦН)(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DativeStart();

    [GeneratedRegex(@"\s+и\s+(?=(?:руководителям|директорам|заведующим|методистам|специалистам|заместителям|кураторам|учреждениям|организациям|педагогам|наставникам|методисту|специалисту|заведующей|заведующему|начальнику)(?!\p{L}))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DativeAnd();
}
