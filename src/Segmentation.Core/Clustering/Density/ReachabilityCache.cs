using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Density;

/// <summary>Keeps the last few <see cref="Reachability"/> by all that they depend on. Safe to use from several threads.</summary>
internal sealed class ReachabilityCache
{
    /// <summary>How many are kept.</summary>
    public const int Capacity = 4;

    private readonly Lock _turn = new();
    private readonly Queue<(object Key, Once<Reachability> Found)> _kept = new();

    /// <summary>That of a matrix, whichever options ask for it that differ in the smallest cluster alone.</summary>
    public Reachability Of(FeatureMatrix matrix, DensityOptions options, CancellationToken cancellationToken)
    {
        var weighty = WeightyRows.Of(matrix);
        var seed = weighty.Matrix.Rows > Hdbscan.MaxRows ? options.Seed : 0;
        var key = (matrix, options.SampleMass(Moments.TotalWeight(matrix)), seed);
        return Find(key, token => Reachability.Of(weighty.Matrix, options, token)).Get(cancellationToken);
    }

    private Once<Reachability> Find(object key, Func<CancellationToken, Reachability> measure)
    {
        lock (_turn)
        {
            if (_kept.FirstOrDefault(entry => entry.Key.Equals(key)).Found is { } known)
            {
                return known;
            }

            var added = new Once<Reachability>(measure);
            _kept.Enqueue((key, added));
            if (_kept.Count > Capacity)
            {
                _kept.Dequeue();
            }

            return added;
        }
    }
}
