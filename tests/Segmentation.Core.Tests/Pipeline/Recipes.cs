using Segmentation.Core.Cleaning;
using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Hierarchy;
using Segmentation.Core.Clustering.Mixtures;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Features.Encodings;
using Segmentation.Core.Features.Transforms;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Pipeline;

namespace Segmentation.Core.Tests.Pipeline;

internal static class Recipes
{
    /// <summary>A recipe in which no choice is as suggested; a new one each time, equal to the others.</summary>
    public static SegmentationRecipe Full() => new()
    {
        Reading = new ReadingOptions
        {
            Separator = ';',
            Encoding = "windows-1252",
            HasHeader = false,
            Sheet = "Sheet \"1\"",
            DateOrder = DateOrder.MonthFirst,
        },
        Roles = ValueMap<ColumnRole>.Empty.With("Größe", ColumnRole.Ignored).With("<b>", ColumnRole.Label),
        Derived = [new DerivedColumn("<i>Spend</i>", "Income / [Größe \"x\"]"), new DerivedColumn("Age", "year(today) - Year")],
        Today = new DateOnly(2024, 2, 29),
        Cleaning = new CleaningOptions
        {
            SetAside =
            [
                new RowFilter([new NumberRange("Income", 0.5, null, IsUnder: true), new DateRange("Joined", new DateTime(2020, 1, 2), null)]),
                new RowFilter([new CategoryChoice("<b>", ["Ä", "\"x\""], IsOther: true)]),
            ],
            Missing = new MissingRule(MissingAction.SetAside),
            MissingByColumn = ValueMap<MissingRule>.Empty.With("Income", new MissingRule(MissingAction.Constant, "7")),
            Outliers = new OutlierOptions { Rule = OutlierRule.RobustZ, Threshold = 2.25, Action = OutlierAction.Winsorise },
            OutliersByColumn = ValueMap<OutlierOptions>.Empty.With("Age", new OutlierOptions { Rule = OutlierRule.Percentile, Threshold = 1 }),
            AllowedRanges = ValueMap<AllowedRange>.Empty.With("Age", new AllowedRange(0, null)).With("Year", new AllowedRange(null, 2000)),
            MergedCategories = ValueMap<ValueMap<string>>.Empty.With("Status", ValueMap<string>.Empty.With("Alone", "Single")),
            Switches = ValueMap<bool>.Empty.With("outliers:Age", false),
        },
        Features = new FeatureOptions
        {
            Chosen =
            [
                new FeatureChoice("Income") { Weight = 2.5, Log = true },
                new FeatureChoice("Age, in years") { Transform = NumberTransform.QuantileBins, Bins = 4 },
                new FeatureChoice("Größe") { Encoding = CategoryEncoding.Ordinal, Order = ["small", "<b>"], RareShare = 0.02, MaxLevels = 12 },
            ],
            Scaling = Scaling.Robust,
            Components = 2,
        },
        OwnSegments = [new RowFilter([new MissingCell("Größe")])],
        Clustering = new ClusteringOptions
        {
            Algorithm = ClusteringAlgorithm.Hdbscan,
            ClusterCount = 7,
            Restarts = 3,
            Seed = -5,
            Covariance = CovarianceShape.Tied,
            Linkage = Linkage.Average,
            MinClusterSize = 12,
            MinSamples = 4,
            MismatchWeight = 0.75,
        },
    };
}
