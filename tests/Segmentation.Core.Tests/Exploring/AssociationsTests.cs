using Segmentation.Core.Cleaning;
using Segmentation.Core.Exploring;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Xunit;

namespace Segmentation.Core.Tests.Exploring;

public class AssociationsTests
{
    // python3 -c "from scipy import stats; x=[1,2,2,3,5,8,13,21.5]; y=[2,1,4,3,3,9,8,30]; print(stats.pearsonr(x,y)[0], stats.spearmanr(x,y)[0])"
    [Fact]
    public void Of_EightPairsWithTies_EqualsScipy()
    {
        DataColumn[] columns = [new NumberColumn("x", [1, 2, 2, 3, 5, 8, 13, 21.5]), new NumberColumn("y", [2, 1, 4, 3, 3, 9, 8, 30])];

        Assert.Equal(0.9313776613818886, Only(columns).Value!.Value, 1e-13);
        Assert.Equal(0.8313253012048192, Only(columns, byRank: true).Value!.Value, 1e-13);
    }

    // python3 -c "import pandas as pd; n = float('nan'); f = pd.DataFrame(dict(x=[1,2,n,4,5,6,7], y=[3,n,1,9,2,8,2])); print(f.corr(), f.corr('spearman'))"
    [Fact]
    public void Of_PairsWithGaps_UsesCompletePairsAndRanksThemAnew()
    {
        DataColumn[] columns =
            [new NumberColumn("x", [1, 2, double.NaN, 4, 5, 6, 7]), new NumberColumn("y", [3, double.NaN, 1, 9, 2, 8, 2])];

        Assert.Equal(0.01904848294398653, Only(columns).Value!.Value, 1e-13);
        Assert.Equal(-0.41039134083406165, Only(columns, byRank: true).Value!.Value, 1e-13);
        Assert.Equal(5, Only(columns).Rows);
    }

    // python3: d = pandas.read_csv('marketing_campaign.csv', sep='\t'); d[[a, b]].corr(), .corr('spearman');
    // scipy.stats.contingency.association(pandas.crosstab(a, b), method='cramer'); eta = sqrt(between / total sum of squares) by groupby
    [Theory]
    [InlineData("Income", "MntWines", false, AssociationMeasure.Pearson, 0.5786497501367389)]
    [InlineData("Income", "MntWines", true, AssociationMeasure.Spearman, 0.830056050542334)]
    [InlineData("Income", "Kidhome", false, AssociationMeasure.Pearson, -0.4286690079691846)]
    [InlineData("Income", "Kidhome", true, AssociationMeasure.Spearman, -0.5599091479750206)]
    [InlineData("MntWines", "NumWebPurchases", false, AssociationMeasure.Pearson, 0.5422647805007922)]
    [InlineData("MntWines", "NumWebPurchases", true, AssociationMeasure.Spearman, 0.74019511433521)]
    [InlineData("Education", "Marital_Status", false, AssociationMeasure.CramersV, 0.055186463060390385)]
    [InlineData("Education", "Income", false, AssociationMeasure.CorrelationRatio, 0.21859980103226082)]
    [InlineData("MntWines", "Marital_Status", true, AssociationMeasure.CorrelationRatio, 0.04934415395901726)]
    public void Of_MarketingCampaign_EqualsPandasAndScipy(string first, string second, bool byRank, AssociationMeasure measure, double value)
    {
        var path = SharedData.Find("marketing_campaign.csv");
        Assert.SkipWhen(path is null, "marketing_campaign.csv is not here");
        var table = DatasetReader.Read(path!, ReadingOptions.Default).Frame;

        var association = Only([table[first], table[second]], byRank);

        Assert.Equal(measure, association.Measure);
        Assert.Equal(value, association.Value!.Value, 1e-12);
    }

    [Fact]
    public void Of_AnyRows_EqualsEachPairAlone() => RandomFrames.ForAll((table, mask) =>
    {
        foreach (var byRank in (bool[])[false, true])
        {
            var frame = new CodedFrame(table);
            var columns = Overviews(frame);
            var all = Associations.Of(frame, columns, mask, byRank, 2);

            Assert.Equal(15, all.Pairs.Count);
            for (var first = 0; first < columns.Count; first++)
            {
                for (var second = first + 1; second < columns.Count; second++)
                {
                    var alone = PairMeasures.Of(frame, columns[first], columns[second], mask, byRank);
                    Assert.Equal(alone with { Value = null }, all[second, first] with { Value = null });
                    Assert.Equal(alone.Value is null, all[first, second].Value is null);
                    Assert.Equal(alone.Value ?? 0, all[first, second].Value ?? 0, 1e-12);
                }
            }
        }
    });

