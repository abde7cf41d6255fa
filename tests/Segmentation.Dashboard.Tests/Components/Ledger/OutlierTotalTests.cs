using Segmentation.Core.Cleaning;
using Segmentation.Dashboard.Components.Ledger;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Ledger;

public class OutlierTotalTests
{
    [Fact]
    public void Of_ACustomerBeyondTwoFences_CountsOnce() => Assert.Equal(3, OutlierTotal.Of([Finding(1, 4), Finding(), Finding(4, 9)]));

    [Fact]
    public void Of_Nothing_IsNobody() => Assert.Equal(0, OutlierTotal.Of([Finding()]));

    private static OutlierFinding Finding(params int[] rows) => new("c", new OutlierOptions(), 0, 1, default, rows, []);
}
