using System.Globalization;
using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Profiling;

namespace Segmentation.Core.Pipeline;

/// <summary>
/// Gives segments the names and notes that people gave them. A label is pinned to a row (<see cref="SegmentLabel"/>), so that the recipe
/// alone says which segment it is about, whatever the segments are numbered and however they came about.
/// </summary>
public static class SegmentLabels
{
    // FNV-1a, 64 bits.
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The recipe in which a segment is called <paramref name="name"/>; without a name it is called by its traits again.</summary>
    /// <param name="recipe">The choices so far.</param>
    /// <param name="snapshot">The picture in which the segment was named.</param>
    /// <param name="segment">Its number.</param>
    /// <param name="name">What a person typed: cut to <see cref="SegmentLabel.MaxName"/> characters, on one line.</param>
    /// <exception cref="UnusableDataException">So many segments have been named that no more names are kept.</exception>
    public static SegmentationRecipe WithName(SegmentationRecipe recipe, SegmentationSnapshot snapshot, int segment, string? name) =>
        With(recipe, snapshot, segment, label => label.WithName(name));

    /// <summary>The recipe in which a segment has a note; an empty one takes it away.</summary>
    /// <param name="recipe">The choices so far.</param>
    /// <param name="snapshot">The picture in which it was noted.</param>
    /// <param name="segment">Its number.</param>
    /// <param name="note">What a person typed: cut to <see cref="SegmentLabel.MaxNote"/> characters.</param>
    /// <exception cref="UnusableDataException">So many segments have notes that no more are kept.</exception>
    public static SegmentationRecipe WithNote(SegmentationRecipe recipe, SegmentationSnapshot snapshot, int segment, string? note) =>
        With(recipe, snapshot, segment, label => label.WithNote(note));

    /// <summary>
    /// The profiles under the names that people gave. A label belongs to the segment that its row is in; the first of several there counts,
    /// and one whose row is set aside, in no segment, or another than it was counts nowhere. An automatic name that a person
    /// gave to another segment gets a number.
    /// </summary>
    internal static IReadOnlyList<SegmentProfile> Apply(
        IReadOnlyList<SegmentProfile> profiles, ValueList<SegmentLabel> labels, DataFrame file, FeatureSet features, ClusterQuality quality)
    {
        if (labels.Count == 0)
        {
            return profiles;
        }

        var own = new SegmentLabel?[profiles.Count];
        foreach (var label in labels)
        {
            if (ClusterOf(label, file, features, quality.Clustering) is { } cluster)
            {
                own[cluster] ??= label;
            }
        }

        var given = own.Where(label => label?.Name is not null).Select(label => label!.Name!);
        var automatic = SegmentNames.Unique([.. profiles.Select(profile => profile.Name)], given);
        return [.. profiles.Select((profile, cluster) => profile with { Label = own[cluster], Name = own[cluster]?.Name ?? automatic[cluster] })];
    }

    private static SegmentationRecipe With(SegmentationRecipe recipe, SegmentationSnapshot snapshot, int segment, Func<SegmentLabel, SegmentLabel> change)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(snapshot);
        if (segment == SegmentProfile.Unassigned)
        {
            throw new ArgumentOutOfRangeException(nameof(segment), segment, "The unassigned are no segment.");
        }

        var known = snapshot.ProfileOf(segment).Label;
        var label = change(known ?? Pin(snapshot, segment));
        var kept = recipe.Profiling.Labels.Where(other => other != known);
        // A label that is changed keeps its place, for where two are about one segment the first counts.
        ValueList<SegmentLabel> labels = known is not null && recipe.Profiling.Labels.Contains(known) && !label.IsEmpty
            ? [.. recipe.Profiling.Labels.Select(other => other == known ? label : other)]
            : label.IsEmpty ? [.. kept] : [.. kept, label];
        return labels.Count <= ProfilingOptions.MaxLabels
            ? recipe with { Profiling = recipe.Profiling with { Labels = labels } }
            : throw new UnusableDataException($"{ProfilingOptions.MaxLabels} segments have names already, also of other numbers of segments. Take one back first.");
    }

    private static SegmentLabel Pin(SegmentationSnapshot snapshot, int segment)
    {
        var cluster = Enumerable.Range(0, snapshot.SegmentCount).First(place => snapshot.Numbers[place] == segment);
        var row = Personas.Of(snapshot.Features, snapshot.Quality.Clustering)[cluster].Nearest!.Value;
        return new SegmentLabel(row, CheckOf(snapshot.Data.Frame, row));
    }

    private static int? ClusterOf(SegmentLabel label, DataFrame file, FeatureSet features, ClusteringResult clustering) =>
        label.Row < file.Rows && features.Rows.PositionOf(label.Row) is >= 0 and var position
        && clustering.Labels[position] is not ClusteringResult.Unassigned and var cluster && CheckOf(file, label.Row) == label.Check
            ? cluster
            : null;

    private static string CheckOf(DataFrame file, int row)
    {
        var sum = Basis;
        foreach (var character in string.Join('\u001F', file.Columns.Select(column => column.Format(row))))
        {
            sum = unchecked((sum ^ character) * Prime);
        }

        return sum.ToString("x16", CultureInfo.InvariantCulture);
    }
}
