using FsCheck;
using FsCheck.Fluent;
using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Clustering.Prototypes;
using Segmentation.Core.Collections;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Clustering.Prototypes;

public class KPrototypesTests
{
    private static readonly int[] s_threads = [1, 2, 16];

    [Fact]
    public void Fit_NumbersAndOneCategory_SolvesAsOnPaper()
    {
        // One number, then the categories a and b.
        var matrix = Matrices.Of([[0, 1, 0], [1, 1, 0], [2, 0, 1], [10, 0, 1], [11, 0, 1]]);
        var result = Fit(matrix, 2, mismatch: 2, new CategoryBlock(1, 2));

        Assert.Equal([0, 0, 0, 1, 1], result.Labels);
        Assert.Equal([1.0], result.Model.Numbers(0));
        Assert.Equal([10.5], result.Model.Numbers(1));
        Assert.Equal((0, 1), (result.Model.Category(0, 0), result.Model.Category(1, 0)));
        Assert.Equal(1 + 1 + 2 + 0.5, result.Cost);
        double[] centroids = [1, 2.0 / 3, 1.0 / 3, 10.5, 0, 1];
        Assert.All(centroids.Zip(result.Centroids), pair => Assert.Equal(pair.First, pair.Second, 1e-15));
    }

    [Fact]
    public void Fit_HeavyMismatch_PartsByCategory()
    {
        var matrix = Matrices.Of([[0, 1, 0], [1, 1, 0], [2, 0, 1], [10, 0, 1], [11, 0, 1]]);

        Assert.Equal([1, 1, 0, 0, 0], Fit(matrix, 2, mismatch: 100, new CategoryBlock(1, 2)).Labels);
    }

    [Fact]
    public void Fit_NoWeightChosen_TakesHalfTheMeanDeviation()
    {
        // Deviations 1 and 3.
        var matrix = Matrices.Of([[1, 1, 0, 3], [-1, 0, 1, 3], [1, 1, 0, -3], [-1, 0, 1, -3]]);
        var options = new KPrototypesOptions { ClusterCount = 2, Blocks = [new CategoryBlock(1, 2)] };

        Assert.Equal(1, KPrototypes.Fit(matrix, options, TestContext.Current.CancellationToken).MismatchWeight, 1e-15);
    }

    [Fact]
    public void Fit_CategoriesOnly_IsKModes()
    {
        var matrix = Matrices.Of([[1, 0, 1, 0], [1, 0, 1, 0], [1, 0, 0, 1], [0, 1, 0, 1], [0, 1, 0, 1]]);
        var options = new KPrototypesOptions { ClusterCount = 2, Blocks = [new CategoryBlock(0, 2), new CategoryBlock(2, 2)] };
        var result = KPrototypes.Fit(matrix, options, TestContext.Current.CancellationToken);

        Assert.Equal((1.0, 1.0), (result.MismatchWeight, result.Cost));
        Assert.NotEqual(result.Labels[0], result.Labels[4]);
    }

    [Fact]
    public void Fit_FeatureWeight_CountsByTheSquareOfTheIndicator()
    {
        var matrix = Matrices.Of([[0, 2, 0], [0, 0, 2]]);

        Assert.Equal(4 * 3, Fit(matrix, 1, mismatch: 3, new CategoryBlock(1, 2)).Cost);
    }

    [Fact]
    public void Fit_NoPositiveIndicator_IsACategoryOfItsOwn()
    {
        var result = Fit(Matrices.Of([[0, 1], [0, 1], [0, 0]]), 2, mismatch: 1, new CategoryBlock(1, 1));

        Assert.Equal([0, 0, 1], result.Labels);
        Assert.Equal(1, result.Model.Category(1, 0));
    }

    [Fact]
    public void Model_PlacesNewRows_ByNumberAndCategory()
    {
        var result = Fit(Matrices.Of([[0, 1, 0], [1, 1, 0], [2, 0, 1], [10, 0, 1], [11, 0, 1]]), 2, mismatch: 60, new CategoryBlock(1, 2));
        var rows = Matrices.Of([[6, 1, 0], [6, 0, 1]]);

        // Prototypes 0.5 a and 23 / 3 b: 5.5 squared is 30.25, (5 / 3) squared 2.78, and a mismatch 60.
        Assert.Equal([1, 0], result.Model.Assign(rows));
        Assert.Equal(Math.Sqrt((25.0 / 9) + 60) - Math.Sqrt(30.25), result.Model.Margins(rows, [1, 0])[0], 1e-6);
    }

