using FsCheck;
using FsCheck.Fluent;
using Segmentation.Core.Cleaning;
using Segmentation.Core.Collections;
using Segmentation.Core.Frame;
using Xunit;

namespace Segmentation.Core.Tests.Cleaning;

/// <summary>What holds of every frame and every choice.</summary>
public class CleaningPropertyTests
{
    private static readonly string[] s_features = ["Age", "a", "b", "c", "d"];

    [Fact]
    public void Clean_AnyChoice_NeverLosesOrMovesARow() => ForAll((frame, options) =>
    {
        var result = Clean(frame, options);
        var reasons = Enumerable.Range(0, frame.Rows).Select(result.SetAside.ReasonOf).ToArray();

        Assert.Equal(frame.Rows, result.Frame.Rows);
        Assert.Equal(frame.Columns.Select(column => column.Name), result.Frame.Columns.Select(column => column.Name));
        Assert.Same(frame["id"], result.Frame["id"]);
        Assert.Equal(frame.Rows, result.SetAside.Kept.Count + result.SetAside.Count);
        Assert.Equal(result.SetAside.Count, reasons.Count(reason => reason is not null));
        Assert.Equal(result.SetAside.Count, result.SetAside.Counts.Sum(pair => pair.Value));
        Assert.Equal(result.SetAside.Count, result.Ledger.Sum(entry => entry.SetAside));
        Assert.All(result.SetAside.Kept.ToArray(), row => Assert.Null(reasons[row]));
    });

    [Fact]
    public void Clean_SameInput_GivesTheSame() => ForAll((frame, options) => AssertSame(Clean(frame, options), Clean(frame, options)));

    [Fact]
    public void Clean_EveryStepSwitchedOff_GivesTheFrameBack() => ForAll((frame, options) =>
    {
        var switches = Clean(frame, options).Ledger.Select(entry => KeyValuePair.Create(entry.Key, false)).ToValueMap();

        // Steps that found nothing may find something once the steps before are off: switch until nothing is on.
        var result = Clean(frame, options with { Switches = switches });
        for (var round = 0; round < 5 && result.Ledger.Any(entry => entry is { CanSwitch: true, IsOn: true }); round++)
        {
            switches = result.Ledger.Aggregate(switches, (map, entry) => map.With(entry.Key, false));
            result = Clean(frame, options with { Switches = switches });
        }

        Assert.Same(frame, result.Frame);
        Assert.All(result.SetAside.Counts, pair => Assert.StartsWith("missing ", pair.Key, StringComparison.Ordinal));
        AssertNobodyKeptLacksAFeature(result);
    });

    [Fact]
    public void Clean_SwitchesSetAsTheyStand_ChangeNothing() => ForAll((frame, options) =>
    {
        var before = Clean(frame, options);
        var switches = before.Ledger.Select(entry => KeyValuePair.Create(entry.Key, entry.IsOn)).ToValueMap();

        AssertSame(before, Clean(frame, options with { Switches = switches }));
    });

    [Fact]
    public void Clean_OneStepSwitchedOff_SetsNobodyAsideAndStillCounts() => ForAll((frame, options) =>
    {
        var entries = Clean(frame, options).Ledger.Where(entry => entry.CanSwitch && entry.Step != CleaningStep.MissingValues);
        foreach (var entry in entries)
        {
            var off = Clean(frame, options with { Switches = options.Switches.With(entry.Key, false) }).Entry(entry.Key);

            Assert.Equal((entry.Rows, 0, false), (off.Rows, off.SetAside, off.IsOn));
        }
    });

    [Fact]
    public void Clean_KeptRowsOfUsefulFeatures_HaveNoMissingCell() => ForAll(
        (frame, options) => AssertNobodyKeptLacksAFeature(Clean(frame, WithoutKeeping(options))));

    [Fact]
    public void Clean_KeptCells_LeaveNobodyWithoutAnyFeature() => ForAll((frame, options) =>
    {
        var result = Clean(frame, options with { Missing = new MissingRule(MissingAction.Keep), MissingByColumn = ValueMap<MissingRule>.Empty });
        var useful = s_features.Except(result.ConstantColumns).ToArray();

        Assert.All(result.SetAside.Kept.ToArray(), row => Assert.True(useful.Length == 0 || useful.Any(name => !result.Frame[name].Missing[row])));
    });

