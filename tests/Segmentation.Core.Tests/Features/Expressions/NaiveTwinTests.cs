using Segmentation.Core.Features.Expressions;
using Segmentation.Core.Frame;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Features.Expressions;

/// <summary>Whatever can be written gives what walking the tree row by row gives.</summary>
public class NaiveTwinTests
{
    private const int Expressions = 250;

    [Fact]
    public void Evaluate_AnyExpression_IsWhatTheTwinComputesRowByRow()
    {
        var frame = Frame(rows: 40);
        for (var seed = 0; seed < Expressions; seed++)
        {
            var random = new SeededRandom(seed);
            var text = new RandomExpression(random).Any(depth: 4);
            var (syntax, column) = (Parser.Parse(text), Evaluating.Compile(text, frame).Evaluate("x").Column);

            for (var row = 0; row < frame.Rows; row++)
            {
                Assert.True(Twin.Value(syntax, frame, row, Evaluating.Today) == Cell(column, row), $"{text} in row {row} is {Cell(column, row) ?? "missing"}.");
            }
        }
    }

    [Fact]
    public void Evaluate_OnAnyNumberOfThreads_GivesTheSameBits()
    {
        var frame = Frame(rows: 20_000);
        for (var seed = 0; seed < 20; seed++)
        {
            var expression = Evaluating.Compile(new RandomExpression(new SeededRandom(seed)).Any(depth: 4), frame);
            var (alone, together) = (expression.Evaluate("x", threads: 1), expression.Evaluate("x", threads: 7));

            Assert.Equal(alone.Undefined, together.Undefined);
            Assert.Equal(Evaluating.Cells(alone.Column), Evaluating.Cells(together.Column));
        }
    }

    [Fact]
    public void Evaluate_ManyTilesAndChunks_EveryRowIsItsOwn()
    {
        var frame = Frame(rows: 9_999);
        var column = (NumberColumn)Evaluating.Compile("if(a > b, a - b, a * 2 + coalesce(b, 1))", frame).Evaluate("x").Column;
        var (a, b) = ((NumberColumn)frame["a"], (NumberColumn)frame["b"]);

        Assert.All(Enumerable.Range(0, frame.Rows), row => Assert.Equal(
            double.IsNaN(a[row]) || double.IsNaN(b[row]) ? double.NaN : a[row] > b[row] ? a[row] - b[row] : (a[row] * 2) + b[row], column[row]));
    }

    private static string? Cell(DataColumn column, int row) => column.Missing[row] ? null : column switch
    {
        NumberColumn numbers => Evaluating.Text(numbers[row]),
        DateColumn dates => dates[row].ToString("O"),
        _ => column.Format(row),
    };

    private static DataFrame Frame(int rows)
    {
        var random = new SeededRandom(7);
        double[] Numbers(double spread) => [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble() < 0.2 ? double.NaN : Math.Round((random.NextDouble() - 0.4) * spread, 1))];
        return new DataFrame(
        [
            new NumberColumn("a", Numbers(10)),
            new NumberColumn("b", Numbers(3)),
            new TextColumn("t", ColumnType.Category, [.. Enumerable.Range(0, rows).Select(_ => random.Next(4) - 1)], ["red", "Red", "blue"]),
            new TextColumn("u", ColumnType.Category, [.. Enumerable.Range(0, rows).Select(_ => random.Next(3) - 1)], ["blue", "red"]),
            new TextColumn("flag", ColumnType.Boolean, [.. Enumerable.Range(0, rows).Select(_ => random.Next(3) - 1)], ["no", "yes"]),
            new DateColumn("d", [.. Enumerable.Range(0, rows).Select(_ => random.Next(5) == 0 ? DateTime.MinValue : new DateTime(2012, 1, 1).AddDays(random.Next(900)))]),
        ]);
    }
}

/// <summary>Writes expressions of any kind.</summary>
internal sealed class RandomExpression(SeededRandom random)
{
    public string Any(int depth) => random.Next(4) switch { 0 => Number(depth), 1 => Truth(depth), 2 => Date(depth), _ => Text(depth) };

    private string Number(int depth) => depth == 0 || random.Next(6) == 0
        ? Pick("a", "b", "2", "0", "1.5", "[a]", "`b`")
        : random.Next(9) switch
        {
            0 => $"({Number(depth - 1)} {Pick("+", "-", "*", "/", "%", "^")} {Number(depth - 1)})",
            1 => $"{Number(depth - 1)} {Pick("+", "-", "*", "/")} {Number(depth - 1)}",
            2 => $"{Pick("abs", "floor", "ceil", "sqrt", "log", "round")}({Number(depth - 1)})",
            3 => $"{Pick("min", "max")}({Number(depth - 1)}, {Number(depth - 1)})",
            4 => $"if({Truth(depth - 1)}, {Number(depth - 1)}, {Number(depth - 1)})",
            5 => $"coalesce({Number(depth - 1)}, {Number(depth - 1)})",
            6 => $"{Pick("year", "month", "day", "quarter", "weekday")}({Date(depth - 1)})",
            7 => $"days_between({Date(depth - 1)}, {Date(depth - 1)})",
            _ => $"length({Text(depth - 1)})",
        };

    private string Truth(int depth) => depth == 0 || random.Next(6) == 0
        ? Pick("flag", "true", "false")
        : random.Next(8) switch
        {
            0 => $"({Number(depth - 1)} {Pick("=", "<>", "<", "<=", ">", ">=")} {Number(depth - 1)})",
            1 => $"({Date(depth - 1)} {Pick("=", "<", ">=")} {Date(depth - 1)})",
            2 => $"({Text(depth - 1)} {Pick("=", "<>")} {Text(depth - 1)})",
            3 => $"({Truth(depth - 1)} {Pick("and", "or")} {Truth(depth - 1)})",
            4 => $"(not {Truth(depth - 1)})",
            5 => $"is_missing({Any(depth - 1)})",
            6 => $"if({Truth(depth - 1)}, {Truth(depth - 1)}, {Truth(depth - 1)})",
            _ => $"{Pick("contains", "starts_with")}({Text(depth - 1)}, '{Pick("e", "r", "R")}')",
        };

    private string Date(int depth) => depth == 0 || random.Next(4) == 0
        ? Pick("d", "today", "date('2013-05-06')")
        : random.Next(3) switch
        {
            0 => $"{Pick("min", "max")}({Date(depth - 1)}, {Date(depth - 1)})",
            1 => $"if({Truth(depth - 1)}, {Date(depth - 1)}, {Date(depth - 1)})",
            _ => $"coalesce({Date(depth - 1)}, {Date(depth - 1)})",
        };

    private string Text(int depth) => depth == 0 || random.Next(5) == 0
        ? Pick("t", "u", "'red'", "\"x\"")
        : random.Next(4) switch
        {
            0 => $"lower({Text(depth - 1)})",
            1 => $"if({Truth(depth - 1)}, {Text(depth - 1)}, {Text(depth - 1)})",
            2 => $"coalesce({Text(depth - 1)}, {Text(depth - 1)})",
            _ => $"bin({Number(depth - 1)}, -1, 0, 2)",
        };

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];
}
