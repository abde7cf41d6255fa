using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Xunit;

namespace Segmentation.Core.Tests.Frame.IO;

public class TypeTests
{
    [Theory]
    [InlineData("1 2 3", ColumnType.Integer)]
    [InlineData("0 1 1", ColumnType.Integer)]
    [InlineData("-5 +7 0", ColumnType.Integer)]
    [InlineData("1.5 2 3", ColumnType.Number)]
    [InlineData("1e3 2 3", ColumnType.Number)]
    [InlineData("true false true", ColumnType.Boolean)]
    [InlineData("Yes No Yes", ColumnType.Boolean)]
    [InlineData("y n n", ColumnType.Boolean)]
    [InlineData("F F F F", ColumnType.Category)]
    [InlineData("Yes yes No no", ColumnType.Text)]
    [InlineData("Male Female Female", ColumnType.Category)]
    [InlineData("Ann Bob Cy Dee", ColumnType.Text)]
    [InlineData("2024-01-02 2024-12-31", ColumnType.Date)]
    [InlineData("20240102 20241231", ColumnType.Date)]
    [InlineData("20240102 20241332", ColumnType.Integer)]
    [InlineData("007 012 100", ColumnType.Integer)]
    [InlineData("07 012 100", ColumnType.Text)]
    [InlineData("9007199254740992 1", ColumnType.Integer)]
    [InlineData("9007199254740993 12345678901234567890", ColumnType.Text)]
    [InlineData("1.2.3.4 5.6.7.8", ColumnType.Text)]
    [InlineData("555-1234 555-9876", ColumnType.Text)]
    public void Read_Column_HasType(string cells, ColumnType type) =>
        Assert.Equal(type, Reading.Column(cells.Split(' ')).Type);

    [Theory]
    [InlineData("1,5;2,25;10,0", "1.5;2.25;10")]
    [InlineData("1.234,50;12,75;1.000.000,00", "1234.5;12.75;1000000")]
    [InlineData("1,234.50;12.75;1,000,000.00", "1234.5;12.75;1000000")]
    [InlineData("1 234,5;12,75", "1234.5;12.75")]
    [InlineData("1\u00A0234,5;12,75", "1234.5;12.75")]
    [InlineData("1'234.50;12.75", "1234.5;12.75")]
    [InlineData("1,234;5,678;12", "1234;5678;12")]
    [InlineData("1.234.567;12.345;7", "1234567;12345;7")]
    [InlineData("R$ 58,138.00;R$ 7.50", "58138;7.5")]
    [InlineData("€ 1.234,50;€ 7,25", "1234.5;7.25")]
    [InlineData("1.234,50 €;7,25 €", "1234.5;7.25")]
    [InlineData("USD 12;USD 13.5", "12;13.5")]
    [InlineData("12 CHF;13.5 CHF", "12;13.5")]
    [InlineData("12 %;13.5 %", "12;13.5")]
    [InlineData("$1,000;-$5;$20", "1000;-5;20")]
    [InlineData("$1,000;$-5;$20", "1000;-5;20")]
    [InlineData("($1,000);$20", "-1000;20")]
    [InlineData("0,123;0,456", "0.123;0.456")]
    public void Read_NumbersAsPeopleWriteThem_AreNumbersAndWrittenBack(string cells, string values)
    {
        var column = Assert.IsType<NumberColumn>(Reading.Column(cells.Split(';')));

        Assert.Equal(values.Split(';').Select(double.Parse), column.Values.ToArray());
        if (cells != "1,5;2,25;10,0")   // as many decimals as each number needs when they differ
        {
            Assert.Equal(cells.Split(';'), Reading.Cells(column));
        }
    }

    [Fact]
    public void Read_GroupedNumbersAmongPlainOnes_AreFoundLate()
    {
        var cells = Enumerable.Range(1, 5000).Select(n => n < 4900 ? $"{n % 900}.25" : "1,234.25").ToArray();
        var column = Assert.IsType<NumberColumn>(Reading.Column(cells));

        Assert.Equal(1234.25, column[4999]);
        Assert.Empty(column.Misfits);
        Assert.Equal(cells, Reading.Cells(column));
    }

