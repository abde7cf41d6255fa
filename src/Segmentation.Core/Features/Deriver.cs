using Segmentation.Core.Collections;
using Segmentation.Core.Features.Expressions;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;

namespace Segmentation.Core.Features;

/// <summary>Appends derived columns to a file's own. A column may use those before it, so none can depend on itself.</summary>
public static class Deriver
{
    /// <summary>
    /// <paramref name="data"/> with the derived columns behind its own, in their order, each with the role that its values suggest; one that
    /// cannot tell rows apart is ignored. What is noteworthy about them stands before the file's issues. A name that is taken gets " (2)".
    /// </summary>
    /// <param name="data">The file as it was read; itself when nothing is derived.</param>
    /// <param name="derived">The columns.</param>
    /// <param name="today">What <c>today</c> stands for; null for the latest date of the file's columns of dates.</param>
    /// <param name="threads">Threads to use; 0 for one per core.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="UnusableDataException">An expression does not fit the file; the message names the column.</exception>
    public static Dataset Derive(
        Dataset data, ValueList<DerivedColumn> derived, DateOnly? today = null, int threads = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(derived);
        if (derived.Count == 0)
        {
            return data;
        }

        var day = ExpressionScope.Of(data.Frame, today).Today;
        var (frame, roles, issues) = (data.Frame, data.Schema.Roles, new List<DataIssue>());
        for (var place = 0; place < derived.Count; place++)
        {
            var scope = new ExpressionScope(frame, day) { NotYet = [.. derived.Skip(place).Select(column => column.Name)] };
            var expression = Compile(derived[place], scope);
            var name = FreeName(derived[place].Name, frame);
            var evaluated = expression.Evaluate(name, threads, cancellationToken);
            issues.AddRange(DerivedIssues.Of(derived[place].Name, evaluated, expression.Risks));
            frame = frame.With(evaluated.Column);
            roles = roles.With(name, SchemaGuess.Role(evaluated.Column));
        }

        return data with { Frame = frame, Schema = new Schema(roles), Issues = [.. issues, .. data.Issues] };
    }

    /// <summary>What the expression of a derived column may speak of: the file's columns, and those derived before it.</summary>
    /// <param name="source">The file as it was read.</param>
    /// <param name="data">The same file with all that is derived, as <see cref="Derive"/> made it.</param>
    /// <param name="derived">What was derived.</param>
    /// <param name="place">Which of them is meant; their number for one more.</param>
    /// <param name="today">As for <see cref="Derive"/>.</param>
    public static ExpressionScope ScopeAt(Dataset source, Dataset data, ValueList<DerivedColumn> derived, int place, DateOnly? today)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(derived);
        var before = new DataFrame([.. data.Frame.Columns.Take(source.Frame.Columns.Count + place)]);
        var day = ExpressionScope.Of(source.Frame, today).Today;
        return new ExpressionScope(before, day) { NotYet = [.. derived.Skip(place).Select(column => column.Name)] };
    }

    /// <summary>The name itself where no column has it, else with the lowest free number behind it: "Total (2)".</summary>
    public static string FreeName(string name, DataFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var free = name;
        for (var number = 2; frame.TryGetColumn(free, out _); number++)
        {
            free = $"{name} ({number})";
        }

        return free;
    }

    private static CompiledExpression Compile(DerivedColumn column, ExpressionScope scope) =>
        CompiledExpression.TryCompile(column.Expression, scope, out var expression, out var error)
            ? expression
            : throw new UnusableDataException(
                $"The derived column '{column.Name}' cannot be made. At character {error.Position + 1}: {error.Message} "
                + "Change its expression, or remove it.");
}
