using System.Text.Json.Serialization;
using Segmentation.Core.Features.Expressions;

namespace Segmentation.Core.Features;

/// <summary>A column that is computed from others.</summary>
/// <param name="Name">What it is called, see <see cref="MaxNameLength"/>.</param>
/// <param name="Expression">How it is computed, see <see cref="CompiledExpression"/>.</param>
public sealed record DerivedColumn(string Name, string Expression)
{
    /// <summary>Most characters of a name.</summary>
    public const int MaxNameLength = 100;

    /// <summary>Most derived columns of a recipe.</summary>
    public const int MaxCount = 50;

    /// <summary>What is wrong with the name or the expression's length, in a sentence; null when nothing is.</summary>
    [JsonIgnore]
    public string? Problem => NameProblem(Name) ?? (string.IsNullOrWhiteSpace(Expression)
        ? "A derived column needs an expression, such as Income / 12."
        : Expression.Length > ExpressionLimits.MaxLength
            ? $"The expression of {Name} is {Expression.Length:N0} characters long, and may have {ExpressionLimits.MaxLength:N0}. "
                + "Split it into two columns."
            : null);

    /// <summary>What is wrong with a name, in a sentence; null when nothing is.</summary>
    public static string? NameProblem(string? name) =>
        string.IsNullOrWhiteSpace(name) ? "A derived column needs a name."
        : name.Length > MaxNameLength ? $"A column's name may have {MaxNameLength} characters; this one has {name.Length:N0}."
        : name.Any(char.IsControl) ? "A column's name cannot hold line breaks or other characters that do not show."
        : name.Trim().Length != name.Length ? "A column's name cannot begin or end with a space."
        : null;

    /// <exception cref="ArgumentException">See <see cref="Problem"/>.</exception>
    public void ThrowIfInvalid()
    {
        if (Problem is { } problem)
        {
            throw new ArgumentException(problem);
        }
    }
}
