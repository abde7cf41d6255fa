using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Centroids;

/// <summary>
/// Greedy k-means++ (Arthur and Vassilvitskii 2007, section 5): each centre is the best of a few rows drawn with chances
/// proportional to weight times squared distance to the nearest centre so far.
/// </summary>
internal sealed class PlusPlusSeeding
{
    private readonly RowTiles _tiles;
    private readonly FeatureMatrix _matrix;
    private SeededRandom _random = new(0);
    private readonly double[] _closest;
    private readonly double[] _chances;
    private readonly double[] _tileChances;
    private readonly double[] _candidate;
    private readonly double[] _packed;

    /// <summary>Makes room for seedings of one matrix; one after the other may use it.</summary>
    public PlusPlusSeeding(RowTiles tiles)
    {
        (_tiles, _matrix) = (tiles, tiles.Matrix);
        var rows = RowTiles.RoundUp(_matrix.Rows);
        _closest = new double[rows];
        _chances = new double[rows];
        _tileChances = new double[rows / RowTiles.Height];
        _candidate = new double[_matrix.Columns * TileDistances.Points];
        _packed = new double[_candidate.Length];
    }

    /// <summary>Picks <paramref name="clusters"/> rows as starting centres, k x columns, row after row, each the best of so many
    /// candidates.</summary>
    public double[] Choose(int clusters, int candidateCount, SeededRandom random, CancellationToken cancellationToken)
    {
        _random = random;
        var columns = _matrix.Columns;
        var centres = new double[clusters * columns];
        var candidates = new int[candidateCount];
        TakeWeightsAsChances();
        for (var cluster = 0; cluster < clusters; cluster++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = cluster == 0 ? Draw() : BestOf(candidates);
            Accept(row);
            _matrix.CopyRow(row, centres.AsSpan(cluster * columns));
        }

        return centres;
    }

    private void TakeWeightsAsChances()
    {
        Array.Fill(_closest, double.PositiveInfinity);
        Array.Clear(_tileChances);
        for (var row = 0; row < _matrix.Rows; row++)
        {
            _chances[row] = _matrix.WeightOf(row);
            _tileChances[row / RowTiles.Height] += _chances[row];
        }
    }

    /// <summary>Draws a row by its chance; any row when none has a chance.</summary>
    private int Draw()
    {
        var total = _tileChances.Sum();
        var target = _random.NextDouble() * total;
        if (total <= 0)
        {
            return _random.Next(_matrix.Rows);
        }

        var tile = 0;
        for (; tile < _tileChances.Length - 1 && target >= _tileChances[tile]; tile++)
        {
            target -= _tileChances[tile];
        }

        return DrawFrom(tile, target);
    }

    private int DrawFrom(int tile, double target)
    {
        var last = -1;
        for (var row = tile * RowTiles.Height; row < Math.Min(_matrix.Rows, (tile + 1) * RowTiles.Height); row++)
        {
            if (_chances[row] > 0)
            {
                last = row;
                if (target < _chances[row])
                {
                    break;
                }
            }

            target -= _chances[row];
        }

        // Rounding may run past the last row that has a chance, even past its tile.
        return last >= 0 ? last : Array.FindLastIndex(_chances, chance => chance > 0);
    }

    private int BestOf(int[] candidates)
    {
        for (var i = 0; i < candidates.Length; i++)
        {
            candidates[i] = Draw();
        }

        var (best, lowest) = (candidates[0], double.PositiveInfinity);
        for (var from = 0; from < candidates.Length; from += TileDistances.Points)
        {
            var group = candidates.AsSpan(from, Math.Min(TileDistances.Points, candidates.Length - from));
            var kernel = Potentials(group);
            for (var i = 0; i < group.Length; i++)
            {
                if (kernel.Potential(i) < lowest)
                {
                    (best, lowest) = (group[i], kernel.Potential(i));
                }
            }
        }

        return best;
    }

    private unsafe PotentialTile Potentials(ReadOnlySpan<int> group)
    {
        Pack(group);
        fixed (double* candidates = _packed, closest = _closest)
        {
            var kernel = new PotentialTile { Candidates = candidates, Columns = _matrix.Columns, Closest = closest };
            _tiles.Run(ref kernel, 0, _matrix.Rows);
            return kernel;
        }
    }

    private unsafe void Accept(int row)
    {
        Pack([row]);
        fixed (double* centre = _packed, closest = _closest, chances = _chances, tileChances = _tileChances)
        {
            var kernel = new ClosestTile { Centre = centre, Columns = _matrix.Columns, Closest = closest, Chances = chances, TileChances = tileChances };
            _tiles.Run(ref kernel, 0, _matrix.Rows);
        }
    }

    private void Pack(ReadOnlySpan<int> rows)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            _matrix.CopyRow(rows[i], _candidate.AsSpan(i * _matrix.Columns, _matrix.Columns));
        }

        TileDistances.Pack(_candidate.AsSpan(0, rows.Length * _matrix.Columns), _matrix.Columns, _packed);
    }
}
