using Segmentation.Core.Frame;
using Xunit;

namespace Segmentation.Core.Tests.Frame;

public class CutTextTests
{
    [Theory]
    [InlineData("", 4, "")]
    [InlineData("four", 4, "four")]
    [InlineData("fives", 4, "fiv…")]
    [InlineData("ab😀cd", 4, "ab…")]
    [InlineData("abc", 2, "a…")]
    public void To_ALength_KeepsTheBeginningAndNoHalfCharacter(string text, int most, string cut) => Assert.Equal(cut, CutText.To(text, most));
}
