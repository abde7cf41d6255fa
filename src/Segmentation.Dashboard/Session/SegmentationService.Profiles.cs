using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Profiling;
using Segmentation.Core.Profiling.Actions;

namespace Segmentation.Dashboard.Session;

/// <summary>What pages ask about the segments that stand: all that the file says about them, and what a person calls them.</summary>
public sealed partial class SegmentationService
{
    private (FeatureSet Features, ClusterQuality Quality, ValueMap<ColumnMeaning> Meanings, SegmentEvidence Evidence)? _described;
    private CancellationTokenSource _describing = new();

    /// <summary>All that the file says about the segments of a picture; null when a newer question came in between. Known ones come at once.</summary>
    public async Task<SegmentEvidence?> DescribeAsync(SegmentationSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var (features, quality, meanings) = (snapshot.Features, snapshot.Quality, snapshot.Recipe.Profiling.Meanings);
        if (_described is { } known && ReferenceEquals(known.Features, features) && ReferenceEquals(known.Quality, quality) && known.Meanings == meanings)
        {
            return known.Evidence;
        }

        if (_isDisposed)
        {
            return null;
        }

        var found = await AskAsync(snapshot, token => snapshot.FindEvidence(pipeline.Threads, token), Supersede(ref _describing));
        _described = found is null ? _described : (features, quality, meanings, found);
        return found;
    }

    /// <summary>How a column's values lie in each segment of a picture; null when that cannot be said.</summary>
    public Task<ColumnSpread?> SpreadAsync(SegmentationSnapshot snapshot, string column)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return AskAsync(
            snapshot,
            token => ColumnSpread.Of(snapshot.Cleaning.Frame[column], snapshot.Features, snapshot.Quality, pipeline.Threads, token),
            CancellationToken.None);
    }

    /// <summary>Calls a segment by a person's words; empty ones give it back to its traits.</summary>
    public Task NameAsync(int segment, string? name) => LabelAsync((recipe, snapshot) => SegmentLabels.WithName(recipe, snapshot, segment, name));

    /// <summary>Keeps a person's note on a segment; an empty one takes it away.</summary>
    public Task NoteAsync(int segment, string? note) => LabelAsync((recipe, snapshot) => SegmentLabels.WithNote(recipe, snapshot, segment, note));

    // A control may move while the most typical customer is looked for: then the label is put into the newer recipe.
    private async Task LabelAsync(Func<SegmentationRecipe, SegmentationSnapshot, SegmentationRecipe> change)
    {
        try
        {
            while (Current.Snapshot is { } snapshot)
            {
                var before = Current.Recipe;
                var after = await gate.RunAsync(() => change(before, snapshot), CancellationToken.None);
                if (before == Current.Recipe && ReferenceEquals(snapshot.Quality, Current.Snapshot?.Quality))
                {
                    await ApplyAsync(after);
                    return;
                }
            }
        }
        catch (UnusableDataException problem)
        {
            await ReportProblemAsync(problem.Message);
        }
        catch (ArgumentOutOfRangeException)
        {
            // The segment has gone while its name was typed.
        }
    }

    private async Task<T?> AskAsync<T>(SegmentationSnapshot snapshot, Func<CancellationToken, T> ask, CancellationToken token)
        where T : class
    {
        try
        {
            return await gate.RunAsync(() => ask(token), token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception failure)
        {
            LogFailure(failure, snapshot.Data.Name);
            return null;
        }
    }
}
