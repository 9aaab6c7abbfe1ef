using System.Globalization;
using System.Text.Json.Serialization;
using MentoringPortal.Domain.Coverage;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Reading;
using MentoringPortal.Domain.Text;

namespace MentoringPortal.Domain.Requests;

/// <summary>A row of a counting form; without a measure it is typed by hand.</summary>
public sealed record FormRow(string Head, CountedMeasure? Measure);

/// <summary>A column: one form of mentoring, all of them together (<see cref="AllForms"/>), or null where its head names none and hands fill it.</summary>
public sealed record FormColumn(string Head, int? FormId)
{
    public const int AllForms = 0;
}

/// <summary>Counted out of the registry, typed by hand, or crossed out because nobody could stand there.</summary>
public enum CellKind { Counted, ByHand, Crossed }

/// <summary>Форма сведений: rows × columns bound to what the registry counts, with the fields below (who is responsible, his phone).</summary>
public sealed record CountingForm(IReadOnlyList<FormRow> Rows, IReadOnlyList<FormColumn> Columns, IReadOnlyList<string> Tail)
{
    public const int MostRows = 30, MostColumns = 12;

    /// <summary>Heads of columns that tell no forms apart.</summary>
    private static readonly string[] Totals = ["ВСЕГО", "ИТОГО", "КОЛИЧЕСТВО", "ЧИСЛО", "ЧИСЛЕННОСТЬ", "ЗНАЧЕНИЕ", "ЧЕЛОВЕК", "ВСЕ ФОРМЫ"];

    /// <summary>The form of a read paper, its heads bound to what they mean; what they do not mean anything of ours stays for hands.</summary>
    public static CountingForm Bind(ReadForm form, IReadOnlyCollection<MentoringForm> known) =>
        new([.. form.Rows.Select(r => new FormRow(r, Measures.Find(r)))], [.. form.Columns.Select(c => new FormColumn(c, FindForm(c, known)))], form.Tail);

    /// <summary>The form of mentoring that a column's head names.</summary>
    public static int? FindForm(string? head, IReadOnlyCollection<MentoringForm> known)
    {
        var key = Folded(head);
        if (known.FirstOrDefault(f => Folded(f.Name) == key) is { } exact)
            return exact.Id;
        if (Totals.Any(t => key.StartsWith(t, StringComparison.Ordinal)))
            return FormColumn.AllForms;
        return known.FirstOrDefault(f => key.Contains(Folded(f.Name), StringComparison.Ordinal))?.Id;
    }

    /// <summary>Forms that have a column of their own.</summary>
    [JsonIgnore] public IReadOnlyList<int> Forms => [.. Columns.Select(c => c.FormId).OfType<int>().Where(f => f != FormColumn.AllForms).Distinct()];

    public CellKind KindOf(int row, int column, IReadOnlyCollection<MentoringForm> known) => (Rows[row].Measure, Columns[column].FormId) switch
    {
        (null, _) or (_, null) => CellKind.ByHand,
        ({ } measure, { } form) => measure.MakesSense(CountedIn(form, known)) ? CellKind.Counted : CellKind.Crossed,
    };

    /// <summary>The forms that a column counts: its own, and local ones without a column that reports count under it. None: all of them.</summary>
    private List<MentoringForm> CountedIn(int formId, IReadOnlyCollection<MentoringForm> known)
    {
        var own = Forms;
        return formId == FormColumn.AllForms ? [] : [.. known.Where(f => f.Id == formId || (f.CountsAsId == formId && !own.Contains(f.Id)))];
    }

    public string NameOf(int row, int column) => $"«{Rows[row].Head}», «{Columns[column].Head}»";

    [JsonIgnore] public bool AsksResponsible => Tail.Count > 0;

    // «Педагог–педагог» of the later papers is the form «учитель–учитель» of Р-145.
    private static string Folded(string? name) => SearchKey.Of(name).Replace("ПЕДАГОГ", "УЧИТЕЛЬ", StringComparison.Ordinal);

    /// <exception cref="DomainException">Nothing to fill, too much of it, or two rows or columns of one name.</exception>
    public void Check()
    {
        if (Rows.Count == 0 || Columns.Count == 0)
            throw new DomainException("В форме нужна хотя бы одна строка и одна графа.", "Rows");
        if (Rows.Count > MostRows || Columns.Count > MostColumns)
            throw new DomainException($"В форме не больше {MostRows} строк и {MostColumns} граф.", "Rows");
        if (Rows.Select(r => SearchKey.Of(r.Head)).Distinct(StringComparer.Ordinal).Count() < Rows.Count)
            throw new DomainException("Две строки формы названы одинаково.", "Rows");
        if (Columns.Select(c => SearchKey.Of(c.Head)).Distinct(StringComparer.Ordinal).Count() < Columns.Count)
            throw new DomainException("Две графы формы названы одинаково.", "Columns");
    }
}

/// <summary>A cell as it was answered: what the registry counted, what the school states, and why they differ.</summary>
public sealed record StatedCell(int Row, int Column, int? Counted, int? Stated, string? Reason)
{
    public const int Most = 1_000_000;

    [JsonIgnore] public bool IsCorrected => Counted is not null && Stated != Counted;

    /// <summary>«+3», «−2».</summary>
    [JsonIgnore]
    public string Difference => Counted is { } counted && Stated is { } stated && stated != counted
        ? (stated > counted ? "+" : "−") + Math.Abs(stated - counted).ToString(CultureInfo.InvariantCulture) : "";
}

/// <summary>Of the sum of a cell so many are counted in two organizations.</summary>
public sealed record RepeatedCell(int Row, int Column, int Value);

/// <summary>An entry of the checklist: a document, and what it must contain.</summary>
public sealed record RequestedDocument(string Name, IReadOnlyList<string> MustContain)
{
    public const int Most = 20;

    /// <summary>What a read letter says of all documents belongs to the act that introduces the model, where there is one: its terms and results stand there.</summary>
    public static IReadOnlyList<RequestedDocument> Read(IReadOnlyList<string> documents, IReadOnlyList<string> mustContain)
    {
        var acts = documents.Where(d => SearchKey.Of(d) is var key && key.Contains("ВНЕДРЕНИ", StringComparison.Ordinal)
            && (key.Contains("ПРИКАЗ", StringComparison.Ordinal) || key.Contains("АКТ", StringComparison.Ordinal) || key.Contains("РАСПОРЯ", StringComparison.Ordinal))).ToList();
        return [.. documents.Select(d => new RequestedDocument(d, acts.Count == 0 || acts.Contains(d) ? mustContain : []))];
    }
}
