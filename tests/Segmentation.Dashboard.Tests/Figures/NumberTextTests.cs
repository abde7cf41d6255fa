using Segmentation.Dashboard.Figures;
using Xunit;

namespace Segmentation.Dashboard.Tests.Figures;

public class NumberTextTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(51381.5, "51,400")]
    [InlineData(-1234567, "-1,230,000")]
    [InlineData(3.14159, "3.14")]
    [InlineData(0.001234, "0.00123")]
    [InlineData(999.6, "1,000")]
    [InlineData(104, "104")]
    [InlineData(1e20, "1E+20")]
    public void Rounded_HasThreeDigits(double value, string expected) => Assert.Equal(expected, NumberText.Rounded(value));

    [Theory]
    [InlineData(0, "0 %")]
    [InlineData(0.0004, "under 0.1 %")]
    [InlineData(0.034, "3.4 %")]
    [InlineData(0.344, "34 %")]
    [InlineData(0.9996, "over 99 %")]
    [InlineData(1, "100 %")]
    public void Share_NeverClaimsNoneOrAllWhereItIsNot(double share, string expected) => Assert.Equal(expected, NumberText.Share(share));

    [Fact]
    public void Full_KeepsAllDigits() => Assert.Equal("51,381.5", NumberText.Full(51381.5));

    [Theory]
    [InlineData(1, "1 customer")]
    [InlineData(2400, "2,400 customers")]
    public void Count_Words_AgreeInNumber(long count, string expected) => Assert.Equal(expected, NumberText.Count(count, "customer", "customers"));
}
