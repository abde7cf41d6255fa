using Segmentation.Core.Collections;

namespace Segmentation.Core.Exploring;

/// <summary>How the association of two columns is measured.</summary>
public enum AssociationMeasure
{
    /// <summary>Pearson's correlation of two columns of numbers or dates, -1 to 1.</summary>
    Pearson,

    /// <summary>Spearman's: Pearson's of the ranks, ties with their average rank, -1 to 1.</summary>
    Spearman,

    /// <summary><see cref="CrossTable.CramersV"/> of two columns of categories, 0 to 1.</summary>
    CramersV,

    /// <summary>
    /// The correlation ratio eta of numbers by categories, 0 to 1: the root of the share of the numbers' variance that lies between the
    /// categories' means. Rare categories are one.
    /// </summary>
    CorrelationRatio,
}

/// <summary>How two columns hang together, by the rows that have a value in both.</summary>
/// <param name="First">A column.</param>
/// <param name="Second">Another one.</param>
/// <param name="Measure">How it was measured.</param>
/// <param name="Value">The measure; null where a column has no spread or the two have fewer than two rows in common.</param>
/// <param name="Rows">Rows with a value in both.</param>
public sealed record Association(string First, string Second, AssociationMeasure Measure, double? Value, int Rows)
{
    /// <summary>The measure without its sign, 0 to 1; 0 where there is none.</summary>
    public double Strength => Math.Abs(Value ?? 0);
}

/// <summary>The associations of all pairs of some columns.</summary>
/// <param name="Columns">The columns, in their order.</param>
/// <param name="Pairs">Each pair once, the earlier column first: (0, 1), (0, 2), ..., (1, 2), ...</param>
public sealed record AssociationMatrix(ValueList<string> Columns, IReadOnlyList<Association> Pairs)
{
    /// <summary>Most columns of one matrix.</summary>
    public const int MaxColumns = 40;

    /// <summary>Of two different columns, by their places; the order does not matter.</summary>
    public Association this[int left, int right] => Pairs[PlaceOf(Math.Min(left, right), Math.Max(left, right), Columns.Count)];

    internal static int PlaceOf(int first, int second, int columns) => (first * ((2 * columns) - first - 1) / 2) + second - first - 1;
}
