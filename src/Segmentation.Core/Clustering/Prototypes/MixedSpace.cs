using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Prototypes;

/// <summary>
/// Rows of numbers and categories, packed: the numbers in their order, then per block the number of its category. Immutable.
/// </summary>
internal sealed class MixedSpace
{
    private readonly CategoryBlock[] _blocks;
    private readonly int[] _numbers;
    private readonly double[] _mismatches;

    /// <summary>Finds the numbers of a matrix, and what a mismatch costs.</summary>
    public MixedSpace(FeatureMatrix matrix, KPrototypesOptions options)
    {
        _blocks = [.. options.Blocks];
        Columns = matrix.Columns;
        var inBlocks = _blocks.SelectMany(block => Enumerable.Range(block.Start, block.Count)).ToHashSet();
        _numbers = [.. Enumerable.Range(0, matrix.Columns).Where(column => !inBlocks.Contains(column))];
        SuggestedWeight = HuangsWeight(matrix);
        MismatchWeight = options.MismatchWeight ?? SuggestedWeight;
        _mismatches = Array.ConvertAll(_blocks, block => MismatchWeight * SquareOfLargest(matrix, block));
    }

    /// <summary>Columns of an unpacked row.</summary>
    public int Columns { get; }

    /// <summary>Numbers in a row.</summary>
    public int Numbers => _numbers.Length;

    /// <summary>Categories in a row.</summary>
    public int Categories => _blocks.Length;

    /// <summary>Numbers in a packed row.</summary>
    public int Width => Numbers + Categories;

    /// <summary>Huang's advice.</summary>
    public double SuggestedWeight { get; }

    /// <summary>What was chosen, or Huang's advice.</summary>
    public double MismatchWeight { get; }

    /// <summary>How many different categories a block can say, "none" among them as the last.</summary>
    public int CodesOf(int category) => _blocks[category].Count + 1;

    /// <summary>Packs all rows, with their weights.</summary>
    public FeatureMatrix Pack(FeatureMatrix matrix)
    {
        var cells = new double[matrix.Rows * Width];
        var row = new double[Columns];
        var packed = new double[Width];
        for (var i = 0; i < matrix.Rows; i++)
        {
            matrix.CopyRow(i, row);
            Pack(row, packed);
            for (var place = 0; place < packed.Length; place++)
            {
                cells[(place * matrix.Rows) + i] = packed[place];
            }
        }

        return new FeatureMatrix(matrix.Rows, Width, cells, matrix.IsWeighted ? matrix.Weights.ToArray() : null);
    }

    /// <summary>Packs one row.</summary>
    public void Pack(ReadOnlySpan<double> row, Span<double> packed)
    {
        for (var i = 0; i < _numbers.Length; i++)
        {
            packed[i] = row[_numbers[i]];
        }

        for (var i = 0; i < _blocks.Length; i++)
        {
            packed[Numbers + i] = CodeIn(row.Slice(_blocks[i].Start, _blocks[i].Count));
        }
    }

    /// <summary>Squared differences of the numbers and the costs of all mismatches, between packed rows.</summary>
    public double Cost(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var cost = 0.0;
        for (var i = 0; i < _numbers.Length; i++)
        {
            var difference = left[i] - right[i];
            cost += difference * difference;
        }

        for (var i = 0; i < _mismatches.Length; i++)
        {
            cost += left[_numbers.Length + i] != right[_numbers.Length + i] ? _mismatches[i] : 0;
        }

        return cost;
    }

    /// <summary>Per column of an unpacked row what <paramref name="other"/> costs more than <paramref name="own"/>, between packed rows.</summary>
    public void Split(ReadOnlySpan<double> row, ReadOnlySpan<double> own, ReadOnlySpan<double> other, Span<double> parts)
    {
        parts.Clear();
        for (var i = 0; i < _numbers.Length; i++)
        {
            parts[_numbers[i]] = (own[i] - other[i]) * (row[i] - own[i] + (row[i] - other[i]));
        }

        for (var i = 0; i < _blocks.Length; i++)
        {
            var place = Numbers + i;
            parts[_blocks[i].Start] = (row[place] != other[place] ? _mismatches[i] : 0) - (row[place] != own[place] ? _mismatches[i] : 0);
        }
    }

    private static int CodeIn(ReadOnlySpan<double> indicators)
    {
        var code = indicators.Length;
        var largest = 0.0;
        for (var i = 0; i < indicators.Length; i++)
        {
            (code, largest) = indicators[i] > largest ? (i, indicators[i]) : (code, largest);
        }

        return code;
    }

    private static double SquareOfLargest(FeatureMatrix matrix, CategoryBlock block)
    {
        var largest = 0.0;
        for (var column = block.Start; column < block.Start + block.Count; column++)
        {
            foreach (var cell in matrix.Column(column))
            {
                largest = Math.Max(largest, cell);
            }
        }

        return largest * largest;
    }

    private double HuangsWeight(FeatureMatrix matrix)
    {
        var deviations = 0.0;
        foreach (var column in _numbers)
        {
            deviations += Math.Sqrt(Moments.SquaresAround(matrix, column, Moments.Mean(matrix, column)) / Moments.TotalWeight(matrix));
        }

        return deviations > 0 ? deviations / _numbers.Length / 2 : 1;
    }
}
