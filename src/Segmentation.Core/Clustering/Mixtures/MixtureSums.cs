using System.Numerics.Tensors;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Mixtures;

/// <summary>
/// Around which points products are summed up: the components' means so far, near which the next ones lie, so that no digits are lost.
/// </summary>
internal sealed record MixtureOrigin(double[] Means, int Count, bool IsDiagonal)
{
    public int Columns => Means.Length / Count;
}

/// <summary>What a maximisation needs to know of the rows. Works on blocks of rows that stay in the cache.</summary>
internal sealed class MixtureSums(MixtureOrigin origin)
{
    private const int Height = 256;

    private readonly double[] _shares = new double[origin.Count * Height];
    private readonly double[] _differences = new double[origin.Columns * Height];
    private readonly double[] _white = new double[Height];
    private readonly double[] _highest = new double[Height];
    private readonly double[] _sum = new double[Height];

    public MixtureOrigin Origin => origin;

    /// <summary>Per component the sum of weight times share.</summary>
    public double[] Masses { get; } = new double[origin.Count];

    /// <summary>Per component and column the sum of weight times share times difference to the origin.</summary>
    public double[] Sums { get; } = new double[origin.Means.Length];

    /// <summary>
    /// Per component the lower triangle of the sums of products of differences; only its diagonal where the origin says so.
    /// </summary>
    public double[] Products { get; } = new double[origin.Means.Length * origin.Columns];

    /// <summary>Sum of weight times log density.</summary>
    public double LogLikelihood { get; private set; }

    public void Clear()
    {
        Array.Clear(Masses);
        Array.Clear(Sums);
        Array.Clear(Products);
        LogLikelihood = 0;
    }

    public void Add(MixtureSums other)
    {
        TensorPrimitives.Add(Masses, other.Masses, Masses);
        TensorPrimitives.Add(Sums, other.Sums, Sums);
        TensorPrimitives.Add(Products, other.Products, Products);
        LogLikelihood += other.LogLikelihood;
    }

    /// <summary>Rows that belong to one component each.</summary>
    public void AddClusters(FeatureMatrix matrix, byte[] labels, int start, int end)
    {
        for (var from = start; from < end; from += Height)
        {
            var count = Math.Min(Height, end - from);
            Array.Clear(_shares);
            for (var i = 0; i < count; i++)
            {
                _shares[(labels[from + i] * Height) + i] = matrix.WeightOf(from + i);
            }

            AddProducts(matrix, from, count);
        }
    }

    /// <summary>Rows that belong to each component by its share of their density.</summary>
    public void AddExpected(FeatureMatrix matrix, GaussianComponents components, int start, int end)
    {
        for (var from = start; from < end; from += Height)
        {
            var count = Math.Min(Height, end - from);
            for (var component = 0; component < components.Count; component++)
            {
                LogDensities(matrix, components, component, from, count);
            }

            ShareOut(matrix, from, count);
            AddProducts(matrix, from, count);
        }
    }

    private Span<double> Shares(int component, int count) => _shares.AsSpan(component * Height, count);

    private Span<double> Differences(int column, int count) => _differences.AsSpan(column * Height, count);

    private void Differ(FeatureMatrix matrix, int component, int from, int count)
    {
        for (var column = 0; column < origin.Columns; column++)
        {
            TensorPrimitives.Subtract(
                matrix.Column(column).Slice(from, count), origin.Means[(component * origin.Columns) + column], Differences(column, count));
        }
    }

    private void LogDensities(FeatureMatrix matrix, GaussianComponents components, int component, int from, int count)
    {
        Differ(matrix, component, from, count);
        var logs = Shares(component, count);
        var white = _white.AsSpan(0, count);
        var whitening = components.Whitening(component);
        logs.Clear();
        for (var i = 0; i < origin.Columns; i++)
        {
            white.Clear();
            for (var j = origin.IsDiagonal ? i : 0; j <= i; j++)
            {
                TensorPrimitives.MultiplyAdd(Differences(j, count), whitening[(i * origin.Columns) + j], white, white);
            }

            TensorPrimitives.MultiplyAdd<double>(white, white, logs, logs);
        }

        TensorPrimitives.Multiply(logs, -0.5, logs);
        TensorPrimitives.Add(logs, components.LogAtMean(component), logs);
    }

    /// <summary>From log densities to weighted shares, through the highest of each row, so that none vanishes that counts.</summary>
    private void ShareOut(FeatureMatrix matrix, int from, int count)
    {
        var highest = _highest.AsSpan(0, count);
        var sum = _sum.AsSpan(0, count);
        highest.Fill(double.NegativeInfinity);
        for (var component = 0; component < origin.Count; component++)
        {
            TensorPrimitives.Max<double>(highest, Shares(component, count), highest);
        }

        sum.Clear();
        for (var component = 0; component < origin.Count; component++)
        {
            var shares = Shares(component, count);
            TensorPrimitives.Subtract<double>(shares, highest, shares);
            Exponentiate(shares);
            TensorPrimitives.Add<double>(sum, shares, sum);
        }

        for (var i = 0; i < count; i++)
        {
            var weight = matrix.WeightOf(from + i);
            LogLikelihood += weight * (highest[i] + Math.Log(sum[i]));
            sum[i] = weight / sum[i];
        }

        for (var component = 0; component < origin.Count; component++)
        {
            TensorPrimitives.Multiply<double>(Shares(component, count), sum, Shares(component, count));
        }
    }

    // One by one: a library's vectors estimate products, and how well depends on how far the code is optimised by then.
    private static void Exponentiate(Span<double> numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = Math.Exp(numbers[i]);
        }
    }

    private void AddProducts(FeatureMatrix matrix, int from, int count)
    {
        for (var component = 0; component < origin.Count; component++)
        {
            Differ(matrix, component, from, count);
            ReadOnlySpan<double> shares = Shares(component, count);
            Masses[component] += OrderedSums.Sum(shares);
            for (var i = 0; i < origin.Columns; i++)
            {
                var weighted = _white.AsSpan(0, count);
                TensorPrimitives.Multiply(shares, Differences(i, count), weighted);
                var place = (component * origin.Columns) + i;
                Sums[place] += OrderedSums.Sum(weighted);
                for (var j = origin.IsDiagonal ? i : 0; j <= i; j++)
                {
                    Products[(place * origin.Columns) + j] += OrderedSums.Dot(weighted, Differences(j, count));
                }
            }
        }
    }
}
