using System.Runtime.InteropServices;

namespace Segmentation.Core.Features.Expressions;

/// <summary>The memory in which one thread evaluates: a stack of tiles, each used by one node at a time.</summary>
internal sealed class Workspace
{
    /// <summary>Rows in a tile: small enough for a tile of each of a few operands to stay in the nearest cache.</summary>
    public const int TileRows = 1_024;

    private readonly List<long[]> _tiles = [];
    private int _used;

    /// <summary>Room for <paramref name="rows"/> cells of at most 8 bytes, with anything in them, until <see cref="Return"/>.</summary>
    public Span<T> Borrow<T>(int rows)
        where T : struct
    {
        if (_used == _tiles.Count)
        {
            _tiles.Add(new long[TileRows]);
        }

        return MemoryMarshal.Cast<long, T>(_tiles[_used++].AsSpan())[..rows];
    }

    /// <summary>Gives the last borrowed tile back.</summary>
    public void Return() => _used--;
}