    [Fact]
    public void Fit_WithoutCategories_IsNoWorseThanKMeans()
    {
        var matrix = Matrices.Clouds(600, 3, 5, side: 6, weighted: true);
        var kmeans = KMeans.Fit(matrix, new KMeansOptions { ClusterCount = 5 }, TestContext.Current.CancellationToken);
        var result = KPrototypes.Fit(
            matrix, new KPrototypesOptions { ClusterCount = 5, Restarts = 30 }, TestContext.Current.CancellationToken);

        Assert.True(result.Cost <= kmeans.Inertia * 1.001, $"{result.Cost} {kmeans.Inertia}");
        Assert.Equal(result.Inertia, result.Cost, 1e-6);
    }

    [Fact]
    public void Fit_AsManyClustersAsRowsOrOne_CostsNothingOrAll()
    {
        var matrix = Matrices.Of([[0, 1, 0], [0, 0, 1], [5, 1, 0], [5, 0, 1]]);

        Assert.Equal((0, 4), (Fit(matrix, 4, 1, new CategoryBlock(1, 2)).Cost, Fit(matrix, 4, 1, new CategoryBlock(1, 2)).ClusterCount));
        Assert.Equal(25 + 2, Fit(matrix, 1, 1, new CategoryBlock(1, 2)).Cost);
    }

    [Fact]
    public void Fit_NoColumns_IsOneCluster()
    {
        var options = new KPrototypesOptions { ClusterCount = 1 };

        Assert.Equal([0, 0], KPrototypes.Fit(new FeatureMatrix(2, 0, []), options, TestContext.Current.CancellationToken).Labels);
    }

    [Fact]
    public void Fit_Weights_CountLikeRepeatedRows()
    {
        double[][] rows = [[0, 1, 0], [1, 0, 1], [6, 0, 1], [9, 1, 0]];
        var weighted = Fit(Matrices.Of(rows, [2, 1, 3, 1]), 2, 2, new CategoryBlock(1, 2));
        var repeated = Fit(Matrices.Of([rows[0], rows[0], rows[1], rows[2], rows[2], rows[2], rows[3]]), 2, 2, new CategoryBlock(1, 2));

        Assert.Equal(repeated.Cost, weighted.Cost, 1e-12);
    }

