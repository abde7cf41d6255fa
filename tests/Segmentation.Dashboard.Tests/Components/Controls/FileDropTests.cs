using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Segmentation.Dashboard.Components.Controls;
using Segmentation.Dashboard.Uploads;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Controls;

public class FileDropTests : BunitContext
{
    private readonly BunitJSModuleInterop _module;

    public FileDropTests()
    {
        _module = JSInterop.SetupModule("./Components/Controls/FileDrop.razor.js");
        _module.Mode = JSRuntimeMode.Loose;
        Services.AddOptions();
    }

    [Fact]
    public void Render_First_InvitesAndSaysHowMuchIsTaken()
    {
        var drop = Render<FileDrop>();

        Assert.Contains("up to 2 GB", drop.Markup, StringComparison.Ordinal);
        Assert.Single(_module.Invocations["attach"]);
    }

    [Fact]
    public async Task Upload_Running_ShowsNameBytesAndShareAndCanBeCancelled()
    {
        var drop = Render<FileDrop>();

        await drop.InvokeAsync(() => drop.Instance.OnStarted("<b>shop.csv", 4_000_000));
        await drop.InvokeAsync(() => drop.Instance.OnProgress(1_000_000));

        Assert.Equal("<b>shop.csv", drop.Find("strong").TextContent);
        Assert.Equal("25", drop.Find("progress").GetAttribute("value"));
        Assert.Contains("1 MB of 4 MB", drop.Markup, StringComparison.Ordinal);
        await drop.Find("button").ClickAsync(new());
        Assert.Single(_module.Invocations["cancel"]);
    }

    [Fact]
    public async Task Upload_Done_RaisesTheFileAndInvitesAgain()
    {
        UploadedFile? uploaded = null;
        var drop = Render<FileDrop>(p => p.Add(d => d.OnUploaded, file => uploaded = file));
        var file = new UploadedFile(new string('a', 64), "shop.csv", 10);

        await drop.InvokeAsync(() => drop.Instance.OnStarted("shop.csv", 10));
        await drop.InvokeAsync(() => drop.Instance.OnDone(file));

        Assert.Equal(file, uploaded);
        Assert.Empty(drop.FindAll("progress"));
    }

    [Fact]
    public async Task Upload_Failed_SaysWhyInWords()
    {
        var drop = Render<FileDrop>();

        await drop.InvokeAsync(() => drop.Instance.OnStarted("shop.csv", 10));
        await drop.InvokeAsync(() => drop.Instance.OnFailed("The file was cut off."));

        Assert.Equal("The file was cut off.", drop.Find("[role=alert]").TextContent);
        Assert.Empty(drop.FindAll("progress"));
    }
}
