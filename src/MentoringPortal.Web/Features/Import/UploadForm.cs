using System.ComponentModel.DataAnnotations;
using System.Text;
using MentoringPortal.Data;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Imports;
using MentoringPortal.Domain.Reading;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Formats;

namespace MentoringPortal.Web.Features.Import;

/// <summary>POST /roadmaps/import: a file, or the text of a paper.</summary>
public sealed class UploadForm
{
    /// <summary>More than the limit of a file, so that a file that is too large is told so instead of being cut off by the server.</summary>
    public const int MaxRequestBytes = 48 * 1024 * 1024;

    private const string PastedText = "Вставленный текст.txt";
    private const string PastedMarkup = "Вставленный текст.html";

    [Display(Name = "Файл приказа, письма или дорожной карты")]
    public IFormFile? File { get; set; }

    [Display(Name = "Или текст документа")]
    public string? Text { get; set; }

    /// <summary>Reads the paper and keeps it as a draft. What cannot be read leaves nothing behind.</summary>
    /// <exception cref="DomainException">One sentence on what is wrong with the file or the text.</exception>
    public async Task<RoadmapImport> Keep(PortalDb db, FileStore files, MunicipalClock clock, int authorId, CancellationToken cancel)
    {
        var (upload, reading) = Read();
        var stored = await files.Save(upload, cancel);
        var draft = new RoadmapImport
        {
            Id = Guid.NewGuid(),
            AuthorId = authorId,
            CreatedAt = clock.UtcNow,
            ExpiresAt = clock.UtcNow.AddDays(RoadmapImport.DaysKept),
            FileName = upload.Name,
            StoredName = stored.StoredName,
            ContentType = upload.Kind.ContentType(),
            Size = stored.Size,
            Sha256 = stored.Sha256,
            Reading = reading,
        };
        db.RoadmapImports.Add(draft);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch
        {
            files.Delete(stored.StoredName);
            throw;
        }
        return draft;
    }

    private (UploadedFile Upload, DocumentReading Reading) Read()
    {
        if (File is null && string.IsNullOrWhiteSpace(Text))
            throw new DomainException("Выберите файл или вставьте текст документа.", nameof(File));
        try
        {
            var upload = File is not null ? Uploaded(File) : Pasted(Text!);
            var reading = DocumentReader.Read(DocumentSource.Open(upload));
            if (reading is { Document.Number: null, Items.Count: 0, Clauses.Count: 0, Requests.Count: 0, Indicators.Count: 0 })
                throw new DomainException("В документе не нашлось ни приказа, ни письма, ни дорожной карты.");
            return (upload, reading);
        }
        catch (DomainException refusal) when (refusal.Field is null)
        {
            throw new DomainException(refusal.Message, File is not null ? nameof(File) : nameof(Text));
        }
    }

    private static UploadedFile Uploaded(IFormFile file)
    {
        using var content = file.OpenReadStream();
        return UploadedFile.Document(file.FileName, content);
    }

    private static UploadedFile Pasted(string text)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return UploadedFile.Document(text.TrimStart().StartsWith('<') ? PastedMarkup : PastedText, content);
    }
}
