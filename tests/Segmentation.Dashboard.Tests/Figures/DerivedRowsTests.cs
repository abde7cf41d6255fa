using Segmentation.Core.Features;
using Segmentation.Dashboard.Figures;
using Xunit;

namespace Segmentation.Dashboard.Tests.Figures;

public class DerivedRowsTests
{
    [Fact]
    public void Of_EachDerivedColumn_WithItsKindAndItsNotes()
    {
        var snapshot = SmallData.Snapshot(SmallData.Recipe with
        {
            Derived = [new("Income", "Age / (Id - 1)"), new("Old", "Age > 30"), new("Day", "Joined")],
        });

        var rows = DerivedRows.Of(snapshot);

        Assert.Equal(["numbers", "yes or no", "dates"], rows.Select(row => row.Gives));
        Assert.Equal([2, 1, 0], rows.Select(row => row.Missing));
        Assert.Equal([true, false, false], rows.Select(row => row.IsFeature));
        Assert.Equal(2, rows[0].Notes.Count);
        Assert.Contains("the derived one is called 'Income (2)'", rows[0].Notes[0], StringComparison.Ordinal);
        Assert.Contains("has no result in 1 row", rows[0].Notes[1], StringComparison.Ordinal);
        Assert.Empty(rows[1].Notes);
    }

    [Theory]
    [InlineData("3 features, none made")]
    [InlineData("4 features, 1 made", "Age * 2")]
    [InlineData("3 features, none made", "Joined")]
    public void Summary_CountsWhatTheSegmentsAreFoundBy(string expected, params string[] expressions) => Assert.Equal(expected, DerivedRows.Summary(
        SmallData.Snapshot(SmallData.Recipe with { Derived = [.. expressions.Select((expression, place) => new DerivedColumn($"c{place}", expression))] })));
}