    [Theory]
    [InlineData("2012-09-04;2014-06-29", "2012-09-04", "yyyy-MM-dd")]
    [InlineData("04-09-2012;29-06-2014", "2012-09-04", "dd-MM-yyyy")]
    [InlineData("4.9.2012;29.6.2014", "2012-09-04", "d.M.yyyy")]
    [InlineData("12/1/2010 8:26;12/31/2010 18:05", "2010-12-01 08:26", "M/d/yyyy H:mm")]
    [InlineData("01/12/10;31/12/10", "2010-12-01", "dd/MM/yy")]
    [InlineData("31.12.49;01.01.50", "2049-12-31", "dd.MM.yy")]
    [InlineData("3 Jan 2020;14 Dec 2019", "2020-01-03", "d MMM yyyy")]
    [InlineData("03-Jan-20;14-Dec-19", "2020-01-03", "dd-MMM-yy")]
    [InlineData("January 3, 2020;December 14, 2019", "2020-01-03", "MMMM d, yyyy")]
    [InlineData("2020-01-03T08:00:00Z;2020-12-31T23:59:59Z", "2020-01-03 08:00", "yyyy-MM-dd'T'HH:mm:ss'Z'")]
    [InlineData("2020-01-03 08:00:00.250;2020-12-31 23:59:59.000", "2020-01-03 08:00:00.25", "yyyy-MM-dd HH:mm:ss.fff")]
    [InlineData("1/3/2020 8:05 AM;12/31/2020 11:59 PM", "2020-01-03 08:05", "M/d/yyyy h:mm tt")]
    [InlineData("2020/01/03;2020/12/31", "2020-01-03", "yyyy/MM/dd")]
    [InlineData("19970101;19981231", "1997-01-01", "yyyyMMdd")]
    public void Read_Dates_AreUnderstoodAndWrittenBack(string cells, string first, string pattern)
    {
        var dataset = Reading.ColumnDataset(null, cells.Split(';'));
        var column = Assert.IsType<DateColumn>(dataset.Frame["v"]);

        Assert.Equal(DateTime.Parse(first, System.Globalization.CultureInfo.InvariantCulture), column[0]);
        Assert.Equal(pattern, column.Pattern);
        Assert.Equal(cells.Split(';'), Reading.Cells(column));
        Assert.DoesNotContain(dataset.Issues, issue => issue.Kind == DataIssueKind.AmbiguousDates);
    }

    [Fact]
    public void Read_DatesThatCouldBeBoth_FollowThePersonOrDayFirstAndSaySo()
    {
        string[] cells = ["04-09-2012", "05-06-2013"];
        var guessed = Reading.ColumnDataset(null, cells);
        var chosen = Reading.ColumnDataset(new ReadingOptions { DateOrder = DateOrder.MonthFirst }, cells);

        Assert.Equal(new DateTime(2012, 9, 4), ((DateColumn)guessed.Frame["v"])[0]);
        Assert.Equal((2, 2L), Assert.Single(guessed.Issues) is { Kind: DataIssueKind.AmbiguousDates } issue ? ((int)issue.Count, issue.Line!.Value) : default);
        Assert.Equal(new DateTime(2012, 4, 9), ((DateColumn)chosen.Frame["v"])[0]);
        Assert.Empty(chosen.Issues);
    }

    [Fact]
    public void Read_OneDateThatCanBeOnlyOne_DecidesTheColumn()
    {
        var cells = Enumerable.Repeat("04/09/2012", 300).Append("04/13/2012").ToArray();
        var dataset = Reading.ColumnDataset(null, cells);

        Assert.Equal(new DateTime(2012, 4, 9), ((DateColumn)dataset.Frame["v"])[0]);
        Assert.Empty(dataset.Issues);
    }

    [Fact]
    public void Read_WordsForMissing_AreMissingAndWrittenBack()
    {
        string[] cells = ["1", "", "  ", "NA", "N/A", "NULL", "null", "NaN", "?", "-", "#DIV/0!", "#N/A", "#VALUE!", "2"];
        var dataset = Reading.ColumnDataset(null, cells);
        var column = dataset.Frame["v"];

        Assert.Equal((ColumnType.Integer, 12), (column.Type, column.Missing.Count));
        Assert.Equal(cells.Select(cell => cell.Trim()), Reading.Cells(column));
        Assert.Equal((3, 12L), Assert.Single(dataset.Issues) is { Kind: DataIssueKind.FormulaError } issue ? ((int)issue.Count, issue.Line!.Value) : default);
        Assert.Empty(column.Misfits);
    }

