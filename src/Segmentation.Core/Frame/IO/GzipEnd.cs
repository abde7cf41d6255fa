using System.Buffers.Binary;
using System.IO.Compression;

namespace Segmentation.Core.Frame.IO;

/// <summary>Tells whether a gzip file is there to its end: .NET stops at the end of a file that was cut off without a word.</summary>
internal static class GzipEnd
{
    private const int Candidates = 16;
    private const int BlockBytes = 1 << 16;

    /// <summary>True when the length that the file states at its end is the one that came out.</summary>
    /// <param name="path">The packed file.</param>
    /// <param name="unpacked">Bytes that it unpacked to.</param>
    public static bool IsComplete(string path, long unpacked)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var stated = StatedLength(file);
        return stated == (uint)unpacked || EndsWithMember(file, stated);
    }

    private static uint StatedLength(FileStream file)
    {
        const int LengthBytes = 4;
        Span<byte> end = stackalloc byte[LengthBytes];
        if (file.Length < LengthBytes)
        {
            return 0;
        }

        file.Position = file.Length - LengthBytes;
        file.ReadExactly(end);
        return BinaryPrimitives.ReadUInt32LittleEndian(end);
    }

    // Files packed in pieces state the length of the last piece only.
    private static bool EndsWithMember(FileStream file, uint stated)
    {
        foreach (var start in LikelyMembers(file))
        {
            try
            {
                file.Position = start;
                using var gzip = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
                if ((uint)Count(gzip) == stated)
                {
                    return true;
                }
            }
            catch (InvalidDataException)
            {
                // the bytes only looked like a beginning
            }
        }

        return false;
    }

    private static Queue<long> LikelyMembers(FileStream file)
    {
        ReadOnlySpan<byte> magic = [0x1F, 0x8B, 0x08];
        var found = new Queue<long>();
        var block = new byte[BlockBytes];
        var start = 1L;
        file.Position = start;
        while (file.ReadAtLeast(block, block.Length, throwOnEndOfStream: false) is var length && length >= magic.Length)
        {
            for (var place = block.AsSpan(0, length).IndexOf(magic); place >= 0 && place < length;)
            {
                found.Enqueue(start + place);
                _ = found.Count > Candidates ? found.Dequeue() : 0;
                var next = block.AsSpan(place + 1, length - place - 1).IndexOf(magic);
                place = next < 0 ? -1 : place + 1 + next;
            }

            start += length == block.Length ? length - (magic.Length - 1) : length;
            file.Position = start;
        }

        return found;
    }

    private static long Count(GZipStream stream)
    {
        var block = new byte[BlockBytes];
        var count = 0L;
        for (var read = stream.Read(block); read > 0; read = stream.Read(block))
        {
            count += read;
        }

        return count;
    }
}
