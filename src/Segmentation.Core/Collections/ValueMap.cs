using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Segmentation.Core.Collections;

/// <summary>
/// An immutable map from names to values that is equal to another when both hold the same pairs. Names compare by
/// ordinal and enumerate in ordinal order, so equal maps also read and serialise alike.
/// </summary>
[JsonConverter(typeof(ValueCollectionConverterFactory))]
public sealed class ValueMap<TValue> : IReadOnlyDictionary<string, TValue>, IEquatable<ValueMap<TValue>>
{
    private readonly ImmutableSortedDictionary<string, TValue> _pairs;

    internal ValueMap(ImmutableSortedDictionary<string, TValue> pairs) => _pairs = pairs;

    /// <summary>The map without pairs.</summary>
    public static ValueMap<TValue> Empty { get; } = new(ImmutableSortedDictionary.Create<string, TValue>(StringComparer.Ordinal));

    /// <inheritdoc/>
    public int Count => _pairs.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _pairs.Keys;

    /// <inheritdoc/>
    public IEnumerable<TValue> Values => _pairs.Values;

    /// <inheritdoc/>
    public TValue this[string key] => _pairs[key];

    /// <summary>A map in which <paramref name="key"/> has <paramref name="value"/>.</summary>
    public ValueMap<TValue> With(string key, TValue value) => new(_pairs.SetItem(key, value));

    /// <summary>A map without <paramref name="key"/>.</summary>
    public ValueMap<TValue> Without(string key) => new(_pairs.Remove(key));

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _pairs.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out TValue value) => _pairs.TryGetValue(key, out value);

    /// <inheritdoc/>
    public bool Equals(ValueMap<TValue>? other)
    {
        if (other is null || other.Count != Count)
        {
            return false;
        }

        foreach (var (key, value) in _pairs)
        {
            if (!other.TryGetValue(key, out var theirs) || !EqualityComparer<TValue>.Default.Equals(value, theirs))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueMap<TValue>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (key, value) in _pairs)
        {
            hash.Add(key, StringComparer.Ordinal);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, TValue>> GetEnumerator() => _pairs.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Makes <see cref="ValueMap{TValue}"/>s.</summary>
public static class ValueMap
{
    /// <summary>A map of <paramref name="pairs"/>; the last of several with one name wins.</summary>
    public static ValueMap<TValue> ToValueMap<TValue>(this IEnumerable<KeyValuePair<string, TValue>> pairs)
    {
        var builder = ImmutableSortedDictionary.CreateBuilder<string, TValue>(StringComparer.Ordinal);
        foreach (var (key, value) in pairs)
        {
            builder[key] = value;
        }

        return new ValueMap<TValue>(builder.ToImmutable());
    }
}
