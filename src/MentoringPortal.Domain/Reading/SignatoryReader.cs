using System.Text.RegularExpressions;

namespace MentoringPortal.Domain.Reading;

/// <summary>A signature block: position over one or more lines, then the name.</summary>
internal sealed record SignatureBlock(int Start, int End, ReadSignatory Signatory);

/// <summary>Finds signatures: on one line or on several with blank lines between, with a name or, in a draft, without.</summary>
internal static partial class SignatoryReader
{
    /// <summary>A signature block is not longer than this, blank lines included.</summary>
    private const int MostLines = 18;

    public static SignatureBlock? Find(IReadOnlyList<Part> parts, int from, int to)
    {
        SignatureBlock? unsigned = null;
        for (var i = from; i < to; i++)
        {
            if (parts[i] is not Line { IsBlank: false } line || line.Text.Length > 140 || !Position().IsMatch(line.Text)) continue;
            var block = BlockAt(parts, i, to);
            if (block?.Signatory.Name is not null) return block;
            unsigned = block ?? unsigned;
        }

        return unsigned;
    }

    private static SignatureBlock? BlockAt(IReadOnlyList<Part> parts, int start, int to)
    {
        var position = new List<string>();
        var i = start;
        for (; i < Math.Min(to, start + MostLines); i++)
        {
            if (parts[i] is not Line line) break;
            if (line.IsBlank || Stamp().IsMatch(line.Text)) continue;
            var text = Blank().Replace(line.Text, " ").Trim();
            if (text.Length == 0) continue;
            if (Shapes.IsPersonName(text)) return new SignatureBlock(start, i + 1, new ReadSignatory(Joined(position), text));
            if (NameAtEnd().Match(text) is { Success: true } signed)
            {
                position.Add(signed.Groups["position"].Value.Trim(' ', ',', '/'));
                return new SignatureBlock(start, i + 1, new ReadSignatory(Joined(position), signed.Groups["name"].Value.Trim('/', ' ')));
            }

            if (i > start && (text.Length > 110 || Shapes.Numbered(text).Success || Other().IsMatch(text) || text.EndsWith('.'))) break;
            position.Add(text);
        }

        // Without a name only a block that closes the body is a signature.
        var last = Math.Min(i, to);
        return last == to && position.Count is > 0 and < 5 ? new SignatureBlock(start, last, new ReadSignatory(Joined(position), null)) : null;
    }

    private static string? Joined(List<string> position) => position.Count == 0 ? null : string.Join(' ', position);

    [GeneratedRegex(@"^(?:(?:первый|временно|старший)\s+)?(?:начальник|заведующ(?:ий|ая)|директор|руководитель|председатель|глава|мэр|заместитель|зам\.|исполняющ(?:ий|ая)|исполняющий обязанности|и\.?\s?о\.?(?=\s)|врио|министр|ректор|главный специалист)(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Position();

    [GeneratedRegex(@"^(?<position>\p{L}.*?[\p{L})»""])[\s,/]+(?<name>\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}[\p{L}-]{2,}|\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s+\p{Lu}\.\s?\p{Lu}\.)/?$", RegexOptions.CultureInvariant)]
    private static partial Regex NameAtEnd();

    [GeneratedRegex(@"_+|\(\s*подпись\s*\)|\bп/п\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Blank();

    [GeneratedRegex(@"^(?:М\.?\s?П\.?|\(?подпись\)?|\(?Ф\.?И\.?О\.?\)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Stamp();

    [GeneratedRegex(@"^(?:с приказом|ознакомлен|исп\.|исполнитель|согласовано|приложение|рассылка|в дело|утвержд)|«дорожная карта|^план мероприятий", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Other();
}
