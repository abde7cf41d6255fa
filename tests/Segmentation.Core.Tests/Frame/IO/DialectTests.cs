using System.Text;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Xunit;

namespace Segmentation.Core.Tests.Frame.IO;

public class DialectTests
{
    [Theory]
    [InlineData("a,b\n1,2\n3,4\n", ",", true)]
    [InlineData("a;b\n1;2\n3;4\n", ";", true)]
    [InlineData("a\tb\n1\t2\n3\t4\n", "\t", true)]
    [InlineData("a|b\n1|2\n3|4\n", "|", true)]
    [InlineData("a   b\n 1   2\n 3  44\n", " ", true)]
    [InlineData(" 1   2\n 3  44\n", " ", false)]
    [InlineData("a;b\n1,5;2,5\n3,25;4,75\n", ";", true)]
    [InlineData("1,5;2,5\n3,25;4,75\n", ";", false)]
    [InlineData("sep=;\na;b\n1;2\n3;4\n", ";", true)]
    [InlineData("a,b\r\n1,2\r\n3,4\r\n", ",", true)]
    [InlineData("a,b\r1,2\r3,4\r", ",", true)]
    [InlineData("\n\n\na,b\n1,2\n3,4", ",", true)]
    [InlineData(",,\n,,\na,b\n1,2\n3,4", ",", true)]
    [InlineData("a,b\n1,2\n   \n3,4\n\n", ",", true)]
    [InlineData("a , b\n 1 , 2\n3 ,4 \n", ",", true)]
    [InlineData("\"a\",\"b\"\n\"1\",\"2\"\n\"3\",\"4\"\n", ",", true)]
    [InlineData("\uFEFFa,b\n1,2\n3,4\n", ",", true)]
    public void Read_TwoByTwoTable_IsUnderstood(string content, string separator, bool header)
    {
        var dataset = Reading.Text(content);

        Assert.Equal((separator, header), (dataset.Dialect.Separator, dataset.Dialect.Header));
        Assert.Equal((2, 2), (dataset.Frame.Rows, dataset.Frame.Columns.Count));
        Assert.Equal(header ? ["a", "b"] : ["Column 1", "Column 2"], dataset.Frame.Columns.Select(column => column.Name));
        Assert.All(dataset.Frame.Columns, column => Assert.True(column.IsNumeric));
        Assert.Empty(dataset.Issues);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16be")]
    [InlineData("windows-1252")]
    public void Read_AnyEncoding_IsRecognised(string name)
    {
        const string Content = "name;age\nÄnne Müßig;31\nJosé Peña;42\nÇelik;7\n";
        var encoding = TextEncoding.ByName(name);

        foreach (var mark in new[] { true, false })
        {
            byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Content)];
            var dataset = Reading.Bytes(bytes);

            Assert.Equal(name, dataset.Dialect.Encoding);
            Assert.Equal(["Änne Müßig", "José Peña", "Çelik"], Reading.Cells(dataset.Frame["name"]));
        }
    }

    [Fact]
    public void Read_SplitCharacterAtABlockBorder_StaysUtf8()
    {
        var content = new StringBuilder("name,n\n");
        for (var row = 0; content.Length < 1_200_000; row++)
        {
            content.Append("日本語ö").Append(row % 7).Append(",1\n");
        }

        Assert.Equal("utf-8", Reading.Text(content.ToString()).Dialect.Encoding);
        Assert.Equal("utf-8", Reading.Text("x" + content).Dialect.Encoding);
        Assert.Equal("utf-8", Reading.Text("xy" + content).Dialect.Encoding);
    }

    [Fact]
    public void Read_ForcedEncodingThatDoesNotFit_IsNoted()
    {
        var dataset = Reading.Bytes([.. "a,b\n1,x"u8, 0xE4, .. "\n2,y\n"u8], new ReadingOptions { Encoding = "utf-8" });

        Assert.Contains(dataset.Issues, issue => issue.Kind == DataIssueKind.BadEncoding);
        Assert.Equal("x\uFFFD", dataset.Frame["b"].Format(0));
    }

    [Fact]
    public void Read_QuotedCells_KeepSeparatorsQuotesAndLineBreaks()
    {
        var dataset = Reading.Text("id,text\n1,\"a, b\"\n2,\"say \"\"hi\"\"\"\n3,\"two\nlines\"\n4, \"padded, too\" \n5,plain\n");

        Assert.Equal(["a, b", "say \"hi\"", "two\nlines", "padded, too", "plain"], Reading.Cells(dataset.Frame["text"]));
    }

    [Fact]
    public void Read_OneColumn_IsNotCut()
    {
        Assert.Equal(["v"], Reading.Text("v\n1,5\n2,75\n1.234,5\n").Frame.Columns.Select(column => column.Name));
        Assert.Equal(["full name"], Reading.Text("full name\nAnn Lee\nBob Ray\nCy Dee\n").Frame.Columns.Select(column => column.Name));
        Assert.Equal([1.5, 2.75, 1234.5], ((NumberColumn)Reading.Text("v\n1,5\n2,75\n1.234,5\n").Frame["v"]).Values.ToArray());
    }

    [Fact]
    public void Read_ShortAndLongRows_LosesNothingAndSaysSo()
    {
        var dataset = Reading.Text("a,b,c\n1,2,3\n4,5\n6,7,8,extra\n9,10,11\n12\n");

        Assert.Equal(["a", "b", "c", "Column 4"], dataset.Frame.Columns.Select(column => column.Name));
        Assert.Equal(["", "", "extra", "", ""], Reading.Cells(dataset.Frame["Column 4"]));
        Assert.Equal(["3", "", "8", "11", ""], Reading.Cells(dataset.Frame["c"]));
        Assert.Equal((2, 3L), Assert.Single(dataset.Issues, issue => issue.Kind == DataIssueKind.ShortRow) is var s ? ((int)s.Count, s.Line!.Value) : default);
        Assert.Equal((1, 4L), Assert.Single(dataset.Issues, issue => issue.Kind == DataIssueKind.LongRow) is var l ? ((int)l.Count, l.Line!.Value) : default);
    }

    [Fact]
    public void Read_TrailingSeparators_AddNoColumn()
    {
        var dataset = Reading.Text("a,b\n1,2,\n3,4,\n");

        Assert.Equal(2, dataset.Frame.Columns.Count);
        Assert.Empty(dataset.Issues);
    }

    [Fact]
    public void Read_LongRowBeyondTheSample_IsMissingAbove()
    {
        var content = new StringBuilder("a,b\n");
        for (var row = 0; row < 200_000; row++)
        {
            content.Append(row).Append(",x").Append(row % 3).Append('\n');
        }

        var dataset = Reading.Text(content.Append("1,x0,late\n").ToString());

        Assert.Equal(200_000, dataset.Frame["Column 3"].Missing.Count);
        Assert.Equal("late", dataset.Frame["Column 3"].Format(200_000));
    }

    [Fact]
    public void Read_UnnamedAndRepeatedNames_AreMadeUniqueAndSaidSo()
    {
        var dataset = Reading.Text("a,,a,a (2),a\n1,2,3,4,5\n6,7,8,9,10\n");

        Assert.Equal(["a", "Column 2", "a (3)", "a (2)", "a (4)"], dataset.Frame.Columns.Select(column => column.Name));
        Assert.Equal(2, dataset.Issues.Count(issue => issue.Kind == DataIssueKind.RepeatedName));
        Assert.Equal(1, dataset.Issues.Count(issue => issue.Kind == DataIssueKind.UnnamedColumn));
    }

    [Fact]
    public void Read_RowNamesWithoutAName_ShiftsTheHeader()
    {
        var dataset = Reading.Text("x y\nfirst 1 2\nsecond 3 4\n");

        Assert.Equal(["Column 1", "x", "y"], dataset.Frame.Columns.Select(column => column.Name));
    }

    [Fact]
    public void Read_WordsOnly_FindsOutAboutTheHeader()
    {
        Assert.True(Reading.Text("sex,city\nm,Rome\nf,Paris\nm,Paris\n").Dialect.Header);
        Assert.False(Reading.Text("milk,bread\nbread,milk\nmilk,eggs\nmilk,bread,eggs\n").Dialect.Header);
    }

    [Fact]
    public void Read_PersonDecides_IsObeyed()
    {
        var options = new ReadingOptions { Separator = ';', HasHeader = false, Encoding = "windows-1252" };
        var dataset = Reading.Text("a,b;1\nc,d;2\n", options);

        Assert.Equal(new Dialect(";", "windows-1252", false), dataset.Dialect);
        Assert.Equal(["a,b", "c,d"], Reading.Cells(dataset.Frame["Column 1"]));
    }

    [Fact]
    public void Read_OneRow_IsEnough()
    {
        Assert.Equal(1, Reading.Text("name,age\nAnn,31\n").Frame.Rows);
        Assert.Equal(1, Reading.Text("1,2,3\n").Frame.Rows);
    }

    [Fact]
    public void Read_Gzip_IsSeenThrough()
    {
        var dataset = Reading.Bytes(Reading.Gzip("a,b\n1,2\n3,4\n"u8.ToArray()));

        Assert.Equal(2, dataset.Frame.Rows);
    }
}
