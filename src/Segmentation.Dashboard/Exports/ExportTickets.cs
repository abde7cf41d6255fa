using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Segmentation.Dashboard.Exports;

/// <summary>
/// What may be fetched from <see cref="ExportEndpoint"/>. A browser fetches over HTTP and knows nothing of the tab's
/// session, so it carries an id that cannot be guessed, works once, and soon expires.
/// </summary>
public sealed class ExportTickets(TimeProvider clock)
{
    /// <summary>How long an id waits to be used.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(2);

    private const int IdBytes = 24;

    private readonly ConcurrentDictionary<string, Waiting> _waiting = new(StringComparer.Ordinal);

    /// <summary>Ids that wait to be used.</summary>
    public int Count => _waiting.Count;

    /// <summary>An id for <paramref name="ticket"/>, in characters that an address needs not escape.</summary>
    public string Issue(ExportTicket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var id = RandomNumberGenerator.GetHexString(2 * IdBytes, lowercase: true);
        // A ticket holds a whole picture, so an unused one goes by itself.
        var expiry = clock.CreateTimer(_ => Redeem(id), null, Life, Timeout.InfiniteTimeSpan);
        _waiting[id] = new Waiting(ticket, expiry);
        return id;
    }

    /// <summary>What <paramref name="id"/> stands for; null when it was used, has expired or never was.</summary>
    public ExportTicket? Redeem(string id)
    {
        if (!_waiting.TryRemove(id, out var found))
        {
            return null;
        }

        found.Expiry.Dispose();
        return found.Ticket;
    }

    private sealed record Waiting(ExportTicket Ticket, ITimer Expiry);
}
