using System.Globalization;
using Segmentation.Core.Frame;
using Segmentation.Core.Profiling.Explanation;

namespace Segmentation.Core.Pipeline;

/// <summary>Finds and explains customers of a snapshot.</summary>
public static class SegmentExplanations
{
    /// <summary>Somebody who explains rows by their place in the matrix, and imagined ones. Looks at every cell once.</summary>
    public static SegmentExplainer Explainer(this SegmentationSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return new SegmentExplainer(snapshot.Cleaning.Frame, snapshot.Features, snapshot.Quality.Clustering, snapshot.Profiles);
    }

    /// <summary>Why a row of the file belongs to its segment; null when it is set aside.</summary>
    public static SegmentExplanation? Explain(this SegmentExplainer explainer, SegmentationSnapshot snapshot, int row)
    {
        ArgumentNullException.ThrowIfNull(explainer);
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Features.Rows.PositionOf(row) is >= 0 and var position ? explainer.Explain(position) : null;
    }

    /// <summary>
    /// The rows of the file that go by a name: those whose identifier is written like it, or is the same number; without an identifier the
    /// row of that number, counted from 1.
    /// </summary>
    public static IReadOnlyList<int> FindRows(this SegmentationSnapshot snapshot, string name)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(name);
        var wanted = name.Trim();
        var number = double.TryParse(wanted, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) ? parsed : double.NaN;
        if (IdentifierOf(snapshot) is not { } identifier)
        {
            return number >= 1 && number <= snapshot.Data.Frame.Rows && double.IsInteger(number) ? [(int)number - 1] : [];
        }

        // Formatting costs more than a comparison of numbers, and a file may have millions of rows.
        return [.. Enumerable.Range(0, identifier.Length).Where(row => identifier is NumberColumn numbers && !double.IsNaN(number)
            ? numbers[row] == number
            : !identifier.Missing[row] && identifier.Format(row).Trim().Equals(wanted, StringComparison.Ordinal))];
    }

    /// <summary>What a row goes by: its identifier, else its number in the file, counted from 1.</summary>
    public static string NameOf(this SegmentationSnapshot snapshot, int row)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return IdentifierOf(snapshot) is { } identifier && !identifier.Missing[row]
            ? identifier.Format(row)
            : (row + 1).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A row as a sentence begins with it: <c>Customer 17</c>, or <c>Row 17</c> where the file names nobody.</summary>
    public static string CallByName(this SegmentationSnapshot snapshot, int row)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var noun = IdentifierOf(snapshot)?.Missing[row] == false ? snapshot.Noun : RowNoun.Row;
        return $"{char.ToUpperInvariant(noun.One[0])}{noun.One[1..]} {snapshot.NameOf(row)}";
    }

    private static DataColumn? IdentifierOf(SegmentationSnapshot snapshot) =>
        snapshot.Schema.Identifier is { } name && snapshot.Data.Frame.TryGetColumn(name, out var column) ? column : null;
}
