namespace Segmentation.Core.Projection;

/// <summary>
/// Points of the plane in cells within cells, so that far cells push as one point (Barnes and Hut 1986). Cells stand in the order of a walk
/// from the outermost in, each with the place to go on at when its inside is passed over: a walk needs no stack.
/// </summary>
internal sealed class CellTree
{
    private const int Depth = 31;

    private readonly ulong[] _codes;
    private readonly int[] _order;
    private readonly Cell[] _cells;
    private double[] _x = [];
    private double[] _y = [];
    private double _side;
    private int _count;

    /// <summary>A tree for up to <paramref name="points"/> points, to be built again and again.</summary>
    public CellTree(int points)
    {
        _codes = new ulong[points];
        _order = new int[points];
        _cells = new Cell[Math.Max(1, 2 * points)];
    }

    /// <summary>Puts the points into cells. Points that agree in 31 binary digits of the plane's side share one.</summary>
    public void Build(double[] x, double[] y)
    {
        (_x, _y, _count) = (x, y, 0);
        var (left, bottom) = (x.Min(), y.Min());
        _side = Math.Max(Math.Max(x.Max() - left, y.Max() - bottom), double.Epsilon);
        for (var point = 0; point < x.Length; point++)
        {
            _order[point] = point;
            _codes[point] = Spread(Place(x[point] - left)) | (Spread(Place(y[point] - bottom)) << 1);
        }

        Array.Sort(_codes, _order);
        Add(0, x.Length, 0);
    }

    /// <summary>What all points together do to the one at a place: the sum of q, and that of q² times the way from each, where
    /// q = 1 / (1 + squared distance). The point itself counts with q = 1.</summary>
    public (double Sum, double X, double Y) Push(double x, double y, double angleSquared)
    {
        var (sum, pushX, pushY) = (0.0, 0.0, 0.0);
        for (var at = 0; at < _count;)
        {
            ref var cell = ref _cells[at];
            var (dx, dy) = (x - cell.X, y - cell.Y);
            var square = (dx * dx) + (dy * dy);
            if (cell.SideSquared <= angleSquared * square)
            {
                var q = 1 / (1 + square);
                var weight = cell.Points * q;
                sum += weight;
                pushX += weight * q * dx;
                pushY += weight * q * dy;
                at = cell.Next;
            }
            else
            {
                at++;
            }
        }

        return (sum, pushX, pushY);
    }

    private uint Place(double distance) => (uint)(distance / _side * ((1u << Depth) - 1));

    // Steps over cells that hold nothing but one smaller cell.
    private void Add(int start, int end, int level)
    {
        while (level < Depth && Quarter(start, level) == Quarter(end - 1, level))
        {
            level++;
        }

        var own = _count++;
        if (level == Depth)
        {
            _cells[own] = Mean(start, end) with { Next = _count };
            return;
        }

        var (x, y) = (0.0, 0.0);
        for (int first = start, next; first < end; first = next)
        {
            next = first + 1;
            while (next < end && Quarter(next, level) == Quarter(first, level))
            {
                next++;
            }

            var inner = _count;
            Add(first, next, level + 1);
            x += _cells[inner].X * (next - first);
            y += _cells[inner].Y * (next - first);
        }

        var side = _side / (1L << level);
        _cells[own] = new Cell(x / (end - start), y / (end - start), end - start, side * side, _count);
    }

    private ulong Quarter(int place, int level) => _codes[place] >> (2 * (Depth - 1 - level)) & 3;

    private Cell Mean(int start, int end)
    {
        var (x, y) = (0.0, 0.0);
        for (var place = start; place < end; place++)
        {
            x += _x[_order[place]];
            y += _y[_order[place]];
        }

        return new Cell(x / (end - start), y / (end - start), end - start, 0, 0);
    }

    // Puts a zero between any two bits.
    private static ulong Spread(ulong bits)
    {
        bits = (bits | (bits << 16)) & 0x0000FFFF0000FFFF;
        bits = (bits | (bits << 8)) & 0x00FF00FF00FF00FF;
        bits = (bits | (bits << 4)) & 0x0F0F0F0F0F0F0F0F;
        bits = (bits | (bits << 2)) & 0x3333333333333333;
        return (bits | (bits << 1)) & 0x5555555555555555;
    }

    private record struct Cell(double X, double Y, double Points, double SideSquared, int Next);
}
