using Segmentation.Core.Clustering;
using Segmentation.Core.Features;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Pipeline;
using Xunit;

namespace Segmentation.Core.Tests.Profiling.Explanation;

/// <summary>Of every row of every real file the contributions sum to the margin, found by squared distances to the centroids.</summary>
public class SharedDataTests
{
    [Theory]
    [InlineData("Mall_Customers.csv")]
    [InlineData("marketing_campaign.csv")]
    [InlineData("marketing_campaign.xlsx")]
    [InlineData("online_retail.csv.gz")]
    [InlineData("CDNOW_master.txt")]
    [InlineData("CDNOW_sample.txt")]
    [InlineData("cdnow_customers_summary_with_transactions.csv")]
    [InlineData("benchmark_s1.csv")]
    [InlineData("benchmark_unbalance.csv")]
    public void Contributions_EveryRow_SumToTheMargin(string file)
    {
        var path = SharedData.Find(file);
        Assert.SkipWhen(path is null, $"{file} is not here.");
        var snapshot = new SegmentationPipeline().Run(
            DatasetReader.Read(path, ReadingOptions.Default), new SegmentationRecipe { Clustering = new ClusteringOptions { ClusterCount = 5 } });
        var (clustering, matrix) = (snapshot.Quality.Clustering, snapshot.Features.Matrix);
        var groups = FeatureGroup.Of(snapshot.Features.Columns);
        var cells = new double[matrix.Columns];

        for (var row = 0; row < matrix.Rows; row++)
        {
            matrix.CopyRow(row, cells);
            var contrast = clustering.Model.Contrast(cells, clustering.Labels[row]);
            var sum = groups.Sum(group => contrast.Parts.Skip(group.Start).Take(group.Columns.Count).Sum()) + contrast.Rest;
            var (own, other) = (Squares(clustering.Labels[row]), Squares(contrast.RunnerUp!.Value));
            // Two large distances that are nearly equal lose digits when they are subtracted, here and not in the contributions.
            var lost = 1e-14 * (own + other);
            Assert.True(Math.Abs(other - own - sum) <= (1e-9 * Math.Abs(other - own)) + lost, $"row {row}: {other - own} is not {sum}");
            Assert.True(Math.Abs(contrast.Margin - sum) <= (1e-9 * Math.Abs(sum)) + lost);
        }

        double Squares(int cluster)
        {
            var squares = 0.0;
            for (var column = 0; column < cells.Length; column++)
            {
                var difference = cells[column] - clustering.Centroids[(cluster * cells.Length) + column];
                squares += difference * difference;
            }

            return squares;
        }
    }
}
