using Segmentation.Core.Profiling;

namespace Segmentation.Dashboard.Figures;

/// <summary>One segment's size, ready to be drawn as a chip with a bar.</summary>
/// <param name="Number">Its number, and its colour.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Size">Customers, for people.</param>
/// <param name="Share">Share of the clustered customers, for people.</param>
/// <param name="Bar">Length of its bar against the largest segment's, 0 to 1.</param>
public sealed record SegmentSize(int Number, string Name, string Size, string Share, double Bar);

/// <summary>How many customers each segment holds.</summary>
/// <param name="Segments">Largest first.</param>
public sealed record SizesFigure(IReadOnlyList<SegmentSize> Segments)
{
    /// <summary>The sizes of <paramref name="profiles"/>.</summary>
    public static SizesFigure Of(IReadOnlyList<SegmentProfile> profiles)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        var largest = profiles.Max(profile => profile.Size);
        return new SizesFigure(profiles.Select(profile => new SegmentSize(
            profile.Number,
            profile.Name,
            NumberText.Count(profile.Size),
            NumberText.Share(profile.Share),
            (double)profile.Size / largest)).ToArray());
    }
}
