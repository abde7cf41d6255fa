using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Segmentation.Cli;

/// <summary>Hands a result to whoever asked: as JSON, or as a few lines for people.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // Nobody puts this into a page, and names in other scripts stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The option that says where JSON goes.</summary>
    public static Option<string?> JsonOption() => new("--json")
    {
        Description = "Write the result as JSON to a file, or to standard output for -. Without it a summary in words is printed.",
        HelpName = "-|FILE",
    };

    /// <summary>Writes <paramref name="result"/> where <paramref name="json"/> says: <c>-</c>, a file, or as text when null.</summary>
    public static void Write<T>(T result, string? json, FileInfo source, TextWriter output, Func<T, string> inWords)
    {
        switch (json)
        {
            case null:
                output.WriteLine(inWords(result).TrimEnd());
                break;
            case "-":
                output.WriteLine(JsonSerializer.Serialize(result, s_json));
                break;
            default:
                OutputFile.Write(json, source, stream => JsonSerializer.Serialize(stream, result, s_json));
                break;
        }
    }
}
