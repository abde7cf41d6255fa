using System.Text.Json;
using Segmentation.Core.Collections;
using Xunit;

namespace Segmentation.Core.Tests.Collections;

public class ValueMapTests
{
    [Fact]
    public void Equals_SamePairsAddedInAnotherOrder_AreEqualAndHashAlike()
    {
        var left = ValueMap<int>.Empty.With("b", 2).With("a", 1);
        var right = ValueMap<int>.Empty.With("a", 1).With("b", 2);

        Assert.Equal(left, right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
    }

    [Fact]
    public void Equals_OtherValueNameOrCount_AreNotEqual()
    {
        var map = ValueMap<int>.Empty.With("a", 1);

        Assert.False(map.Equals(map.With("a", 2)));
        Assert.False(map.Equals(ValueMap<int>.Empty.With("A", 1)));
        Assert.False(map.Equals(map.With("b", 1)));
        Assert.False(map.Equals(null));
    }

    [Fact]
    public void Equals_NestedMaps_CompareByContent()
    {
        var left = ValueMap<ValueMap<string>>.Empty.With("Status", ValueMap<string>.Empty.With("Alone", "Single"));
        var right = ValueMap<ValueMap<string>>.Empty.With("Status", ValueMap<string>.Empty.With("Alone", "Single"));

        Assert.Equal(left, right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
    }

    [Fact]
    public void Keys_EnumerateInOrdinalOrder() =>
        Assert.Equal(["B", "a", "é"], ValueMap<int>.Empty.With("é", 1).With("a", 2).With("B", 3).Keys);

    [Fact]
    public void Without_RemovesOnlyThatName()
    {
        var map = ValueMap<int>.Empty.With("a", 1).With("b", 2);

        Assert.Equal(["b"], map.Without("a").Keys);
        Assert.Equal(2, map.Count);
    }

    [Fact]
    public void ToValueMap_NameTwice_TheLastWins() =>
        Assert.Equal(2, new[] { KeyValuePair.Create("a", 1), KeyValuePair.Create("a", 2) }.ToValueMap()["a"]);

    [Fact]
    public void Json_IsAnObject_AndReadsBack()
    {
        var map = ValueMap<bool>.Empty.With("z", true).With("a", false);

        var json = JsonSerializer.Serialize(map);

        Assert.Equal("""{"a":false,"z":true}""", json);
        Assert.Equal(map, JsonSerializer.Deserialize<ValueMap<bool>>(json));
    }

    [Fact]
    public void Json_ThatHoldsNull_IsRefused() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ValueMap<string>>("""{"a": null}"""));
}
