using MentoringPortal.Domain;
using MentoringPortal.Domain.Reading;

namespace MentoringPortal.Web.Formats;

internal static class PdfReader
{
    public static SourceDocument Read(byte[] content) => throw new DomainException("Этот файл PDF прочитать не удалось. Вставьте его текст в поле.");
}
