using System.Globalization;
using Segmentation.Core.Clustering;
using Segmentation.Core.Collections;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Pipeline;

namespace Segmentation.Dashboard.Tests;

/// <summary>Small data with every flaw that Data and Clean show, and pictures of it that take no time.</summary>
internal static class SmallData
{
    public const string Hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>";

    /// <summary>Two segments, so that nothing has to be searched for.</summary>
    public static SegmentationRecipe Recipe { get; } = new() { Clustering = new ClusteringOptions { ClusterCount = 2, Restarts = 1 } };

    /// <summary>Twenty customers: one age missing, one income far out, one town in lower case, one birth year that cannot be.</summary>
    public static DataFrame Frame { get; } = new(
    [
        new NumberColumn("Id", [.. Enumerable.Range(1, 20).Select(number => (double)number)], isInteger: true),
        new NumberColumn("Age", [.. Enumerable.Range(0, 20).Select(row => row == 3 ? double.NaN : 20 + row)], isInteger: true),
        new NumberColumn("Income", [.. Enumerable.Range(0, 20).Select(row => row == 19 ? 900 : 50 + (row % 7))]),
        new NumberColumn("Birth year", [.. Enumerable.Range(0, 20).Select(row => row == 5 ? 1600 : 1980.0 + row)], isInteger: true),
        new TextColumn("Town", ColumnType.Category, [.. Enumerable.Range(0, 20).Select(row => row == 0 ? 2 : row % 2)], ["Leeds", "York", "leeds"]),
        new DateColumn("Joined", [.. Enumerable.Range(0, 20).Select(row => new DateTime(2020, 1, 1).AddDays(row))]),
    ]);

    public static Dataset Dataset { get; } = Of(Frame);

    public static SegmentationSnapshot Snapshot(SegmentationRecipe? recipe = null, Dataset? data = null) =>
        new SegmentationPipeline(threads: 1).Run(data ?? Dataset, recipe ?? Recipe);

    public static Dataset Of(DataFrame frame, string name = "customers.csv") => new()
    {
        Name = name,
        Frame = frame,
        Schema = new Schema(frame.Columns.Select(column => KeyValuePair.Create(column.Name, RoleOf(column))).ToValueMap()),
        Dialect = new Dialect(",", "utf-8", Header: true),
    };

    /// <summary>So many columns of numbers.</summary>
    public static DataFrame Wide(int columns) => new(
        [.. Enumerable.Range(1, columns).Select(number => new NumberColumn($"c{number.ToString(CultureInfo.InvariantCulture)}", [number, number + 1, number * 2]))]);

    private static ColumnRole RoleOf(DataColumn column) => column switch
    {
        { Name: "Id" } => ColumnRole.Identifier,
        NumberColumn => ColumnRole.Feature,
        DateColumn => ColumnRole.Date,
        _ => ColumnRole.Category,
    };
}
