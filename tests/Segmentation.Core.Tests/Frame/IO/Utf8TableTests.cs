using System.Text;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Frame.IO;

public class Utf8TableTests
{
    [Fact]
    public void Add_TextsOfAnyLength_NumbersThemAsADictionaryDoes()
    {
        var random = new SeededRandom(5);
        var (table, expected) = (new Utf8Table(), new Dictionary<string, int>(StringComparer.Ordinal));
        for (var i = 0; i < 50_000; i++)
        {
            // Few letters, so that texts often share their first or last eight bytes, or nearly all of them.
            var places = Enumerable.Range(0, random.Next(28));
            var text = string.Concat(places.Select(place => place % 8 == 3 ? (char)('a' + random.Next(3)) : 'x'));
            expected.TryAdd(text, expected.Count);

            Assert.Equal(expected[text], table.Add(Encoding.UTF8.GetBytes(text)));
        }

        Assert.Equal(expected.Count, table.Count);
        Assert.All(expected, pair => Assert.Equal(pair.Key, table.GetString(pair.Value)));
    }

    [Fact]
    public void Add_EmptyText_IsATextLikeAnyOther()
    {
        var table = new Utf8Table();

        Assert.Equal([0, 1, 0], [table.Add([]), table.Add("a"u8), table.Add([])]);
        Assert.True(table[0].IsEmpty);
    }
}
