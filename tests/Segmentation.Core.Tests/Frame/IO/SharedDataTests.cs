using System.IO.Compression;
using CsvHelper;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Xunit;

namespace Segmentation.Core.Tests.Frame.IO;

/// <summary>Known facts of the shared data sets, from their README, where each was counted in the file.</summary>
public class SharedDataTests
{
    [Fact]
    public void Read_Mall_HasItsKnownFacts()
    {
        var dataset = Read("Mall_Customers.csv");
        var description = dataset.Frame.Description().ToDictionary(column => column.Name);

        Assert.Equal((200, 5), (dataset.Frame.Rows, dataset.Frame.Columns.Count));
        Assert.Equal(new Dialect(",", "utf-8", true), dataset.Dialect);
        Assert.Equal("CustomerID", dataset.Schema.Identifier);
        Assert.Equal(
            [ColumnRole.Identifier, ColumnRole.Category, ColumnRole.Feature, ColumnRole.Feature, ColumnRole.Feature],
            dataset.Frame.Columns.Select(column => dataset.Schema.RoleOf(column.Name)));
        Assert.Equal(("Female", 112), (description["Gender"].Top, description["Gender"].TopCount));
        Assert.Equal((38.85, 13.969), Rounded(description["Age"]));
        Assert.Equal((60.56, 26.265), Rounded(description["Annual Income (k$)"]));
        Assert.Equal((50.20, 25.824), Rounded(description["Spending Score (1-100)"]));
        Assert.Empty(dataset.Issues);
    }

    [Theory]
    [InlineData("marketing_campaign.csv", "\t")]
    [InlineData("marketing_campaign.xlsx", "")]
    public void Read_MarketingCampaign_HasItsKnownFacts(string file, string separator)
    {
        var dataset = Read(file);
        var income = ColumnDescription.Of(dataset.Frame["Income"]);
        var joined = Assert.IsType<DateColumn>(dataset.Frame["Dt_Customer"]);

        Assert.Equal((2240, 29), (dataset.Frame.Rows, dataset.Frame.Columns.Count));
        Assert.Equal(separator, dataset.Dialect.Separator);
        Assert.Equal((2216, 24, 1730.0, 666666.0, 51381.5), (income.Count, income.Missing, income.Minimum, income.Maximum, income.Median));
        Assert.Equal(52247.25, Math.Round(income.Mean!.Value, 2));
        Assert.Equal("dd-MM-yyyy", joined.Pattern);
        Assert.Equal((new DateTime(2012, 7, 30), new DateTime(2014, 6, 29)), (joined.Values.ToArray().Min(), joined.Values.ToArray().Max()));
        Assert.Equal(334, ((NumberColumn)dataset.Frame["Response"]).Values.ToArray().Sum());
        Assert.Equal(("Married", 864), (ColumnDescription.Of(dataset.Frame["Marital_Status"]).Top, ColumnDescription.Of(dataset.Frame["Marital_Status"]).TopCount));
        Assert.Equal(ColumnRole.Label, dataset.Schema.RoleOf("Response"));
        Assert.Equal((ColumnRole.Ignored, ColumnRole.Ignored), (dataset.Schema.RoleOf("Z_CostContact"), dataset.Schema.RoleOf("Z_Revenue")));
        Assert.Equal("ID", dataset.Schema.Identifier);
    }

    [Fact]
    public void Read_OnlineRetail_HasItsKnownFacts()
    {
        var dataset = Read("online_retail.csv.gz");
        var frame = dataset.Frame;
        var (quantity, price) = ((NumberColumn)frame["Quantity"], (NumberColumn)frame["UnitPrice"]);
        var description = frame.Description().ToDictionary(column => column.Name);

        Assert.Equal((541_909, 8), (frame.Rows, frame.Columns.Count));
        Assert.Equal((135_080, 1_454 + 47), (frame["CustomerID"].Missing.Count, frame["Description"].Missing.Count));
        Assert.Equal(
            (25_900, 4_372, 4_070, 38),
            (description["InvoiceNo"].Distinct, description["CustomerID"].Distinct, description["StockCode"].Distinct, description["Country"].Distinct));
        Assert.Equal(("United Kingdom", 495_478), (description["Country"].Top, description["Country"].TopCount));
        Assert.Equal(9_747_747.93, Math.Round(Enumerable.Range(0, frame.Rows).Sum(row => quantity[row] * price[row]), 2));
        Assert.Equal("M/d/yyyy H:mm", ((DateColumn)frame["InvoiceDate"]).Pattern);
        Assert.Equal(ColumnRole.Identifier, dataset.Schema.RoleOf("CustomerID"));
        Assert.Equal((-80_995.0, -11_062.06), (description["Quantity"].Minimum, description["UnitPrice"].Minimum));
    }

