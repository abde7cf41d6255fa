using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Centroids;

/// <summary>
/// Bisecting k-means (Steinbach, Karypis and Kumar 2000): begins with all rows in one cluster, and splits that of the largest inertia
/// by 2-means until there are enough. As scikit-learn's <c>BisectingKMeans</c>, a row belongs where the splits lead it,
/// which is not always the nearest centroid.
/// </summary>
public static class BisectingKMeans
{
    /// <summary>
    /// Finds <see cref="BisectingKMeansOptions.ClusterCount"/> clusters; fewer only where rows differ by so little that their
    /// distance is 0. Of equal inertias the cluster that is older is split.
    /// </summary>
    /// <exception cref="ArgumentException">A cell is not finite, or too large.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The options are beyond their limits, or there are more clusters than distinct
    /// rows.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static BisectingKMeansResult Fit(
        FeatureMatrix matrix, BisectingKMeansOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.ThrowIfInvalid();
        var weighty = WeightyRows.Of(matrix);
        var distinct = DistinctRows.Count(matrix, options.ClusterCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.ClusterCount, distinct, nameof(options.ClusterCount));
        return weighty.Complete(new Bisection(weighty.Matrix, options).Run(cancellationToken), options.Threads, cancellationToken);
    }

    private sealed class Bisection(FeatureMatrix matrix, BisectingKMeansOptions options)
    {
        private readonly List<CentroidTreeNode> _nodes = [];
        private readonly List<Leaf> _leaves = [];
        private int _iterations;

        public BisectingKMeansResult Run(CancellationToken cancellationToken)
        {
            AddLeaf(matrix, [.. Enumerable.Range(0, matrix.Rows)]);
            while (_leaves.Count < options.ClusterCount && _leaves.Any(leaf => leaf.CanSplit))
            {
                Split(_leaves.Where(leaf => leaf.CanSplit).MaxBy(leaf => leaf.Inertia)!, cancellationToken);
            }

            return Finish();
        }

        private void Split(Leaf leaf, CancellationToken cancellationToken)
        {
            var halves = KMeans.Fit(leaf.Matrix, options.OfSplit, cancellationToken);
            _iterations += halves.Iterations;
            var first = new CentroidTreeNode(halves.Centroid(0).ToArray(), 0, 0);
            var second = new CentroidTreeNode(halves.Centroid(1).ToArray(), 0, 0);
            var isSecond = SidesOf(leaf.Matrix, first, second);
            int[] secondRows = [.. Enumerable.Range(0, isSecond.Length).Where(row => isSecond[row])];
            int[] firstRows = [.. Enumerable.Range(0, isSecond.Length).Where(row => !isSecond[row])];
            if (firstRows.Length == 0 || secondRows.Length == 0)
            {
                leaf.CanSplit = false;
                return;
            }

            _leaves.Remove(leaf);
            _nodes[leaf.Node] = _nodes[leaf.Node] with { FirstChild = _nodes.Count };
            AddChild(leaf, first, firstRows);
            AddChild(leaf, second, secondRows);
        }

        // Asked of the tree and not of k-means, whose sums may round otherwise on the border.
        private static bool[] SidesOf(FeatureMatrix matrix, CentroidTreeNode first, CentroidTreeNode second)
        {
            var isSecond = new bool[matrix.Rows];
            var cells = new double[matrix.Columns];
            for (var row = 0; row < isSecond.Length; row++)
            {
                matrix.CopyRow(row, cells);
                isSecond[row] = CentroidTreeModel.Excess(cells, first, second) > 0;
            }

            return isSecond;
        }

        private void AddChild(Leaf parent, CentroidTreeNode node, int[] rows)
        {
            AddLeaf(parent.Matrix.Take(rows), Array.ConvertAll(rows, row => parent.Rows[row]));
            _nodes[^1] = node;
        }

        private void AddLeaf(FeatureMatrix part, int[] rows)
        {
            var canSplit = DistinctRows.Count(part, 2) == 2;
            _leaves.Add(new Leaf(_nodes.Count, part, rows, part.TotalSquares(options.Threads)) { CanSplit = canSplit });
            _nodes.Add(new CentroidTreeNode(new double[matrix.Columns], 0, 0));
        }

        private BisectingKMeansResult Finish()
        {
            var labels = new byte[matrix.Rows];
            for (var cluster = 0; cluster < _leaves.Count; cluster++)
            {
                foreach (var row in _leaves[cluster].Rows)
                {
                    labels[row] = (byte)cluster;
                }
            }

            var (clusters, order) = ClusterOrder.Describe(matrix, labels, _leaves.Count, _iterations);
            for (var cluster = 0; cluster < order.Length; cluster++)
            {
                var place = _leaves[order[cluster]].Node;
                _nodes[place] = _nodes[place] with { Cluster = cluster };
            }

            return new BisectingKMeansResult(clusters, new CentroidTreeModel([.. _nodes]));
        }
    }

    /// <param name="Node">Its place in the tree.</param>
    /// <param name="Matrix">Its rows, copied.</param>
    /// <param name="Rows">Their numbers in the whole matrix, ascending.</param>
    /// <param name="Inertia">Around their mean.</param>
    private sealed record Leaf(int Node, FeatureMatrix Matrix, int[] Rows, double Inertia)
    {
        public bool CanSplit { get; set; }
    }
}
