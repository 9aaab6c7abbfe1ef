namespace MentoringPortal.Web.Features.Shared;

/// <summary>
/// How a reader wants to see the pages (the «Вид» panel): theme, size of text, contrast, pictures. Kept in a cookie as
/// <c>theme.size.contrast.pictures</c>; what is not one of the known words is the default.
/// </summary>
public sealed record PageLook(string Theme, string Size, string Contrast, string Pictures)
{
    public static readonly PageLook Default = new("auto", "normal", "none", "on");

    public static readonly IReadOnlyDictionary<string, string> Themes = new Dictionary<string, string>
    {
        ["auto"] = "Как в системе",
        ["light"] = "Светлая",
        ["dark"] = "Тёмная",
    };

    public static readonly IReadOnlyDictionary<string, string> Sizes = new Dictionary<string, string>
    {
        ["normal"] = "А — обычный",
        ["large"] = "А+ — крупный",
        ["huge"] = "А++ — очень крупный",
    };

    public static readonly IReadOnlyDictionary<string, string> Contrasts = new Dictionary<string, string>
    {
        ["none"] = "Обычные цвета",
        ["black-on-white"] = "Чёрным по белому",
        ["white-on-black"] = "Белым по чёрному",
        ["blue"] = "Синим по голубому",
    };

    public static readonly IReadOnlyDictionary<string, string> PictureChoices = new Dictionary<string, string>
    {
        ["on"] = "Показывать",
        ["off"] = "Не показывать",
    };

    /// <summary>What Bootstrap draws by; a contrast decides the theme itself.</summary>
    public string BootstrapTheme => Contrast switch { "none" => Theme, "white-on-black" => "dark", _ => "light" };

    public static PageLook Of(string? theme, string? size, string? contrast, string? pictures) => new(
        Known(Themes, theme, Default.Theme),
        Known(Sizes, size, Default.Size),
        Known(Contrasts, contrast, Default.Contrast),
        Known(PictureChoices, pictures, Default.Pictures));

    public static PageLook Parse(string? cookie)
    {
        var parts = cookie?.Split('.');
        return parts is [var theme, var size, var contrast, var pictures] ? Of(theme, size, contrast, pictures) : Default;
    }

    public override string ToString() => $"{Theme}.{Size}.{Contrast}.{Pictures}";

    private static string Known(IReadOnlyDictionary<string, string> words, string? value, string fallback) =>
        value is not null && words.ContainsKey(value) ? value : fallback;
}
