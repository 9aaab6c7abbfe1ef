using System.Text;
using System.Xml;
using MentoringPortal.Domain;

namespace MentoringPortal.Web.Formats.Ooxml;

/// <summary>
/// Forward-only reading of one XML part, without DTD, entities or outside addresses, and with bounded memory whatever the part holds.
/// Throws <see cref="XmlException"/> for what is no XML, and <see cref="DomainException"/> for what is beyond the limits.
/// </summary>
internal sealed class GuardedXml : IDisposable
{
    private readonly XmlReader _xml;
    private readonly char[] _chunk = new char[4096];

    public GuardedXml(Stream part) => _xml = XmlReader.Create(new RunGuard(part), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = FileLimits.MaxXmlCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    });

    public string Name => _xml.LocalName;
    public string Namespace => _xml.NamespaceURI;
    public bool IsElement => _xml.NodeType == XmlNodeType.Element;
    public bool IsText => _xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace;

    public string? Attribute(string localName)
    {
        // OOXML writes w:val in Word and plain val in Excel: the local name alone tells them.
        for (var found = _xml.MoveToFirstAttribute(); found; found = _xml.MoveToNextAttribute())
        {
            if (_xml.LocalName != localName || _xml.NamespaceURI == "http://www.w3.org/2000/xmlns/")
                continue;
            var value = _xml.Value;
            _xml.MoveToElement();
            return value;
        }
        _xml.MoveToElement();
        return null;
    }

    /// <summary>The attribute <c>id</c> of the relationships namespace, which stands beside plain ones of the same local name.</summary>
    public string? RelationshipId() =>
        _xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
        ?? _xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");

    public int? Number(string localName) => int.TryParse(Attribute(localName), out var value) ? value : null;

    /// <summary>An on/off property: present without a value means on.</summary>
    public bool IsOn() => Attribute("val") is not ("0" or "false" or "off" or "none");

    public bool Read()
    {
        if (!_xml.Read())
            return false;
        if (_xml.Depth > FileLimits.MaxXmlDepth)
            throw new DomainException("Документ устроен слишком сложно. Сохраните его заново или вставьте текст.");
        return true;
    }

    /// <summary>Visits every element inside the current one, at any depth, in order; a visitor that reads an element to its end has it skipped over.</summary>
    public void Within(Action visit)
    {
        if (_xml.IsEmptyElement)
            return;
        var depth = _xml.Depth;
        while (Read() && _xml.Depth > depth)
            if (IsElement || IsText)
                visit();
    }

    /// <summary>Reads to the end of the current element. Not <see cref="XmlReader.Skip"/>, which would not watch the depth.</summary>
    public void Skip() => Within(static () => { });

    /// <summary>The text of the current node, no longer than <paramref name="limit"/>, or an exception.</summary>
    public string Text(int limit)
    {
        var text = new StringBuilder();
        int read;
        while ((read = _xml.ReadValueChunk(_chunk, 0, _chunk.Length)) > 0)
        {
            if (text.Length + read > limit)
                throw SourceBuilder.TooLong();
            text.Append(_chunk, 0, read);
        }
        return text.ToString();
    }

    public void Dispose() => _xml.Dispose();

    /// <summary>Refuses a part in which no tag opens for too long: the reader holds an element's attributes whole in memory.</summary>
    private sealed class RunGuard(Stream source) : Stream
    {
        private int _run;

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = source.Read(buffer);
            for (var rest = buffer[..read]; !rest.IsEmpty;)
            {
                var tag = rest.IndexOf((byte)'<');
                _run = tag < 0 ? _run + rest.Length : _run + tag;
                if (_run > FileLimits.MaxXmlRunBytes)
                    throw SourceBuilder.TooLong();
                if (tag < 0)
                    break;
                _run = 0;
                rest = rest[(tag + 1)..];
            }
            return read;
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                source.Dispose();
            base.Dispose(disposing);
        }
    }
}
