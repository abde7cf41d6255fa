using Segmentation.Cli;
using Segmentation.Core.Tests.Frame.IO;
using Xunit;

namespace Segmentation.Core.Tests.Cli;

public sealed class RefusalTests : IDisposable
{
    private readonly SegmentCommand _segment = new();
    private readonly string _file;

    public RefusalTests() => _file = _segment.Write("shop.csv", Shops.Sixty());

    public void Dispose() => _segment.Dispose();

    [Theory]
    [InlineData("--k", "0", "--k")]
    [InlineData("--k", "255", "254")]
    [InlineData("--k", "many", "auto")]
    [InlineData("--k", "2.5", "whole number")]
    [InlineData("--scale", "sideways", "minmax")]
    [InlineData("--missing", "guess", "median")]
    [InlineData("--outliers", "iqr:x", "iqr:1.5")]
    [InlineData("--outliers", "iqr:-1", "iqr:1.5")]
    [InlineData("--outliers", "none:1", "iqr:1.5")]
    [InlineData("--outliers", "iqr:0", "iqr 0.5 to 6")]
    [InlineData("--outliers", "zscore:6.5", "zscore 0.5 to 6")]
    [InlineData("--outliers", "percentile:50", "percentile 0 to 25")]
    [InlineData("--sheet", "First", "is a text file without sheets")]
    [InlineData("--outliers", "zscore:1e999", "zscore:3")]
    [InlineData("--outlier-action", "hide", "winsorise")]
    [InlineData("--restarts", "0", "from 1 to")]
    [InlineData("--seed", "99999999999", "--seed")]
    [InlineData("--threads", "-1", "from 0 to")]
    [InlineData("--features", "nowhere", "There is no column 'nowhere'")]
    [InlineData("--features", "", "There is no column")]
    [InlineData("--features", "id", "free text")]
    [InlineData("--id", "nobody", "There is no column 'nobody'")]
    [InlineData("--recipe", "nowhere.json", "no recipe")]
    [InlineData("--surprise", "1", "--surprise")]
    [InlineData("--k", "100", "at most")]
    public async Task Run_BadArgument_SaysWhatIsPossible(string option, string value, string expected) =>
        Assert.Contains(expected, await SegmentCommand.RefusedAsync("run", _file, option, value), StringComparison.Ordinal);

