using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Quality;

/// <summary>Rows without clusters: uniform over a box about the rows of a matrix, as many and with the same weights.</summary>
internal sealed class UniformBox
{
    private readonly FeatureMatrix _matrix;
    private readonly PrincipalComponents? _components;
    private readonly double[] _lowest;
    private readonly double[] _ranges;

    public UniformBox(FeatureMatrix matrix, ReferenceBox box, CancellationToken cancellationToken)
    {
        _matrix = matrix;
        _components = box == ReferenceBox.Principal ? PrincipalComponents.Fit(matrix, standardise: false, cancellationToken) : null;
        int[] all = [.. Enumerable.Range(0, matrix.Rows)];
        var sides = _components?.Scores(matrix, all, _components.Count) ?? matrix;
        _lowest = [.. Enumerable.Range(0, sides.Columns).Select(side => sides.Column(side).ToArray().Min())];
        _ranges = [.. _lowest.Select((lowest, side) => sides.Column(side).ToArray().Max() - lowest)];
    }

    /// <summary>One reference; of the principal components it lies about the origin, which no inertia sees.</summary>
    public FeatureMatrix Draw(SeededRandom random)
    {
        var rows = _matrix.Rows;
        var cells = new double[rows * _ranges.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = _lowest[i / rows] + (random.NextDouble() * _ranges[i / rows]);
        }

        var weights = _matrix.IsWeighted ? _matrix.Weights.ToArray() : null;
        return new FeatureMatrix(rows, _ranges.Length, _components is null ? cells : Rotate(cells), weights);
    }

    private double[] Rotate(double[] scores)
    {
        var (rows, cells) = (_matrix.Rows, new double[scores.Length]);
        for (var component = 0; component < _ranges.Length; component++)
        {
            var loadings = _components!.Loadings(component);
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] += loadings[i / rows] * scores[(component * rows) + (i % rows)];
            }
        }

        return cells;
    }
}
