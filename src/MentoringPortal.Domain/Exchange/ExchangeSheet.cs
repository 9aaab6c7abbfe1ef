namespace MentoringPortal.Domain.Exchange;

/// <summary>A row of a table of people: its cells by meaning, without those that are empty.</summary>
/// <param name="Source">The cells as they stand in the file.</param>
public sealed record ExchangeRow(ExchangeSheet Sheet, int Number, IReadOnlyDictionary<ExchangeColumn, string> Cells, IReadOnlyList<string> Source)
{
    public string? this[ExchangeColumn column] => Cells.GetValueOrDefault(column);
}

/// <summary>A sheet with people: where its head stands and what its columns mean.</summary>
public sealed class ExchangeSheet
{
    private const int HeadWithin = 25;
    /// <summary>The grey row of the template that shows how to fill in.</summary>
    public const string Sample = "образец";

    private readonly Dictionary<int, ExchangeColumn> _columns = [];

    private ExchangeSheet(SheetTable table) => (Name, Since1904) = (table.Name, table.Since1904);

    public string Name { get; }
    public bool Since1904 { get; }
    public IReadOnlyList<string> Heads { get; private set; } = [];
    public IReadOnlyList<ExchangeRow> Rows { get; private set; } = [];
    /// <summary>Heads that mean nothing to the portal: their cells are left aside.</summary>
    public IReadOnlyList<string> Unknown { get; private set; } = [];
    /// <summary>The methodology's base form: a row tells both people and what came of their pair.</summary>
    public bool HasPairs { get; private set; }
    /// <summary>In a base form: the person of the row is the mentor, not the mentee.</summary>
    public bool IsOfMentors { get; private set; }

    /// <summary>The column's head as the sheet has it; the portal's own for a column that the sheet has not got.</summary>
    public string HeadOf(ExchangeColumn column) => Has(column) ? Heads[_columns.First(c => c.Value == column).Key] : ExchangeColumns.Head(column);

    public bool Has(ExchangeColumn column) => _columns.ContainsValue(column);

    /// <summary>The sheets that hold people; a sheet of lists or of explanations is passed over.</summary>
    /// <exception cref="DomainException">No sheet has a head with names, or there are too many rows.</exception>
    public static IReadOnlyList<ExchangeSheet> Read(IReadOnlyList<SheetTable> tables, int mostRows)
    {
        var sheets = tables.Select(Read).OfType<ExchangeSheet>().ToList();
        if (sheets.Count == 0)
            throw new DomainException("Не нашлась строка с заголовками столбцов: нужны хотя бы фамилия и имя (или Ф. И. О.). Возьмите шаблон.", "File");
        var rows = sheets.Sum(s => s.Rows.Count);
        if (rows == 0)
            throw new DomainException("Под заголовками нет ни одной заполненной строки.", "File");
        return rows <= mostRows ? sheets : throw new DomainException($"В таблице {rows} строк, за раз можно загрузить не больше {mostRows}. Разделите её.", "File");
    }

    private static ExchangeSheet? Read(SheetTable table)
    {
        var (head, columns) = table.Rows.Take(HeadWithin).Select(r => (Row: r, Columns: Recognized(r))).MaxBy(r => r.Columns.Count);
        if (head is null || columns.Count < 2 || !columns.ContainsValue(ExchangeColumn.Surname) && !columns.Values.Any(IsFullName))
            return null;
        var sheet = new ExchangeSheet(table) { Heads = head.Cells };
        foreach (var (at, meaning) in columns)
            sheet._columns[at] = meaning;
        sheet.Settle();
        sheet.Unknown = [.. head.Cells.Where((text, at) => text.Length > 0 && !sheet._columns.ContainsKey(at)).Distinct(StringComparer.Ordinal)];
        sheet.Rows = [.. table.Rows.Where(r => r.Number > head.Number).Select(sheet.RowOf).OfType<ExchangeRow>()];
        return sheet;
    }

    /// <summary>Columns of a row if it is the head: the first of each meaning counts.</summary>
    private static Dictionary<int, ExchangeColumn> Recognized(SheetRow row)
    {
        var columns = new Dictionary<int, ExchangeColumn>();
        for (var at = 0; at < row.Cells.Count; at++)
            if (ExchangeColumns.Recognize(row.Cells[at]) is { } meaning && !columns.ContainsValue(meaning))
                columns[at] = meaning;
        return columns;
    }

    private static bool IsFullName(ExchangeColumn column) => column is ExchangeColumn.FullName or ExchangeColumn.MentorName or ExchangeColumn.MenteeName;

    /// <summary>Of two columns of names the first is whose register it is; a lone one is simply the person's.</summary>
    private void Settle()
    {
        var names = _columns.Where(c => IsFullName(c.Value)).OrderBy(c => c.Key).ToList();
        HasPairs = names.Count > 1;
        if (names.Count == 0)
            return;
        IsOfMentors = HasPairs ? names[0].Value == ExchangeColumn.MentorName || names[1].Value == ExchangeColumn.MenteeName : names[0].Value == ExchangeColumn.MentorName;
        _columns[names[0].Key] = ExchangeColumn.FullName;
        if (HasPairs)
            _columns[names[1].Key] = IsOfMentors ? ExchangeColumn.MenteeName : ExchangeColumn.MentorName;
    }

    private ExchangeRow? RowOf(SheetRow row)
    {
        var cells = new Dictionary<ExchangeColumn, string>();
        foreach (var (at, meaning) in _columns)
            if (row[at].Trim() is { Length: > 0 } text)
                cells[meaning] = text;
        // A row of column numbers under the head, a number alone, and the template's sample say nothing of anybody.
        var isEmpty = cells.All(c => c.Key == ExchangeColumn.Number) || (cells.Count > 1 && cells.Values.All(v => v.Length <= 2 && v.All(char.IsAsciiDigit)));
        return isEmpty || cells.GetValueOrDefault(ExchangeColumn.Code) == Sample ? null : new ExchangeRow(this, row.Number, cells, row.Cells);
    }
}
