using Segmentation.Core.Features.Expressions;
using Segmentation.Core.Frame;
using Segmentation.Dashboard.Figures;
using Xunit;

namespace Segmentation.Dashboard.Tests.Figures;

public class ExpressionPreviewTests
{
    private static readonly ExpressionScope s_scope = ExpressionScope.Of(SmallData.Frame, null).First(ExpressionPreview.Rows);

    [Fact]
    public void Of_AFineExpression_ShowsTheFirstRowsOfWhatItUses()
    {
        var preview = ExpressionPreview.Of("Age + length(Town)", s_scope);

        Assert.Null(preview.Error);
        Assert.Equal("numbers", preview.Gives);
        Assert.Equal(["Age", "Town"], preview.Columns.Select(column => column.Name));
        Assert.Equal([25, 25, 27, double.NaN, 29, 29, 31, 31], ((NumberColumn)preview.Result!).Values.ToArray());
    }

    [Fact]
    public void First_KeepsToday_AndOnlyTheTextsThatCome()
    {
        Assert.Equal(new DateTime(2020, 1, 20), s_scope.Today);
        Assert.Equal(["leeds", "York", "Leeds"], ((TextColumn)s_scope.Frame["Town"]).Dictionary);
        Assert.Equal(1, s_scope.First(1).Frame.Rows);
    }

    [Theory]
    [InlineData("Agee * 2", "", "Agee", " * 2")]
    [InlineData("2 * Agee", "2 * ", "Agee", "")]
    [InlineData("2 *", "2 *", "", "")]
    [InlineData("Age * 2", "Age * 2", "", "")]
    public void Mark_CutsTheTextAtTheError(string text, string before, string wrong, string after) =>
        Assert.Equal((before, wrong, after), ExpressionPreview.Of(text, s_scope).Mark(text));

    [Fact]
    public void Mark_ATextThatIsShorterByNow_IsLeftWhole() => Assert.Equal(("A", "", ""), ExpressionPreview.Of("2 * Agee", s_scope).Mark("A"));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Of_NothingWritten_IsNoError(string text) => Assert.Same(ExpressionPreview.Empty, ExpressionPreview.Of(text, s_scope));
}
