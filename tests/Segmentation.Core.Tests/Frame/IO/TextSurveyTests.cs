using System.Text;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Frame.IO;

public class TextSurveyTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 1)]
    [InlineData("a\n", 1)]
    [InlineData("a\nb", 2)]
    [InlineData("a\r\nb\r\n", 2)]
    [InlineData("a\rb\r", 2)]
    [InlineData("a\n\nb\r\r\n", 4)]
    public void Of_LineBreaksOfAnyKind_CountsLines(string text, int lines) =>
        Assert.Equal(new TextSurvey(lines, true, false), Survey(Encoding.UTF8.GetBytes(text), threads: 1));

    // Long texts of lines and letters of one to four bytes, so that blocks end within all of them.
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Of_LongText_IsTheSameOnAnyNumberOfThreads(string lineEnd)
    {
        var random = new SeededRandom(3);
        var text = new StringBuilder();
        var lines = 60_000 + random.Next(1000);
        for (var line = 0; line < lines; line++)
        {
            text.Append("aé").Append(random.Next(2) == 0 ? "€" : "😀").Append('x', random.Next(90)).Append(lineEnd);
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());

        Assert.All([1, 2, 5], threads => Assert.Equal(new TextSurvey(lines, true, false), Survey(bytes, threads)));
        Assert.All([1, 2, 5], threads => Assert.False(Survey([.. bytes, 0xE2, 0x82], threads).IsUtf8));
        Assert.All([1, 2, 5], threads => Assert.False(Survey([.. bytes, 0xE9, .. bytes], threads).IsUtf8));
        Assert.All([1, 2, 5], threads => Assert.True(Survey([.. bytes, .. "1, \"x\""u8, .. bytes], threads).HasPaddedQuotes));
    }

    // Padding at the start of the text, and cells of quotes alone or that begin with one.
    [Theory]
    [InlineData("1, \"x\"", true)]
    [InlineData(" id, name\n 1, \"Smith, J\"\n", true)]
    [InlineData(" \"id\", name\n", true)]
    [InlineData("1, \"\", 2\n", true)]
    [InlineData("1, \"\"", true)]
    [InlineData("1, \"\"\"Big\"\" A, B\", 2\n", true)]
    [InlineData(" id, name\n 1, 5\" nail\n", false)]
    [InlineData("\"say \"\"x, \"\"y\"\"\",\"z\"\n", false)]
    [InlineData("\"a, \",\"b\"\n", false)]
    public void Of_QuotesBehindPadding_FindsThem(string text, bool found) =>
        Assert.Equal(found, Survey(Encoding.UTF8.GetBytes(text), threads: 1).HasPaddedQuotes);

    [Fact]
    public void Of_StreamThatFails_SaysSoAsOnOneThread()
    {
        using var stream = new FailingStream();

        Assert.All([1, 4], threads => Assert.Throws<UnusableDataException>(() => TextSurvey.Of(stream, threads, CancellationToken.None)));
    }

    [Fact]
    public void Of_Cancelled_Ends()
    {
        using var stream = new MemoryStream(new byte[10]);

        Assert.ThrowsAny<OperationCanceledException>(() => TextSurvey.Of(stream, 2, new CancellationToken(canceled: true)));
    }

    private static TextSurvey Survey(byte[] bytes, int threads)
    {
        using var stream = new MemoryStream(bytes);
        return TextSurvey.Of(stream, threads, CancellationToken.None);
    }

    private sealed class FailingStream : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new UnusableDataException("It is damaged.");
    }
}
