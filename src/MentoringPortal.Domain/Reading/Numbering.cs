using System.Globalization;

namespace MentoringPortal.Domain.Reading;

/// <summary>Notices numbers that are left out or come twice.</summary>
internal static class Numbering
{
    public static void Check(IEnumerable<string> numbers, RemarkPart part, Remarks remarks) => Check(numbers.Select(n => (n, (int?)null)), part, remarks);

    public static void Check(IEnumerable<ReadItem> items, Remarks remarks) => Check(items.Select(i => (i.Number, (int?)i.Id)), RemarkPart.Item, remarks);

    private static void Check(IEnumerable<(string Number, int? Row)> numbers, RemarkPart part, Remarks remarks)
    {
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (number, row) in numbers)
        {
            var dot = number.LastIndexOf('.');
            var parent = dot < 0 ? "" : number[..dot];
            if (!int.TryParse(number[(dot + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var n)) continue;
            if (last.TryGetValue(parent, out var before) && n != before + 1 && !(n == 1 && dot < 0))
            {
                var text = n == before ? $"Номер {number} повторяется" : $"После номера {Full(parent, before)} идёт {number}";
                remarks.Add(part, number, "numbering-gap", text, Full(parent, before + 1), row);
            }

            last[parent] = n;
        }
    }

    private static string Full(string parent, int n) => parent.Length == 0 ? n.ToString(CultureInfo.InvariantCulture) : $"{parent}.{n.ToString(CultureInfo.InvariantCulture)}";
}
