namespace Segmentation.Core.Features.Expressions;

/// <summary>A function of the expression language.</summary>
/// <param name="Name">In lower case, as it is written.</param>
/// <param name="Signature">How it is called.</param>
/// <param name="Sentence">What it gives, in one sentence.</param>
/// <param name="Least">Fewest arguments.</param>
/// <param name="Most">Most arguments.</param>
public sealed record FunctionInfo(string Name, string Signature, string Sentence, int Least, int Most)
{
    private const int Many = ExpressionLimits.MaxNodes;

    /// <summary>All functions, in the order in which a reader meets them.</summary>
    public static IReadOnlyList<FunctionInfo> All { get; } =
    [
        new("if", "if(condition, then, otherwise)", "One value where the condition holds, another where it does not.", 3, 3),
        new("round", "round(x, digits)", "Rounds to so many digits after the point, none when not given; half away from zero.", 1, 2),
        new("floor", "floor(x)", "The next whole number below.", 1, 1),
        new("ceil", "ceil(x)", "The next whole number above.", 1, 1),
        new("abs", "abs(x)", "The number without its sign.", 1, 1),
        new("min", "min(a, b, ...)", "The least of several numbers or dates.", 2, Many),
        new("max", "max(a, b, ...)", "The greatest of several numbers or dates.", 2, Many),
        new("sqrt", "sqrt(x)", "The square root; missing below 0.", 1, 1),
        new("log", "log(x)", "The natural logarithm; missing at 0 and below.", 1, 1),
        new("log10", "log10(x)", "The logarithm to base 10; missing at 0 and below.", 1, 1),
        new("exp", "exp(x)", "e to the power of x.", 1, 1),
        new(
            "bin", "bin(x, edge, edge, ...)", "In which range a number lies, as a category: below the first edge, from it to below the next, ...", 2, Many),
        new("is_missing", "is_missing(x)", "Whether the cell holds no value.", 1, 1),
        new("coalesce", "coalesce(a, b, ...)", "The first of several values that is not missing.", 2, Many),
        new("years_between", "years_between(from, to)", "Years from one date to another, with the share of the one begun.", 2, 2),
        new("months_between", "months_between(from, to)", "Months from one date to another, with the share of the one begun.", 2, 2),
        new("days_between", "days_between(from, to)", "Days from one date to another.", 2, 2),
        new("year", "year(date)", "The year of a date.", 1, 1),
        new("quarter", "quarter(date)", "The quarter of a date, 1 to 4.", 1, 1),
        new("month", "month(date)", "The month of a date, 1 to 12.", 1, 1),
        new("day", "day(date)", "The day of the month, 1 to 31.", 1, 1),
        new("weekday", "weekday(date)", "The day of the week, 1 for Monday to 7 for Sunday.", 1, 1),
        new("date", "date('2024-01-31')", "A date that is written out: year, month, day.", 1, 1),
        new("contains", "contains(text, 'part')", "Whether a text holds another, upper and lower case told apart.", 2, 2),
        new("starts_with", "starts_with(text, 'part')", "Whether a text begins with another, upper and lower case told apart.", 2, 2),
        new("length", "length(text)", "How many characters a text has.", 1, 1),
        new("lower", "lower(text)", "The text in lower case.", 1, 1),
    ];

    /// <summary>The words that are neither functions nor columns, each with what it means.</summary>
    public static IReadOnlyList<(string Word, string Sentence)> Keywords { get; } =
    [
        ("today", "The day that the file speaks of: the latest of its dates, unless another is set."),
        ("and", "True where both sides are."),
        ("or", "True where one side is, or both."),
        ("not", "True where what follows is not."),
        ("true", "Yes."),
        ("false", "No."),
    ];

    /// <summary>The function called <paramref name="name"/> in lower case; null when there is none.</summary>
    internal static FunctionInfo? Find(string name) => All.FirstOrDefault(function => function.Name == name);
}