    [Fact]
    public void Clean_WinsorisedValues_LieWithinTheFences() => ForAll((frame, options) =>
    {
        options = ForAllColumns(options, options.Outliers with { Action = OutlierAction.Winsorise });
        var result = Clean(frame, options);
        foreach (var finding in result.Outliers.Where(finding => finding.Lower is not null))
        {
            var column = (NumberColumn)result.Frame[finding.Column];
            Assert.All(result.SetAside.Kept.ToArray(), row => Assert.True(double.IsNaN(column[row]) || (column[row] >= finding.Lower && column[row] <= finding.Upper)));
        }
    });

    [Fact]
    public void Clean_WiderThreshold_NeverCatchesMore() => ForAll((frame, options) =>
    {
        var rule = options.Outliers.Rule;
        OutlierFinding[] At(double threshold) =>
            [.. Clean(frame, ForAllColumns(options, new OutlierOptions { Rule = rule, Threshold = threshold })).Outliers];

        foreach (var (narrow, wide) in rule == OutlierRule.Percentile ? At(10).Zip(At(2)) : At(1).Zip(At(2.5)))
        {
            Assert.True(wide.Lower is null == narrow.Lower is null);
            Assert.True(wide.Lower is null || (wide.Lower <= narrow.Lower && wide.Upper >= narrow.Upper));
            Assert.Empty(wide.Rows.Except(narrow.Rows));
        }
    });

    [Fact]
    public void Clean_Outliers_AgreeWithThePlainReading() => ForAll((frame, options) =>
    {
        options = ForAllColumns(options, options.Outliers with { Action = OutlierAction.Flag });
        var result = Clean(frame, options);
        foreach (var finding in result.Outliers)
        {
            var column = (NumberColumn)result.Frame[finding.Column];
            var kept = result.SetAside.Kept.ToArray().Where(row => !column.Missing[row]).ToArray();
            var (lower, upper) = PlainFences([.. kept.Select(row => column[row])], options.Outliers);
            Assert.Equal(lower is null, finding.Lower is null);
            Assert.Equal(lower ?? 0, finding.Lower ?? 0, 1e-9);
            Assert.Equal(upper ?? 0, finding.Upper ?? 0, 1e-9);
            Assert.Equal(kept.Where(row => column[row] < finding.Lower || column[row] > finding.Upper), finding.Rows);
            Assert.Equal(Math.Min(finding.Rows.Length, 200), finding.Extremes.Length);
        }
    });

