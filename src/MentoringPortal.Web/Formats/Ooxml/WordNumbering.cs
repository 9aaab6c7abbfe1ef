using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MentoringPortal.Web.Formats.Ooxml;

/// <summary>
/// Automatic numbering of Word (ECMA-376 part 1, 17.9): the numbers of an order's clauses stand in no paragraph, they are counted here as Word
/// counts them. Lists that share an abstract definition share the count; a level restarts when a higher one steps.
/// </summary>
internal sealed partial class WordNumbering
{
    private const int Levels = 9;

    private sealed class Level
    {
        public int Start = 1;
        public string Format = "decimal", Text = "";
        public int? Restart;
        public bool Legal;
        public string? Style;
    }

    private sealed class Definition
    {
        public readonly Level[] Levels = [.. Enumerable.Range(0, WordNumbering.Levels).Select(_ => new Level())];
        /// <summary>The definition stands in a numbering style.</summary>
        public string? StyleLink;
        /// <summary>Last number given per level; null before the first.</summary>
        public readonly int?[] Last = new int?[WordNumbering.Levels];
    }

    private sealed class List
    {
        public string Definition = "";
        public readonly Dictionary<int, int> StartOverrides = [];
        public readonly Dictionary<int, Level> LevelOverrides = [];
        public readonly HashSet<int> Started = [];
    }

    private sealed record Style(string? BasedOn, string? ListId, int? Level);

    private readonly Dictionary<string, Definition> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    private string? _defaultStyle;

    public WordNumbering(OoxmlPackage package)
    {
        if (package.RelatedPart("styles") is { } styles)
        {
            using var xml = package.OpenPart(styles);
            ReadStyles(xml);
        }
        if (package.RelatedPart("numbering") is { } numbering)
        {
            using var xml = package.OpenPart(numbering);
            ReadNumbering(xml);
        }
    }

    /// <summary>Counts one paragraph and returns what Word shows before it («2.1. », «- »), or an empty string.</summary>
    public string Next(string? style, string? listId, int? level)
    {
        var fromStyle = listId == null ? NumberingOfStyle(style ?? _defaultStyle) : default;
        listId ??= fromStyle.ListId;
        if (listId is null or "0" || !_lists.TryGetValue(listId, out var list) || Resolve(list.Definition) is not { } definition)
            return "";
        var at = level ?? fromStyle.Level ?? LevelOfStyle(definition, style);
        if (at is < 0 or >= Levels)
            return "";

        var (last, shape) = (definition.Last, LevelOf(list, definition, at));
        if (list.Started.Add(at) && list.StartOverrides.TryGetValue(at, out var start))
            last[at] = start;
        else
            last[at] = last[at] + 1 ?? shape.Start;
        for (var below = at + 1; below < Levels; below++)
        {
            // Restart 0: never. Restart n: only after a step of level n (1-based) or higher.
            if (LevelOf(list, definition, below).Restart is not { } restart || restart != 0 && at < restart)
                last[below] = null;
        }
        return Show(list, definition, at, shape);
    }

    private static string Show(List list, Definition definition, int at, Level shape)
    {
        if (shape.Format == "bullet")
            return "- ";
        if (shape.Format == "none" && !shape.Text.Contains('%', StringComparison.Ordinal))
            return shape.Text.Length == 0 ? "" : shape.Text + " ";
        var shown = Placeholder().Replace(shape.Text, match =>
        {
            var of = match.Groups["level"].Value[0] - '1';
            var level = LevelOf(list, definition, of);
            return Format(definition.Last[of] ?? level.Start, shape.Legal ? "decimal" : level.Format);
        });
        return shown.Trim().Length == 0 ? "" : shown.Trim() + " ";
    }

    private static Level LevelOf(List list, Definition definition, int at) => list.LevelOverrides.GetValueOrDefault(at) ?? definition.Levels[at];

    private static int LevelOfStyle(Definition definition, string? style) =>
        Math.Max(0, Array.FindIndex(definition.Levels, level => level.Style != null && level.Style == style));

    private Definition? Resolve(string id)
    {
        if (!_definitions.TryGetValue(id, out var definition) || definition.StyleLink == null)
            return definition;
        return NumberingOfStyle(definition.StyleLink).ListId is { } listId && _lists.TryGetValue(listId, out var list)
            ? _definitions.GetValueOrDefault(list.Definition) : definition;
    }

