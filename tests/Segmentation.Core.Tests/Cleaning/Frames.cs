using System.Globalization;
using Segmentation.Core.Cleaning;
using Segmentation.Core.Collections;
using Segmentation.Core.Frame;
using Xunit;

namespace Segmentation.Core.Tests.Cleaning;

/// <summary>Small frames written by hand, and a plain loader for a TAB file.</summary>
internal static class Frames
{
    public const double None = double.NaN;

    public static NumberColumn Numbers(string name, params double[] values) =>
        new(name, values, values.All(value => double.IsNaN(value) || double.IsInteger(value)));

    public static TextColumn Categories(string name, params string?[] values) => Texts(name, ColumnType.Category, [], values);

    public static TextColumn Booleans(string name, params string?[] values) => Texts(name, ColumnType.Boolean, ["no", "yes"], values);

    public static DateColumn Dates(string name, params string?[] values) =>
        new(name, [.. values.Select(value => value is null ? default : DateTime.Parse(value, CultureInfo.InvariantCulture))]);

    public static Schema WithIdentifier(string column) => new(ValueMap<ColumnRole>.Empty.With(column, ColumnRole.Identifier));

    public static Schema WithoutIdentifier { get; } = new(ValueMap<ColumnRole>.Empty);

    /// <summary>Cleans with every column as a feature, without an identifier and without outliers unless the options have them.</summary>
    public static CleaningResult Clean(CleaningOptions options, params DataColumn[] columns) =>
        Cleaner.Clean(
            new DataFrame(columns),
            WithoutIdentifier,
            [.. columns.Select(column => column.Name)],
            options,
            TestContext.Current.CancellationToken);

    public static LedgerEntry Entry(this CleaningResult result, string key) => Assert.Single(result.Ledger, entry => entry.Key == key);

    public static bool Has(this CleaningResult result, string key) => result.Ledger.Any(entry => entry.Key == key);

    public static double[] Numbers(this CleaningResult result, string column) => ((NumberColumn)result.Frame[column]).Values.ToArray();

    public static IReadOnlyList<string?> Texts(this CleaningResult result, string column) =>
        [.. Enumerable.Range(0, result.Frame.Rows).Select(row => ((TextColumn)result.Frame[column])[row])];

    public static IReadOnlyList<string?> Reasons(this CleaningResult result) =>
        [.. Enumerable.Range(0, result.Frame.Rows).Select(result.SetAside.ReasonOf)];

    /// <summary>A file whose columns are numbers where every cell is one, else categories.</summary>
    public static DataFrame LoadTabbed(string path)
    {
        var lines = File.ReadAllLines(path).Where(line => line.Length > 0).Select(line => line.Split('\t')).ToArray();
        return new DataFrame([.. lines[0].Select((name, place) => LoadColumn(name, [.. lines.Skip(1).Select(line => line[place])]))]);
    }

    private static DataColumn LoadColumn(string name, string[] cells)
    {
        var numbers = cells.Select(cell => cell.Length == 0 ? None
            : double.TryParse(cell, CultureInfo.InvariantCulture, out var number) ? number : double.PositiveInfinity).ToArray();
        return numbers.Any(double.IsInfinity)
            ? Categories(name, [.. cells.Select(cell => cell.Length == 0 ? null : cell)])
            : Numbers(name, numbers);
    }

    private static TextColumn Texts(string name, ColumnType type, string[] known, string?[] values)
    {
        var dictionary = known.Concat(values.OfType<string>()).Distinct().ToList();
        var codes = values.Select(value => value is null ? TextColumn.MissingCode : dictionary.IndexOf(value)).ToArray();
        return new TextColumn(name, type, codes, [.. dictionary]);
    }
}
