using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace MentoringPortal.Web.Features.Shared;

/// <summary>
/// The field that a key of the form's state means. The state writes «form.Surname» after the action's parameter where the page says «Form.Surname», to
/// which the address of a field is not the same; and it lists errors by the length of names, where a reader wants them as the fields follow each other.
/// </summary>
/// <param name="Name">As the page writes it.</param>
/// <param name="Place">Sorts as the field stands in the page's model, which is how forms are laid out; errors of the whole form come first.</param>
public readonly record struct FormField(string Name, string Place)
{
    public static FormField Of(string key, ModelMetadata? page)
    {
        var (names, place) = (key.Split('.'), "");
        for (var i = 0; i < names.Length; i++)
        {
            var name = names[i].Split('[')[0];
            var index = page?.Properties.ToList().FindIndex(p => string.Equals(p.PropertyName, name, StringComparison.OrdinalIgnoreCase)) ?? -1;
            if (index < 0)
                return new(string.Join('.', names), key.Length == 0 ? "" : place + "~");
            page = page!.Properties[index];
            names[i] = page.PropertyName + names[i][name.Length..];
            place += $"{index:D3}.";
        }
        return new(string.Join('.', names), place);
    }
}
