using Segmentation.Core.Frame;
using Segmentation.Dashboard.Figures;
using Xunit;

namespace Segmentation.Dashboard.Tests.Figures;

public class ValueTextTests
{
    [Fact]
    public void Rounded_AColumnOfMoney_CarriesItsSign() =>
        Assert.Equal("R$ 58,100", ValueText.Rounded(58138, new NumberColumn("Income", [1], style: new NumberStyle(Prefix: "R$ "))));

    [Theory]
    [InlineData("Birth year", "1987")]
    [InlineData("Visits", "1,990")]
    public void Rounded_AYear_HasNoSeparator(string column, string expected) =>
        Assert.Equal(expected, ValueText.Rounded(1987, new NumberColumn(column, [1], isInteger: true)));

    [Fact]
    public void Full_ANumber_HasAllDigits() => Assert.Equal("58,138.25", ValueText.Full(58138.25, null));
}
