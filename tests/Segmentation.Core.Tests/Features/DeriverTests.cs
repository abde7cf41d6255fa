using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Features.Expressions;
using Segmentation.Core.Frame;
using Segmentation.Core.Tests.Features.Expressions;
using Xunit;

namespace Segmentation.Core.Tests.Features;

public class DeriverTests
{
    private static readonly Core.Frame.IO.Dataset s_data = Tables.Of(
        Tables.Numbers("Income", 100, 200, double.NaN),
        Tables.Numbers("Visits", 1, 0, 2),
        new DateColumn("Joined", [new DateTime(2012, 1, 1), new DateTime(2013, 5, 6, 7, 8, 9), DateTime.MinValue]));

    [Fact]
    public void Derive_AppendsTheColumnsInTheirOrder_AndLeavesTheFilesOwn()
    {
        var derived = Derive(("Half", "Income / 2"), ("Quarter", "Half / 2"), ("Rich", "Income > 150"));

        Assert.Equal(["Income", "Visits", "Joined", "Half", "Quarter", "Rich"], derived.Frame.Columns.Select(column => column.Name));
        Assert.Equal("25 | 50 | ?", Evaluating.Cells(derived.Frame["Quarter"]));
        Assert.Equal("no | yes | ?", Evaluating.Cells(derived.Frame["Rich"]));
        Assert.Same(s_data.Frame["Income"], derived.Frame["Income"]);
        Assert.Equal(ColumnRole.Feature, derived.Schema.RoleOf("Quarter"));
        Assert.Equal(ColumnRole.Category, derived.Schema.RoleOf("Rich"));
        Assert.Equal(ColumnRole.Feature, derived.Schema.RoleOf("Income"));
        Assert.Empty(derived.Issues);
    }

    [Fact]
    public void Derive_Nothing_GivesTheFileItself() => Assert.Same(s_data, Deriver.Derive(s_data, []));

    [Fact]
    public void Derive_Today_IsTheLatestDayOfTheFile_UnlessAnotherIsSet()
    {
        ValueList<DerivedColumn> column = [new("Age", "year(today) * 10000 + month(today) * 100 + day(today) + 0 * days_between(today, date('2013-05-06'))")];

        Assert.Equal("20130506 | 20130506 | 20130506", Evaluating.Cells(Deriver.Derive(s_data, column).Frame["Age"]));
        Assert.Equal("20200229 | 20200229 | 20200229", Evaluating.Cells(Deriver.Derive(s_data, column, new DateOnly(2020, 2, 29)).Frame["Age"]));
    }

