namespace Segmentation.Core.Frame.IO;

/// <summary>What a distinct text of a column turned out to be.</summary>
internal enum CellState : byte
{
    /// <summary>A value of the column's type.</summary>
    Fits,

    /// <summary>A word for "no value".</summary>
    Missing,

    /// <summary>Infinity.</summary>
    Infinite,

    /// <summary>Something else.</summary>
    Misfit,
}

/// <summary>How the distinct texts of a column read as one type.</summary>
/// <param name="States">One per distinct text.</param>
/// <param name="Values">One per distinct text; meaningless where it does not fit.</param>
internal sealed record CodeReading<T>(CellState[] States, T[] Values);

/// <summary>Which distinct texts of a column hold no value, and how many cells the others fill.</summary>
internal sealed class PresentTexts
{
    public PresentTexts(TextCells cells)
    {
        Cells = cells;
        States = new CellState[cells.Texts.Count];
        for (var code = 0; code < States.Length; code++)
        {
            States[code] = MissingTokens.Contains(cells.Texts[code]) ? CellState.Missing : CellState.Fits;
            Present += States[code] == CellState.Fits ? cells.Counts[code] : 0;
            Distinct += States[code] == CellState.Fits ? 1 : 0;
        }
    }

    public TextCells Cells { get; }

    /// <summary>Per distinct text, <see cref="CellState.Missing"/> or <see cref="CellState.Fits"/>.</summary>
    public CellState[] States { get; }

    /// <summary>Cells that hold a value.</summary>
    public long Present { get; }

    /// <summary>Distinct texts that are values.</summary>
    public int Distinct { get; }

    /// <summary>A column keeps its type when at most one in a hundred of its values fits nothing.</summary>
    public static bool IsTolerable(long misfits, long present) => misfits * 100 <= present;
}
