using System.Text;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Frame.IO;

public class BadInputTests
{
    [Theory]
    [InlineData("", "empty")]
    [InlineData("\n\n  \n", "blank lines")]
    [InlineData("name,age\n", "no rows of data")]
    [InlineData("%PDF-1.7\n%âãÏÓ\n1 0 obj", "PDF")]
    [InlineData("<!DOCTYPE html><html><table></table></html>", "web page")]
    [InlineData("\u0001\u0002\0\0\u0003binary", "binary")]
    public void Read_NoTable_SaysWhatItIs(string content, string word)
    {
        var error = Assert.Throws<UnusableDataException>(() => Reading.Text(content));

        Assert.Contains(word, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoSuchFileOrFolder_IsSaid()
    {
        var missing = Assert.Throws<UnusableDataException>(() => DatasetReader.Read(Path.Combine(Path.GetTempPath(), "no-such-file.csv"), ReadingOptions.Default, cancellationToken: TestContext.Current.CancellationToken));
        var folder = Assert.Throws<UnusableDataException>(() => DatasetReader.Read(Path.GetTempPath(), ReadingOptions.Default, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains("no-such-file.csv", missing.Message, StringComparison.Ordinal);
        Assert.Contains("folder", folder.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_UnclosedQuote_KeepsTheOtherRowsAndNamesTheLine()
    {
        var dataset = Reading.Text("id,name\n1,Ann\n2,\"Bob\n3,Cy\n4,Dee\n");

        Assert.Equal(4, dataset.Frame.Rows);
        Assert.Equal(["Ann", "Bob", "Cy", "Dee"], Reading.Cells(dataset.Frame["name"]));
        Assert.Equal(3, Assert.Single(dataset.Issues, issue => issue.Kind == DataIssueKind.UnclosedQuote).Line);
    }

    [Fact]
    public void Read_UnclosedQuoteThatALaterOneCloses_KeepsTheRowsBetween()
    {
        var dataset = Reading.Text("id,name\n1,Ann\n2,\"Bob\n3,Cy\n4,\"Dee\"\n5,Eve\n");

        Assert.Equal(5, dataset.Frame.Rows);
        Assert.Equal(3, Assert.Single(dataset.Issues, issue => issue.Kind == DataIssueKind.UnclosedQuote).Line);
    }

    [Fact]
    public void Read_UnclosedQuoteInALargeFile_IsNoReasonToRefuseIt()
    {
        var limits = new ReadingLimits { MaxRecordBytes = 20_000, SampleBytes = 4096 };
        var content = new StringBuilder("id,name\n");
        for (var row = 0; row < 30_000; row++)
        {
            content.Append(row).Append(row == 5000 ? ",\"open\n" : ",x\n");
        }

        var dataset = Reading.Bytes(Encoding.UTF8.GetBytes(content.ToString()), null, limits);

        Assert.Equal(30_000, dataset.Frame.Rows);
        Assert.Equal(5002, Assert.Single(dataset.Issues, issue => issue.Kind == DataIssueKind.UnclosedQuote).Line);
    }

    [Fact]
    public void Read_EndlessLine_IsRefusedWithoutReadingOn()
    {
        var limits = new ReadingLimits { MaxRecordBytes = 100_000, SampleBytes = 10_000 };
        var inTheMiddle = "a,b\n1,2\n3,4\n" + new string('x', 1_000_000);

        var first = Assert.Throws<UnusableDataException>(() => Reading.Bytes(new byte[1_000_000].Select(_ => (byte)'x').ToArray(), null, limits));
        var later = Assert.Throws<UnusableDataException>(() => Reading.Bytes(Encoding.UTF8.GetBytes(inTheMiddle), null, limits));

        Assert.Contains("first line", first.Message, StringComparison.Ordinal);
        Assert.Contains("Row 4", later.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TooManyColumns_IsRefused()
    {
        var header = string.Join(',', Enumerable.Range(0, 100_000).Select(n => $"c{n}"));
        var row = string.Join(',', Enumerable.Range(0, 100_000).Select(n => n % 10));

        var error = Assert.Throws<UnusableDataException>(() => Reading.Text($"{header}\n{row}\n{row}\n"));
        var late = Assert.Throws<UnusableDataException>(() => Reading.Text($"a,b\n{string.Concat(Enumerable.Repeat("1,2\n", 3000))}{row}\n"));

        Assert.Contains("16,384 columns", error.Message, StringComparison.Ordinal);
        Assert.Contains("16,384 columns", late.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ThousandColumns_IsFine()
    {
        var header = string.Join(',', Enumerable.Range(0, 1000).Select(n => $"c{n}"));
        var row = string.Join(',', Enumerable.Range(0, 1000));

        Assert.Equal(1000, Reading.Text($"{header}\n{row}\n{row}\n").Frame.Columns.Count);
    }

    [Fact]
    public void Read_GzipBomb_IsRefused()
    {
        var limits = new ReadingLimits { FreelyUnpackedBytes = 1 << 20 };
        var bomb = Reading.Gzip([.. "a,b\n"u8, .. Enumerable.Repeat((byte)'\n', 20_000_000)]);

        var error = Assert.Throws<UnusableDataException>(() => Reading.Bytes(bomb, null, limits));

        Assert.Contains("unpacks to more than", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_GzipCutOff_IsRefused()
    {
        var random = RandomBytes(7, 300_000).Select(value => $"{value},{value}\n");
        var packed = Reading.Gzip(Encoding.UTF8.GetBytes("a,b\n" + string.Concat(random)));

        var error = Assert.Throws<UnusableDataException>(() => Reading.Bytes(packed[..(packed.Length / 2)]));

        Assert.Contains("cut off", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "a,b\n1,2\n");

        Assert.ThrowsAny<OperationCanceledException>(() => DatasetReader.Read(path, ReadingOptions.Default, cancellationToken: source.Token));
        File.Delete(path);
    }

    [Fact]
    public void Read_NamesWithHtml_AreNamesLikeOthers()
    {
        var dataset = Reading.Text("<b>x</b>,<script>alert(1)</script>\n1,2\n3,4\n");

        Assert.Equal(["<b>x</b>", "<script>alert(1)</script>"], dataset.Frame.Columns.Select(column => column.Name));
    }

    private static IEnumerable<ulong> RandomBytes(int seed, int count)
    {
        var random = new SeededRandom(seed);
        return Enumerable.Range(0, count).Select(_ => random.NextBits() & 0xFF);
    }
}
