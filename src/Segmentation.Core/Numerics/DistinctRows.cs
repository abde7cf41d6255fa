namespace Segmentation.Core.Numerics;

/// <summary>How many different rows a matrix has.</summary>
public static class DistinctRows
{
    /// <summary>Counts different rows, and stops as soon as <paramref name="limit"/> are found. -0 equals 0; rows of weight 0 do not
    /// count.</summary>
    public static int Count(FeatureMatrix matrix, int limit)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var seen = new HashSet<int>(new SameCells(matrix));
        for (var row = 0; row < matrix.Rows && seen.Count < limit; row++)
        {
            if (matrix.WeightOf(row) > 0)
            {
                seen.Add(row);
            }
        }

        return seen.Count;
    }

    private sealed class SameCells(FeatureMatrix matrix) : IEqualityComparer<int>
    {
        public bool Equals(int left, int right)
        {
            for (var column = 0; column < matrix.Columns; column++)
            {
                if (!matrix[left, column].Equals(matrix[right, column]))
                {
                    return false;
                }
            }

            return true;
        }

        public int GetHashCode(int row)
        {
            var hash = 0UL;
            for (var column = 0; column < matrix.Columns; column++)
            {
                // Adding zero turns -0 into 0, which has other bits.
                hash = (hash ^ BitConverter.DoubleToUInt64Bits(matrix[row, column] + 0.0)) * 0x9E3779B97F4A7C15;
                hash ^= hash >> 29;
            }

            return (int)(hash >> 32) ^ (int)hash;
        }
    }
}
