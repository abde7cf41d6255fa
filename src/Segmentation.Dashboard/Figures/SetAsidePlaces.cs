using Segmentation.Core.Cleaning;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Numerics;

namespace Segmentation.Dashboard.Figures;

/// <summary>Puts customers that are set aside where the clustering would have seen them.</summary>
internal static class SetAsidePlaces
{
    /// <summary>At most <paramref name="count"/> rows set aside that have a value in every feature, evenly over the file, and their features.</summary>
    public static (int[] Rows, FeatureMatrix Matrix) Find(FeatureSet features, CleaningResult cleaning, int count)
    {
        var columns = features.Columns.Select(column => cleaning.Frame[column.Column]).ToArray();
        var candidates = Enumerable.Range(0, cleaning.SetAside.Count == 0 ? 0 : cleaning.Frame.Rows)
            .Where(row => cleaning.SetAside.ReasonOf(row) is not null && Array.TrueForAll(columns, column => !column.Missing[row]))
            .ToArray();
        int[] rows = candidates.Length <= count
            ? candidates
            : [.. Enumerable.Range(0, count).Select(i => candidates[(int)((long)i * candidates.Length / count)])];
        var cells = new double[rows.Length * columns.Length];
        for (var place = 0; place < columns.Length; place++)
        {
            var feature = features.Columns[place];
            for (var i = 0; i < rows.Length; i++)
            {
                cells[(place * rows.Length) + i] = columns[place] is NumberColumn numbers
                    ? feature.ToFeature(numbers[rows[i]])
                    : OfCategory(feature, features.Columns, ((TextColumn)columns[place])[rows[i]]!);
            }
        }

        return (rows, new FeatureMatrix(rows.Length, columns.Length, cells));
    }

    private static double OfCategory(FeatureColumn feature, IReadOnlyList<FeatureColumn> all, string category) =>
        feature.Encoding is { } encoding ? feature.ToFeature(encoding.ValueOf(category)) : Indicator(feature, all, category);

    private static double Indicator(FeatureColumn feature, IReadOnlyList<FeatureColumn> all, string category)
    {
        var isMember = feature.Category == category
            || (feature.Category == FeatureColumn.OtherCategories && !all.Any(other => other.Column == feature.Column && other.Category == category));
        return isMember ? Math.Sqrt(feature.Weight) : 0;
    }
}
