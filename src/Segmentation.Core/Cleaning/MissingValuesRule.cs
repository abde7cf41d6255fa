using Segmentation.Core.Frame;

namespace Segmentation.Core.Cleaning;

/// <summary>Fills the missing cells of features, keeps them, or sets their rows aside: no kept row lacks all features afterwards.</summary>
internal static class MissingValuesRule
{
    public static string KeyOf(string column) => $"missing:{column}";

    public static MissingRule RuleOf(CleaningOptions options, string column) =>
        options.MissingByColumn.TryGetValue(column, out var rule) ? rule : options.Missing;

    /// <summary>
    /// Rows are set aside before cells are filled, so that fill values do not depend on the order of the features.
    /// </summary>
    public static void Apply(CleaningState state)
    {
        foreach (var name in state.UsefulFeatures.OrderBy(name => Fills(state, name)).ToArray())
        {
            var rows = state[name].Missing.Count == 0 ? [] : MissingRows(state[name], state.SetAside);
            if (rows.Length > 0)
            {
                Apply(state, state[name], RuleOf(state.Options, name), rows);
            }
        }

        SetAsideEmptyRows(state);
    }

    private static bool Fills(CleaningState state, string name) =>
        RuleOf(state.Options, name).Action != MissingAction.SetAside && state.IsOn(KeyOf(name));

    private static void Apply(CleaningState state, DataColumn column, MissingRule rule, int[] rows)
    {
        if (!Fills(state, column.Name))
        {
            SetAside(state, column, rule, rows);
        }
        else if (rule.Action == MissingAction.Keep)
        {
            Keep(state, column, rows);
        }
        else if (ValueFor(column, rule, state.SetAside) is { } value)
        {
            Fill(state, column, rule.Action, value, rows);
        }
        else
        {
            SayCannotBeFilled(state, column, rows.Length);
        }
    }

    private static FillValue? ValueFor(DataColumn column, MissingRule rule, SetAsideBuilder setAside) =>
        rule.Action == MissingAction.Constant ? FillValue.Constant(column, rule) : FillValue.Typical(column, rule.Action, setAside);

    /// <summary>Earlier steps took all rows that have a value: the column is as good as constant.</summary>
    private static void SayCannotBeFilled(CleaningState state, DataColumn column, int rows)
    {
        state.AddConstant(column.Name);
        var description = $"{LedgerText.Name(column.Name)} has no value in any row that is left, so it cannot be filled; "
            + "it is not used as a feature.";
        state.Ledger.Add(new LedgerEntry(KeyOf(column.Name), CleaningStep.MissingValues, column.Name, description, rows, 0, true)
        {
            CanSwitch = false,
        });
    }

    /// <summary>A customer without a value has no place among the others: filling can be switched off, setting aside cannot.</summary>
    private static void SetAside(CleaningState state, DataColumn column, MissingRule rule, int[] rows)
    {
        var name = LedgerText.Name(column.Name);
        var setAside = state.SetAside.Add(rows, $"missing {name}");
        var isRule = rule.Action == MissingAction.SetAside;
        var were = $"{(rows.Length == 1 ? "was" : "were")} set aside";
        var description = isRule ? $"{LedgerText.Count(rows.Length, "row")} without {name} {were}."
            : $"Empty cells of {name} are not filled, so {LedgerText.Count(rows.Length, "row")} {were}.";
        state.Ledger.Add(new LedgerEntry(
            KeyOf(column.Name), CleaningStep.MissingValues, column.Name,
            description, rows.Length, setAside, isRule, ExampleOf(column, rows))
        {
            CanSwitch = !isRule,
        });
    }

    private static void Keep(CleaningState state, DataColumn column, int[] rows)
    {
        var description = $"{LedgerText.Count(rows.Length, "empty cell")} of {LedgerText.Name(column.Name)} "
            + $"{(rows.Length == 1 ? "is" : "are")} kept empty; {(rows.Length == 1 ? "its row is" : "their rows are")} compared by what they have.";
        state.Ledger.Add(new LedgerEntry(
            KeyOf(column.Name), CleaningStep.MissingValues, column.Name, description, rows.Length, 0, true, ExampleOf(column, rows)));
    }

