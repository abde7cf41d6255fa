using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Features.Selection;
using Segmentation.Core.Frame;
using Xunit;

namespace Segmentation.Core.Tests.Features.Selection;

public class SelectionTests
{
    [Fact]
    public void NearDuplicates_NamesPairsTheStrongestFirst()
    {
        var features = Build(
            Tables.Numbers("a", 1, 2, 3, 4, 5, 6),
            Tables.Numbers("noise", 3, -1, 4, -1, 5, -9),
            Tables.Numbers("nearly", 1, 2, 3, 4, 5, 7),
            Tables.Numbers("opposite", -2, -4, -6, -8, -10, -12));

        var pairs = NearDuplicates.Find(features, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal([("a", "opposite"), ("a", "nearly"), ("nearly", "opposite")], pairs.Select(pair => (pair.Left, pair.Right)));
        Assert.Equal(-1, pairs[0].Correlation, 1e-12);
        // By hand: sums of products around the means of 1..6 and of 1, 2, 3, 4, 5, 7.
        Assert.Equal(20 / Math.Sqrt(17.5 * (70.0 / 3)), pairs[1].Correlation, 1e-12);
    }

    [Fact]
    public void NearDuplicates_IndicatorsOfOneColumn_AreNone()
    {
        var features = Build(Tables.Categories("c", "x", "y", "x", "y"), Tables.Numbers("x", 1, 0, 1, 0));

        var pairs = NearDuplicates.Find(features, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal([("c = x", "x"), ("c = y", "x")], pairs.Select(pair => (pair.Left, pair.Right)));
    }

    [Fact]
    public void NearConstants_NamesTheValueAndItsShareOfWhatIsThere()
    {
        double[] numbers = [.. Enumerable.Repeat(3.0, 95), 1, 2, 4, 5, 6];
        var columns = new DataColumn[]
        {
            Tables.Numbers("varied", [.. Enumerable.Range(0, 100).Select(row => (double)row)]),
            Tables.Numbers("nearly", numbers),
            Tables.Numbers("less", [.. numbers.Select((value, row) => row == 7 ? 9 : value)]),
            Tables.Categories("c", [.. Enumerable.Range(0, 100).Select(row => row < 2 ? null : row < 4 ? "no" : "yes")]),
        };

        var found = NearConstants.Find(new DataFrame(columns), Build(columns), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal([("nearly", "3", 0.95), ("c", "yes", 96.0 / 98)], found.Select(column => (column.Column, column.Value, column.Share)));
    }

    [Fact]
    public void NearConstants_AMajorityAtTheEnd_IsFound()
    {
        var columns = new DataColumn[] { Tables.Numbers("x", 1, 2, 3, 7, 7, 7, 7) };

        Assert.Equal("7", Assert.Single(NearConstants.Find(new DataFrame(columns), Build(columns), 0.5, TestContext.Current.CancellationToken)).Value);
    }

    private static FeatureSet Build(params DataColumn[] columns) => FeatureBuilder.Build(
        new DataFrame(columns), RowSelection.All(columns[0].Length), columns.Select(column => new FeatureChoice(column.Name)).ToValueList(), Scaling.Standard);
}
