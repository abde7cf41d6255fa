using Segmentation.Core.Numerics;

namespace Segmentation.Core.Tests.Clustering;

/// <summary>The data of <c>scikit_learn_reference.py</c>, number by number the same.</summary>
internal static class FormulaClouds
{
    public static FeatureMatrix Make(int rows, int columns, int count, double side)
    {
        uint state = 1;
        var centres = new double[count * columns];
        for (var i = 0; i < centres.Length; i++)
        {
            centres[i] = side * Uniform();
        }

        var cells = new double[rows * columns];
        for (var row = 0; row < rows; row++)
        {
            var cloud = row % count;
            for (var column = 0; column < columns; column++)
            {
                cells[(column * rows) + row] = centres[(cloud * columns) + column] + ((cloud + 1) * 0.5 * (TwelveUniforms() - 6));
            }
        }

        return new FeatureMatrix(rows, columns, cells);

        double Uniform() => (state = unchecked((1664525 * state) + 1013904223)) / 4294967296.0;

        double TwelveUniforms()
        {
            var sum = 0.0;
            for (var i = 0; i < 12; i++)
            {
                sum += Uniform();
            }

            return sum;
        }
    }
}
