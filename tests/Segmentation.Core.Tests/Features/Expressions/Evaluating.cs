using System.Globalization;
using Segmentation.Core.Features.Expressions;
using Segmentation.Core.Frame;
using Xunit;

namespace Segmentation.Core.Tests.Features.Expressions;

/// <summary>Expressions over small tables made by hand.</summary>
internal static class Evaluating
{
    public static readonly DateTime Today = new(2014, 6, 29);

    /// <summary>Three customers; the last one has no value but its key.</summary>
    public static DataFrame Customers() => new(
    [
        new NumberColumn("Id", [1, 2, 3], isInteger: true),
        Tables.Numbers("Income", 50_000, -2, double.NaN),
        Tables.Numbers("Visits", 4, 0, double.NaN),
        Tables.Texts("City", ColumnType.Category, "Ulm", "New Ulm", null),
        Tables.Texts("Other City", ColumnType.Category, "Bonn", "New Ulm", null),
        new TextColumn("Married", ColumnType.Boolean, [1, 0, TextColumn.MissingCode], ["N", "Y"]),
        new DateColumn("Joined", [new DateTime(2012, 2, 29), new DateTime(2014, 6, 29, 18, 0, 0), DateTime.MinValue]),
        Tables.Numbers("a]b`c", 7, 8, 9),
    ]);

    public static CompiledExpression Compile(string text, DataFrame? frame = null, DateTime? today = null)
    {
        var isFine = CompiledExpression.TryCompile(text, new ExpressionScope(frame ?? Customers(), today ?? Today), out var expression, out var error);
        Assert.True(isFine, error?.Message);
        return expression!;
    }

    public static ExpressionError Fault(string text, DataFrame? frame = null)
    {
        var isFine = CompiledExpression.TryCompile(text, new ExpressionScope(frame ?? Customers(), Today), out _, out var error);
        Assert.False(isFine, $"{text} was taken.");
        return error!;
    }

    /// <summary>The cells of the result, with ? where one is missing.</summary>
    public static string Cells(string text, DataFrame? frame = null) => Cells(Compile(text, frame).Evaluate("x").Column);

    public static string Cells(DataColumn column) => string.Join(
        " | ", Enumerable.Range(0, column.Length).Select(row => column.Missing[row] ? "?" : column.Format(row)));

    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
