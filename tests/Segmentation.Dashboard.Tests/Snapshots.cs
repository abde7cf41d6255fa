using Segmentation.Core.Cleaning;
using Segmentation.Core.Clustering;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Pipeline;

namespace Segmentation.Dashboard.Tests;

/// <summary>
/// Ten customers whose segments can be found by eye: six of low income and high score, three the other way round, and
/// one whose income is missing.
/// </summary>
internal static class Snapshots
{
    public static Dataset Data { get; } = new()
    {
        Name = "ten.csv",
        Frame = new DataFrame(
        [
            new TextColumn("Name", ColumnType.Text, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], ["Ann", "Bob", "Cem", "Dora", "Eve", "Finn", "Gus", "Hal", "Ida", "Jo"]),
            new NumberColumn("Income (k€)", [10, 12, 14, 10, 12, 14, 90, 92, 94, double.NaN]),
            new NumberColumn("Score", [80, 80, 80, 82, 82, 82, 20, 20, 20, 50], isInteger: true),
            new TextColumn("Region", ColumnType.Category, [0, 0, 1, 1, 0, 1, 1, 1, 1, 0], ["north", "South"]),
        ]),
        Schema = new Schema(ValueMap.ToValueMap(
        [
            KeyValuePair.Create("Name", ColumnRole.Identifier),
            KeyValuePair.Create("Income (k€)", ColumnRole.Feature),
            KeyValuePair.Create("Score", ColumnRole.Feature),
            KeyValuePair.Create("Region", ColumnRole.Category),
        ])),
        Dialect = new Dialect(",", "utf-8", Header: true),
    };

    public static SegmentationRecipe Recipe { get; } = SegmentationRecipe.Default with
    {
        Cleaning = new CleaningOptions { Missing = new MissingRule(MissingAction.SetAside), Outliers = new OutlierOptions { Rule = OutlierRule.None } },
        Features = new FeatureOptions { Scaling = Scaling.None },
        Clustering = new ClusteringOptions { ClusterCount = 2 },
    };

    public static SegmentationSnapshot Two { get; } = Run(Recipe);

    public static SegmentationSnapshot One { get; } = Run(Recipe with { Clustering = new ClusteringOptions { ClusterCount = 1 } });

    public static SegmentationSnapshot Run(SegmentationRecipe recipe) => new SegmentationPipeline(threads: 1).Run(Data, recipe);

    public static SegmentationRecipe Choosing(params string[] columns) =>
        Recipe with { Features = Recipe.Features with { Chosen = columns.Select(column => new FeatureChoice(column)).ToValueList() } };
}