    private (string? ListId, int? Level) NumberingOfStyle(string? id)
    {
        int? level = null;
        for (var steps = 0; id != null && steps < 20 && _styles.TryGetValue(id, out var style); steps++, id = style.BasedOn)
        {
            level ??= style.Level;
            if (style.ListId != null)
                return (style.ListId, level);
        }
        return default;
    }

    private void ReadStyles(GuardedXml xml)
    {
        while (xml.Read())
        {
            if (!xml.IsElement || xml.Name != "style" || xml.Attribute("styleId") is not { } id)
                continue;
            if (xml.Attribute("type") == "paragraph" && xml.Attribute("default") is "1" or "true")
                _defaultStyle = id;
            string? basedOn = null, listId = null;
            int? level = null;
            xml.Within(() =>
            {
                switch (xml.Name)
                {
                    case "basedOn": basedOn = xml.Attribute("val"); break;
                    case "numId": listId = xml.Attribute("val"); break;
                    case "ilvl": level = xml.Number("val"); break;
                }
            });
            _styles[id] = new Style(basedOn, listId, level);
        }
    }

    private void ReadNumbering(GuardedXml xml)
    {
        while (xml.Read())
        {
            if (xml.IsElement && xml.Name == "abstractNum" && xml.Attribute("abstractNumId") is { } id)
                _definitions[id] = ReadDefinition(xml);
            else if (xml.IsElement && xml.Name == "num" && xml.Attribute("numId") is { } listId)
                _lists[listId] = ReadList(xml);
        }
    }

    private static Definition ReadDefinition(GuardedXml xml)
    {
        var definition = new Definition();
        xml.Within(() =>
        {
            if (xml.Name == "numStyleLink")
                definition.StyleLink = xml.Attribute("val");
            else if (xml.Name == "lvl" && xml.Number("ilvl") is >= 0 and < Levels and var at)
                definition.Levels[at] = ReadLevel(xml);
        });
        return definition;
    }

    private static List ReadList(GuardedXml xml)
    {
        var list = new List();
        var at = 0;
        xml.Within(() =>
        {
            switch (xml.Name)
            {
                case "abstractNumId": list.Definition = xml.Attribute("val") ?? ""; break;
                case "lvlOverride": at = xml.Number("ilvl") ?? 0; break;
                case "startOverride": list.StartOverrides[at] = xml.Number("val") ?? 1; break;
                case "lvl": list.LevelOverrides[xml.Number("ilvl") ?? at] = ReadLevel(xml); break;
            }
        });
        return list;
    }

    private static Level ReadLevel(GuardedXml xml)
    {
        var level = new Level();
        xml.Within(() =>
        {
            switch (xml.Name)
            {
                case "start": level.Start = xml.Number("val") ?? 1; break;
                case "numFmt": level.Format = xml.Attribute("val") ?? "decimal"; break;
                case "lvlText": level.Text = xml.Attribute("val") ?? ""; break;
                case "lvlRestart": level.Restart = xml.Number("val"); break;
                case "isLgl": level.Legal = xml.IsOn(); break;
                case "pStyle": level.Style = xml.Attribute("val"); break;
            }
        });
        return level;
    }

    private static string Format(int number, string format) => format switch
    {
        "none" => "",
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "lowerLetter" => Letters(number, "abcdefghijklmnopqrstuvwxyz"),
        "upperLetter" => Letters(number, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        // Word leaves out ё, й, ъ, ы, ь.
        "russianLower" => Letters(number, "абвгдежзиклмнопрстуфхцчшщэюя"),
        "russianUpper" => Letters(number, "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ"),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        "upperRoman" => Roman(number),
        "bullet" => "-",
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>а … я, аа, бб …: after the last letter Word doubles them.</summary>
    private static string Letters(int number, string alphabet) =>
        number < 1 ? "" : new string(alphabet[(number - 1) % alphabet.Length], Math.Min((number - 1) / alphabet.Length + 1, 10));

    private static string Roman(int number)
    {
        var roman = new StringBuilder();
        ReadOnlySpan<(int Value, string Sign)> signs =
        [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ];
        foreach (var (value, sign) in signs)
            for (; number is > 0 and < 4000 && number >= value; number -= value)
                roman.Append(sign);
        return roman.ToString();
    }

    [GeneratedRegex("%(?<level>[1-9])", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();
}
