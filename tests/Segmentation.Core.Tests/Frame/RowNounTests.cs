using Segmentation.Core.Collections;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Tests.Frame.IO;
using Xunit;

namespace Segmentation.Core.Tests.Frame;

public sealed class RowNounTests
{
    [Theory]
    [InlineData("age,income\n30,1\n30,2\n31,3\n", "customers")] // no key at all
    [InlineData("customer_id,age\n7,30\n8,31\n9,30\n", "customers")]
    [InlineData("customer_id,amount\n7,30\n8,31\n7,32\n", "rows")]
    [InlineData("CustomerID,amount\nA7,30\nA8,31\nA7,32\n", "rows")]
    [InlineData("order_id,customer_id,amount\n1,7,30\n2,8,31\n3,7,32\n", "rows")] // the identifier is unique, the customer is not
    [InlineData("InvoiceNo,amount\n1,30\n1,31\n2,32\n", "rows")] // order lines without a customer
    [InlineData("order id,amount\n1,30\n2,31\n3,32\n", "rows")] // a row is an order
    [InlineData("id,last order id,age\n1,5,30\n2,5,31\n3,6,32\n", "customers")]
    [InlineData("customer_id,age\n,30\n8,31\n,30\n", "customers")] // nobody's twice is no repeat
    public void Of_ByTheKey(string content, string expected)
    {
        var data = Reading.Text(content);

        Assert.Equal(expected, RowNoun.Of(data.Frame, data.Schema).Many);
        Assert.Equal(expected, data.Noun.Many);
    }

    [Fact]
    public void Of_ChosenIdentifierThatRepeats_IsARow()
    {
        var data = Reading.Text("card,age,spent\n5,30,1\n5,31,2\n6,50,3\n7,51,4\n");

        Assert.Equal(RowNoun.Customer, data.Noun);
        Assert.Equal(RowNoun.Row, RowNoun.Of(data.Frame, data.Schema.With(Identifier("card"))));
    }

    [Fact]
    public void Run_FollowsTheChosenIdentifier()
    {
        var data = Reading.Text("card,age,spent\n5,30,1\n5,31,2\n6,50,3\n7,51,4\n");
        var recipe = SegmentationRecipe.Default with { Roles = Identifier("card") };

        Assert.Equal(RowNoun.Customer, new SegmentationPipeline().Run(data, SegmentationRecipe.Default).Noun);
        Assert.Equal(RowNoun.Row, new SegmentationPipeline().Run(data, recipe).Noun);
    }

    [Fact]
    public void Run_MoreSegmentsThanRows_CountsRows()
    {
        var data = Reading.Text("customer_id,a,b\n1,1,5\n1,2,6\n2,1,5\n");
        var recipe = SegmentationRecipe.Default with { Clustering = SegmentationRecipe.Default.Clustering with { ClusterCount = 3 } };

        var refused = Assert.Throws<UnusableDataException>(() => new SegmentationPipeline().Run(data, recipe));
        Assert.Contains("but 3 rows have only 2 different combinations", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_RepeatedKey_IsToldWithItsNoun()
    {
        Assert.Equal(
            "'InvoiceNo' names 2 orders in 3 rows. What is counted and segmented here are rows, not customers.",
            Assert.Single(Reading.Text("InvoiceNo,amount\n1,30\n1,31\n2,32\n").Issues, issue => issue.Kind == DataIssueKind.RepeatedIdentifier).Message);
        Assert.StartsWith(
            "'customer_id' names 2 customers in 3 rows",
            Assert.Single(Reading.Text("order_id,customer_id,v\n1,7,3\n2,8,1\n3,7,2\n").Issues, issue => issue.Kind == DataIssueKind.RepeatedIdentifier).Message);
    }

    [Theory]
    [InlineData(0, "0 customers")]
    [InlineData(1, "1 customer")]
    [InlineData(2400, "2,400 customers")]
    public void Count_AgreesInNumber(int count, string expected) => Assert.Equal(expected, RowNoun.Customer.Count(count));

    [Fact]
    public void Count_WithAVerb_AgreesInNumber() =>
        Assert.Equal(["1 row is", "2 rows are"], new[] { RowNoun.Row.Count(1, " is", " are"), RowNoun.Row.Count(2, " is", " are") });

    private static ValueMap<ColumnRole> Identifier(string column) => ValueMap<ColumnRole>.Empty.With(column, ColumnRole.Identifier);
}
