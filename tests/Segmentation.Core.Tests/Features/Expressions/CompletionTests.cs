using Segmentation.Core.Features.Expressions;
using Segmentation.Core.Frame;
using Xunit;

namespace Segmentation.Core.Tests.Features.Expressions;

public class CompletionTests
{
    private static readonly ExpressionScope s_scope = new(Evaluating.Customers(), Evaluating.Today);

    [Theory]
    // The text with its caret, what is replaced, and the first candidates.
    [InlineData("In|", "In", "Income, Joined, min(a, b, ...)")]
    [InlineData("1 + vis|", "vis", "Visits")]
    [InlineData("Income * Vi|s", "Vi", "Visits")]
    [InlineData("round(inc|", "inc", "Income")]
    [InlineData("rou|", "rou", "round(x, digits)")]
    [InlineData("years|", "years", "years_between(from, to)")]
    [InlineData("Married an|", "an", "and")]
    [InlineData("tod|", "tod", "today")]
    [InlineData("[oth|", "[oth", "Other City")]
    [InlineData("[a]]|", "[a]]", "")]
    [InlineData("`a]|", "`a]", "a]b`c")]
    [InlineData("[Other City] + inc|", "inc", "Income")]
    [InlineData("'inc|", "", "")]
    [InlineData("City = 'it''s inc|", "", "")]
    [InlineData("City = 'Ulm' and Marr|", "Marr", "Married")]
    [InlineData("12|", "", "")]
    [InlineData("xyz|", "xyz", "")]
    public void At_ByHand(string marked, string replaced, string first)
    {
        var caret = marked.IndexOf('|', StringComparison.Ordinal);
        var text = marked.Remove(caret, 1);

        var list = Completion.At(text, caret, s_scope);

        Assert.Equal(replaced, text.Substring(list.Start, list.Length));
        Assert.Equal(caret, list.Start + list.Length);
        Assert.StartsWith(first, string.Join(", ", list.Items.Select(item => item.Label)), StringComparison.Ordinal);
        Assert.Equal(first.Length == 0, list.Items.Count == 0);
    }

    [Fact]
    public void At_NothingWritten_OffersColumnsFirst_ThenFunctions()
    {
        var list = Completion.At("", 0, s_scope);

        Assert.Equal(s_scope.Frame.Columns.Select(column => column.Name), list.Items.Take(8).Select(item => item.Label));
        Assert.Equal(CompletionKind.Function, list.Items[8].Kind);
        Assert.True(list.Items.Count <= Completion.MaxItems);
        Assert.All(list.Items, item => Assert.NotEmpty(item.Detail));
    }

    [Fact]
    public void Accept_WritesTheColumnAsItMustBeWritten_AndMovesTheCaretBehindIt()
    {
        var list = Completion.At("1 + oth * 2", 7, s_scope);

        var (text, caret) = list.Accept("1 + oth * 2", list.Items[0]);

        Assert.Equal("1 + [Other City] * 2", text);
        Assert.Equal(16, caret);
    }

    [Fact]
    public void Accept_AnyColumn_GivesAnExpressionOfThatColumn() => Assert.All(s_scope.Frame.Columns, column =>
    {
        var item = Completion.At("", 0, s_scope).Items.Single(item => item.Label == column.Name);

        Assert.Equal([column.Name], Evaluating.Compile(item.Insert).Columns);
    });

    [Fact]
    public void At_AnyCaretInAnyText_GivesAListThatFits()
    {
        const string Text = "if([a]]b`c] > 1, 'it''s', \"x\") + `y``z` - 1.5e3 ( [open";

        Assert.All(Enumerable.Range(0, Text.Length + 1), caret =>
        {
            var list = Completion.At(Text, caret, s_scope);

            Assert.InRange(list.Start, 0, caret);
            Assert.Equal(caret, list.Start + list.Length);
        });
    }

    [Theory]
    [InlineData("Income", "Income")]
    [InlineData("größe_2", "größe_2")]
    [InlineData("today", "[today]")]
    [InlineData("AND", "[AND]")]
    [InlineData("2nd", "[2nd]")]
    [InlineData("Other City", "[Other City]")]
    [InlineData("a]b", "[a]]b]")]
    [InlineData("<b>'x'</b>", "[<b>'x'</b>]")]
    [InlineData("", "[]")]
    [InlineData("line\nbreak", "[line\nbreak]")]
    public void To_AnyName_CanBeWrittenAndReadBack(string name, string written)
    {
        Assert.Equal(written, ColumnReference.To(name));
        Assert.Equal([name], Evaluating.Compile(written, new DataFrame([Tables.Numbers(name, 1)])).Columns);
    }

    [Theory]
    [InlineData("Income + [Income] * income - Income2", "Net Income", "[Net Income] + [Net Income] * [Net Income] - Income2")]
    [InlineData("'Income' = City", "x", "'Income' = City")]
    [InlineData("Income + ", "x", "Income + ")]
    public void Rename_ChangesTheNameWhereItIsOne(string text, string name, string expected) =>
        Assert.Equal(expected, ColumnReference.Rename(text, "Income", name));
}
