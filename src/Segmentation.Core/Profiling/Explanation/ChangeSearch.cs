using Segmentation.Core.Clustering;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Profiling.Explanation;

/// <summary>
/// Looks for the smallest change of one column that moves a row to another cluster. Around centres it is where a plane that halves the way
/// between two of them is met; for other models each side is tried in 256 steps, and the first that moves the row is narrowed down, so that
/// a cluster narrower than a step may be passed over. Every change found has been tried out.
/// </summary>
/// <param name="model">The clusters.</param>
/// <param name="ranges">Per column of the matrix what may be tried.</param>
/// <param name="wholeNumbers">Columns that hold whole numbers.</param>
internal sealed class ChangeSearch(ClusterModel model, IReadOnlyList<FeatureRange> ranges, IReadOnlySet<string> wholeNumbers)
{
    private const int Steps = 256;
    private const int Halvings = 60;
    private const int Nudges = 45;
    private const double RoundingShare = 0.05;

    /// <summary>
    /// One change at most per column, nearest first; none at all when the model would put the row elsewhere as it is. What is missing
    /// cannot change.
    /// </summary>
    public ValueList<FeatureChange> Find(
        IReadOnlyList<FeatureGroup> groups, IReadOnlyList<FeatureValue> values, double[] cells, byte own, CancellationToken cancellationToken)
    {
        if (model.Place(cells) != own)
        {
            return [];
        }

        var found = new List<FeatureChange>();
        foreach (var (place, group) in groups.Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = new Imagined(model, group, (double[])cells.Clone(), own);
            var change = values[place].IsMissing ? null : group.IsCategory ? OfCategory(row, values[place]) : OfNumber(row, values[place]);
            found.AddRange(change is null ? [] : [change]);
        }

        return found.OrderBy(change => change.Distance).ToValueList();
    }

    private FeatureChange? OfCategory(Imagined row, FeatureValue from)
    {
        FeatureChange? best = null;
        foreach (var to in row.Group.Categories.Select(FeatureValue.Of))
        {
            if (to != from && row.Try(to) is { } cluster && row.DistanceTo(to, ranges) is var distance
                && (best is null || distance < best.Distance))
            {
                best = new FeatureChange(row.Group.Column, from, to, to, cluster, distance);
            }
        }

        return best;
    }

    private FeatureChange? OfNumber(Imagined row, FeatureValue from)
    {
        var range = ranges[row.Group.Start];
        var (down, up) = Room(row, range);
        var changes = new[] { (Room: down, Sign: -1), (Room: up, Sign: 1) }
            .OrderBy(side => side.Room)
            .Select(side => Settle(row, from.Number!.Value, side.Room * side.Sign, side.Sign, range));
        return changes.Where(change => change is not null).MinBy(change => change!.Distance);
    }

    private (double Down, double Up) Room(Imagined row, FeatureRange range) => model is CentreModel centres
        ? centres.RoomOf(row.Cells, row.Own, row.Group.Start)
        : (SearchRoom(row, range.LowestCell), SearchRoom(row, range.HighestCell));

    private static double SearchRoom(Imagined row, double limit)
    {
        var start = row.Cell;
        for (var step = 1; step <= Steps; step++)
        {
            if (row.TryCell(start + ((limit - start) * step / Steps)))
            {
                var (stays, moves) = ((step - 1.0) / Steps, (double)step / Steps);
                for (var i = 0; i < Halvings; i++)
                {
                    var middle = (stays + moves) / 2;
                    (stays, moves) = row.TryCell(start + ((limit - start) * middle)) ? (stays, middle) : (middle, moves);
                }

                return Math.Abs(limit - start) * moves;
            }
        }

        return double.PositiveInfinity;
    }

    private FeatureChange? Settle(Imagined row, double from, double step, int sign, FeatureRange range)
    {
        if (double.IsInfinity(step) || FirstThatMoves(row, from, row.Cell + step, sign, range) is not { } to)
        {
            return null;
        }

        var cluster = row.Try(FeatureValue.Of(to))!.Value;
        var distance = Math.Abs(row.Group.Columns[0].ToFeature(to) - row.Cell) / range.Deviation;
        var round = Rounder(row, from, to, cluster, range);
        return new FeatureChange(row.Group.Column, FeatureValue.Of(from), FeatureValue.Of(to), FeatureValue.Of(round), cluster, distance);
    }

    // Rounding may put the border's own number on either side; a whole number lies beyond it.
    private double? FirstThatMoves(Imagined row, double from, double cell, int sign, FeatureRange range)
    {
        var isWhole = wholeNumbers.Contains(row.Group.Column);
        var border = row.Group.Columns[0].ToOriginal(cell);
        var to = !isWhole ? border : sign > 0 ? Math.Ceiling(border) : Math.Floor(border);
        var slip = Math.Max(Math.Abs(border), Math.Abs(from)) * 1e-16;
        for (var i = 0; i < Nudges && to >= range.Low && to <= range.High; i++)
        {
            if (to != from && row.Try(FeatureValue.Of(to)) is not null)
            {
                return to;
            }

            to = isWhole ? to + sign : border + (sign * slip);
            slip *= 2;
        }

        return null;
    }

    private static double Rounder(Imagined row, double from, double to, byte cluster, FeatureRange range)
    {
        var farthest = Math.Clamp(to + ((to - from) * RoundingShare), range.Low, range.High);
        var round = RoundNumber.Within(Math.Min(to, farthest), Math.Max(to, farthest));
        return row.Try(FeatureValue.Of(round)) == cluster ? round : to;
    }

    /// <summary>A row in which one column is tried out.</summary>
    private sealed class Imagined(ClusterModel model, FeatureGroup group, double[] cells, byte own)
    {
        private readonly double[] _tried = (double[])cells.Clone();

        public FeatureGroup Group => group;

        public double[] Cells => cells;

        public byte Own => own;

        public double Cell => cells[group.Start];

        public byte? Try(FeatureValue value)
        {
            group.Encode(value, _tried);
            return Moved();
        }

        // In standard deviations of the columns that it takes.
        public double DistanceTo(FeatureValue value, IReadOnlyList<FeatureRange> ranges)
        {
            group.Encode(value, _tried);
            var steps = Enumerable.Range(group.Start, group.Columns.Count)
                .Select(column => (_tried[column] - cells[column]) / ranges[column].Deviation);
            return Math.Sqrt(steps.Sum(step => step * step));
        }

        public bool TryCell(double cell)
        {
            _tried[group.Start] = cell;
            return Moved() is not null;
        }

        private byte? Moved() => model.Place(_tried) is var cluster && cluster != own && cluster != ClusteringResult.Unassigned ? cluster : null;
    }
}
