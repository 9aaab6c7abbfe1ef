using System.IO.Compression;
using System.Text;

namespace MentoringPortal.Web.Formats;

/// <summary>Kept files as one ZIP, in folders. Written to a temporary file that its closing deletes: sixty schools' scans do not fit into memory.</summary>
public static class FileArchive
{
    /// <summary>Windows opens no path longer than 260 signs.</summary>
    private const int LongestName = 80;

    private static readonly char[] Forbidden = ['\\', '/', ':', '*', '?', '"', '<', '>', '|', '\r', '\n', '\t'];

    /// <param name="files">Folders from the outermost, the name, and what opens the content; one that is gone is left out.</param>
    /// <param name="cancel">Gives up, and leaves nothing behind.</param>
    public static async Task<Stream> Of(IEnumerable<(IReadOnlyList<string> Folders, string Name, Func<Stream> Open)> files, CancellationToken cancel)
    {
        var content = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
            {
                var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
                foreach (var (folders, name, open) in files)
                    await Add(zip, Free(string.Join('/', folders.Select(f => Safe(f))), Safe(name), taken), open, cancel);
            }
            content.Position = 0;
            return content;
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
    }

    private static async Task Add(ZipArchive zip, string path, Func<Stream> open, CancellationToken cancel)
    {
        Stream source;
        try
        {
            source = open();
        }
        catch (IOException)
        {
            return;
        }
        await using (source)
        // Scans are compressed already.
        await using (var entry = await zip.CreateEntry(path, CompressionLevel.NoCompression).OpenAsync(cancel))
            await source.CopyToAsync(entry, cancel);
    }

    private static string Free(string folder, string name, HashSet<string> taken)
    {
        var (stem, extension) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        var path = $"{folder}/{name}";
        for (var n = 2; !taken.Add(path); n++)
            path = $"{folder}/{stem} ({n}){extension}";
        return path;
    }

    private static string Safe(string name)
    {
        var clean = string.Join(' ', name.Split(Forbidden, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Trim('.', ' ');
        var extension = Path.GetExtension(clean);
        return clean.Length == 0 ? "файл" : clean.Length <= LongestName ? clean : clean[..(LongestName - extension.Length)].TrimEnd() + extension;
    }
}