    [Theory]
    [InlineData(100, 1, ColumnType.Integer)]
    [InlineData(99, 1, ColumnType.Integer)]
    [InlineData(98, 1, ColumnType.Text)]
    [InlineData(198, 2, ColumnType.Integer)]
    [InlineData(5000, 40, ColumnType.Integer)]
    [InlineData(5000, 51, ColumnType.Text)]
    public void Read_CellsThatFitNothing_AreToleratedUpToOneInAHundred(int fitting, int misfits, ColumnType type)
    {
        var cells = Enumerable.Range(1, fitting).Select(n => $"{n}").Concat(Enumerable.Range(1, misfits).Select(n => $"what{n}")).ToArray();
        var dataset = Reading.ColumnDataset(null, cells);
        var column = dataset.Frame["v"];

        Assert.Equal(type, column.Type);
        Assert.Equal(cells, Reading.Cells(column));
        if (type == ColumnType.Integer)
        {
            Assert.Equal((misfits, misfits), (column.Missing.Count, column.Misfits.Count));
            var issue = Assert.Single(dataset.Issues);
            Assert.Equal((DataIssueKind.Misfit, "v", (long)misfits, "what1", fitting + 2L), (issue.Kind, issue.Column, issue.Count, issue.Example, issue.Line));
            Assert.Contains($"on line {fitting + 2:N0}", issue.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Read_MisfitsAmongDatesAndBooleans_AreToleratedToo()
    {
        var dates = Enumerable.Repeat("2020-05-06", 150).Append("soon").ToArray();
        var flags = Enumerable.Range(0, 150).Select(n => n % 2 == 0 ? "yes" : "no").Append("maybe").ToArray();

        Assert.Equal(ColumnType.Date, Reading.Column(dates).Type);
        Assert.Equal("soon", Reading.Column(dates).Misfits[150]);
        Assert.Equal(ColumnType.Boolean, Reading.Column(flags).Type);
        Assert.Equal(flags, Reading.Cells(Reading.Column(flags)));
    }

    [Fact]
    public void Read_LineOfAMisfit_CountsLinesInQuotesAndBlankOnes()
    {
        var rows = string.Concat(Enumerable.Range(0, 120).Select(n => $"{n},\"two\nlines\"\n"));
        var dataset = Reading.Text("v,k\n\n" + rows + "oops,x\n");

        Assert.Equal(1 + 1 + 240 + 1, Assert.Single(dataset.Issues, issue => issue.Kind == DataIssueKind.Misfit).Line);
    }

    [Theory]
    [InlineData("inf")]
    [InlineData("-Infinity")]
    [InlineData("1e999")]
    public void Read_Infinities_AreMissingAndSaidSo(string infinite)
    {
        var dataset = Reading.ColumnDataset(null, "1.5", infinite, "2.5");

        Assert.Equal((ColumnType.Number, 1), (dataset.Frame["v"].Type, dataset.Frame["v"].Missing.Count));
        Assert.Equal((DataIssueKind.Infinite, 3L), (Assert.Single(dataset.Issues).Kind, dataset.Issues[0].Line));
        Assert.Equal(["1.5", infinite, "2.5"], Reading.Cells(dataset.Frame["v"]));
    }

    [Theory]
    [InlineData("0.1;0.25;3")]
    [InlineData("0.00001;123456789012345680000;0.5")]
    [InlineData("-0.5;0;17.25")]
    [InlineData("1.50;2.00;10.25")]
    [InlineData("00042;12345;00001")]
    public void Read_PlainNumbers_AreWrittenBack(string cells) =>
        Assert.Equal(cells.Split(';'), Reading.Cells(Reading.Column(cells.Split(';'))));

    [Fact]
    public void Read_EmptyAndConstantColumns_AreNotedAndIgnored()
    {
        var dataset = Reading.Text("id,e,c,x\n1,,7,3\n2,,7,4\n3,,7,5\n");

        Assert.Equal([DataIssueKind.EmptyColumn, DataIssueKind.ConstantColumn], dataset.Issues.Select(issue => issue.Kind));
        Assert.Equal((ColumnRole.Ignored, ColumnRole.Ignored), (dataset.Schema.RoleOf("e"), dataset.Schema.RoleOf("c")));
    }

    [Fact]
    public void Read_LongCells_AreKeptWholeAndNoted()
    {
        var long1 = new string('x', 40_000);
        var dataset = Reading.Text($"id,t\n1,{long1}\n2,short\n3,<script>alert(1)</script>\n");

        Assert.Equal(long1, dataset.Frame["t"].Format(0));
        Assert.Equal("<script>alert(1)</script>", dataset.Frame["t"].Format(2));
        Assert.Equal((DataIssueKind.LongCell, 100), (Assert.Single(dataset.Issues).Kind, dataset.Issues[0].Example!.Length));
    }
}
