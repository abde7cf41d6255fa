using Segmentation.Core.Numerics;

namespace Segmentation.Core.Tests.Clustering.Medoids;

/// <summary>
/// Partitioning around medoids as it is defined: the best of all swaps, loss summed up afresh for each, until none helps.
/// </summary>
internal sealed class NaivePam(FeatureMatrix matrix)
{
    public double Loss(IReadOnlyList<int> medoids)
    {
        var loss = 0.0;
        for (var row = 0; row < matrix.Rows; row++)
        {
            loss += (matrix.IsWeighted ? matrix.Weights[row] : 1) * medoids.Min(medoid => Distance(row, medoid));
        }

        return loss;
    }

    public double Distance(int left, int right) => Math.Sqrt(Enumerable.Range(0, matrix.Columns)
        .Sum(column => (matrix[left, column] - matrix[right, column]) * (matrix[left, column] - matrix[right, column])));

    /// <summary>The lowest loss that one swap leads to.</summary>
    public (int[] Medoids, double Loss) BestSwap(int[] medoids) => (
        from place in Enumerable.Range(0, medoids.Length)
        from row in Enumerable.Range(0, matrix.Rows)
        let swapped = medoids.Select((medoid, i) => i == place ? row : medoid).ToArray()
        select (swapped, Loss(swapped))).MinBy(swap => swap.Item2);

    /// <summary>Swaps while that helps, from the first rows that differ.</summary>
    public double Run(int[] start)
    {
        var (medoids, loss) = (start, Loss(start));
        for (var swap = BestSwap(medoids); swap.Loss < loss - (1e-12 * loss); swap = BestSwap(medoids))
        {
            (medoids, loss) = swap;
        }

        return loss;
    }
}
