using Segmentation.Core.Cleaning;
using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Hierarchy;
using Segmentation.Core.Clustering.Mixtures;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Numerics;
using Segmentation.Core.Pipeline;

namespace Segmentation.Core.Tests.Pipeline;

/// <summary>What somebody does who plays with every control: one change after the other, and back again.</summary>
internal sealed class RecipeWalk(int seed)
{
    private static readonly string[] s_columns = ["x", "y", "z", "kind"];

    private readonly SeededRandom _random = new(seed);
    private readonly List<SegmentationRecipe> _history = [new() { Clustering = new ClusteringOptions { ClusterCount = 3, Restarts = 1 } }];

    /// <summary>Sixty-four rows: three groups, a few far away, a few gaps, and a category that says a little about the groups.</summary>
    public static Dataset Data()
    {
        const int Rows = 64;
        var random = new SeededRandom(12);
        double[][] numbers = [.. Enumerable.Range(0, 3).Select(column => Enumerable.Range(0, Rows).Select(Cell(column)).ToArray())];
        var kinds = Enumerable.Range(0, Rows).Select(row => row % 21 == 4 ? null : "abc"[random.Next(4) == 0 ? random.Next(3) : row % 3].ToString());
        return Tables.Of(
            Tables.Numbers("x", numbers[0]), Tables.Numbers("y", numbers[1]), Tables.Numbers("z", numbers[2]), Tables.Categories("kind", [.. kinds]));

        Func<int, double> Cell(int column) => row => row switch
        {
            _ when row % 15 == column => double.NaN,
            _ when row % 30 == 7 => 60 + random.NextNormal(),
            _ => (row % 3 == column ? 9 : 0) + random.NextNormal(),
        };
    }

    /// <summary>The next recipe: one of those before, or the last one with something changed.</summary>
    public SegmentationRecipe Next()
    {
        var last = _history[^1];
        var next = OneOf(9) == 0 ? _history[OneOf(_history.Count)] : OneOf(6) switch
        {
            0 => last with { Cleaning = Cleaning(last.Cleaning) },
            1 => last with { Features = Features(last.Features) },
            2 => last with { Clustering = last.Clustering with { Algorithm = OneOf<ClusteringAlgorithm>() } },
            _ => last with { Clustering = Clustering(last.Clustering) },
        };
        _history.Add(next);
        return next;
    }

    /// <summary>A number from 0 to <paramref name="count"/> - 1.</summary>
    public int OneOf(int count) => _random.Next(count);

    private T OneOf<T>()
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        return values[OneOf(values.Length)];
    }

    private CleaningOptions Cleaning(CleaningOptions old) => OneOf(3) switch
    {
        0 => old with { Missing = new MissingRule(OneOf<MissingAction>(), Constant: "1") },
        1 => old with { Outliers = old.Outliers with { Rule = OneOf<OutlierRule>() } },
        _ => old with { Outliers = old.Outliers with { Action = OneOf<OutlierAction>(), Threshold = 1.5 + (0.5 * OneOf(3)) } },
    };

    private FeatureOptions Features(FeatureOptions old) => OneOf(3) == 0
        ? old with { Scaling = OneOf<Scaling>() }
        : old with { Chosen = s_columns.Where(_ => OneOf(3) > 0).Select(Choice).ToValueList() };

    private FeatureChoice Choice(string column) => new(column) { Weight = 0.5 * OneOf(4), Log = column != "kind" && OneOf(4) == 0 };

    private ClusteringOptions Clustering(ClusteringOptions old) => OneOf(9) switch
    {
        0 => old with { ClusterCount = null },
        1 => old with { Restarts = 1 + OneOf(2) },
        2 => old with { Seed = 1 + OneOf(2) },
        3 => old with { Covariance = OneOf<CovarianceShape>(), Linkage = OneOf<Linkage>() },
        4 => old with { MinClusterSize = 2 + OneOf(4) },
        5 => old with { MinSamples = OneOf(3) == 0 ? null : 1 + OneOf(4) },
        6 => old with { MismatchWeight = OneOf(3) == 0 ? null : 0.5 * OneOf(4) },
        _ => old with { ClusterCount = 1 + OneOf(7) },
    };
}
