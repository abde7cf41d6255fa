using Segmentation.Core.Frame;

namespace Segmentation.Core.Features.Expressions;

/// <summary>Gives names and kinds to what was parsed: a tree that can be evaluated, or the first thing that is wrong with it.</summary>
internal sealed partial class Binder(string text, ExpressionScope scope)
{
    private const int LongestShown = 30;

    private readonly List<DataColumn> _columns = [];
    private readonly SortedSet<string> _risks = new(StringComparer.Ordinal);

    /// <summary>The columns that the expression looks at, each once.</summary>
    public IReadOnlyList<DataColumn> Columns => _columns;

    /// <summary>Why a row may have no result although it has all values, in words.</summary>
    public IReadOnlyCollection<string> Risks => _risks;

    /// <exception cref="ExpressionFault">A name or a kind does not fit.</exception>
    public Node Bind(Syntax syntax) => syntax switch
    {
        NumberSyntax number => new ConstantNode<double>(ValueKind.Number, number.Value),
        TextSyntax { Value: "" } empty => throw Fault(empty, "An empty text is a missing value here. Ask is_missing(...) for it."),
        TextSyntax constant => TextNode.Constant(constant.Value),
        TruthSyntax truth => new ConstantNode<byte>(ValueKind.Truth, truth.Value ? (byte)1 : (byte)0),
        TodaySyntax => Today(syntax),
        ColumnSyntax column => Column(column),
        UnarySyntax { Operator: "-" } minus => new UnaryNumberNode(Number(minus.Operand, "A minus"), value => -value),
        UnarySyntax not => new NotNode(Truth(not.Operand, "not")),
        BinarySyntax binary => Binary(binary),
        _ => Call((CallSyntax)syntax),
    };

    private Node Binary(BinarySyntax binary)
    {
        switch (binary.Operator)
        {
            case "and" or "or":
                return new LogicNode(Truth(binary.Left, binary.Operator), Truth(binary.Right, binary.Operator), binary.Operator == "and");
            case "=" or "<>" or "<" or "<=" or ">" or ">=":
                return Compare(binary);
            default:
                NoteRisk(binary.Operator);
                return new BinaryNumberNode(
                    Operand(binary.Left, binary.Operator), Operand(binary.Right, binary.Operator), NumberKernels.Of(binary.Operator));
        }
    }

    private Node<double> Operand(Syntax syntax, string symbol)
    {
        var node = Bind(syntax);
        var hint = node.Kind == ValueKind.Date && symbol == "-" ? " Write days_between(from, to) for the days from one date to another." : "";
        return node as Node<double> ?? throw Unfit(syntax, node, $"'{symbol}'", ValueKind.Number, hint);
    }

    private Node Compare(BinarySyntax binary)
    {
        var (left, right) = (Bind(binary.Left), Bind(binary.Right));
        if (left.Kind != right.Kind)
        {
            var hint = (left.Kind, right.Kind) switch
            {
                (ValueKind.Date, ValueKind.Text) or (ValueKind.Text, ValueKind.Date) => " Write a date as date('2024-01-31').",
                (ValueKind.Truth, _) or (_, ValueKind.Truth) => " What is yes or no needs no comparison: write it alone, or not in front of it.",
                _ => "",
            };
            throw Fault(
                binary,
                $"{Shown(binary.Left)} is {left.Kind.One()} and {Shown(binary.Right)} is {right.Kind.One()}; only like can be compared.{hint}");
        }

        var comparison = Comparison.Of(binary.Operator);
        return (left, right) switch
        {
            (Node<double> a, Node<double> b) => new CompareNode<double>(a, b, comparison),
            (Node<long> a, Node<long> b) => new CompareNode<long>(a, b, comparison),
            _ when binary.Operator is not ("=" or "<>") => throw Fault(binary, $"{Capital(left.Kind.Many())} can be compared with = and <> only."),
            (Node<byte> a, Node<byte> b) => new CompareNode<byte>(a, b, comparison),
            _ => CompareTexts((TextNode)left, (TextNode)right, comparison),
        };
    }

