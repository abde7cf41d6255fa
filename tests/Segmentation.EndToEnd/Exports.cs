using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Segmentation.EndToEnd;

/// <summary>The export's dialog as people use it, and what its downloads must hold.</summary>
public static class Exports
{
    public static readonly string[] AddedColumns = ["segment", "segment_name", "margin", "set_aside"];

    /// <summary>Opens the dialog from the top bar.</summary>
    public static async Task<ILocator> OpenExportAsync(this Visit visit)
    {
        await visit.Page.Locator(".top-bar").GetByRole(AriaRole.Button, new() { Name = "Export" }).ClickAsync();
        return await visit.ExportDialogAsync();
    }

    /// <summary>The dialog that is open.</summary>
    public static async Task<ILocator> ExportDialogAsync(this Visit visit)
    {
        var dialog = visit.Page.GetByRole(AriaRole.Dialog, new() { NameRegex = new("^Export (customers|rows)$") });
        await Expect(dialog).ToBeVisibleAsync();
        return dialog;
    }

    /// <summary>Presses Download in the dialog and returns what arrives.</summary>
    public static async Task<(string Name, byte[] Bytes)> DownloadAsync(this Visit visit, ILocator dialog)
    {
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => dialog.GetByRole(AriaRole.Button, new() { Name = "Download" }).ClickAsync());
        await using var stream = await download.CreateReadStreamAsync();
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        await Expect(dialog).ToBeHiddenAsync();
        return (download.SuggestedFilename, bytes.ToArray());
    }

    /// <summary>The export holds every row of the file in its order, its cells as they were, and behind them the added columns.</summary>
    public static void HoldsAllOf(this Csv export, Csv file, Func<string, string>? expected = null)
    {
        Assert.Equal([.. file.Header, .. AddedColumns], export.Header);
        Assert.Equal(file.Rows.Count, export.Rows.Count);
        for (var row = 0; row < file.Rows.Count; row++)
        {
            var cells = file.Rows[row].Select(expected ?? (cell => cell));
            Assert.True(cells.SequenceEqual(export.Rows[row].Take(file.Header.Length)), $"Row {row + 1}: {string.Join('|', file.Rows[row])} became {string.Join('|', export.Rows[row])}");
            AddedCellsFit(export.Rows[row].AsSpan(file.Header.Length));
        }
    }

    // Either in a segment with a margin, or set aside with a reason.
    private static void AddedCellsFit(ReadOnlySpan<string> added)
    {
        if (added[3].Length == 0)
        {
            Assert.NotEqual("", added[0]);
            Assert.NotEqual("", added[1]);
            Assert.True(double.Parse(added[2], System.Globalization.CultureInfo.InvariantCulture) >= 0, $"The margin is {added[2]}.");
        }
        else
        {
            Assert.Equal(["", "", ""], added[..3].ToArray());
        }
    }
}
