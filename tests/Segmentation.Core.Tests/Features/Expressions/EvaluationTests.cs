using Segmentation.Core.Features.Expressions;
using Segmentation.Core.Frame;
using Xunit;

namespace Segmentation.Core.Tests.Features.Expressions;

public class EvaluationTests
{
    [Theory]
    // Arithmetic and its order.
    [InlineData("1 + 2 * 3", "7 | 7 | 7")]
    [InlineData("(1 + 2) * 3", "9 | 9 | 9")]
    [InlineData("10 - 3 - 2", "5 | 5 | 5")]
    [InlineData("-2 ^ 2", "-4 | -4 | -4")]
    [InlineData("2 ^ 3 ^ 2", "512 | 512 | 512")]
    [InlineData("2 ^ -1", "0.5 | 0.5 | 0.5")]
    [InlineData("- -Id", "1 | 2 | 3")]
    [InlineData("7 % 3", "1 | 1 | 1")]
    [InlineData("-1 % 7", "6 | 6 | 6")]
    [InlineData("1.5e3 + .5", "1500.5 | 1500.5 | 1500.5")]
    [InlineData("Income / 4", "12500 | -0.5 | ?")]
    // What is no number is missing, at once.
    [InlineData("1 / Visits", "0.25 | ? | ?")]
    [InlineData("1 / Visits > 0", "yes | ? | ?")]
    [InlineData("Visits % 0", "? | ? | ?")]
    [InlineData("log(Income) > 0", "yes | ? | ?")]
    [InlineData("sqrt(Income + 2)", "223.6112698412135 | 0 | ?")]
    [InlineData("exp(1000)", "? | ? | ?")]
    [InlineData("Visits ^ 0", "1 | 1 | ?")]
    [InlineData("0 * -1", "0 | 0 | 0")]
    // Functions of numbers.
    [InlineData("log10(1000)", "3 | 3 | 3")]
    [InlineData("log(exp(2))", "2 | 2 | 2")]
    [InlineData("abs(Income)", "50000 | 2 | ?")]
    [InlineData("min(3, Visits, 2)", "2 | 0 | ?")]
    [InlineData("max(3, Visits, 2)", "4 | 3 | ?")]
    [InlineData("round(2.5) + round(-2.5)", "0 | 0 | 0")]
    [InlineData("round(3.14159, 2)", "3.14 | 3.14 | 3.14")]
    [InlineData("round(1250, -2)", "1300 | 1300 | 1300")]
    [InlineData("floor(-1.5)", "-2 | -2 | -2")]
    [InlineData("ceil(1.2)", "2 | 2 | 2")]
    [InlineData("bin(Income, -5, 0, 1e5)", "0 to below 100000 | -5 to below 0 | ?")]
    [InlineData("bin(Visits, 0, 4)", "4 and above | 0 to below 4 | ?")]
    [InlineData("bin(Visits, 1)", "1 and above | below 1 | ?")]
    // Comparison and logic.
    [InlineData("Id = 2", "no | yes | no")]
    [InlineData("Id <> 2", "yes | no | yes")]
    [InlineData("Id != 2", "yes | no | yes")]
    [InlineData("Id == 2", "no | yes | no")]
    [InlineData("Id < 2 or Id >= 3", "yes | no | yes")]
    [InlineData("Id > 1 and Id <= 2", "no | yes | no")]
    [InlineData("not Id = 2", "yes | no | yes")]
    [InlineData("not(Id = 2)", "yes | no | yes")]
    [InlineData("Visits = 4", "yes | no | ?")]
    [InlineData("Visits = 4 or true", "yes | yes | yes")]
    [InlineData("Visits = 4 and false", "no | no | no")]
    [InlineData("Visits = 4 and true", "yes | no | ?")]
    [InlineData("Visits = 4 or false", "yes | no | ?")]
    [InlineData("not Married", "no | yes | ?")]
    [InlineData("Married = false", "no | yes | ?")]
    // Choices.
    [InlineData("if(Married, 1, 0)", "1 | 0 | ?")]
    [InlineData("if(Visits = 0, 0, Income / Visits)", "12500 | 0 | ?")]
    [InlineData("if(Id = 3, 'new', City)", "Ulm | New Ulm | new")]
    [InlineData("if(Id = 1, Joined, today)", "2012-02-29 | 2014-06-29 | 2014-06-29")]
    [InlineData("if(Id > 1, Married, true)", "yes | no | ?")]
    [InlineData("is_missing(Income)", "no | no | yes")]
    [InlineData("is_missing(City) or is_missing(Joined) or is_missing(Married)", "no | no | yes")]
    [InlineData("coalesce(Income, Visits, -1)", "50000 | -2 | -1")]
    [InlineData("coalesce(City, 'none')", "Ulm | New Ulm | none")]
    [InlineData("coalesce(1 / Visits, 0)", "0.25 | 0 | 0")]
    [InlineData("coalesce(Joined, date('2000-01-01')) < date('2001-01-01')", "no | no | yes")]
    [InlineData("coalesce(Married, false)", "yes | no | no")]
    // Dates.
    [InlineData("year(Joined) * 10000 + month(Joined) * 100 + day(Joined)", "20120229 | 20140629 | ?")]
    [InlineData("weekday(Joined)", "3 | 7 | ?")]
    [InlineData("quarter(Joined)", "1 | 2 | ?")]
    [InlineData("days_between(Joined, today)", "851 | -0.75 | ?")]
    [InlineData("months_between(Joined, date('2014-02-28'))", "24 | -4.058333333333334 | ?")]
    [InlineData("floor(years_between(Joined, date('2013-02-27')))", "0 | -2 | ?")]
    [InlineData("floor(years_between(Joined, date('2013-02-28')))", "1 | -2 | ?")]
    [InlineData("Joined < today", "yes | no | ?")]
    [InlineData("min(Joined, today)", "2012-02-29 | 2014-06-29 | ?")]
    [InlineData("year(max(Joined, date('2013-01-01')))", "2013 | 2014 | ?")]
    [InlineData("year(TODAY())", "2014 | 2014 | 2014")]
    // Texts.
    [InlineData("contains(City, 'New')", "no | yes | ?")]
    [InlineData("contains(lower(City), 'new ulm')", "no | yes | ?")]
    [InlineData("starts_with(City, \"U\")", "yes | no | ?")]
    [InlineData("length(City)", "3 | 7 | ?")]
    [InlineData("lower(City)", "ulm | new ulm | ?")]
    [InlineData("City = 'Ulm'", "yes | no | ?")]
    [InlineData("City = [Other City]", "no | yes | ?")]
    [InlineData("City <> `Other City`", "yes | no | ?")]
    [InlineData("'it''s' = \"it's\"", "yes | yes | yes")]
    // Names.
    [InlineData("[a]]b`c]", "7 | 8 | 9")]
    [InlineData("`a]b``c`", "7 | 8 | 9")]
    [InlineData("iNCOME", "50000 | -2 | ?")]
    public void Evaluate_ByHand(string text, string expected) => Assert.Equal(expected, Evaluating.Cells(text));

