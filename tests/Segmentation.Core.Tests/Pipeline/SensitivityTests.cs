using Segmentation.Core.Cleaning;
using Segmentation.Core.Clustering;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Tests.Clustering;
using Xunit;

namespace Segmentation.Core.Tests.Pipeline;

public class SensitivityTests
{
    private static readonly SegmentationSnapshot s_three = Run(At(3));

    [Fact]
    public void Variations_MakeOneChoiceAtATimeOtherwise()
    {
        var names = Sensitivity.VariationsOf(s_three).Select(variation => variation.Name);

        Assert.Equal(
            ["Without x", "Without y", "Robust scaling", "Min-max scaling", "No scaling", "Another seed", "One segment fewer", "One segment more"], names);
        Assert.All(Sensitivity.VariationsOf(s_three), variation => Assert.NotEqual(s_three.Recipe, variation.Recipe));
    }

    [Fact]
    public void Variations_OfTwoSegmentsByOneFeature_HaveNoFewerAndNoneLeftOut()
    {
        var snapshot = Run(At(2) with { Features = new FeatureOptions { Chosen = [new FeatureChoice("x")] } });

        Assert.Equal(
            ["Robust scaling", "Min-max scaling", "No scaling", "Another seed", "One segment more"],
            Sensitivity.VariationsOf(snapshot).Select(variation => variation.Name));
    }

    [Fact]
    public void Variations_OfAnOutlierRuleThatActs_LeaveOutliersIn()
    {
        var aside = At(3) with { Cleaning = new CleaningOptions { Outliers = new OutlierOptions { Action = OutlierAction.SetAside } } };

        var variation = Sensitivity.VariationsOf(Run(aside))[^1];

        Assert.Equal("Outliers left in", variation.Name);
        Assert.Equal(OutlierRule.None, variation.Recipe.Cleaning.Outliers.Rule);
    }

    // Three clear groups: a seed or a scaling changes nothing, another number must.
    [Fact]
    public void Compute_ClearGroups_OnlyTheirNumberMatters()
    {
        var reports = new Reports<ValueList<SensitivityResult>>();

        var found = Sensitivity.Compute(s_three, progress: reports);

        Assert.Equal(1, AgreementOf(found, "Another seed"));
        Assert.Equal(1, AgreementOf(found, "Robust scaling"));
        Assert.InRange(AgreementOf(found, "One segment fewer")!.Value, 0.1, 0.95);
        Assert.Equal(Enumerable.Range(1, found.Count), reports.All.Select(report => report.Count));
        Assert.Equal(found, reports.All[^1]);
    }

    [Fact]
    public void Compute_WhatCannotBe_IsNull()
    {
        var distinct = Run(At(10));

        Assert.Null(AgreementOf(Sensitivity.Compute(distinct), "One segment more"));
    }

    [Fact]
    public void Compute_Cancelled_Ends()
    {
        using var source = new CancellationTokenSource();
        var reports = new Reports<ValueList<SensitivityResult>>(_ => source.Cancel());

        Assert.ThrowsAny<OperationCanceledException>(() => Sensitivity.Compute(s_three, 1, reports, source.Token));
        Assert.Single(reports.All);
    }

    private static double? AgreementOf(ValueList<SensitivityResult> found, string name) => found.Single(result => result.Variation.Name == name).Agreement;

    private static SegmentationRecipe At(int count) => new() { Clustering = new ClusteringOptions { ClusterCount = count } };

    private static SegmentationSnapshot Run(SegmentationRecipe recipe) => new SegmentationPipeline(threads: 1).Run(Tables.ThreeGroups(), recipe);
}