    [Fact]
    public void Spearman_AnyRows_IsPearsonOfAverageRanks() => RandomFrames.ForAll((table, mask) =>
    {
        var rows = mask.Without(table["m"].Missing).ToArray();
        double[] Ranks(string name)
        {
            var values = Array.ConvertAll(rows, row => ((NumberColumn)table[name])[row]);
            return Array.ConvertAll(values, value => values.Count(other => other < value) + ((values.Count(other => other == value) + 1) / 2.0));
        }

        var frame = new CodedFrame(table);
        var columns = Overviews(frame);
        var (x, y) = (Ranks("w"), Ranks("m"));
        var expected = rows.Length < 2 ? double.NaN : MathNet.Numerics.Statistics.Correlation.Pearson(x, y);
        Assert.Equal(double.IsNaN(expected) ? 0 : expected, PairMeasures.Of(frame, columns[1], columns[2], mask, byRank: true).Value ?? 0, 1e-12);
    });

    [Fact]
    public void Of_AnyThreads_GivesTheSameBits()
    {
        var frame = new CodedFrame(RandomFrames.Of(3, 20_000));
        var columns = Overviews(frame);
        var rows = RandomFrames.MaskOf(4, 20_000, 0.7);

        Assert.Equal(Associations.Of(frame, columns, rows, threads: 1).Pairs, Associations.Of(frame, columns, rows, threads: 5).Pairs);
    }

    [Fact]
    public void Of_ColumnsWithoutSpread_HaveNoMeasure()
    {
        Assert.Null(Only([new NumberColumn("x", [1, 1, 1]), new NumberColumn("y", [1, 2, 3])]).Value);
        Assert.Null(Only([new NumberColumn("x", [1]), new NumberColumn("y", [2])]).Value);
        Assert.Null(Only([new NumberColumn("x", [double.NaN, double.NaN]), new NumberColumn("y", [1, 2])]).Value);
        Assert.Null(Only([Tables.Categories("x", "a", "a"), Tables.Categories("y", "b", "c")]).Value);
        Assert.Null(Only([Tables.Categories("x", "a", "a"), new NumberColumn("y", [1, 2])]).Value);
        Assert.Empty(Associations.Of(new CodedFrame(RandomFrames.Of(1, 3)), [], RowMask.All(3)).Pairs);
    }

    [Fact]
    public void Of_HugeNumbers_DoesNotOverflow() =>
        Assert.Equal(1, Only([new NumberColumn("x", [-1e308, 0, 1e308]), new NumberColumn("y", [-1e307, 0, 1e307])]).Value!.Value, 1e-12);

    [Fact]
    public void Of_TooManyColumns_IsRefused()
    {
        var frame = new CodedFrame(RandomFrames.Of(1, 3));
        var column = Overviews(frame)[0];

        Assert.Throws<ArgumentOutOfRangeException>(() => Associations.Of(frame, [.. Enumerable.Repeat(column, 41)], RowMask.All(3)));
    }

    [Fact]
    public void Of_Cancelled_Stops()
    {
        var frame = new CodedFrame(RandomFrames.Of(1, 100));

        Assert.ThrowsAny<OperationCanceledException>(
            () => Associations.Of(frame, Overviews(frame), RowMask.All(100), cancellationToken: new CancellationToken(canceled: true)));
    }

    private static IReadOnlyList<ColumnOverview> Overviews(CodedFrame frame) =>
        ColumnSurvey.Overviews(frame, [.. frame.Frame.Columns.Select(column => column.Name)], RowMask.All(frame.Frame.Rows), new CleaningOptions(), []);

    private static Association Only(DataColumn[] columns, bool byRank = false)
    {
        var frame = new CodedFrame(new DataFrame(columns));
        return Assert.Single(Associations.Of(frame, Overviews(frame), RowMask.All(frame.Frame.Rows), byRank).Pairs);
    }
}
