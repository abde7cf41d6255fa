namespace Segmentation.Core.Features.Expressions;

/// <summary>What an expression gives for each row.</summary>
public enum ValueKind
{
    /// <summary>A finite number, or missing.</summary>
    Number,

    /// <summary>A date with or without a time of day, or missing.</summary>
    Date,

    /// <summary>A text, never empty, or missing.</summary>
    Text,

    /// <summary>Yes, no, or missing.</summary>
    Truth,
}

/// <summary>Kinds in words.</summary>
internal static class ValueKinds
{
    public static string One(this ValueKind kind) => kind switch
    {
        ValueKind.Number => "a number",
        ValueKind.Date => "a date",
        ValueKind.Text => "a text",
        _ => "yes or no",
    };

    public static string Many(this ValueKind kind) => kind switch
    {
        ValueKind.Number => "numbers",
        ValueKind.Date => "dates",
        ValueKind.Text => "texts",
        _ => "yes or no (a comparison, for example)",
    };
}
