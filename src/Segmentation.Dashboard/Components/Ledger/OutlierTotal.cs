using Segmentation.Core.Cleaning;

namespace Segmentation.Dashboard.Components.Ledger;

/// <summary>How many customers the outlier rules catch together.</summary>
public static class OutlierTotal
{
    /// <summary>Customers beyond a fence of at least one column, each counted once.</summary>
    public static int Of(IReadOnlyList<OutlierFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var caught = findings.Where(finding => finding.Rows.Length > 0).ToArray();
        return caught.Length switch
        {
            0 => 0,
            1 => caught[0].Rows.Length,
            _ => Union(caught),
        };
    }

    private static int Union(OutlierFinding[] caught)
    {
        // Rows ascend, so the last of each list is its greatest.
        var seen = new bool[caught.Max(finding => finding.Rows[^1]) + 1];
        foreach (var row in caught.SelectMany(finding => finding.Rows))
        {
            seen[row] = true;
        }

        return seen.Count(isCaught => isCaught);
    }
}
