using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Segmentation.Core.Clustering;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Reporting;
using Segmentation.Core.Samples;
using Xunit;

namespace Segmentation.Core.Tests.Reporting;

public class HtmlReportTests
{
    private static readonly ReportImprint s_imprint = new(new DateOnly(2026, 1, 2), "ab12", "1.2.3");

    private static readonly SegmentationRecipe s_recipe = new() { Clustering = new ClusteringOptions { ClusterCount = 4 } };

    [Fact]
    public void Write_Shop_TellsEverything()
    {
        var report = Parse(Write(ShopSample.Create(), s_recipe));
        var text = report.Root!.Value;

        Assert.Equal(
            ["Segments", "Map", "Profiles", "Rules", "How many?", "Choices", "Data", "Cleaning", "Manifest"], report.Descendants("h2").Select(heading => heading.Value));
        Assert.Equal(4, report.Descendants("article").Count());
        Assert.Contains("4 segments of 2,400 customers", text, StringComparison.Ordinal);
        Assert.Contains("CASE\n  WHEN", text, StringComparison.Ordinal);
        Assert.Contains("2026-01-02", text, StringComparison.Ordinal);
        Assert.Contains("ab12", text, StringComparison.Ordinal);
        Assert.Contains("1.2.3", text, StringComparison.Ordinal);
        Assert.Equal(s_recipe, RecipeJson.Parse(report.Descendants("pre").Last().Value));
        // A bar per segment, the map, inertia and silhouette; 1,500 points of 2,400 and a mark per segment.
        Assert.Equal(4 + 1 + 2, report.Descendants("svg").Count());
        Assert.Equal(1_500 + 4, Map(report).Descendants("circle").Count());
        Assert.Contains("1,500 of 2,400 drawn", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_SameRecipe_GivesTheSameBytesWhateverWasLookedAtBefore()
    {
        var pipeline = new SegmentationPipeline(threads: 1);
        var snapshot = pipeline.Extend(pipeline.Run(ShopSample.Create(), s_recipe), 17);

        Assert.Equal(Write(ShopSample.Create(), s_recipe), Write(ReportFacts.Find(pipeline, snapshot)));
    }

    [Fact]
    public void Write_OtherDay_DiffersInTheDayAlone()
    {
        var facts = ReportFacts.Find(new SegmentationPipeline(), new SegmentationPipeline().Run(Tables.ThreeGroups(), s_recipe with { Clustering = new() { ClusterCount = 3 } }));

        Assert.Equal(
            Write(facts).Replace("2026-01-02", "2027-03-04", StringComparison.Ordinal), Write(facts, s_imprint with { Date = new DateOnly(2027, 3, 4) }));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("</style></pre></svg>&amp;")]
    [InlineData("a\u0001b\uD800c\uFFFF")]
    [InlineData("]]>")]
    public void Write_HostileNames_AreText(string hostile)
    {
        var data = Tables.Of(
            Tables.Numbers($"x {hostile}", 0, 1, 0, 10, 11, 10), Tables.Categories($"c {hostile}", hostile, hostile, hostile, "b", "b", "b")) with
        {
            Name = $"{hostile}.csv",
            Issues = [new DataIssue(DataIssueKind.Misfit, hostile, 1, hostile, 1, $"Column {hostile} is odd.")],
        };
        var recipe = s_recipe with
        {
            Clustering = new ClusteringOptions { ClusterCount = 2 },
            Features = new FeatureOptions { Chosen = [new($"x {hostile}"), new($"c {hostile}")] },
        };

        var report = Parse(Write(data, recipe));

        var shown = Regex.Replace(hostile, "[\u0001\uD800\uFFFF]", "\uFFFD");
        Assert.Contains($"Column {shown} is odd.", report.Descendants("li").Select(item => item.Value));
        Assert.Equal($"Segments of {shown}.csv", report.Descendants("title").Single().Value);
        Assert.Empty(report.Descendants("script").Concat(report.Descendants("img")));
        Assert.DoesNotContain(report.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_AnyReport_AsksNobodyForAnything()
    {
        var html = Write(ShopSample.Create(), s_recipe);

        Assert.DoesNotContain("://", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)<(script|link|iframe|img|object|embed)|url\\(|@import|javascript:| (src|href)=", html);
    }

    public static TheoryData<ClusteringAlgorithm> Algorithms { get; } = [.. Enum.GetValues<ClusteringAlgorithm>()];

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Write_EveryAlgorithm_IsWellFormed(ClusteringAlgorithm algorithm)
    {
        var recipe = new SegmentationRecipe
        {
            Features = new FeatureOptions { Chosen = [new("Age"), new("Visits a month"), new("Region")] },
            Clustering = new ClusteringOptions { ClusterCount = 3, Algorithm = algorithm },
        };
        Assert.Single(Parse(Write(Small(), recipe)).Descendants("h1"));
    }

    [Fact]
    public void Write_OneSegmentOfOneFeature_LeavesOutWhatMakesNoSense()
    {
        var data = Tables.Of(Tables.Numbers("x", 1, 2, 3));
        var report = Parse(Write(data, new SegmentationRecipe { Clustering = new ClusteringOptions { ClusterCount = 1 } }));

        Assert.Contains("1 segment of 3 customers.", report.Root!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Descendants("svg"), svg => svg.Attribute("aria-label")!.Value == "Map of the segments");
    }

    // The first three hundred customers: every algorithm looks at ten numbers of segments.
    private static Dataset Small()
    {
        var shop = ShopSample.Create();
        int[] rows = [.. Enumerable.Range(0, 300)];
        return shop with { Frame = new DataFrame([.. shop.Frame.Columns.Select(column => column.Take(rows))]) };
    }

    private static XElement Map(XDocument report) => report.Descendants("svg").Single(svg => svg.Attribute("aria-label")!.Value == "Map of the segments");

    private static XDocument Parse(string html)
    {
        Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.Ordinal);
        return XDocument.Parse(html["<!DOCTYPE html>".Length..]);
    }

    private static string Write(Dataset data, SegmentationRecipe recipe)
    {
        var pipeline = new SegmentationPipeline();
        return Write(ReportFacts.Find(pipeline, pipeline.Run(data, recipe)));
    }

    private static string Write(ReportFacts facts, ReportImprint? imprint = null)
    {
        using var stream = new MemoryStream();
        HtmlReport.Write(facts, imprint ?? s_imprint, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
