using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Customers;

namespace Segmentation.Dashboard.Components.Customers;

/// <summary>Makes lists of customers in the background. Newest wins: a list that is being made for an older question is dropped.</summary>
internal sealed class ListSearch : IDisposable
{
    // Most lists are there before an eye could notice that they were not.
    private static readonly TimeSpan s_announcedAfter = TimeSpan.FromMilliseconds(300);

    private CancellationTokenSource _run = new();

    /// <summary>The rows that <paramref name="query"/> asks for; null when a newer question came, or the grid is gone.</summary>
    /// <param name="snapshot">The picture.</param>
    /// <param name="query">The question.</param>
    /// <param name="rest">How long to wait for a newer one first.</param>
    /// <param name="announce">Called once when it takes long.</param>
    public async Task<int[]?> FindAsync(SegmentationSnapshot snapshot, CustomerQuery query, TimeSpan rest, Action announce)
    {
        Dispose();
        _run = new CancellationTokenSource();
        var token = _run.Token;
        try
        {
            await Task.Delay(rest, token);
            var finding = Task.Run(() => Find(snapshot, query, token), token);
            if (await Task.WhenAny(finding, Task.Delay(s_announcedAfter, token)) != finding && !token.IsCancellationRequested)
            {
                announce();
            }

            var rows = await finding;
            return token.IsCancellationRequested ? null : rows;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        _run.Cancel();
        _run.Dispose();
    }

    private static int[] Find(SegmentationSnapshot snapshot, CustomerQuery query, CancellationToken token)
    {
        var rows = CustomerList.Find(snapshot, query, token);
        // Margins are computed for all rows when the first is asked for: here, and not while the page renders.
        _ = snapshot.Features.Rows.Count > 0 ? snapshot.Margins[0] : null;
        _ = snapshot.Features.Rows.Count > 0 && snapshot.Margins.IsBorderline(0);
        return rows;
    }
}
