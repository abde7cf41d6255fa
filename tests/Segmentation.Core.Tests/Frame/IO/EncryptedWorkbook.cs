using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

#pragma warning disable CA5350, CA5358 // the format prescribes SHA-1 and ECB

namespace Segmentation.Core.Tests.Frame.IO;

/// <summary>
/// A workbook with a password as spreadsheet programs save it ([MS-OFFCRYPTO] 2.3.4.5, AES-128): a compound file
/// ([MS-CFB], version 3) of the streams EncryptionInfo and EncryptedPackage, the latter an encrypted archive.
/// </summary>
internal static class EncryptedWorkbook
{
    private const int SectorBytes = 512;
    private const int Iterations = 50_000;
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint None = 0xFFFFFFFF;

    public static byte[] Bytes(string password = "secret")
    {
        var salt = Enumerable.Range(1, 16).Select(value => (byte)value).ToArray();
        var key = KeyOf(password, salt);
        var package = Encrypted(key, Archive());
        return CompoundFile(("EncryptionInfo", Info(key, salt)), ("EncryptedPackage", package));
    }

    private static byte[] Archive()
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = archive.CreateEntry("xl/workbook.xml", CompressionLevel.NoCompression).Open())
        {
            entry.Write(new byte[5_000]);
        }

        return packed.ToArray();
    }

    // [MS-OFFCRYPTO] 2.3.4.7: SHA-1 over salt and password, spun, and stretched to a key.
    private static byte[] KeyOf(string password, byte[] salt)
    {
        var hash = SHA1.HashData([.. salt, .. Encoding.Unicode.GetBytes(password)]);
        for (var i = 0; i < Iterations; i++)
        {
            hash = SHA1.HashData([.. BitConverter.GetBytes(i), .. hash]);
        }

        hash = SHA1.HashData([.. hash, 0, 0, 0, 0]);
        var inner = Enumerable.Repeat((byte)0x36, 64).ToArray();
        for (var i = 0; i < hash.Length; i++)
        {
            inner[i] ^= hash[i];
        }

        return SHA1.HashData(inner)[..16];
    }

    private static byte[] Encrypt(byte[] key, byte[] data)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.EncryptEcb([.. data, .. new byte[(16 - (data.Length % 16)) % 16]], PaddingMode.None);
    }

    private static byte[] Encrypted(byte[] key, byte[] archive) => [.. BitConverter.GetBytes((long)archive.Length), .. Encrypt(key, archive)];

    // Version 3.2, flags, a header, and a verifier with which a program tells a right password from a wrong one.
    private static byte[] Info(byte[] key, byte[] salt)
    {
        byte[] name = [.. Encoding.Unicode.GetBytes("Microsoft Enhanced RSA and AES Cryptographic Provider\0")];
        byte[] header = [.. Words(0x24, 0, 0x660E, 0x8004, 128, 0x18, 0, 0), .. name];
        var verifier = Enumerable.Range(40, 16).Select(value => (byte)value).ToArray();
        byte[] info =
        [
            3, 0, 2, 0, .. Words(0x24, (uint)header.Length), .. header, .. Words(16), .. salt, .. Encrypt(key, verifier), .. Words(20),
            .. Encrypt(key, SHA1.HashData(verifier)),
        ];
        // Streams under 4096 bytes would live in a file system of their own within the file.
        return [.. info, .. new byte[4096 - info.Length]];
    }

    private static byte[] CompoundFile(params (string Name, byte[] Content)[] streams)
    {
        var table = new List<uint> { 0xFFFFFFFD, EndOfChain }; // the table itself, the directory, and then the streams
        byte[] directory = [.. Entry("Root Entry", 5, 1, EndOfChain, 0)];
        var sectors = new List<byte>();
        for (var i = 0; i < streams.Length; i++)
        {
            var (name, content) = streams[i];
            var isLast = i == streams.Length - 1;
            directory = [.. directory, .. Entry(name, 2, None, (uint)table.Count, (uint)content.Length, right: isLast ? None : (uint)i + 2)];
            var count = (content.Length + SectorBytes - 1) / SectorBytes;
            table.AddRange(Enumerable.Range(table.Count + 1, count - 1).Select(next => (uint)next).Append(EndOfChain));
            sectors.AddRange([.. content, .. new byte[(count * SectorBytes) - content.Length]]);
        }

        table.AddRange(Enumerable.Repeat(None, (SectorBytes / 4) - table.Count));
        return [.. Header(), .. Words([.. table]), .. directory, .. new byte[SectorBytes - directory.Length], .. sectors];
    }

    private static byte[] Header() =>
    [
        0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[16], 0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0, .. new byte[6],
        .. Words(0, 1, 1, 0, 4096, EndOfChain, 0, EndOfChain, 0, 0), .. Words([.. Enumerable.Repeat(None, 108)]),
    ];

    private static byte[] Entry(string name, byte kind, uint child, uint start, uint length, uint right = None)
    {
        var entry = new byte[128];
        Encoding.Unicode.GetBytes(name).CopyTo(entry, 0);
        BinaryPrimitives.WriteUInt16LittleEndian(entry.AsSpan(64), (ushort)((name.Length + 1) * 2));
        (entry[66], entry[67]) = (kind, 1);
        Words(None, right, child).CopyTo(entry, 68);
        Words(start, length).CopyTo(entry, 116);
        return entry;
    }

    private static byte[] Words(params uint[] words) => [.. words.SelectMany(BitConverter.GetBytes)];
}
