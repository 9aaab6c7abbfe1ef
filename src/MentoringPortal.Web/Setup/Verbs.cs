using MentoringPortal.Data;
using MentoringPortal.Domain.Deadlines;
using MentoringPortal.Web.Formats;
using MentoringPortal.Web.Security;

namespace MentoringPortal.Web.Setup;

/// <summary>Administration from the command line, without the web server. Exit codes: 0, 1 bad input (one line in Russian), 2 wrong usage.</summary>
public static class Verbs
{
    private const int BadInput = 1;
    private const int WrongUsage = 2;

    private static readonly string[] Later = ["seed", "backup", "restore", "verify"];

    /// <summary>Settings begin with dashes, verbs do not.</summary>
    public static bool IsVerb(string[] args) => args.Length > 0 && !args[0].StartsWith('-') && !args[0].Contains('=', StringComparison.Ordinal);

    public static async Task<int> Run(string[] args)
    {
        try
        {
            return args switch
            {
                ["migrate"] => await WithDatabase(async setup => { await setup.Migrate(); return 0; }),
                ["create-admin", var email] => await WithDatabase(setup => CreateAdmin(setup, email)),
                ["read-order", var file] => ReadOrder(file),
                ["read-deadlines"] => ReadDeadlines(),
                [var verb, ..] when Later.Contains(verb) => Refuse($"Команда {verb} появится в следующей части портала.", BadInput),
                _ => Refuse("Команды: migrate, create-admin ПОЧТА, read-order ФАЙЛ, read-deadlines.", WrongUsage),
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

    /// <summary>The host is built for its services and never started, so that standard output carries the result alone.</summary>
    private static async Task<int> WithDatabase(Func<DatabaseSetup, Task<int>> work)
    {
        await using var app = Portal.Build([], isVerb: true);
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<DatabaseSetup>());
    }

    private static int Refuse(string message, int code)
    {
        Console.Error.WriteLine(message);
        return code;
    }
}
