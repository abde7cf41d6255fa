using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Figures;
using Segmentation.Dashboard.Session;

namespace Segmentation.Dashboard.Components.Profiles;

/// <summary>The segments as rules, in as many words as somebody wants, to be taken elsewhere.</summary>
public sealed partial class RulesPanel : ComponentBase, IAsyncDisposable
{
    private const string ModulePath = "./Components/Profiles/RulesPanel.razor.js";

    private readonly CancellationTokenSource _gone = new();
    private IJSObjectReference? _module;
    private SegmentationSnapshot? _asked;
    private SegmentRules? _rules;
    private RuleSet? _set;
    private RulesFigure? _figure;
    private int _leaves;
    private string _said = "";

    /// <summary>The segmentation.</summary>
    [Parameter, EditorRequired]
    public required SegmentationSnapshot Snapshot { get; set; }

    [Inject]
    public required IJSRuntime JS { get; init; }

    [Inject]
    public required SegmentationService Session { get; init; }

    protected override async Task OnParametersSetAsync()
    {
        if (_asked is not null && ReferenceEquals(_asked.Quality, Snapshot.Quality) && _asked.Numbers.Equals(Snapshot.Numbers))
        {
            return;
        }

        var asked = _asked = Snapshot;
        try
        {
            var found = await Session.FindRulesAsync(asked, _gone.Token);
            if (ReferenceEquals(asked, _asked))
            {
                _rules = found;
                Show(_leaves == 0 ? found.SuggestedLeaves : Math.Clamp(_leaves, found.LeastLeaves, found.MostLeaves));
            }
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // Nobody looks any more.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        _gone.Dispose();
        try
        {
            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The tab is gone.
        }
    }

    private Task ChooseAsync(double leaves)
    {
        Show((int)leaves);
        return Task.CompletedTask;
    }

    private void Show(int leaves)
    {
        (_leaves, _said) = (leaves, "");
        _set = _rules!.At(leaves);
        _figure = RulesFigure.Of(_asked!, _set);
    }

    private async Task CopyAsync(string what, string text)
    {
        _module ??= await JS.InvokeAsync<IJSObjectReference>("import", ModulePath);
        _said = await _module.InvokeAsync<bool>("copy", text)
            ? $"The {what} was copied."
            : "The browser did not allow copying. Open the SQL below, mark it and copy it.";
    }
}
