using Segmentation.Core.Frame;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Exploring;

/// <summary>Columns made ready to be compared pair by pair: numbers by a score for each level, categories by the slot of each code.</summary>
internal sealed class PairColumns
{
    private PairColumns(IReadOnlyList<ColumnOverview> columns, CodedFrame frame)
    {
        Coded = [.. columns.Select(column => frame[column.Column])];
        Axes = [.. columns.Select(column => column.Axis)];
        Numbers = [.. Enumerable.Range(0, columns.Count).Where(place => Coded[place].HasOrder)];
        Categories = [.. Enumerable.Range(0, columns.Count).Where(place => !Coded[place].HasOrder)];
        (Scores, Ranks, Slots) = (new double[columns.Count][], new double[columns.Count][], new byte[columns.Count][]);
        HasGaps = new bool[columns.Count];
    }

    public CodedColumn[] Coded { get; }

    public ColumnAxis[] Axes { get; }

    /// <summary>Places of the columns of numbers and dates.</summary>
    public int[] Numbers { get; }

    /// <summary>Places of the columns of categories.</summary>
    public int[] Categories { get; }

    /// <summary>By place, for each level of a number its standardised value; 0 throughout where there is no spread.</summary>
    public double[][] Scores { get; }

    /// <summary>By place, what correlations are made of: the scores, or those of the levels' ranks.</summary>
    public double[][] Ranks { get; }

    /// <summary>By place, for each code of a category its slot.</summary>
    public byte[][] Slots { get; }

    /// <summary>By place, whether a row has no value.</summary>
    public bool[] HasGaps { get; }

    public static PairColumns Of(
        CodedFrame frame, IReadOnlyList<ColumnOverview> overviews, RowMask rows, bool byRank, int threads, CancellationToken cancellationToken)
    {
        var columns = new PairColumns(overviews, frame);
        Chunks.Run(overviews.Count, threads, Prepare, cancellationToken);
        return columns;

        void Prepare(int place)
        {
            var column = columns.Coded[place];
            columns.HasGaps[place] = rows.CountMissing(column.Column.Missing) > 0;
            if (column.HasOrder)
            {
                var counts = column.Count(rows);
                columns.Scores[place] = LevelScores.Of(column.Levels, counts, byRank: false) ?? new double[column.LevelCount];
                columns.Ranks[place] = byRank ? LevelScores.Of(column.Levels, counts, byRank) ?? new double[column.LevelCount] : columns.Scores[place];
            }
            else
            {
                columns.Slots[place] = columns.Axes[place].SlotsOfLevels(column);
            }
        }
    }
}
