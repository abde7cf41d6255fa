using Segmentation.Core.Collections;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Pipeline;

namespace Segmentation.Dashboard.Session;

/// <summary>What a tab shows at one moment. Immutable; a page never sees half of a change.</summary>
public sealed record SessionState
{
    /// <summary>Where the data on the screen comes from.</summary>
    public DataSource Source { get; init; } = DataSource.Sample;

    /// <summary>The choices that the controls show; ahead of <see cref="Snapshot"/> while a run is under way.</summary>
    public SegmentationRecipe Recipe { get; init; } = SegmentationRecipe.Default;

    /// <summary>The last picture that was finished; null before the first.</summary>
    public SegmentationSnapshot? Snapshot { get; init; }

    /// <summary>What became of segments with the last change, a sentence each; empty when all simply stayed.</summary>
    public ValueList<string> Changes { get; init; } = [];

    /// <summary>How far the segments can be trusted; null until something is known.</summary>
    public Trust? Trust { get; init; }

    /// <summary>Which choices matter; null until somebody asks.</summary>
    public SensitivityState? Sensitivity { get; init; }

    /// <summary>The view of the map that somebody asked for; null for the components.</summary>
    public MapView? View { get; init; }

    /// <summary>Which few columns would do; null until somebody asks.</summary>
    public FewestState? Fewest { get; init; }

    /// <summary>What is being done, for people; null when the picture is up to date.</summary>
    public string? Activity { get; init; }

    /// <summary>Why the choices cannot be shown; the picture on the screen is then the last that could.</summary>
    public string? Problem { get; init; }

    /// <summary>The file that was read and could not be segmented as it is, while the picture of another is on the screen; null when there is none.</summary>
    public RefusedFile? Refused { get; init; }

    /// <summary>How long the last run took.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Whether there is a step to take back.</summary>
    public bool CanUndo { get; init; }

    /// <summary>Whether there is a step to take again.</summary>
    public bool CanRedo { get; init; }

    /// <summary>Rows of the file that a lasso holds, ascending; null when nothing is selected.</summary>
    public IReadOnlyList<int>? SelectedRows { get; init; }

    /// <summary>Whether a run is under way.</summary>
    public bool IsRunning => Activity is not null;
}

/// <summary>A file that could be read but not segmented: another sheet, separator or header may mend it.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Data">What was read.</param>
/// <param name="Recipe">The choices it was opened with.</param>
public sealed record RefusedFile(DataSource Source, Dataset Data, SegmentationRecipe Recipe);
