using Segmentation.Core.Frame;
using Segmentation.Core.Tests.Frame.IO;
using Xunit;

namespace Segmentation.Core.Tests.Frame;

public class SchemaGuessTests
{
    [Theory]
    [InlineData("id,x\n7,1\n3,2\n9,3\n", "id")]
    [InlineData("income,age\n900,31\n100,42\n500,53\n", null)]
    [InlineData("n,x\n1,5\n2,5\n3,6\n", "n")]
    [InlineData("name,x\nAnn,5\nBob,5\nCy,6\n", "name")]
    [InlineData("x,CustomerKey\n1,9\n2,9\n3,8\n", "CustomerKey")]
    [InlineData("InvoiceNo,client_id,total\nA1,9,1.5\nA1,9,2.5\nA2,8,3.5\n", "client_id")]
    [InlineData("code,x\n0001,1\n0001,2\n0002,3\n", "code")]
    public void Guess_Identifier_IsTheKeyAndNoFeature(string content, string? identifier) =>
        Assert.Equal(identifier, Reading.Text(content).Schema.Identifier);

    [Fact]
    public void Guess_OtherRoles_FollowTypeAndName()
    {
        var schema = Reading.Text(
            "CustomerID,order_id,age,plan,joined,remark,churn,flag\n" +
            "1,4,31,a,2020-01-02,one,0,yes\n2,4,42,b,2020-02-03,two,1,no\n3,5,53,a,2020-03-04,three,0,yes\n4,5,31,b,2020-03-14,four,0,no\n").Schema;

        Assert.Equal("CustomerID", schema.Identifier);
        Assert.Equal((ColumnRole.Ignored, ColumnRole.Ignored), (schema.RoleOf("order_id"), schema.RoleOf("remark")));
        Assert.Equal((ColumnRole.Feature, ColumnRole.Date), (schema.RoleOf("age"), schema.RoleOf("joined")));
        Assert.Equal((ColumnRole.Category, ColumnRole.Category), (schema.RoleOf("plan"), schema.RoleOf("flag")));
        Assert.Equal(ColumnRole.Label, schema.RoleOf("churn"));
    }
}
