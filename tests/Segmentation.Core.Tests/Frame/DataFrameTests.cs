using Segmentation.Core.Frame;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Frame;

public class DataFrameTests
{
    private static readonly DataFrame s_frame = new(
    [
        new NumberColumn("x", [1, 2, double.NaN, 4, 10], isInteger: true),
        new TextColumn("g", ColumnType.Category, [0, 1, 0, -1, 1], ["a", "b"]),
        new DateColumn("d", [new DateTime(2020, 1, 2), default, new DateTime(2020, 1, 1), new DateTime(2020, 1, 2), new DateTime(2021, 1, 1)]),
    ]);

    [Fact]
    public void Description_Numbers_AgreesWithHandAndTypeSeven()
    {
        var x = s_frame.Description()[0];

        // 1 2 4 10: mean 17/4; squares 10.5625 + 5.0625 + .0625 + 33.0625 = 48.75, over 3 = 16.25; quartiles at places .75, 1.5, 2.25.
        Assert.Equal((4, 1, 4, 4.25, 1.0, 10.0), (x.Count, x.Missing, x.Distinct, x.Mean, x.Minimum, x.Maximum));
        Assert.Equal(Math.Sqrt(16.25), x.StandardDeviation!.Value, 14);
        Assert.Equal((1.75, 3.0, 5.5), (x.FirstQuartile, x.Median, x.ThirdQuartile));
    }

    [Fact]
    public void Description_TextsDatesAndNothing_HaveWhatMakesSense()
    {
        var description = s_frame.Description();
        var empty = ColumnDescription.Of(new NumberColumn("e", [double.NaN]));

        Assert.Equal(("a", 2, 2, 1), (description[1].Top, description[1].TopCount, description[1].Distinct, description[1].Missing));
        Assert.Equal((new DateTime(2020, 1, 1), new DateTime(2021, 1, 1), 3), (description[2].Earliest, description[2].Latest, description[2].Distinct));
        Assert.Equal((0, 1, 0, null, null), (empty.Count, empty.Missing, empty.Distinct, empty.Mean, empty.Median));
        Assert.Null(ColumnDescription.Of(new NumberColumn("one", [3])).StandardDeviation);
    }

    [Fact]
    public void Sum_NumbersOfVeryDifferentSize_LosesNothing()
    {
        // Neumaier's own example: plain summation gives 0.
        Assert.Equal(2, SampleStatistics.Sum([1, 1e100, 1, -1e100]));
    }

    [Fact]
    public void Filter_Predicates_SelectWithoutCopying()
    {
        var large = s_frame.Filter("x", (double x) => x >= 2);
        var both = large.Filter(row => s_frame["g"].Format(row) == "b");

        Assert.Equal([1, 3, 4], large.Selection.ToArray());
        Assert.Equal([1, 4], both.Selection.ToArray());
        Assert.Same(s_frame, both.Frame);
        Assert.Equal([3], s_frame.Filter("g", (string? g) => g is null).Selection.ToArray());
        Assert.Equal(6, both.Description()[0].Mean);
    }

    [Fact]
    public void FillNulls_EachKind_FillsMissingCellsOnly()
    {
        var filled = s_frame.FillNulls("x", 2.5).FillNulls("g", "none").FillNulls("d", new DateTime(2000, 1, 1));

        Assert.Equal([1, 2, 2.5, 4, 10], ((NumberColumn)filled["x"]).Values.ToArray());
        Assert.Equal(ColumnType.Number, filled["x"].Type);
        Assert.Equal("none", filled["g"].Format(3));
        Assert.Equal(new DateTime(2000, 1, 1), ((DateColumn)filled["d"])[1]);
        Assert.All(filled.Columns, column => Assert.Equal(0, column.Missing.Count));
        Assert.Equal(1, s_frame["x"].Missing.Count);
        Assert.Throws<ArgumentException>(() => s_frame.FillNulls("g", 1.0));
        Assert.Throws<ArgumentException>(() => s_frame.FillNulls("x", double.NaN));
    }

