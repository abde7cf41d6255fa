using System.Globalization;
using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Clustering.Stability;
using Segmentation.Core.Clustering.Verdicts;
using Segmentation.Core.Pipeline;

namespace Segmentation.Dashboard.Session;

/// <summary>Where a piece tells how far it is.</summary>
internal sealed record TrustReports(IProgress<StabilityResult> Stability, IProgress<GapResult> Gap);

/// <summary>One thing to find out.</summary>
/// <param name="Activity">In words.</param>
/// <param name="ClusterCount">The number of segments it is about; 0 for all.</param>
/// <param name="Wanted">How much it takes; 0 where that cannot be said.</param>
/// <param name="Find">Finds it out.</param>
internal sealed record TrustPiece(string Activity, int ClusterCount, int Wanted, Action<TrustReports, CancellationToken> Find)
{
    /// <summary>Of a gap, its box.</summary>
    public ReferenceBox Box { get; init; }

    /// <summary>Which piece of all it is, from 1.</summary>
    public int Number { get; init; }

    /// <summary>How many there are in all.</summary>
    public int Of { get; init; }
}

/// <summary>What there is to find out about a picture, in the order in which people ask: what is known already is left out.</summary>
internal sealed class TrustPlan
{
    private readonly SegmentationSnapshot _snapshot;
    private readonly EvidenceSearch _search;
    private readonly int[] _counts;
    private readonly int _most;
    private readonly int _pieces;
    private bool _isBorderFound;
    private bool _isGapFound;
    private bool _isOtherGapFound;

    public TrustPlan(SegmentationSnapshot snapshot, EvidenceSearch search)
    {
        (_snapshot, _search) = (snapshot, search);
        _most = ClusterVerdicts.MostFor(snapshot.Curve);
        _counts = [.. snapshot.Curve.Select(quality => quality.ClusterCount).Where(count => count <= _most)];
        _pieces = (2 * _counts.Length) + 2;
    }

    /// <summary>The next piece; null when everything is known.</summary>
    public TrustPiece? Next()
    {
        if (!_isBorderFound)
        {
            _isBorderFound = true;
            return Numbered(new TrustPiece($"Looking for {_snapshot.Noun.Many} near a border", 0, 0, (_, _) => _snapshot.Margins.FindBorderline()));
        }

        var known = _search.Known;
        return StabilityOf(_snapshot.SegmentCount, known)
            ?? (ClusterCountChoice.ToBeChecked(_snapshot.Curve, known) is { } candidate ? StabilityOf(candidate, known) : null)
            ?? _counts.Where(count => !known.Bic.ContainsKey(count)).Select(Mixture).FirstOrDefault()
            ?? GapOf(ReferenceBox.Original, ref _isGapFound)
            ?? _counts.Select(count => StabilityOf(count, known)).FirstOrDefault(piece => piece is not null)
            ?? GapOf(ReferenceBox.Principal, ref _isOtherGapFound);
    }

    private TrustPiece? StabilityOf(int count, ClusterEvidence known) => count < 2 || known.Stability.ContainsKey(count) ? null : Numbered(new TrustPiece(
        string.Create(CultureInfo.InvariantCulture, $"Drawing {_snapshot.Noun.Many} again, {count} segments"), count, new EvidenceOptions().Bootstraps,
        (reports, token) => _search.Stability(count, reports.Stability, token)));

    private TrustPiece Mixture(int count) => Numbered(new TrustPiece(
        string.Create(CultureInfo.InvariantCulture, $"Fitting a mixture of {count}"), count, 0, (_, token) => _search.Bic(count, token)));

    private TrustPiece? GapOf(ReferenceBox box, ref bool isFound)
    {
        if (isFound || _counts.Length < 2)
        {
            return null;
        }

        isFound = true;
        return Numbered(new TrustPiece($"Comparing with {_snapshot.Noun.Many} spread evenly", 0, new EvidenceOptions().References,
            (reports, token) => _search.Gap(box, _most, reports.Gap, token)) { Box = box });
    }

    private TrustPiece Numbered(TrustPiece piece)
    {
        var known = _search.Known;
        var done = known.Bic.Count + known.Stability.Count + (known.Gap is null ? 0 : 1) + (known.PrincipalGap is null ? 0 : 1);
        return piece with { Number = Math.Min(done + 1, _pieces), Of = _pieces };
    }
}
