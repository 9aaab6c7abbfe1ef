using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace MentoringPortal.Web.Tests.Hosting;

/// <summary>One browser: keeps cookies, does not follow redirects by itself, fills in forms as a person would.</summary>
public sealed class Visitor(HttpClient client)
{
    public HttpClient Client { get; } = client;

    public async Task<Answer> Get(string path) => await Answer.Of(await Client.GetAsync(path));

    /// <summary>Opens a page and sends the form on it whose action is <paramref name="action"/> (default: the first posted form of the page's main part), with
    /// everything the page has filled in and the given fields over it.</summary>
    public async Task<Answer> Submit(string page, Dictionary<string, string> fields, string? action = null)
    {
        var opened = await Get(page);
        opened.Status.ShouldBe(200, $"GET {page}");
        var form = opened.Html.QuerySelectorAll<IHtmlFormElement>(action is null ? "main form" : "form")
            .First(f => f.Method == "post" && (action is null || Path(f.Action) == action));
        var values = Values(form);
        foreach (var (name, value) in fields)
        {
            values.RemoveAll(v => v.Key == name);
            values.Add(new(name, value));
        }
        return await Post(Path(form.Action) is { Length: > 0 } target ? target : page, values);
    }

    /// <summary>Posts without looking at a page; the antiforgery token is taken from one that always has it.</summary>
    public async Task<Answer> Post(string path, Dictionary<string, string> fields)
    {
        var values = fields.ToList();
        values.Add(new("__RequestVerificationToken", await Token()));
        return await Post(path, values);
    }

    public async Task<Answer> Post(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await Answer.Of(await Client.PostAsync(path, content));
    }

    /// <summary>A valid antiforgery token of this browser.</summary>
    public async Task<string> Token()
    {
        // One's own page; with a one-time password the only page there is; for a stranger the page of sign-in.
        var page = await Get("/account");
        foreach (var other in new[] { "/account/password", "/account/login" })
            if (page.Status != 200)
                page = await Get(other);
        return ((IHtmlInputElement)page.Html.QuerySelector("input[name=__RequestVerificationToken]")!).Value;
    }

    public Task<Answer> SignIn(string email, string password) => Submit("/account/login", new() { ["Email"] = email, ["Password"] = password });

    /// <summary>Goes where a redirect points.</summary>
    public Task<Answer> Follow(Answer answer) => Get(answer.Location!);

    internal static string Path(string action) =>
        Uri.TryCreate(action, UriKind.Absolute, out var absolute) && absolute.Scheme != "file" ? absolute.PathAndQuery : action;

    internal static List<KeyValuePair<string, string>> Values(IHtmlFormElement form)
    {
        var values = new List<KeyValuePair<string, string>>();
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }:
                case IHtmlInputElement { Type: "submit" or "button" or "file" }:
                    break;
                case IHtmlInputElement { Name: { Length: > 0 } name } input:
                    values.Add(new(name, input.Value));
                    break;
                case IHtmlTextAreaElement { Name: { Length: > 0 } name } area:
                    values.Add(new(name, area.Value));
                    break;
                case IHtmlSelectElement { Name: { Length: > 0 } name } select:
                    values.AddRange(select.SelectedOptions.Select(o => new KeyValuePair<string, string>(name, o.Value)));
                    break;
            }
        }
        return values;
    }
}

/// <summary>An answer, read whole.</summary>
public sealed record Answer(HttpResponseMessage Response, byte[] Bytes)
{
    private static readonly HtmlParser Parser = new();

    public int Status => (int)Response.StatusCode;

    public string Text => System.Text.Encoding.UTF8.GetString(Bytes);

    public string? Location => Response.Headers.Location?.OriginalString;

    public bool IsRedirect => Response.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther;

    public IHtmlDocument Html => Parser.ParseDocument(Text);

    /// <summary>What a person reads: the page's words with single spaces.</summary>
    public string Words => string.Join(' ', (Html.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What the first posted form of the page's main part, or the one of this action, would send as it stands.</summary>
    public Dictionary<string, string> Filled(string? action = null)
    {
        var form = Html.QuerySelectorAll<IHtmlFormElement>("main form").First(f => f.Method == "post" && (action is null || Visitor.Path(f.Action) == action));
        // Of a tick and its hidden «false» the first counts, as the server reads it; the token is added by who posts.
        return Visitor.Values(form).Where(v => v.Key != "__RequestVerificationToken").DistinctBy(v => v.Key).ToDictionary(v => v.Key, v => v.Value);
    }

    public static async Task<Answer> Of(HttpResponseMessage response) => new(response, await response.Content.ReadAsByteArrayAsync());
}
