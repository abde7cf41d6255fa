using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Xunit;

namespace Segmentation.Core.Tests.Features;

public class FeatureChoicesTests
{
    private static readonly DataFrame s_frame = new(
    [
        Tables.Numbers("a", 1, 2),
        Tables.Categories("c", "x", "y"),
        Tables.Texts("t", ColumnType.Text, "some", "words"),
        new DateColumn("d", [new DateTime(2020, 1, 1), new DateTime(2020, 1, 2)]),
        Tables.Numbers("b", 1, 2),
        Tables.Numbers("empty", double.NaN, double.NaN),
    ]);

    private static readonly Schema s_schema = new(s_frame.Columns.Select(column =>
        KeyValuePair.Create(column.Name, column.IsNumeric ? ColumnRole.Feature : ColumnRole.Category)).ToValueMap());

    [Fact]
    public void Resolve_NothingChosen_TakesTheSchemasFeaturesThatHoldNumbers() =>
        Assert.Equal(["a", "b"], Resolve(null).Select(choice => choice.Column));

    [Fact]
    public void Resolve_Chosen_KeepsTheOrderAndDropsRepeats() =>
        Assert.Equal(["b", "c", "a"], Resolve([new("b"), new("c"), new("a"), new("b")]).Select(choice => choice.Column));

    [Theory]
    [InlineData("nowhere", "There is no column 'nowhere'")]
    [InlineData("d", "holds dates")]
    [InlineData("t", "holds free text")]
    public void Resolve_UnusableColumn_SaysWhy(string column, string expected)
    {
        var failure = Assert.Throws<UnusableDataException>(() => Resolve([new(column)]));

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_NoNumbers_SaysWhatToDo()
    {
        var failure = Assert.Throws<UnusableDataException>(() =>
            FeatureChoices.Resolve(s_frame, new Schema(ValueMap<ColumnRole>.Empty), new FeatureOptions()));

        Assert.Contains("No column of numbers", failure.Message, StringComparison.Ordinal);
    }

    private static ValueList<FeatureChoice> Resolve(ValueList<FeatureChoice>? chosen) =>
        FeatureChoices.Resolve(s_frame, s_schema, new FeatureOptions { Chosen = chosen });
}
