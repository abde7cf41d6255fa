using Segmentation.Core.Clustering.Hierarchy;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Tests.Clustering.Hierarchy;

/// <summary>The definition word by word: of all pairs of clusters, the nearest by their rows is merged, again and again.</summary>
internal static class NaiveAgglomeration
{
    public static double[] Heights(FeatureMatrix matrix, Linkage linkage)
    {
        List<int[]> clusters = [.. Enumerable.Range(0, matrix.Rows).Select(row => (int[])[row])];
        var heights = new List<double>();
        while (clusters.Count > 1)
        {
            var pairs = from right in Enumerable.Range(0, clusters.Count) from left in Enumerable.Range(0, right) select (left, right);
            var (first, second, height) = pairs.Select(pair => (pair.left, pair.right, Distance(matrix, linkage, clusters[pair.left], clusters[pair.right])))
                .MinBy(pair => pair.Item3);
            heights.Add(height);
            clusters[first] = [.. clusters[first], .. clusters[second]];
            clusters.RemoveAt(second);
        }

        return [.. heights];
    }

    private static double Distance(FeatureMatrix matrix, Linkage linkage, int[] left, int[] right)
    {
        var pairs = left.SelectMany(one => right.Select(other => (Distance: Distance(matrix, one, other), Weight: Weight(matrix, one) * Weight(matrix, other))));
        return linkage switch
        {
            Linkage.Ward => Math.Sqrt(2 * (Squares(matrix, [.. left, .. right]) - Squares(matrix, left) - Squares(matrix, right))),
            Linkage.Average => pairs.Sum(pair => pair.Distance * pair.Weight) / pairs.Sum(pair => pair.Weight),
            _ => pairs.Max(pair => pair.Distance),
        };
    }

    private static double Squares(FeatureMatrix matrix, int[] rows)
    {
        var mass = rows.Sum(row => Weight(matrix, row));
        return Enumerable.Range(0, matrix.Columns).Sum(column =>
        {
            var mean = rows.Sum(row => Weight(matrix, row) * matrix[row, column]) / mass;
            return rows.Sum(row => Weight(matrix, row) * (matrix[row, column] - mean) * (matrix[row, column] - mean));
        });
    }

    private static double Distance(FeatureMatrix matrix, int left, int right) =>
        Math.Sqrt(Enumerable.Range(0, matrix.Columns).Sum(column => Math.Pow(matrix[left, column] - matrix[right, column], 2)));

    private static double Weight(FeatureMatrix matrix, int row) => matrix.IsWeighted ? matrix.Weights[row] : 1;
}
