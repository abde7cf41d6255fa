using Segmentation.Dashboard.Uploads;
using Xunit;

namespace Segmentation.Dashboard.Tests.Uploads;

public class UploadNameTests
{
    [Theory]
    [InlineData("customers.csv", "customers.csv")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\data\\kunden.xlsx", "kunden.xlsx")]
    [InlineData("a\u0000b\r\n.csv", "ab.csv")]
    [InlineData("gpj\u202Excod.exe", "gpjxcod.exe")]
    [InlineData("Größe 東京 🙂.csv", "Größe 東京 🙂.csv")]
    [InlineData("<script>.csv", "<script>.csv")]
    [InlineData("folder/", "upload")]
    [InlineData("..", "upload")]
    [InlineData("   ", "upload")]
    [InlineData(null, "upload")]
    public void Clean_AnyName_KeepsWhatIsVisibleOfItsLastSegment(string? name, string expected) => Assert.Equal(expected, UploadName.Clean(name));

    [Fact]
    public void Clean_LongName_IsCutWithoutHalvingACharacter()
    {
        var name = UploadName.Clean(new string('a', UploadName.Longest - 1) + "🙂🙂");

        Assert.Equal(new string('a', UploadName.Longest - 1), name);
    }

    [Theory]
    [InlineData(0, "0 bytes")]
    [InlineData(999, "999 bytes")]
    [InlineData(4_400_000, "4.4 MB")]
    [InlineData(220_188, "220 kB")]
    [InlineData(2_000_000_000, "2 GB")]
    public void Size_Bytes_AreWrittenForPeople(long bytes, string expected) => Assert.Equal(expected, UploadName.Size(bytes));
}
