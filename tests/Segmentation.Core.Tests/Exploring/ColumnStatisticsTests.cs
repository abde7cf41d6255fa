using Segmentation.Core.Cleaning;
using Segmentation.Core.Exploring;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Xunit;

namespace Segmentation.Core.Tests.Exploring;

public class ColumnStatisticsTests
{
    private static readonly OutlierOptions s_tukey = new();

    // python3 -c "import pandas as pd; x = pd.Series([1,2,2,3,5,8,13,21.5]); print(x.std(), x.skew())"
    [Fact]
    public void Of_EightNumbers_EqualsPandas()
    {
        var figures = Overview(new NumberColumn("x", [1, 2, double.NaN, 2, 3, 5, 8, 13, 21.5])).All.Figures!;

        Assert.Equal(6.9375, figures.Mean);
        Assert.Equal(7.103507684839331, figures.StandardDeviation!.Value, 1e-12);
        Assert.Equal(1.4846567878062493, figures.Skew!.Value, 1e-12);
        Assert.Equal(new FiveNumbers(1, 2, 4, 9.25, 21.5), figures.Box);
        Assert.Equal((0, 1), (figures.Below, figures.Above));
    }

    // python3 -c "import pandas as pd; d = pd.read_csv('marketing_campaign.csv', sep='\t'); print(d.Income.std(), d.Income.skew(), d.MntWines.skew())"
    [Fact]
    public void Of_Income_EqualsPandas()
    {
        var path = SharedData.Find("marketing_campaign.csv");
        Assert.SkipWhen(path is null, "marketing_campaign.csv is not here");
        var frame = new CodedFrame(DatasetReader.Read(path!, ReadingOptions.Default).Frame);
        var income = ColumnOverview.Of(frame, "Income", RowMask.All(2240), s_tukey).All;

        Assert.Equal((2240, 24, 2240 - 24), (income.Rows, income.Missing, income.Counts.Sum()));
        Assert.Equal(52247.25135379061, income.Figures!.Mean, 1e-8);
        Assert.Equal(25173.07666090141, income.Figures.StandardDeviation!.Value, 1e-8);
        Assert.Equal(6.763487372811116, income.Figures.Skew!.Value, 1e-10);
        Assert.Equal(51381.5, income.Figures.Box.Median);
        Assert.Equal(8, income.Figures.Outliers);
        Assert.Equal(1.1757705637550502, ColumnOverview.Of(frame, "MntWines", RowMask.All(2240), s_tukey).All.Figures!.Skew!.Value, 1e-10);
    }

    [Fact]
    public void Of_ColumnsWithoutMuch_SaysNothingWrong()
    {
        Assert.Null(Overview(new NumberColumn("x", [double.NaN, double.NaN])).All.Figures);
        var one = Overview(new NumberColumn("x", [5])).All;
        Assert.Equal((5, null, null), (one.Figures!.Mean, one.Figures.StandardDeviation, one.Figures.Skew));
        Assert.Equal([1], one.Counts);
        var alike = Overview(new NumberColumn("x", [5, 5, 5, 5])).All.Figures!;
        Assert.Equal((0.0, null, 0), (alike.StandardDeviation, alike.Skew, alike.Outliers));
        Assert.Empty(Overview(new NumberColumn("x", [])).Axis.Slots);
        Assert.Empty(Overview(Tables.Categories("x", null, null)).Axis.Slots);
    }

    [Fact]
    public void Slots_AnyRows_HoldWhatTheirConditionFinds() => RandomFrames.ForAll((table, mask) =>
    {
        var frame = new CodedFrame(table);
        foreach (var column in table.Columns)
        {
            var overview = ColumnOverview.Of(frame, column.Name, RowMask.All(table.Rows), s_tukey);
            var part = ColumnStatistics.Of(frame, overview, mask);

            Assert.Equal(mask.Count, part.Counts.Sum() + part.Missing);
            Assert.Equal(overview.Axis.Slots.Select(slot => Found(slot.Condition)), part.Counts);
            Assert.All(overview.Axis.Slots, slot => slot.Condition.ThrowIfInvalid());
            Assert.InRange(overview.Axis.Slots.Count, 0, ColumnAxis.MaxSlots);
        }

        int Found(RowCondition condition) => new RowFilter([condition]).Evaluate(table).Matching.And(mask).Count;
    });

    [Fact]
    public void Of_ASelection_EqualsTheSameOfACopy() => RandomFrames.ForAll((table, mask) =>
    {
        var frame = new CodedFrame(table);
        var copy = table.Columns.OfType<NumberColumn>().Select(column => (NumberColumn)column.Take(mask.ToArray()));
        foreach (var column in copy)
        {
            var overview = ColumnOverview.Of(frame, column.Name, RowMask.All(table.Rows), s_tukey);
            var (actual, expected) = (ColumnStatistics.Of(frame, overview, mask).Figures, ColumnDescription.Of(column));

            Assert.Equal(expected.Count > 0, actual is not null);
            Assert.Equal(expected.Mean ?? 0, actual?.Mean ?? 0, 1e-9);
            Assert.Equal(expected.StandardDeviation ?? 0, actual?.StandardDeviation ?? 0, 1e-9);
            Assert.Equal((expected.Minimum, expected.FirstQuartile, expected.Median), (actual?.Box.Minimum, actual?.Box.LowerQuartile, actual?.Box.Median));
            Assert.Equal(column.Values.ToArray().Count(value => value < overview.Fences.Lower || value > overview.Fences.Upper), actual?.Outliers ?? 0);
        }
    });

    [Fact]
    public void SelectedValues_SortedOrCounted_AreTheSame() => RandomFrames.ForAll((table, mask) =>
    {
        foreach (var column in table.Columns.Where(column => column is not TextColumn).Select(CodedColumn.Of))
        {
            var present = mask.Without(column.Column.Missing);
            Assert.Equal(SelectedValues.Sorted(column, present), SelectedValues.Counted(column, present));
        }
    });

