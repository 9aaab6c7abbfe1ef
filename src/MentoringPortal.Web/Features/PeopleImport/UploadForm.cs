using System.ComponentModel.DataAnnotations;
using System.Text;
using MentoringPortal.Data;
using MentoringPortal.Data.Configurations;
using MentoringPortal.Domain;
using MentoringPortal.Domain.Exchange;
using MentoringPortal.Domain.Time;
using MentoringPortal.Web.Formats;

namespace MentoringPortal.Web.Features.PeopleImport;

/// <summary>POST /people/import: a file, or rows copied from Excel.</summary>
public sealed class UploadForm
{
    /// <summary>More than the limit of a file, so that a file that is too large is told so instead of being cut off by the server.</summary>
    public const int MaxRequestBytes = 48 * 1024 * 1024;

    private const string Pasted = "Вставленные строки.txt";

    [Display(Name = "Файл таблицы")]
    public IFormFile? File { get; set; }

    [Display(Name = "Или строки из Excel вместе с заголовками")]
    public string? Text { get; set; }

    [StringLength(Lengths.Number), Display(Name = "Номер приказа")]
    public string? OrderNumber { get; set; }

    [Display(Name = "Дата приказа")]
    public DateOnly? OrderDate { get; set; }

    /// <summary>Keeps the table as a draft. What cannot be read leaves nothing behind.</summary>
    /// <exception cref="DomainException">One sentence on what is wrong with the file or the rows.</exception>
    public async Task<Domain.Exchange.PeopleImport> Keep(PortalDb db, FileStore files, MunicipalClock clock, CancellationToken cancel)
    {
        if ((OrderNumber is null) != (OrderDate is null))
            throw new DomainException("Укажите и номер, и дату приказа.", nameof(OrderNumber));
        var upload = Read();
        var stored = await files.Save(upload, cancel);
        var table = new Domain.Exchange.PeopleImport
        {
            Id = Guid.NewGuid(),
            AuthorId = db.Scope.Actor!.UserId,
            OrganizationId = db.Scope.Actor.OrganizationId!.Value,
            FileName = upload.Name,
            StoredName = stored.StoredName,
            Sha256 = stored.Sha256,
            CreatedAt = clock.UtcNow,
            ExpiresAt = clock.UtcNow.AddDays(Domain.Exchange.PeopleImport.DaysKept),
            OrderNumber = OrderNumber?.Trim(),
            OrderDate = OrderDate,
        };
        db.PeopleImports.Add(table);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch
        {
            files.Delete(stored.StoredName);
            throw;
        }
        return table;
    }

    private UploadedFile Read()
    {
        if (File is null && string.IsNullOrWhiteSpace(Text))
            throw new DomainException("Выберите файл или вставьте строки.", nameof(File));
        try
        {
            using var content = File is not null ? File.OpenReadStream() : new MemoryStream(Encoding.UTF8.GetBytes(Text!));
            var upload = UploadedFile.Table(File is not null ? File.FileName : Pasted, content);
            ExchangeSheet.Read(TableSource.Open(upload), Domain.Exchange.PeopleImport.MostRows);
            return upload;
        }
        catch (DomainException refusal)
        {
            throw new DomainException(refusal.Message, File is not null ? nameof(File) : nameof(Text));
        }
    }
}
