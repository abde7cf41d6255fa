using System.Globalization;
using Segmentation.Core.Features.Expressions;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Tests.Features.Expressions;

/// <summary>Computes one row by walking the tree, with nothing clever; null is missing.</summary>
internal static class Twin
{
    /// <summary>The cell as a text: a number with all its digits, a date in ISO 8601, yes or no.</summary>
    public static string? Value(Syntax syntax, DataFrame frame, int row, DateTime today) => Of(syntax, frame, row, today) switch
    {
        double number => Evaluating.Text(number + 0.0),
        DateTime date => date.ToString("O"),
        bool truth => truth ? "yes" : "no",
        var text => (string?)text,
    };

    private static object? Of(Syntax syntax, DataFrame frame, int row, DateTime today)
    {
        object? At(Syntax inner) => Of(inner, frame, row, today);
        return syntax switch
        {
            NumberSyntax number => number.Value,
            TextSyntax text => text.Value,
            TruthSyntax truth => truth.Value,
            TodaySyntax => today,
            ColumnSyntax column => Cell(frame[column.Name], row),
            UnarySyntax { Operator: "not" } not => At(not.Operand) is bool truth ? !truth : null,
            UnarySyntax minus => At(minus.Operand) is double value ? -value : null,
            BinarySyntax binary => Binary(binary.Operator, At(binary.Left), At(binary.Right)),
            CallSyntax { Function: "if" } call => At(call.Arguments[0]) is bool condition ? At(call.Arguments[condition ? 1 : 2]) : null,
            CallSyntax { Function: "coalesce" } call => call.Arguments.Select(At).FirstOrDefault(value => value is not null),
            CallSyntax { Function: "is_missing" } call => At(call.Arguments[0]) is null,
            CallSyntax { Function: "date" } call => DateTime.Parse(((TextSyntax)call.Arguments[0]).Value, CultureInfo.InvariantCulture),
            CallSyntax call => call.Arguments.Select(At).ToArray() is var values && values.Contains(null) ? null : Call(call.Function, values!),
            _ => throw new NotSupportedException(syntax.ToString()),
        };
    }

    private static object? Cell(DataColumn column, int row) => column.Missing[row] ? null : column switch
    {
        NumberColumn numbers => numbers[row],
        DateColumn dates => dates[row],
        TextColumn { Type: ColumnType.Boolean } => column.Format(row) == "yes",
        _ => column.Format(row),
    };

    private static object? Binary(string symbol, object? left, object? right) => symbol switch
    {
        "and" => left is false || right is false ? false : left is null || right is null ? null : true,
        "or" => left is true || right is true ? true : left is null || right is null ? null : false,
        _ when left is null || right is null => null,
        "=" => left.Equals(right),
        "<>" => !left.Equals(right),
        "<" => Compare(left, right) < 0,
        "<=" => Compare(left, right) <= 0,
        ">" => Compare(left, right) > 0,
        ">=" => Compare(left, right) >= 0,
        _ => Finite(Arithmetic(symbol, (double)left, (double)right)),
    };

    private static int Compare(object left, object right) => ((IComparable)left).CompareTo(right);

    private static double Arithmetic(string symbol, double left, double right) => symbol switch
    {
        "+" => left + right,
        "-" => left - right,
        "*" => left * right,
        "/" => left / right,
        "%" when right == 0 => double.NaN,
        "%" => left % right is var rest && rest != 0 && Math.Sign(rest) != Math.Sign(right) ? rest + right : rest,
        _ => Math.Pow(left, right),
    };

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    private static object? Call(string function, object[] values) => function switch
    {
        "abs" => Math.Abs((double)values[0]),
        "floor" => Math.Floor((double)values[0]),
        "ceil" => Math.Ceiling((double)values[0]),
        "sqrt" => Finite(Math.Sqrt((double)values[0])),
        "log" => Finite(Math.Log((double)values[0])),
        "round" => Math.Round((double)values[0], MidpointRounding.AwayFromZero),
        "min" => Compare(values[0], values[1]) <= 0 ? values[0] : values[1],
        "max" => Compare(values[0], values[1]) >= 0 ? values[0] : values[1],
        "year" => (double)((DateTime)values[0]).Year,
        "month" => (double)((DateTime)values[0]).Month,
        "day" => (double)((DateTime)values[0]).Day,
        "quarter" => Math.Ceiling(((DateTime)values[0]).Month / 3.0),
        "weekday" => (double)((((int)((DateTime)values[0]).DayOfWeek + 6) % 7) + 1),
        "days_between" => ((DateTime)values[1] - (DateTime)values[0]).TotalDays,
        "length" => (double)((string)values[0]).Length,
        "lower" => ((string)values[0]).ToLowerInvariant(),
        "contains" => ((string)values[0]).Contains((string)values[1], StringComparison.Ordinal),
        "starts_with" => ((string)values[0]).StartsWith((string)values[1], StringComparison.Ordinal),
        "bin" => Bin((double)values[0], [.. values.Skip(1).Cast<double>()]),
        _ => throw new NotSupportedException(function),
    };

    private static string Bin(double value, double[] edges) => edges.Count(edge => edge <= value) switch
    {
        0 => $"below {Evaluating.Text(edges[0])}",
        var passed when passed == edges.Length => $"{Evaluating.Text(edges[^1])} and above",
        var passed => $"{Evaluating.Text(edges[passed - 1])} to below {Evaluating.Text(edges[passed])}",
    };
}
