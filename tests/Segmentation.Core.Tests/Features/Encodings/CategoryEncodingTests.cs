using System.Text.Json;
using Segmentation.Core.Features;
using Segmentation.Core.Features.Encodings;
using Segmentation.Core.Frame;
using Xunit;

namespace Segmentation.Core.Tests.Features.Encodings;

public class CategoryEncodingTests
{
    private static readonly TextColumn s_size = Tables.Categories("size", "small", "large", "medium", "large", "large", "medium", "tiny", "huge");

    [Fact]
    public void Ordinal_WithoutAnOrder_IsByName()
    {
        var feature = Only(new FeatureChoice("size") { Encoding = CategoryEncoding.Ordinal }, out var cells);

        // huge, large, medium, small, tiny
        Assert.Equal([4, 2, 3, 2, 2, 3, 5, 1], cells);
        Assert.False(feature.IsIndicator);
        Assert.False(feature.IsNumber);
    }

    [Fact]
    public void Ordinal_InAPersonsOrder_TakesIt_AndTheOthersByName()
    {
        Only(new FeatureChoice("size") { Encoding = CategoryEncoding.Ordinal, Order = ["tiny", "small", "gone", "medium", "tiny"] }, out var cells);

        // tiny, small, medium, then huge and large
        Assert.Equal([2, 5, 3, 5, 5, 3, 1, 4], cells);
    }

    [Fact]
    public void Ordinal_OfPooledCategories_PutsThemLast()
    {
        Only(new FeatureChoice("size") { Encoding = CategoryEncoding.Ordinal, RareShare = 0.2 }, out var cells);

        // large 3 of 8, medium 2; small, tiny and huge one each
        Assert.Equal([3, 1, 2, 1, 1, 2, 3, 3], cells);
    }

    [Fact]
    public void Frequency_IsTheShareOfTheRowsThatHaveACategory()
    {
        var feature = Only(
            new FeatureChoice("size") { Encoding = CategoryEncoding.Frequency, MaxLevels = 3 },
            out var cells,
            Tables.Categories("size", "a", "a", "b", null, "c", "d"));

        // a twice of five, b once, c and d pooled: two of five.
        Assert.Equal([0.4, 0.4, 0.2, 0.4, 0.4], cells.Where((_, row) => row != 3));
        Assert.Equal(0.36, cells[3], 1e-12);
        Assert.Equal(0.4, feature.Encoding!.ValueOf("never seen"));
    }

    [Fact]
    public void Encoded_IsScaledLikeANumber()
    {
        var features = FeatureBuilder.Build(
            new DataFrame([s_size]), RowSelection.All(8), [new("size") { Encoding = CategoryEncoding.Ordinal, Weight = 4 }], Scaling.MinMax);

        Assert.Equal([1.5, 0.5, 1, 0.5, 0.5, 1, 2, 0], features.Matrix.Column(0).ToArray());
        Assert.Equal(1.5, features.Columns[0].ToFeature(4));
    }

    [Fact]
    public void OneHot_RareCategories_ShareAnIndicator()
    {
        var features = FeatureBuilder.Build(new DataFrame([s_size]), RowSelection.All(8), [new("size") { RareShare = 0.2 }], Scaling.None);

        Assert.Equal(["size = large", "size = medium", "size = (other)"], features.Columns.Select(column => column.Name));
        Assert.Equal([1, 0, 0, 0, 0, 0, 1, 1], features.Matrix.Column(2).ToArray());
    }

    [Fact]
    public void OneHot_OneRareCategoryAlone_KeepsItsName()
    {
        var features = FeatureBuilder.Build(
            new DataFrame([Tables.Categories("c", "x", "x", "y", "y", "z")]), RowSelection.All(5), [new("c") { RareShare = 0.3 }], Scaling.None);

        Assert.Equal(["c = x", "c = y", "c = z"], features.Columns.Select(column => column.Name));
    }

    [Fact]
    public void OneHot_AtMostSoManyLevels_PoolsTheOthers()
    {
        var features = FeatureBuilder.Build(new DataFrame([s_size]), RowSelection.All(8), [new("size") { MaxLevels = 2 }], Scaling.None);

        Assert.Equal(["size = large", "size = (other)"], features.Columns.Select(column => column.Name));
    }

    [Theory]
    [InlineData(CategoryEncoding.OneHot, FeatureOptions.MaxCategories, FeatureOptions.MaxCategories)]
    [InlineData(CategoryEncoding.Ordinal, 1, FeatureOptions.MaxLevels)]
    [InlineData(CategoryEncoding.Frequency, 1, FeatureOptions.MaxLevels)]
    public void FiftyThousandCategories_ArePooled(CategoryEncoding encoding, int columns, int levels)
    {
        var cells = Enumerable.Range(0, 50_000).SelectMany(number => Enumerable.Repeat($"c{number:00000}", number % 2 == 0 ? 1 : 2)).ToArray();

        var features = FeatureBuilder.Build(
            new DataFrame([new TextColumn("c", ColumnType.Category, [.. Enumerable.Range(0, 50_000).SelectMany(number => Enumerable.Repeat(number, number % 2 == 0 ? 1 : 2))], [.. cells.Distinct()])]),
            RowSelection.All(cells.Length),
            [new("c") { Encoding = encoding }],
            Scaling.None);

        Assert.Equal(columns, features.Columns.Count);
        Assert.Equal(levels, features.Columns[0].Encoding is { } fitted ? fitted.Values.Count + 1 : features.Columns.Count);
    }

    [Fact]
    public void CategoriesOfNoUse_AreLeftOutWithTheReason()
    {
        var frame = new DataFrame([Tables.Numbers("x", 1, 2, 3, 4), Tables.Categories("even", "a", "b", "b", "a"), Tables.Categories("rare", "a", "b", "c", "d")]);

        var features = FeatureBuilder.Build(
            frame, RowSelection.All(4), [new("x"), new("even") { Encoding = CategoryEncoding.Frequency }, new("rare") { RareShare = 0.5 }], Scaling.Standard);

        Assert.Equal(
            ["even has categories that are all equally frequent", "rare has rare categories only, which are pooled into one"],
            features.LeftOut.Select(left => $"{left.Column} {left.Reason}"));
    }

    [Fact]
    public void Json_GivesAnEqualEncodingBack()
    {
        var encoding = Only(new FeatureChoice("size") { Encoding = CategoryEncoding.Frequency, RareShare = 0.2 }, out _).Encoding;

        Assert.Equal(encoding, JsonSerializer.Deserialize<FittedEncoding>(JsonSerializer.Serialize(encoding)));
    }

    private static FeatureColumn Only(FeatureChoice choice, out double[] cells, TextColumn? column = null)
    {
        column ??= s_size;
        var features = FeatureBuilder.Build(new DataFrame([column]), RowSelection.All(column.Length), [choice], Scaling.None);
        cells = features.Matrix.Column(0).ToArray();
        return Assert.Single(features.Columns);
    }
}
