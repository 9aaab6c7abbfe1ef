using System.Globalization;
using System.Text.Json.Serialization;
using MentoringPortal.Domain.People;

namespace MentoringPortal.Domain.Exchange;

/// <summary>What is wrong with a cell: its column, what stands there, what was expected. Without a column: what the row should be looked at for.</summary>
/// <param name="IsSentence">A rule refused the value: what is expected is said in a sentence of its own.</param>
public sealed record CellRemark(string Column, string Found, string Expected, bool IsSentence = false)
{
    [JsonIgnore]
    public string Words => Column.Length == 0 ? Expected : IsSentence ? $"{Column}: найдено «{Found}». {Expected}" : $"{Column}: найдено «{Found}», ожидается {Expected}.";
}

/// <summary>Reads the cells of a row one by one: the one writing of each value, or what was expected instead.</summary>
public static class CellRules
{
    private const int LongestShown = 80;
    private const int NameLength = 120, LineLength = 300, TextLength = 20_000, ClassLength = 20;

    /// <summary>The cells in the one writing; a remark for each that cannot be read.</summary>
    public static (IReadOnlyDictionary<ExchangeColumn, string> Cells, IReadOnlyList<CellRemark> Remarks) Read(ExchangeRow row)
    {
        var cells = new Dictionary<ExchangeColumn, string>();
        var remarks = new List<CellRemark>();
        foreach (var (column, text) in row.Cells)
        {
            // Nobody is without a kind, and a place in the bank is taken away on the card: there a dash says nothing.
            var (value, expected) = CellText.IsNothing(text) && column is not (ExchangeColumn.Kind or ExchangeColumn.Banks) ? (CellText.Nothing, null) : Read(column, text, row.Sheet.Since1904);
            // Registers of old say in words what the portal chooses from a list: the words are kept.
            if (expected is not null && row.Sheet.HasPairs && column is (ExchangeColumn.Time or ExchangeColumn.WishedAge))
                cells[ExchangeColumn.Interests] = Joined(cells.GetValueOrDefault(ExchangeColumn.Interests), $"{ExchangeColumns.Head(column).ToLowerInvariant()}: {text}");
            else if (expected is not null)
                remarks.Add(new(row.Sheet.HeadOf(column), Shown(text), expected));
            else
                cells[column] = column == ExchangeColumn.Interests ? Joined(value, cells.GetValueOrDefault(column)) : value;
        }
        return (cells, remarks);
    }

    private static string Joined(string? one, string? other) => string.Join("; ", new[] { one, other }.Where(t => t is not null));

    public static string Shown(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "…";

    private static (string Value, string? Expected) Read(ExchangeColumn column, string text, bool since1904) => column switch
    {
        ExchangeColumn.Code => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? (text, null) : ("", "код из выгрузки портала, или пустая ячейка для нового человека"),
        ExchangeColumn.Kind => CellText.Kind(text) is { } kind ? (CellText.Kinds.First(k => k.Value == kind).Word, null) : ("", Listed(CellText.Kinds.Select(k => k.Word))),
        ExchangeColumn.Banks => CellText.Bank(text) is { } bank ? (bank, null) : ("", Listed(CellText.Banks)),
        ExchangeColumn.BirthDate => CellText.Date(text, since1904) is { } born ? (CellText.Of(born), null)
            : CellText.Year(text) is { } year ? (year.ToString(CultureInfo.InvariantCulture), null) : ("", "дата, например 05.09.2012, или год: 2012"),
        ExchangeColumn.TeachingSince or ExchangeColumn.EnteredOn or ExchangeColumn.TrainedOn or ExchangeColumn.CompletedOn or ExchangeColumn.OrderDate =>
            CellText.Date(text, since1904) is { } day ? (CellText.Of(day), null) : ("", "дата, например 01.09.2026"),
        ExchangeColumn.Time => CellText.Flags(text, CellText.Times) is { } time ? (CellText.Of(time, CellText.Times), null) : ("", Listed(CellText.Times.Select(t => t.Word)) + " – через точку с запятой"),
        ExchangeColumn.Categories => CellText.Flags(text, CellText.Categories) is { } flags ? (CellText.Of(flags, CellText.Categories), null)
            : ("", Listed(CellText.Categories.Select(t => t.Word)) + " – через точку с запятой"),
        ExchangeColumn.RequestTopics or ExchangeColumn.CompetenceTopics => (string.Join("; ", CellText.Parts(text)), null),
        ExchangeColumn.Capacity => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var places) && places is >= 1 and <= 100 ? ($"{places}", null) : ("", "число от 1 до 100"),
        ExchangeColumn.WishedAge => CellText.Ages(text) is { } ages ? ($"{ages.From}–{ages.To}", null) : ("", "возраст, например 10–14"),
        ExchangeColumn.Surname or ExchangeColumn.Given or ExchangeColumn.Patronymic => Fitting(text, NameLength),
        ExchangeColumn.FullName or ExchangeColumn.MentorName or ExchangeColumn.MenteeName => text.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries).Any(part => part.Length > NameLength)
            ? ("", $"фамилия, имя и отчество, каждое не длиннее {NameLength} знаков") : (text, null),
        ExchangeColumn.ClassName => Fitting(Class(text), ClassLength),
        ExchangeColumn.Request or ExchangeColumn.Competences or ExchangeColumn.Achievements or ExchangeColumn.Interests or ExchangeColumn.Result => Fitting(text, TextLength),
        ExchangeColumn.CaseLink => Fitting(text, 2000),
        ExchangeColumn.OrderNumber => Fitting(text, 100),
        _ => Fitting(text, LineLength),
    };

    /// <summary>«7б» is «7 Б»: the same class is no change. What is no class is refused with the reason when it is written.</summary>
    private static string Class(string text)
    {
        try
        {
            return Person.ReadClass(text)?.Name ?? text;
        }
        catch (DomainException)
        {
            return text;
        }
    }

    private static string Listed(IEnumerable<string> words) => "одно из: " + string.Join(", ", words);

    private static (string Value, string? Expected) Fitting(string text, int longest) =>
        text.Length <= longest ? (text, null) : ("", $"не больше {longest} знаков, а здесь {text.Length}");
}
