using System.Numerics.Tensors;
using Segmentation.Core.Frame;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Exploring;

/// <summary>
/// The correlations of all pairs of columns that have a value in every row: one walk over the rows for all of them together. Sums are kept
/// per chunk and added in their order.
/// </summary>
internal static class CompleteCorrelations
{
    // So many rows of forty columns fill a third of a megabyte: they stay in the second cache while all pairs look at them.
    private const int BlockRows = 1024;

    /// <summary>Per pair (i, j), i before j, in the order of <see cref="AssociationMatrix.PlaceOf"/>; null where a column has no spread.</summary>
    public static double?[] Of(CodedColumn[] columns, RowMask rows, bool byRank, int threads, CancellationToken cancellationToken)
    {
        var scores = new double[]?[columns.Length];
        Chunks.Run(columns.Length, threads, place => scores[place] = Scores.Of(columns[place], rows, byRank), cancellationToken);
        var chunks = new Chunks(rows.Length);
        var sums = new double[chunks.Count][];
        Chunks.Run(chunks.Count, threads, chunk => sums[chunk] = SumChunk(columns, scores, rows, chunks.Start(chunk), chunks.End(chunk)), cancellationToken);
        return Correlations(scores, sums, rows.Count);
    }

    private static double?[] Correlations(double[]?[] scores, double[][] sums, int rows)
    {
        var found = new double?[scores.Length * (scores.Length - 1) / 2];
        for (var first = 0; first < scores.Length; first++)
        {
            for (var second = first + 1; second < scores.Length; second++)
            {
                var pair = AssociationMatrix.PlaceOf(first, second, scores.Length);
                var sum = 0.0;
                foreach (var ofChunk in sums)
                {
                    sum += ofChunk[pair];
                }

                found[pair] = scores[first] is null || scores[second] is null ? null : Math.Clamp(sum / rows, -1, 1);
            }
        }

        return found;
    }

    private static double[] SumChunk(CodedColumn[] columns, double[]?[] scores, RowMask rows, int start, int end)
    {
        var sums = new double[columns.Length * (columns.Length - 1) / 2];
        var block = new double[columns.Length * BlockRows];
        for (var first = start; first < end; first += BlockRows)
        {
            var count = 0;
            for (var place = 0; place < columns.Length; place++)
            {
                if (scores[place] is { } ofLevels)
                {
                    var visitor = new Gatherer(columns[place].Codes, ofLevels, block, place * BlockRows);
                    rows.ForEach(ref visitor, first, Math.Min(end, first + BlockRows));
                    count = visitor.Next - (place * BlockRows);
                }
            }

            AddProducts(block, count, columns.Length, sums);
        }

        return sums;
    }

    private static void AddProducts(double[] block, int count, int columns, double[] sums)
    {
        var pair = 0;
        for (var first = 0; first < columns; first++)
        {
            for (var second = first + 1; second < columns; second++)
            {
                sums[pair++] += TensorPrimitives.Dot<double>(block.AsSpan(first * BlockRows, count), block.AsSpan(second * BlockRows, count));
            }
        }
    }

    private struct Gatherer(int[] codes, double[] scores, double[] block, int next) : IRowVisitor
    {
        public int Next { get; private set; } = next;

        public void Visit(int row) => block[Next++] = scores[codes[row]];
    }
}