    [Theory]
    [InlineData("Total", "Total + 1", "At character 1: Total is the column that is being made: it cannot use itself.")]
    [InlineData("First", "1 + Later", "At character 5: Later is made after this column")]
    [InlineData("Pay", "Incme / 12", "At character 1: There is no column Incme. Did you mean Income?")]
    [InlineData("<b>bold</b>", "Income +", "'<b>bold</b>' cannot be made. At character 9: Something is missing at the end")]
    public void Derive_AnExpressionThatDoesNotFit_NamesColumnPlaceAndReason(string name, string expression, string said)
    {
        var failure = Assert.Throws<UnusableDataException>(() => Derive((name, expression), ("Later", "Visits")));

        Assert.StartsWith($"The derived column '{name}' cannot be made.", failure.Message, StringComparison.Ordinal);
        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Visits * 0 + 3", DataIssueKind.ConstantColumn, 3, "The derived column 'New' is '3' in every row and cannot tell rows apart; it is ignored.")]
    [InlineData("Visits > -1", DataIssueKind.ConstantColumn, 3, "The derived column 'New' is 'yes' in every row and cannot tell rows apart; it is ignored.")]
    [InlineData("coalesce(Income, 1) / 0", DataIssueKind.EmptyColumn, 3, "The derived column 'New' has no value in any row; it is ignored.")]
    public void Derive_AColumnThatTellsNothing_IsKeptIgnoredAndSaid(string expression, DataIssueKind kind, int count, string said)
    {
        var derived = Derive(("New", expression));

        Assert.Equal(ColumnRole.Ignored, derived.Schema.RoleOf("New"));
        var issue = derived.Issues.Single(issue => issue.Kind == kind);
        Assert.Equal(("New", (long)count, said), (issue.Column, issue.Count, issue.Message));
    }

    [Fact]
    public void Derive_ADivisionByZero_IsMissing_AndCounted()
    {
        var derived = Derive(("Per visit", "Income / Visits"));

        Assert.Equal("100 | ? | ?", Evaluating.Cells(derived.Frame["Per visit"]));
        var issue = Assert.Single(derived.Issues);
        Assert.Equal((DataIssueKind.UndefinedResult, 1L), (issue.Kind, issue.Count));
        Assert.Equal("The derived column 'Per visit' has no result in 1 row although all values are there: a division by zero.", issue.Message);
    }

    [Fact]
    public void Derive_ANameThatIsTaken_GetsANumber_AndSaysSo()
    {
        var derived = Derive(("Income", "Visits + 1"), ("Income", "Visits + 2"), ("Check", "Income"));

        Assert.Equal(["Income", "Visits", "Joined", "Income (2)", "Income (3)", "Check"], derived.Frame.Columns.Select(column => column.Name));
        Assert.Equal("100 | 200 | ?", Evaluating.Cells(derived.Frame["Check"]));
        Assert.Equal(["Income (2)", "Income (3)"], derived.Issues.Where(issue => issue.Kind == DataIssueKind.RepeatedName).Select(issue => issue.Column));
    }

    [Fact]
    public void ScopeAt_SeesTheFileAndWhatIsDerivedBefore()
    {
        ValueList<DerivedColumn> derived = [new("Half", "Income / 2"), new("Quarter", "Half / 2")];
        var data = Deriver.Derive(s_data, derived);

        Assert.Equal(["Income", "Visits", "Joined", "Half"], Deriver.ScopeAt(s_data, data, derived, 1, null).Frame.Columns.Select(column => column.Name));
        Assert.Equal(5, Deriver.ScopeAt(s_data, data, derived, 2, null).Frame.Columns.Count);
        Assert.Equal(new DateTime(2013, 5, 6), Deriver.ScopeAt(s_data, data, derived, 0, null).Today);
        CompiledExpression.TryCompile("Quarter", Deriver.ScopeAt(s_data, data, derived, 1, null).First(2), out _, out var error);
        Assert.Contains("it cannot use itself", error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "1", "needs a name")]
    [InlineData(" x", "1", "space")]
    [InlineData("a\nb", "1", "do not show")]
    [InlineData("x", " ", "needs an expression")]
    public void Problem_SaysWhatIsWrong(string name, string expression, string said)
    {
        Assert.Contains(said, new DerivedColumn(name, expression).Problem, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(new DerivedColumn(name, expression).ThrowIfInvalid);
    }

    [Fact]
    public void Problem_AtTheLimits_ThereIsNone_AndBeyondThereIs()
    {
        Assert.Null(new DerivedColumn(new string('n', DerivedColumn.MaxNameLength), new string('1', ExpressionLimits.MaxLength)).Problem);
        Assert.Contains("101", new DerivedColumn(new string('n', 101), "1").Problem, StringComparison.Ordinal);
        Assert.Contains("10,000", new DerivedColumn("n", new string('1', 10_000)).Problem, StringComparison.Ordinal);
        Assert.Null(new DerivedColumn("<b>'x'</b>", "1").Problem);
    }

    private static Core.Frame.IO.Dataset Derive(params (string Name, string Expression)[] columns) =>
        Deriver.Derive(s_data, columns.Select(column => new DerivedColumn(column.Name, column.Expression)).ToValueList());
}
