using System.Buffers;
using System.Text;
using MentoringPortal.Domain;

namespace MentoringPortal.Web.Formats;

/// <summary>Plain text in the encodings that occur: UTF-8, UTF-16, and the Russian one-byte pages of Windows, DOS and Unix.</summary>
internal static class TextReading
{
    private static readonly SearchValues<char> FrequentLetters = SearchValues.Create("оеаинтсрвл");
    private static readonly string[] MarkupStarts = ["<!doctype", "<html", "<script", "<svg", "<?php", "<?xml", "<hta", "<%@"];

    /// <summary>Checks that bytes are text of this kind: HTML begins like HTML, and a plain text does not.</summary>
    public static void Check(ReadOnlySpan<byte> content, FileKind kind)
    {
        var extension = kind switch { FileKind.Html => ".html", FileKind.Csv => ".csv", _ => ".txt" };
        var text = Decode(content);
        if (text.Contains('\0'))
            throw UploadedFile.NotWhatItSays(extension);
        var isMarkup = MarkupStarts.Any(start => text.AsSpan().TrimStart().StartsWith(start, StringComparison.OrdinalIgnoreCase));
        if (kind == FileKind.Html ? !text.Contains('<') : isMarkup)
            throw UploadedFile.NotWhatItSays(extension);
        if (text.Count(c => char.IsControl(c) && !char.IsWhiteSpace(c)) > text.Length / 100)
            throw UploadedFile.NotWhatItSays(extension);
    }

    /// <summary>Text of the bytes. Throws <see cref="DomainException"/> when there are more characters than <see cref="FileLimits.MaxTextCharacters"/>.</summary>
    public static string Decode(ReadOnlySpan<byte> content)
    {
        var text = DecodeAny(content);
        return text.Length <= FileLimits.MaxTextCharacters ? text : throw SourceBuilder.TooLong();
    }

    private static string DecodeAny(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith(Encoding.UTF8.Preamble))
            return Encoding.UTF8.GetString(content[3..]);
        if (content.StartsWith(Encoding.Unicode.Preamble))
            return Encoding.Unicode.GetString(content[2..]);
        if (content.StartsWith(Encoding.BigEndianUnicode.Preamble))
            return Encoding.BigEndianUnicode.GetString(content[2..]);
        if (Utf16WithoutMark(content) is { } utf16)
            return utf16.GetString(content);
        if (System.Text.Unicode.Utf8.IsValid(content))
            return Encoding.UTF8.GetString(content);
        // A wrong page turns the frequent small letters into capitals, rare letters or frames: the page with most of them is the right one.
        string? best = null;
        var bestScore = -1;
        foreach (var page in (ReadOnlySpan<int>)[1251, 866, 20866])
        {
            var text = CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetString(content);
            var score = text.Count(FrequentLetters.Contains);
            if (score > bestScore)
                (best, bestScore) = (text, score);
        }
        return best!;
    }

    /// <summary>Text in UTF-16 without a mark has zero (Latin, digits, spaces) or 0x04 (Cyrillic) as nearly every second byte.</summary>
    private static Encoding? Utf16WithoutMark(ReadOnlySpan<byte> content)
    {
        if (content.Length < 4 || content.Length % 2 != 0)
            return null;
        var (even, odd, pairs) = (0, 0, Math.Min(content.Length, 4096) / 2);
        for (var i = 0; i < pairs; i++)
        {
            even += content[2 * i] is 0 or 4 ? 1 : 0;
            odd += content[2 * i + 1] is 0 or 4 ? 1 : 0;
        }
        return odd > pairs * 0.9 && even < pairs * 0.1 ? Encoding.Unicode
            : even > pairs * 0.9 && odd < pairs * 0.1 ? Encoding.BigEndianUnicode : null;
    }
}
