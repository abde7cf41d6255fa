using System.Numerics.Tensors;
using Segmentation.Core.Frame;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Exploring;

/// <summary>
/// One walk over some rows in which all pairs of columns are looked at: the cells of a block of rows are fetched once, and stay in the
/// second cache while every pair sums over them.
/// </summary>
internal sealed class PairWalk
{
    /// <summary>Sums of a pair of numbers over the rows that have both: rows, x, y, x x, y y, x y.</summary>
    public const int NumberSums = 6;

    /// <summary>Sums of numbers in a slot of categories: rows, x, x x.</summary>
    public const int SlotSums = 3;

    private const int BlockRows = 512;

    private readonly PairColumns _columns;
    private readonly double[] _ranks;
    private readonly double[] _rankSquares;
    private readonly double[] _scores;
    private readonly double[] _present;
    private readonly byte[] _slots;

    public PairWalk(PairColumns columns)
    {
        _columns = columns;
        var (numbers, categories) = (columns.Numbers.Length, columns.Categories.Length);
        (_ranks, _rankSquares) = (new double[numbers * BlockRows], new double[numbers * BlockRows]);
        (_scores, _present) = (new double[numbers * BlockRows], new double[numbers * BlockRows]);
        _slots = new byte[categories * BlockRows];
        Products = new double[numbers * (numbers - 1) / 2 * NumberSums];
        Ratios = new double[numbers * categories][];
        Tables = new int[categories * (categories - 1) / 2][];
        for (var pair = 0; pair < Ratios.Length; pair++)
        {
            Ratios[pair] = new double[(WidthOf(pair % categories) + 1) * SlotSums];
        }

        foreach (var (first, second, pair) in Pairs(categories))
        {
            Tables[pair] = new int[(WidthOf(first) + 1) * (WidthOf(second) + 1)];
        }
    }

    /// <summary>Per pair of numbers, in the order of <see cref="AssociationMatrix.PlaceOf"/>, its <see cref="NumberSums"/>.</summary>
    public double[] Products { get; }

    /// <summary>Per number and category, the numbers one after the other, <see cref="SlotSums"/> for each slot and for missing ones.</summary>
    public double[][] Ratios { get; }

    /// <summary>Per pair of categories the counts of their slots, the last row and column being those of missing ones.</summary>
    public int[][] Tables { get; }

    /// <summary>Slots of one of the categories.</summary>
    public int WidthOf(int category) => _columns.Axes[_columns.Categories[category]].Slots.Count;

    /// <summary>Each pair of <paramref name="count"/> things, and its place.</summary>
    public static IEnumerable<(int First, int Second, int Pair)> Pairs(int count)
    {
        for (var (first, pair) = (0, 0); first < count; first++)
        {
            for (var second = first + 1; second < count; second++)
            {
                yield return (first, second, pair++);
            }
        }
    }

    /// <summary>Adds the rows of a mask from <paramref name="start"/> to before <paramref name="end"/>.</summary>
    public void Add(RowMask rows, int start, int end)
    {
        for (var first = start; first < end; first += BlockRows)
        {
            var count = Gather(rows, first, Math.Min(end, first + BlockRows));
            if (count > 0)
            {
                AddProducts(count);
                AddRatios(count);
                AddTables(count);
            }
        }
    }

    /// <summary>Adds what another walk found in later rows.</summary>
    public void Add(PairWalk later)
    {
        TensorPrimitives.Add<double>(Products, later.Products, Products);
        foreach (var (mine, theirs) in Ratios.Zip(later.Ratios))
        {
            TensorPrimitives.Add<double>(mine, theirs, mine);
        }

        foreach (var (mine, theirs) in Tables.Zip(later.Tables))
        {
            TensorPrimitives.Add<int>(mine, theirs, mine);
        }
    }

