using System.Text.RegularExpressions;

namespace MentoringPortal.Domain.Reading;

/// <summary>Takes the address, phone, e-mail and codes out of a letterhead.</summary>
internal sealed partial class ContactsReader
{
    private readonly List<string> address = [];
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);
    private string? phone;
    private string? email;

    public ReadContacts Contacts => new()
    {
        Address = address.Count == 0 ? null : string.Join(' ', address).Trim(' ', ','),
        Phone = phone,
        Email = email,
        Ids = ids,
    };

    /// <summary>True if the line is contacts and nothing else.</summary>
    public bool Take(string text)
    {
        var rest = text;
        foreach (Match code in Code().Matches(text))
        {
            var names = code.Groups["name"].Value.Split('/');
            var values = code.Groups["value"].Value.Split('/');
            for (var i = 0; i < names.Length && i < values.Length; i++) ids.TryAdd(names[i].Trim(), values[i].Trim());
            rest = rest.Replace(code.Value, " ", StringComparison.Ordinal);
        }

        if (Mail().Match(rest) is { Success: true } mail)
        {
            email ??= mail.Groups["mail"].Value;
            rest = rest.Replace(mail.Value, " ", StringComparison.Ordinal);
        }

        if (Phone().Match(rest) is { Success: true } call)
        {
            phone ??= call.Groups["phone"].Value.Trim(' ', ',', '-');
            rest = rest.Replace(call.Value, " ", StringComparison.Ordinal);
        }

        rest = Site().Replace(rest, " ");
        if (Address().IsMatch(rest))
        {
            address.Add(rest.Trim());
            return true;
        }

        return rest.Length < text.Length && rest.Count(char.IsLetter) < 12;
    }

    [GeneratedRegex(@"(?<name>ОКПО|ОГРН|ИНН\s?/\s?КПП|ИНН|КПП|ОКТМО|ОКАТО|ОКОГУ)\s*[:№-]?\s*(?<value>\d[\d]*(?:\s?/\s?\d+)?)", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?:(?:e-?\s?mail|эл(?:ектронная|\.)?\s?(?:почта|адрес)|адрес электронной почты)\s*[:.]?\s*)?(?<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?:тел(?:ефон)?|факс|т)\s*(?:[./]\s*факс)?[.:/ ]*\s*(?<phone>[+8(]?[\d][\d\s()\-–]{4,}\d(?:\s*,\s*[\d][\d\-\s]{2,}\d)*)(?:\s*[,;]?\s*факс[.: ]*[\d\s()\-–]+)?|^\s*(?<phone>\+?[78]\s?\(\d{3,5}\)\s?[\d\- ]{5,})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    [GeneratedRegex(@"(?:сайт\s*[:.]?\s*)?(?:https?://|www\.)\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Site();

    [GeneratedRegex(@"(?<!\p{L})(?:ул(?:ица|\.)|пер(?:еулок|\.)|пр(?:оспект|осп\.|-т|-кт)|наб(?:ережная|\.)|пл(?:ощадь|\.)|мкр|микрорайон|д\.\s?\d|дом\s\d|зд\.\s?\d|каб\.|офис)(?!\p{L})|(?<!\d)\d{6}(?!\d)|^\s*(?:адрес|юридический адрес)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
