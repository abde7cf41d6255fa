using FsCheck;
using FsCheck.Fluent;
using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Density;
using Xunit;

namespace Segmentation.Core.Tests.Clustering.Density;

public sealed class ReachabilityTreeTests
{
    [Fact]
    public void CoreDistancesByHand()
    {
        var matrix = Matrices.OneColumn(0, 1, 3, 7);
        Assert.Equal([0.0, 0, 0, 0], CoreDistances.Squares(matrix, 1, 1, default));
        Assert.Equal([1.0, 1, 4, 16], CoreDistances.Squares(matrix, 2, 1, default));
        Assert.Equal([9.0, 4, 9, 36], CoreDistances.Squares(matrix, 3, 1, default));
        Assert.Equal([49.0, 36, 16, 49], CoreDistances.Squares(matrix, 10, 1, default));
    }

    [Fact]
    public void AHeavyRowIsEnoughByItself() =>
        Assert.Equal([0.0, 1, 4], CoreDistances.Squares(Matrices.Of([[0], [1], [3]], weights: [2, 1, 1.5]), 2, 1, default));

    [Fact]
    public void CoreDistancesAreThoseOfTheDefinition() =>
        Prop.ForAll(MatrixGenerators.Quarters(), Gen.Choose(1, 60).ToArbitrary(), (matrix, mass) =>
        {
            var expected = Enumerable.Range(0, matrix.Rows).Select(row => NaiveHdbscan.Core(matrix, row, mass));
            Assert.Equal(expected, CoreDistances.Squares(matrix, mass, 2, default).Select(Math.Sqrt));
        }).QuickCheckThrowOnFailure();

    // Whatever the tree, cut at a distance it leaves the clusters that DBSCAN without border rows has there.
    [Fact]
    public void CutAtADistanceTheTreeIsDbscan() =>
        Prop.ForAll(MatrixGenerators.Quarters(), Gen.Choose(1, 4).ToArbitrary(), Gen.Choose(1, 12).ToArbitrary(), (matrix, samples, quarters) =>
        {
            var radius = quarters / 4.0;
            var cores = CoreDistances.Squares(matrix, samples, 1, default);
            var edges = ReachabilityTree.Span(matrix, cores, default);
            var sets = new DisjointSets(matrix.Rows);
            foreach (var (left, right, _) in edges.Where(edge => edge.Height <= radius))
            {
                sets.Join(sets.Find(left), sets.Find(right));
            }

            int[] dense = [.. Enumerable.Range(0, matrix.Rows).Where(row => Math.Sqrt(cores[row]) <= radius)];
            var expected = NaiveHdbscan.Connected(dense, (left, right) => NaiveHdbscan.Distance(matrix, left, right) <= radius);
            Assert.Equal(expected.Count, dense.Select(sets.Find).Distinct().Count());
            Assert.All(expected, part => Assert.Single(part.Select(sets.Find).Distinct()));
            Assert.Equal(matrix.Rows - 1, edges.Length);
        }).QuickCheckThrowOnFailure();
}
