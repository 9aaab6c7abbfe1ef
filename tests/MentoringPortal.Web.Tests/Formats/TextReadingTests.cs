using System.Text;
using MentoringPortal.Domain;
using MentoringPortal.Web.Formats;
using static MentoringPortal.Web.Tests.Formats.TestFiles;

namespace MentoringPortal.Web.Tests.Formats;

public class TextReadingTests
{
    private const string Order = "ПРИКАЗ\r\nот 01.09.2026\t№ 7\r\n\r\nОб утверждении дорожной карты, «школы»";
    private static readonly string[] Lines = ["ПРИКАЗ", "от 01.09.2026\t№ 7", "", "Об утверждении дорожной карты, «школы»"];

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-bom", "utf-16", "utf-16-bare", "utf-16BE", "windows-1251"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Read_KnownEncoding_GivesSameLines(string encoding) =>
        Read("приказ.txt", encoding switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(Order),
            "utf-8-bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Order)],
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Order)],
            "utf-16-bare" => Encoding.Unicode.GetBytes(Order),
            "utf-16BE" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Order)],
            _ => CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(Order),
        }).ShouldBe(Lines);

    [Theory]
    [InlineData(866)]
    [InlineData(20866)]
    public void Read_OldRussianPages_AreRecognised(int page) =>
        Read("приказ.txt", CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetBytes("Об утверждении дорожной карты наставничества"))
            .ShouldBe(["Об утверждении дорожной карты наставничества"]);

    [Fact]
    public void FromText_FormFeedsAndOldLineEnds_PartLines() => Show(DocumentSource.FromText("а\fб\rв\n\n")).ShouldBe(["а", "б", "в"]);

    [Fact]
    public void Read_TenMegabytes_IsRefusedWithinBounds()
    {
        var content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("строка\n", 800_000)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Should.Throw<DomainException>(() => Read("приказ.txt", content)).Message.ShouldContain("слишком длинный");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(100_000_000);
    }

    [Fact]
    public void FromText_TooManyLines_IsRefused() =>
        Should.Throw<DomainException>(() => DocumentSource.FromText(string.Concat(Enumerable.Repeat("а\n", FileLimits.MaxLines + 1))));

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    public void FromText_Blank_IsRefused(string text) => Should.Throw<DomainException>(() => DocumentSource.FromText(text));
}
