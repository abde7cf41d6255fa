namespace Segmentation.Core.Frame.IO;

/// <summary>
/// Puts one <see cref="Separator"/> in place of every run of spaces between cells, and nothing in place of the spaces at
/// both ends of a line, so that a reader of separated text can read space-aligned text. Spaces in quotes stay.
/// </summary>
internal sealed class SpaceRunStream(Stream inner) : Stream
{
    /// <summary>ASCII's own unit separator, which no text file holds.</summary>
    public const char Separator = '\x1F';

    private readonly byte[] _block = new byte[1 << 16];
    private int _next;
    private int _end;
    private bool _inQuotes;
    private bool _spacePending;
    private bool _atLineStart = true;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var written = 0;
        while (written + 2 <= buffer.Length && (_next < _end || Refill()))
        {
            written += Convert(_block[_next++], buffer[written..]);
        }

        return written;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool Refill()
    {
        (_next, _end) = (0, inner.Read(_block));
        return _end > 0;
    }

    private int Convert(byte value, Span<byte> target)
    {
        if (value == (byte)' ' && !_inQuotes)
        {
            _spacePending = !_atLineStart;
            return 0;
        }

        var isBreak = value is (byte)'\n' or (byte)'\r' && !_inQuotes;
        var needsSeparator = _spacePending && !isBreak;
        if (value == (byte)'"' && (_inQuotes || _atLineStart || _spacePending))
        {
            _inQuotes = !_inQuotes;
        }

        (_spacePending, _atLineStart) = (false, isBreak);
        target[0] = needsSeparator ? (byte)Separator : value;
        target[needsSeparator ? 1 : 0] = value;
        return needsSeparator ? 2 : 1;
    }
}
