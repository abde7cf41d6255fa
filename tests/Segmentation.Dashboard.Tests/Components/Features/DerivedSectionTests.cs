using AngleSharp.Dom;
using Bunit;
using Segmentation.Core.Features;
using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Components.Features;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Features;

public class DerivedSectionTests : ComponentTest
{
    private static readonly SegmentationRecipe s_derived = SmallData.Recipe with
    {
        Derived = [new DerivedColumn("Pay", "Income / Age"), new DerivedColumn(SmallData.Hostile, "Pay * 2"), new DerivedColumn("Same", "Id * 0")],
    };

    public DerivedSectionTests() => JSInterop.SetupModule("./Components/Features/ExpressionBox.razor.js").Mode = JSRuntimeMode.Loose;

    private SegmentationRecipe? Changed { get; set; }

    [Fact]
    public void List_TellsEachColumn_WithWhatIsNoteworthy()
    {
        var section = Show(s_derived);
        var rows = section.FindAll(".derived tbody tr");

        Assert.Equal(["Pay", SmallData.Hostile, "Same"], rows.Select(row => row.QuerySelector("th")!.TextContent.Trim()));
        Assert.Equal(["numbers", "1", "yes"], Cells(rows[0])[1..4]);
        Assert.Equal(["whole numbers", "0", "no"], [Cells(rows[2])[1], Cells(rows[2])[2], Cells(rows[2])[3]]);
        Assert.Contains("'0' in every row and cannot tell rows apart; it is ignored.", rows[2].TextContent, StringComparison.Ordinal);
        Assert.Empty(section.FindAll("script, img"));
    }

    [Fact]
    public async Task Add_AFineExpression_IsAppendedToTheRecipe()
    {
        var section = Show(SmallData.Recipe);
        Assert.True(section.Find("button[type=submit]").HasAttribute("disabled"));

        await TypeAsync(section, "Income / 12");
        Assert.Contains("A derived column needs a name.", section.Find(".said").TextContent, StringComparison.Ordinal);
        await section.Find("input[type=text]").InputAsync(" Monthly ");
        Assert.Contains("Gives numbers.", section.Find(".said").TextContent, StringComparison.Ordinal);
        await section.Find("form").SubmitAsync();

        Assert.Equal([new DerivedColumn("Monthly", "Income / 12")], Changed!.Derived);
        Assert.Equal("", section.Find("input[type=text]").GetAttribute("value"));
    }

    [Fact]
    public async Task Preview_ShowsTheColumnsUsed_AndTheResult()
    {
        var section = Show(SmallData.Recipe);

        await TypeAsync(section, "Age + Income");

        Assert.Equal(["Row", "Age", "Income", "Result"], section.FindAll(".preview thead th").Select(head => head.TextContent.Trim()));
        var rows = section.FindAll(".preview tbody tr");
        Assert.Equal(8, rows.Count);
        Assert.Equal(["20", "50", "70"], Cells(rows[0]));
        Assert.Equal(["–", "53", "–"], Cells(rows[3]));
    }

