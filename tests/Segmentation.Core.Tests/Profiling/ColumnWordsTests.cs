using Segmentation.Core.Profiling;
using Xunit;

namespace Segmentation.Core.Tests.Profiling;

public class ColumnWordsTests
{
    [Theory]
    [InlineData("Annual Income (k$)", "annual income")]
    [InlineData("Spending Score (1-100)", "spending score")]
    [InlineData("MntWines", "mnt wines")]
    [InlineData("NumWebVisitsMonth", "num web visits month")]
    [InlineData("AcceptedCmp3", "accepted cmp 3")]
    [InlineData("days_since_last-visit", "days since last visit")]
    [InlineData("Year_Birth", "year birth")]
    [InlineData("RFM score", "RFM score")]
    [InlineData("INCOME", "income")]
    [InlineData("Basket [€]", "basket")]
    [InlineData("(k$)", "k")]
    [InlineData("Größe", "größe")]
    [InlineData("年収", "年収")]
    [InlineData("%", "%")]
    [InlineData("<b>Income</b>", "b income b")]
    public void Of_AName_IsItsWords(string column, string words) => Assert.Equal(words, ColumnWords.Of(column));

    [Fact]
    public void Of_AnyLength_IsBounded()
    {
        Assert.Equal(ColumnWords.MaxLength, ColumnWords.Of(new string('x', 100_000)).Length);
        Assert.EndsWith("…", ColumnWords.Of(new string('x', 40)), StringComparison.Ordinal);
    }
}
