using System.Globalization;
using MentoringPortal.Data;
using MentoringPortal.Data.Demo;
using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Web.Formats;
using MentoringPortal.Web.Security;

namespace MentoringPortal.Web.Setup;

/// <summary>Administration from the command line, without the web server. Exit codes: 0, 1 bad input (one line in Russian), 2 wrong usage.</summary>
public static class Verbs
{
    private const int BadInput = 1;
    private const int WrongUsage = 2;

    private static readonly string[] Later = ["backup", "restore", "verify"];

    /// <summary>Settings begin with dashes, verbs do not.</summary>
    public static bool IsVerb(string[] args) => args.Length > 0 && !args[0].StartsWith('-') && !args[0].Contains('=', StringComparison.Ordinal);

    public static async Task<int> Run(string[] args)
    {
        try
        {
            return args switch
            {
                ["migrate"] => await WithServices(async services => { await services.GetRequiredService<DatabaseSetup>().Migrate(); return 0; }),
                ["create-admin", var email] => await WithServices(services => CreateAdmin(services.GetRequiredService<DatabaseSetup>(), email)),
                ["seed", .. var options] when SizeOf(options) is { } size => await WithServices(services => Seed(services, size)),
                ["read-order", var file] => ReadOrder(file),
                ["read-deadlines"] => ReadDeadlines(),
                [var verb, ..] when Later.Contains(verb) => Refuse($"Команда {verb} появится в следующей части портала.", BadInput),
                _ => Refuse("Команды: migrate, create-admin ПОЧТА, seed --schools ЧИСЛО --people ЧИСЛО [--years ЧИСЛО] [--seed ЧИСЛО], read-order ФАЙЛ, read-deadlines.", WrongUsage),
            };
        }
        catch (Exception error) when (error is PortalSettingException or FormatException)
        {
            return Refuse(error.Message, BadInput);
        }
        catch (System.Data.Common.DbException error)
        {
            return Refuse($"База данных недоступна или отвечает ошибкой; проверьте Database__Provider и ConnectionStrings__Portal. {error.GetType().Name}: {error.Message.ReplaceLineEndings(" ")}", BadInput);
        }
    }

    private static int ReadOrder(string file)
    {
        Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return ReadOrderCommand.Run(file, Console.Out, Console.Error);
    }

    private static int ReadDeadlines()
    {
        Console.InputEncoding = Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        ReadDeadlinesCommand.Run(Console.In, Console.Out);
        return 0;
    }

    private static async Task<int> CreateAdmin(DatabaseSetup setup, string email)
    {
        if (EmailRules.Complaint(email) is { } complaint)
            return Refuse(complaint, BadInput);
        await setup.Migrate();
        if (await setup.CreateAdmin(email) is not { } password)
            return Refuse($"Учётная запись {email} уже есть.", BadInput);
        Console.WriteLine(password);
        await Console.Error.WriteLineAsync("Одноразовый пароль, действует 24 часа. При входе портал попросит сменить его.");
        return 0;
    }

    /// <summary>Reads <c>--schools N --people N [--years N] [--seed K]</c> in any order; null where that is not what stands there.</summary>
    private static SyntheticSize? SizeOf(string[] options)
    {
        var given = new Dictionary<string, int>(StringComparer.Ordinal) { ["--years"] = 3, ["--seed"] = 1 };
        foreach (var pair in options.Chunk(2))
            if (pair is not ["--schools" or "--people" or "--years" or "--seed", var number] || !int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
                return null;
            else
                given[pair[0]] = value;
        return given.TryGetValue("--schools", out var schools) && given.TryGetValue("--people", out var people)
            ? new SyntheticSize(schools, people, given["--years"], given["--seed"]) : null;
    }

    private static async Task<int> Seed(IServiceProvider services, SyntheticSize size)
    {
        if (size.Complaint is { } complaint)
            return Refuse(complaint, BadInput);
        await services.GetRequiredService<DatabaseSetup>().Migrate();
        var hasAccounts = services.GetRequiredService<IConfiguration>().GetValue<bool>("Demo:Enabled");
        if (!await services.GetRequiredService<SyntheticMunicipality>().Create(size, hasAccounts, Console.Error.WriteLine))
            return Refuse("База данных не пуста: учебными данными заполняют только пустую.", BadInput);
        await Console.Error.WriteLineAsync(hasAccounts
            ? $"Готово. Учётные записи — как в демонстрационной базе, пароль {DemoAccounts.Password}."
            : "Готово. Учётную запись администратора создаёт команда create-admin.");
        return 0;
    }

    /// <summary>The host is built for its services and never started, so that standard output carries the result alone.</summary>
    private static async Task<int> WithServices(Func<IServiceProvider, Task<int>> work)
    {
        await using var app = Portal.Build([], isVerb: true);
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    private static int Refuse(string message, int code)
    {
        Console.Error.WriteLine(message);
        return code;
    }
}
