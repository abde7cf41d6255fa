using System.Diagnostics.CodeAnalysis;
using System.Numerics.Tensors;
using Segmentation.Core.Frame;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Features.Expressions;

/// <summary>
/// An expression that fits its columns. Its functions are <see cref="FunctionInfo.All"/>, its operators those of arithmetic, comparison
/// and logic; nothing else can be reached from it. A missing value makes what is computed with it missing, but for <c>is_missing</c>,
/// <c>coalesce</c>, and what <c>and</c> and <c>or</c> decide without it. What is no finite number, such as a division by zero, is missing.
/// </summary>
public sealed class CompiledExpression
{
    private readonly Node _root;
    private readonly DataFrame _frame;

    private CompiledExpression(Node root, Binder binder, DataFrame frame)
    {
        (_root, _frame) = (root, frame);
        Columns = [.. binder.Columns.Select(column => column.Name)];
        Risks = [.. binder.Risks];
    }

    /// <summary>What it gives for each row.</summary>
    public ValueKind Kind => _root.Kind;

    /// <summary>The columns it looks at, each once.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Why a row may have no result although all its values are there, in words: <c>a division by zero</c>.</summary>
    public IReadOnlyList<string> Risks { get; }

    /// <summary>Reads <paramref name="text"/> and looks its names up in <paramref name="scope"/>. Touches no row.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="scope">What it may speak of.</param>
    /// <param name="expression">The expression, or null when there is an error.</param>
    /// <param name="error">The first thing that is wrong, or null.</param>
    public static bool TryCompile(
        string text,
        ExpressionScope scope,
        [NotNullWhen(true)] out CompiledExpression? expression,
        [NotNullWhen(false)] out ExpressionError? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(scope);
        (expression, error) = (null, null);
        try
        {
            var syntax = Parser.Parse(text);
            var binder = new Binder(text, scope);
            expression = new CompiledExpression(binder.Bind(syntax), binder, scope.Frame);
            return true;
        }
        catch (ExpressionFault fault)
        {
            error = fault.Error;
            return false;
        }
    }

    /// <summary>Computes all rows. The same bits on any number of threads.</summary>
    /// <param name="name">What the column is called.</param>
    /// <param name="threads">Threads to use; 0 for one per core.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public EvaluatedColumn Evaluate(string name, int threads = 0, CancellationToken cancellationToken = default)
    {
        var rows = new RowEvaluation(_frame.Rows, threads, cancellationToken);
        DataColumn column = _root switch
        {
            Node<double> number => Numbers(name, rows.Fill(number)),
            Node<long> date => Dates(name, rows.Fill(date)),
            Node<byte> truth => Truths(name, rows.Fill(truth)),
            _ => TextCells.Column(name, null, rows.Fill((Node<int>)_root), ((TextNode)_root).Dictionary),
        };
        return new EvaluatedColumn(column, CountUndefined(column));
    }

    private static NumberColumn Numbers(string name, double[] values)
    {
        // No file writes -0.
        TensorPrimitives.Add(values, 0.0, values);
        return new NumberColumn(name, values, Array.TrueForAll(values, value => double.IsInteger(value) || double.IsNaN(value)));
    }

    private static DateColumn Dates(string name, long[] ticks)
    {
        var hasTime = Array.Exists(ticks, value => value % TimeSpan.TicksPerDay != 0);
        return new DateColumn(name, Array.ConvertAll(ticks, value => new DateTime(value)), hasTime ? "yyyy-MM-dd HH:mm:ss" : DateColumn.IsoDate);
    }

    private static TextColumn Truths(string name, byte[] truths) => new TextColumn(
        name, ColumnType.Boolean, Array.ConvertAll(truths, truth => truth == Missing.Truth ? TextColumn.MissingCode : truth), ["no", "yes"]);

    private int CountUndefined(DataColumn result)
    {
        if (result.Missing.Count == 0)
        {
            return 0;
        }

        DataColumn[] withGaps = [.. Columns.Select(name => _frame[name]).Where(column => column.Missing.Count > 0)];
        var count = 0;
        for (var row = 0; row < result.Length; row++)
        {
            count += result.Missing[row] && !AnyMissing(withGaps, row) ? 1 : 0;
        }

        return count;
    }

    private static bool AnyMissing(DataColumn[] columns, int row)
    {
        foreach (var column in columns)
        {
            if (column.Missing[row])
            {
                return true;
            }
        }

        return false;
    }

    private sealed class RowEvaluation(int rows, int threads, CancellationToken cancellationToken)
    {
        public T[] Fill<T>(Node<T> node)
            where T : struct, IEquatable<T>
        {
            var cells = new T[rows];
            var chunks = new Chunks(rows);
            Chunks.Run(
                rows == 0 ? 0 : chunks.Count,
                Chunks.ThreadsFor(threads),
                chunk => FillChunk(node, cells, chunks.Start(chunk), chunks.End(chunk)),
                cancellationToken);
            return cells;
        }

        private static void FillChunk<T>(Node<T> node, T[] cells, int start, int end)
            where T : struct, IEquatable<T>
        {
            var workspace = new Workspace();
            for (var first = start; first < end; first += Workspace.TileRows)
            {
                node.Fill(first, cells.AsSpan(first, Math.Min(Workspace.TileRows, end - first)), workspace);
            }
        }
    }
}

/// <summary>What an expression made of a frame.</summary>
/// <param name="Column">One cell per row.</param>
/// <param name="Undefined">Rows without a result although every column that the expression looks at has a value there.</param>
public sealed record EvaluatedColumn(DataColumn Column, int Undefined);
