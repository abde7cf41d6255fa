namespace Segmentation.Core.Cleaning;

/// <summary>The five numbers of a box plot, by type-7 quantiles.</summary>
public readonly record struct FiveNumbers(double Minimum, double LowerQuartile, double Median, double UpperQuartile, double Maximum);

/// <summary>Where the fences of a column fall and whom they catch: enough to draw its box plot.</summary>
/// <param name="Column">The column.</param>
/// <param name="Options">The rule that was applied.</param>
/// <param name="Lower">Values under it are outliers; null when the rule draws no fence.</param>
/// <param name="Upper">Values over it are outliers; null when the rule draws no fence.</param>
/// <param name="Box">Of the rows the rule looked at.</param>
/// <param name="Rows">The frame's rows beyond a fence, ascending.</param>
/// <param name="Extremes">At most 200 of the outlying values for drawing, evenly spread over all, ascending.</param>
public sealed record OutlierFinding(
    string Column, OutlierOptions Options, double? Lower, double? Upper, FiveNumbers Box, int[] Rows, double[] Extremes)
{
    /// <summary>A fence for people, rounded as in the ledger: to four decimals at most.</summary>
    public static string FenceText(double fence) => LedgerText.Number(fence);
}
