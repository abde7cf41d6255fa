using System.Globalization;
using System.Text;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Frame.IO;

public class PlainNumberTests
{
    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("+.")]
    [InlineData("1.2.3")]
    [InlineData("1..2")]
    [InlineData("12a4")]
    [InlineData("1 2")]
    [InlineData("1,5")]
    [InlineData("e5")]
    [InlineData("1e")]
    [InlineData("1e999")]
    [InlineData("--1")]
    [InlineData("0x10")]
    [InlineData("Infinity")]
    [InlineData("12345678/")]
    [InlineData("1234567:")]
    public void TryParse_NoPlainNumber_IsFalse(string text)
    {
        var shape = new NumberShape();

        Assert.False(PlainNumber.TryParse(Encoding.UTF8.GetBytes(text), ref shape, out _));
        Assert.Equal(0, shape.Count);
    }

    [Fact]
    public void TryParse_RandomNumbersOfAnyLength_AreThoseOfTheFramework()
    {
        var random = new SeededRandom(11);
        for (var i = 0; i < 20_000; i++)
        {
            var whole = random.Next(12);
            var decimals = random.Next(12);
            var text = (random.Next(4) == 0 ? "-" : "") + Digits(random, whole) + (decimals > 0 ? "." + Digits(random, decimals) : whole == 0 ? "0" : "");
            var shape = new NumberShape();

            Assert.True(PlainNumber.TryParse(Encoding.UTF8.GetBytes(text), ref shape, out var value), text);
            Assert.Equal(double.Parse(text, CultureInfo.InvariantCulture), value);
            Assert.Equal((decimals == 0 ? null : decimals, decimals == 0), (shape.Decimals, shape.IsInteger));
        }
    }

    private static string Digits(SeededRandom random, int count) =>
        string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + random.Next(10))));
}
