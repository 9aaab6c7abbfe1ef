using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using MentoringPortal.Web.Tests.Hosting;

namespace MentoringPortal.Web.Tests.Import;

/// <summary>Uploads papers as the department does.</summary>
internal static class ImportVisitor
{
    public const string Paper = """
        ОТДЕЛ ОБРАЗОВАНИЯ
        АДМИНИСТРАЦИИ СОСНОВОГО РАЙОНА
        ПРИКАЗ
        03.09.2026
        № {number}
        О внедрении наставничества
        На основании распоряжения Минпросвещения России от 25.12.2019 № Р-145 «Об утверждении методологии»
        ПРИКАЗЫВАЮ:
        1. Утвердить дорожную карту на 2026-2027 учебный год (приложение 1).
        2. Руководителям образовательных учреждений в срок до 01.10.2026 утвердить распорядительным актом:
        - Положение о наставничестве;
        - «дорожную карту» внедрения наставничества
        3. Контроль за исполнением приказа оставляю за собой.
        Начальник отдела образования А.Ю. Яркина

        Приложение 1
        Дорожная карта внедрения наставничества на 2026-2027 учебный год
        № п/п	Мероприятия	Сроки	Ответственные
        1	Разработка дорожных карт внедрения наставничества в школах	До 01.10.2026	Руководители ОУ
        2	Мониторинг базы программ	Декабрь	Отдел образования
        3	Подготовка отчёта о программах	Апрель-май 2026	ИМК, руководители ОУ
        4	Вовлечение обучающихся по дополнительным общеобразовательным программам (не менее 15%) в наставничество	До 31.05.2027	Руководители ОУ
        """;

    public static string Order(string number) => Paper.Replace("{number}", number, StringComparison.Ordinal);

    public static Task<Answer> Upload(this Visitor visitor, string name, string text) => visitor.Upload(name, Encoding.UTF8.GetBytes(text));

    public static async Task<Answer> Upload(this Visitor visitor, string name, byte[] content)
    {
        using var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var token = new StringContent(await visitor.Token());
        using var form = new MultipartFormDataContent { { token, "__RequestVerificationToken" }, { file, "File", name } };
        return await Answer.Of(await visitor.Client.PostAsync("/roadmaps/import", form));
    }

    public static async Task<Answer> Paste(this Visitor visitor, string text)
    {
        using var pasted = new StringContent(text);
        using var token = new StringContent(await visitor.Token());
        using var form = new MultipartFormDataContent { { token, "__RequestVerificationToken" }, { pasted, "Text" } };
        return await Answer.Of(await visitor.Client.PostAsync("/roadmaps/import", form));
    }

    /// <summary>Uploads and returns the draft's address.</summary>
    public static async Task<string> Draft(this Visitor visitor, string text)
    {
        var answer = await visitor.Upload("приказ.txt", text);
        answer.Status.ShouldBe(302, answer.Words);
        return answer.Location!;
    }

    /// <summary>Presses a button as a browser does: its whole form, with the given fields over it, goes to the button's address.</summary>
    public static async Task<Answer> Press(this Visitor visitor, string page, string action, Dictionary<string, string>? fields = null)
    {
        var opened = await visitor.Get(page);
        var button = opened.Html.QuerySelector($"button[formaction='{action}']").ShouldNotBeNull($"button {action} on {page}");
        var values = Visitor.Values((IHtmlFormElement)button.Closest("form")!);
        foreach (var (name, value) in fields ?? [])
        {
            values.RemoveAll(v => v.Key == name);
            values.Add(new(name, value));
        }
        return await visitor.Post(action, values);
    }
}
