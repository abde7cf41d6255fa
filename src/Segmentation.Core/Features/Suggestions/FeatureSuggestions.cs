using Segmentation.Core.Collections;
using Segmentation.Core.Features.Expressions;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Features.Suggestions;

/// <summary>Proposes derived columns that describe customers better than a file's own. Same file, same suggestions, in the same order.</summary>
public static partial class FeatureSuggestions
{
    /// <summary>Most suggestions.</summary>
    public const int MaxCount = 12;

    /// <summary>The skew above which a logarithm is suggested.</summary>
    public const double LargeSkew = 1;

    private const int MaxLogarithms = 3;
    private const int MaxShares = 12;

    /// <summary>
    /// At most <see cref="MaxCount"/>, by kind in the order of <see cref="SuggestionKind"/> and then in the file's order; none where nothing
    /// fits. Each can be made of the file alone. What names the customer, labels and ignored columns are left alone.
    /// </summary>
    /// <param name="frame">The file's own columns.</param>
    /// <param name="schema">What they are used for.</param>
    /// <param name="today">What <c>today</c> stands for; null for the latest date of the file.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static IReadOnlyList<FeatureSuggestion> For(
        DataFrame frame, Schema schema, DateOnly? today = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(schema);
        var scope = ExpressionScope.Of(frame, today);
        var numbers = TraitsOf(frame, schema, cancellationToken);
        var amounts = ColumnGroup.Amounts(numbers.Where(column => !IsChild(column) && !column.HasWord(SuggestionWords.Birth)));
        FeatureSuggestion[] all =
        [
            .. Ages(frame, numbers, scope),
            .. Tenures([.. frame.Columns.OfType<DateColumn>().Where(column => schema.RoleOf(column.Name) == ColumnRole.Date)], scope, today),
            .. amounts.Select(Total),
            .. Children(numbers),
            .. Counts(numbers),
            .. Ratios(numbers, amounts),
            .. amounts.Where(group => group.IsMoney && group.Columns.Count <= MaxShares).Select(Shares),
            .. Logarithms(frame, numbers),
        ];
        var possible = all.Where(suggestion => suggestion.Columns.All(column => CanBeMade(column, scope)));
        return [.. possible.OrderBy(suggestion => suggestion.Kind).Take(MaxCount)];
    }

    private static ColumnTraits[] TraitsOf(DataFrame frame, Schema schema, CancellationToken cancellationToken)
    {
        NumberColumn[] columns = [.. frame.Columns.OfType<NumberColumn>().Where(column => schema.RoleOf(column.Name) == ColumnRole.Feature)];
        var traits = new ColumnTraits[columns.Length];
        var options = new ParallelOptions { CancellationToken = cancellationToken };
        Parallel.For(0, columns.Length, options, place => traits[place] = ColumnTraits.Of(columns[place]));
        return traits;
    }

    // Names of hundreds of columns may be more than an expression holds.
    private static bool CanBeMade(DerivedColumn column, ExpressionScope scope) =>
        column.Problem is null && CompiledExpression.TryCompile(column.Expression, scope, out _, out _);

    private static FeatureSuggestion One(SuggestionKind kind, string name, string expression, string why, params ValueList<SuggestionEvidence> evidence) =>
        new(kind, name, [new DerivedColumn(name, expression)], why, evidence);
}
