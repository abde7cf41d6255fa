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
        Assert.Equal("var(--segment-none)", Palette.Segment(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Palette.Segment(-1));
    }

    // What is printed is what was on the screen.
    [Fact]
    public void Tokens_Segments_AreTheReportsColours() => Assert.All(
        Enumerable.Range(0, Palette.Segments + 1),
        number => Assert.Equal(Colour(0, number == 0 ? "segment-none" : $"segment-{number}"), Core.Reporting.SegmentColours.Of(number)));

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

    // As most people see them, and as protan and deutan eyes do (Machado, Oliveira and Fernandes 2009, severity 1), by the
    // distance of OKLab (Ottosson 2020), in which some 0.02 can just be told apart side by side.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Tokens_Segments_AreFarApartAlsoForTheColourBlind(int theme)
    {
        double[][] eyes =
        [
            [1, 0, 0, 0, 1, 0, 0, 0, 1],
            [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
            [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        ];
        double[] least = [0.08, 0.055, 0.055];
        for (var eye = 0; eye < eyes.Length; eye++)
        {
            var seen = Enumerable.Range(1, Palette.Segments).Select(number => OkLab(Times(eyes[eye], Linear(Colour(theme, $"segment-{number}"))))).ToArray();
            var nearest = seen.SelectMany((one, i) => seen.Take(i).Select(other => Math.Sqrt(one.Zip(other, (a, b) => (a - b) * (a - b)).Sum()))).Min();
            Assert.True(nearest >= least[eye], $"Two segments of theme {theme} are only {nearest:0.000} apart to eye {eye}.");
        }
    }

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
        var parts = Linear(colour);
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    private static double[] Linear(string colour) => HexPair().Matches(colour).Select(pair => int.Parse(pair.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
        .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToArray();

    private static double[] Times(double[] matrix, double[] vector) =>
        [.. matrix.Chunk(3).Select(row => Math.Clamp(row.Zip(vector, (a, b) => a * b).Sum(), 0, 1))];

    private static double[] OkLab(double[] linear)
    {
        var cones = Times([0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566, 0.0883024619, 0.2817188376, 0.6299787005], linear).Select(Math.Cbrt).ToArray();
        double[] toLab = [0.2104542553, 0.7936177850, -0.0040720468, 1.9779984951, -2.4285922050, 0.4505937099, 0.0259040371, 0.7827717662, -0.8086757660];
        return [.. toLab.Chunk(3).Select(row => row.Zip(cones, (a, b) => a * b).Sum())];
    }

    [GeneratedRegex("[0-9a-f]{2}")]
    private static partial Regex HexPair();
}
