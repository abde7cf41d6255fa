using System.CommandLine;
using System.Globalization;
using Segmentation.Core.Cleaning;

namespace Segmentation.Cli;

/// <summary>The option <c>--outliers</c>: a rule, and where it draws its fences.</summary>
internal static class OutlierRuleOption
{
    private static readonly Dictionary<string, OutlierRule> s_rules = new(StringComparer.OrdinalIgnoreCase)
    {
        ["none"] = OutlierRule.None,
        ["iqr"] = OutlierRule.Tukey,
        ["zscore"] = OutlierRule.ZScore,
        ["mad"] = OutlierRule.RobustZ,
        ["percentile"] = OutlierRule.Percentile,
    };

    /// <summary>The option; its value keeps the action that <see cref="OutlierOptions"/> suggests.</summary>
    public static Option<OutlierOptions?> Create() => new("--outliers")
    {
        Description = "How outliers are found: interquartile ranges beyond the quartiles, standard deviations from the mean, scaled median "
            + "deviations from the median, or per cent at either end. Without a number the usual threshold is taken.",
        HelpName = "none|iqr:1.5|zscore:3|mad:3.5|percentile:1",
        CustomParser = result =>
        {
            var given = result.Tokens[0].Value;
            if (TryParse(given, out var options))
            {
                return options;
            }

            result.AddError(
                $"--outliers is none, iqr:1.5, zscore:3, mad:3.5 or percentile:1, with a threshold within {Limits()}, not '{given}'");
            return null;
        },
    };

    private static bool TryParse(string text, out OutlierOptions? options)
    {
        options = null;
        var parts = text.Split(':');
        if (parts.Length > 2 || !s_rules.TryGetValue(parts[0], out var rule))
        {
            return false;
        }

        var threshold = OutlierOptions.RangeOf(rule).Suggested;
        if (parts.Length == 2
            && (rule == OutlierRule.None || !double.TryParse(parts[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out threshold)))
        {
            return false;
        }

        options = new OutlierOptions { Rule = rule, Threshold = threshold };
        var range = OutlierOptions.RangeOf(rule);
        return threshold >= range.Minimum && threshold <= range.Maximum;
    }

    private static string Limits() => string.Join(", ", s_rules.Where(pair => pair.Value != OutlierRule.None).Select(pair =>
        string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {OutlierOptions.RangeOf(pair.Value).Minimum} to {OutlierOptions.RangeOf(pair.Value).Maximum}")));
}
