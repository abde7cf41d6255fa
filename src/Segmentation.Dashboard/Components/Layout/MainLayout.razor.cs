using Microsoft.AspNetCore.Components;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Components.Controls;
using Segmentation.Dashboard.Configuration;
using Segmentation.Dashboard.Exports;
using Segmentation.Dashboard.Session;
using Segmentation.Dashboard.Uploads;

namespace Segmentation.Dashboard.Components.Layout;

/// <summary>The shell around every page: what is open, where one can go, and what is on screen. Hands the session's state down.</summary>
public sealed partial class MainLayout : LayoutComponentBase, IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private ElementReference _page;
    private ExportDialog? _export;
    private TopBar? _topBar;
    private bool _isReporting;
    private IDisposable? _subscription;
    private (DataSource Source, SegmentationRecipe Recipe)? _addressed;
    private string? _query;

    [Inject]
    public required SegmentationService Session { get; init; }

    [Inject]
    public required UploadStore Uploads { get; init; }

    [Inject]
    public required StartupFile StartupFile { get; init; }

    [Inject]
    public required ExportTickets Tickets { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private SessionState State => Session.Current;

    private RowNoun Noun => State.Snapshot?.Noun ?? RowNoun.Customer;

    private TopBarView TopBar => new(
        State.Snapshot?.Data.Name,
        State.Snapshot?.Data.Frame.Rows ?? 0,
        State.Snapshot?.Cleaning.SetAside.Count ?? 0,
        State.CanUndo,
        State.CanRedo,
        CanExport: State.Snapshot is { IsPreview: false }) { Noun = Noun, IsReporting = _isReporting };

    private StatusView Status => State.Snapshot is { } snapshot
        ? new StatusView(RecipeWords.Precision(snapshot, State.Activity), State.IsRunning ? null : State.Elapsed, RecipeWords.Of(snapshot), snapshot.Data.Issues.Count, State.IsRunning)
        : new StatusView(State.Activity ?? "", null, "", IsRunning: State.IsRunning);

    private IReadOnlyList<RailItem> Places => State.Snapshot?.Data.Issues.Count > 0
        ? RailItem.WithAttention("Data", "The file has something to look at")
        : RailItem.All;

    protected override async Task OnInitializedAsync()
    {
        _subscription = Session.OnChanged(() => InvokeAsync(Refresh));
        var link = Permalink.Parse(Navigation.Uri);
        var source = SourceOf(link.DataId);
        await Session.OpenAsync(source ?? DataSource.Sample, source is null ? SegmentationRecipe.Default : link.Recipe);
        if (Session.Current is { Snapshot: null, Problem: not null })
        {
            // The address asks for what cannot be shown: the sample stands in, and the reason stays on screen.
            var (problem, refused) = (Session.Current.Problem, Session.Current.Refused);
            await Session.OpenAsync(DataSource.Sample, SegmentationRecipe.Default);
            await Session.ReportProblemAsync(problem, refused);
        }

        if (link.Problem is not null || source is null)
        {
            await Session.ReportProblemAsync(link.Problem ?? "The file of this address is no longer on the server. Send it again; the sample is shown meanwhile.");
        }
    }

    public void Dispose()
    {
        _subscription?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }

    private DataSource? SourceOf(string? id) => id switch
    {
        null or DataSource.StartupId when StartupFile.Path is { } path => new DataSource(DataSource.StartupId, Path.GetFileName(path), path),
        null or DataSource.SampleId => DataSource.Sample,
        _ => Uploads.Find(id) is { } upload ? new DataSource(upload.Id, upload.Name, upload.Path) : null,
    };

    private void Refresh()
    {
        if (State.Snapshot is { } snapshot && !State.IsRunning && _addressed != (State.Source, snapshot.Recipe))
        {
            _addressed = (State.Source, snapshot.Recipe);
            _query = Permalink.QueryOf(State.Source, snapshot.Recipe);
        }

        StateHasChanged();
    }

    private void ShowExport()
    {
        if (State.Snapshot is { } snapshot)
        {
            _export!.Show(snapshot, State.SelectedRows is { } rows ? new ExportRows("Only the selection", rows) : null);
        }
    }

    // The picture of this moment, even if a control moves while it is written.
    private async Task SendReportAsync()
    {
        if (State.Snapshot is not { } snapshot || _isReporting)
        {
            return;
        }

        _isReporting = true;
        try
        {
            var report = await Session.MakeReportAsync(snapshot, _gone.Token);
            var id = Tickets.Issue(new ExportTicket(snapshot, new ExportOptions()) { Report = report });
            await _topBar!.DownloadAsync($"{ExportEndpoint.Path[1..]}/{id}");
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The tab is gone.
        }
        catch (IOException)
        {
            await Session.ReportProblemAsync("The report was not written: the file is no longer on the server. Send it again.");
        }
        finally
        {
            _isReporting = false;
        }
    }

    private void ShowIssues() => Navigation.NavigateTo("data#issues");

    // The address bar holds the recipe, so this is no link, which would write its own fragment into it.
    private async Task FocusPageAsync() => await _page.FocusAsync();
}
