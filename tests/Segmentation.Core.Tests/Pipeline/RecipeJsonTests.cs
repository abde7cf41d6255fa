using System.Buffers.Text;
using System.IO.Compression;
using System.Text;
using Segmentation.Core.Features.Transforms;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;
using Xunit;

namespace Segmentation.Core.Tests.Pipeline;

public class RecipeJsonTests
{
    [Fact]
    public void Parse_WhatWriteWrote_IsAnEqualRecipe()
    {
        Assert.Equal(Recipes.Full(), RecipeJson.Parse(RecipeJson.Write(Recipes.Full())));
        Assert.Equal(SegmentationRecipe.Default, RecipeJson.Parse(RecipeJson.Write(SegmentationRecipe.Default)));
    }

    [Fact]
    public void ParseCompact_WhatWriteCompactWrote_IsAnEqualRecipe()
    {
        var text = RecipeJson.WriteCompact(Recipes.Full());

        Assert.Matches("^[A-Za-z0-9_-]+$", text);
        Assert.Equal(Recipes.Full(), RecipeJson.ParseCompact(text));
    }

    [Fact]
    public void Parse_TheLogarithmByItsOlderName_IsTheTransform()
    {
        var recipe = RecipeJson.Parse("""{"features":{"chosen":[{"column":"a","weight":2,"log":true},{"column":"b","log":false}]}}""");

        Assert.Equal([NumberTransform.Log1p, NumberTransform.None], recipe.Features.Chosen!.Select(choice => choice.Transform));
        Assert.Equal(recipe, RecipeJson.Parse(RecipeJson.Write(recipe)));
    }

