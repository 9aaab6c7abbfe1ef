using System.Text;
using MentoringPortal.Web.Formats;
using Microsoft.Extensions.Time.Testing;

namespace MentoringPortal.Web.Tests.Formats;

public sealed class FileStoreTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("portal-files-").FullName;
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.Parse("2100-01-01T00:00:00Z"));
    private readonly FileStore _store;

    public FileStoreTests() => _store = new FileStore(Path.Combine(_root, "files"), _clock);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private Task<StoredContent> Save(string text = "текст", string name = "../../Приказ.txt") =>
        _store.Save(UploadedFile.Document(name, new MemoryStream(Encoding.UTF8.GetBytes(text))));

    private string[] Files() => Directory.GetFiles(_root, "*", SearchOption.AllDirectories);

    [Fact]
    public async Task Save_File_StandsUnderRandomNameInsideTheStore()
    {
        var stored = await Save();

        Files().ShouldBe([Path.Combine(_root, "files", stored.StoredName[..2], stored.StoredName[2..4], stored.StoredName)]);
        stored.Size.ShouldBe(10);
        stored.Sha256.ShouldBe("ab15d5ab166623795265154b6c5aea0d7385b6c1c77fe8e5a0b27b7c46bf943e");
        using var reader = new StreamReader(_store.Open(stored.StoredName));
        (await reader.ReadToEndAsync()).ShouldBe("текст");
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("0123456789abcdef0123456789ABCDEF")]
    [InlineData("0123456789abcdef0123456789abcdef\n")]
    [InlineData("0123456789abcdef0123456789abcdef.part")]
    public void Open_NameThatIsNotOurs_IsRefused(string name)
    {
        Should.Throw<ArgumentException>(() => _store.Open(name));
        Should.Throw<ArgumentException>(() => _store.Delete(name));
    }

    [Fact]
    public async Task Save_Cancelled_LeavesNothing()
    {
        var file = UploadedFile.Document("a.txt", new MemoryStream("text"u8.ToArray()));
        await Should.ThrowAsync<OperationCanceledException>(() => _store.Save(file, new CancellationToken(canceled: true)));
        Files().ShouldBeEmpty();
    }

    [Fact]
    public async Task Delete_Twice_IsNoError()
    {
        var stored = await Save();
        _store.Delete(stored.StoredName);
        _store.Delete(stored.StoredName);
        Files().ShouldBeEmpty();
    }

    [Fact]
    public async Task Sweep_OldFileWithoutRow_IsDeletedAndTheOthersStay()
    {
        var (kept, orphan) = (await Save("а"), await Save("б"));
        await File.WriteAllTextAsync(Path.Combine(_root, "files", "readme"), "not ours");

        _store.Sweep(new HashSet<string> { kept.StoredName }).ShouldBe(1);

        Files().Select(Path.GetFileName).ShouldBe([kept.StoredName, "readme"], ignoreOrder: true);
        orphan.StoredName.ShouldNotBe(kept.StoredName);
    }

    [Fact]
    public async Task Sweep_FileOfThisHour_Stays()
    {
        var stored = await Save();
        _clock.SetUtcNow(DateTimeOffset.Parse("2100-01-01T00:59:00Z"));
        File.SetLastWriteTimeUtc(Files().Single(), new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        _store.Sweep(new HashSet<string>()).ShouldBe(0);
        _store.Open(stored.StoredName).Dispose();
    }
}
