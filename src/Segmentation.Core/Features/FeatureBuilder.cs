using Segmentation.Core.Collections;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Features;

/// <summary>Turns cleaned columns into the matrix that is clustered.</summary>
public static class FeatureBuilder
{
    /// <summary>Builds one matrix column per number, and one or one per category of a chosen category.</summary>
    /// <param name="frame">Cleaned, so that chosen columns have no missing cells in <paramref name="rows"/> but those that are to be kept.
    /// Scaling is found from the cells that are there.</param>
    /// <param name="rows">The rows to be clustered.</param>
    /// <param name="choices">The columns, each at most once.</param>
    /// <param name="scaling">How numbers are made comparable. Indicators stay 0 and 1: two customers of different categories are then as
    /// far apart as two typical ones on a standardised number.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="UnusableDataException">No row or no usable column is left.</exception>
    public static FeatureSet Build(
        DataFrame frame,
        RowSelection rows,
        ValueList<FeatureChoice> choices,
        Scaling scaling,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(choices);
        if (rows.Count == 0)
        {
            throw new UnusableDataException(
                "Every row has been set aside. Widen the outlier threshold, choose 'only flag', or fill missing values instead of setting rows aside.");
        }

        if (frame.Rows == 1)
        {
            throw new UnusableDataException("The file has one row only. Segments need at least two rows that differ.");
        }

        var matrix = new MatrixBuilder(rows);
        foreach (var choice in choices)
        {
            cancellationToken.ThrowIfCancellationRequested();
            matrix.Add(frame[choice.Column], choice, scaling);
        }

        return matrix.Finish();
    }
}