    /// <summary>An identifier, an age, three columns of numbers and one of categories, with gaps, repeats and outliers.</summary>
    internal static DataFrame RandomFrame(int seed, int rows)
    {
        var random = new Random(seed);
        double[] Draw(Func<double> next, double gaps) =>
            [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble() < gaps ? Frames.None : next())];
        return new DataFrame(
        [
            Frames.Numbers("id", Draw(() => random.Next(Math.Max(1, rows * 2)), 0)),
            Frames.Numbers("Age", Draw(() => random.Next(-10, 130), 0.1)),
            Frames.Numbers("a", Draw(() => random.Next(4), 0)),
            Frames.Numbers("b", Draw(() => Math.Round(10 / (random.NextDouble() + 0.01)), 0.2)),
            Frames.Numbers("c", Draw(() => random.Next(10) == 0 ? 1000 : 5, 0.05)),
            Frames.Categories("d", [.. Draw(() => random.Next(3), 0.1).Select(value => double.IsNaN(value) ? null : $"k{value}")]),
        ]);
    }

    internal static void AssertSame(CleaningResult expected, CleaningResult actual)
    {
        Assert.Equal(expected.Ledger, actual.Ledger);
        Assert.Equal(expected.ConstantColumns, actual.ConstantColumns);
        Assert.Equal(expected.Reasons(), actual.Reasons());
        foreach (var column in expected.Frame.Columns)
        {
            var rows = Enumerable.Range(0, column.Length).ToArray();
            Assert.Equal(rows.Select(column.Format), rows.Select(actual.Frame[column.Name].Format));
        }
    }

    private static CleaningResult Clean(DataFrame frame, CleaningOptions options) =>
        Cleaner.Clean(frame, Frames.WithIdentifier("id"), s_features, options, CancellationToken.None);

    private static void AssertNobodyKeptLacksAFeature(CleaningResult result)
    {
        foreach (var name in s_features.Except(result.ConstantColumns))
        {
            Assert.All(result.SetAside.Kept.ToArray(), row => Assert.False(result.Frame[name].Missing[row]));
        }
    }

    private static CleaningOptions WithoutKeeping(CleaningOptions options) => options with
    {
        Missing = WithoutKeeping(options.Missing),
        MissingByColumn = options.MissingByColumn.Select(pair => KeyValuePair.Create(pair.Key, WithoutKeeping(pair.Value))).ToValueMap(),
    };

    private static MissingRule WithoutKeeping(MissingRule rule) => rule.Action == MissingAction.Keep ? new MissingRule(MissingAction.Median) : rule;

    private static CleaningOptions ForAllColumns(CleaningOptions options, OutlierOptions outliers) =>
        options with { Outliers = outliers, OutliersByColumn = ValueMap<OutlierOptions>.Empty };

    private static void ForAll(Action<DataFrame, CleaningOptions> property)
    {
        var cases =
            from seed in Gen.Choose(0, 1_000_000)
            from rows in Gen.Choose(0, 80)
            from missing in Gen.Elements(Enum.GetValues<MissingAction>().Except([MissingAction.Constant]))
            from own in Gen.Elements(Enum.GetValues<MissingAction>().Except([MissingAction.Constant]))
            from rule in Gen.Elements(OutlierRule.Tukey, OutlierRule.ZScore, OutlierRule.RobustZ, OutlierRule.Percentile)
            from tenths in Gen.Choose(5, 40)
            from action in Gen.Elements(Enum.GetValues<OutlierAction>())
            from repeats in Gen.Elements(true, false)
            from aside in Gen.Elements<ValueList<RowFilter>>([], [new RowFilter([new NumberRange("a", 0, 2)])], [new RowFilter([new MissingCell("b")]), new RowFilter([new NumberRange("c", 1, null)])])
            select (Frame: RandomFrame(seed, rows), Options: new CleaningOptions
            {
                SetAside = aside,
                Missing = new MissingRule(missing),
                MissingByColumn = ValueMap<MissingRule>.Empty.With("b", new MissingRule(own)),
                Outliers = new OutlierOptions { Rule = rule, Threshold = tenths / 10.0, Action = action },
                OutliersByColumn = ValueMap<OutlierOptions>.Empty.With(
                    "a", new OutlierOptions { Threshold = 0.5, Action = OutlierAction.SetAside }),
                MergedCategories = ValueMap<ValueMap<string>>.Empty.With("d", ValueMap<string>.Empty.With("k1", "k2")),
                Switches = ValueMap<bool>.Empty.With("repeats", repeats),
            });
        Prop.ForAll(cases.ToArbitrary(), each => property(each.Frame, each.Options)).QuickCheckThrowOnFailure();
    }

    private static (double? Lower, double? Upper) PlainFences(double[] values, OutlierOptions options)
    {
        Array.Sort(values);
        double Quantile(double[] sorted, double share)
        {
            var position = (sorted.Length - 1) * share;
            var (below, above) = (sorted[(int)Math.Floor(position)], sorted[(int)Math.Ceiling(position)]);
            return below + ((position - Math.Floor(position)) * (above - below));
        }

        var (median, mean) = (Quantile(values, 0.5), values.Average());
        var (low, high) = (Quantile(values, 0.25), Quantile(values, 0.75));
        var deviation = values.Length < 2 ? 0 : Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
        var scaled = 1.4826 * Quantile([.. values.Select(value => Math.Abs(value - median)).Order()], 0.5);
        var (centreLow, centreHigh, reach) = options.Rule switch
        {
            OutlierRule.Tukey => (low, high, high - low),
            OutlierRule.ZScore => (mean, mean, values[0] == values[^1] ? 0 : deviation),
            OutlierRule.RobustZ => (median, median, scaled),
            _ => (Quantile(values, options.Threshold / 100), Quantile(values, 1 - (options.Threshold / 100)), double.NaN),
        };
        return double.IsNaN(reach) ? (centreLow, centreHigh)
            : reach == 0 ? (null, null)
            : (centreLow - (options.Threshold * reach), centreHigh + (options.Threshold * reach));
    }
}
