using Segmentation.Core.Frame;

namespace Segmentation.Core.Exploring;

/// <summary>Measures the association of one pair of columns, by the rows that have a value in both.</summary>
internal static class PairMeasures
{
    public static Association Of(CodedFrame frame, ColumnOverview first, ColumnOverview second, RowMask rows, bool byRank)
    {
        var (left, right) = (frame[first.Column], frame[second.Column]);
        var present = rows.Without(left.Column.Missing).Without(right.Column.Missing);
        return (left.HasOrder, right.HasOrder) switch
        {
            (true, true) => new Association(first.Column, second.Column, MeasureOf(byRank), Correlation(left, right, present, byRank), present.Count),
            (false, false) => new Association(
                first.Column, second.Column, AssociationMeasure.CramersV, CrossTable.Of(frame, first.Axis, second.Axis, present).CramersV, present.Count),
            (true, false) => new Association(
                first.Column, second.Column, AssociationMeasure.CorrelationRatio, Ratio(left, right, second.Axis, present), present.Count),
            _ => new Association(
                first.Column, second.Column, AssociationMeasure.CorrelationRatio, Ratio(right, left, first.Axis, present), present.Count),
        };
    }

    public static AssociationMeasure MeasureOf(bool byRank) => byRank ? AssociationMeasure.Spearman : AssociationMeasure.Pearson;

    /// <summary>Of the present rows alone: their ranks are counted anew, as pandas and R do it for each pair.</summary>
    private static double? Correlation(CodedColumn left, CodedColumn right, RowMask present, bool byRank)
    {
        if (ScoresOf(left, present, byRank) is not { } lefts || ScoresOf(right, present, byRank) is not { } rights)
        {
            return null;
        }

        var visitor = new Products(left.Codes, lefts, right.Codes, rights);
        present.ForEach(ref visitor, 0, present.Length);
        return Math.Clamp(visitor.Sum / present.Count, -1, 1);
    }

    private static double? Ratio(CodedColumn numbers, CodedColumn categories, ColumnAxis axis, RowMask present)
    {
        if (ScoresOf(numbers, present, byRank: false) is not { } scores)
        {
            return null;
        }

        var (sums, counts) = (new double[axis.Slots.Count], new int[axis.Slots.Count]);
        var visitor = new Sums(numbers.Codes, scores, categories.Codes, axis.SlotsOfLevels(categories), sums, counts);
        present.ForEach(ref visitor, 0, present.Length);
        if (counts.Count(count => count > 0) < 2)
        {
            return null;
        }

        // Scores have mean 0 and variance 1: the sum of squares between the categories is a share already.
        var between = sums.Zip(counts, (sum, count) => count == 0 ? 0 : sum * sum / count).Sum();
        return Math.Sqrt(Math.Clamp(between / present.Count, 0, 1));
    }

    private static double[]? ScoresOf(CodedColumn column, RowMask rows, bool byRank) => LevelScores.Of(column.Levels, column.Count(rows), byRank);

    private struct Products(int[] left, double[] lefts, int[] right, double[] rights) : IRowVisitor
    {
        public double Sum { get; private set; }

        public void Visit(int row) => Sum += lefts[left[row]] * rights[right[row]];
    }

    private readonly struct Sums(int[] numbers, double[] scores, int[] categories, byte[] slots, double[] sums, int[] counts) : IRowVisitor
    {
        public void Visit(int row)
        {
            var slot = slots[categories[row]];
            sums[slot] += scores[numbers[row]];
            counts[slot]++;
        }
    }
}
