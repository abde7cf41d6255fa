using System.Globalization;
using System.Text.RegularExpressions;
using Segmentation.Dashboard.Figures;
using Xunit;

namespace Segmentation.Dashboard.Tests.Figures;

public partial class PaletteTests
{
    private static readonly string[] s_themes = File.ReadAllText(Repository.PathOf("wwwroot-assets/css/tokens.css")).Split(":root[data-theme=\"dark\"]");

    [Fact]
    public void Segment_BeyondTheLastColour_BeginsAgain()
    {
        Assert.Equal("var(--segment-20)", Palette.Segment(20));
        Assert.Equal("var(--segment-1)", Palette.Segment(21));
        Assert.Throws<ArgumentOutOfRangeException>(() => Palette.Segment(0));
    }

    // WCAG 2.2, success criterion 1.4.11: graphics need 3 to 1 against what is beside them; 1.4.3: text needs 4.5 to 1.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Tokens_EverySegment_StandsOutFromTheSurfaceAndCarriesItsNumber(int theme)
    {
        var surface = Luminance(Colour(theme, "surface"));
        foreach (var number in Enumerable.Range(1, Palette.Segments))
        {
            var colour = Luminance(Colour(theme, $"segment-{number}"));
            Assert.True(Contrast(colour, surface) >= 3, $"Segment {number} is lost on the surface of theme {theme}.");
            Assert.True(Contrast(colour, Luminance(Colour(theme, $"on-segment-{number}"))) >= 4.5, $"The number of segment {number} is lost in theme {theme}.");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Tokens_Segments_AreAllDifferent(int theme) =>
        Assert.Equal(Palette.Segments, Enumerable.Range(1, Palette.Segments).Select(number => Colour(theme, $"segment-{number}")).Distinct().Count());

    [Theory]
    [InlineData("ink", "surface")]
    [InlineData("ink-soft", "surface-page")]
    [InlineData("ink-faint", "surface")]
    [InlineData("accent", "accent-soft")]
    [InlineData("on-accent", "accent")]
    [InlineData("bad", "surface")]
    [InlineData("warn", "warn-soft")]
    [InlineData("good", "surface")]
    public void Tokens_Text_IsReadableInBothThemes(string text, string background) =>
        Assert.All(Enumerable.Range(0, s_themes.Length), theme => Assert.True(Contrast(Luminance(Colour(theme, text)), Luminance(Colour(theme, background))) >= 4.5));

    private static string Colour(int theme, string name) => Regex.Match(s_themes[theme], $"--{name}: (#[0-9a-f]{{6}});").Groups[1].Value;

    private static double Contrast(double one, double other) => (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);

    // Relative luminance as WCAG 2.2 defines it.
    private static double Luminance(string colour)
    {
        var parts = HexPair().Matches(colour).Select(pair => int.Parse(pair.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    [GeneratedRegex("[0-9a-f]{2}")]
    private static partial Regex HexPair();
}
