using FsCheck;
using FsCheck.Fluent;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Tests.Exploring;

/// <summary>Small frames with ties, gaps, negative numbers, dates and categories, and masks and filters for them.</summary>
internal static class RandomFrames
{
    public static void ForAll(Action<DataFrame, RowMask> property, int maxRows = 90)
    {
        var cases =
            from seed in Gen.Choose(0, 1_000_000)
            from rows in Gen.Choose(0, maxRows)
            from share in Gen.Choose(0, 10)
            select (Frame: Of(seed, rows), Mask: MaskOf(seed + 1, rows, share / 10.0));
        Prop.ForAll(cases.ToArbitrary(), each => property(each.Frame, each.Mask)).QuickCheckThrowOnFailure();
    }

    /// <summary>Columns n (numbers), w (whole numbers), m (numbers with gaps), d (dates), c (categories with gaps), b (booleans).</summary>
    public static DataFrame Of(int seed, int rows)
    {
        var random = new Random(seed);
        double Number() => random.Next(-20, 20) / 4.0;
        return new DataFrame(
        [
            new NumberColumn("n", Fill(rows, Number)),
            new NumberColumn("w", Fill(rows, () => (double)random.Next(0, 60)), isInteger: true),
            new NumberColumn("m", Fill(rows, () => random.Next(5) == 0 ? double.NaN : Number() * 1000)),
            new DateColumn("d", Fill(rows, () => random.Next(6) == 0 ? DateTime.MinValue : new DateTime(2020, 1, 1).AddDays(random.Next(400)))),
            new TextColumn("c", ColumnType.Category, Fill(rows, () => random.Next(-1, 4)), ["red", "green", "blue", "<b>"]),
            new TextColumn("b", ColumnType.Boolean, Fill(rows, () => random.Next(2)), ["no", "yes"]),
        ]);
    }

    public static RowMask MaskOf(int seed, int rows, double share)
    {
        var random = new Random(seed);
        return RowMask.Of(RowSelection.Where(rows, _ => random.NextDouble() < share));
    }

    public static RowFilter Filter(params RowCondition[] conditions) => new([.. conditions]);

    private static T[] Fill<T>(int rows, Func<T> next)
    {
        var cells = new T[rows];
        for (var row = 0; row < rows; row++)
        {
            cells[row] = next();
        }

        return cells;
    }
}
