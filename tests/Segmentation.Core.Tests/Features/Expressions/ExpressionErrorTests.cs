using Segmentation.Core.Features.Expressions;
using Segmentation.Core.Frame;
using Xunit;

namespace Segmentation.Core.Tests.Features.Expressions;

public class ExpressionErrorTests
{
    [Theory]
    // Names.
    [InlineData("1 + Incme", "Incme", "There is no column Incme. Did you mean Income?")]
    [InlineData("[other  city] = 'x'", "[other  city]", "Did you mean Other City?")]
    [InlineData("Zebra", "Zebra", "There is no column Zebra.")]
    [InlineData("rond(Income)", "rond", "There is no function rond. Did you mean round?")]
    [InlineData("log + 1", "log", "log is a function: write log(x).")]
    // Kinds.
    [InlineData("Income + City", "City", "'+' needs numbers, and City is a text.")]
    [InlineData("today - Joined", "today", "days_between")]
    [InlineData("if(Visits, 1, 0)", "Visits", "if needs yes or no (a comparison, for example), and Visits is a number. Write Visits = 1, for example.")]
    [InlineData("if(Married, 1, 'x')", "'x'", "if needs values of one kind: 1 is a number, and 'x' is a text.")]
    [InlineData("Joined > '2012-01-01'", "Joined > '2012-01-01'", "Write a date as date('2024-01-31').")]
    [InlineData("Married = 1", "Married = 1", "needs no comparison")]
    [InlineData("City < 'x'", "City < 'x'", "Texts can be compared with = and <> only.")]
    [InlineData("round(Married)", "Married", "Write if(Married, 1, 0).")]
    [InlineData("year('2012-01-01')", "'2012-01-01'", "Write date('2024-01-31').")]
    [InlineData("min(City, 'x')", "City", "min needs numbers or dates")]
    [InlineData("length(Income)", "Income", "length needs texts, and Income is a number.")]
    // Arguments.
    [InlineData("abs()", "abs()", "abs is written abs(x); here it has no argument.")]
    [InlineData("abs(1, 2)", "abs(1, 2)", "here it has 2 arguments.")]
    [InlineData("date('31.1.2024')", "'31.1.2024'", "year, month and day")]
    [InlineData("date('2023-02-29')", "'2023-02-29'", "year, month and day")]
    [InlineData("round(1, Id)", "Id", "from -15 to 15")]
    [InlineData("round(1, 1.5)", "1.5", "from -15 to 15")]
    [InlineData("bin(Income, 5, 5)", "5", "go upwards")]
    [InlineData("bin(Income, Id)", "Id", "written out")]
    [InlineData("contains(City, City)", "City", "written out")]
    [InlineData("City = ''", "''", "is_missing")]
    // Form.
    [InlineData("", "", "Nothing is written yet.")]
    [InlineData("   ", "", "Nothing is written yet.")]
    [InlineData("1 +", "", "Something is missing at the end")]
    [InlineData("* 2", "*", "Something is missing before '*'.")]
    [InlineData("(1 + 2", "(", "not closed")]
    [InlineData("1 + 2)", ")", "closes nothing")]
    [InlineData("abs(1", "(", "not closed")]
    [InlineData("1, 2", ",", "separates arguments")]
    [InlineData("Income Visits", "Visits", "missing before this")]
    [InlineData("1 < Id < 3", "<", "Two comparisons in a row")]
    [InlineData("and Married", "and", "Something is missing before 'and'.")]
    [InlineData("1 + not Married", "not", "in brackets")]
    [InlineData("'open", "'open", "not closed")]
    [InlineData("[open", "[open", "not closed")]
    [InlineData("if(Id = 1; 2; 3)", ";", "separated by commas")]
    [InlineData("Id & 1", "&", "and, or")]
    [InlineData("Id $ 1", "$", "[brackets]")]
    [InlineData("<script>", "<", "Something is missing before '<'.")]
    [InlineData("1e999", "1e999", "too large")]
    public void TryCompile_WhatIsWrong_IsShownAndSaid(string text, string shown, string said)
    {
        var error = Evaluating.Fault(text);

        Assert.Equal(shown, text.Substring(error.Position, error.Length));
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TryCompile_TodayWhereThereIsNoDate_SaysSo()
    {
        var isFine = CompiledExpression.TryCompile("year(today)", ExpressionScope.Of(new DataFrame([Tables.Numbers("n", 1)]), null), out _, out var error);

        Assert.False(isFine);
        Assert.Equal((5, 5), (error!.Position, error.Length));
        Assert.Contains("no column of dates", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TryCompile_TooLong_SaysHowLongItMayBe()
    {
        var error = Evaluating.Fault(string.Concat(Enumerable.Repeat("Income + ", 1_111)) + "1");

        Assert.Equal(ExpressionLimits.MaxLength, error.Position);
        Assert.Contains("10,000", error.Message, StringComparison.Ordinal);
        Assert.Contains("2,000", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("-", "1", "")]
    [InlineData("+", "1", "")]
    [InlineData("not ", "Married", "")]
    [InlineData("2^", "2", "")]
    [InlineData("abs(", "1", ")")]
    [InlineData("if(Married,1,", "2", ")")]
    public void TryCompile_NestedTooDeep_IsRefused_AndJustDeepEnoughIsNot(string opening, string inner, string closing)
    {
        string Nest(int depth) => string.Concat(Enumerable.Repeat(opening, depth)) + inner + string.Concat(Enumerable.Repeat(closing, depth));

        Evaluating.Compile(Nest(ExpressionLimits.MaxDepth - 2)).Evaluate("x");
        Assert.Contains("nested more than 50 deep", Evaluating.Fault(Nest(60)).Message, StringComparison.Ordinal);
        Assert.NotEmpty(Evaluating.Fault(Nest(ExpressionLimits.MaxLength / (opening.Length + closing.Length) - 10)).Message);
        Assert.NotEmpty(Evaluating.Fault(string.Concat(Enumerable.Repeat(opening, ExpressionLimits.MaxLength / opening.Length))).Message);
    }

    [Theory]
    [InlineData("+")]
    [InlineData("/")]
    public void TryCompile_TheLongestChain_FitsASmallStack(string symbol)
    {
        var chain = string.Join(symbol, Enumerable.Repeat("Id", ExpressionLimits.MaxNodes / 2));
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(() => Evaluating.Compile(chain).Evaluate("x", threads: 1)), 512 * 1024);
        thread.Start();
        thread.Join();

        Assert.Null(failure);
        Assert.Contains("more than 1,000 parts", Evaluating.Fault($"{chain}{symbol}Id").Message, StringComparison.Ordinal);
    }
}
