using Segmentation.Core.Frame;

namespace Segmentation.Core.Features.Expressions;

/// <summary>Makes columns of texts from codes.</summary>
internal static class TextCells
{
    /// <summary>A column whose dictionary holds the texts that come, in the order in which they come.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="type">Its type; null decides by how often the texts recur.</param>
    /// <param name="codes">Per row the place in <paramref name="dictionary"/>; the caller gives the array away.</param>
    /// <param name="dictionary">Distinct texts.</param>
    public static TextColumn Column(string name, ColumnType? type, int[] codes, IReadOnlyList<string> dictionary)
    {
        var places = new int[dictionary.Count];
        Array.Fill(places, TextColumn.MissingCode);
        var (used, present) = (new List<string>(), 0);
        for (var row = 0; row < codes.Length; row++)
        {
            if (codes[row] is var code && code != TextColumn.MissingCode)
            {
                present++;
                if (places[code] == TextColumn.MissingCode)
                {
                    places[code] = used.Count;
                    used.Add(dictionary[code]);
                }

                codes[row] = places[code];
            }
        }

        return new TextColumn(name, type ?? TypeOf(used.Count, present), codes, [.. used]);
    }

    // The rule by which the reader tells categories from texts.
    private static ColumnType TypeOf(int distinct, int present) =>
        Frame.IO.TypeInference.IsCategory(distinct, present) ? ColumnType.Category : ColumnType.Text;
}
