using Segmentation.Core.Cleaning;
using Segmentation.Core.Clustering;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Profiling;
using Xunit;

namespace Segmentation.Core.Tests.Pipeline;

/// <summary>Four groups on a line: 20 rows about 0, 15 about 10, 10 about 100, 5 about 110.</summary>
public class SegmentLabelsTests
{
    private static readonly double[] s_values = [.. Group(20, 0), .. Group(15, 10), .. Group(10, 100), .. Group(5, 110)];

    private readonly SegmentationPipeline _pipeline = new(threads: 1);

    [Fact]
    public void ANameAndANote_AreTheSegments_AndOfNoOther()
    {
        var named = Named(At(4), 3, "VIPs", "call them");

        Assert.Equal(["VIPs"], named.Profiles.Where(profile => profile.Label is not null).Select(profile => profile.Name));
        Assert.Equal(("VIPs", "call them"), (named.ProfileOf(3).Name, named.ProfileOf(3).Label!.Note));
        Assert.Equal(4, named.Profiles.Select(profile => profile.Name).Distinct().Count());
        Assert.Single(named.Recipe.Profiling.Labels);
    }

    [Fact]
    public void OtherNumbersOfSegments_TheNameStaysWithItsPeople_AndComesBack()
    {
        var recipe = Named(At(4), 4, "The richest").Recipe;

        var three = Run(WithCount(recipe, 3));
        var one = Run(WithCount(recipe, 1));
        var again = Run(WithCount(three.Recipe, 4));

        Assert.Equal("The richest", NameAt(three, 110));
        Assert.Equal("The richest", NameAt(one, 0));
        Assert.Equal("The richest", NameAt(again, 110));
        Assert.NotEqual("The richest", NameAt(again, 100));
    }

    [Fact]
    public void TwoNamesInOneSegment_TheFirstGivenCounts_AndTheOtherRests()
    {
        var recipe = Named(Named(At(4), 4, "Tops"), 3, "Highs").Recipe;

        Assert.Equal("Tops", NameAt(Run(WithCount(recipe, 2)), 100));
        Assert.Equal(["Highs", "Tops"], new[] { 100.0, 110 }.Select(value => NameAt(Run(recipe), value)));
    }

    [Fact]
    public void Renumbered_NamesStayWithTheirSegments()
    {
        var named = Named(At(4), 1, "Everyday");

        var followed = SegmentIdentity.Follow(named.Renumbered([9, 2, 3, 4]), Run(WithCount(named.Recipe, 3))).Snapshot;

        Assert.Equal("Everyday", followed.ProfileOf(9).Name);
    }

    [Fact]
    public void NamedAgain_ReplacesTheName_AndAnEmptyOneTakesItBack()
    {
        var named = Named(At(4), 2, "first", "a note");
        var again = Run(SegmentLabels.WithName(named.Recipe, named, 2, "second"));
        var back = Run(SegmentLabels.WithName(again.Recipe, again, 2, "  "));

        Assert.Equal("second", again.ProfileOf(2).Name);
        Assert.Equal("a note", again.ProfileOf(2).Label!.Note);
        Assert.Equal(At(4).ProfileOf(2).Name, back.ProfileOf(2).Name);
        Assert.Equal("a note", back.ProfileOf(2).Label!.Note);
        Assert.Equal(At(4).Recipe, SegmentLabels.WithNote(back.Recipe, back, 2, ""));
    }

    [Fact]
    public void AnAutomaticNameThatAPersonGaveToAnother_GetsANumber()
    {
        var four = At(4);

        var named = Named(four, 1, four.ProfileOf(2).Name.ToUpperInvariant());

        Assert.Equal($"{four.ProfileOf(2).Name} (2)", named.ProfileOf(2).Name);
    }

    [Fact]
    public void ItsRowSetAside_TheNameRests()
    {
        var recipe = Named(At(4), 4, "Tops").Recipe;
        var strict = recipe with
        {
            Cleaning = recipe.Cleaning with { Missing = new MissingRule(MissingAction.SetAside), AllowedRanges = recipe.Cleaning.AllowedRanges.With("x", new AllowedRange(0, 105)) },
        };

        Assert.DoesNotContain("Tops", Run(strict).Profiles.Select(profile => profile.Name));
    }

