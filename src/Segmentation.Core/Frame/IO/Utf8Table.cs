using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Segmentation.Core.Frame.IO;

/// <summary>Numbers distinct UTF-8 texts in the order they come. Looking one up allocates nothing.</summary>
internal sealed class Utf8Table
{
    private const int Free = -1;

    private byte[] _bytes = new byte[256];
    private int[] _ends = new int[16];
    private uint[] _hashes = new uint[16];
    private int[] _slots;

    public Utf8Table()
    {
        _slots = new int[32];
        _slots.AsSpan().Fill(Free);
    }

    public int Count { get; private set; }

    public ReadOnlySpan<byte> this[int code]
    {
        get
        {
            var start = code == 0 ? 0 : _ends[code - 1];
            return _bytes.AsSpan(start, _ends[code] - start);
        }
    }

    /// <summary>The number of <paramref name="text"/>, which is added if it is new.</summary>
    public int Add(ReadOnlySpan<byte> text)
    {
        var hash = Hash(text);
        var mask = _slots.Length - 1;
        var slot = (int)hash & mask;
        while (_slots[slot] is var code and not Free)
        {
            if (_hashes[code] == hash && this[code].SequenceEqual(text))
            {
                return code;
            }

            slot = (slot + 1) & mask;
        }

        _slots[slot] = Count;
        return Append(text, hash);
    }

    public string GetString(int code) => Encoding.UTF8.GetString(this[code]);

    private int Append(ReadOnlySpan<byte> text, uint hash)
    {
        var start = Count == 0 ? 0 : _ends[Count - 1];
        var end = checked(start + text.Length);
        if (end > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Math.Max(end, _bytes.Length * 2L), Array.MaxLength));
        }

        text.CopyTo(_bytes.AsSpan(start));
        if (Count == _ends.Length)
        {
            Array.Resize(ref _ends, Count * 2);
            Array.Resize(ref _hashes, Count * 2);
        }

        (_ends[Count], _hashes[Count]) = (end, hash);
        Count++;
        if (Count * 2 > _slots.Length)
        {
            Grow();
        }

        return Count - 1;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        _slots.AsSpan().Fill(Free);
        var mask = _slots.Length - 1;
        for (var code = 0; code < Count; code++)
        {
            var slot = (int)_hashes[code] & mask;
            while (_slots[slot] != Free)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = code;
        }
    }

    private static uint Hash(ReadOnlySpan<byte> text)
    {
        const ulong Factor = 0x9E3779B97F4A7C15;
        var hash = (ulong)text.Length * Factor;
        while (text.Length >= 8)
        {
            hash = BitOperations.RotateLeft((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text)) * Factor, 29);
            text = text[8..];
        }

        var rest = 0UL;
        for (var i = 0; i < text.Length; i++)
        {
            rest |= (ulong)text[i] << (8 * i);
        }

        hash = (hash ^ rest) * Factor;
        hash = (hash ^ (hash >> 32)) * Factor;
        return (uint)(hash >> 32);
    }
}
