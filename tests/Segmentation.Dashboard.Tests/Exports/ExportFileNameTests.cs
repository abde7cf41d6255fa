using Segmentation.Dashboard.Exports;
using Xunit;

namespace Segmentation.Dashboard.Tests.Exports;

public class ExportFileNameTests
{
    [Theory]
    [InlineData("online_retail.csv.gz", "online_retail-segments.csv")]
    [InlineData("Kunden Köln.XLSX", "Kunden Köln-segments.csv")]
    [InlineData("../../etc/passwd", "etc_passwd-segments.csv")]
    [InlineData("a\"b\r\nSet-Cookie: x.csv", "a_b__Set-Cookie_ x-segments.csv")]
    [InlineData("\u202Efdp.csv", "fdp-segments.csv")]
    [InlineData(".csv", "customers-segments.csv")]
    [InlineData("", "customers-segments.csv")]
    public void Of_AnyName_IsSafeAndEndsInCsv(string name, string expected) => Assert.Equal(expected, ExportFileName.Of(name, isSelection: false));

    [Fact]
    public void Of_ASelection_SaysSo() => Assert.Equal("mall-selection.csv", ExportFileName.Of("mall.csv", isSelection: true));

    [Fact]
    public void OfReport_AnyName_IsSafeAndEndsInHtml() => Assert.Equal("etc_passwd-report.html", ExportFileName.OfReport("../../etc/passwd.csv"));

    [Fact]
    public void Of_ALongNameOfPairs_CutsBetweenThem()
    {
        var name = ExportFileName.Of("x" + string.Concat(Enumerable.Repeat("😀", 200)), isSelection: false);

        Assert.Equal("x" + string.Concat(Enumerable.Repeat("😀", 39)) + "-segments.csv", name);
    }
}
