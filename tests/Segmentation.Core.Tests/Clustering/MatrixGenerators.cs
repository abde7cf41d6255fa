using FsCheck;
using FsCheck.Fluent;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Tests.Clustering;

/// <summary>
/// Small random matrices of quarters, weighted in half of the cases: their sums are exact, so that ties, of which there are
/// many, are ties however one adds.
/// </summary>
internal static class MatrixGenerators
{
    public static Arbitrary<FeatureMatrix> Quarters(int maxRows = 50)
    {
        var generator =
            from rows in Gen.Choose(1, maxRows)
            from columns in Gen.Choose(1, 5)
            from cells in Gen.ArrayOf(Gen.Choose(-12, 12), rows * columns)
            from weights in Gen.ArrayOf(Gen.Choose(1, 8), rows)
            from weighted in Gen.Elements(true, false)
            select new FeatureMatrix(rows, columns, [.. cells.Select(cell => cell / 4.0)], weighted ? [.. weights.Select(weight => weight / 4.0)] : null);
        return generator.ToArbitrary();
    }
}
