namespace Segmentation.Core.Frame.IO;

/// <summary>Reads a packed stream and refuses it once it unpacks to more than the limits allow.</summary>
internal sealed class UnpackingStream(Stream unpacked, FileStream packed, ReadingLimits limits) : Stream
{
    private readonly long _packedBytes = packed.Length;
    private long _count;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _count;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        try
        {
            var read = unpacked.Read(buffer);
            _count += read;
            RefuseTooMuch();
            if (read == 0 && !buffer.IsEmpty && !GzipEnd.IsComplete(packed.Name, _count))
            {
                throw new InvalidDataException("The end is missing.");
            }

            return read;
        }
        catch (InvalidDataException e)
        {
            throw new UnusableDataException("The packed file is damaged or was cut off. Pack or upload it again.", e);
        }
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
            unpacked.Dispose();
        }

        base.Dispose(disposing);
    }

    private void RefuseTooMuch()
    {
        var isSuspicious = _count > limits.FreelyUnpackedBytes && _count / limits.MaxUnpackRatio > _packedBytes;
        if (isSuspicious || _count > limits.MaxUnpackedBytes)
        {
            throw new UnusableDataException(
                $"The packed file unpacks to more than {_count >> 20:N0} MB, which is more than is read. Unpack it, check it and choose a smaller part.");
        }
    }
}
