using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Segmentation.Core.Features.Expressions;
using Segmentation.Dashboard.Figures;

namespace Segmentation.Dashboard.Components.Features;

/// <summary>
/// Where an expression is typed: the error is underlined in place, and a list says what can come next. The browser holds the text; here is
/// the last that it told.
/// </summary>
public sealed partial class ExpressionBox : ComponentBase, IAsyncDisposable
{
    private const string ModulePath = "./Components/Features/ExpressionBox.razor.js";

    private static readonly CompletionList s_nothing = new(0, 0, []);

    private readonly string _listId = $"completions-{Guid.NewGuid():N}";
    private ElementReference _root;
    private ElementReference _input;
    private IJSObjectReference? _module;
    private DotNetObjectReference<ExpressionBox>? _self;
    private CompletionList _list = s_nothing;
    private string _text = "";
    private int _active;
    private bool _isGone;

    /// <summary>The id of what names the box.</summary>
    [Parameter, EditorRequired]
    public required string LabelledBy { get; set; }

    /// <summary>The id of what says how the expression stands.</summary>
    [Parameter, EditorRequired]
    public required string DescribedBy { get; set; }

    /// <summary>The text to begin with; changes of it are not looked at.</summary>
    [Parameter]
    public string Initial { get; set; } = "";

    /// <summary>What the expression may speak of.</summary>
    [Parameter, EditorRequired]
    public required ExpressionScope Scope { get; set; }

    /// <summary>What the last text gives.</summary>
    [Parameter, EditorRequired]
    public required ExpressionPreview Preview { get; set; }

    /// <summary>The text is another.</summary>
    [Parameter]
    public EventCallback<string> OnTextChanged { get; set; }

    [Inject]
    public required IJSRuntime JS { get; init; }

    private bool IsOpen => _list.Items.Count > 0;

    private (string Before, string Wrong, string After) Marked => Preview.Mark(_text);

    /// <summary>What stands in the box, and where the caret is.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="caret">Characters before the caret.</param>
    /// <param name="isAsked">Whether the list was asked for, so that it opens without a word begun.</param>
    [JSInvokable]
    public async Task OnTyped(string text, int caret, bool isAsked)
    {
        ArgumentNullException.ThrowIfNull(text);
        var list = Completion.At(text, Math.Clamp(caret, 0, text.Length), Scope);
        var isWritten = list.Items.Count == 1 && text.AsSpan(list.Start, list.Length).SequenceEqual(list.Items[0].Insert);
        (_list, _active) = ((list.Length > 0 && !isWritten) || isAsked ? list : s_nothing, 0);
        if (text != _text)
        {
            _text = text;
            await OnTextChanged.InvokeAsync(text);
        }

        StateHasChanged();
    }

    /// <summary>A key that is for the list: an arrow, Enter or Escape.</summary>
    [JSInvokable]
    public async Task OnListKey(string key)
    {
        if (IsOpen)
        {
            switch (key)
            {
                case "ArrowDown" or "ArrowUp":
                    _active = (_active + (key == "ArrowDown" ? 1 : _list.Items.Count - 1)) % _list.Items.Count;
                    break;
                case "Enter":
                    await AcceptAsync(_active);
                    break;
                default:
                    Close();
                    break;
            }
        }

        StateHasChanged();
    }

    protected override void OnInitialized() => _text = Initial;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _module = await JS.InvokeAsync<IJSObjectReference>("import", ModulePath);
            if (!_isGone)
            {
                await _module.InvokeVoidAsync("attach", _input, _self);
            }
        }
        else if (IsOpen && _module is not null && !_isGone)
        {
            await _module.InvokeVoidAsync("reveal", _root);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _isGone = true;
        try
        {
            if (_module is not null)
            {
                await _module.InvokeVoidAsync("detach", _input);
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The tab is gone.
        }

        _self?.Dispose();
    }

    private async Task AcceptAsync(int place)
    {
        var (text, caret) = _list.Accept(_text, _list.Items[place]);
        var before = _text;
        (_list, _text) = (s_nothing, text);
        if (_module is not null)
        {
            await _module.InvokeVoidAsync("write", _input, before, text, caret);
        }

        await OnTextChanged.InvokeAsync(text);
    }

    private void Close() => _list = s_nothing;

    private string IdOf(int place) => $"{_listId}-{place}";
}