    [Fact]
    public void Parse_PropertiesThatAreNotThere_StayAsSuggested()
    {
        var recipe = RecipeJson.Parse("""{"clustering":{"clusterCount":4}}""");

        Assert.Equal(4, recipe.Clustering.ClusterCount);
        Assert.Equal(SegmentationRecipe.Default with { Clustering = recipe.Clustering }, recipe);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{")]
    [InlineData("""{"surprise":1}""")]
    [InlineData("""{"clustering":{"clusters":4}}""")]
    [InlineData("""{"clustering":{"clusterCount":4,"clusterCount":5}}""")]
    [InlineData("""{"clustering":{"clusterCount":300}}""")]
    [InlineData("""{"clustering":{"clusterCount":4.5}}""")]
    [InlineData("""{"clustering":{"clusterCount":99999999999999999999}}""")]
    [InlineData("""{"clustering":null}""")]
    [InlineData("""{"clustering":{"algorithm":"magic"}}""")]
    [InlineData("""{"clustering":{"mismatchWeight":1001}}""")]
    [InlineData("""{"version":0}""")]
    [InlineData("""{"version":2}""")]
    [InlineData("""{"features":{"scaling":"sideways"}}""")]
    [InlineData("""{"features":{"scaling":1}}""")]
    [InlineData("""{"features":{"chosen":[null]}}""")]
    [InlineData("""{"features":{"chosen":[{}]}}""")]
    [InlineData("""{"features":{"chosen":[{"column":null}]}}""")]
    [InlineData("""{"features":{"chosen":[{"column":"a","weight":1e999}]}}""")]
    [InlineData("""{"features":{"chosen":[{"column":"a","weight":"NaN"}]}}""")]
    [InlineData("""{"features":{"components":0}}""")]
    [InlineData("""{"features":{"chosen":[{"column":"a","transform":"cube"}]}}""")]
    [InlineData("""{"features":{"chosen":[{"column":"a","encoding":"hash"}]}}""")]
    [InlineData("""{"features":{"chosen":[{"column":"a","bins":1}]}}""")]
    [InlineData("""{"features":{"chosen":[{"column":"a","order":[null]}]}}""")]
    [InlineData("""{"features":{"chosen":[{"column":"a","rareShare":0.9}]}}""")]
    [InlineData("""{"cleaning":{"outliersByColumn":{"a":null}}}""")]
    [InlineData("""{"cleaning":{"mergedCategories":{"a":{"b":null}}}}""")]
    [InlineData("""{"cleaning":{"missing":null}}""")]
    [InlineData("""{"cleaning":{"outliers":{"threshold":-1}}}""")]
    [InlineData("""{"roles":{"a":"emperor"}}""")]
    [InlineData("""{"cleaning":{"setAside":[{"conditions":[]}]}}""")]
    [InlineData("""{"cleaning":{"setAside":[{"conditions":[{"$type":"segment","number":1}]}]}}""")]
    [InlineData("""{"cleaning":{"setAside":[{"conditions":[{"$type":"range","column":"a","from":2,"to":1}]}]}}""")]
    [InlineData("""{"cleaning":{"setAside":[{"conditions":[{"$type":"anything","column":"a"}]}]}}""")]
    [InlineData("""{"profiling":{"labels":[{"row":1}]}}""")]
    [InlineData("""{"profiling":{"labels":[{"row":1,"check":"a"}]}}""")]
    [InlineData("""{"profiling":{"meanings":{"a":"size"}}}""")]
    [InlineData("""{"profiling":{"actions":{}}}""")]
    [InlineData("""{"profiling":{"actions":{"rules":[{"action":"reward"}],"otherwise":"reward"}}}""")]
    [InlineData("""{"ownSegments":[{"conditions":[{"column":"a"}]}]}""")]
    [InlineData("""{"ownSegments":[null]}""")]
    public void Parse_NoRecipe_SaysSoInOneLine(string json)
    {
        var failure = Assert.Throws<UnusableDataException>(() => RecipeJson.Parse(json));

        Assert.Matches("^(The recipe|This is not a recipe file)", failure.Message);
        Assert.DoesNotContain('\n', failure.Message);
    }

    [Fact]
    public void Parse_LaterVersion_NamesBothVersions()
    {
        var failure = Assert.Throws<UnusableDataException>(() => RecipeJson.Parse("""{"version":99}"""));

        Assert.Contains("99", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"{SegmentationRecipe.CurrentVersion}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_TooLong_IsNotEvenRead()
    {
        var failure = Assert.Throws<UnusableDataException>(() => RecipeJson.Parse(new string(' ', RecipeJson.MaxLength + 1)));

        Assert.Contains("longer than", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_NestedTooDeep_IsRefused() =>
        Assert.Throws<UnusableDataException>(() => RecipeJson.Parse(string.Concat(Enumerable.Repeat("""{"cleaning":""", 5_000))));

    [Fact]
    public void ParseCompact_CutOffAnywhere_SaysSoOrHasItAll()
    {
        var text = RecipeJson.WriteCompact(Recipes.Full());

        // The last characters hold nothing but the end mark of the compression.
        for (var length = 0; length < text.Length; length++)
        {
            try
            {
                Assert.Equal(Recipes.Full(), RecipeJson.ParseCompact(text[..length]));
                Assert.True(length > text.Length - 8, $"Read from {length} of {text.Length} characters.");
            }
            catch (UnusableDataException)
            {
                Assert.True(length < text.Length);
            }
        }
    }

    [Theory]
    [InlineData("not base64 at all!")]
    [InlineData("####")]
    [InlineData("AAAA")]
    [InlineData("_____w")]
    public void ParseCompact_Rubbish_SaysSo(string text) => Assert.Throws<UnusableDataException>(() => RecipeJson.ParseCompact(text));

    [Fact]
    public void ParseCompact_Bomb_IsRefusedAsTooLong()
    {
        // 200 MB of spaces in 200 kB.
        using var buffer = new MemoryStream();
        using (var deflate = new DeflateStream(buffer, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var spaces = Encoding.ASCII.GetBytes(new string(' ', 1_000_000));
            for (var i = 0; i < 200; i++)
            {
                deflate.Write(spaces);
            }
        }

        var failure = Assert.Throws<UnusableDataException>(() => RecipeJson.ParseCompact(Base64Url.EncodeToString(buffer.ToArray())));

        Assert.Contains("longer than", failure.Message, StringComparison.Ordinal);
    }
}
