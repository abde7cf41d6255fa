using Segmentation.Core.Frame;
using Segmentation.Dashboard.Figures;
using Xunit;

namespace Segmentation.Dashboard.Tests.Figures;

public class HistogramFigureTests
{
    [Fact]
    public void Of_Numbers_DrawsABarPerBinWithTheHighestFull()
    {
        var figure = Of(new NumberColumn("n", [1, 1, 1, 2], isInteger: true));

        Assert.Equal("M0 28v-28h13v28zM15 28v-9.333h13v9.333z", figure.Path);
    }

    [Fact]
    public void Of_Texts_NamesTheMostFrequent()
    {
        var figure = Of(new TextColumn("t", ColumnType.Category, [0, 0, 0, 1], ["yes", SmallData.Hostile]));

        Assert.StartsWith("Most frequent: yes 75 %", figure.Summary, StringComparison.Ordinal);
        Assert.True(figure.Summary.Length < 120);
    }

    [Fact]
    public void Of_Dates_SpeaksOfDates()
    {
        var figure = Of(new DateColumn("d", [new DateTime(2020, 1, 1), new DateTime(2020, 12, 31)]));

        Assert.StartsWith("2020-01-01 to 2020-12-31", figure.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NoValues_DrawsNothing() => Assert.Equal(new HistogramFigure("", "No values"), Of(new NumberColumn("n", [double.NaN])));

    private static HistogramFigure Of(DataColumn column) => HistogramFigure.Of(column, ColumnSummary.Of(column));
}
