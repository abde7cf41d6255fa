using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Prototypes;

/// <summary>One start of k-prototypes on packed rows. Trusts its arguments; <see cref="KPrototypes"/> checks them.</summary>
internal sealed class PrototypeSearch(MixedSpace space, FeatureMatrix packed, int clusters)
{
    private readonly byte[] _labels = new byte[packed.Rows];
    private readonly double[] _costs = new double[packed.Rows];
    private readonly double[] _row = new double[space.Width];

    /// <summary>Rows drawn as in k-means++: with chances proportional to weight times cost to the nearest one so far.</summary>
    public double[] Seed(SeededRandom random)
    {
        var centres = new double[clusters * space.Width];
        Array.Fill(_costs, double.PositiveInfinity);
        var chances = new double[packed.Rows];
        for (var cluster = 0; cluster < clusters; cluster++)
        {
            for (var row = 0; row < chances.Length; row++)
            {
                chances[row] = packed.WeightOf(row) * (cluster == 0 ? 1 : _costs[row]);
            }

            packed.CopyRow(Draw(chances, random), centres.AsSpan(cluster * space.Width));
            for (var row = 0; row < chances.Length; row++)
            {
                packed.CopyRow(row, _row);
                _costs[row] = Math.Min(_costs[row], space.Cost(_row, Centre(centres, cluster)));
            }
        }

        return centres;
    }

    /// <summary>Assigns and moves in turn until no label changes, from <paramref name="start"/> (k packed rows), which is copied.</summary>
    public PrototypeRest Run(double[] start, int maxIterations, CancellationToken cancellationToken)
    {
        var centres = (double[])start.Clone();
        Array.Fill(_labels, ClusteringResult.Unassigned);
        var iteration = 0;
        while (Assign(centres) && iteration < maxIterations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            FillEmptyClusters();
            Move(centres);
            iteration++;
        }

        var cost = 0.0;
        for (var row = 0; row < _costs.Length; row++)
        {
            cost += packed.WeightOf(row) * _costs[row];
        }

        return new PrototypeRest([.. _labels], centres, cost, iteration);
    }

    private static int Draw(double[] chances, SeededRandom random)
    {
        var target = random.NextDouble() * chances.Sum();
        var drawn = 0;
        for (var row = 0; row < chances.Length && target >= 0; row++)
        {
            // Rounding may run past the last row: then it is the last that has a chance.
            drawn = chances[row] > 0 ? row : drawn;
            target -= chances[row];
        }

        return drawn;
    }

    private ReadOnlySpan<double> Centre(double[] centres, int cluster) => centres.AsSpan(cluster * space.Width, space.Width);

    /// <summary>Puts each row to its nearest prototype, ties to the lower number; tells whether a label changed.</summary>
    private bool Assign(double[] centres)
    {
        var changed = false;
        for (var row = 0; row < _labels.Length; row++)
        {
            packed.CopyRow(row, _row);
            var (nearest, lowest) = (0, double.PositiveInfinity);
            for (var cluster = 0; cluster < clusters; cluster++)
            {
                var cost = space.Cost(_row, Centre(centres, cluster));
                (nearest, lowest) = cost < lowest ? (cluster, cost) : (nearest, lowest);
            }

            changed |= _labels[row] != nearest;
            (_labels[row], _costs[row]) = ((byte)nearest, lowest);
        }

        return changed;
    }

    /// <summary>Each cluster that lost all its rows takes the row farthest from its own prototype, as in k-means.</summary>
    private void FillEmptyClusters()
    {
        var counts = new int[clusters];
        foreach (var label in _labels)
        {
            counts[label]++;
        }

        for (var cluster = 0; cluster < clusters; cluster++)
        {
            var row = counts[cluster] == 0 ? Farthest(counts) : -1;
            if (row >= 0)
            {
                counts[_labels[row]]--;
                counts[cluster]++;
                (_labels[row], _costs[row]) = ((byte)cluster, 0);
            }
        }
    }

    private int Farthest(int[] counts)
    {
        var farthest = -1;
        for (var row = 0; row < _labels.Length; row++)
        {
            if (counts[_labels[row]] > 1 && _costs[row] > (farthest < 0 ? 0 : _costs[farthest]))
            {
                farthest = row;
            }
        }

        return farthest;
    }

    /// <summary>
    /// Means of the numbers and most frequent categories by weight, ties to the earlier category; a cluster without rows stays.
    /// </summary>
    private void Move(double[] centres)
    {
        var masses = new double[clusters];
        for (var row = 0; row < _labels.Length; row++)
        {
            masses[_labels[row]] += packed.WeightOf(row);
        }

        for (var place = 0; place < space.Width; place++)
        {
            var codes = place < space.Numbers ? 1 : space.CodesOf(place - space.Numbers);
            var sums = SumsOf(place, codes);
            for (var cluster = 0; cluster < clusters; cluster++)
            {
                if (masses[cluster] > 0)
                {
                    var own = sums.AsSpan(cluster * codes, codes);
                    centres[(cluster * space.Width) + place] = place < space.Numbers ? own[0] / masses[cluster] : IndexOfLargest(own);
                }
            }
        }
    }

    /// <summary>Per cluster the weighted sum of a number, or the weight of each category.</summary>
    private double[] SumsOf(int place, int codes)
    {
        var sums = new double[clusters * codes];
        var cells = packed.Column(place);
        for (var row = 0; row < cells.Length; row++)
        {
            if (place < space.Numbers)
            {
                sums[_labels[row]] += packed.WeightOf(row) * cells[row];
            }
            else
            {
                sums[(_labels[row] * codes) + (int)cells[row]] += packed.WeightOf(row);
            }
        }

        return sums;
    }

    private static int IndexOfLargest(ReadOnlySpan<double> numbers)
    {
        var largest = 0;
        for (var i = 1; i < numbers.Length; i++)
        {
            largest = numbers[i] > numbers[largest] ? i : largest;
        }

        return largest;
    }
}

/// <summary>Where one start came to rest: k packed prototypes, and the sum of weight times cost to them.</summary>
internal sealed record PrototypeRest(byte[] Labels, double[] Centres, double Cost, int Iterations);
