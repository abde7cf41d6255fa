using System.Globalization;

namespace Segmentation.Core.Features.Expressions;

/// <summary>What the functions ask of their arguments.</summary>
internal sealed partial class Binder
{
    private const int MostDigits = 15;

    private Node Call(CallSyntax call)
    {
        if (call is { Function: "today", Arguments.Count: 0 })
        {
            return Today(call);
        }

        var function = FunctionInfo.Find(call.Function) ?? throw new ExpressionFault(call.Position, call.NameLength, NoFunction(call.Function));
        if (call.Arguments.Count < function.Least || call.Arguments.Count > function.Most)
        {
            throw Fault(call, $"{function.Name} is written {function.Signature}; here it has {Arguments(call.Arguments.Count)}.");
        }

        NoteRisk(function.Name);
        return Choice(call) ?? OfNumbers(call) ?? OfDates(call) ?? OfTexts(call);
    }

    private static string NoFunction(string name) =>
        $"There is no function {Clip(name)}.{NearestName.Question(name, FunctionInfo.All.Select(function => function.Name))}";

    private static string Arguments(int count) => count switch
    {
        0 => "no argument",
        1 => "1 argument",
        _ => $"{count.ToString(CultureInfo.InvariantCulture)} arguments",
    };

    private Node? Choice(CallSyntax call) => call.Function switch
    {
        "if" => If(Truth(call.Arguments[0], "if"), Alike(call, call.Arguments.Skip(1))),
        "coalesce" => Coalesce(Alike(call, call.Arguments)),
        "is_missing" => IsMissing(Bind(call.Arguments[0])),
        "min" or "max" => Extreme(call, Alike(call, call.Arguments)),
        _ => null,
    };

    private Node? OfNumbers(CallSyntax call) => call.Function switch
    {
        "log" => Unary(call, Math.Log),
        "log10" => Unary(call, Math.Log10),
        "exp" => Unary(call, Math.Exp),
        "sqrt" => Unary(call, Math.Sqrt),
        "abs" => Unary(call, Math.Abs),
        "floor" => Unary(call, Math.Floor),
        "ceil" => Unary(call, Math.Ceiling),
        "round" when Digits(call) is var digits => Unary(call, value => NumberKernels.Round(value, digits)),
        "bin" => Bin(call),
        _ => null,
    };

    private Node? OfDates(CallSyntax call) => call.Function switch
    {
        "year" => Part(call, date => date.Year),
        "quarter" => Part(call, DateDifference.Quarter),
        "month" => Part(call, date => date.Month),
        "day" => Part(call, date => date.Day),
        "weekday" => Part(call, DateDifference.Weekday),
        "years_between" => Between(call, DateDifference.Years),
        "months_between" => Between(call, DateDifference.Months),
        "days_between" => Between(call, DateDifference.Days),
        "date" => WrittenDate(call.Arguments[0]),
        _ => null,
    };

    private Node OfTexts(CallSyntax call)
    {
        var text = Text(call.Arguments[0], call.Function);
        return call.Function switch
        {
            "length" => new TextTableNode<double>(text, ValueKind.Number, value => value.Length),
            "lower" => text.Map(value => value.ToLowerInvariant()),
            "contains" when Part(call) is var part => Test(text, value => value.Contains(part, StringComparison.Ordinal)),
            "starts_with" when Part(call) is var part => Test(text, value => value.StartsWith(part, StringComparison.Ordinal)),
            _ => throw new InvalidOperationException($"{call.Function} is in the list of functions and means nothing."),
        };
    }

    private static TextTableNode<byte> Test(TextNode text, Func<string, bool> test) =>
        new(text, ValueKind.Truth, value => test(value) ? (byte)1 : (byte)0);

    // Known once, not per row: then a text is looked at once, however many rows hold it.
    private static string Part(CallSyntax call) => call.Arguments[1] is TextSyntax { Value.Length: > 0 } text
        ? text.Value
        : throw Fault(call.Arguments[1], $"{call.Function} looks for a text that is written out, such as 'red'.");

    private UnaryNumberNode Unary(CallSyntax call, Func<double, double> function) => new(Number(call.Arguments[0], call.Function), function);

    private DatePartNode Part(CallSyntax call, Func<DateTime, int> part) => new(Date(call.Arguments[0], call.Function), part);

    private DateDifferenceNode Between(CallSyntax call, Func<DateTime, DateTime, double> difference) =>
        new(Date(call.Arguments[0], call.Function), Date(call.Arguments[1], call.Function), difference);