    private int Gather(RowMask rows, int start, int end)
    {
        var count = 0;
        for (var place = 0; place < _columns.Numbers.Length; place++)
        {
            var number = _columns.Numbers[place];
            var (codes, at) = (_columns.Coded[number].Codes, place * BlockRows);
            var visitor = new NumberGatherer(codes, _columns.Scores[number], _columns.Ranks[number], _scores, _ranks, _present, at);
            rows.ForEach(ref visitor, start, end);
            count = visitor.Next - at;
            TensorPrimitives.Multiply(_ranks.AsSpan(at, count), _ranks.AsSpan(at, count), _rankSquares.AsSpan(at, count));
        }

        for (var place = 0; place < _columns.Categories.Length; place++)
        {
            var category = _columns.Categories[place];
            var at = place * BlockRows;
            var visitor = new SlotGatherer(_columns.Coded[category].Codes, _columns.Slots[category], (byte)WidthOf(place), _slots, at);
            rows.ForEach(ref visitor, start, end);
            count = visitor.Next - at;
        }

        return count;
    }

    private void AddProducts(int count)
    {
        var next = 0;
        for (var first = 0; first < _columns.Numbers.Length; first++)
        {
            for (var second = first + 1; second < _columns.Numbers.Length; second++)
            {
                AddProduct(first, second, count, Products.AsSpan(next, NumberSums));
                next += NumberSums;
            }
        }
    }

    private void AddProduct(int first, int second, int count, Span<double> sums)
    {
        var x = _ranks.AsSpan(first * BlockRows, count);
        var y = _ranks.AsSpan(second * BlockRows, count);
        sums[5] += OrderedSums.Dot(x, y);
        if (!_columns.HasGaps[_columns.Numbers[first]] && !_columns.HasGaps[_columns.Numbers[second]])
        {
            sums[0] += count;
            return;
        }

        var hasX = _present.AsSpan(first * BlockRows, count);
        var hasY = _present.AsSpan(second * BlockRows, count);
        sums[0] += OrderedSums.Dot(hasX, hasY);
        sums[1] += OrderedSums.Dot(x, hasY);
        sums[2] += OrderedSums.Dot(y, hasX);
        sums[3] += OrderedSums.Dot(_rankSquares.AsSpan(first * BlockRows, count), hasY);
        sums[4] += OrderedSums.Dot(_rankSquares.AsSpan(second * BlockRows, count), hasX);
    }

    private void AddRatios(int count)
    {
        for (var pair = 0; pair < Ratios.Length; pair++)
        {
            var (number, category) = (pair / _columns.Categories.Length, pair % _columns.Categories.Length);
            var scores = _scores.AsSpan(number * BlockRows, count);
            var present = _present.AsSpan(number * BlockRows, count);
            var slots = _slots.AsSpan(category * BlockRows, count);
            var sums = Ratios[pair];
            for (var row = 0; row < scores.Length; row++)
            {
                var at = slots[row] * SlotSums;
                sums[at] += present[row];
                sums[at + 1] += scores[row];
                sums[at + 2] += scores[row] * scores[row];
            }
        }
    }

    private void AddTables(int count)
    {
        var pair = 0;
        for (var first = 0; first < _columns.Categories.Length; first++)
        {
            for (var second = first + 1; second < _columns.Categories.Length; second++)
            {
                var x = _slots.AsSpan(first * BlockRows, count);
                var y = _slots.AsSpan(second * BlockRows, count);
                var (table, width) = (Tables[pair++], WidthOf(second) + 1);
                for (var row = 0; row < x.Length; row++)
                {
                    table[(x[row] * width) + y[row]]++;
                }
            }
        }
    }

    private struct NumberGatherer(int[] codes, double[] scores, double[] ranks, double[] toScores, double[] toRanks, double[] present, int next)
        : IRowVisitor
    {
        public int Next { get; private set; } = next;

        public void Visit(int row)
        {
            var code = codes[row];
            (toScores[Next], toRanks[Next], present[Next]) = code < 0 ? (0, 0, 0) : (scores[code], ranks[code], 1);
            Next++;
        }
    }

    private struct SlotGatherer(int[] codes, byte[] slots, byte missing, byte[] to, int next) : IRowVisitor
    {
        public int Next { get; private set; } = next;

        public void Visit(int row) => to[Next++] = codes[row] < 0 ? missing : slots[codes[row]];
    }
}
