using System.Text.Json;
using System.Text.Json.Serialization;

namespace Segmentation.Core.Collections;

/// <summary>Writes a <see cref="ValueList{T}"/> as a JSON array and a <see cref="ValueMap{TValue}"/> as an object.</summary>
public sealed class ValueCollectionConverterFactory : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() is var definition
        && (definition == typeof(ValueList<>) || definition == typeof(ValueMap<>));

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        var shape = typeToConvert.GetGenericTypeDefinition() == typeof(ValueList<>) ? typeof(ListConverter<>) : typeof(MapConverter<>);
        return (JsonConverter)Activator.CreateInstance(shape.MakeGenericType(typeToConvert.GetGenericArguments()))!;
    }

    // The serializer respects nullable annotations of properties, not those of what a collection holds.
    private static T[] NoneNull<T>(T[] items) => Array.TrueForAll(items, item => item is not null)
        ? items
        : throw new JsonException("A list holds null.");

    private static Dictionary<string, T> NoneNull<T>(Dictionary<string, T> pairs) => pairs.Values.All(value => value is not null)
        ? pairs
        : throw new JsonException("An object holds null.");

    private sealed class ListConverter<T> : JsonConverter<ValueList<T>>
    {
        public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            NoneNull(JsonSerializer.Deserialize<T[]>(ref reader, options) ?? []).ToValueList();

        public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.ToArray(), options);
    }

    private sealed class MapConverter<T> : JsonConverter<ValueMap<T>>
    {
        public override ValueMap<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            NoneNull(JsonSerializer.Deserialize<Dictionary<string, T>>(ref reader, options) ?? []).ToValueMap();

        public override void Write(Utf8JsonWriter writer, ValueMap<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.ToDictionary(), options);
    }
}
