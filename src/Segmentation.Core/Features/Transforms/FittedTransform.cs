using System.Text.Json.Serialization;

namespace Segmentation.Core.Features.Transforms;

/// <summary>
/// A transform with all it has learned from a column: a small value that compares by value, can be written as JSON, and treats new rows as
/// those it was fitted on. Every transform keeps the order of numbers.
/// </summary>
[JsonDerivedType(typeof(NoTransform), "none")]
[JsonDerivedType(typeof(SignedLog), "log1p")]
[JsonDerivedType(typeof(SignedRoot), "squareRoot")]
[JsonDerivedType(typeof(YeoJohnson), "yeoJohnson")]
[JsonDerivedType(typeof(RankTransform), "rank")]
[JsonDerivedType(typeof(QuantileBins), "quantileBins")]
public abstract record FittedTransform
{
    /// <summary>The transform that changes nothing.</summary>
    public static FittedTransform None { get; } = new NoTransform();

    /// <summary>From the column's unit; NaN stays NaN.</summary>
    public abstract double Apply(double value);

    /// <summary>Back to the column's unit: of <see cref="Apply"/> the inverse, about where several numbers become one.</summary>
    public abstract double Invert(double value);

    /// <summary>The transform that <paramref name="choice"/> names, fitted to <paramref name="values"/>: finite numbers, at least one.</summary>
    public static FittedTransform Fit(FeatureChoice choice, ReadOnlySpan<double> values)
    {
        ArgumentNullException.ThrowIfNull(choice);
        return choice.Transform switch
        {
            NumberTransform.Log1p => new SignedLog(),
            NumberTransform.SquareRoot => new SignedRoot(),
            NumberTransform.YeoJohnson => YeoJohnson.Fit(values),
            NumberTransform.Rank => RankTransform.Fit(values),
            NumberTransform.QuantileBins => QuantileBins.Fit(values, choice.Bins),
            _ => None,
        };
    }
}

/// <summary>Changes nothing.</summary>
public sealed record NoTransform : FittedTransform
{
    /// <inheritdoc/>
    public override double Apply(double value) => value;

    /// <inheritdoc/>
    public override double Invert(double value) => value;
}

/// <summary>sign(x) log(1 + |x|).</summary>
public sealed record SignedLog : FittedTransform
{
    /// <inheritdoc/>
    public override double Apply(double value) => Math.CopySign(Math.Log(1 + Math.Abs(value)), value);

    /// <inheritdoc/>
    public override double Invert(double value) => Math.CopySign(Math.Exp(Math.Abs(value)) - 1, value);
}

/// <summary>sign(x) times the square root of |x|.</summary>
public sealed record SignedRoot : FittedTransform
{
    /// <inheritdoc/>
    public override double Apply(double value) => Math.CopySign(Math.Sqrt(Math.Abs(value)), value);

    /// <inheritdoc/>
    public override double Invert(double value) => value * Math.Abs(value);
}
