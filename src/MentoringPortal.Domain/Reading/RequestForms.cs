namespace MentoringPortal.Domain.Reading;

/// <summary>Gives the requests of a paper the forms that follow it.</summary>
internal sealed class RequestForms
{
    private readonly List<(AppendixPart Part, ReadForm Form)> left;

    public RequestForms(IEnumerable<AppendixPart> parts) =>
        left = [.. parts.SelectMany(p => p.Tables.Where(t => Tables.TableKinds.Of(t) == Tables.TableKind.Form)
            .Select(t => (p, WithFieldsBelow(FormReader.Read(t), p))))];

    public IReadOnlyList<ReadRequest> Complete(List<RequestDraft> drafts, IReadOnlyList<ReadClause> clauses)
    {
        var requests = drafts.Select(d => d.WantsForm ? d.Request with { Form = Take(d.Source) } : d.Request).ToList();
        foreach (var (part, form) in left)
        {
            // A form nobody asked for in so many words is still asked for: by the clause that names its appendix, if there is one.
            var clause = clauses.OrderByDescending(c => c.Deadline is not null).FirstOrDefault(c => Appendices.References(c.Text).Any(r => r.Number == (part.Number ?? 0)) && LetterReader.MentionsForm(c.Text));
            requests.Add(new ReadRequest { What = part.Title ?? clause?.Text ?? "Сведения по форме", Due = clause?.Deadline?.End, Form = form });
        }

        return requests;
    }

    private ReadForm? Take(string source)
    {
        var numbers = Appendices.References(source).Select(r => r.Number).ToList();
        var at = left.FindIndex(f => f.Part.Number is { } n && numbers.Contains(n));
        if (at < 0) at = left.FindIndex(f => f.Part.Number is null || numbers.TrueForAll(n => n == 0));
        if (at < 0) return null;
        var form = left[at].Form;
        left.RemoveAt(at);
        return form;
    }

    /// <summary>Fields that stand below the table, on lines of their own, belong to the form.</summary>
    private static ReadForm WithFieldsBelow(ReadForm form, AppendixPart part) =>
        form with { Tail = [.. form.Tail, .. part.Text.SelectMany(l => FormReader.Fields(l.Text))] };
}
