namespace Segmentation.Core.Frame.IO;

/// <summary>Which of two numbers in a date comes first.</summary>
public enum DateOrder
{
    /// <summary>04-09 is the fourth of September.</summary>
    DayFirst,

    /// <summary>04-09 is the ninth of April.</summary>
    MonthFirst,
}

/// <summary>What a person decided about reading a file; null leaves the decision to the file's content.</summary>
public sealed record ReadingOptions
{
    /// <summary>Everything decided from the content.</summary>
    public static ReadingOptions Default { get; } = new();

    /// <summary>What stands between cells; a space stands for runs of spaces.</summary>
    public char? Separator { get; init; }

    /// <summary>One of <c>utf-8</c>, <c>utf-16</c>, <c>utf-16be</c>, <c>windows-1252</c>.</summary>
    public string? Encoding { get; init; }

    /// <summary>Whether the first row holds names.</summary>
    public bool? HasHeader { get; init; }

    /// <summary>The sheet of a workbook; the first that is not empty when null.</summary>
    public string? Sheet { get; init; }

    /// <summary>How dates are read that could be both; applies to such columns only.</summary>
    public DateOrder? DateOrder { get; init; }
}