    [Theory]
    [InlineData(0, 100, "0|5|10|15|20|25|30|35|40|45|50|55|60|65|70|75|80|85|90|95|100")]
    [InlineData(1940, 1945, "1940|1941|1942|1943|1944|1945")]
    [InlineData(-3, 3, "-3|-2|-1|0|1|2|3")]
    public void NumberSlots_WholeNumbers_BeginAtRoundOnes(int from, int to, string edges)
    {
        var column = new NumberColumn("x", [.. Enumerable.Range(from, to - from + 1).Select(value => (double)value)], isInteger: true);

        Assert.Equal(edges, string.Join("|", Overview(column).Axis.Slots.Select(slot => slot.From)));
    }

    [Fact]
    public void NumberSlots_Fractions_AreWrittenWithoutRoundingErrors()
    {
        var slots = Overview(new NumberColumn("x", [.. Enumerable.Range(0, 1001).Select(value => value / 1000.0)])).Axis.Slots;

        Assert.Equal(["x 0 to under 0.05", "x 0.05 to under 0.1", "x 0.1 to under 0.15"], slots.Take(3).Select(slot => slot.Condition.Words));
    }

    [Fact]
    public void NumberSlots_FarOutliers_ShareTheLastBar()
    {
        var slots = Overview(new NumberColumn("x", [.. Enumerable.Range(0, 100).Select(value => (double)value), 666_666], isInteger: true)).Axis.Slots;

        Assert.Equal(666_666, slots[^1].To);
        Assert.InRange(slots.Count, 10, ColumnAxis.MaxSlots);
    }

    [Theory]
    [InlineData(-1e308, 1e308)]
    [InlineData(1e15, 1e15 + 0.5)]
    [InlineData(0, double.Epsilon)]
    [InlineData(-1e-300, 1e-300)]
    public void NumberSlots_ExtremeNumbers_HoldThemAll(double low, double high)
    {
        var statistics = Overview(new NumberColumn("x", [low, (low / 2) + (high / 2), high])).All;

        Assert.Equal(3, statistics.Counts.Sum());
    }

    [Theory]
    [InlineData(10, "2020-01-01", "2020-01-02")]
    [InlineData(100, "2020-01-01", "2020-01-08")]
    [InlineData(500, "2020-01-01", "2020-02-01")]
    [InlineData(2000, "2020-01-01", "2020-04-01")]
    [InlineData(40000, "2020-01-01", "2025-01-01")]
    public void DateSlots_AnySpan_BeginAsCalendarsDo(int days, string first, string second)
    {
        var start = new DateTime(2020, 1, 1);
        var slots = Overview(new DateColumn("d", [start, start.AddDays(days)])).Axis.Slots;

        Assert.Equal([DateTime.Parse(first).Ticks, DateTime.Parse(second).Ticks], slots.Take(2).Select(slot => (long)slot.From));
        Assert.InRange(slots.Count, 2, ColumnAxis.MaxRanges);
    }

    [Fact]
    public void DateSlots_EarliestAndLatestDates_AreHeld()
    {
        var overview = Overview(new DateColumn("d", [new(1, 1, 1, 0, 0, 1), new(9999, 12, 31, 23, 59, 59)]));

        Assert.Equal(2, overview.All.Counts.Sum());
        Assert.All(overview.Axis.Slots, slot => slot.Condition.ThrowIfInvalid());
    }

    [Fact]
    public void CategorySlots_FiftyThousand_PoolTheRest()
    {
        string[] texts = [.. Enumerable.Range(0, 50_000).Select(i => $"t{i}")];
        var overview = Overview(new TextColumn("x", ColumnType.Category, [.. Enumerable.Range(0, 50_000), 7, 7, 9], texts));

        Assert.Equal(["t7", "t9", "t0"], overview.Axis.Slots.Take(3).Select(slot => slot.Category));
        Assert.Equal(ColumnAxis.MaxCategories + 1, overview.Axis.Slots.Count);
        Assert.Equal(50_000 - ColumnAxis.MaxCategories, overview.All.Counts[^1]);
    }

    [Fact]
    public void Survey_AnyThreads_GivesTheSame()
    {
        var table = RandomFrames.Of(5, 3000);
        var (frame, rows) = (new CodedFrame(table), RandomFrames.MaskOf(2, 3000, 0.6));
        string[] names = [.. table.Columns.Select(column => column.Name)];
        var one = ColumnSurvey.Overviews(frame, names, rows, new CleaningOptions(), [], 1);
        var four = ColumnSurvey.Overviews(frame, names, rows, new CleaningOptions(), [], 4);

        Assert.Equal(one.Select(overview => overview.Axis), four.Select(overview => overview.Axis));
        Assert.Equal(one.Select(overview => overview.All.Figures), four.Select(overview => overview.All.Figures));
        Assert.Equal(one[0].All.Counts, ColumnSurvey.Statistics(frame, one, [rows], 2)[0][0].Counts);
    }

    [Fact]
    public void Overviews_KnownFences_AreTaken()
    {
        var frame = new CodedFrame(RandomFrames.Of(1, 50));
        var finding = new OutlierFinding("n", new OutlierOptions(), -1, 1, default, [], []);

        Assert.Equal(new Fences(-1, 1), ColumnSurvey.Overviews(frame, ["n"], RowMask.All(50), new CleaningOptions(), [finding])[0].Fences);
    }

    private static ColumnOverview Overview(DataColumn column) =>
        ColumnOverview.Of(new CodedFrame(new DataFrame([column])), column.Name, RowMask.All(column.Length), s_tukey);
}
