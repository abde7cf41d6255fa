using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Centroids;

/// <summary>Lloyd's iterations from one start. Trusts its arguments; <see cref="KMeans"/> checks them.</summary>
internal sealed class Lloyd
{
    private const double DriftRounding = 1e-12;
    private const int CacheLine = 16;

    private readonly KMeansRows _rows;
    private readonly RowTiles _tiles;
    private readonly Chunks _chunks;
    private readonly int _threads;
    private readonly int _clusters;
    private readonly int _columns;
    private readonly double[] _packed;
    private readonly float[] _rounded;
    private readonly byte[] _labels;
    // Per chunk k x columns sums, k weights and k counts.
    private readonly double[] _chunkSums;
    private readonly int _stride;
    private readonly int[] _chunkChanges;
    private readonly double[] _chunkInertia;
    private readonly double[] _sums;
    private readonly Action<int> _assignChunk;
    private bool _settled;
    private bool _isExact;

    /// <summary>Begins at <paramref name="start"/> (k x columns, row after row), which is copied.</summary>
    public Lloyd(KMeansRows rows, ReadOnlySpan<double> start, int clusters, int threads)
    {
        var tiles = rows.Tiles;
        _rows = rows;
        _tiles = tiles;
        _threads = threads;
        _clusters = clusters;
        _columns = tiles.Matrix.Columns;
        _chunks = new Chunks(tiles.Matrix.Rows);
        Centres = start.ToArray();
        Masses = new double[clusters];
        Counts = new int[clusters];
        _packed = new double[TileDistances.PackedLength(clusters, _columns)];
        _rounded = new float[rows.Rounded?.PackedLength(clusters) ?? 0];
        _labels = new byte[RowTiles.RoundUp(tiles.Matrix.Rows)];
        // A cache line lies between the sums of two chunks: threads that write to the same line wait for each other.
        _stride = Centres.Length + (2 * clusters) + CacheLine;
        _chunkSums = new double[_chunks.Count * _stride];
        _chunkChanges = new int[_chunks.Count];
        _chunkInertia = new double[_chunks.Count];
        _sums = new double[Centres.Length];
        SafeUntil = new double[_labels.Length / RowTiles.Height];
        _assignChunk = AssignChunk;
        Array.Fill(_labels, ClusteringResult.Unassigned);
    }

    /// <summary>k x columns, row after row.</summary>
    public double[] Centres { get; }

    /// <summary>Sum over the iterations so far of the longest way that a centre moved.</summary>
    public double Drift { get; private set; }

    /// <summary>Per tile of rows the drift up to which none of its labels can change: it is passed over until then.</summary>
    public double[] SafeUntil { get; }

    /// <summary>Per row its cluster.</summary>
    public ReadOnlySpan<byte> Labels => _labels.AsSpan(0, _tiles.Matrix.Rows);

    /// <summary>Weight of each cluster.</summary>
    public double[] Masses { get; }

    /// <summary>Rows of each cluster.</summary>
    public int[] Counts { get; }

    /// <summary>Sum of weight times squared distance to the centres, once <see cref="Finish"/> or <see cref="RestAfter"/> was
    /// called.</summary>
    public double Inertia { get; private set; }

    /// <summary>Iterates until no label changes, the centres' squared movement is at most <paramref name="threshold"/>, or the most
    /// iterations are done.</summary>
    /// <returns>Iterations done.</returns>
    public int Run(int maxIterations, double threshold, CancellationToken cancellationToken)
    {
        for (var iteration = 1; iteration <= maxIterations; iteration++)
        {
            _settled = Assign(cancellationToken) == 0;
            if (_settled || MoveCentres() <= threshold)
            {
                return iteration;
            }
        }

        return maxIterations;
    }

    /// <summary>Makes labels, inertia and counts fit the centres. When the labels had settled, the centres are first summed up
    /// afresh.</summary>
    public void Finish(CancellationToken cancellationToken)
    {
        if (_settled)
        {
            // Sums that rows were added to and taken from carry the rounding of every move.
            Array.Fill(_labels, ClusteringResult.Unassigned);
            Array.Clear(_chunkSums);
            Assign(cancellationToken, all: true);
            MoveCentres();
        }

        Assign(cancellationToken, all: true);
        AddChunks();
    }

    /// <summary>Where the centres are now, with the inertia around them.</summary>
    public Rest RestAfter(int iterations, CancellationToken cancellationToken)
    {
        Assign(cancellationToken, all: true);
        return new Rest(Centres, Inertia, iterations);
    }

    /// <summary>One pass over the rows whose label may change, or over all, which alone gives the inertia; returns how many labels
    /// changed.</summary>
    public int Assign(CancellationToken cancellationToken, bool all = false)
    {
        if (all)
        {
            Array.Fill(SafeUntil, double.NegativeInfinity);
        }

        // The inertia is the exact kernel's.
        _isExact = all || _rows.Rounded is null;
        TileDistances.Pack(Centres, _columns, _packed);
        _rows.Rounded?.Pack(Centres, _rounded);
        Chunks.Run(_chunks.Count, _threads, _assignChunk, cancellationToken);
        Inertia = 0;
        var changed = 0;
        for (var chunk = 0; chunk < _chunks.Count; chunk++)
        {
            Inertia += _chunkInertia[chunk];
            changed += _chunkChanges[chunk];
        }

        return changed;
    }

