namespace Segmentation.Dashboard.Figures;

/// <summary>Where customers lie in a scatter plot. The same instance is never sent to the browser twice.</summary>
public sealed record ScatterPoints
{
    /// <summary>Coordinates in column form.</summary>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    public ScatterPoints(float[] x, float[] y, float[]? z = null)
    {
        if (x.Length != y.Length || (z is not null && z.Length != x.Length))
        {
            throw new ArgumentException($"The columns hold {x.Length}, {y.Length} and {z?.Length ?? x.Length} coordinates; they must hold equally many.");
        }

        (X, Y, Z) = (x, y, z);
    }

    public float[] X { get; }

    public float[] Y { get; }

    /// <summary>The third coordinate; null for a plot in the plane.</summary>
    public float[]? Z { get; }

    public int Count => X.Length;

    public string XTitle { get; init; } = "";

    public string YTitle { get; init; } = "";

    public string ZTitle { get; init; } = "";
}
