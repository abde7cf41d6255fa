using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace Segmentation.Core.Frame.IO;

/// <summary>Numbers distinct UTF-8 texts in the order they come. Looking one up allocates nothing.</summary>
internal sealed class Utf8Table
{
    private const int Word = sizeof(ulong);

    private byte[] _bytes = new byte[256];
    private int[] _starts = new int[16];   // one more than texts: each begins where the one before it ends
    private Slot[] _slots = NewSlots(32);

    public int Count { get; private set; }

    public ReadOnlySpan<byte> this[int code]
    {
        get
        {
            var start = _starts[code];
            return _bytes.AsSpan(start, _starts[code + 1] - start);
        }
    }

    /// <summary>The number of <paramref name="text"/>, which is added if it is new.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Add(ReadOnlySpan<byte> text)
    {
        var hash = Hash(text);
        var slots = _slots;
        var place = (int)hash & (slots.Length - 1);
        while (!slots[place].IsFree)
        {
            if (slots[place].Hash == hash && this[slots[place].Code].SequenceEqual(text))
            {
                return slots[place].Code;
            }

            place = (place + 1) & (slots.Length - 1);
        }

        slots[place] = new Slot(hash, Count);
        return Append(text);
    }

    public string GetString(int code) => Encoding.UTF8.GetString(this[code]);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Append(ReadOnlySpan<byte> text)
    {
        var start = _starts[Count];
        var end = checked(start + text.Length);
        if (end > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Math.Max(end, _bytes.Length * 2L), Array.MaxLength));
        }

        text.CopyTo(_bytes.AsSpan(start));
        if (++Count == _starts.Length)
        {
            Array.Resize(ref _starts, Count * 2);
        }

        _starts[Count] = end;
        if (Count * 2 > _slots.Length)
        {
            Grow();
        }

        return Count - 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Grow()
    {
        var slots = NewSlots(_slots.Length * 2);
        foreach (var slot in _slots)
        {
            if (!slot.IsFree)
            {
                var place = (int)slot.Hash & (slots.Length - 1);
                while (!slots[place].IsFree)
                {
                    place = (place + 1) & (slots.Length - 1);
                }

                slots[place] = slot;
            }
        }

        _slots = slots;
    }

    private static Slot[] NewSlots(int count)
    {
        var slots = new Slot[count];
        slots.AsSpan().Fill(new Slot(0, -1));
        return slots;
    }

    // Eight bytes at a time; the last eight may overlap those before them, which the length in the hash makes up for.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash(ReadOnlySpan<byte> text)
    {
        const ulong Factor = 0x9E3779B97F4A7C15;
        var hash = (ulong)text.Length * Factor;
        for (var rest = text; rest.Length > Word; rest = rest[Word..])
        {
            hash = BitOperations.RotateLeft((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(rest)) * Factor, 29);
        }

        var last = text.Length >= Word ? BinaryPrimitives.ReadUInt64LittleEndian(text[^Word..]) : ShortNumber.Load(text);
        hash = (hash ^ last) * Factor;
        hash = (hash ^ (hash >> 32)) * Factor;
        return (uint)(hash >> 32);
    }

    // The hash beside the number, so that most strangers are told apart without a look at their bytes.
    private readonly record struct Slot(uint Hash, int Code)
    {
        public bool IsFree => Code < 0;
    }
}
