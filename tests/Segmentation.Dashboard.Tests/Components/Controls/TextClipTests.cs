using Segmentation.Dashboard.Components.Controls;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Controls;

public class TextClipTests
{
    [Fact]
    public void Of_AShortText_IsTheText() => Assert.Equal("Leeds", TextClip.Of("Leeds"));

    [Fact]
    public void Of_ALongText_EndsInAnEllipsis() => Assert.Equal("abc…", TextClip.Of("abcdef", 3));

    [Fact]
    public void Of_APairAtTheCut_StaysWhole() => Assert.Equal("a…", TextClip.Of("a😀b", 2));
}
