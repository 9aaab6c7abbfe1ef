using System.Text;

namespace MentoringPortal.Web.Formats;

/// <summary>Traces of a second format inside a PDF or an image: a file that is two things at once is refused.</summary>
internal static class ForeignContent
{
    private static readonly string[] Markers = ["<script", "<html", "<!doctype", "<?php", "<iframe", "<%@ page"];

    /// <summary>Markup that a browser or server would run, anywhere in the bytes; or the end record of a ZIP archive in the tail.</summary>
    public static bool IsIn(ReadOnlySpan<byte> content)
    {
        // A ZIP reader looks for the end record in the last 64 KB + 22 bytes; the record is 22 bytes long.
        var tail = content[Math.Max(0, content.Length - 65_557)..];
        if (tail.LastIndexOf("PK\x05\x06"u8) is >= 0 and var at && at <= tail.Length - 22)
            return true;
        for (var rest = content; rest.IndexOf((byte)'<') is >= 0 and var open; rest = rest[(open + 1)..])
        {
            var head = rest.Slice(open, Math.Min(10, rest.Length - open));
            foreach (var marker in Markers)
                if (head.Length >= marker.Length && Ascii.EqualsIgnoreCase(head[..marker.Length], marker))
                    return true;
        }
        return false;
    }
}
