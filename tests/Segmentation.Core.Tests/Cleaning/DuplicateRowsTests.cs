using Segmentation.Core.Cleaning;
using Segmentation.Core.Collections;
using Segmentation.Core.Frame;
using Xunit;

namespace Segmentation.Core.Tests.Cleaning;

public class DuplicateRowsTests
{
    private static readonly DataFrame s_frame = new(
    [
        Frames.Numbers("Id", 1, 2, 1, 3, 1, 4),
        Frames.Numbers("Income", 10, 10, 10, Frames.None, 10, Frames.None),
        Frames.Categories("City", "Rome", "Rome", "Rome", null, "Rome", null),
        Frames.Dates("Since", "2012-01-02", "2012-01-02", "2012-01-02", null, "2012-01-02", null),
    ]);

    private static CleaningResult Clean(Schema schema, params (string Key, bool IsOn)[] switches) =>
        Cleaner.Clean(
            s_frame, schema, [],
            new CleaningOptions { Switches = switches.Select(pair => KeyValuePair.Create(pair.Key, pair.IsOn)).ToValueMap() },
            TestContext.Current.CancellationToken);

    [Fact]
    public void Clean_WithIdentifier_SetsExactDuplicatesAside()
    {
        var result = Clean(Frames.WithIdentifier("Id"));

        Assert.Equal([null, null, "duplicate", null, "duplicate", null], result.Reasons());
        var entry = result.Entry("duplicates");
        Assert.Equal((2, 2, true), (entry.Rows, entry.SetAside, entry.IsOn));
        Assert.Equal("2 rows repeat an earlier one in every column; they were set aside.", entry.Description);
    }

    [Fact]
    public void Clean_RepeatsButForTheIdentifier_AreOnlyCountedUntilSwitchedOn()
    {
        var off = Clean(Frames.WithIdentifier("Id")).Entry("repeats");
        var on = Clean(Frames.WithIdentifier("Id"), ("repeats", true));

        // Row 1 repeats row 0, row 5 repeats row 3; the exact duplicates are set aside already and do not count twice.
        Assert.Equal((2, 0, false), (off.Rows, off.SetAside, off.IsOn));
        Assert.Equal([null, "repeat but for Id", "duplicate", null, "duplicate", "repeat but for Id"], on.Reasons());
        Assert.Equal((2, 2, true), (on.Entry("repeats").Rows, on.Entry("repeats").SetAside, on.Entry("repeats").IsOn));
    }

    [Fact]
    public void Clean_ExactDuplicatesSwitchedOff_AreStillRepeats()
    {
        var result = Clean(Frames.WithIdentifier("Id"), ("duplicates", false), ("repeats", true));

        Assert.Equal(4, result.Entry("repeats").Rows);
        Assert.Equal([KeyValuePair.Create("repeat but for Id", 4)], result.SetAside.Counts);
    }

    [Fact]
    public void Clean_WithoutIdentifier_LeavesEqualRowsAndSaysWhy()
    {
        var frame = new DataFrame([Frames.Numbers("Income", 5, 5, 6)]);

        var result = Cleaner.Clean(frame, Frames.WithoutIdentifier, [], new CleaningOptions(), TestContext.Current.CancellationToken);

        var entry = result.Entry("duplicates");
        Assert.Equal((1, 0, false), (entry.Rows, entry.SetAside, entry.IsOn));
        Assert.Contains("may be different people", entry.Description, StringComparison.Ordinal);
        Assert.False(result.Has("repeats"));
    }

    [Fact]
    public void Clean_NoDuplicates_SaysThatTheyWereLookedFor()
    {
        var frame = new DataFrame([Frames.Numbers("Id", 1, 2), Frames.Numbers("Income", 5, 6)]);

        var result = Cleaner.Clean(frame, Frames.WithIdentifier("Id"), [], new CleaningOptions(), TestContext.Current.CancellationToken);

        Assert.Equal("No row repeats an earlier one in every column.", result.Entry("duplicates").Description);
        Assert.Equal("No other row repeats an earlier one in everything but Id.", result.Entry("repeats").Description);
    }

    [Fact]
    public void Find_MisfitsWithDifferentTexts_AreDifferentRows()
    {
        var column = new NumberColumn("Income", [Frames.None, Frames.None, Frames.None, 1])
        {
            Misfits = new Dictionary<int, string> { [0] = "abc", [1] = "def", [2] = "abc" },
        };

        var found = RowDuplicates.Find(new DataFrame([column]), Frames.WithoutIdentifier, TestContext.Current.CancellationToken);

        Assert.Equal([2], found.Exact);
    }

    [Fact]
    public void Find_FrameOfTheIdentifierAlone_ComparesIt()
    {
        var frame = new DataFrame([Frames.Numbers("Id", 1, 2, 1)]);

        var found = RowDuplicates.Find(frame, Frames.WithIdentifier("Id"), TestContext.Current.CancellationToken);

        Assert.Equal([2], found.Exact);
        Assert.True(found.Repeats.IsEmpty);
    }

    [Fact]
    public void Find_PositiveAndNegativeZero_AreEqual()
    {
        var frame = new DataFrame([Frames.Numbers("Balance", 0.0, -0.0)]);

        Assert.Equal([1], RowDuplicates.Find(frame, Frames.WithoutIdentifier, TestContext.Current.CancellationToken).Exact);
    }

    [Fact]
    public void Find_ManyRows_AgreesWithASetOfTexts()
    {
        var random = new Random(5);
        double[] Draw() => [.. Enumerable.Range(0, 5000).Select(_ => (double)random.Next(12))];
        var frame = new DataFrame(
            [Frames.Numbers("a", Draw()), Frames.Numbers("b", Draw()), Frames.Numbers("c", Draw()), Frames.Numbers("Id", Draw())]);
        int[] Naive(params string[] columns)
        {
            var seen = new HashSet<string>();
            string TextOf(int row) => string.Join('|', columns.Select(name => frame[name].Format(row)));
            return [.. Enumerable.Range(0, frame.Rows).Where(row => !seen.Add(TextOf(row)))];
        }

        var found = RowDuplicates.Find(frame, Frames.WithIdentifier("Id"), TestContext.Current.CancellationToken);

        Assert.Equal(Naive("a", "b", "c", "Id"), found.Exact);
        Assert.Equal(Naive("a", "b", "c"), found.Repeats);
    }

    [Fact]
    public void Find_Cancelled_Throws()
    {
        Assert.Throws<OperationCanceledException>(
            () => RowDuplicates.Find(s_frame, Frames.WithoutIdentifier, new CancellationToken(canceled: true)));
    }
}
