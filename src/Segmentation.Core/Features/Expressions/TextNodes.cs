using Segmentation.Core.Frame;

namespace Segmentation.Core.Features.Expressions;

/// <summary>
/// A part that gives texts, as places in a dictionary. What a function makes of a text is found once per distinct text, when the
/// first row asks for it.
/// </summary>
internal sealed class TextNode(Node<int> codes, Lazy<IReadOnlyList<string>> dictionary) : Node<int>(ValueKind.Text)
{
    public IReadOnlyList<string> Dictionary => dictionary.Value;

    public static TextNode Constant(string text) => new(new ConstantNode<int>(ValueKind.Text, 0), new Lazy<IReadOnlyList<string>>([text]));

    public static TextNode Of(TextColumn column) => new(new CodesNode(column), new Lazy<IReadOnlyList<string>>(column.Dictionary));

    /// <summary>Codes into labels that are known.</summary>
    public static TextNode Of(Node<int> codes, IReadOnlyList<string> labels) => new(codes, new Lazy<IReadOnlyList<string>>(labels));

    /// <summary>Each text as <paramref name="function"/> makes it; texts that become alike share a place.</summary>
    public TextNode Map(Func<string, string> function)
    {
        var merged = new Lazy<(int[] Places, IReadOnlyList<string> Texts)>(() => Merge([.. Dictionary.Select(function)]));
        var places = new Lazy<int[]>(() => merged.Value.Places);
        return new TextNode(new RecodeNode(this, places), new Lazy<IReadOnlyList<string>>(() => merged.Value.Texts));
    }

    /// <summary>The same texts, with one dictionary for all: equal texts have equal places.</summary>
    public static TextNode[] Unite(IReadOnlyList<TextNode> texts)
    {
        var merged = new Lazy<(int[] Places, IReadOnlyList<string> Texts)>(() => Merge([.. texts.SelectMany(text => text.Dictionary)]));
        var dictionary = new Lazy<IReadOnlyList<string>>(() => merged.Value.Texts);
        return [.. texts.Select((text, place) => new TextNode(new RecodeNode(text, new Lazy<int[]>(() =>
        {
            var start = texts.Take(place).Sum(before => before.Dictionary.Count);
            return merged.Value.Places[start..(start + text.Dictionary.Count)];
        })), dictionary))];
    }

    /// <summary>Other places in the same dictionary.</summary>
    public TextNode WithCodes(Node<int> places) => new(places, dictionary);

    public override void Fill(int start, Span<int> cells, Workspace workspace) => codes.Fill(start, cells, workspace);

    private static (int[] Places, IReadOnlyList<string> Texts) Merge(string[] texts)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var places = new int[texts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            if (!known.TryGetValue(texts[i], out places[i]))
            {
                places[i] = known.Count;
                known.Add(texts[i], places[i]);
            }
        }

        return (places, [.. known.Keys]);
    }

    private sealed class CodesNode(TextColumn column) : Node<int>(ValueKind.Text)
    {
        public override void Fill(int start, Span<int> cells, Workspace workspace) => column.Codes.Slice(start, cells.Length).CopyTo(cells);
    }

    private sealed class RecodeNode(Node<int> codes, Lazy<int[]> places) : Node<int>(ValueKind.Text)
    {
        public override void Fill(int start, Span<int> cells, Workspace workspace)
        {
            codes.Fill(start, cells, workspace);
            var table = places.Value;
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = cells[i] == Missing.Text ? Missing.Text : table[cells[i]];
            }
        }
    }
}

/// <summary>What is found once per distinct text: whether it contains another, how long it is.</summary>
internal sealed class TextTableNode<T>(TextNode text, ValueKind kind, Func<string, T> function) : Node<T>(kind)
    where T : struct, IEquatable<T>
{
    private readonly Lazy<T[]> _table = new(() => [.. text.Dictionary.Select(function)]);

    public override void Fill(int start, Span<T> cells, Workspace workspace)
    {
        var codes = workspace.Borrow<int>(cells.Length);
        text.Fill(start, codes, workspace);
        var (table, missing) = (_table.Value, Missing.Of<T>());
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = codes[i] == Missing.Text ? missing : table[codes[i]];
        }

        workspace.Return();
    }
}

/// <summary>In which of the ranges between ascending edges a number lies; an edge belongs to the range above it.</summary>
internal sealed class BinNode(Node<double> number, double[] edges) : Node<int>(ValueKind.Text)
{
    public override void Fill(int start, Span<int> cells, Workspace workspace)
    {
        var values = workspace.Borrow<double>(cells.Length);
        number.Fill(start, values, workspace);
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = double.IsNaN(values[i]) ? Missing.Text : PlaceOf(values[i]);
        }

        workspace.Return();
    }

    private int PlaceOf(double value)
    {
        var found = Array.BinarySearch(edges, value);
        return found >= 0 ? found + 1 : ~found;
    }
}
