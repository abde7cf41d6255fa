using System.Globalization;
using System.Text;
using Segmentation.Core.Features;
using Segmentation.Core.Numerics;

namespace Segmentation.Cli;

/// <summary>What <c>segment pca</c> tells; its JSON is this record in camel case.</summary>
/// <param name="Explained">Per component its share of the features' variance, descending, together 1.</param>
/// <param name="Loadings">Per component, in the same order, the loading of each feature: a direction of length 1 in which the largest
/// absolute loading is positive.</param>
internal sealed record PcaReport(IReadOnlyList<double> Explained, IReadOnlyList<IReadOnlyList<FeatureLoading>> Loadings)
{
    private const int ShownComponents = 8;
    private const int ShownFeatures = 30;

    public static PcaReport Of(FeatureSet features, PrincipalComponents components) => new(
        components.ExplainedRatios,
        [.. Enumerable.Range(0, components.Count).Select(component =>
            components.Loadings(component).ToArray().Zip(features.Columns, (loading, feature) => new FeatureLoading(feature.Name, loading)).ToArray())]);

    public string InWords(string name)
    {
        var text = new StringBuilder();
        var shown = Math.Min(ShownComponents, Explained.Count);
        var features = Loadings[0].Take(ShownFeatures).Select(loading => loading.Feature).ToArray();
        var width = Math.Clamp(features.Max(feature => feature.Length), 10, 30);
        text.AppendLine(name);
        AppendRow("", component => $"PC {component + 1}");
        AppendRow("explained", component => $"{100 * Explained[component]:F1} %");
        AppendRow("together", component => $"{100 * Explained.Take(component + 1).Sum():F1} %");
        for (var place = 0; place < features.Length; place++)
        {
            AppendRow(features[place], component => $"{Loadings[component][place].Loading:F3}");
        }

        if (shown < Explained.Count || features.Length < Loadings[0].Count)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{features.Length} of {Loadings[0].Count} features and {shown} of {Explained.Count} components are shown; --json has all.");
        }

        return text.ToString();

        void AppendRow(string title, FormattableCell cell)
        {
            text.Append((title.Length > width ? title[..(width - 1)] + "…" : title).PadRight(width));
            for (var component = 0; component < shown; component++)
            {
                text.Append(cell(component).ToString(CultureInfo.InvariantCulture).PadLeft(9));
            }

            text.AppendLine();
        }
    }

    private delegate FormattableString FormattableCell(int component);
}

/// <summary>How much a feature takes part in a component.</summary>
/// <param name="Feature">The feature's name.</param>
/// <param name="Loading">From -1 to 1.</param>
internal sealed record FeatureLoading(string Feature, double Loading);
