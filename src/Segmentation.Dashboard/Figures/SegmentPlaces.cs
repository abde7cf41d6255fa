namespace Segmentation.Dashboard.Figures;

/// <summary>
/// Where the number of each segment is written on the map: at the middle of its points when some of them lie there, else
/// where they lie densest; and never upon the number of another segment. Small segments choose first, for they have fewer
/// places to choose from.
/// </summary>
public static class SegmentPlaces
{
    /// <summary>Room that a number takes, as a share of the map's width.</summary>
    public const float Width = 0.07f;

    /// <summary>Room that a number takes, as a share of the map's height.</summary>
    public const float Height = 0.075f;

    // Cells along each side of the map in which points are counted: so that a number has several to choose from.
    private const int Cells = 24;

    /// <summary>One x and one y per segment, in the unit of the points; NaN for a segment of which none is drawn. In space, an x, a y and a z of its middle.</summary>
    /// <param name="points">Where the points lie.</param>
    /// <param name="labels">The segment of each point, from 0; <see cref="ScatterFigure.Unassigned"/> or <see cref="ScatterFigure.NoSegment"/> for none.</param>
    public static float[] Of(ScatterPoints points, byte[] labels)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(labels);
        var segments = labels.Where(label => label < ScatterFigure.Unassigned).Select(label => label + 1).DefaultIfEmpty(0).Max();
        var (x, y) = (Scale.Of(points.X), Scale.Of(points.Y));
        return points.Z is null
            ? Interleaved(segments, Spread(points, labels, segments, x, y).Select(place => new[] { x.Back(place.X), y.Back(place.Y) }).ToArray(), 2)
            : Interleaved(segments, Enumerable.Range(0, segments).Select(segment => new[] { points.X, points.Y, points.Z }
                .Select(column => (float)Members(labels, segment).Select(point => column[point]).DefaultIfEmpty(float.NaN).Average()).ToArray()).ToArray(), 3);
    }

    private static float[] Interleaved(int segments, float[][] places, int dimensions)
    {
        var all = new float[segments * dimensions];
        for (var segment = 0; segment < segments; segment++)
        {
            places[segment].CopyTo(all, segment * dimensions);
        }

        return all;
    }

    private static IEnumerable<int> Members(byte[] labels, int segment) => Enumerable.Range(0, labels.Length).Where(point => labels[point] == segment);

    private static Place[] Spread(ScatterPoints points, byte[] labels, int segments, Scale x, Scale y)
    {
        var clouds = Enumerable.Range(0, segments).Select(_ => new Cloud()).ToArray();
        for (var point = 0; point < labels.Length; point++)
        {
            if (labels[point] < ScatterFigure.Unassigned)
            {
                clouds[labels[point]].Add(x.To(points.X[point]), y.To(points.Y[point]));
            }
        }

        var places = Enumerable.Repeat(new Place(float.NaN, float.NaN), segments).ToArray();
        var taken = new List<Place>();
        foreach (var segment in Enumerable.Range(0, segments).Where(segment => clouds[segment].Count > 0).OrderBy(segment => clouds[segment].Count))
        {
            places[segment] = clouds[segment].Choose(taken);
            taken.Add(places[segment]);
        }

        return places;
    }

    /// <summary>A place on the map, both coordinates from 0 to 1.</summary>
    private readonly record struct Place(float X, float Y)
    {
        public bool Hides(Place other) => Math.Abs(X - other.X) < Width && Math.Abs(Y - other.Y) < Height;

        public float Distance(Place other) => float.Hypot(X - other.X, Y - other.Y);
    }

    /// <summary>From the unit of a column of coordinates to 0 to 1, and back.</summary>
    private readonly record struct Scale(float Least, float Range)
    {
        public static Scale Of(float[] column)
        {
            var (least, most) = (float.PositiveInfinity, float.NegativeInfinity);
            foreach (var value in column)
            {
                if (float.IsFinite(value))
                {
                    (least, most) = (Math.Min(least, value), Math.Max(most, value));
                }
            }

            return most > least ? new Scale(least, most - least) : new Scale(float.IsFinite(least) ? least : 0, 1);
        }

        public float To(float value) => (value - Least) / Range;

        public float Back(float share) => Least + (share * Range);
    }

    /// <summary>The points of one segment, counted in cells.</summary>
    private sealed class Cloud
    {
        private readonly (int Count, float X, float Y)[] _cells = new (int, float, float)[Cells * Cells];
        private double _x;
        private double _y;

        public int Count { get; private set; }

        public void Add(float x, float y)
        {
            if (float.IsFinite(x) && float.IsFinite(y))
            {
                ref var cell = ref _cells[CellOf(new Place(x, y))];
                cell = (cell.Count + 1, cell.X + x, cell.Y + y);
                (Count, _x, _y) = (Count + 1, _x + x, _y + y);
            }
        }

        public Place Choose(List<Place> taken)
        {
            bool IsFree(Place place) => !taken.Exists(place.Hides);
            var middle = new Place((float)(_x / Count), (float)(_y / Count));
            if (_cells[CellOf(middle)].Count > 0 && IsFree(middle))
            {
                return middle;
            }

            var own = _cells.Where(cell => cell.Count > 0).OrderByDescending(cell => cell.Count)
                .Select(cell => new Place(cell.X / cell.Count, cell.Y / cell.Count)).ToArray();
            // Where others fill the whole of the segment, the number stands beside it, as near as it can.
            return own.Where(IsFree).Concat(Everywhere().OrderBy(place => place.Distance(own[0])).Where(IsFree)).FirstOrDefault(own[0]);
        }

        private static IEnumerable<Place> Everywhere() =>
            Enumerable.Range(0, Cells * Cells).Select(cell => new Place((cell % Cells + 0.5f) / Cells, (cell / Cells + 0.5f) / Cells));

        private static int CellOf(Place place) => Math.Clamp((int)(place.X * Cells), 0, Cells - 1) + (Cells * Math.Clamp((int)(place.Y * Cells), 0, Cells - 1));
    }
}
