using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Segmentation.Dashboard.Components.Preview;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Preview;

public class ReadingWordsTests
{
    [Theory]
    [InlineData(ReadingChoice.Separator, "\t")]
    [InlineData(ReadingChoice.Encoding, "windows-1252")]
    [InlineData(ReadingChoice.Header, "false")]
    [InlineData(ReadingChoice.DateOrder, "MonthFirst")]
    [InlineData(ReadingChoice.Sheet, "2025")]
    public void With_AChoiceAndBack_LeavesItToTheFile(ReadingChoice choice, string value)
    {
        var chosen = ReadingOptions.Default.With(choice, value);

        Assert.NotEqual(ReadingOptions.Default, chosen);
        Assert.Equal(ReadingOptions.Default, chosen.With(choice, ""));
    }

    [Fact]
    public void With_EveryKind_SetsItsOwn()
    {
        var reading = ReadingOptions.Default.With(ReadingChoice.Separator, ";").With(ReadingChoice.Header, "true").With(ReadingChoice.DateOrder, "DayFirst");

        Assert.Equal((';', true, DateOrder.DayFirst), (reading.Separator, reading.HasHeader, reading.DateOrder));
    }

    [Fact]
    public void AsksForDateOrder_OnlyWhereItIsOpen()
    {
        var open = SmallData.Dataset with { Issues = [new DataIssue(DataIssueKind.AmbiguousDates, "Joined", 3, null, null, "Both fit.")] };

        Assert.False(ReadingWords.AsksForDateOrder(SmallData.Dataset, ReadingOptions.Default));
        Assert.True(ReadingWords.AsksForDateOrder(open, ReadingOptions.Default));
        Assert.True(ReadingWords.AsksForDateOrder(SmallData.Dataset, ReadingOptions.Default with { DateOrder = DateOrder.DayFirst }));
    }
}
