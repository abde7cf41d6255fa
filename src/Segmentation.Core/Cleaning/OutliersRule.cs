using Segmentation.Core.Frame;

namespace Segmentation.Core.Cleaning;

/// <summary>
/// Finds values beyond the fences of each numeric feature. Fences are drawn over the rows that the steps before left,
/// for all columns alike, so that the order of the features does not move them.
/// </summary>
internal static class OutliersRule
{
    /// <summary>What the ledger keys of this step begin with.</summary>
    public const string KeyPrefix = "outliers:";

    private const int MostExtremes = 200;

    public static OptionsByColumn[] ChoicesFor(OutlierInput input, CleaningOptions options)
    {
        OptionsByColumn[] choices =
        [
            .. input.Columns.Select(
                name => new OptionsByColumn(name, options.OutliersByColumn.TryGetValue(name, out var own) ? own : options.Outliers)),
        ];
        foreach (var choice in choices)
        {
            choice.Options.ThrowIfInvalid();
        }

        return choices;
    }

    /// <summary>What a rule finds in one column; null when its kept rows have no value.</summary>
    public static OutlierFinding? Find(OutlierInput input, OptionsByColumn choice)
    {
        var values = input.ValuesOf(choice.Column);
        if (values.Count == 0)
        {
            return null;
        }

        var fences = Fences.Of(values, choice.Options);
        var rows = RowsBeyond(input, choice.Column, values, fences);
        return new OutlierFinding(choice.Column, choice.Options, fences.Lower, fences.Upper, values.Box, rows, ExtremesOf(values, fences));
    }

    /// <summary>Does what was chosen about a finding, and says so. Returns the column as it is afterwards.</summary>
    public static (LedgerEntry Entry, NumberColumn Column) Apply(
        OutlierFinding finding, NumberColumn column, SetAsideBuilder setAside, bool isOn)
    {
        var newlyAside = 0;
        var example = finding.Rows.Length == 0 ? null : LedgerText.Example(column.Format(MostExtremeRow(finding, column)));
        if (isOn && finding.Rows.Length > 0)
        {
            switch (finding.Options.Action)
            {
                case OutlierAction.SetAside:
                    newlyAside = setAside.Add(finding.Rows, $"outlier {LedgerText.Name(column.Name)}");
                    break;
                case OutlierAction.Winsorise:
                    column = Winsorise(finding, column);
                    break;
            }
        }

        var description = OutlierText.Describe(finding, newlyAside, isOn);
        var entry = new LedgerEntry(
            KeyOf(column.Name), CleaningStep.Outliers, column.Name, description, finding.Rows.Length, newlyAside, isOn, example);
        return (entry, column);
    }

    public static string KeyOf(string column) => KeyPrefix + column;

    private static NumberColumn Winsorise(OutlierFinding finding, NumberColumn column) =>
        NumberEdit.With(column, finding.Rows, value => Math.Clamp(value, finding.Lower!.Value, finding.Upper!.Value));

    private static int[] RowsBeyond(OutlierInput input, string column, SortedValues sorted, Fences fences)
    {
        if (fences is not { Lower: { } lower, Upper: { } upper })
        {
            return [];
        }

        var rows = new int[sorted.CountBelow(lower) + sorted.CountAbove(upper)];
        var values = ((NumberColumn)input.Frame[column]).Values;
        for (int row = 0, count = 0; count < rows.Length; row++)
        {
            if ((values[row] < lower || values[row] > upper) && input.IsKept(row))
            {
                rows[count++] = row;
            }
        }

        return rows;
    }

    private static double[] ExtremesOf(SortedValues sorted, Fences fences)
    {
        if (fences is not { Lower: { } lower, Upper: { } upper })
        {
            return [];
        }

        var (below, above) = (sorted.CountBelow(lower), sorted.CountAbove(upper));
        var all = below + above;
        var extremes = new double[Math.Min(all, MostExtremes)];
        for (var i = 0; i < extremes.Length; i++)
        {
            // The first and the last are always among them.
            var place = extremes.Length == 1 ? 0 : (int)((long)i * (all - 1) / (extremes.Length - 1));
            extremes[i] = sorted.Span[place < below ? place : sorted.Count - all + place];
        }

        return extremes;
    }

    private static int MostExtremeRow(OutlierFinding finding, NumberColumn column) =>
        finding.Rows.MaxBy(row => Math.Max(finding.Lower!.Value - column[row], column[row] - finding.Upper!.Value));
}

/// <summary>The outlier options that a column has, its own or those of all.</summary>
internal readonly record struct OptionsByColumn(string Column, OutlierOptions Options);