    [Fact]
    public void GroupBy_RandomTable_AgreesWithNaiveTwins()
    {
        var random = new SeededRandom(5);
        const int Rows = 2000;
        var frame = new DataFrame(
        [
            new TextColumn("g", ColumnType.Category, [.. Enumerable.Range(0, Rows).Select(_ => random.Next(5) - 1)], ["a", "b", "c", "d"]),
            new NumberColumn("k", [.. Enumerable.Range(0, Rows).Select(_ => random.Next(4) is var n && n == 0 ? double.NaN : n)], isInteger: true),
            new NumberColumn("x", [.. Enumerable.Range(0, Rows).Select(_ => random.Next(10) == 0 ? double.NaN : random.NextNormal())]),
        ]);
        var view = frame.Filter(row => row % 3 != 0);
        var grouping = view.GroupBy("g", "k");
        var twins = view.Selection.ToArray().GroupBy(row => (frame["g"].Format(row), frame["k"].Format(row))).ToList();
        var x = (NumberColumn)frame["x"];

        Assert.Equal(twins.Count, grouping.Count);
        for (var group = 0; group < twins.Count; group++)
        {
            var values = twins[group].Select(row => x[row]).Where(value => !double.IsNaN(value)).Order().ToArray();
            Assert.Equal(twins[group].ToArray(), grouping.RowsOf(group).ToArray());
            Assert.Equal(twins[group].Key, (grouping.Sum("x")["g"].Format(group), grouping.Sum("x")["k"].Format(group)));
            Assert.Equal(twins[group].Count(), Value(grouping.RowCounts(), "Count", group));
            Assert.Equal(values.Sum(), Value(grouping.Sum("x"), "x", group), 10);
            Assert.Equal(values.Average(), Value(grouping.Mean("x"), "x", group), 10);
            Assert.Equal((values[0], values[^1]), (Value(grouping.Min("x"), "x", group), Value(grouping.Max("x"), "x", group)));
            Assert.Equal((values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2, Value(grouping.Median("x"), "x", group), 10);
            Assert.Equal(
                Math.Sqrt(values.Sum(value => Math.Pow(value - values.Average(), 2)) / (values.Length - 1)),
                Value(grouping.StandardDeviation("x"), "x", group), 10);
            Assert.Equal(values.Distinct().Count(), Value(grouping.DistinctCount("x"), "x", group));
        }
    }

    [Fact]
    public void GroupBy_GroupWithoutNumbers_IsMissingOrZero()
    {
        var frame = new DataFrame([new TextColumn("g", ColumnType.Category, [0, 1], ["a", "b"]), new NumberColumn("x", [double.NaN, 1])]);
        var grouping = frame.GroupBy("g");

        Assert.Equal((0, 1), (Value(grouping.Sum("x"), "x", 0), Value(grouping.Sum("x"), "x", 1)));
        Assert.True(double.IsNaN(Value(grouping.Mean("x"), "x", 0)));
        Assert.True(double.IsNaN(Value(grouping.Max("x"), "x", 0)));
        Assert.True(double.IsNaN(Value(grouping.StandardDeviation("x"), "x", 1)));
        Assert.Throws<KeyNotFoundException>(() => frame.GroupBy("no"));
    }

    [Fact]
    public void Summary_EachKind_CountsEveryCellOnce()
    {
        var random = new SeededRandom(3);
        var numbers = ColumnSummary.Of(new NumberColumn("n", [.. Enumerable.Range(0, 1000).Select(_ => random.NextNormal()), double.NaN]));
        var ages = ColumnSummary.Of(new NumberColumn("a", [1, 2, 2, 5], isInteger: true));
        var alike = ColumnSummary.Of(new NumberColumn("c", [7.5, 7.5]));
        var texts = ColumnSummary.Of(new TextColumn("t", ColumnType.Category, [.. Enumerable.Range(0, 30).Select(n => n % 15)], [.. Enumerable.Range(0, 15).Select(n => $"t{n}")]));

        Assert.Equal((1000, 1000, 1, 20), (numbers.Count, numbers.Bins.Sum(bin => bin.Count), numbers.Missing, numbers.Bins.Count));
        Assert.Equal([1, 2, 0, 0, 1], ages.Bins.Select(bin => bin.Count));
        Assert.Equal((0.5, 1.5), (ages.Bins[0].From, ages.Bins[0].To));
        Assert.Equal(new HistogramBin(7.5, 7.5, 2), Assert.Single(alike.Bins));
        Assert.Equal((10, 10, "t0"), (texts.Top.Count, texts.Others, texts.Top[0].Text));
        Assert.Equal(4, ColumnSummary.Of(s_frame["d"]).Bins.Sum(bin => bin.Count));
    }

    [Fact]
    public void Take_Misfits_GoWithTheirRows()
    {
        var column = new NumberColumn("x", [1, double.NaN, 3]) { Misfits = new Dictionary<int, string> { [1] = "what" } };

        Assert.Equal("what", column.Take([2, 1]).Format(1));
    }

    private static double Value(DataFrame frame, string column, int row) => ((NumberColumn)frame[column])[row];
}
