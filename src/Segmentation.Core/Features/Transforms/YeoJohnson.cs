using Segmentation.Core.Numerics;

namespace Segmentation.Core.Features.Transforms;

/// <summary>
/// The power transform for numbers of either sign (Yeo and Johnson 2000): ((1 + x)^λ - 1) / λ of those from 0 up, and of negative ones the
/// mirror image with 2 - λ. 1 changes nothing, 0 is the logarithm of 1 + x.
/// </summary>
/// <param name="Lambda">λ.</param>
public sealed record YeoJohnson(double Lambda) : FittedTransform
{
    /// <summary>λ is looked for from its negative to this. Further out powers overflow and nothing that could be read is left.</summary>
    public const double MaxLambda = 5;

    /// <summary>Of more rows than this, so many are drawn to find λ.</summary>
    public const int MaxFitRows = 50_000;

    private const double GridStep = 0.5;
    private const double Tolerance = 1e-9;

    // Under this the difference from 1 would cost the digits that the first terms of the series keep.
    private const double SmallExponent = 1e-5;

    /// <inheritdoc/>
    public override double Apply(double value) => value < 0
        ? -Power(Math.Log(1 - value), 2 - Lambda)
        : Power(Math.Log(1 + value), Lambda);

    /// <inheritdoc/>
    public override double Invert(double value) => value < 0
        ? 1 - Math.Exp(Logarithm(-value, 2 - Lambda))
        : Math.Exp(Logarithm(value, Lambda)) - 1;

    /// <summary>The λ of most likelihood under a normal distribution, by golden section around the best of a grid; 1 where all are alike.</summary>
    public static YeoJohnson Fit(ReadOnlySpan<double> values)
    {
        var likelihood = new Likelihood(Sample(values));
        var best = double.NaN;
        var most = double.NegativeInfinity;
        for (var lambda = -MaxLambda; lambda <= MaxLambda; lambda += GridStep)
        {
            if (likelihood.At(lambda) is var here && here > most)
            {
                (best, most) = (lambda, here);
            }
        }

        return new YeoJohnson(double.IsNaN(best)
            ? 1
            : GoldenSection(likelihood.At, Math.Max(-MaxLambda, best - GridStep), Math.Min(MaxLambda, best + GridStep)));
    }

    private static double[] Sample(ReadOnlySpan<double> values)
    {
        if (values.Length <= MaxFitRows)
        {
            return values.ToArray();
        }

        var rows = RowSample.Draw(values.Length, MaxFitRows, seed: 1);
        var sample = new double[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            sample[i] = values[rows[i]];
        }

        return sample;
    }

    // ((1 + x)^power - 1) / power of the logarithm of 1 + x.
    private static double Power(double logarithm, double power)
    {
        var exponent = power * logarithm;
        return Math.Abs(exponent) < SmallExponent
            ? logarithm * (1 + (exponent / 2) + (exponent * exponent / 6))
            : (Math.Exp(exponent) - 1) / power;
    }

    private static double Logarithm(double value, double power)
    {
        var product = power * value;
        return Math.Abs(product) < SmallExponent
            ? value * (1 - (product / 2) + (product * product / 3))
            : Math.Log(Math.Max(1 + product, double.Epsilon)) / power;
    }

    private static double GoldenSection(Func<double, double> height, double low, double high)
    {
        var ratio = (Math.Sqrt(5) - 1) / 2;
        var (left, right) = (high - (ratio * (high - low)), low + (ratio * (high - low)));
        var (atLeft, atRight) = (height(left), height(right));
        while (high - low > Tolerance)
        {
            if (atLeft >= atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - (ratio * (high - low));
                atLeft = height(left);
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + (ratio * (high - low));
                atRight = height(right);
            }
        }

        return (low + high) / 2;
    }

    /// <summary>How likely a sample is for a λ, but for what does not depend on it.</summary>
    private sealed class Likelihood
    {
        private readonly double[] _logarithms;
        private readonly double[] _transformed;
        private readonly double _slope;

        public Likelihood(double[] values)
        {
            _logarithms = Array.ConvertAll(values, value => Math.CopySign(Math.Log(1 + Math.Abs(value)), value));
            _transformed = new double[values.Length];
            _slope = _logarithms.Sum();
        }

        public double At(double lambda)
        {
            var mean = 0.0;
            for (var i = 0; i < _transformed.Length; i++)
            {
                var logarithm = _logarithms[i];
                _transformed[i] = logarithm < 0 ? -Power(-logarithm, 2 - lambda) : Power(logarithm, lambda);
                mean += _transformed[i] / _transformed.Length;
            }

            var squares = 0.0;
            foreach (var value in _transformed)
            {
                squares += (value - mean) * (value - mean);
            }

            // Rounding must not make a spread out of none.
            return squares / _transformed.Length is var variance && variance > 1e-28 * mean * mean && double.IsFinite(variance)
                ? ((lambda - 1) * _slope) - (0.5 * _transformed.Length * Math.Log(variance))
                : double.NegativeInfinity;
        }
    }
}
