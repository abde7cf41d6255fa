namespace Segmentation.Core.Clustering.Identity;

/// <summary>
/// The linear assignment problem by the Hungarian method with shortest augmenting paths (Kuhn 1955; Jonker and Volgenant 1987):
/// O(rows squared x columns). Exact where the costs and their sums are whole numbers under 2^53.
/// </summary>
internal static class LinearAssignment
{
    /// <summary>The column of each row such that no column is taken twice and the costs together are least.</summary>
    /// <param name="costs">Finite, at least as many columns as rows.</param>
    public static int[] Minimise(double[,] costs)
    {
        var search = new Search(costs);
        for (var row = 0; row < costs.GetLength(0); row++)
        {
            search.Insert(row);
        }

        return search.ColumnOf();
    }

    /// <summary>Rows are let in one after the other; prices of rows and columns keep every reduced cost at 0 or above, and those of the
    /// pairs at 0.</summary>
    private sealed class Search(double[,] costs)
    {
        private const int Nobody = -1;

        private readonly double[] _rowPrices = new double[costs.GetLength(0)];
        private readonly double[] _columnPrices = new double[costs.GetLength(1)];
        private readonly int[] _rowOf = [.. Enumerable.Repeat(Nobody, costs.GetLength(1))];

        public int[] ColumnOf()
        {
            var columns = new int[_rowPrices.Length];
            for (var column = 0; column < _rowOf.Length; column++)
            {
                if (_rowOf[column] != Nobody)
                {
                    columns[_rowOf[column]] = column;
                }
            }

            return columns;
        }

        public void Insert(int row)
        {
            var path = new ShortestPath(_rowOf.Length);
            var free = path.Column;
            for (var from = row; from != Nobody; from = _rowOf[free])
            {
                Relax(path, from);
                free = path.Advance();
            }

            Reprice(path, row);
            Flip(path, free, row);
        }

        private void Relax(ShortestPath path, int row)
        {
            for (var column = 0; column < _rowOf.Length; column++)
            {
                var reduced = path.Length + (costs[row, column] - _rowPrices[row] - _columnPrices[column]);
                path.Offer(column, reduced);
            }
        }

        private void Reprice(ShortestPath path, int row)
        {
            _rowPrices[row] += path.Length;
            for (var column = 0; column < _rowOf.Length; column++)
            {
                if (path.Visited[column] && column != path.Column)
                {
                    _rowPrices[_rowOf[column]] += path.Length - path.Lengths[column];
                    _columnPrices[column] -= path.Length - path.Lengths[column];
                }
            }
        }

        /// <summary>Every column on the way takes over the row of the column before it.</summary>
        private void Flip(ShortestPath path, int column, int row)
        {
            for (var before = path.Before[column]; before != Nobody; (column, before) = (before, path.Before[before]))
            {
                _rowOf[column] = _rowOf[before];
            }

            _rowOf[column] = row;
        }
    }

    /// <summary>Dijkstra's lengths from the new row to each column, over pairs already made.</summary>
    private sealed class ShortestPath
    {
        public ShortestPath(int columns)
        {
            (Lengths, Before, Visited) = (new double[columns], new int[columns], new bool[columns]);
            Array.Fill(Lengths, double.PositiveInfinity);
        }

        public double[] Lengths { get; }

        public int[] Before { get; }

        public bool[] Visited { get; }

        /// <summary>The column reached last, -1 at the beginning.</summary>
        public int Column { get; private set; } = -1;

        /// <summary>Length of the way to it.</summary>
        public double Length { get; private set; }

        public void Offer(int column, double length)
        {
            if (!Visited[column] && length < Lengths[column])
            {
                (Lengths[column], Before[column]) = (length, Column);
            }
        }

        /// <summary>Goes to the nearest column not yet visited, ties to the lower number.</summary>
        public int Advance()
        {
            var nearest = -1;
            for (var column = 0; column < Lengths.Length; column++)
            {
                if (!Visited[column] && (nearest < 0 || Lengths[column] < Lengths[nearest]))
                {
                    nearest = column;
                }
            }

            (Column, Length) = (nearest, Lengths[nearest]);
            Visited[nearest] = true;
            return nearest;
        }
    }
}
