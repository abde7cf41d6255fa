using Segmentation.Core.Clustering;
using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Customers;
using Xunit;

namespace Segmentation.Dashboard.Tests.Customers;

public class CustomerListTests
{
    [Fact]
    public void Find_Everyone_IsTheFileWithThoseSetAside() => Assert.Equal(Enumerable.Range(0, 10), Find(CustomerQuery.Everyone));

    [Fact]
    public void Find_Scope_SplitsTheFile()
    {
        Assert.Equal([9], Find(new() { Scope = CustomerScope.SetAside }));
        Assert.Equal(Enumerable.Range(0, 9), Find(new() { Scope = CustomerScope.Clustered }));
    }

    [Fact]
    public void Find_Segment_IsItsCustomers() => Assert.Equal([6, 7, 8], Find(new() { Segment = 2 }));

    [Fact]
    public void Find_Segment_GoesByTheNumbersShown() =>
        Assert.Equal([6, 7, 8], CustomerList.Find(Snapshots.Two.Renumbered([3, 7]), new() { Segment = 7 }, TestContext.Current.CancellationToken));

    // Centres at scores 81 and 79: those at 80 are on the border, and those who are as far from both.
    [Fact]
    public void Find_Borderline_IsWhoCouldAsWellBeInTheNextSegment()
    {
        var centres = Snapshots.Two.Quality.Clustering with { Centroids = [10, 81, 10, 79] };
        var snapshot = Snapshots.Two with { Margins = new SegmentMargins(new ClusteringRows(Snapshots.Two.Features.Matrix), centres, threads: 1) };

        Assert.Equal([0, 1, 2, 5, 6, 7, 8], CustomerList.Find(snapshot, CustomerQuery.Everyone.Of("border"), TestContext.Current.CancellationToken));
        Assert.Empty(Find(CustomerQuery.Everyone.Of("border")));
    }

    [Fact]
    public void Find_Within_KeepsToTheSelection() => Assert.Equal([6], Find(new() { Segment = 2, Within = [1, 6, 9] }));

    [Theory]
    [InlineData("ANN", new[] { 0 })]
    [InlineData("south", new[] { 2, 3, 5, 6, 7, 8 })]
    [InlineData(" jo ", new[] { 9 })]
    [InlineData("nobody", new int[0])]
    public void Find_Search_LooksInIdentifierAndTexts(string search, int[] expected) =>
        Assert.Equal(expected, Find(new() { Search = search }));

    [Fact]
    public void Find_ByNumber_MissingComesLastBothWays()
    {
        Assert.Equal([0, 3, 1, 4, 2, 5, 6, 7, 8, 9], Find(By("Income (k€)")));
        Assert.Equal([8, 7, 6, 2, 5, 1, 4, 0, 3, 9], Find(By("Income (k€)") with { Descending = true }));
    }

    [Fact]
    public void Find_ByText_IgnoresCaseAndKeepsTheFilesOrderWithinTies() =>
        Assert.Equal([0, 1, 4, 9, 2, 3, 5, 6, 7, 8], Find(By("Region")));

    [Fact]
    public void Find_BySegment_ThoseSetAsideComeLast() =>
        Assert.Equal([6, 7, 8, 0, 1, 2, 3, 4, 5, 9], Find(new() { Order = CustomerOrder.Segment, Descending = true }));

    [Fact]
    public void Find_ByMargin_IsOrderedByIt()
    {
        var rows = Find(new() { Order = CustomerOrder.Margin });
        var margins = rows[..9].Select(row => Snapshots.Two.MarginOf(row)!.Value).ToArray();

        Assert.Equal(margins.Order(), margins);
        Assert.Equal(9, rows[^1]);
    }

    [Fact]
    public void Find_FileDescending_IsTheFileBackwards() => Assert.Equal(Enumerable.Range(0, 10).Reverse(), Find(new() { Descending = true }));

    [Fact]
    public void Find_UnknownColumn_Throws() => Assert.Throws<ArgumentException>(() => Find(By("Height")));

    [Fact]
    public void Find_Cancelled_Throws() => Assert.ThrowsAny<OperationCanceledException>(() =>
        CustomerList.Find(Snapshots.Two, CustomerQuery.Everyone, new CancellationToken(canceled: true)));

    private static CustomerQuery By(string column) => new() { Order = CustomerOrder.Column, SortColumn = column };

    private static int[] Find(CustomerQuery query) => CustomerList.Find(Snapshots.Two, query, TestContext.Current.CancellationToken);
}