    [Theory]
    [InlineData("Incme + 1", "Incme", "Character 1: There is no column Incme. Did you mean Income?")]
    [InlineData("1 + <script>", "<", "Character 5: Something is missing before '<'.")]
    [InlineData("Age +", "", "Character 6: Something is missing at the end")]
    public async Task Error_IsMarkedInPlace_AndSaid(string text, string wrong, string said)
    {
        var section = Show(SmallData.Recipe);

        await TypeAsync(section, text);

        Assert.Equal(wrong, section.Find(".wrong").TextContent);
        Assert.Equal(text, section.Find(".mirror").TextContent);
        Assert.Contains(said, section.Find(".said").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", section.Find("textarea").GetAttribute("aria-invalid"));
        Assert.True(section.Find("button[type=submit]").HasAttribute("disabled"));
        Assert.Empty(section.FindAll(".preview, script"));
    }

    [Theory]
    [InlineData("Income", "There is a column Income already.")]
    [InlineData("Pay", "There is a column Pay already.")]
    [InlineData("", "needs a name")]
    public async Task Name_ThatCannotBe_IsSaid(string name, string said)
    {
        var section = Show(s_derived);

        await TypeAsync(section, "Income / 12");
        await section.Find("input[type=text]").InputAsync(name);

        Assert.Contains(said, section.Find(".said").TextContent, StringComparison.Ordinal);
        Assert.True(section.Find("button[type=submit]").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Edit_SeesOnlyWhatComesBefore_AndPutsTheColumnInItsPlace()
    {
        var section = Show(s_derived);
        await Button(section, "Edit Pay").ClickAsync(new());
        Assert.Equal("Income / Age", section.Find("textarea").TextContent);

        await TypeAsync(section, "Pay + 1");
        Assert.Contains("it cannot use itself", section.Find(".said").TextContent, StringComparison.Ordinal);
        await TypeAsync(section, "Same + 1");
        Assert.Contains("made after this column", section.Find(".said").TextContent, StringComparison.Ordinal);
        await TypeAsync(section, "Income * 2");
        await section.Find("input[type=text]").InputAsync("Double");
        await section.Find("form").SubmitAsync();

        Assert.Equal([new("Double", "Income * 2"), new(SmallData.Hostile, "Double * 2"), new("Same", "Id * 0")], Changed!.Derived);
    }

    [Fact]
    public async Task Remove_TakesTheColumnAway_UnlessAnotherUsesIt()
    {
        var section = Show(s_derived);

        Assert.True(Button(section, "Remove Pay").HasAttribute("disabled"));
        Assert.Contains("is computed from it", Button(section, "Remove Pay").GetAttribute("title"), StringComparison.Ordinal);
        await Button(section, "Remove Same").ClickAsync(new());

        Assert.Equal(["Pay", SmallData.Hostile], Changed!.Derived.Select(column => column.Name));
    }

    [Fact]
    public async Task Suggestion_Taken_IsAColumnLikeAnyOther_AndOfferedNoMore()
    {
        var section = Show(SmallData.Recipe);
        Assert.Empty(section.FindAll(".more"));
        Assert.Contains("Months as customer", section.Find(".cards").TextContent, StringComparison.Ordinal);

        await Button(section, "Add Months as customer").ClickAsync(new());

        Assert.Equal([new DerivedColumn("Months as customer", "months_between(Joined, today)")], Changed!.Derived);
        section.Render(p => Parameters(p, Changed));
        Assert.DoesNotContain("Months as customer", string.Concat(section.FindAll(".card").Select(card => card.TextContent)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Today_IsTheFilesLatestDate_UntilAnotherIsSet()
    {
        var section = Show(SmallData.Recipe);
        Assert.Equal("2020-01-20", section.Find("input[type=date]").GetAttribute("value"));
        Assert.DoesNotContain(section.FindAll("button"), button => button.TextContent == "the file's latest date");

        await section.Find("input[type=date]").ChangeAsync("2024-02-29");
        Assert.Equal(new DateOnly(2024, 2, 29), Changed!.Today);
        section.Render(p => Parameters(p, Changed));
        await TypeAsync(section, "year(today)");
        Assert.Equal("2024", section.Find(".preview td.result").TextContent.Trim());
        await section.FindAll("button").Single(button => button.TextContent == "the file's latest date").ClickAsync(new());

        Assert.Null(Changed!.Today);
    }

    private static string[] Cells(IElement row) =>
        [.. row.QuerySelectorAll("td").Select(cell => cell.QuerySelector(".note") is null ? cell.TextContent.Trim() : cell.QuerySelector("code")!.TextContent)];

    private static IElement Button(IRenderedComponent<DerivedSection> section, string label) => section.Find($"button[aria-label='{label}']");

    private static Task TypeAsync(IRenderedComponent<DerivedSection> section, string text)
    {
        var box = section.FindComponent<ExpressionBox>();
        return section.InvokeAsync(() => box.Instance.OnTyped(text, text.Length, isAsked: false));
    }

    // Suggestions come a moment later, and draw everything again.
    private IRenderedComponent<DerivedSection> Show(SegmentationRecipe recipe)
    {
        var section = Render<DerivedSection>(p => Parameters(p, recipe));
        section.WaitForAssertion(() => Assert.NotEmpty(section.FindAll(".card")));
        return section;
    }

    private void Parameters(ComponentParameterCollectionBuilder<DerivedSection> p, SegmentationRecipe recipe) => p
        .Add(section => section.Snapshot, SmallData.Snapshot(recipe)).Add(section => section.Recipe, recipe)
        .Add(section => section.OnChanged, changed => Changed = changed);
}
