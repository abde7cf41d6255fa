using System.Runtime.CompilerServices;

namespace Segmentation.Core.Frame.IO;

/// <summary>
/// Tells from all cells of a column what they are. Numbers come before booleans, booleans before dates, dates before
/// categories and text; a type is kept when at most one in a hundred values does not fit it.
/// </summary>
internal sealed class TypeInference(ReadingOptions options, Dialect dialect, ReadingLimits limits, IssueCollector issues)
{
    /// <summary>Texts that recur this little are no categories: every one must stand for two cells on average.</summary>
    public const int CellsPerCategory = 2;

    /// <summary>As many categories are always a good overview.</summary>
    public const int FewCategories = 50;

    /// <summary>More categories than this never are.</summary>
    public const int MostCategories = 1000;

    /// <summary>In between, each must stand for this many cells on average.</summary>
    public const int CellsPerCategoryOfMany = 20;

    private const double FirstDay = 1900_01_01;
    private const double LastDay = 2100_12_31;

    /// <summary>A column from cells read as numbers; null when they have to be read as texts to be judged.</summary>
    public DataColumn? FromNumbers(string name, NumberCells cells)
    {
        var missing = new MissingTexts.Builder();
        var strangers = new MisfitCollector(name);
        foreach (var (row, text) in cells.Others)
        {
            if (MissingTokens.Contains(text))
            {
                missing.Add(row, text);
                strangers.CountFormulaError(row, text);
                continue;
            }

            var state = MissingTokens.IsInfinite(text) ? CellState.Infinite : CellState.Misfit;
            if (state == CellState.Misfit && NumberInference.IsStyled(text))
            {
                return null;
            }

            strangers.Add(row, text, state);
        }

        if (cells.Shape.Count == 0 || cells.Shape.IsCode || !PresentTexts.IsTolerable(strangers.Misfits, strangers.Misfits + cells.Shape.Count))
        {
            return null;
        }

        strangers.Report(issues, cells.Shape.IsInteger ? "a whole number" : "a number");
        return Numbers(name, cells.Values, cells.Shape, NumberStyle.Plain, strangers, missing.Build());
    }

    /// <summary>A column from cells read as texts.</summary>
    public DataColumn FromTexts(string name, TextCells cells)
    {
        var texts = new PresentTexts(cells);
        if (NumberInference.Read(texts, dialect.Separator == ";") is { } numbers && !numbers.Shape.IsCode)
        {
            var values = Spread(cells, numbers.Reading, double.NaN);
            var strangers = Strangers(name, cells, numbers.Reading.States, numbers.Shape.IsInteger ? "a whole number" : "a number", out var missing);
            return Numbers(name, values, numbers.Shape, numbers.Style, strangers, missing);
        }

        if (BooleanInference.Read(texts) is { } booleans)
        {
            var strangers = Strangers(name, cells, booleans.Reading.States, $"'{booleans.No}' or '{booleans.Yes}'", out var missing);
            var codes = Spread(cells, booleans.Reading, TextColumn.MissingCode);
            return new TextColumn(name, ColumnType.Boolean, codes, [booleans.No, booleans.Yes]) { Misfits = strangers.Rows, MissingTexts = missing };
        }

        if (DateInference.Read(texts, options.DateOrder) is { } dates)
        {
            return Dates(name, cells, dates);
        }

        return Words(name, texts);
    }

    /// <summary>Category or text, by how often the texts recur.</summary>
    internal static bool IsCategory(long distinct, long present) =>
        distinct < present && distinct * CellsPerCategory <= present + 1
        && (distinct <= FewCategories || (distinct <= MostCategories && distinct * CellsPerCategoryOfMany <= present));

    private static DataColumn Numbers(
        string name, double[] values, in NumberShape shape, NumberStyle style, MisfitCollector strangers, MissingTexts missing)
    {
        if (shape.IsEightDigits && strangers.Rows.Count == 0 && CompactDates(values) is { } dates)
        {
            return new DateColumn(name, dates, "yyyyMMdd") { MissingTexts = missing };
        }

        var shaped = style with { Decimals = shape.Decimals, MinimumDigits = shape.MinimumDigits };
        var mask = shape.Count == values.Length ? MissingMask.None(values.Length) : MissingMask.OfNaN(values);
        return new NumberColumn(name, values, shape.IsInteger, shaped, mask) { Misfits = strangers.Rows, MissingTexts = missing };
    }