    [Theory]
    [InlineData("run")]
    [InlineData("")]
    [InlineData("dance")]
    [InlineData("run|a.csv|b.csv")]
    [InlineData("describe|a.csv|--k|3")]
    public async Task BadCommand_IsRefused(string line) =>
        Assert.Contains("--help", await SegmentCommand.RefusedAsync(line.Split('|', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);

    [Theory]
    [InlineData("a,b\n")]
    [InlineData("name\nAnn\nBob\nCid\n")]
    [InlineData("a,b\n1,2\n")]
    [InlineData("a,b\n1,2\n1,2\n1,2\n")]
    public async Task Run_DataThatCannotBeSegmented_IsRefused(string content) =>
        await SegmentCommand.RefusedAsync("run", _segment.Write("a.csv", content), "--k", "2");

    [Fact]
    public async Task Run_ColumnsThatAreAllConstant_AreNamed()
    {
        var message = await SegmentCommand.RefusedAsync("run", _segment.Write("a.csv", "a,b\n1,2\n1,2\n1,2\n"));

        Assert.Contains("'a', 'b' have the same value in every row", message, StringComparison.Ordinal);
        Assert.DoesNotContain("page", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("describe")]
    [InlineData("sweep")]
    public async Task Sheet_OfATextFile_IsRefused(string command) =>
        Assert.Contains("'shop.csv' is a text file", await SegmentCommand.RefusedAsync(command, _file, "--sheet", "First"), StringComparison.Ordinal);

    [Fact]
    public async Task Recipe_ThatIsATable_IsCalledNoRecipe() =>
        Assert.Contains("not a recipe file", await SegmentCommand.RefusedAsync("run", _file, "--recipe", _file), StringComparison.Ordinal);

    [Fact]
    public async Task Output_IntoAFolderThatIsNotThere_NamesThePathAndNoOther()
    {
        var message = await SegmentCommand.RefusedAsync("run", _file, "--k", "2", "--out", _segment.PathOf("nowhere/out.csv"));

        Assert.Contains("nowhere/out.csv' cannot be written", message, StringComparison.Ordinal);
        Assert.DoesNotContain(".tmp'", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("describe")]
    [InlineData("run")]
    public async Task WorkbookWithAPassword_IsRefused(string command)
    {
        var path = _segment.PathOf("secret.xlsx");
        await File.WriteAllBytesAsync(path, EncryptedWorkbook.Bytes(), TestContext.Current.CancellationToken);

        Assert.EndsWith("is protected by a password. Save it without a password and choose it again.", await SegmentCommand.RefusedAsync(command, path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"rows\": [1, 2]}")]
    [InlineData(" [\n {\"age\": 30}, {\"age\": 31}]")]
    [InlineData("\uFEFF{}")]
    public async Task Describe_JsonNamedCsv_IsRefused(string content) =>
        Assert.Contains("a JSON file, not a table", await SegmentCommand.RefusedAsync("describe", _segment.Write("a.csv", content)), StringComparison.Ordinal);

    [Fact]
    public async Task Run_HostileNames_MakeOneLineWithoutControlCharacters()
    {
        var file = _segment.Write("a.csv", $"\"evil\u001b[31m\nname\",{new string('x', 10_000)}\n1,2\n3,4\n5,7\n");

        var line = await SegmentCommand.RefusedAsync("run", file, "--features", "nowhere");

        Assert.DoesNotContain(line, char.IsControl);
        Assert.True(line.Length < 1000, $"{line.Length} characters");
    }

    [Theory]
    [InlineData("--out")]
    [InlineData("--json")]
    [InlineData("--save-recipe")]
    public async Task Run_CannotWriteThere_SaysSoAndLeavesNothing(string option)
    {
        Assert.Contains("cannot be written", await SegmentCommand.RefusedAsync("run", _file, "--k", "2", option, _segment.PathOf("no/such/folder/x")), StringComparison.Ordinal);
        Assert.Contains("folder", await SegmentCommand.RefusedAsync("run", _file, "--k", "2", option, _segment.PathOf("")), StringComparison.Ordinal);
        Assert.Contains("is the file that is read", await SegmentCommand.RefusedAsync("run", _file, "--k", "2", option, _file), StringComparison.Ordinal);

        Assert.Equal(["shop.csv"], _segment.Files);
        Assert.Equal(Shops.Sixty(), _segment.Read("shop.csv"));
    }

    [Fact]
    public async Task Run_OutThroughALink_ReplacesWhatItPointsTo()
    {
        _segment.Write("real.csv", "old");
        File.CreateSymbolicLink(_segment.PathOf("link.csv"), _segment.PathOf("real.csv"));
        File.CreateSymbolicLink(_segment.PathOf("shop-link.csv"), _file);

        await SegmentCommand.JsonAsync("run", _file, "--k", "2", "--out", _segment.PathOf("link.csv"));
        await SegmentCommand.RefusedAsync("run", _file, "--k", "2", "--out", _segment.PathOf("shop-link.csv"));

        Assert.Equal(_segment.PathOf("real.csv"), new FileInfo(_segment.PathOf("link.csv")).LinkTarget);
        Assert.Equal(61, _segment.Read("real.csv").TrimEnd().Split('\n').Length);
        Assert.Equal(Shops.Sixty(), _segment.Read("shop.csv"));
    }

    [Fact]
    public async Task Run_Failure_LeavesTheOldListAsItWas()
    {
        var list = _segment.Write("out.csv", "old");

        await SegmentCommand.RefusedAsync("run", _file, "--k", "100", "--out", list);

        Assert.Equal("old", _segment.Read("out.csv"));
        Assert.Equal(["out.csv", "shop.csv"], _segment.Files);
    }

    [Theory]
    [InlineData("{\"version\":9}", "version 9")]
    [InlineData("not json", "not a recipe file")]
    [InlineData("{\"clustering\":{\"clusterCount\":999}}", "not possible")]
    public async Task Run_BadRecipe_IsRefused(string json, string expected) => Assert.Contains(
        expected, await SegmentCommand.RefusedAsync("run", _file, "--recipe", _segment.Write("r.json", json)), StringComparison.Ordinal);

    [Fact]
    public async Task Run_RecipeTooLarge_IsRefusedUnread() => Assert.Contains(
        "too large", await SegmentCommand.RefusedAsync("run", _file, "--recipe", _segment.Write("r.json", new string(' ', 1_000_000))), StringComparison.Ordinal);

    [Fact]
    public async Task Run_Interrupted_EndsQuietlyAndLeavesNothing()
    {
        var outcome = await SegmentCommand.RunAsync(new CancellationToken(canceled: true), "run", _file, "--out", _segment.PathOf("out.csv"));

        Assert.Equal(new SegmentCommand.Outcome(CommandLine.Interrupted, "", ""), outcome);
        Assert.Equal(["shop.csv"], _segment.Files);
    }

    [Fact]
    public async Task Help_ListsTheCommands()
    {
        var outcome = await SegmentCommand.RunAsync("--help");

        Assert.Equal(0, outcome.Code);
        Assert.All((string[])["describe", "run", "sweep"], command => Assert.Contains(command, outcome.Output, StringComparison.Ordinal));
    }
}
