using System.Text.Json;
using MentoringPortal.Web.Formats;
using static MentoringPortal.Web.Tests.Formats.TestFiles;

namespace MentoringPortal.Web.Tests.Formats;

public sealed class ReadOrderCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-orders-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private (int Code, string Out, string Error) Run(string name, byte[] content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return Run(path);
    }

    private static (int Code, string Out, string Error) Run(string path)
    {
        using var stdout = new StringWriter();
        using var stderr = new StringWriter();
        return (ReadOrderCommand.Run(path, stdout, stderr), stdout.ToString(), stderr.ToString());
    }

    [Fact]
    public void Run_WordDocument_PrintsWhatWasUnderstood()
    {
        var (code, json, error) = Run("приказ.docx", Docx(Paragraph("ПРИКАЗ") + Paragraph("от 01.09.2026 № 7-о") + Paragraph("О наставничестве") + Paragraph("ПРИКАЗЫВАЮ:")
            + Paragraph("1. Утвердить дорожную карту.")));

        code.ShouldBe(0);
        error.ShouldBeEmpty();
        using var reading = JsonDocument.Parse(json);
        reading.RootElement.GetProperty("document").GetProperty("number").GetString().ShouldBe("7-о");
        reading.RootElement.GetProperty("clauses").GetArrayLength().ShouldBe(1);
        json.ShouldContain("Утвердить дорожную карту");
    }

    [Fact]
    public void Run_FileThatIsRefused_SaysWhyInOneLineAndPrintsNothing()
    {
        var (code, json, error) = Run("приказ.docx", HostileFiles.Pdf);
        code.ShouldBe(1);
        json.ShouldBeEmpty();
        error.Trim().ShouldBe("Содержимое файла не соответствует расширению .docx. Откройте файл и сохраните его заново в нужном виде.");
    }

    [Fact]
    public void Run_FileThatIsNotThere_SaysSo()
    {
        Run(Path.Combine(_folder, "нет.txt")).Error.ShouldContain("не найден");
        Run(_folder).Code.ShouldBe(1);
    }
}
