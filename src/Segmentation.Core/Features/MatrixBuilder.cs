using Segmentation.Core.Features.Encodings;
using Segmentation.Core.Features.Transforms;
using Segmentation.Core.Frame;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Features;

/// <summary>Collects matrix columns, one chosen column after the other.</summary>
internal sealed class MatrixBuilder(RowSelection rows)
{
    // The squares of larger numbers, summed over all rows, may be more than a double holds.
    private const double LargestCell = 1e140;

    private readonly List<FeatureColumn> _columns = [];
    private readonly List<double[]> _cells = [];
    private readonly List<bool[]?> _missing = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<LeftOutFeature> _leftOut = [];

    public void Add(DataColumn column, FeatureChoice choice, Scaling scaling)
    {
        if (choice.Weight == 0)
        {
            LeaveOut(column, "has weight 0");
        }
        else if (column is NumberColumn numbers)
        {
            AddNumber(numbers, choice, scaling);
        }
        else if (column is TextColumn texts)
        {
            AddCategory(texts, choice, scaling);
        }
        else
        {
            LeaveOut(column, "holds neither numbers nor categories");
        }
    }

    public FeatureSet Finish()
    {
        if (_columns.Count == 0)
        {
            throw new UnusableDataException(
                $"None of the chosen columns can tell rows apart: {string.Join("; ", _leftOut.Take(5).Select(left => $"{left.Column} {left.Reason}"))}. Choose other columns.");
        }

        if (_columns.Count > FeatureOptions.MaxColumns)
        {
            throw new UnusableDataException(
                $"The chosen columns make {_columns.Count} features, and at most {FeatureOptions.MaxColumns} can be used. Choose fewer columns, or columns with fewer categories.");
        }

        var cells = new double[rows.Count * _columns.Count];
        for (var column = 0; column < _columns.Count; column++)
        {
            _cells[column].CopyTo(cells, column * rows.Count);
        }

        return new FeatureSet(new FeatureMatrix(rows.Count, _columns.Count, cells), _columns, rows, _leftOut)
        {
            Missing = _missing.Exists(column => column is not null)
                ? MissingCells.Where(rows.Count, _columns.Count, (row, column) => _missing[column]?[row] == true)
                : null,
        };
    }

    private void AddNumber(NumberColumn column, FeatureChoice choice, Scaling scaling)
    {
        var values = new double[rows.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = column[rows[i]];
        }

        var present = Present(values);
        var transform = present.Length == 0 ? FittedTransform.None : FittedTransform.Fit(choice, present);
        if (transform is not NoTransform)
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = transform.Apply(values[i]);
            }
        }

        AddScaled(column, choice, scaling, values, new FeatureColumn(column.Name, column.Name, null, transform, 0, 1, choice.Weight));
    }

    private void AddCategory(TextColumn column, FeatureChoice choice, Scaling scaling)
    {
        var levels = CategoryLevels.Of(column, rows, choice);
        if (levels.Count < 2)
        {
            LeaveOut(column, levels.Pooled > 0 ? "has rare categories only, which are pooled into one" : "has the same value in every row");
        }
        else if (choice.Encoding == CategoryEncoding.OneHot)
        {
            AddIndicators(column, choice, levels);
        }
        else
        {
            var encoding = choice.Encoding == CategoryEncoding.Ordinal
                ? FittedEncoding.Ordinal(column, levels, choice.Order ?? [])
                : FittedEncoding.Frequency(column, levels);
            var feature = new FeatureColumn(column.Name, column.Name, null, FittedTransform.None, 0, 1, choice.Weight) { Encoding = encoding };
            AddScaled(column, choice, scaling, encoding.Read(column, rows), feature);
        }
    }

    private void AddScaled(DataColumn column, FeatureChoice choice, Scaling scaling, double[] values, FeatureColumn feature)
    {
        var present = Present(values);
        var isGap = present.Length == values.Length ? null : Array.ConvertAll(values, double.IsNaN);
        var (center, scale) = present.Length == 0 ? (0, 0) : Scaler.Fit(present, scaling);
        if (!(scale > 0) || !double.IsFinite(scale))
        {
            LeaveOut(column, scale == 0 ? Sameness(column, choice, isGap is not null) : "has numbers too large to compare");
            return;
        }

        FillWithMean(values, isGap);

        var factor = Math.Sqrt(choice.Weight);
        var largest = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (values[i] - center) / scale * factor;
            largest = Math.Max(largest, Math.Abs(values[i]));
        }

        if (largest > LargestCell)
        {
            LeaveOut(column, "has numbers too large to compare");
            return;
        }

        AddFeature(feature with { Center = center, Scale = scale }, values, isGap);
    }

    private string Sameness(DataColumn column, FeatureChoice choice, bool hasGaps)
    {
        if (column is TextColumn)
        {
            return "has categories that are all equally frequent";
        }

        var first = Enumerable.Range(0, rows.Count).Select(i => ((NumberColumn)column)[rows[i]]).FirstOrDefault(value => !double.IsNaN(value));
        var differs = Enumerable.Range(0, rows.Count).Any(i => ((NumberColumn)column)[rows[i]] is var value && !double.IsNaN(value) && value != first);
        return (differs && choice.Transform != NumberTransform.None, hasGaps) switch
        {
            (true, _) => "has the same value in every row once it is transformed",
            (_, true) => "has one value and empty cells only",
            _ => "has the same value in every row",
        };
    }

    private static double[] Present(double[] values) =>
        Array.Exists(values, double.IsNaN) ? Array.FindAll(values, value => !double.IsNaN(value)) : values;

    // Gaps need a number that says nothing.
    private static void FillWithMean(double[] values, bool[]? isGap)
    {
        if (isGap is not null)
        {
            var mean = values.Where((_, row) => !isGap[row]).Average();
            for (var row = 0; row < values.Length; row++)
            {
                values[row] = isGap[row] ? mean : values[row];
            }
        }
    }

    private void AddIndicators(TextColumn column, FeatureChoice choice, CategoryLevels levels)
    {
        var isGap = levels.Present == rows.Count
            ? null
            : Enumerable.Range(0, rows.Count).Select(i => column.Codes[rows[i]] == TextColumn.MissingCode).ToArray();
        foreach (var code in levels.Own)
        {
            AddIndicator(column, choice, column.Dictionary[code], other => other == code, isGap);
        }

        if (levels.Pooled > 0)
        {
            var owned = levels.Own.ToHashSet();
            AddIndicator(column, choice, FeatureColumn.OtherCategories, code => code != TextColumn.MissingCode && !owned.Contains(code), isGap);
        }
    }

    private void AddIndicator(TextColumn column, FeatureChoice choice, string category, Func<int, bool> isMember, bool[]? isGap)
    {
        var values = new double[rows.Count];
        var one = Math.Sqrt(choice.Weight);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = isMember(column.Codes[rows[i]]) ? one : 0;
        }

        FillWithMean(values, isGap);
        AddFeature(
            new FeatureColumn($"{column.Name} = {category}", column.Name, category, FittedTransform.None, Center: 0, Scale: 1, choice.Weight), values, isGap);
    }

    // A category may be called "(other)", and a column "Region = North": names stay unique all the same.
    private void AddFeature(FeatureColumn feature, double[] values, bool[]? isGap)
    {
        var name = feature.Name;
        for (var number = 2; !_names.Add(name); number++)
        {
            name = $"{feature.Name} ({number})";
        }

        _columns.Add(feature with { Name = name });
        _cells.Add(values);
        _missing.Add(isGap);
    }

    private void LeaveOut(DataColumn column, string reason) => _leftOut.Add(new(column.Name, reason));
}
