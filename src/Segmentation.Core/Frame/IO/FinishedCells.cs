namespace Segmentation.Core.Frame.IO;

/// <summary>The cells of all columns once every row has been read, on their way to typed columns.</summary>
internal sealed class FinishedCells
{
    private readonly NumberCells?[] _numbers;
    private readonly TextCells?[] _texts;
    private readonly ParallelOptions _parallel;

    public FinishedCells(ColumnStorage?[] storages, int rows, int threads)
    {
        (_numbers, _texts) = (new NumberCells?[storages.Length], new TextCells?[storages.Length]);
        _parallel = new ParallelOptions { MaxDegreeOfParallelism = threads };
        Parallel.For(0, storages.Length, _parallel, place =>
        {
            _numbers[place] = (storages[place] as NumberStorage)?.Finish(rows);
            _texts[place] = (storages[place] as TextStorage)?.Finish(rows);
            storages[place] = null;
        });
    }

    /// <summary>Columns without those at the end that have neither a name nor a cell.</summary>
    public int KeptColumns(int named)
    {
        var kept = _texts.Length;
        while (named > 0 && kept > named && _texts[kept - 1] is { Texts.Count: 0 })
        {
            kept--;
        }

        return kept;
    }

    /// <summary>Typed columns with the given names.</summary>
    /// <param name="inference">Tells the types.</param>
    /// <param name="names">One per column that is kept.</param>
    /// <param name="readAsTexts">Reads columns again that are no numbers after all, given their places.</param>
    public DataColumn[] Infer(TypeInference inference, string[] names, Func<IReadOnlyList<int>, List<TextCells>> readAsTexts)
    {
        var columns = new DataColumn?[names.Length];
        Parallel.For(0, names.Length, _parallel, place =>
        {
            columns[place] = _texts[place] is { } texts ? inference.FromTexts(names[place], texts)
                : _numbers[place] is { } numbers ? inference.FromNumbers(names[place], numbers)
                : null;
            (_texts[place], _numbers[place]) = (null, null);
        });
        var unsure = Enumerable.Range(0, names.Length).Where(place => columns[place] is null).ToList();
        if (unsure.Count > 0)
        {
            var again = readAsTexts(unsure);
            Parallel.For(0, unsure.Count, _parallel, index => columns[unsure[index]] = inference.FromTexts(names[unsure[index]], again[index]));
        }

        return columns!;
    }
}
