using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Domain.Reading.Tables;

namespace MentoringPortal.Domain.Reading;

/// <summary>One reading of one paper: the parts are found first, then each is read with what the parts before it have told.</summary>
internal sealed class PaperReading(List<Part> parts, bool cut)
{
    private readonly Remarks remarks = new();

    public DocumentReading Read()
    {
        var outline = Outline.Of(parts);
        var letter = outline.Kind == DocumentKind.Letter;
        // A roadmap is approved above its title; an order and a letter are signed below their body.
        var approval = outline.Kind == DocumentKind.Roadmap ? SignatoryReader.Find(parts, 0, outline.HeadEnd) : null;
        if (approval is not null) MarkUsed(approval.Start, approval.End);
        var head = new HeadReader(parts, outline.HeadEnd, letter);
        var bodyStart = letter ? head.BodyStart : outline.BodyStart;
        var signature = approval ?? SignatoryReader.Find(parts, bodyStart, outline.BodyEnd);
        var bodyEnd = signature?.Start ?? outline.BodyEnd;
        MarkUsed(outline.HeadEnd, outline.BodyStart);
        if (outline.Kind != DocumentKind.Roadmap) MarkUsed(bodyStart, signature?.End ?? bodyEnd);
        var others = OtherSignatures(signature?.End ?? bodyEnd);
        var appendixParts = Appendices.Parts(parts, outline.Kind == DocumentKind.Roadmap ? outline.HeadEnd : signature?.End ?? bodyEnd);

        var body = Body(bodyStart, bodyEnd, outline.AfterOperative);
        var preamble = Cleaning.Flat($"{head.Preamble} {outline.BeforeOperative}").Trim(' ', ',', ':');
        var paragraphs = letter ? LetterReader.Paragraphs(body) : [];
        var grounds = letter ? paragraphs.FirstOrDefault(p => p.Length > 40) ?? "" : preamble;
        var basis = ActsReader.Read(grounds);
        var text = string.Join('\n', parts.SelectMany(Texts));
        var glossary = new Glossary(text);
        var parties = new PartyReader(head.Issuer, glossary);

        var plan = new PlanPeriods(remarks).Find(Titles(outline.Kind, head, appendixParts, body));
        var context = new DeadlineContext(head.Date, plan.Start, plan.End, null);
        var clauses = letter || outline.Kind == DocumentKind.Roadmap ? [] : new ClauseReader(parties, signature?.Signatory, context).Read(body);
        var roadmap = new RoadmapReader(parties, context, remarks);
        var indicators = new List<ReadIndicator>();
        foreach (var part in appendixParts) ReadTables(part, roadmap, indicators);
        var requests = new RequestForms(appendixParts).Complete(letter ? LetterReader.Requests(paragraphs, head.Date) : [], clauses);
        var references = letter ? paragraphs : [.. clauses.Select(c => c.Text), preamble];
        var appendices = new AppendixMatcher(remarks).Match(references, appendixParts, outline.Kind);

        DocumentDefects(outline, head, signature, text, others, basis);
        ClauseDefects(clauses);
        ItemDefects(roadmap);
        var unused = Unused();
        return new DocumentReading
        {
            Document = new DocumentHead
            {
                Kind = outline.Kind,
                Number = head.Number,
                Date = head.Date,
                Place = head.Place,
                Title = head.Title ?? (outline.Kind == DocumentKind.Roadmap ? appendixParts.FirstOrDefault()?.Title : null),
                Issuer = head.Issuer,
                Letterhead = head.Letterhead,
                Letterhead2 = head.Letterhead2,
                Contacts = head.Contacts,
                Addressee = head.Addressee,
                InReplyTo = head.InReplyTo,
                Preamble = preamble.Length == 0 ? null : preamble,
                Operative = outline.Operative,
                Basis = basis,
                Signatory = signature?.Signatory,
                Control = clauses.FirstOrDefault(c => ControlClause.IsControl(c.Text))?.Text,
                Paragraphs = paragraphs,
                PeriodStart = plan.Start,
                PeriodEnd = plan.End,
                Appendices = appendices,
            },
            Clauses = clauses,
            Sections = roadmap.Sections,
            Items = roadmap.Items,
            Targets = Targets.Read(roadmap.Items),
            Indicators = indicators,
            Requests = requests,
            Joins = JoinFinder.Find(clauses, roadmap.Items, requests),
            Remarks = remarks.All,
            Unused = unused,
        };
    }

