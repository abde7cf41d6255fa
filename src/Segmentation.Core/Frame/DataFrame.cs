using System.Diagnostics.CodeAnalysis;

namespace Segmentation.Core.Frame;

/// <summary>A table of typed, named columns of one length. Immutable, so sessions that read the same file share it.</summary>
public sealed partial class DataFrame
{
    private readonly Dictionary<string, int> _places;

    /// <summary>A frame of the given columns.</summary>
    /// <exception cref="ArgumentException">Two columns share a name, or their lengths differ.</exception>
    public DataFrame(IReadOnlyList<DataColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        Columns = [.. columns];
        Rows = columns.Count == 0 ? 0 : columns[0].Length;
        _places = new Dictionary<string, int>(columns.Count, StringComparer.Ordinal);
        for (var place = 0; place < columns.Count; place++)
        {
            if (columns[place].Length != Rows || !_places.TryAdd(columns[place].Name, place))
            {
                throw new ArgumentException($"Column '{columns[place].Name}' is repeated or not {Rows} rows long.", nameof(columns));
            }
        }
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>The columns, in the file's order.</summary>
    public IReadOnlyList<DataColumn> Columns { get; }

    /// <summary>The column called <paramref name="name"/>.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public DataColumn this[string name] => Columns[_places[name]];

    /// <summary>Finds the column called <paramref name="name"/>.</summary>
    public bool TryGetColumn(string name, [NotNullWhen(true)] out DataColumn? column)
    {
        column = _places.TryGetValue(name, out var place) ? Columns[place] : null;
        return column is not null;
    }

    /// <summary>A frame in which <paramref name="column"/> stands in for the one of its name, or comes last when there is none.</summary>
    public DataFrame With(DataColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var columns = Columns.ToList();
        if (_places.TryGetValue(column.Name, out var place))
        {
            columns[place] = column;
        }
        else
        {
            columns.Add(column);
        }

        return new DataFrame(columns);
    }
}
