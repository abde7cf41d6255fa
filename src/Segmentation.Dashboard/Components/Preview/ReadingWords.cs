using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;

namespace Segmentation.Dashboard.Components.Preview;

/// <summary>How a file is written, in plain words, and what can be chosen instead.</summary>
public static class ReadingWords
{
    /// <summary>What may stand between cells.</summary>
    public static IReadOnlyList<(string Value, string Label)> Separators { get; } =
        [(",", "Comma"), (";", "Semicolon"), ("\t", "Tab"), ("|", "Vertical bar"), (" ", "Spaces")];

    /// <summary>How letters may be written as bytes.</summary>
    public static IReadOnlyList<(string Value, string Label)> Encodings { get; } =
        [("utf-8", "UTF-8"), ("utf-16", "UTF-16"), ("utf-16be", "UTF-16, big-endian"), ("windows-1252", "Windows-1252")];

    /// <summary>What the first row may be.</summary>
    public static IReadOnlyList<(string Value, string Label)> Headers { get; } = [("true", "Names of columns"), ("false", "Data")];

    /// <summary>In which order a date may be written.</summary>
    public static IReadOnlyList<(string Value, string Label)> DateOrders { get; } =
        [(nameof(DateOrder.DayFirst), "Day first: 04-09 is 4 September"), (nameof(DateOrder.MonthFirst), "Month first: 04-09 is 9 April")];

    /// <summary>What a value is called in one of the lists; the value itself when it is in none.</summary>
    public static string Label(IReadOnlyList<(string Value, string Label)> choices, string value)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return choices.FirstOrDefault(choice => choice.Value == value).Label ?? value;
    }

    /// <summary>Whether the order of dates is a question: the file left it open, or a person answered already.</summary>
    public static bool AsksForDateOrder(Dataset data, ReadingOptions reading)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(reading);
        return reading.DateOrder is not null || data.Issues.Any(issue => issue.Kind == DataIssueKind.AmbiguousDates);
    }

    /// <summary>The reading with what was chosen; an empty text leaves the decision to the file.</summary>
    public static ReadingOptions With(this ReadingOptions reading, ReadingChoice choice, string? value)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var chosen = string.IsNullOrEmpty(value) ? null : value;
        return choice switch
        {
            ReadingChoice.Separator => reading with { Separator = chosen?[0] },
            ReadingChoice.Encoding => reading with { Encoding = chosen },
            ReadingChoice.Header => reading with { HasHeader = chosen is null ? null : chosen == "true" },
            ReadingChoice.DateOrder => reading with { DateOrder = chosen is null ? null : Enum.Parse<DateOrder>(chosen) },
            _ => reading with { Sheet = chosen },
        };
    }
}

/// <summary>What can be chosen about the reading of a file.</summary>
public enum ReadingChoice
{
    Separator,
    Encoding,
    Header,
    DateOrder,
    Sheet,
}