    private static DateTime[]? CompactDates(double[] values)
    {
        var dates = new DateTime[values.Length];
        for (var row = 0; row < values.Length; row++)
        {
            var value = values[row];
            if (double.IsNaN(value))
            {
                continue;
            }

            if (value is < FirstDay or > LastDay)
            {
                return null;
            }

            var (year, month, day) = ((int)value / 10000, (int)value / 100 % 100, (int)value % 100);
            if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            {
                return null;
            }

            dates[row] = new DateTime(year, month, day);
        }

        return dates;
    }

    private DateColumn Dates(string name, TextCells cells, DateReading dates)
    {
        if (dates.IsAmbiguous)
        {
            var first = Array.FindIndex(cells.Codes, code => code >= 0 && dates.Reading.States[code] == CellState.Fits);
            var count = cells.Codes.Count(code => code >= 0 && dates.Reading.States[code] == CellState.Fits);
            issues.Add(
                DataIssueKind.AmbiguousDates, name, count, cells.Texts.GetString(cells.Codes[first]), first,
                $"All dates of '{name}' could be day-month or month-day; they are read with the day first. Choose the order if that is wrong.");
        }

        var strangers = Strangers(name, cells, dates.Reading.States, "a date", out var missing);
        return new DateColumn(name, Spread(cells, dates.Reading, DateTime.MinValue), dates.Pattern) { Misfits = strangers.Rows, MissingTexts = missing };
    }

    private TextColumn Words(string name, PresentTexts texts)
    {
        var cells = texts.Cells;
        var type = IsCategory(texts.Distinct, texts.Present) ? ColumnType.Category : ColumnType.Text;
        var map = new int[texts.States.Length];
        var dictionary = new string[texts.Distinct];
        var next = 0;
        for (var code = 0; code < map.Length; code++)
        {
            map[code] = texts.States[code] == CellState.Fits ? next++ : TextColumn.MissingCode;
            if (map[code] >= 0)
            {
                dictionary[map[code]] = cells.Texts.GetString(code);
            }
        }

        Strangers(name, cells, texts.States, "a text", out var missing);
        NoteLongCells(name, cells, map, dictionary);
        var codes = texts.Distinct == map.Length ? cells.Codes : Array.ConvertAll(cells.Codes, code => code < 0 ? code : map[code]);
        return new TextColumn(name, type, codes, dictionary) { MissingTexts = missing };
    }

    private void NoteLongCells(string name, TextCells cells, int[] map, string[] dictionary)
    {
        var isLong = map.Select(place => place >= 0 && dictionary[place].Length > limits.LongCell).ToArray();
        if (Array.IndexOf(isLong, true) is var code and >= 0)
        {
            var count = cells.Counts.Where((_, place) => isLong[place]).Sum();
            var row = Array.FindIndex(cells.Codes, at => at >= 0 && isLong[at]);
            issues.Add(
                DataIssueKind.LongCell, name, count, dictionary[map[code]], row,
                $"{IssueCollector.Count(count, "cell", "cells")} of '{name}' hold more than {limits.LongCell:N0} characters, the first{{0}}. They are kept whole.");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T[] Spread<T>(TextCells cells, CodeReading<T> reading, T missing)
    {
        var values = new T[cells.Codes.Length];
        var codes = cells.Codes;
        for (var row = 0; row < values.Length; row++)
        {
            var code = codes[row];
            values[row] = code >= 0 && reading.States[code] == CellState.Fits ? reading.Values[code] : missing;
        }

        return values;
    }

    private MisfitCollector Strangers(string name, TextCells cells, CellState[] states, string wanted, out MissingTexts missing)
    {
        var (strangers, builder) = (new MisfitCollector(name), new MissingTexts.Builder());
        if (Array.Exists(states, state => state != CellState.Fits))
        {
            for (var row = 0; row < cells.Codes.Length; row++)
            {
                if (cells.Codes[row] is var code and >= 0 && states[code] != CellState.Fits)
                {
                    var text = cells.Texts.GetString(code);
                    Sort(row, text, states[code], strangers, builder);
                }
            }
        }

        missing = builder.Build();
        strangers.Report(issues, wanted);
        return strangers;
    }

    private static void Sort(int row, string text, CellState state, MisfitCollector strangers, MissingTexts.Builder missing)
    {
        if (state == CellState.Missing)
        {
            missing.Add(row, text);
            strangers.CountFormulaError(row, text);
        }
        else
        {
            strangers.Add(row, text, state);
        }
    }
}
