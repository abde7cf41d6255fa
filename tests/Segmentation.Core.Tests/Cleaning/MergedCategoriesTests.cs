using Segmentation.Core.Cleaning;
using Segmentation.Core.Collections;
using Segmentation.Core.Frame;
using Xunit;

namespace Segmentation.Core.Tests.Cleaning;

public class MergedCategoriesTests
{
    private static readonly TextColumn s_status = Frames.Categories("Status", "Alone", "Single", "YOLO", null, "Married", "Alone");

    private static CleaningOptions Merge(params (string From, string To)[] merges) => new()
    {
        MergedCategories = ValueMap<ValueMap<string>>.Empty.With(
            "Status", merges.Select(merge => KeyValuePair.Create(merge.From, merge.To)).ToValueMap()),
        Missing = new MissingRule(MissingAction.Constant, "?"),
    };

    [Fact]
    public void Clean_MergedCategory_IsReadAsTheOther()
    {
        var result = Frames.Clean(Merge(("Alone", "Single")), s_status);

        Assert.Equal(["Single", "Single", "YOLO", "?", "Married", "Single"], result.Texts("Status"));
        var entry = result.Entry("merge:Status");
        Assert.Equal((2, 0, true, "Alone"), (entry.Rows, entry.SetAside, entry.IsOn, entry.Example));
        Assert.Equal("2 cells of Status were merged: Alone as Single.", entry.Description);
        Assert.Equal(CleaningStep.MergedCategories, entry.Step);
    }

    [Fact]
    public void Clean_MergedColumn_KeepsItsTypeAndForgetsTheMergedText()
    {
        var column = (TextColumn)Frames.Clean(Merge(("Alone", "Single"), ("YOLO", "Single")), s_status).Frame["Status"];

        Assert.Equal(ColumnType.Category, column.Type);
        Assert.Equal(["Single", "Married", "?"], column.Dictionary);
    }

    [Fact]
    public void Clean_ChainOfMerges_IsFollowedToItsEnd()
    {
        var result = Frames.Clean(Merge(("Alone", "YOLO"), ("YOLO", "Single")), s_status);

        Assert.Equal(["Single", "Single", "Single", "?", "Married", "Single"], result.Texts("Status"));
    }

    [Fact]
    public void Clean_RingOfMerges_LeavesItsCategoriesAlone()
    {
        var result = Frames.Clean(Merge(("Alone", "YOLO"), ("YOLO", "Alone"), ("Single", "Alone")), s_status);

        Assert.Equal(["Alone", "Single", "YOLO", "?", "Married", "Alone"], result.Texts("Status"));
        Assert.False(result.Has("merge:Status"));
    }

    [Fact]
    public void Clean_TargetThatNobodyHas_BecomesACategory()
    {
        var result = Frames.Clean(Merge(("Alone", "On their own")), s_status);

        Assert.Equal("On their own", result.Texts("Status")[0]);
    }

    [Fact]
    public void Clean_MergeSwitchedOff_LeavesTheColumnAndSaysWhatItWouldTouch()
    {
        var switches = ValueMap<bool>.Empty.With("merge:Status", false).With("missing:Status", false);
        var options = Merge(("Alone", "Single")) with { Switches = switches };

        var result = Frames.Clean(options, s_status);

        Assert.Same(s_status, result.Frame["Status"]);
        Assert.Equal((2, false), (result.Entry("merge:Status").Rows, result.Entry("merge:Status").IsOn));
    }

    [Fact]
    public void Clean_BooleanMergedToAThirdText_StaysAsItIs()
    {
        var answer = Frames.Booleans("Status", "yes", "no", "yes");

        Assert.Same(answer, Frames.Clean(Merge(("yes", "maybe")), answer).Frame["Status"]);
        Assert.Equal(["no", "no", "no"], Frames.Clean(Merge(("yes", "no")), answer).Texts("Status"));
    }

    [Fact]
    public void Clean_MergesOfColumnsThatAreNotThereOrHoldNumbers_AreHarmless()
    {
        var numbers = Frames.Numbers("Status", 1, 2, 3);

        Assert.Same(numbers, Frames.Clean(Merge(("1", "2")), numbers).Frame["Status"]);
        Assert.Empty(Frames.Clean(Merge(("1", "2")), Frames.Numbers("Other", 1, 2)).SetAside.Counts);
    }
}
