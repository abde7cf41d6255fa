namespace Segmentation.Core.Exploring;

/// <summary>Associations from what a <see cref="PairWalk"/> has summed.</summary>
internal sealed class PairSums(PairColumns columns, PairWalk walk, bool byRank)
{
    // Scores have variance 1. Rows whose variance is so small a part of it are alike but for rounding, or need a closer look.
    private const double LeastVariance = 1e-9;

    /// <summary>The association of two columns by their places; null where the sums do not tell.</summary>
    public Association? Find(int first, int second)
    {
        var (left, right) = (columns.Coded[first], columns.Coded[second]);
        var (measure, value, rows) = (left.HasOrder, right.HasOrder) switch
        {
            (true, true) => Correlation(first, second),
            (false, false) => CramersV(first, second),
            (true, false) => Ratio(first, second),
            _ => Ratio(second, first),
        };
        return rows < 0 ? null : new Association(left.Column.Name, right.Column.Name, measure, value, rows);
    }

    private (AssociationMeasure Measure, double? Value, int Rows) Correlation(int first, int second)
    {
        var (measure, hasGaps) = (PairMeasures.MeasureOf(byRank), columns.HasGaps[first] || columns.HasGaps[second]);
        var pair = AssociationMatrix.PlaceOf(Array.IndexOf(columns.Numbers, first), Array.IndexOf(columns.Numbers, second), columns.Numbers.Length);
        var sums = walk.Products.AsSpan(pair * PairWalk.NumberSums, PairWalk.NumberSums);
        var rows = sums[0];
        if (!hasGaps)
        {
            var hasSpread = Array.Exists(columns.Ranks[first], score => score != 0) && Array.Exists(columns.Ranks[second], score => score != 0);
            return (measure, hasSpread ? Math.Clamp(sums[5] / rows, -1, 1) : null, (int)rows);
        }

        var left = sums[3] - (sums[1] * sums[1] / rows);
        var right = sums[4] - (sums[2] * sums[2] / rows);
        var isClear = left > rows * LeastVariance && right > rows * LeastVariance;
        return byRank || !isClear
            ? (measure, null, -1)
            : (measure, Math.Clamp((sums[5] - (sums[1] * sums[2] / rows)) / Math.Sqrt(left * right), -1, 1), (int)rows);
    }

    private (AssociationMeasure Measure, double? Value, int Rows) Ratio(int number, int category)
    {
        var (numbers, categories) = (Array.IndexOf(columns.Numbers, number), Array.IndexOf(columns.Categories, category));
        var sums = walk.Ratios[(numbers * columns.Categories.Length) + categories];
        var (rows, total, squares, between) = (0.0, 0.0, 0.0, 0.0);
        for (var slot = 0; slot < walk.WidthOf(categories); slot++)
        {
            var (count, sum) = (sums[slot * PairWalk.SlotSums], sums[(slot * PairWalk.SlotSums) + 1]);
            (rows, total, squares) = (rows + count, total + sum, squares + sums[(slot * PairWalk.SlotSums) + 2]);
            between += count > 0 ? sum * sum / count : 0;
        }

        var spread = squares - (total * total / rows);
        var isClear = spread > rows * LeastVariance && rows > 1 && Occupied(sums) > 1;
        return isClear
            ? (AssociationMeasure.CorrelationRatio, Math.Sqrt(Math.Clamp((between - (total * total / rows)) / spread, 0, 1)), (int)rows)
            : (AssociationMeasure.CorrelationRatio, null, -1);
    }

    private static int Occupied(double[] sums) =>
        Enumerable.Range(0, (sums.Length / PairWalk.SlotSums) - 1).Count(slot => sums[slot * PairWalk.SlotSums] > 0);

    private (AssociationMeasure Measure, double? Value, int Rows) CramersV(int first, int second)
    {
        var (left, right) = (Array.IndexOf(columns.Categories, first), Array.IndexOf(columns.Categories, second));
        var table = SlotTable.Of(
            columns.Axes[first], columns.Axes[second], walk.Tables[AssociationMatrix.PlaceOf(left, right, columns.Categories.Length)]);
        return (AssociationMeasure.CramersV, new CrossTable(table).CramersV, table.Total);
    }
}
