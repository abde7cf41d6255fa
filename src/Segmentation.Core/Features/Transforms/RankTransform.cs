using Segmentation.Core.Collections;

namespace Segmentation.Core.Features.Transforms;

/// <summary>
/// The place in the order of all rows, from 0 for the smallest to 1 for the largest: (rank - 1) / (rows - 1), where rows alike share their
/// mean rank. Between the numbers it knows, a straight line; beyond them 0 and 1.
/// </summary>
/// <param name="Values">Some of the column's numbers, ascending: all of them where few differ, else one for every
/// <see cref="Step"/> of the order, so that no place is wrong by more.</param>
/// <param name="Places">Their places, ascending.</param>
public sealed record RankTransform(ValueList<double> Values, ValueList<double> Places) : FittedTransform
{
    /// <summary>How far apart in the order two neighbouring known numbers may be, where the column has numbers between them.</summary>
    public const double Step = 1.0 / 1000;

    /// <inheritdoc/>
    public override double Apply(double value) => double.IsNaN(value) ? value : Interpolation.At(value, Values, Places);

    /// <inheritdoc/>
    public override double Invert(double value) => Interpolation.At(value, Places, Values);

    /// <summary>Learns the order of <paramref name="values"/>.</summary>
    public static RankTransform Fit(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var (distinct, places) = PlacesOf(sorted);
        var all = distinct.Count <= 1 / Step;
        var known = new List<int>();
        for (var i = 0; i < distinct.Count; i++)
        {
            var isEnd = i == 0 || i == distinct.Count - 1;
            // A number shared by many rows makes a jump, and stays on both sides of it.
            if (all || isEnd || places[i + 1] - places[known[^1]] > Step)
            {
                known.Add(i);
            }
        }

        return new RankTransform(known.Select(i => distinct[i]).ToValueList(), known.Select(i => places[i]).ToValueList());
    }

    private static (List<double> Distinct, List<double> Places) PlacesOf(double[] sorted)
    {
        var (distinct, places) = (new List<double>(), new List<double>());
        for (int first = 0, next; first < sorted.Length; first = next)
        {
            next = first + 1;
            while (next < sorted.Length && sorted[next] == sorted[first])
            {
                next++;
            }

            distinct.Add(sorted[first]);
            places.Add((first + next - 1) / 2.0 / Math.Max(1, sorted.Length - 1));
        }

        return (distinct, places);
    }
}
