using Segmentation.Core.Features;
using Segmentation.Core.Features.Encodings;
using Segmentation.Core.Features.Transforms;
using Segmentation.Core.Frame;
using Segmentation.Core.Numerics;
using Segmentation.Core.Pipeline;

namespace Segmentation.Dashboard.Figures;

/// <summary>What is done to one feature: its values before and after.</summary>
/// <param name="Column">The column.</param>
/// <param name="IsNumber">Whether it holds numbers, else categories.</param>
/// <param name="Before">The values in the file.</param>
/// <param name="After">The values before scaling; of indicators how many rows have each.</param>
/// <param name="Words">What changed, in a sentence.</param>
/// <param name="Levels">Categories in the order that counts: of an ordinal encoding its order, else the most frequent first; a few dozen at most.</param>
public sealed record TransformFigure(
    string Column, bool IsNumber, HistogramFigure Before, HistogramFigure After, string Words, IReadOnlyList<string> Levels)
{
    /// <summary>Most categories that are listed.</summary>
    public const int MaxLevels = 40;

    // More rows than this change no bar by a pixel.
    private const int MaxRows = 20_000;
    private const int Bins = 20;

    /// <summary>One figure per feature that the picture uses, and of those left out what can be said.</summary>
    public static IReadOnlyList<TransformFigure> Of(SegmentationSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var features = snapshot.Features;
        int[] positions = features.Rows.Count <= MaxRows
            ? [.. Enumerable.Range(0, features.Rows.Count)]
            : RowSample.Draw(features.Rows.Count, MaxRows, seed: 1);
        return [.. features.Columns.Select(column => column.Column).Distinct(StringComparer.Ordinal)
            .Select(name => snapshot.Cleaning.Frame[name] is NumberColumn numbers
                ? OfNumber(numbers, features, positions)
                : OfCategory((TextColumn)snapshot.Cleaning.Frame[name], features, positions))];
    }

    private static TransformFigure OfNumber(NumberColumn column, FeatureSet features, int[] positions)
    {
        var transform = features.Columns.First(feature => feature.Column == column.Name).Transform;
        double[] before = [.. positions.Select(position => column[features.Rows[position]]).Where(value => !double.IsNaN(value))];
        var after = Array.ConvertAll(before, transform.Apply);
        return new TransformFigure(column.Name, true, Histogram(before, "before"), Histogram(after, "after"), Tell(transform, before, after), []);
    }

    private static string Tell(FittedTransform transform, double[] before, double[] after)
    {
        var (from, to) = (Skew(before), Skew(after));
        var skew = transform is NoTransform ? $"Skew {NumberText.Rounded(from)}" : $"Skew {NumberText.Rounded(from)}, then {NumberText.Rounded(to)}";
        return transform switch
        {
            // Of two values no transform makes more.
            NoTransform when from > 1 && before.Min() >= 0 && before.Distinct().Skip(2).Any() => $"{skew}: a long tail, which a logarithm would shorten.",
            YeoJohnson power => $"{skew}; power {NumberText.Rounded(power.Lambda)}.",
            QuantileBins bins => $"Cut at {string.Join(", ", bins.Edges.Skip(1).Take(Math.Min(5, bins.Count - 1)).Distinct().Select(NumberText.Rounded))}{(bins.Count > 6 ? ", …" : "")}.",
            _ => skew + ".",
        };
    }

    private static TransformFigure OfCategory(TextColumn column, FeatureSet features, int[] positions)
    {
        FeatureColumn[] own = [.. features.Columns.Where(feature => feature.Column == column.Name)];
        var levels = positions.Select(position => column[features.Rows[position]]).OfType<string>()
            .CountBy(level => level).OrderByDescending(level => level.Value).ThenBy(level => level.Key, StringComparer.Ordinal).ToArray();
        var before = HistogramFigure.OfCounts([.. levels.Take(MaxLevels).Select(level => level.Value)], $"{NumberText.Count(levels.Length, "category", "categories")} before");
        var encoding = own[0].Encoding;
        var after = encoding is null
            ? HistogramFigure.OfCounts([.. own.Select(feature => RowsWith(features, feature, positions))], $"{NumberText.Count(own.Length, "feature", "features")} after")
            : Histogram([.. levels.SelectMany(level => Enumerable.Repeat(encoding.ValueOf(level.Key), level.Value))], "after");
        return new TransformFigure(column.Name, false, before, after, Tell(levels.Length, own), [.. OrderOf(encoding, levels.Select(level => level.Key)).Take(MaxLevels)]);
    }

    private static IEnumerable<string> OrderOf(FittedEncoding? encoding, IEnumerable<string> levels) => encoding?.Kind == CategoryEncoding.Ordinal
        ? encoding.Values.OrderBy(pair => pair.Value).Select(pair => pair.Key)
        : levels;

    private static string Tell(int levels, FeatureColumn[] own)
    {
        var apart = own[0].Encoding is { } encoding ? encoding.Values.Count : own.Count(feature => feature.Category != FeatureColumn.OtherCategories);
        var pooled = levels > apart ? $" {NumberText.Count(levels - apart, "rare category is", "rare categories are")} taken together." : "";
        return own[0].Encoding is { Kind: var kind }
            ? $"{NumberText.Count(levels, "category becomes", "categories become")} one number, {(kind == CategoryEncoding.Ordinal ? "the place in an order" : "the share of rows")}.{pooled}"
            : $"{NumberText.Count(levels, "category becomes", "categories become")} {NumberText.Count(own.Length, "feature", "features")}.{pooled}";
    }

    private static int RowsWith(FeatureSet features, FeatureColumn feature, int[] positions)
    {
        var place = features.Columns.Index().First(entry => ReferenceEquals(entry.Item, feature)).Index;
        return positions.Count(position => features.Missing?[position, place] != true && features.Matrix[position, place] > 0);
    }

    private static HistogramFigure Histogram(double[] values, string when)
    {
        if (values.Length == 0)
        {
            return HistogramFigure.OfCounts([], "No values");
        }

        var (low, high) = (values.Min(), values.Max());
        var counts = new int[Bins];
        foreach (var value in values)
        {
            counts[high > low ? Math.Min(Bins - 1, (int)((value - low) / (high - low) * Bins)) : 0]++;
        }

        return HistogramFigure.OfCounts(counts, $"{NumberText.Rounded(low)} to {NumberText.Rounded(high)} {when}");
    }

    // The third standardised moment.
    private static double Skew(double[] values)
    {
        var mean = values.Average();
        var (squares, cubes) = (values.Average(value => Math.Pow(value - mean, 2)), values.Average(value => Math.Pow(value - mean, 3)));
        return squares > 0 ? cubes / Math.Pow(squares, 1.5) : 0;
    }
}
