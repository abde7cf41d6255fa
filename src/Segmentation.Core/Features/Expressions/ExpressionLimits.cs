namespace Segmentation.Core.Features.Expressions;

/// <summary>What an expression may have at most, so that a hostile one costs no more than an honest one.</summary>
public static class ExpressionLimits
{
    /// <summary>Most characters.</summary>
    public const int MaxLength = 2_000;

    /// <summary>Most brackets, calls, signs and powers within each other. Chains such as a + b + c nest nothing.</summary>
    public const int MaxDepth = 50;

    /// <summary>Most numbers, columns, operators and calls together.</summary>
    public const int MaxNodes = 1_000;
}