    [Fact]
    public void Read_Groceries_HasNoHeaderAndThirtyTwoColumns()
    {
        var dataset = Read("groceries.csv");

        Assert.Equal((9_835, 32, false), (dataset.Frame.Rows, dataset.Frame.Columns.Count, dataset.Dialect.Header));
        Assert.Equal(43_367, dataset.Frame.Columns.Sum(column => column.Length - column.Missing.Count));
        Assert.Equal(2_159, dataset.Frame["Column 2"].Missing.Count);
    }

    [Fact]
    public void Read_CdnowMaster_IsAlignedBySpaces()
    {
        var dataset = Read("CDNOW_master.txt");

        Assert.Equal((69_659, 4), (dataset.Frame.Rows, dataset.Frame.Columns.Count));
        Assert.Equal((" ", true), (dataset.Dialect.Separator, dataset.Dialect.Header));
        Assert.Equal(2_500_315.63, Math.Round(((NumberColumn)dataset.Frame["dollar_value"]).Values.ToArray().Sum(), 2));
        Assert.Equal(23_570, ColumnDescription.Of(dataset.Frame["customer_id"]).Distinct);
        Assert.Equal(new DateTime(1997, 1, 1), ((DateColumn)dataset.Frame["date"]).Values.ToArray().Min());
        Assert.Equal("00001", dataset.Frame["customer_id"].Format(0));
    }

    [Fact]
    public void Read_CdnowSample_HasNoHeader()
    {
        var dataset = Read("CDNOW_sample.txt");

        Assert.Equal((6_919, 5, false), (dataset.Frame.Rows, dataset.Frame.Columns.Count, dataset.Dialect.Header));
        Assert.Equal(ColumnType.Date, dataset.Frame["Column 3"].Type);
    }

    [Theory]
    [InlineData("benchmark_s1.csv", 5000, 15)]
    [InlineData("benchmark_unbalance.csv", 6500, 8)]
    public void Read_Benchmarks_HaveTwoFeaturesAndALabel(string file, int rows, int clusters)
    {
        var dataset = Read(file);

        Assert.Equal(rows, dataset.Frame.Rows);
        Assert.Equal(clusters, ColumnDescription.Of(dataset.Frame["true_cluster"]).Distinct);
        Assert.Equal(
            (ColumnRole.Feature, ColumnRole.Feature, ColumnRole.Label, (string?)null),
            (dataset.Schema.RoleOf("x"), dataset.Schema.RoleOf("y"), dataset.Schema.RoleOf("true_cluster"), dataset.Schema.Identifier));
    }

    [Theory]
    [InlineData("Mall_Customers.csv")]
    [InlineData("marketing_campaign.csv")]
    [InlineData("online_retail.csv.gz")]
    [InlineData("cdnow_customers_summary_with_transactions.csv")]
    [InlineData("benchmark_s1.csv")]
    public void Format_EveryCell_IsWhatTheFileHolds(string file)
    {
        var dataset = Read(file);
        using var stream = Open(file);
        using var reader = CsvReader.Create(stream, new CsvReaderOptions { Separator = dataset.Dialect.Separator[0] });
        for (var row = 0; reader.Read(); row++)
        {
            for (var place = 0; place < reader.FieldCount; place++)
            {
                var written = dataset.Frame.Columns[place].Format(row);
                if (reader.GetString(place).Trim() != written)
                {
                    Assert.Fail($"Row {row}, '{dataset.Frame.Columns[place].Name}': '{reader.GetString(place)}' became '{written}'.");
                }
            }
        }
    }

    [Fact]
    public void Read_OneOrTwoThreads_GiveTheSameFrame()
    {
        var one = Read("online_retail.csv.gz", ReadingLimits.Default with { Threads = 1 });
        var two = Read("online_retail.csv.gz", ReadingLimits.Default with { Threads = 2 });

        Assert.Equal(one.Schema, two.Schema);
        Assert.Equal(one.Issues, two.Issues);
        foreach (var (left, right) in one.Frame.Columns.Zip(two.Frame.Columns))
        {
            Assert.True(left switch
            {
                NumberColumn number => number.Values.SequenceEqual(((NumberColumn)right).Values),
                DateColumn date => date.Values.SequenceEqual(((DateColumn)right).Values),
                TextColumn text => text.Codes.SequenceEqual(((TextColumn)right).Codes) && text.Dictionary.SequenceEqual(((TextColumn)right).Dictionary),
                _ => false,
            });
        }
    }

    private static Dataset Read(string file, ReadingLimits? limits = null)
    {
        var path = SharedData.Find(file);
        Assert.SkipWhen(path is null, $"{file} is not there.");
        return DatasetReader.Read(path!, ReadingOptions.Default, limits ?? ReadingLimits.Default, null, null, TestContext.Current.CancellationToken);
    }

    private static Stream Open(string file)
    {
        var stream = File.OpenRead(SharedData.Find(file)!);
        return file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }

    private static (double Mean, double Deviation) Rounded(ColumnDescription column) =>
        (Math.Round(column.Mean!.Value, 2), Math.Round(column.StandardDeviation!.Value, 3));
}
