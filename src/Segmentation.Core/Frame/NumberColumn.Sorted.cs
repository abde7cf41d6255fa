namespace Segmentation.Core.Frame;

public sealed partial class NumberColumn
{
    private double[]? _sorted;

    /// <summary>
    /// The numbers that are not missing, ascending. Sorted on first use and kept with the column, so that quantiles
    /// cost nothing while a threshold moves. Threads that meet at the first use get the same array.
    /// </summary>
    public ReadOnlyMemory<double> Sorted => LazyInitializer.EnsureInitialized(ref _sorted, SortPresent);

    private double[] SortPresent()
    {
        var present = new double[Length - Missing.Count];
        var count = 0;
        foreach (var value in _values)
        {
            if (!double.IsNaN(value))
            {
                present[count++] = value;
            }
        }

        Array.Sort(present);
        return present;
    }
}
