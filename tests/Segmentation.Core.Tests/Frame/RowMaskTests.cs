using Segmentation.Core.Frame;
using Segmentation.Core.Tests.Exploring;
using Xunit;

namespace Segmentation.Core.Tests.Frame;

public class RowMaskTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(130)]
    public void All_AnyLength_HasEveryRow(int length)
    {
        Assert.Equal(Enumerable.Range(0, length), RowMask.All(length).ToArray());
        Assert.Equal((length, true), (RowMask.All(length).Count, RowMask.All(length).IsAll));
    }

    [Fact]
    public void Of_ASelection_HasItsRows() => RandomFrames.ForAll((frame, mask) =>
    {
        var again = RowMask.Of(RowSelection.Where(frame.Rows, row => mask[row]));

        Assert.Equal(mask.ToArray(), again.ToArray());
        Assert.Equal(mask.Count, again.ToArray().Length);
    });

    [Fact]
    public void And_TwoMasks_IsWhatIsInBoth() => RandomFrames.ForAll((frame, mask) =>
    {
        var other = RandomFrames.MaskOf(7, frame.Rows, 0.5);

        Assert.Equal(mask.ToArray().Intersect(other.ToArray()), mask.And(other).ToArray());
    });

    [Fact]
    public void And_AnotherLength_IsRefused() => Assert.Throws<ArgumentException>(() => RowMask.All(3).And(RowMask.All(4)));

    [Fact]
    public void Without_AMissingMask_LeavesOutWhatIsMissing() => RandomFrames.ForAll((frame, mask) =>
    {
        var missing = frame["m"].Missing;

        Assert.Equal(mask.ToArray().Where(row => !missing[row]), mask.Without(missing).ToArray());
        Assert.Equal(mask.ToArray().Count(row => missing[row]), mask.CountMissing(missing));
    });

    [Fact]
    public void ForEach_PartsOfTheRows_VisitsEachOnce() => RandomFrames.ForAll((frame, mask) =>
    {
        var seen = new Seen([]);
        for (var start = 0; start < frame.Rows; start += 7)
        {
            mask.ForEach(ref seen, start, Math.Min(frame.Rows, start + 7));
        }

        Assert.Equal(mask.ToArray(), seen.Rows);
    });

    [Fact]
    public void Groups_TheirMasks_ShareOutTheRows()
    {
        var groups = RowGroups.Of(RowSelection.Where(6, row => row != 2), [0, 1, 1, 0, RowGroups.None], [4, 2]);

        Assert.Equal([0, 4], groups.MaskOf(0).ToArray());
        Assert.Equal([1, 3], groups.MaskOf(1).ToArray());
    }

    private readonly struct Seen(List<int> rows) : IRowVisitor
    {
        public List<int> Rows => rows;

        public void Visit(int row) => rows.Add(row);
    }
}
