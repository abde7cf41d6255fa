using System.Text;
using Segmentation.Core.Cleaning;
using Segmentation.Core.Clustering;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Pipeline;
using Xunit;

namespace Segmentation.Core.Tests.Pipeline;

public class SegmentExportTests
{
    [Fact]
    public void WriteCsv_Defaults_WritesEveryRowInOrderWithItsSegment()
    {
        var text = Write(Snapshot(Tables.Categories("who", "Ann", "Bob", "Cid", "Dee")));

        // Centres 1 and 12, unscaled: Ann is 1 from the own centre and 12 from the other.
        Assert.Equal(
            """
            who,x,segment,segment_name,margin,set_aside
            Ann,0,1,Low x,11,
            Bob,2,1,Low x,9,
            Cid,,,,,missing x
            Dee,12,2,High x,11,

            """.ReplaceLineEndings("\r\n"),
            text);
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+SUM(A1)", "\"'+SUM(A1)\"")]
    [InlineData("-SUM(A1)", "\"'-SUM(A1)\"")]
    [InlineData("@cmd", "\"'@cmd\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("=\"a,b\"", "\"'=\"\"a,b\"\"\"")]
    [InlineData("\uFF1D1+1", "\"'\uFF1D1+1\"")]
    [InlineData("-", "\"'-\"")]
    [InlineData("--5", "\"'--5\"")]
    [InlineData("-5-3", "\"'-5-3\"")]
    [InlineData("-Infinity", "\"'-Infinity\"")]
    [InlineData("-5", "-5")]
    [InlineData("-0.3", "-0.3")]
    [InlineData("+49", "+49")]
    [InlineData("-1.5e-3", "-1.5e-3")]
    [InlineData("a=1", "a=1")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("<script>alert('ü')</script>", "<script>alert('ü')</script>")]
    public void WriteCsv_Text_IsQuotedAndGuardedAsNeeded(string cell, string expected)
    {
        var text = Write(Snapshot(Tables.Texts("note", ColumnType.Text, cell, "b", "c", "d")));

        Assert.StartsWith($"note,x,segment,segment_name,margin,set_aside\r\n{expected},0,1,", text, StringComparison.Ordinal);
    }

    [Fact]
    public void WriteCsv_FormulasNotEscaped_StayAsTheyAre()
    {
        var text = Write(Snapshot(Tables.Texts("note", ColumnType.Text, "=1+1", "b", "c", "d")), new ExportOptions { EscapeFormulas = false });

        Assert.Contains("\r\n=1+1,0,1,", text, StringComparison.Ordinal);
    }

    [Fact]
    public void WriteCsv_ColumnNameThatIsAFormula_IsGuardedToo() =>
        Assert.StartsWith("\"'=HYPERLINK(1)\",x,", Write(Snapshot(Tables.Categories("=HYPERLINK(1)", "a", "b", "c", "d"))), StringComparison.Ordinal);

    [Fact]
    public void WriteCsv_NegativeNumbers_StayNumbersInEveryStyle()
    {
        var plain = new NumberColumn("p", [-5, -0.3, 1e-7, -1e21]);
        var comma = new NumberColumn("c", [-1234.5, 2, 3, 4], style: new NumberStyle(',', ".", "", "", 2));
        var dollars = new NumberColumn("d", [-5, 2, 3, 4], style: new NumberStyle(Prefix: "$"));
        var code = new NumberColumn("e", [-5, 2, 3, 4], style: new NumberStyle(Prefix: "USD"));

        var lines = Write(Snapshot(plain, comma, dollars, code)).Split("\r\n");

        // The last could be run: -USD5 is a cell's negative.
        Assert.StartsWith("-5,\"-1.234,50\",-$5,\"'-USD5\",0,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("-0.3,\"2,00\",$2,USD2,2,", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("0.0000001,", lines[3], StringComparison.Ordinal);
        Assert.StartsWith("-1000000000000000000000,", lines[4], StringComparison.Ordinal);
    }

    public static TheoryData<NumberStyle> Styles { get; } =
    [
        NumberStyle.Plain,
        new NumberStyle(Decimals: 0),
        new NumberStyle(Decimals: 2),
        new NumberStyle(Decimals: 18),
        new NumberStyle(MinimumDigits: 5),
        new NumberStyle(GroupSeparator: "'", Suffix: " %"),
        new NumberStyle { NegativeSign = NegativeSign.Parentheses },
    ];

    [Theory]
    [MemberData(nameof(Styles), DisableDiscoveryEnumeration = true)]
    public void WriteCsv_Numbers_StandAsTheColumnWritesThem(NumberStyle style)
    {
        double[] values = [0, -0.0, 1, -5, 0.125, -1234.5678, 1e-4, 9.9e-5, 1e15, 123456789012345678, -1e-9, 5e-324, double.MaxValue];
        var numbers = new NumberColumn("n", values, style: style);
        var x = Tables.Numbers("x", [.. values.Select((_, row) => (double)row)]);

        var text = Write(new SegmentationPipeline().Run(Tables.Of(numbers, x), Recipe()), new ExportOptions { Columns = ["n"] });

        Assert.Equal(
            Enumerable.Range(0, values.Length).Select(numbers.Format),
            text.Split("\r\n")[1..^1].Select(line => line[..line.IndexOf(',', StringComparison.Ordinal)]));
    }

    [Fact]
    public void WriteCsv_ChosenColumns_WritesThoseInThatOrder()
    {
        var snapshot = Snapshot(Tables.Categories("who", "Ann", "Bob", "Cid", "Dee"), Tables.Numbers("y", 1, 2, 3, 4));

        Assert.StartsWith("y,who,segment,", Write(snapshot, new ExportOptions { Columns = ["y", "who", "y"] }), StringComparison.Ordinal);
        Assert.StartsWith("segment,segment_name,margin,set_aside\r\n1,Low x,", Write(snapshot, new ExportOptions { Columns = [] }), StringComparison.Ordinal);
        Assert.Throws<UnusableDataException>(() => Write(snapshot, new ExportOptions { Columns = ["nowhere"] }));
    }

    [Fact]
    public void WriteCsv_FileHasASegmentColumn_TheAddedOneGetsAFreeName()
    {
        var snapshot = Snapshot(Tables.Categories("segment", "a", "b", "c", "d"), Tables.Categories("segment_2", "a", "b", "c", "d"));

        Assert.StartsWith("segment,segment_2,x,segment_3,segment_name,margin,set_aside\r\n", Write(snapshot), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(';', "a;b", "\"a;b\";0;1;")]
    [InlineData('\t', "a\tb", "\"a\tb\"\t0\t1\t")]
    [InlineData(';', "a,b", "a,b;0;1;")]
    public void WriteCsv_Separator_IsUsedAndQuoted(char separator, string cell, string expected)
    {
        var text = Write(Snapshot(Tables.Categories("c", cell, "b", "c", "d")), new ExportOptions { Separator = separator });

        Assert.Contains($"\r\n{expected}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void WriteCsv_OtherSeparator_IsAProgrammingMistake() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Write(Snapshot(), new ExportOptions { Separator = '|' }));

    [Fact]
    public void WriteCsv_ByteOrderMark_ComesFirstAndOnlyWhenAsked()
    {
        using var with = new MemoryStream();
        using var without = new MemoryStream();

        SegmentExport.WriteCsv(Snapshot(), with, new ExportOptions { ByteOrderMark = true });
        SegmentExport.WriteCsv(Snapshot(), without, new ExportOptions());

        Assert.Equal([0xEF, 0xBB, 0xBF, .. without.ToArray()], with.ToArray());
    }

    [Fact]
    public void WriteCsv_Selection_WritesJustThoseRows()
    {
        var text = Write(Snapshot(Tables.Categories("who", "Ann", "Bob", "Cid", "Dee")), rows: [3, 2]);

        Assert.Equal(["who", "Dee", "Cid", ""], text.Split("\r\n").Select(line => line.Split(',')[0]));
    }

    [Fact]
    public void WriteCsv_MissingCellsAndMisfits_StandAsTheFileHadThem()
    {
        var misfits = new NumberColumn("age", [1, double.NaN, double.NaN, 4]) { Misfits = new Dictionary<int, string> { [1] = "forty", [2] = "=1+1" } };

        var lines = Write(Snapshot(misfits)).Split("\r\n");

        Assert.StartsWith("forty,2,", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("\"'=1+1\",,", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void WriteCsv_CleanedCells_AreWrittenAsTheyWere()
    {
        // The median fills row 2 and winsorising moves row 3 for the clustering; the list shows neither.
        var recipe = Recipe() with
        {
            Cleaning = new CleaningOptions { Outliers = new OutlierOptions { Rule = OutlierRule.Percentile, Threshold = 25, Action = OutlierAction.Winsorise } },
        };

        var snapshot = new SegmentationPipeline().Run(Tables.Of(Tables.Numbers("x", 0, 2, double.NaN, 1200)), recipe);

        Assert.Equal(["x", "0", "2", "", "1200", ""], Write(snapshot).Split("\r\n").Select(line => line.Split(',')[0]));
    }

    [Fact]
    public void WriteCsv_OneSegment_HasNoMargin()
    {
        var snapshot = new SegmentationPipeline().Run(Tables.Of(Tables.Numbers("x", 0, 2)), Recipe(1));

        Assert.Contains("\r\n2,1,All customers,,\r\n", Write(snapshot), StringComparison.Ordinal);
    }

    [Fact]
    public void WriteCsv_Cancelled_Throws()
    {
        using var output = new MemoryStream();

        Assert.Throws<OperationCanceledException>(() =>
            SegmentExport.WriteCsv(Snapshot(), output, new ExportOptions(), cancellationToken: new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public void WriteCsv_ReadBack_GivesTheSameCellsAndSegments(char separator)
    {
        string[] awkward = ["plain", "a,b;c\td", "say \"hi\"", "two\nlines"];
        var snapshot = Snapshot(Tables.Texts("note", ColumnType.Text, awkward), Tables.Numbers("y", -5, -0.3, 7, 1e15));

        var back = ReadBack(snapshot, new ExportOptions { Separator = separator, ByteOrderMark = true });

        Assert.Equal(["note", "y", "x", "segment", "segment_name", "margin", "set_aside"], back.Frame.Columns.Select(column => column.Name));
        Assert.Equal(awkward, Enumerable.Range(0, 4).Select(back.Frame["note"].Format));
        Assert.Equal([-5, -0.3, 7, 1e15], ((NumberColumn)back.Frame["y"]).Values.ToArray());
        Assert.Equal([1, 1, double.NaN, 2], ((NumberColumn)back.Frame["segment"]).Values.ToArray());
        Assert.Equal("missing x", back.Frame["set_aside"].Format(2));
    }

    // Unscaled x: the first two rows are one segment, the third is set aside, the last is the other.
    private static SegmentationSnapshot Snapshot(params DataColumn[] others) =>
        new SegmentationPipeline().Run(Tables.Of([.. others, Tables.Numbers("x", 0, 2, double.NaN, 12)]), Recipe());

    private static SegmentationRecipe Recipe(int clusterCount = 2) => new()
    {
        Cleaning = new CleaningOptions { Missing = new MissingRule(MissingAction.SetAside) },
        Features = new FeatureOptions { Chosen = [new FeatureChoice("x")], Scaling = Scaling.None },
        Clustering = new ClusteringOptions { ClusterCount = clusterCount },
    };

    private static string Write(SegmentationSnapshot snapshot, ExportOptions? options = null, IReadOnlyList<int>? rows = null)
    {
        using var output = new MemoryStream();
        SegmentExport.WriteCsv(snapshot, output, options ?? new ExportOptions(), rows);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static Dataset ReadBack(SegmentationSnapshot snapshot, ExportOptions options)
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var output = File.Create(path))
            {
                SegmentExport.WriteCsv(snapshot, output, options);
            }

            return DatasetReader.Read(path, ReadingOptions.Default);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
