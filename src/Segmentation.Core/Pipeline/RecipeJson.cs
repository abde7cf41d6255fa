using System.Buffers.Text;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Pipeline;

/// <summary>
/// Recipes as JSON, for files, and as a short text for an address bar. What is read is hostile until shown otherwise:
/// bounded in size, unknown names refused, limits checked.
/// </summary>
public static class RecipeJson
{
    /// <summary>Most characters of a recipe, as JSON.</summary>
    public const int MaxLength = 200_000;

    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        MaxDepth = 16,
    };

    private static readonly JsonSerializerOptions s_compact = new(s_options) { WriteIndented = false };

    /// <summary>Indented JSON that <see cref="Parse"/> reads back to an equal recipe.</summary>
    public static string Write(SegmentationRecipe recipe) => JsonSerializer.Serialize(recipe, s_options);

    /// <summary>Reads what <see cref="Write"/> wrote; properties that are not there stay as suggested.</summary>
    /// <exception cref="UnusableDataException">The text is no recipe, or one of a later version.</exception>
    public static SegmentationRecipe Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (json.Length > MaxLength)
        {
            throw TooLong();
        }

        try
        {
            var recipe = JsonSerializer.Deserialize<SegmentationRecipe>(json, s_options)
                ?? throw new UnusableDataException("The recipe is empty.");
            if (recipe.Version is < 1 or > SegmentationRecipe.CurrentVersion)
            {
                throw new UnusableDataException($"The recipe is of version {recipe.Version}; this program reads versions up to {SegmentationRecipe.CurrentVersion}.");
            }

            recipe.ThrowIfInvalid();
            return recipe;
        }
        catch (JsonException failure) when (!json.AsSpan().TrimStart().StartsWith('{'))
        {
            throw new UnusableDataException("This is not a recipe file: a recipe begins with {. Choose a file that was saved as a recipe.", failure);
        }
        catch (JsonException failure)
        {
            var line = failure.LineNumber is { } number ? $" (line {number + 1})" : "";
            throw new UnusableDataException($"The recipe cannot be read: '{failure.Path ?? "$"}' is not what is expected there{line}.", failure);
        }
        catch (NotSupportedException failure)
        {
            throw new UnusableDataException("The recipe cannot be read: a condition of a filter does not say of what kind it is.", failure);
        }
        catch (ArgumentException failure)
        {
            // Only the first line is for people; the rest names the parameter.
            var reason = failure.Message.Split('\n')[0].Replace($" (Parameter '{failure.ParamName}')", "", StringComparison.Ordinal);
            throw new UnusableDataException($"The recipe asks for what is not possible: {reason}", failure);
        }
    }

    /// <summary>The recipe in characters that need no escaping in an address.</summary>
    public static string WriteCompact(SegmentationRecipe recipe)
    {
        using var buffer = new MemoryStream();
        using (var deflate = new DeflateStream(buffer, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            JsonSerializer.Serialize(deflate, recipe, s_compact);
        }

        return Base64Url.EncodeToString(buffer.ToArray());
    }

    /// <summary>Reads what <see cref="WriteCompact"/> wrote.</summary>
    /// <exception cref="UnusableDataException">The text is no recipe.</exception>
    public static SegmentationRecipe ParseCompact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            using var deflate = new DeflateStream(new MemoryStream(Base64Url.DecodeFromChars(text)), CompressionMode.Decompress);
            // One byte more than is allowed tells "too long" from "just fits" without unpacking a bomb.
            var bytes = new byte[MaxLength + 1];
            var length = deflate.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return length <= MaxLength ? Parse(Encoding.UTF8.GetString(bytes, 0, length)) : throw TooLong();
        }
        catch (Exception failure) when (failure is FormatException or InvalidDataException or UnusableDataException { InnerException: JsonException or NotSupportedException })
        {
            throw new UnusableDataException("The address does not hold a recipe that can be read; it may have been cut off when it was copied.", failure);
        }
    }

    private static UnusableDataException TooLong() => new($"The recipe is longer than {MaxLength:N0} characters and was not read.");
}
