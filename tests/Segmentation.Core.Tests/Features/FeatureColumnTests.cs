using FsCheck;
using FsCheck.Fluent;
using Segmentation.Core.Features;
using Segmentation.Core.Features.Transforms;
using Xunit;

namespace Segmentation.Core.Tests.Features;

public class FeatureColumnTests
{
    [Fact]
    public void ToOriginal_AfterToFeature_GivesTheValueBack() =>
        Prop.ForAll<NormalFloat, NormalFloat, PositiveInt>((value, center, scale) =>
        {
            foreach (var log in (bool[])[false, true])
            {
                var x = Math.Clamp(value.Get, -1e9, 1e9);
                var middle = Math.Clamp(center.Get, -1e3, 1e3);
                var column = new FeatureColumn("x", "x", null, log ? new SignedLog() : FittedTransform.None, middle, scale.Get, Weight: 3);

                // The logarithm's argument has 16 digits, so its inverse is right to about as many of 1 + |x|.
                Assert.Equal(x, column.ToOriginal(column.ToFeature(x)), 1e-9 * (1 + Math.Abs(x) + Math.Abs(middle)));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void ToFeature_LogOfANegativeNumber_KeepsItsSign()
    {
        var column = new FeatureColumn("x", "x", null, new SignedLog(), Center: 0, Scale: 1, Weight: 1);

        Assert.Equal(-Math.Log(10), column.ToFeature(-9), precision: 12);
        Assert.Equal(0, column.ToFeature(0));
        Assert.Equal(Math.Log(10), column.ToFeature(9), precision: 12);
    }

    [Fact]
    public void ToFeature_Weight_IsTheRootSoThatSquaresCountSoMuch()
    {
        var column = new FeatureColumn("x", "x", null, FittedTransform.None, Center: 1, Scale: 2, Weight: 9);

        Assert.Equal(6, column.ToFeature(5));   // (5 - 1) / 2 x 3
        Assert.Equal(5, column.ToOriginal(6));
    }

    [Fact]
    public void ToOriginal_WithoutWeight_IsTheCentre() =>
        Assert.Equal(7, new FeatureColumn("x", "x", null, FittedTransform.None, Center: 7, Scale: 2, Weight: 0).ToOriginal(0));
}
