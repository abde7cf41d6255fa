using Segmentation.Core.Numerics;

namespace Segmentation.Core.Projection;

/// <summary>The slope of the divergence at each point of the plane: neighbours pull, all others push.</summary>
internal sealed class TsneForces(Affinities affinities, double angle, int threads)
{
    private readonly CellTree _tree = new(affinities.Rows);
    private readonly double[] _sums = new double[affinities.Rows];

    /// <summary>The slopes along x that were computed last.</summary>
    public double[] X { get; } = new double[affinities.Rows];

    /// <summary>The slopes along y.</summary>
    public double[] Y { get; } = new double[affinities.Rows];

    /// <summary>Computes the slopes, with affinities that many times as strong.</summary>
    public void Compute(double[] x, double[] y, double exaggeration, CancellationToken cancellationToken)
    {
        var total = Push(x, y, cancellationToken);
        Each(
            point =>
            {
                var (pullX, pullY) = Pull(point, x, y);
                X[point] = 4 * ((exaggeration * pullX) - (X[point] / total));
                Y[point] = 4 * ((exaggeration * pullY) - (Y[point] / total));
            },
            cancellationToken);
    }

    /// <summary>Sum of p log(p / q) over pairs, q being what the plane makes of them.</summary>
    public double Divergence(double[] x, double[] y, CancellationToken cancellationToken)
    {
        var total = Push(x, y, cancellationToken);
        var divergence = 0.0;
        for (var point = 0; point < x.Length; point++)
        {
            var others = affinities.Others(point);
            var shares = affinities.Shares(point);
            for (var i = 0; i < others.Length; i++)
            {
                var (dx, dy) = (x[point] - x[others[i]], y[point] - y[others[i]]);
                divergence += shares[i] > 0 ? shares[i] * Math.Log(shares[i] * total * (1 + (dx * dx) + (dy * dy))) : 0;
            }
        }

        return divergence;
    }

    // Leaves the pushes in the slopes and gives the sum of all q.
    private double Push(double[] x, double[] y, CancellationToken cancellationToken)
    {
        _tree.Build(x, y);
        Each(point => (_sums[point], X[point], Y[point]) = _tree.Push(x[point], y[point], angle * angle), cancellationToken);
        var total = 0.0;
        foreach (var sum in _sums)
        {
            total += sum - 1;
        }

        return total;
    }

    private (double X, double Y) Pull(int point, double[] x, double[] y)
    {
        var others = affinities.Others(point);
        var shares = affinities.Shares(point);
        var (pullX, pullY) = (0.0, 0.0);
        for (var i = 0; i < others.Length; i++)
        {
            var (dx, dy) = (x[point] - x[others[i]], y[point] - y[others[i]]);
            var strength = shares[i] / (1 + (dx * dx) + (dy * dy));
            pullX += strength * dx;
            pullY += strength * dy;
        }

        return (pullX, pullY);
    }

    private void Each(Action<int> body, CancellationToken cancellationToken)
    {
        // Many small pieces keep all threads busy: a few thousand points are one chunk.
        const int piece = 256;
        Chunks.Run(
            (affinities.Rows + piece - 1) / piece,
            threads,
            part =>
            {
                for (var point = part * piece; point < Math.Min(affinities.Rows, (part + 1) * piece); point++)
                {
                    body(point);
                }
            },
            cancellationToken);
    }
}
