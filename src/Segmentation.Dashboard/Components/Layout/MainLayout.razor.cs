using Microsoft.AspNetCore.Components;

namespace Segmentation.Dashboard.Components.Layout;

/// <summary>The shell around every page: what is open, where one can go, and what is on screen.</summary>
public sealed partial class MainLayout : LayoutComponentBase
{
    private ElementReference _page;

    // The address bar holds the recipe, so a skip link must not write its own fragment into it.
    private async Task FocusPageAsync() => await _page.FocusAsync();
}
