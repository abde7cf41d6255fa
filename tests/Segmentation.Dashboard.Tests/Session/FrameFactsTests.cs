using Segmentation.Dashboard.Session;
using Xunit;

namespace Segmentation.Dashboard.Tests.Session;

public class FrameFactsTests
{
    [Fact]
    public async Task SuggestionsAsync_AFrame_FindsThemOnce()
    {
        var facts = new FrameFacts();

        var first = await facts.SuggestionsAsync(SmallData.Frame);

        Assert.Equal(["leeds"], first.Select(suggestion => suggestion.From));
        Assert.Same(first, await facts.SuggestionsAsync(SmallData.Frame));
    }

    [Fact]
    public async Task OfAsync_Columns_DescribesEachOnceInTheirOrder()
    {
        var facts = new FrameFacts();

        var first = await facts.OfAsync([SmallData.Frame["Town"], SmallData.Frame["Age"]]);

        Assert.Equal(["Town", "Age"], first.Select(fact => fact.Description.Name));
        Assert.Same(first[1], (await facts.OfAsync([SmallData.Frame["Age"]]))[0]);
    }
}