    [Theory]
    [InlineData("Id", ColumnType.Integer)]
    [InlineData("Id / 2", ColumnType.Number)]
    [InlineData("Id > 1", ColumnType.Boolean)]
    [InlineData("Joined", ColumnType.Date)]
    [InlineData("lower(City)", ColumnType.Text)]
    [InlineData("bin(Id, 2, 5)", ColumnType.Category)]
    public void Evaluate_TheColumnsType_FollowsItsValues(string text, ColumnType type) =>
        Assert.Equal(type, Evaluating.Compile(text).Evaluate("x").Column.Type);

    [Fact]
    public void Evaluate_TextsThatRecur_AreCategories_InTheOrderInWhichTheyCome()
    {
        var frame = new DataFrame([Tables.Numbers("n", 9, 1, 9, 1, 9)]);

        var column = (TextColumn)Evaluating.Compile("bin(n, 5)", frame).Evaluate("x").Column;

        Assert.Equal(ColumnType.Category, column.Type);
        Assert.Equal(["5 and above", "below 5"], column.Dictionary);
    }

    [Theory]
    [InlineData("1 / Visits", 1, "a division by zero")]
    [InlineData("log(Income)", 1, "a logarithm of a number that is not above 0")]
    [InlineData("sqrt(Income)", 1, "a square root of a number below 0")]
    [InlineData("if(Visits = 0, 0, Income / Visits)", 0, "a division by zero")]
    [InlineData("coalesce(1 / Visits, 0)", 0, "a division by zero")]
    [InlineData("Income * 2", 0, null)]
    [InlineData("exp(Income)", 1, null)]
    public void Evaluate_RowsWithoutAResultThoughAllValuesAreThere_AreCounted(string text, int undefined, string? risk)
    {
        var expression = Evaluating.Compile(text);

        Assert.Equal(undefined, expression.Evaluate("x").Undefined);
        Assert.Equal(risk is null ? [] : [risk], expression.Risks);
    }

    [Theory]
    [InlineData("2012-01-31", "2012-02-29", 1)]
    [InlineData("2012-01-31", "2012-03-31", 2)]
    [InlineData("2012-01-15", "2012-01-31", 16 / 31.0)]
    [InlineData("2011-12-31", "2012-12-31", 12)]
    [InlineData("2012-02-29", "2013-02-28", 12)]
    [InlineData("2000-01-01", "2000-01-01", 0)]
    [InlineData("9999-11-30", "9999-12-31", 1 + (1 / 31.0))]
    public void Months_ByHand(string from, string to, double expected)
    {
        var (first, last) = (DateTime.Parse(from, System.Globalization.CultureInfo.InvariantCulture), DateTime.Parse(to, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(expected, DateDifference.Months(first, last), 12);
        Assert.Equal(-expected, DateDifference.Months(last, first), 12);
    }

    [Fact]
    public void Months_OneDayLater_IsNeverLess()
    {
        var from = new DateTime(2011, 10, 31);
        var months = Enumerable.Range(0, 800).Select(day => DateDifference.Months(from, from.AddDays(day))).ToArray();

        Assert.Equal(months.Order(), months);
        Assert.Equal(months.Length, months.Distinct().Count());
    }

    [Fact]
    public void Evaluate_NoRows_IsAColumnWithoutRows() =>
        Assert.Equal(0, Evaluating.Compile("n + 1", new DataFrame([Tables.Numbers("n")])).Evaluate("x").Column.Length);

    [Fact]
    public void Evaluate_Cancelled_Ends() => Assert.ThrowsAny<OperationCanceledException>(
        () => Evaluating.Compile("Id + 1").Evaluate("x", 1, new CancellationToken(canceled: true)));

    [Fact]
    public void Columns_AreThoseItLooksAt_Once() => Assert.Equal(["Income", "Id"], Evaluating.Compile("Income + Id * income").Columns);
}
