using Segmentation.Core.Frame;

namespace Segmentation.Dashboard.Customers;

/// <summary>Looks for a text in the identifier and in the cells of text, whatever its case.</summary>
internal sealed class CustomerSearch
{
    private readonly List<Func<int, bool>> _matches = [];
    private readonly bool _isEmpty;

    public CustomerSearch(DataFrame frame, Schema schema, string text)
    {
        var wanted = text.Trim();
        _isEmpty = wanted.Length == 0;
        if (_isEmpty)
        {
            return;
        }

        foreach (var texts in frame.Columns.OfType<TextColumn>())
        {
            AddTexts(texts, wanted);
        }

        if (schema.Identifier is { } name && frame.TryGetColumn(name, out var identifier) && identifier is not TextColumn)
        {
            _matches.Add(row => identifier.Format(row).Contains(wanted, StringComparison.OrdinalIgnoreCase));
        }
    }

    public bool Matches(int row)
    {
        if (_isEmpty)
        {
            return true;
        }

        foreach (var matches in _matches)
        {
            if (matches(row))
            {
                return true;
            }
        }

        return false;
    }

    // Each distinct text is looked at once, however many rows have it.
    private void AddTexts(TextColumn column, string wanted)
    {
        var isWanted = column.Dictionary.Select(text => text.Contains(wanted, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (Array.IndexOf(isWanted, true) >= 0)
        {
            _matches.Add(row => !column.Missing[row] && isWanted[column.Codes[row]]);
        }
    }
}
