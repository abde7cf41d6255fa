using Segmentation.Core.Frame;

namespace Segmentation.Core.Cleaning;

/// <summary>
/// Applies the cleaning steps in the order of <see cref="CleaningStep"/>. Same input, same result; the frame that comes
/// out has the rows that went in, in their order.
/// </summary>
public static class Cleaner
{
    /// <summary>Cleans <paramref name="frame"/>; its rows stay as many and in their order.</summary>
    /// <param name="frame">The frame as it was read.</param>
    /// <param name="schema">What its columns are used for; the identifier matters to duplicates.</param>
    /// <param name="features">
    /// The columns to be clustered; missing values and outliers of others set nobody aside. Names the frame does not
    /// have are passed over.
    /// </param>
    /// <param name="options">What a person decided.</param>
    /// <param name="cancellationToken">Ends the cleaning.</param>
    /// <exception cref="UnusableDataException">A value to fill with is none of its column's kind.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An outlier threshold lies outside its limits.</exception>
    public static CleaningResult Clean(
        DataFrame frame,
        Schema schema,
        IReadOnlyList<string> features,
        CleaningOptions options,
        CancellationToken cancellationToken = default) =>
        Clean(frame, features, options, RowDuplicates.Find(frame, schema, cancellationToken), cancellationToken);

    /// <summary>Cleans a frame whose repeated rows are known already.</summary>
    /// <param name="frame">The frame as it was read.</param>
    /// <param name="features">The columns to be clustered.</param>
    /// <param name="options">What a person decided.</param>
    /// <param name="duplicates">Of the same frame, under the schema in force.</param>
    /// <param name="cancellationToken">Ends the cleaning.</param>
    /// <inheritdoc cref="Clean(DataFrame, Schema, IReadOnlyList{string}, CleaningOptions, CancellationToken)" path="/exception"/>
    public static CleaningResult Clean(
        DataFrame frame,
        IReadOnlyList<string> features,
        CleaningOptions options,
        RowDuplicates duplicates,
        CancellationToken cancellationToken = default) =>
        Clean(BeforeOutliers(frame, features, options, duplicates, cancellationToken), options, cancellationToken);

    /// <summary>
    /// All steps before the outliers. The result stays good while nothing changes but <see cref="CleaningOptions.Outliers"/>,
    /// <see cref="CleaningOptions.OutliersByColumn"/> and the switches of outlier steps.
    /// </summary>
    /// <inheritdoc cref="Clean(DataFrame, IReadOnlyList{string}, CleaningOptions, RowDuplicates, CancellationToken)" path="/param"/>
    /// <exception cref="UnusableDataException">A value to fill with is none of its column's kind.</exception>
    public static OutlierInput BeforeOutliers(
        DataFrame frame,
        IReadOnlyList<string> features,
        CleaningOptions options,
        RowDuplicates duplicates,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(duplicates);
        var state = new CleaningState(frame, features, options);
        ByHandRule.Apply(state, cancellationToken);
        MergedCategoriesRule.Apply(state);
        ImpossibleValuesRule.Apply(state);
        cancellationToken.ThrowIfCancellationRequested();
        DuplicateRowsRule.Apply(state, duplicates);
        ConstantColumnsRule.Apply(state);
        cancellationToken.ThrowIfCancellationRequested();
        MissingValuesRule.Apply(state);
        return new OutlierInput(state);
    }

    /// <summary>The last step: outliers. Of <paramref name="options"/> only the choices about outliers are looked at.</summary>
    /// <param name="input">What the steps before have left.</param>
    /// <param name="options">What a person decided.</param>
    /// <param name="cancellationToken">Ends the cleaning.</param>
    /// <exception cref="ArgumentOutOfRangeException">An outlier threshold lies outside its limits.</exception>
    public static CleaningResult Clean(OutlierInput input, CleaningOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(options);
        var findings = FindOutliers(input, options, cancellationToken);
        var setAside = input.CopySetAside();
        var ledger = input.Ledger.ToList();
        var replaced = new Dictionary<string, DataColumn>(StringComparer.Ordinal);
        foreach (var finding in findings.Where(finding => finding.Options.Rule != OutlierRule.None))
        {
            var column = (NumberColumn)input.Frame[finding.Column];
            var key = OutliersRule.KeyOf(finding.Column);
            var isOn = !options.Switches.TryGetValue(key, out var chosen) || chosen;
            var (entry, after) = OutliersRule.Apply(finding, column, setAside, isOn);
            ledger.Add(entry);
            if (after != column)
            {
                replaced.Add(after.Name, after);
            }
        }

        return new CleaningResult(WithColumns(input.Frame, replaced), setAside.Build(), ledger, findings, input.ConstantColumns);
    }

    // Columns are independent of each other, and sorting one the first time takes longest.
    private static OutlierFinding[] FindOutliers(OutlierInput input, CleaningOptions options, CancellationToken cancellationToken)
    {
        var choices = OutliersRule.ChoicesFor(input, options);
        var findings = new OutlierFinding?[choices.Length];
        Parallel.For(
            0,
            choices.Length,
            new ParallelOptions { CancellationToken = cancellationToken },
            place => findings[place] = OutliersRule.Find(input, choices[place]));
        return [.. findings.OfType<OutlierFinding>()];
    }

    private static DataFrame WithColumns(DataFrame frame, Dictionary<string, DataColumn> replaced) =>
        replaced.Count == 0 ? frame : new DataFrame([.. frame.Columns.Select(column => replaced.GetValueOrDefault(column.Name, column))]);
}
