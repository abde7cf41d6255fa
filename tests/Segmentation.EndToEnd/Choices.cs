using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Segmentation.EndToEnd;

/// <summary>What an analyst does on the Segments page.</summary>
public static class Choices
{
    public static ILocator Features(this Visit visit) => visit.Page.GetByRole(AriaRole.Region, new() { Name = "Features" });

    public static ILocator Chips(this Visit visit) => visit.Features().Locator(".chip");

    /// <summary>Removes and adds feature chips until just these are left.</summary>
    public static async Task KeepFeaturesAsync(this Visit visit, params string[] features)
    {
        foreach (var missing in features.Except(await visit.ChipNamesAsync()).ToArray())
        {
            await visit.AddFeatureAsync(missing);
        }

        foreach (var surplus in (await visit.ChipNamesAsync()).Except(features).ToArray())
        {
            await visit.RemoveFeatureAsync(surplus);
        }

        await Expect(visit.Status).ToHaveTextAsync(new Regex($"^exact .*, {features.Length} features?,"));
    }

    public static async Task RemoveFeatureAsync(this Visit visit, string feature)
    {
        var count = await visit.Chips().CountAsync();
        await visit.Features().GetByRole(AriaRole.Button, new() { Name = $"Remove {feature}", Exact = true }).ClickAsync();
        await Expect(visit.Chips()).ToHaveCountAsync(count - 1);
    }

    public static async Task AddFeatureAsync(this Visit visit, string feature)
    {
        var count = await visit.Chips().CountAsync();
        await visit.Features().GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await visit.Features().GetByLabel(feature, new() { Exact = true }).CheckAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Chips()).ToHaveCountAsync(count + 1);
    }

    public static Task<IReadOnlyList<string>> ChipNamesAsync(this Visit visit) => visit.Chips().Locator(".chip-name").AllTextContentsAsync();

    /// <summary>Chooses a scaling by its label: Standard, Robust, Min–max, None.</summary>
    public static async Task ScaleAsync(this Visit visit, string scaling)
    {
        await visit.Page.GetByRole(AriaRole.Group, new() { Name = "Scaling" }).GetByText(scaling, new() { Exact = true }).ClickAsync();
        var words = scaling switch { "None" => "no", "Min–max" => "min-max", _ => scaling.ToLowerInvariant() };
        await Expect(visit.Status).ToHaveTextAsync(new Regex($"^exact .*{words} scaling"));
    }

    /// <summary>Settles on a number of segments, also where it is what was suggested.</summary>
    public static async Task SetSegmentsAsync(this Visit visit, int count)
    {
        await visit.Page.GetByLabel("Choose for me").UncheckAsync();
        await visit.Page.GetByLabel("Segments, typed").FillAsync($"{count}");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.HasSegmentsAsync(count);
    }
}
