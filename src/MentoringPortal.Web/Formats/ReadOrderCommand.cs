using MentoringPortal.Domain;
using MentoringPortal.Domain.Reading;

namespace MentoringPortal.Web.Formats;

/// <summary>The verb <c>read-order FILE</c>: what the importer understands of a document, as JSON. Changes nothing.</summary>
public static class ReadOrderCommand
{
    /// <summary>Returns 0, or 1 with one line in Russian on <paramref name="stderr"/> and nothing on <paramref name="stdout"/>.</summary>
    public static int Run(string file, TextWriter stdout, TextWriter stderr)
    {
        try
        {
            using var content = File.OpenRead(file);
            stdout.WriteLine(DocumentReadingJson.Serialize(DocumentReader.Read(DocumentSource.Open(Path.GetFileName(file), content))));
            return 0;
        }
        catch (DomainException refusal)
        {
            stderr.WriteLine(refusal.Message);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException or ArgumentException)
        {
            stderr.WriteLine($"Файл «{file}» не найден или не открывается.");
        }
        return 1;
    }
}