    private unsafe void AssignChunk(int chunk)
    {
        fixed (double* centres = _packed, sums = _chunkSums, safeUntil = SafeUntil)
        fixed (byte* labels = _labels)
        {
            var ofChunk = sums + ((nint)chunk * _stride);
            var exact = new AssignTile
            {
                Centres = centres,
                Groups = (_clusters + TileDistances.Points - 1) / TileDistances.Points,
                Columns = _columns,
                Labels = labels,
                Sums = ofChunk,
                Masses = ofChunk + Centres.Length,
                Counts = ofChunk + Centres.Length + _clusters,
                Drift = Drift,
                SafeUntil = safeUntil,
            };
            Run(ref exact, _chunks.Start(chunk), _chunks.End(chunk));
            _chunkChanges[chunk] = exact.Changed;
            _chunkInertia[chunk] = exact.Inertia;
        }
    }

    private void Run(ref AssignTile exact, int start, int end)
    {
        switch (_isExact ? KernelWidth.Exact : _rows.Width)
        {
            case KernelWidth.Exact:
                _tiles.Run(ref exact, start, end);
                break;
            case KernelWidth.Bits512:
                RunRounded<Lanes512>(ref exact, start, end);
                break;
            case KernelWidth.Bits256:
                RunRounded<Lanes256>(ref exact, start, end);
                break;
            case KernelWidth.Bits128:
                RunRounded<Lanes128>(ref exact, start, end);
                break;
            default:
                RunRounded<Lanes32>(ref exact, start, end);
                break;
        }
    }

    private unsafe void RunRounded<TLanes>(ref AssignTile exact, int start, int end)
        where TLanes : struct, ILanes<TLanes>
    {
        var rows = _rows.Rounded!;
        var found = stackalloc byte[RowTiles.Height];
        fixed (float* centres = _rounded, cells = rows.Cells, lengths = rows.SquaredLengths)
        {
            var kernel = new AssignRoundedTile<TLanes>
            {
                Exact = exact,
                Centres = centres,
                Cells = cells,
                SquaredLengths = lengths,
                RelativeError = rows.RelativeError,
                LengthError = rows.LengthError,
                Scale = rows.Scale,
                Found = found,
            };
            _tiles.Run(ref kernel, start, end);
            exact = kernel.Exact;
        }
    }

    /// <summary>Puts each centre at the mean of its rows; returns the sum of squared movements.</summary>
    public double MoveCentres()
    {
        AddChunks();
        if (Array.IndexOf(Counts, 0) >= 0)
        {
            FillEmptyClusters();
        }

        var (movement, longest) = (0.0, 0.0);
        for (var cluster = 0; cluster < _clusters; cluster++)
        {
            var moved = MoveCentre(cluster);
            movement += moved;
            longest = Math.Max(longest, moved);
        }

        Drift += Math.Sqrt(longest) * (1 + DriftRounding);
        return movement;
    }

    private double MoveCentre(int cluster)
    {
        // Rows so near each other that their squared distance is 0 cannot fill a cluster: it stays where it was.
        var moved = 0.0;
        for (var i = cluster * _columns; i < (cluster + 1) * _columns && Counts[cluster] > 0; i++)
        {
            var mean = _sums[i] / Masses[cluster];
            moved += (mean - Centres[i]) * (mean - Centres[i]);
            Centres[i] = mean;
        }

        return moved;
    }

    private void AddChunks()
    {
        Array.Clear(_sums);
        Array.Clear(Masses);
        Array.Clear(Counts);
        for (var chunk = 0; chunk < _chunks.Count; chunk++)
        {
            for (var i = 0; i < _sums.Length; i++)
            {
                _sums[i] += _chunkSums[(chunk * _stride) + i];
            }

            for (var i = 0; i < _clusters; i++)
            {
                Masses[i] += _chunkSums[(chunk * _stride) + _sums.Length + i];
                Counts[i] += (int)_chunkSums[(chunk * _stride) + _sums.Length + _clusters + i];
            }
        }
    }

    private void FillEmptyClusters()
    {
        var moves = EmptyClusters.FindRows(_tiles.Matrix, Labels, Centres, Counts);
        foreach (var (row, cluster) in moves)
        {
            AddRow(row, _labels[row], -1);
            AddRow(row, cluster, 1);
            _labels[row] = cluster;
            SafeUntil[row / RowTiles.Height] = double.NegativeInfinity;
        }

        AddChunks();
    }

    private void AddRow(int row, int cluster, int sign)
    {
        var matrix = _tiles.Matrix;
        var ofChunk = _chunkSums.AsSpan(row / _chunks.Size * _stride, _stride);
        var weight = sign * matrix.WeightOf(row);
        for (var column = 0; column < _columns; column++)
        {
            ofChunk[(cluster * _columns) + column] += weight * matrix[row, column];
        }

        ofChunk[Centres.Length + cluster] += weight;
        ofChunk[Centres.Length + _clusters + cluster] += sign;
    }
}