    private void ReadTables(AppendixPart part, RoadmapReader roadmap, List<ReadIndicator> indicators)
    {
        foreach (var table in part.Tables)
        {
            switch (TableKinds.Of(table))
            {
                case TableKind.Roadmap: roadmap.Read(table, part.TableTitles.GetValueOrDefault(table)?.Text); break;
                case TableKind.Indicators: indicators.AddRange(IndicatorReader.Read(table, indicators.Count, remarks)); break;
                default: break;
            }
        }
    }

    private static IEnumerable<string> Titles(DocumentKind kind, HeadReader head, List<AppendixPart> appendices, List<string> body)
    {
        if (kind == DocumentKind.Letter) return [];
        return appendices.Where(a => a.Kind == AppendixKind.Roadmap).Select(a => a.Title).Append(head.Title).Concat(body.Where(l => Appendices.KindOf(l) == AppendixKind.Roadmap)).OfType<string>();
    }

    private List<string> Body(int from, int to, string behindOperative)
    {
        var lines = parts.Skip(from).Take(Math.Max(0, to - from)).OfType<Line>().Where(l => !l.IsBlank).Select(l => l.Text);
        return behindOperative.Length > 0 ? [behindOperative, .. lines] : [.. lines];
    }

    private List<ReadSignatory> OtherSignatures(int from)
    {
        var found = new List<ReadSignatory>();
        var at = from;
        while (found.Count < 20 && SignatoryReader.Find(parts, at, parts.Count) is { } block)
        {
            if (block.Signatory.Name is not null)
            {
                MarkUsed(block.Start, block.End);
                found.Add(block.Signatory);
            }

            at = block.End;
        }

        return found;
    }

    private void MarkUsed(int from, int to)
    {
        for (var i = Math.Max(0, from); i < to && i < parts.Count; i++) parts[i].Used = true;
    }

    private static IEnumerable<string> Texts(Part part) => part switch
    {
        Line line => [line.Text],
        Grid grid => grid.Rows.Select(r => r.Joined),
        _ => [],
    };

    private void DocumentDefects(Outline outline, HeadReader head, SignatureBlock? signature, string text, List<ReadSignatory> others, IReadOnlyList<ReadAct> basis)
    {
        if (cut) remarks.Add(RemarkPart.Document, null, "text-unused", "Текст слишком велик: прочитано только его начало");
        TextDefects.Find(text, signature?.Signatory, others, basis, remarks);
        if (outline.Kind == DocumentKind.Roadmap) return;
        if (head.Number is null) remarks.Add(RemarkPart.Document, "number", "number-missing", "Не найден номер документа");
        if (head.Date is null) remarks.Add(RemarkPart.Document, "date", "date-missing", "Не найдена дата документа");
        if (signature?.Signatory.Name is null) remarks.Add(RemarkPart.Document, "signatory", "signatory-missing", "Не найдено, кто подписал документ");
    }

    private void ClauseDefects(IReadOnlyList<ReadClause> clauses)
    {
        foreach (var clause in clauses.Where(c => c.Deadline is not null)) remarks.Deadline(RemarkPart.Clause, clause.Number, clause.Deadline!);
        Numbering.Check(clauses.Select(c => c.Number), RemarkPart.Clause, remarks);
    }

    private void ItemDefects(RoadmapReader roadmap)
    {
        foreach (var item in roadmap.Items) remarks.Deadline(RemarkPart.Item, item.Number, item.Deadline, item.Id);
        Numbering.Check(roadmap.Sections.Select(s => s.Number), RemarkPart.Section, remarks);
        foreach (var group in roadmap.Items.GroupBy(i => i.Section, StringComparer.Ordinal)) Numbering.Check(group, remarks);
    }

    private List<string> Unused()
    {
        var lines = parts.OfType<Line>().Where(l => !l.Used && !l.IsBlank && l.Text.Any(char.IsLetterOrDigit)).Select(l => l.Text)
            .Concat(parts.OfType<Grid>().Where(g => !g.Used).SelectMany(g => g.Rows.Select(r => r.Joined)).Where(t => t.Length > 0)).ToList();
        if (lines.Count > 0) remarks.Add(RemarkPart.Document, null, "text-unused", $"Не нашлось места для строк: {lines.Count}");
        return lines;
    }
}
