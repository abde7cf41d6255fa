using Segmentation.Core.Features;
using Segmentation.Core.Features.Encodings;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Profiling;

/// <summary>
/// A feature as people know it: a number comes from the frame, free of transform and scaling, that of an encoded category from its
/// encoding; an indicator, which is 0 or the root of its weight in the matrix, is 0 or 1.
/// </summary>
internal sealed class FeatureInOwnUnit(int place, DataFrame frame, FeatureSet features)
{
    private readonly double[]? _ofCode = features.Columns[place] is { Encoding: { } encoding } column
        ? encoding.OfCodes((TextColumn)frame[column.Column])
        : null;

    /// <summary>What it is called.</summary>
    public string Name => features.Columns[place].Name;

    /// <summary>Its values in some rows of the matrix; NaN where a cell was kept missing.</summary>
    public double[] Values(int start, int end)
    {
        var values = new double[end - start];
        if (features.Columns[place].IsIndicator)
        {
            CopyIndicators(start, values);
        }
        else if (_ofCode is not null)
        {
            FittedEncoding.Read((TextColumn)frame[features.Columns[place].Column], _ofCode, features.Rows, start, values);
        }
        else
        {
            CopyNumbers(((NumberColumn)frame[features.Columns[place].Column]).Values, start, values);
        }

        return values;
    }

    private void CopyNumbers(ReadOnlySpan<double> numbers, int start, Span<double> values)
    {
        if (features.Rows.IsAll)
        {
            numbers.Slice(start, values.Length).CopyTo(values);
            return;
        }

        for (var i = 0; i < values.Length; i++)
        {
            values[i] = numbers[features.Rows[start + i]];
        }
    }

    private void CopyIndicators(int start, Span<double> values)
    {
        var indicators = features.Matrix.Column(place).Slice(start, values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = features.Missing?[start + i, place] == true ? double.NaN : indicators[i] > 0 ? 1 : 0;
        }
    }
}