    [Fact]
    public void Run_AnySmallMatrix_AgreesWithNaiveTwin() =>
        Prop.ForAll(MixedMatrices(), matrix =>
        {
            var (space, packed, clusters) = Pack(matrix);
            var start = FirstRows(packed, clusters);
            var rest = new PrototypeSearch(space, packed, clusters).Run(start, 50, default);
            var (labels, cost) = Naive(packed, start, clusters);

            Assert.Equal(labels, rest.Labels);
            Assert.Equal(cost, rest.Cost, 1e-9);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Run_AnySmallMatrix_CostNeverRises() =>
        Prop.ForAll(MixedMatrices(), matrix =>
        {
            var (space, packed, clusters) = Pack(matrix);
            var start = FirstRows(packed, clusters);
            double[] costs = [.. Enumerable.Range(0, 12)
                .Select(most => new PrototypeSearch(space, packed, clusters).Run(start, most, default).Cost)];

            Assert.All(costs.Zip(costs.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1e-9));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Fit_AnySmallMatrix_RowsAreWithTheirCheapestPrototype() =>
        Prop.ForAll(MixedMatrices(), matrix =>
        {
            var (_, packed, clusters) = Pack(matrix);
            var result = KPrototypes.Fit(matrix, Options(clusters) with { Restarts = 3 });

            Assert.Equal(clusters, result.ClusterCount);
            Assert.All(result.Sizes, size => Assert.True(size > 0));
            float[] own = result.Model.Margins(matrix, result.Labels), best = result.Model.Margins(matrix, result.Model.Assign(matrix));
            Assert.Equal(best, own);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Fit_AnyNumberOfThreads_GivesTheSameBits()
    {
        var matrix = Matrices.Clouds(3_000, 4, 6, side: 5, weighted: true);
        var results = s_threads.Select(threads => KPrototypes.Fit(
            matrix,
            Options(5) with { Blocks = [new CategoryBlock(1, 2)], Threads = threads },
            TestContext.Current.CancellationToken)).ToArray();

        Assert.All(results, result => Assert.Equal(results[0].Labels, result.Labels));
        Assert.All(results, result => Assert.Equal(results[0].Cost, result.Cost));
    }

    [Fact]
    public void Fit_BadChoices_Throw()
    {
        var matrix = Matrices.Clouds(300, 3, 2);
        KPrototypesOptions[] bad =
        [
            new() { ClusterCount = 0 }, new() { ClusterCount = KPrototypesOptions.MaxClusters + 1 },
            new() { ClusterCount = 2, Restarts = 0 },
            new() { ClusterCount = 2, MaxIterations = 0 }, new() { ClusterCount = 2, Threads = -1 },
            new() { ClusterCount = 2, MismatchWeight = double.NaN },
            new() { ClusterCount = 2, MismatchWeight = -1 },
        ];
        ValueList<CategoryBlock>[] blocks = [[new(2, 2)], [new(0, 2), new(1, 1)], [new(-1, 1)], [new(0, 0)], [new(1, int.MaxValue)]];

        Assert.All(bad, options => Assert.Throws<ArgumentOutOfRangeException>(() => KPrototypes.Fit(matrix, options)));
        Assert.All(blocks, some => Assert.Throws<ArgumentException>(
            () => KPrototypes.Fit(matrix, new KPrototypesOptions { ClusterCount = 2, Blocks = some })));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => KPrototypes.Fit(new FeatureMatrix(0, 2, []), new KPrototypesOptions { ClusterCount = 1 }));
        Assert.ThrowsAny<OperationCanceledException>(
            () => KPrototypes.Fit(matrix, new KPrototypesOptions { ClusterCount = 3 }, new CancellationToken(canceled: true)));
        Assert.Equal(Options(2), Options(2));
    }

    /// <summary>A number of quarters, then three categories, some rows with none of them.</summary>
    private static Arbitrary<FeatureMatrix> MixedMatrices() => (
        from rows in Gen.Choose(1, 40)
        from numbers in Gen.ArrayOf(Gen.Choose(-12, 12), rows)
        from codes in Gen.ArrayOf(Gen.Choose(0, 3), rows)
        from weights in Gen.ArrayOf(Gen.Choose(1, 8), rows)
        select Matrices.Of(
            [.. Enumerable.Range(0, rows).Select(
                row => new[] { numbers[row] / 4.0, codes[row] == 0 ? 1 : 0, codes[row] == 1 ? 1 : 0, codes[row] == 2 ? 1 : 0.0 })],
            [.. weights.Select(weight => weight / 4.0)])).ToArbitrary();

    private static (MixedSpace Space, FeatureMatrix Packed, int Clusters) Pack(FeatureMatrix matrix)
    {
        var space = new MixedSpace(matrix, Options(1));
        var packed = space.Pack(matrix);
        return (space, packed, Math.Min(4, DistinctRows.Count(packed, 4)));
    }

    private static double[] FirstRows(FeatureMatrix packed, int clusters) =>
        [.. Enumerable.Range(0, clusters).SelectMany(row => new[] { packed[row, 0], packed[row, 1] })];

    /// <summary>The definition: assign, fill empty clusters with the farthest rows, take means and modes; a mismatch costs 1.5.</summary>
    private static (byte[] Labels, double Cost) Naive(FeatureMatrix packed, double[] start, int clusters)
    {
        var centres = (double[])start.Clone();
        var rows = Enumerable.Range(0, packed.Rows).ToArray();
        double Cost(int row, int cluster) =>
            Math.Pow(packed[row, 0] - centres[2 * cluster], 2) + (packed[row, 1] == centres[(2 * cluster) + 1] ? 0 : 1.5);
        int Nearest(int row) => Enumerable.Range(0, clusters).MinBy(cluster => Cost(row, cluster));
        int[] labels = [];
        for (int[] next = [.. rows.Select(Nearest)]; !next.SequenceEqual(labels); next = [.. rows.Select(Nearest)])
        {
            labels = [.. next];
            foreach (var empty in Enumerable.Range(0, clusters).Where(cluster => !next.Contains(cluster)))
            {
                var farthest = rows
                    .Where(row => next.Count(label => label == next[row]) > 1)
                    .MaxBy(row => labels[row] == next[row] ? Cost(row, next[row]) : 0);
                next[farthest] = empty;
            }

            labels = next;
            for (var cluster = 0; cluster < clusters; cluster++)
            {
                var own = rows.Where(row => labels[row] == cluster).ToArray();
                centres[2 * cluster] = own.Sum(row => packed.Weights[row] * packed[row, 0]) / own.Sum(row => packed.Weights[row]);
                centres[(2 * cluster) + 1] = own
                    .GroupBy(row => packed[row, 1])
                    .OrderBy(group => group.Key)
                    .MaxBy(group => group.Sum(row => packed.Weights[row]))!.Key;
            }
        }

        return ([.. labels.Select(label => (byte)label)], rows.Sum(row => packed.Weights[row] * Cost(row, labels[row])));
    }

    private static KPrototypesOptions Options(int clusters) =>
        new() { ClusterCount = clusters, MismatchWeight = 1.5, Blocks = [new CategoryBlock(1, 3)] };

    private static KPrototypesResult Fit(FeatureMatrix matrix, int clusters, double mismatch, CategoryBlock block) => KPrototypes.Fit(
        matrix, new KPrototypesOptions { ClusterCount = clusters, MismatchWeight = mismatch, Blocks = [block] },
        TestContext.Current.CancellationToken);
}
