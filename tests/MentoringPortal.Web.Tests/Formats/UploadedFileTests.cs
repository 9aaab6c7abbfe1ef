using System.Text;
using MentoringPortal.Domain;
using MentoringPortal.Web.Formats;

namespace MentoringPortal.Web.Tests.Formats;

/// <summary>UP1–UP4 at the door of the portal.</summary>
public class UploadedFileTests
{
    public static TheoryData<int> AcceptedIndexes => [.. Enumerable.Range(0, HostileFiles.Accepted.Count)];
    public static TheoryData<int> RejectedIndexes => [.. Enumerable.Range(0, HostileFiles.Rejected.Count)];
    public static TheoryData<string> BombNames => [.. HostileFiles.Bombs.Keys];

    private static UploadedFile Attach(string name, byte[] content) => UploadedFile.Attachment(name, new MemoryStream(content));

    [Fact]
    public void Files_CountsOfTheSuite_HaveNotFallen()
    {
        HostileFiles.Accepted.Count.ShouldBe(10);
        HostileFiles.Rejected.Count.ShouldBe(50);
        HostileFiles.Bombs.Count.ShouldBe(14);
    }

    [Theory]
    [MemberData(nameof(AcceptedIndexes))]
    public void Attach_FileThatIsWhatItSays_IsTaken(int index)
    {
        var (name, content) = HostileFiles.Accepted[index];
        Attach(name, content).Name.ShouldBe(name.Normalize(NormalizationForm.FormC));
    }

    [Theory]
    [MemberData(nameof(RejectedIndexes))]
    public void Attach_HostileFile_IsRefusedWithOneRussianSentence(int index)
    {
        var (name, content) = HostileFiles.Rejected[index];
        var refusal = Should.Throw<DomainException>(() => Attach(name, content), $"{name}: {Encoding.Latin1.GetString(content.AsSpan(0, Math.Min(40, content.Length)))}");
        refusal.Message.ShouldMatch("^[А-ЯЁ][^\n]{10,180}\\.$");
    }

    [Theory]
    [MemberData(nameof(BombNames))]
    public void Read_Bomb_IsRefusedWithinBoundedMemory(string bomb)
    {
        var (name, content) = HostileFiles.Bombs[bomb]();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Should.Throw<DomainException>(() => DocumentSource.Open(name, new MemoryStream(content)));

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(150_000_000);
    }

    [Theory]
    [InlineData("xlsx: 200 MB of rows")]
    [InlineData("xlsx: declared size is a lie")]
    [InlineData("xlsx: 10,000 entries")]
    [InlineData("xlsx: archive in archive")]
    [InlineData("docx: a word of 200 MB")]
    [InlineData("docx: same name twice")]
    public void Attach_Bomb_IsRefusedThoughNobodyReadsIt(string bomb)
    {
        var (name, content) = HostileFiles.Bombs[bomb]();
        Should.Throw<DomainException>(() => Attach(name, content));
    }

    [Theory]
    [InlineData("a.doc", "старого Word")]
    [InlineData("a.xls", "старого Excel")]
    public void Read_BinaryOfficeFile_SaysHowToSaveIt(string name, string words) =>
        Should.Throw<DomainException>(() => UploadedFile.Document(name, new MemoryStream([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]))).Message.ShouldContain(words);

    [Fact]
    public void Read_Rtf_SaysHowToSaveIt() =>
        Should.Throw<DomainException>(() => UploadedFile.Document("a.rtf", new MemoryStream("{\\rtf1 text}"u8.ToArray()))).Message.ShouldContain("как .docx");

    [Fact]
    public void Read_EncryptedDocument_NamesThePassword() =>
        Should.Throw<DomainException>(() => UploadedFile.Document("a.docx", new MemoryStream(HostileFiles.EncryptedOffice))).Message.ShouldContain("защищён паролем");

    [Fact]
    public void Attach_MoreThanTenMegabytes_IsRefusedBeforeAllIsRead()
    {
        var endless = new EndlessStream();
        Should.Throw<DomainException>(() => UploadedFile.Attachment("a.pdf", endless)).Message.ShouldContain("10 МБ");
        endless.Given.ShouldBeLessThan(FileLimits.MaxFileBytes + 1_000_000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public void Attach_Jpeg_LosesPlaceAndKeepsOrientation(byte orientation)
    {
        var stored = Attach("a.jpg", [0xFF, 0xD8, .. HostileFiles.ExifWithPlace(orientation), .. HostileFiles.Jpeg[2..]]).Content.Span;
        stored.IndexOf("GPS-CANARY"u8).ShouldBe(-1);
        stored.IndexOf<byte>([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]).ShouldBe(orientation == 6 ? 22 : -1);
        stored.EndsWith(HostileFiles.Jpeg.AsSpan(2)).ShouldBeTrue();
    }

    [Fact]
    public void Attach_Png_LosesItsTexts() => Attach("a.png", HostileFiles.Png).Content.Span.IndexOf("GPS-CANARY"u8).ShouldBe(-1);

    [Fact]
    public void Attach_ImageOfAbsurdSize_IsRefused()
    {
        Should.Throw<DomainException>(() => Attach("a.png", HostileFiles.PngOf(50_000, 50_000))).Message.ShouldContain("мегапикселей");
        Should.Throw<DomainException>(() => Attach("a.jpg", HostileFiles.JpegOf(50_000, 50_000))).Message.ShouldContain("мегапикселей");
    }

    [Fact]
    public void Attach_ImageWithAppendedImage_IsStoredAlone() =>
        Attach("a.jpg", [.. HostileFiles.Jpeg, .. HostileFiles.Jpeg]).Content.ToArray().ShouldBe(HostileFiles.Jpeg);

    [Theory]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData("..\\..\\windows\\a.pdf", "a.pdf")]
    [InlineData("C:\\Users\\a.pdf", "a.pdf")]
    [InlineData("\\\\server\\share\\a.pdf", "a.pdf")]
    [InlineData("/srv/uploads/a.pdf", "a.pdf")]
    [InlineData("%2e%2e%2fa.pdf", "%2e%2e%2fa.pdf")]
    [InlineData("При\u00ADказ\u200B.pdf", "Приказ.pdf")]
    [InlineData(" а.pdf", "а.pdf")]
    public void Normalize_NameWithPathOrInvisibleMarks_KeepsTheNameAlone(string raw, string name) => UploadName.Normalize(raw).ShouldBe(name);

    [Theory]
    [InlineData(null)]
    [InlineData("..")]
    [InlineData("../")]
    [InlineData("a\r\nSet-Cookie: x.pdf")]
    [InlineData("a\uD800.pdf")]
    [InlineData("com1.приказ.pdf")]
    [InlineData("a\u2066b.pdf")]
    public void Normalize_NameThatHarms_IsRefused(string? raw) => Should.Throw<DomainException>(() => UploadName.Normalize(raw));

    private sealed class EndlessStream : MemoryStream
    {
        public long Given { get; private set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Given += count;
            return count;
        }
    }
}
