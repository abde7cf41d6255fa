using Bunit;
using Segmentation.Core.Frame.IO;
using Segmentation.Dashboard.Components.Preview;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Preview;

public class FileFactsTests : ComponentTest
{
    private ReadingOptions? _changed;

    [Fact]
    public void Render_AFile_SaysHowItWasUnderstood()
    {
        var facts = RenderFacts(SmallData.Dataset);

        Assert.Equal(["20", "6"], facts.FindAll("strong").Select(figure => figure.TextContent));
        Assert.Equal(["Comma", "UTF-8", "Names of columns"], facts.FindAll("option[selected]").Select(option => option.TextContent));
    }

    [Fact]
    public void Choose_AnotherSeparator_ReadsAgain()
    {
        RenderFacts(SmallData.Dataset).Find("select").Change(";");

        Assert.Equal(ReadingOptions.Default with { Separator = ';' }, _changed);
    }

    [Fact]
    public void Render_AWorkbook_OffersItsSheetsAndNoSeparator()
    {
        var facts = RenderFacts(SmallData.Dataset with { Sheets = ["2024", "2025"], Sheet = "2024", Dialect = new Dialect("", "", true) });

        Assert.Equal(["Sheet", "First row"], facts.FindAll("label > span").Select(label => label.TextContent));
        facts.Find("select").Change("2025");
        Assert.Equal("2025", _changed?.Sheet);
    }

    [Fact]
    public void Render_TheSample_HasNothingToChoose() =>
        Assert.Empty(Render<FileFacts>(p => p.Add(f => f.Data, SmallData.Dataset).Add(f => f.Reading, ReadingOptions.Default).Add(f => f.CanChoose, false)).FindAll("select"));

    private IRenderedComponent<FileFacts> RenderFacts(Dataset data) =>
        Render<FileFacts>(p => p.Add(f => f.Data, data).Add(f => f.Reading, ReadingOptions.Default).Add(f => f.OnChanged, reading => _changed = reading));
}
