using Segmentation.Core.Clustering;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Samples;
using Xunit;

namespace Segmentation.Core.Tests.Samples;

public class ShopSampleTests
{
    [Fact]
    public void Create_Twice_GivesTheSameTable()
    {
        var (first, second) = (ShopSample.Create(), ShopSample.Create());

        Assert.Equal(ShopSample.Customers, first.Frame.Rows);
        Assert.All(first.Frame.Columns, column => Assert.Equal(
            Enumerable.Range(0, first.Frame.Rows).Select(column.Format),
            Enumerable.Range(0, first.Frame.Rows).Select(second.Frame[column.Name].Format)));
    }

    [Fact]
    public void Create_HasARoleForEveryColumn_AndTheFlawsOfRealFiles()
    {
        var sample = ShopSample.Create();

        Assert.All(sample.Frame.Columns, column => Assert.True(sample.Schema.Roles.ContainsKey(column.Name), column.Name));
        Assert.Equal("Customer", sample.Schema.Identifier);
        Assert.Equal(sample.Frame.Rows, Enumerable.Range(0, sample.Frame.Rows).Select(sample.Frame["Customer"].Format).Distinct().Count());
        Assert.InRange(sample.Frame["Income (k€)"].Missing.Count, 1, 100);
        Assert.Contains("north", ((TextColumn)sample.Frame["Region"]).Dictionary);
    }

    [Fact]
    public void Create_SegmentedAsSuggested_FindsSeveralKinds()
    {
        var recipe = SegmentationRecipe.Default with { Clustering = new ClusteringOptions { Restarts = 2 } };

        var snapshot = new SegmentationPipeline().Run(ShopSample.Create(), recipe);

        Assert.InRange(snapshot.SegmentCount, 3, 8);
        Assert.True(snapshot.Quality.Silhouette!.Mean > 0.25, $"silhouette {snapshot.Quality.Silhouette.Mean}");
    }
}
