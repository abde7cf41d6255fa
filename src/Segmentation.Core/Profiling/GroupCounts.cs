using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Profiling;

/// <summary>How often each category of a column comes in each group of rows; beyond a number of categories the rare ones share one.</summary>
/// <param name="Categories">Most frequent first, ties in the order of their appearance; behind them <see cref="FeatureColumn.OtherCategories"/>, if
/// there are more.</param>
/// <param name="Counts">Groups x categories, group after group. Missing cells count nowhere.</param>
internal sealed record GroupCounts(IReadOnlyList<string> Categories, int[] Counts)
{
    /// <summary>Most categories that are told apart, the shared one included.</summary>
    public const int MaxCategories = FeatureOptions.MaxCategories;

    /// <summary>Whether the last category stands for several.</summary>
    public bool IsPooled { get; init; }

    /// <summary>The counts of one column.</summary>
    public static GroupCounts Of(TextColumn column, GroupedRows rows, int threads, CancellationToken cancellationToken)
    {
        var (places, categories, isPooled) = PlacesOf(column);
        var chunks = new Chunks(rows.Labels.Length);
        var parts = new int[chunks.Count][];
        Chunks.Run(chunks.Count, Chunks.ThreadsFor(threads), chunk =>
        {
            var counts = parts[chunk] = new int[rows.Groups * categories.Length];
            for (var i = chunks.Start(chunk); i < chunks.End(chunk); i++)
            {
                if (column.Codes[rows.Rows[i]] is var code and not TextColumn.MissingCode)
                {
                    counts[(rows.GroupOf(rows.Labels[i]) * categories.Length) + places[code]]++;
                }
            }
        }, cancellationToken);
        var total = new int[rows.Groups * categories.Length];
        foreach (var part in parts)
        {
            System.Numerics.Tensors.TensorPrimitives.Add(total, part, total);
        }

        return new GroupCounts(categories, total) { IsPooled = isPooled };
    }

    /// <summary>Cells of a group in a category.</summary>
    public int this[int group, int category] => Counts[(group * Categories.Count) + category];

    /// <summary>Cells of a group that hold a category.</summary>
    public int InGroup(int group) => Counts.AsSpan(group * Categories.Count, Categories.Count).ToArray().Sum();

    private static (int[] Places, string[] Categories, bool IsPooled) PlacesOf(TextColumn column)
    {
        var counts = column.CountCodes();
        int[] present = [.. Enumerable.Range(0, counts.Length).Where(code => counts[code] > 0).OrderByDescending(code => counts[code])];
        var isPooled = present.Length > MaxCategories;
        var own = isPooled ? present[..(MaxCategories - 1)] : present;
        var places = new int[counts.Length];
        Array.Fill(places, own.Length);
        foreach (var (place, code) in own.Index())
        {
            places[code] = place;
        }

        string[] names = [.. own.Select(code => column.Dictionary[code])];
        return (places, isPooled ? [.. names, FeatureColumn.OtherCategories] : names, isPooled);
    }
}