    private static CompareNode<int> CompareTexts(TextNode left, TextNode right, Comparison comparison)
    {
        var united = TextNode.Unite([left, right]);
        return new CompareNode<int>(united[0], united[1], comparison);
    }

    private ConstantNode<long> Today(Syntax syntax) => scope.Today is { } today
        ? new ConstantNode<long>(ValueKind.Date, today.Ticks)
        : throw Fault(
            syntax,
            "'today' is the latest date in the file, and this file has no column of dates. Write a date such as date('2024-01-31') instead.");

    private Node Column(ColumnSyntax syntax)
    {
        var column = scope.Find(syntax.Name) ?? throw Fault(syntax, NoColumn(syntax.Name));
        if (!_columns.Contains(column))
        {
            _columns.Add(column);
        }

        return column switch
        {
            NumberColumn numbers => new NumberColumnNode(numbers),
            DateColumn dates => new DateColumnNode(dates),
            TextColumn { Type: ColumnType.Boolean } truths => new TruthColumnNode(truths),
            _ => TextNode.Of((TextColumn)column),
        };
    }

    private string NoColumn(string name)
    {
        var shown = Clip(name);
        if (scope.NotYet.Count > 0 && scope.NotYet[0].Equals(name, StringComparison.OrdinalIgnoreCase))
        {
            return $"{shown} is the column that is being made: it cannot use itself.";
        }

        if (scope.NotYet.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return $"{shown} is made after this column: only columns of the file, and those made before, can be used.";
        }

        return FunctionInfo.Find(name.ToLowerInvariant()) is { } function
            ? $"{shown} is a function: write {function.Signature}."
            : $"There is no column {shown}.{NearestName.Question(name, scope.Frame.Columns.Select(column => column.Name))}";
    }

    private Node<double> Number(Syntax syntax, string asker) => Of<double>(syntax, asker, ValueKind.Number);

    private Node<long> Date(Syntax syntax, string asker) => Of<long>(syntax, asker, ValueKind.Date);

    private Node<byte> Truth(Syntax syntax, string asker) => Of<byte>(syntax, asker, ValueKind.Truth);

    private TextNode Text(Syntax syntax, string asker) => (TextNode)Of<int>(syntax, asker, ValueKind.Text);

    private Node<T> Of<T>(Syntax syntax, string asker, ValueKind wanted)
        where T : struct, IEquatable<T>
    {
        var node = Bind(syntax);
        return node as Node<T> ?? throw Unfit(syntax, node, asker, wanted, wanted switch
        {
            ValueKind.Date when syntax is TextSyntax => " Write date('2024-01-31').",
            ValueKind.Truth when node.Kind == ValueKind.Number => $" Write {Shown(syntax)} = 1, for example.",
            ValueKind.Number when node.Kind == ValueKind.Truth => $" Write if({Shown(syntax)}, 1, 0).",
            _ => "",
        });
    }

    private ExpressionFault Unfit(Syntax syntax, Node node, string asker, ValueKind wanted, string hint) =>
        Fault(syntax, $"{asker} needs {wanted.Many()}, and {Shown(syntax)} is {node.Kind.One()}.{hint}");

    private static ExpressionFault Fault(Syntax syntax, string message) => new(syntax.Position, syntax.Length, message);

    private void NoteRisk(string operation)
    {
        var risk = operation switch
        {
            "/" or "%" => "a division by zero",
            "^" => "a power that is no number",
            "log" or "log10" => "a logarithm of a number that is not above 0",
            "sqrt" => "a square root of a number below 0",
            _ => null,
        };
        if (risk is not null)
        {
            _risks.Add(risk);
        }
    }

    private string Shown(Syntax syntax) => Clip(text.Substring(syntax.Position, syntax.Length));

    private static string Clip(string shown) => shown.Length <= LongestShown ? shown : $"{shown[..LongestShown]}...";

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