    private static ConstantNode<long> WrittenDate(Syntax argument) => argument is TextSyntax text
        && DateTime.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date != DateTime.MinValue
            ? new ConstantNode<long>(ValueKind.Date, date.Ticks)
            : throw Fault(argument, "A date is written as year, month and day: date('2024-01-31').");

    private static int Digits(CallSyntax call)
    {
        if (call.Arguments.Count == 1)
        {
            return 0;
        }

        return Literal(call.Arguments[1]) is { } digits && double.IsInteger(digits) && Math.Abs(digits) <= MostDigits
            ? (int)digits
            : throw Fault(call.Arguments[1], $"The digits to round to are a whole number from -{MostDigits} to {MostDigits} that is written out.");
    }

    private TextNode Bin(CallSyntax call)
    {
        var number = Number(call.Arguments[0], "bin");
        double[] edges =
        [
            .. call.Arguments.Skip(1).Select(edge => Literal(edge) ?? throw Fault(edge, "An edge of bin is a number that is written out.")),
        ];
        for (var i = 1; i < edges.Length; i++)
        {
            if (edges[i] <= edges[i - 1])
            {
                throw Fault(call.Arguments[i + 1], "The edges of bin go upwards: each is above the one before.");
            }
        }

        return TextNode.Of(new BinNode(number, edges), LabelsOf(edges));
    }

    private static string[] LabelsOf(double[] edges)
    {
        string[] written = [.. edges.Select(edge => edge.ToString("R", CultureInfo.InvariantCulture))];
        return [$"below {written[0]}", .. written.Skip(1).Select((edge, place) => $"{written[place]} to below {edge}"), $"{written[^1]} and above"];
    }

    private static double? Literal(Syntax syntax) => syntax switch
    {
        NumberSyntax number => number.Value,
        UnarySyntax { Operator: "-", Operand: NumberSyntax number } => -number.Value,
        _ => null,
    };

    private Node[] Alike(CallSyntax call, IEnumerable<Syntax> arguments)
    {
        var syntaxes = arguments.ToArray();
        var nodes = Array.ConvertAll(syntaxes, Bind);
        for (var i = 1; i < nodes.Length; i++)
        {
            if (nodes[i].Kind != nodes[0].Kind)
            {
                throw Fault(
                    syntaxes[i],
                    $"{call.Function} needs values of one kind: {Shown(syntaxes[0])} is {nodes[0].Kind.One()}, "
                    + $"and {Shown(syntaxes[i])} is {nodes[i].Kind.One()}.");
            }
        }

        return nodes;
    }

    private static Node If(Node<byte> condition, Node[] branches) => branches[0] switch
    {
        Node<double> then => new IfNode<double>(condition, then, (Node<double>)branches[1]),
        Node<long> then => new IfNode<long>(condition, then, (Node<long>)branches[1]),
        Node<byte> then => new IfNode<byte>(condition, then, (Node<byte>)branches[1]),
        _ => Joined(branches, texts => new IfNode<int>(condition, texts[0], texts[1])),
    };

    private static Node Coalesce(Node[] values) => values[0] switch
    {
        Node<double> => values.Cast<Node<double>>().Aggregate((first, second) => new CoalesceNode<double>(first, second)),
        Node<long> => values.Cast<Node<long>>().Aggregate((first, second) => new CoalesceNode<long>(first, second)),
        Node<byte> => values.Cast<Node<byte>>().Aggregate((first, second) => new CoalesceNode<byte>(first, second)),
        _ => Joined(values, texts => texts.Aggregate<Node<int>>((first, second) => new CoalesceNode<int>(first, second))),
    };

    private static TextNode Joined(Node[] values, Func<IReadOnlyList<TextNode>, Node<int>> join)
    {
        var texts = TextNode.Unite([.. values.Cast<TextNode>()]);
        return texts[0].WithCodes(join(texts));
    }

    private static Node IsMissing(Node value) => value switch
    {
        Node<double> number => new IsMissingNode<double>(number),
        Node<long> date => new IsMissingNode<long>(date),
        Node<byte> truth => new IsMissingNode<byte>(truth),
        _ => new IsMissingNode<int>((Node<int>)value),
    };

    private static Node Extreme(CallSyntax call, Node[] values) => values[0] switch
    {
        Node<double> => values.Cast<Node<double>>().Aggregate(
            (left, right) => new BinaryNumberNode(left, right, call.Function == "min" ? NumberKernels.Least : NumberKernels.Greatest)),
        Node<long> => values.Cast<Node<long>>().Aggregate((left, right) => new DateExtremeNode(left, right, call.Function == "max")),
        _ => throw Fault(call.Arguments[0], $"{call.Function} needs numbers or dates, and this is {values[0].Kind.One()}."),
    };
}
