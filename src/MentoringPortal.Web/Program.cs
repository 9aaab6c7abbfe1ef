using MentoringPortal.Web.Setup;

if (Verbs.IsVerb(args))
    return await Verbs.Run(args);

try
{
    var app = Portal.Build(args);
    await app.PreparePortal();
    await app.RunAsync();
    return 0;
}
catch (PortalSettingException error)
{
    await Console.Error.WriteLineAsync(error.Message);
    return 1;
}

/// <summary>Visible to the tests, which start the same host.</summary>
public partial class Program;
