using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace MentoringPortal.Browser.Tests.Hosting;

/// <summary>What must hold on every page: WCAG 2.1 AA by axe, no sideways scroll.</summary>
public static class PageChecks
{
    /// <summary>Put in by the debugger, so that it runs under the page's own content security policy.</summary>
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private const string RunAxe = """
        async only => {
          const result = await axe.run(document, { runOnly: only.length ? only : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'], resultTypes: ['violations'] });
          return JSON.stringify(result.violations.map(v => `${v.id}: ${v.nodes.map(n => n.target.join(' ') + ' ' + (n.any[0]?.message ?? n.all[0]?.message ?? v.help)).slice(0, 3).join('; ')}`));
        }
        """;

    private const string WiderThanTheWindow = """
        () => {
          const page = document.documentElement;
          if (page.scrollWidth <= page.clientWidth) return '';
          const wide = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > page.clientWidth + 1 && !e.closest('.scroll'));
          return `${page.scrollWidth} px in ${page.clientWidth}: ` + wide.slice(0, 3).map(e => `${e.tagName}.${e.className} «${e.textContent.trim().slice(0, 40)}»`).join(', ');
        }
        """;

    /// <summary>What axe finds on the page as it stands, by all rules or by those named, one line a rule; empty when all is well.</summary>
    public static async Task<IReadOnlyList<string>> AxeViolations(this IPage page, params string[] rules)
    {
        await page.EvaluateAsync($"() => {{ if (!window.axe) {{ {Axe} }} }}");
        return JsonSerializer.Deserialize<string[]>(await page.EvaluateAsync<string>(RunAxe, rules))!;
    }

    /// <summary>Each sort of element on the page: its tag, classes, and the names of its attributes, inside which parent.</summary>
    public static Task<string[]> Elements(this IPage page) => page.EvaluateAsync<string[]>("""
        () => {
          const sort = e => `${e.tagName}.${e.className} ${e.getAttributeNames().join(' ')}`;
          return [...new Set([...document.querySelectorAll('body *')].map(e => `${sort(e.parentElement)} > ${sort(e)}`))];
        }
        """);

    /// <summary>The server refuses a form with no antiforgery token, and one with two; empty when every posted form has one.</summary>
    public static Task<string> FormsWithoutOneToken(this IPage page) => page.EvaluateAsync<string>(
        "() => [...document.querySelectorAll('form[method=post]')].filter(f => f.querySelectorAll('[name=__RequestVerificationToken]').length !== 1).map(f => f.textContent.trim().slice(0, 60)).join('; ')");

    public static async Task ShouldBeAccessible(this IPage page) => (await page.AxeViolations()).ShouldBeEmpty(page.Url);

    /// <summary>What sticks out of the window at this width (CSS pixels); empty when the page does not scroll sideways.</summary>
    public static async Task<string> Overflow(this IPage page, int width)
    {
        await page.SetViewportSizeAsync(width, 900);
        return await page.EvaluateAsync<string>(WiderThanTheWindow);
    }
}
