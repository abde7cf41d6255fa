using System.Globalization;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Clustering;

/// <summary>Feature matrices for tests: written out, generated, or read from a shared file.</summary>
internal static class Matrices
{
    public static FeatureMatrix Of(double[][] rows, double[]? weights = null)
    {
        var columns = rows.Length == 0 ? 0 : rows[0].Length;
        var cells = new double[rows.Length * columns];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = rows[i % rows.Length][i / rows.Length];
        }

        return new FeatureMatrix(rows.Length, columns, cells, weights);
    }

    public static FeatureMatrix OneColumn(params double[] cells) => new(cells.Length, 1, cells);

    /// <summary>Round normal clouds of spread 1 whose centres lie in a cube of the given side.</summary>
    public static FeatureMatrix Clouds(int rows, int columns, int clouds, double side = 20, int seed = 7, bool weighted = false)
    {
        var random = new SeededRandom(seed);
        var centres = new double[clouds * columns];
        for (var i = 0; i < centres.Length; i++)
        {
            centres[i] = side * random.NextDouble();
        }

        var cells = new double[rows * columns];
        for (var row = 0; row < rows; row++)
        {
            var cloud = random.Next(clouds);
            for (var column = 0; column < columns; column++)
            {
                cells[(column * rows) + row] = centres[(cloud * columns) + column] + random.NextNormal();
            }
        }

        double[]? weights = weighted ? [.. Enumerable.Range(0, rows).Select(_ => 0.25 + random.NextDouble())] : null;
        return new FeatureMatrix(rows, columns, cells, weights);
    }

    /// <summary>The named numeric columns of a shared comma separated file; the test is skipped when the file is not there.</summary>
    public static FeatureMatrix Shared(string fileName, params string[] columns)
    {
        var path = SharedData.Find(fileName);
        Assert.SkipWhen(path is null, $"{fileName} is not there.");
        var lines = File.ReadAllLines(path).Where(line => line.Length > 0).Select(line => line.Split(',')).ToArray();
        int[] places = [.. columns.Select(column => Array.IndexOf(lines[0], column))];
        return Of([.. lines.Skip(1).Select(cells => places.Select(place => double.Parse(cells[place], CultureInfo.InvariantCulture)).ToArray())]);
    }

    public static FeatureMatrix MallIncomeAndScore() => Shared("Mall_Customers.csv", "Annual Income (k$)", "Spending Score (1-100)");

    public static FeatureMatrix MallWithAge() => Shared("Mall_Customers.csv", "Age", "Annual Income (k$)", "Spending Score (1-100)");

    /// <summary>Each column less its mean, over its population deviation.</summary>
    public static FeatureMatrix Standardised(FeatureMatrix matrix)
    {
        var cells = matrix.Cells.ToArray();
        for (var column = 0; column < matrix.Columns; column++)
        {
            var values = cells.AsSpan(column * matrix.Rows, matrix.Rows);
            var mean = values.ToArray().Average();
            var deviation = Math.Sqrt(values.ToArray().Average(value => (value - mean) * (value - mean)));
            for (var row = 0; row < values.Length; row++)
            {
                values[row] = (values[row] - mean) / deviation;
            }
        }

        return new FeatureMatrix(matrix.Rows, matrix.Columns, cells);
    }
}
