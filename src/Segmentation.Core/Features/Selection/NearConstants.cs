using Segmentation.Core.Frame;

namespace Segmentation.Core.Features.Selection;

/// <summary>A column in which almost every row has the same value.</summary>
/// <param name="Column">The column.</param>
/// <param name="Value">The value, as the file writes it.</param>
/// <param name="Share">Share of the rows with a value that have this one, 0 to 1.</param>
public sealed record NearConstant(string Column, string Value, double Share);

/// <summary>Finds chosen columns that hardly tell rows apart.</summary>
public static class NearConstants
{
    /// <summary>From this share of one value on a column is nearly constant.</summary>
    public const double Threshold = 0.95;

    /// <summary>The columns behind <paramref name="features"/> in which one value has <paramref name="threshold"/> of the rows or more, over a half.</summary>
    /// <param name="frame">The cleaned frame that the features were made from.</param>
    /// <param name="features">What is clustered.</param>
    /// <param name="threshold">The share, over 0.5.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static IReadOnlyList<NearConstant> Find(
        DataFrame frame, FeatureSet features, double threshold = Threshold, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(features);
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, 0.5);
        var found = new List<NearConstant>();
        foreach (var name in features.Columns.Select(column => column.Column).Distinct(StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (MajorityOf(frame[name], features.Rows) is { } majority && majority.Share >= threshold)
            {
                found.Add(new NearConstant(name, frame[name].Format(majority.Row), majority.Share));
            }
        }

        return found;
    }

    private static (int Row, double Share)? MajorityOf(DataColumn column, RowSelection rows) => column switch
    {
        NumberColumn numbers => MajorityOf(rows, row => numbers[row], row => numbers.Missing[row]),
        TextColumn texts => MajorityOf(rows, row => texts.Codes[row], row => texts.Missing[row]),
        _ => null,
    };

    // One pass finds the only value that may have more than half of the rows (Boyer and Moore 1991), a second one counts it.
    private static (int Row, double Share)? MajorityOf<T>(RowSelection rows, Func<int, T> valueOf, Func<int, bool> isMissing)
        where T : IEquatable<T>
    {
        var (candidate, lead) = (-1, 0);
        for (var i = 0; i < rows.Count; i++)
        {
            if (!isMissing(rows[i]))
            {
                candidate = lead == 0 ? rows[i] : candidate;
                lead += valueOf(rows[i]).Equals(valueOf(candidate)) ? 1 : -1;
            }
        }

        if (candidate < 0)
        {
            return null;
        }

        var (same, present) = (0, 0);
        for (var i = 0; i < rows.Count; i++)
        {
            if (!isMissing(rows[i]))
            {
                present++;
                same += valueOf(rows[i]).Equals(valueOf(candidate)) ? 1 : 0;
            }
        }

        return (candidate, (double)same / present);
    }
}