    /// <summary>Where cells are kept empty, a row may have none left to be compared by.</summary>
    private static void SetAsideEmptyRows(CleaningState state)
    {
        var columns = state.UsefulFeatures.Select(name => state[name]).ToArray();
        if (columns.Length == 0 || columns.Any(column => column.Missing.Count == 0))
        {
            return;
        }

        var rows = MissingRows(columns[0], state.SetAside).Where(row => columns.All(column => column.Missing[row])).ToArray();
        if (rows.Length > 0)
        {
            var setAside = state.SetAside.Add(rows, "no value in any feature");
            var description = $"{LedgerText.Count(rows.Length, "row")} without a value in any feature {(rows.Length == 1 ? "was" : "were")} set aside.";
            state.Ledger.Add(new LedgerEntry("missing", CleaningStep.MissingValues, null, description, rows.Length, setAside, true) { CanSwitch = false });
        }
    }

    private static void Fill(CleaningState state, DataColumn column, MissingAction action, FillValue value, int[] rows)
    {
        state.Replace(Filled(column, value, rows));
        if (column is NumberColumn numbers)
        {
            state.Filled[column.Name] = new FilledNumbers(numbers, value.Number, rows.Length);
        }

        var description = $"{LedgerText.Count(rows.Length, "empty cell")} of {LedgerText.Name(column.Name)} "
            + $"{(rows.Length == 1 ? "was" : "were")} filled with {WordsFor(column, action)}{LedgerText.Name(value.Text)}.";
        state.Ledger.Add(new LedgerEntry(
            KeyOf(column.Name), CleaningStep.MissingValues, column.Name, description, rows.Length, 0, true, ExampleOf(column, rows)));
    }

    // A misfit is missing too, and the one that a person wants to see.
    private static string? ExampleOf(DataColumn column, int[] rows) =>
        column.Misfits.Count == 0 ? null
        : rows.Select(column.Format).FirstOrDefault(text => text.Length > 0) is { } text ? LedgerText.Example(text)
        : null;

    private static int[] MissingRows(DataColumn column, SetAsideBuilder setAside)
    {
        var rows = new List<int>(column.Missing.Count);
        for (var row = 0; row < column.Length; row++)
        {
            if (column.Missing[row] && setAside.IsKept(row))
            {
                rows.Add(row);
            }
        }

        return [.. rows];
    }

    private static DataColumn Filled(DataColumn column, FillValue value, int[] rows) => column switch
    {
        NumberColumn numbers => NumberEdit.With(numbers, rows, _ => value.Number),
        DateColumn dates => Filled(dates, value.Date, rows),
        _ => Filled((TextColumn)column, value.Text, rows),
    };

    private static DateColumn Filled(DateColumn column, DateTime value, int[] rows)
    {
        var values = column.Values.ToArray();
        foreach (var row in rows)
        {
            values[row] = value;
        }

        return new DateColumn(column.Name, values, column.Pattern) { Misfits = column.Misfits };
    }

    private static TextColumn Filled(TextColumn column, string value, int[] rows)
    {
        var dictionary = column.Dictionary.ToList();
        var code = dictionary.IndexOf(value);
        if (code < 0)
        {
            (code, dictionary) = (dictionary.Count, [.. dictionary, value]);
        }

        var codes = column.Codes.ToArray();
        foreach (var row in rows)
        {
            codes[row] = code;
        }

        return new TextColumn(column.Name, column.Type, codes, [.. dictionary]) { Misfits = column.Misfits };
    }

    private static string WordsFor(DataColumn column, MissingAction action) => (column, action) switch
    {
        (_, MissingAction.Constant) => "",
        (TextColumn, _) or (_, MissingAction.MostFrequent) => "the most frequent value, ",
        (_, MissingAction.Mean) => "the mean, ",
        _ => "the median, ",
    };
}
