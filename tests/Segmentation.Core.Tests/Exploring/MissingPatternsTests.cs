using Segmentation.Core.Exploring;
using Segmentation.Core.Frame;
using Xunit;

namespace Segmentation.Core.Tests.Exploring;

public class MissingPatternsTests
{
    private const double No = double.NaN;

    private static readonly DataFrame s_frame = new(
    [
        new NumberColumn("a", [1, No, No, No, 5, No]),
        new NumberColumn("whole", [1, 2, 3, 4, 5, 6]),
        new NumberColumn("b", [1, No, No, 4, 5, No]),
        Tables.Categories("c", "x", "y", "z", "x", null, "x"),
    ]);

    [Fact]
    public void Of_SixRows_TellsWhatIsMissingTogether()
    {
        var found = MissingPatterns.Of(s_frame, RowMask.All(6));

        Assert.Equal([new("a", 4), new("b", 3), new("c", 1)], found.Columns);
        Assert.Equal((6, 1, 0), (found.Rows, found.CompleteRows, found.OtherPatterns));
        Assert.Equal((4, 3, 0, 3), (found.Together(0, 0), found.Together(0, 1), found.Together(0, 2), found.Together(1, 0)));
        Assert.Equal([new(["a", "b"], 3), new(["a"], 1), new(["c"], 1)], found.Patterns);
    }

    [Fact]
    public void Of_PartOfTheRows_LooksAtNoOthers()
    {
        var found = MissingPatterns.Of(s_frame, RowMask.Of(RowSelection.Where(6, row => row is 0 or 3)));

        Assert.Equal([new("a", 1)], found.Columns);
        Assert.Equal((2, 1), (found.Rows, found.CompleteRows));
    }

    [Fact]
    public void Of_NoGaps_IsEmpty()
    {
        var found = MissingPatterns.Of(new DataFrame([new NumberColumn("x", [1, 2])]), RowMask.All(2));

        Assert.Empty(found.Columns);
        Assert.Empty(found.Patterns);
        Assert.Equal(2, found.CompleteRows);
    }

    [Fact]
    public void Of_ManyColumns_LooksAtTheEmptiest()
    {
        var columns = Enumerable.Range(0, 100).Select(place => new NumberColumn($"c{place}", [.. Enumerable.Range(0, 200).Select(row => row <= place ? No : 1)]));
        var found = MissingPatterns.Of(new DataFrame([.. columns]), RowMask.All(200));

        Assert.Equal(MissingPatterns.MaxColumns, found.Columns.Count);
        Assert.Equal(new GappyColumn("c99", 100), found.Columns[0]);
        Assert.Equal(MissingPatterns.MaxPatterns, found.Patterns.Count);
    }

    [Fact]
    public void Of_AnyRows_PatternsShareOutTheIncompleteRows() => RandomFrames.ForAll((table, mask) =>
    {
        var found = MissingPatterns.Of(table, mask);

        Assert.Equal(mask.ToArray().Count(row => table.Columns.All(column => !column.Missing[row])), found.CompleteRows);
        Assert.Equal(mask.Count, found.CompleteRows + found.Patterns.Sum(pattern => pattern.Rows));
    });
}
