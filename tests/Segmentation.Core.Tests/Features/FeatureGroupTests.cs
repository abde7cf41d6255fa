using Segmentation.Core.Features;
using Segmentation.Core.Features.Transforms;
using Segmentation.Core.Frame;
using Xunit;

namespace Segmentation.Core.Tests.Features;

public class FeatureGroupTests
{
    private static readonly DataFrame s_frame = new(
    [
        Tables.Numbers("x", 1, 5, 20, 300),
        Tables.Categories("Region", "N", "S", "N", "E"),
        Tables.Numbers("y", 3, 1, 2, 0),
    ]);

    private static readonly FeatureSet s_features = FeatureBuilder.Build(
        s_frame,
        RowSelection.All(4),
        [new("x") { Log = true, Weight = 2.5 }, new("Region") { Weight = 0.5 }, new("y")],
        Scaling.Robust);

    private static readonly IReadOnlyList<FeatureGroup> s_groups = FeatureGroup.Of(s_features.Columns);

    [Fact]
    public void Of_Columns_KeepsIndicatorsTogether()
    {
        Assert.Equal([("x", 0, 1, false), ("Region", 1, 3, true), ("y", 4, 1, false)], s_groups.Select(group => (group.Column, group.Start, group.Columns.Count, group.IsCategory)));
        Assert.Equal(["N", "E", "S"], s_groups[1].Categories);
    }

    // To the bit: what an imagined row is compared with.
    [Fact]
    public void Encode_ValuesOfARow_GivesItsCells()
    {
        for (var row = 0; row < s_frame.Rows; row++)
        {
            var (cells, expected) = (new double[5], new double[5]);
            s_features.Matrix.CopyRow(row, expected);
            foreach (var group in s_groups)
            {
                group.Encode(group.ValueIn(s_frame, row), cells);
            }

            Assert.Equal(expected, cells);
        }
    }

    [Fact]
    public void Encode_UnknownCategory_IsNone()
    {
        double[] cells = [9, 9, 9, 9, 9];
        s_groups[1].Encode(FeatureValue.Of("W"), cells);
        Assert.Equal([9, 0, 0, 0, 9], cells);
    }

    [Fact]
    public void Encode_RareCategory_IsOneOfTheOthers()
    {
        FeatureColumn[] columns = [new("R = a", "R", "a", FittedTransform.None, 0, 1, 4), new("R = (other)", "R", FeatureColumn.OtherCategories, FittedTransform.None, 0, 1, 4)];
        var cells = new double[2];
        FeatureGroup.Of(columns)[0].Encode(FeatureValue.Of("rare"), cells);
        Assert.Equal([0, 2], cells);
    }

    [Fact]
    public void Encode_Missing_IsNotANumber()
    {
        double[] cells = [9, 9, 9, 9, 9];
        s_groups[1].Encode(FeatureValue.Missing, cells);
        Assert.Equal([9, double.NaN, double.NaN, double.NaN, 9], cells);
    }

    [Fact]
    public void Encode_WrongKind_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => s_groups[0].Encode(FeatureValue.Of("N"), new double[5]));
        Assert.Throws<ArgumentException>(() => s_groups[1].Encode(FeatureValue.Of(1), new double[5]));
    }
}
