using Segmentation.Dashboard.Configuration;
using Xunit;

namespace Segmentation.Dashboard.Tests.Configuration;

public class StartupFileTests
{
    public static TheoryData<string[], string?, string[]> CommandLines => new()
    {
        { [], null, [] },
        { ["customers.csv"], "customers.csv", [] },
        { ["--urls", "http://localhost:1"], null, ["--urls", "http://localhost:1"] },
        { ["--urls", "http://localhost:1", "customers.csv"], "customers.csv", ["--urls", "http://localhost:1"] },
        { ["customers.csv", "--urls=http://localhost:1"], "customers.csv", ["--urls=http://localhost:1"] },
        { ["--urls=http://localhost:1", "customers.csv"], "customers.csv", ["--urls=http://localhost:1"] },
        { ["--urls", "http://localhost:1", "--", "customers.csv"], "customers.csv", ["--urls", "http://localhost:1"] },
        { ["--", "-customers.csv"], "-customers.csv", [] },
    };

    [Theory]
    [MemberData(nameof(CommandLines))]
    public void Parse_CommandLine_TellsTheFileFromTheSwitches(string[] args, string? file, string[] switches)
    {
        var parsed = StartupFile.Parse(args);

        Assert.Equal(file is null ? null : Path.GetFullPath(file), parsed.File.Path);
        Assert.Equal(switches, parsed.Switches);
    }

    [Fact]
    public void Parse_RootedPath_IsAFileAndNoSwitch()
    {
        var path = Path.Combine(Path.GetTempPath(), "customers.csv");

        Assert.Equal(path, StartupFile.Parse([path]).File.Path);
    }

    [Fact]
    public async Task Main_FileThatIsNotThere_EndsWithTwo() => Assert.Equal(2, await Program.Main(["no-such-file.csv"]));

    [Fact]
    public async Task Main_SettingThatDoesNotExist_EndsWithTwo() =>
        Assert.Equal(2, await Program.Main(["--urls", "http://127.0.0.1:0", "--Dashboard:NoSuchSetting", "1"]));

    [Fact]
    public async Task Main_SettingOutOfItsLimits_EndsWithTwo() =>
        Assert.Equal(2, await Program.Main(["--urls", "http://127.0.0.1:0", "--Dashboard:MaxSessions", "0"]));
}