    [Fact]
    public void AnotherFile_OrOneOfOtherOrder_TakesNoName()
    {
        var recipe = Named(At(4), 4, "Tops").Recipe;

        var reversed = _pipeline.Run(Data([.. s_values.Reverse()]), recipe);
        var shorter = _pipeline.Run(Data(s_values[..40]), recipe);

        Assert.DoesNotContain("Tops", reversed.Profiles.Concat(shorter.Profiles).Select(profile => profile.Name));
        Assert.Equal(reversed.Profiles.Select(profile => profile.Size), At(4).Profiles.Select(profile => profile.Size));
    }

    [Theory]
    [InlineData("  VIP \t customers \n", "VIP customers")]
    [InlineData("<b onclick=x>&amp;", "<b onclick=x>&amp;")]
    [InlineData("a\u202Eb\0c", "ab c")]
    [InlineData("👩‍🌾 growers", "👩‍🌾 growers")]
    public void WhatIsTyped_IsKeptAsPlainText(string typed, string kept)
    {
        var named = Named(At(4), 1, typed, typed);

        Assert.Equal(kept, named.ProfileOf(1).Name);
        Assert.Equal(named.Recipe, RecipeJson.ParseCompact(RecipeJson.WriteCompact(named.Recipe)));
    }

    [Fact]
    public void WhatIsTyped_HalfACharacter_BecomesOneThatSurvivesJson()
    {
        var named = Named(At(4), 1, "\uD800x");

        Assert.Equal("\uFFFDx", named.ProfileOf(1).Name);
        Assert.Equal(named.Recipe, RecipeJson.Parse(RecipeJson.Write(named.Recipe)));
    }

    [Fact]
    public void WhatIsTyped_IsBounded_AndCutsNoCharacterInHalf()
    {
        var named = Named(At(4), 1, new string('x', SegmentLabel.MaxName - 1) + "👩" + new string('y', 100_000), "a\r\nb" + new string('z', 100_000));

        Assert.Equal(new string('x', SegmentLabel.MaxName - 1), named.ProfileOf(1).Name);
        Assert.Equal(SegmentLabel.MaxNote, named.ProfileOf(1).Label!.Note!.Length);
        Assert.StartsWith("a\nb", named.ProfileOf(1).Label!.Note, StringComparison.Ordinal);
        named.Recipe.ThrowIfInvalid();
    }

    [Fact]
    public void TooManyNames_AreRefusedInWords()
    {
        var four = At(4);
        var full = four.Recipe with { Profiling = new ProfilingOptions { Labels = [.. Enumerable.Range(0, 100).Select(row => new SegmentLabel(row, "") { Name = "n" })] } };

        Assert.Contains("100 segments", Assert.Throws<UnusableDataException>(() => SegmentLabels.WithName(full, four, 1, "one more")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => SegmentLabels.WithName(four.Recipe, four, SegmentProfile.Unassigned, "nobody"));
    }

    [Fact]
    public void TheExport_WritesTheName_AndRunsNoFormulaInIt()
    {
        using var stream = new MemoryStream();
        SegmentExport.WriteCsv(Named(At(4), 1, "=1+1"), stream, new ExportOptions { Columns = [] });

        Assert.Contains("\r\n1,\"'=1+1\",", System.Text.Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
    }

    private SegmentationSnapshot Named(SegmentationSnapshot snapshot, int segment, string name, string? note = null)
    {
        var named = Run(SegmentLabels.WithName(snapshot.Recipe, snapshot, segment, name));
        return note is null ? named : Run(SegmentLabels.WithNote(named.Recipe, named, segment, note));
    }

    private SegmentationSnapshot At(int count) => Run(WithCount(SegmentationRecipe.Default, count));

    private static SegmentationRecipe WithCount(SegmentationRecipe recipe, int count) => recipe with
    {
        Cleaning = recipe.Cleaning with { Outliers = recipe.Cleaning.Outliers with { Rule = OutlierRule.None } },
        Features = new FeatureOptions { Chosen = [new FeatureChoice("x")] },
        Clustering = new ClusteringOptions { ClusterCount = count },
    };

    private SegmentationSnapshot Run(SegmentationRecipe recipe) => _pipeline.Run(s_data, recipe);

    private static readonly Dataset s_data = Data(s_values);

    private static string NameAt(SegmentationSnapshot snapshot, double value) =>
        snapshot.ProfileOf(snapshot.SegmentOf(Array.FindIndex(s_values, other => Math.Abs(other - value) < 0.01))!.Value).Name;

    private static Dataset Data(double[] values) => Tables.Of(Tables.Numbers("x", values), Tables.Numbers("y", values));

    private static IEnumerable<double> Group(int count, double centre) => Enumerable.Range(0, count).Select(row => centre + (row * 0.001));
}
