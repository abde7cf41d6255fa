using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Hierarchy;

/// <summary>
/// Average and complete linkage from all distances, updated by the formula of Lance and Williams (1967). Each distance is kept once, at
/// the higher of its two clusters, in a row that is infinite where the other one is gone.
/// </summary>
internal sealed class DistanceSpace : ILinkageSpace
{
    private readonly Linkage _linkage;
    private readonly double[][] _rows;
    private readonly double[] _masses;
    private readonly bool[] _isGone;

    public DistanceSpace(FeatureMatrix matrix, Linkage linkage, CancellationToken cancellationToken)
    {
        _linkage = linkage;
        _rows = new double[matrix.Rows][];
        _masses = matrix.IsWeighted ? matrix.Weights.ToArray() : [.. Enumerable.Repeat(1.0, matrix.Rows)];
        _isGone = new bool[matrix.Rows];
        for (var row = 0; row < _rows.Length; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _rows[row] = DistancesToThoseBefore(matrix, row);
        }
    }

    public double Height(double distance) => distance;

    public (int Other, double Distance) Nearest(int cluster)
    {
        var before = _rows[cluster];
        var nearest = before.Length == 0 ? -1 : TensorPrimitives.IndexOfMin<double>(before);
        var distance = nearest < 0 ? double.PositiveInfinity : before[nearest];
        for (var other = cluster + 1; other < _rows.Length; other++)
        {
            if (!_isGone[other] && _rows[other][cluster] < distance)
            {
                (nearest, distance) = (other, _rows[other][cluster]);
            }
        }

        return (nearest, distance);
    }

    public void Merge(int kept, int gone)
    {
        _isGone[gone] = true;
        for (var other = 0; other < _rows.Length; other++)
        {
            if (!_isGone[other] && other != kept)
            {
                ref var distance = ref Between(kept, other);
                ref var removed = ref Between(gone, other);
                distance = Update(distance, removed, _masses[kept], _masses[gone]);
                removed = double.PositiveInfinity;
            }
        }

        Between(kept, gone) = double.PositiveInfinity;
        _rows[gone] = [];
        _masses[kept] += _masses[gone];
    }

    private ref double Between(int left, int right) => ref _rows[Math.Max(left, right)][Math.Min(left, right)];

    private double Update(double kept, double gone, double keptMass, double goneMass) => _linkage == Linkage.Complete
        ? Math.Max(kept, gone)
        : kept + ((gone - kept) * (goneMass / (keptMass + goneMass)));

    private static double[] DistancesToThoseBefore(FeatureMatrix matrix, int row)
    {
        var squares = new double[row];
        for (var column = 0; column < matrix.Columns; column++)
        {
            AddSquares(matrix.Column(column)[..row], matrix[row, column], squares);
        }

        TensorPrimitives.Sqrt<double>(squares, squares);
        return squares;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddSquares(ReadOnlySpan<double> cells, double cell, Span<double> squares)
    {
        var i = 0;
        for (; i <= cells.Length - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            var difference = Vector512.Create(cells[i..]) - Vector512.Create(cell);
            Vector512.FusedMultiplyAdd(difference, difference, Vector512.Create<double>(squares[i..])).CopyTo(squares[i..]);
        }

        for (; i < cells.Length; i++)
        {
            squares[i] = Math.FusedMultiplyAdd(cells[i] - cell, cells[i] - cell, squares[i]);
        }
    }
}
