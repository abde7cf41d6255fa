using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Stability;
using Segmentation.Core.Clustering.Verdicts;
using Segmentation.Core.Features;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Pipeline;
using Xunit;

namespace Segmentation.Core.Tests.Pipeline;

/// <summary>Mall_Customers.csv by income and score, standardised, from the file to the badge.</summary>
public class TrustGoldenTests
{
    // B = 200: lowest .561, a cluster of ten, within .03 [recomputed from the definition]; .534 by scikit-learn on 2,000 resamples.
    [Fact]
    public void SixSegments_TheSegmentOfTenIsNotToBeTrusted_AndAllOthersAre()
    {
        var pipeline = new SegmentationPipeline();
        var snapshot = Run(pipeline, 6);

        var stability = pipeline.EvidenceOn(snapshot, new EvidenceOptions { Threads = 0 }).Stability(6);

        var lowest = Array.IndexOf(stability.MeanJaccard, stability.MeanJaccard.Min());
        Assert.Equal(10, snapshot.Profiles[lowest].Size);
        Assert.InRange(stability.MeanJaccard[lowest], 0.47, 0.597);
        Assert.Equal(StabilityBand.Untrusted, stability.Band(lowest));
        Assert.Single(stability.MeanJaccard, mean => mean < StabilityResult.StableFrom);
    }

    [Fact]
    public void FiveSegments_FewCustomersAreOnTheBorder_AndTheyHaveTheSmallestMargins()
    {
        var snapshot = Run(new SegmentationPipeline(), 5);
        var positions = Enumerable.Range(0, 200).ToArray();

        var shares = snapshot.Margins.FindBorderline();

        var on = positions.Where(snapshot.Margins.IsBorderline).ToArray();
        Assert.Equal(on.Length, shares.Select((share, cluster) => share * snapshot.Profiles[cluster].Size).Sum(), 1e-9);
        Assert.InRange(on.Length, 1, 20);
        Assert.True(on.Max(row => snapshot.Margins[row]) < positions.Average(row => snapshot.Margins[row]));
        Assert.Equal(positions.Select(snapshot.Margins.IsBorderline), snapshot.Margins.AreBorderline(positions));
    }

    private static SegmentationSnapshot Run(SegmentationPipeline pipeline, int count)
    {
        var path = SharedData.Find("Mall_Customers.csv");
        Assert.SkipWhen(path is null, "Mall_Customers.csv is not here");
        return pipeline.Run(DatasetReader.Read(path, ReadingOptions.Default), new SegmentationRecipe
        {
            Features = new FeatureOptions { Chosen = [new("Annual Income (k$)"), new("Spending Score (1-100)")], Scaling = Scaling.Standard },
            Clustering = new ClusteringOptions { ClusterCount = count },
        });
    }
}
