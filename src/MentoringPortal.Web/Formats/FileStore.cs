using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace MentoringPortal.Web.Formats;

/// <param name="StoredName">Random name inside the store; all that <see cref="FileStore.Open"/> takes.</param>
/// <param name="Sha256">Lower-case hexadecimal digest of the stored bytes.</param>
/// <param name="Size">Bytes.</param>
public sealed record StoredContent(string StoredName, string Sha256, long Size);

/// <summary>
/// Files under random names in two levels of folders, outside everything that is served. A file appears whole or not at all: it is written
/// under a temporary name, synced, then renamed. Who may see a file is decided by its row, never here.
/// </summary>
public sealed partial class FileStore(string root, TimeProvider clock)
{
    private const string Unfinished = ".part";

    public Task<StoredContent> Save(UploadedFile file, CancellationToken cancellation = default) => Save(file.Content, cancellation);

    public async Task<StoredContent> Save(ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        var name = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            await using (var stream = new FileStream(path + Unfinished, options))
            {
                await stream.WriteAsync(content, cancellation);
                stream.Flush(flushToDisk: true);
            }
            File.Move(path + Unfinished, path);
        }
        catch
        {
            File.Delete(path + Unfinished);
            throw;
        }
        return new StoredContent(name, Convert.ToHexStringLower(SHA256.HashData(content.Span)), content.Length);
    }

    /// <summary>The stored bytes. Throws <see cref="ArgumentException"/> for what is no name of this store, <see cref="FileNotFoundException"/> for a file that is gone.</summary>
    public FileStream Open(string storedName) => new(PathOf(storedName), new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan });

    /// <summary>Deletes a file; one that is not there is no error.</summary>
    public void Delete(string storedName)
    {
        var path = PathOf(storedName);
        if (File.Exists(path))
            File.Delete(path);
    }

    /// <summary>
    /// Deletes what no row knows, and what was left unfinished, once it is an hour old: a younger file may belong to a request that has not saved its
    /// row yet. Returns how many files went.
    /// </summary>
    public int Sweep(IReadOnlySet<string> knownNames)
    {
        if (!Directory.Exists(root))
            return 0;
        var swept = 0;
        var limit = clock.GetUtcNow().UtcDateTime.AddHours(-1);
        foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetFileName(path);
            var isOurs = StoredName().IsMatch(name) || name.EndsWith(Unfinished, StringComparison.Ordinal);
            if (!isOurs || knownNames.Contains(name) || File.GetLastWriteTimeUtc(path) > limit)
                continue;
            File.Delete(path);
            swept++;
        }
        return swept;
    }

    private string PathOf(string storedName) => StoredName().IsMatch(storedName)
        ? Path.Combine(root, storedName[..2], storedName[2..4], storedName)
        : throw new ArgumentException("Not a name of the file store.", nameof(storedName));

    // \z, not $: the latter lets a trailing line feed through.
    [GeneratedRegex("^[0-9a-f]{32}\\z", RegexOptions.None, 1000)]
    private static partial Regex StoredName();
}
