using Segmentation.Core.Collections;
using Segmentation.Core.Frame;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Features;

/// <summary>Turns cleaned columns into the matrix that is clustered.</summary>
public static class FeatureBuilder
{
    // The squares of larger numbers, summed over all rows, may be more than a double holds.
    private const double LargestCell = 1e140;

    /// <summary>Builds one matrix column per number, and one per category of a chosen category.</summary>
    /// <param name="frame">Cleaned, so that chosen columns have no missing cells in <paramref name="rows"/> but those that are to be kept.
    /// Scaling is found from the cells that are there.</param>
    /// <param name="rows">The rows to be clustered.</param>
    /// <param name="choices">The columns, each at most once.</param>
    /// <param name="scaling">How numbers are made comparable. Indicators stay 0 and 1: two customers of different categories are then as
    /// far apart as two typical ones on a standardised number.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="UnusableDataException">No row or no usable column is left.</exception>
    public static FeatureSet Build(
        DataFrame frame,
        RowSelection rows,
        ValueList<FeatureChoice> choices,
        Scaling scaling,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(choices);
        if (rows.Count == 0)
        {
            throw new UnusableDataException(
                "Every row has been set aside. Widen the outlier threshold, choose 'only flag', or fill missing values instead of setting rows aside.");
        }

        if (frame.Rows == 1)
        {
            throw new UnusableDataException("The file has one row only. Segments need at least two rows that differ.");
        }

        var matrix = new MatrixBuilder(rows);
        foreach (var choice in choices)
        {
            cancellationToken.ThrowIfCancellationRequested();
            matrix.Add(frame[choice.Column], choice, scaling);
        }

        return matrix.Finish();
    }

    private sealed class MatrixBuilder(RowSelection rows)
    {
        private readonly List<FeatureColumn> _columns = [];
        private readonly List<double[]> _cells = [];
        private readonly List<bool[]?> _missing = [];
        private readonly HashSet<string> _names = new(StringComparer.Ordinal);
        private readonly List<LeftOutFeature> _leftOut = [];

        public void Add(DataColumn column, FeatureChoice choice, Scaling scaling)
        {
            if (choice.Weight == 0)
            {
                _leftOut.Add(new(column.Name, "has weight 0"));
            }
            else if (column is NumberColumn numbers)
            {
                AddNumber(numbers, choice, scaling);
            }
            else if (column is TextColumn texts)
            {
                AddIndicators(texts, choice);
            }
            else
            {
                _leftOut.Add(new(column.Name, "holds neither numbers nor categories"));
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
            var gaps = 0;
            for (var i = 0; i < values.Length; i++)
            {
                var value = column[rows[i]];
                values[i] = choice.Log ? FeatureColumn.SignedLog(value) : value;
                gaps += double.IsNaN(value) ? 1 : 0;
            }

            var isGap = gaps == 0 ? null : Array.ConvertAll(values, double.IsNaN);
            var present = gaps == 0 ? values : Array.FindAll(values, value => !double.IsNaN(value));
            var (center, scale) = present.Length == 0 ? (0, 0) : Scaler.Fit(present, scaling);
            if (!(scale > 0) || !double.IsFinite(scale))
            {
                _leftOut.Add(new(column.Name, (scale, gaps) switch
                {
                    (0, 0) => "has the same value in every row",
                    (0, _) => "has one value and empty cells only",
                    _ => "has numbers too large to compare",
                }));
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
                _leftOut.Add(new(column.Name, "has numbers too large to compare"));
                return;
            }

            AddFeature(new FeatureColumn(column.Name, column.Name, null, choice.Log, center, scale, choice.Weight), values, isGap);
        }

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

        private void AddIndicators(TextColumn column, FeatureChoice choice)
        {
            var counts = new int[column.Dictionary.Count];
            for (var i = 0; i < rows.Count; i++)
            {
                if (column.Codes[rows[i]] is var code and not TextColumn.MissingCode)
                {
                    counts[code]++;
                }
            }

            var present = Enumerable.Range(0, counts.Length).Where(code => counts[code] > 0)
                .OrderByDescending(code => counts[code]).ThenBy(code => column.Dictionary[code], StringComparer.Ordinal).ToArray();
            if (present.Length < 2)
            {
                _leftOut.Add(new(column.Name, "has the same value in every row"));
                return;
            }

            var isGap = counts.Sum() == rows.Count
                ? null
                : Enumerable.Range(0, rows.Count).Select(i => column.Codes[rows[i]] == TextColumn.MissingCode).ToArray();
            var own = present.Length <= FeatureOptions.MaxCategories ? present : present[..(FeatureOptions.MaxCategories - 1)];
            foreach (var code in own)
            {
                AddIndicator(column, choice, column.Dictionary[code], other => other == code, isGap);
            }

            if (own.Length < present.Length)
            {
                var owned = own.ToHashSet();
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
                new FeatureColumn($"{column.Name} = {category}", column.Name, category, Log: false, Center: 0, Scale: 1, choice.Weight), values, isGap);
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
    }
}
