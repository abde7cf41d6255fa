using System.Text.Json;
using Segmentation.Core.Collections;
using Xunit;

namespace Segmentation.Core.Tests.Collections;

public class ValueListTests
{
    [Fact]
    public void Equals_SameItemsInTheSameOrder_AreEqualAndHashAlike()
    {
        ValueList<string> left = ["a", "b"];
        var right = new List<string> { "a", "b" }.ToValueList();

        Assert.Equal(left, right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
    }

    [Fact]
    public void Equals_OtherOrderOrLength_AreNotEqual()
    {
        ValueList<string> list = ["a", "b"];

        Assert.False(list.Equals(["b", "a"]));
        Assert.False(list.Equals(["a"]));
        Assert.False(list.Equals(null));
    }

    [Fact]
    public void AddAndRemove_LeaveTheOriginalAsItWas()
    {
        ValueList<int> list = [1, 2, 1];

        Assert.Equal([1, 2, 1, 3], list.Add(3));
        Assert.Equal([2, 1], list.Remove(1));
        Assert.Same(list, list.Remove(9));
        Assert.Equal(3, list.Count);
    }

    [Fact]
    public void Json_IsAnArray_AndReadsBack()
    {
        ValueList<int> list = [3, 1, 2];

        var json = JsonSerializer.Serialize(list);

        Assert.Equal("[3,1,2]", json);
        Assert.Equal(list, JsonSerializer.Deserialize<ValueList<int>>(json));
    }

    [Fact]
    public void Json_ThatHoldsNull_IsRefused() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ValueList<string>>("""["a", null]"""));
}
