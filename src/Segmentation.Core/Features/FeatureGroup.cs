using Segmentation.Core.Frame;

namespace Segmentation.Core.Features;

/// <summary>The matrix columns that one column of the frame became: one of a number, one per category of a category.</summary>
/// <param name="Column">The frame's column.</param>
/// <param name="Start">Place of the first in the matrix.</param>
/// <param name="Columns">How each was made.</param>
public sealed record FeatureGroup(string Column, int Start, IReadOnlyList<FeatureColumn> Columns)
{
    /// <summary>True when its values are categories.</summary>
    public bool IsCategory => !Columns[0].IsNumber;

    /// <summary>The categories that have an indicator, or a number, of their own, and last the one that stands for all other indicators, if it
    /// is there.</summary>
    public IEnumerable<string> Categories => Columns[0].Encoding is { } encoding
        ? encoding.Values.Keys
        : Columns.Select(column => column.Category!);

    /// <summary>The groups of a matrix's columns, in their order; those of one frame's column stand side by side.</summary>
    public static IReadOnlyList<FeatureGroup> Of(IReadOnlyList<FeatureColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return [.. columns.Index().GroupBy(entry => entry.Item.Column)
            .Select(group => new FeatureGroup(group.Key, group.First().Index, [.. group.Select(entry => entry.Item)]))];
    }

    /// <summary>The cell of a frame.</summary>
    public FeatureValue ValueIn(DataFrame frame, int row)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return frame[Column] is NumberColumn numbers ? FeatureValue.Of(numbers[row]) : FeatureValue.Of(((TextColumn)frame[Column])[row]);
    }

    /// <summary>
    /// Writes a value into its cells of a matrix row, scaled and weighted as the matrix is. A category without an indicator is one of the
    /// others where these share one, and else has none. Missing cells become NaN.
    /// </summary>
    /// <exception cref="ArgumentException">A number is given for a category, or the other way round.</exception>
    public void Encode(FeatureValue value, Span<double> row)
    {
        if (!value.IsMissing && (value.Category is not null) != IsCategory)
        {
            throw new ArgumentException($"'{Column}' takes {(IsCategory ? "a category" : "a number")}, not '{value}'.", nameof(value));
        }

        if (value.IsMissing)
        {
            row.Slice(Start, Columns.Count).Fill(double.NaN);
        }
        else if (value.Number is { } number)
        {
            row[Start] = Columns[0].ToFeature(number);
        }
        else if (Columns[0].Encoding is { } encoding)
        {
            row[Start] = Columns[0].ToFeature(encoding.ValueOf(value.Category!));
        }
        else
        {
            row.Slice(Start, Columns.Count).Clear();
            if (IndexOf(value.Category!) is >= 0 and var place)
            {
                row[Start + place] = Math.Sqrt(Columns[place].Weight);
            }
        }
    }

    /// <summary>The place of a category's indicator within the group; -1 when it has none.</summary>
    public int IndexOf(string category)
    {
        for (var place = 0; place < Columns.Count; place++)
        {
            if (Columns[place].Category == category)
            {
                return place;
            }
        }

        return Columns[^1].Category == FeatureColumn.OtherCategories ? Columns.Count - 1 : -1;
    }
}
