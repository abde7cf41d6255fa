using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Centroids;

/// <summary>Rows of which some cells are missing, and what can be said of the others.</summary>
/// <param name="blank">NaN where a cell is missing.</param>
internal sealed class ObservedCells(FeatureMatrix blank)
{
    /// <summary>NaN where a cell is missing.</summary>
    public FeatureMatrix Blank => blank;

    /// <summary>All cells, missing ones as their column's weighted mean; 0 in a column without any.</summary>
    public FeatureMatrix FillWithMeans()
    {
        var labels = new byte[blank.Rows];
        return FillFrom(labels, Means(labels, new double[blank.Columns]));
    }

    /// <summary>All cells, missing ones as their row's centroid has them.</summary>
    public FeatureMatrix FillFrom(byte[] labels, double[] centroids)
    {
        var cells = blank.Cells.ToArray();
        for (var i = 0; i < cells.Length; i++)
        {
            if (double.IsNaN(cells[i]))
            {
                cells[i] = centroids[(labels[i % blank.Rows] * blank.Columns) + (i / blank.Rows)];
            }
        }

        return new FeatureMatrix(blank.Rows, blank.Columns, cells, blank.IsWeighted ? blank.Weights.ToArray() : null);
    }

    /// <summary>Per cluster the weighted means of the cells that are there; where there is none the centroid stays.</summary>
    public double[] Means(byte[] labels, double[] centroids)
    {
        var sums = new double[centroids.Length];
        var masses = new double[centroids.Length];
        ForEach(labels, (weight, place, cell) =>
        {
            sums[place] += weight * cell;
            masses[place] += weight;
        });
        return [.. sums.Select((sum, place) => masses[place] > 0 ? sum / masses[place] : centroids[place])];
    }

    /// <summary>Sum over the cells that are there of weight times squared difference to their row's centroid.</summary>
    public double Inertia(byte[] labels, double[] centroids)
    {
        var inertia = 0.0;
        ForEach(labels, (weight, place, cell) => inertia += weight * (cell - centroids[place]) * (cell - centroids[place]));
        return inertia;
    }

    /// <summary>Hands over every cell that is there, with its weight and its centroid's place.</summary>
    private void ForEach(byte[] labels, Action<double, int, double> body)
    {
        for (var column = 0; column < blank.Columns; column++)
        {
            var cells = blank.Column(column);
            for (var row = 0; row < cells.Length; row++)
            {
                if (!double.IsNaN(cells[row]))
                {
                    body(blank.WeightOf(row), (labels[row] * blank.Columns) + column, cells[row]);
                }
            }
        }
    }
}
