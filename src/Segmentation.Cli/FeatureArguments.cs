using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Features.Encodings;
using Segmentation.Core.Features.Transforms;
using Segmentation.Core.Frame;

namespace Segmentation.Cli;

/// <summary>The options that say what is done to columns before they are clustered.</summary>
internal sealed class FeatureArguments
{
    private const string Bins = "bins";

    private static readonly (string Word, NumberTransform Value)[] s_transforms =
    [
        ("none", NumberTransform.None),
        ("log1p", NumberTransform.Log1p),
        ("sqrt", NumberTransform.SquareRoot),
        ("yeo-johnson", NumberTransform.YeoJohnson),
        ("rank", NumberTransform.Rank),
        (Bins, NumberTransform.QuantileBins),
    ];

    private static readonly (string Word, CategoryEncoding Value)[] s_encodings =
        [("one-hot", CategoryEncoding.OneHot), ("ordinal", CategoryEncoding.Ordinal), ("frequency", CategoryEncoding.Frequency)];

    private readonly Option<string[]> _transform = Pairs(
        "--transform", "What is done to a column's numbers before scaling: none, log1p, sqrt, yeo-johnson, rank, or bins, bins:4 for four of them.", "COL=KIND");

    private readonly Option<string[]> _encode = Pairs(
        "--encode", "How a column's categories become numbers: one-hot, ordinal (by name, or in the recipe's order) or frequency.", "COL=KIND");

    private readonly Option<double?> _rare = new("--rare")
    {
        Description = "Categories of a smaller share of the rows are taken together.",
        HelpName = "SHARE",
        CustomParser = ParseRare,
    };

    private readonly Option<int?> _levels = Choice.Number(
        "--levels", "Most categories of a column that are told apart; the rarest are taken together.", 2, FeatureOptions.MaxLevels);

    private readonly Option<string?> _components = new("--components")
    {
        Description = "Segment by so many of the features' first principal components; none, the default, takes the features themselves.",
        HelpName = "N|none",
    };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _transform, _encode, _rare, _levels, _components })
        {
            command.Add(option);
        }
    }

    /// <summary>What the options make of those a recipe holds.</summary>
    /// <exception cref="UnusableDataException">An option cannot be understood, or names a column that is no feature of its kind.</exception>
    public FeatureOptions Apply(FeatureOptions start, DataFrame frame, Schema schema, ParseResult parsed)
    {
        var options = parsed.GetValue(_components) is { } count ? start with { Components = ComponentsOf(count) } : start;
        var edits = Edits(frame, parsed);
        if (edits.Count == 0)
        {
            return options;
        }

        var choices = FeatureChoices.Resolve(frame, schema, start);
        if (edits.Keys.FirstOrDefault(column => column.Length > 0 && choices.All(choice => choice.Column != column)) is { } absent)
        {
            throw new UnusableDataException($"'{absent}' is not among the features. Name it in --features too.");
        }

        return options with { Chosen = choices.Select(choice => Edited(choice, frame[choice.Column], edits)).ToValueList() };
    }

    // What to do by column; the empty name stands for every column of categories.
    private Dictionary<string, List<Func<FeatureChoice, FeatureChoice>>> Edits(DataFrame frame, ParseResult parsed)
    {
        var edits = new Dictionary<string, List<Func<FeatureChoice, FeatureChoice>>>(StringComparer.Ordinal);
        foreach (var (column, kind) in Split(_transform, frame, parsed))
        {
            Add(OfKind<NumberColumn>(frame, column, "--transform is for columns of numbers"), TransformOf(kind));
        }

        foreach (var (column, kind) in Split(_encode, frame, parsed))
        {
            var encoding = WordOf("--encode", kind, s_encodings);
            Add(OfKind<TextColumn>(frame, column, "--encode is for columns of categories"), choice => choice with { Encoding = encoding });
        }

        if (parsed.GetValue(_rare) is { } rare)
        {
            Add("", choice => choice with { RareShare = rare });
        }

        if (parsed.GetValue(_levels) is { } levels)
        {
            Add("", choice => choice with { MaxLevels = levels });
        }

        return edits;

        void Add(string column, Func<FeatureChoice, FeatureChoice> edit)
        {
            if (!edits.TryGetValue(column, out var all))
            {
                edits[column] = all = [];
            }

            all.Add(edit);
        }
    }

    private static FeatureChoice Edited(
        FeatureChoice choice, DataColumn column, Dictionary<string, List<Func<FeatureChoice, FeatureChoice>>> edits)
    {
        List<Func<FeatureChoice, FeatureChoice>> own = [.. edits.GetValueOrDefault(choice.Column, []), .. column is TextColumn ? edits.GetValueOrDefault("", []) : []];
        return own.Aggregate(choice, (edited, edit) => edit(edited));
    }

    private static string OfKind<T>(DataFrame frame, string column, string rule)
        where T : DataColumn => frame[column] is T ? column : throw new UnusableDataException($"{rule}, and '{column}' is none.");

    private static Func<FeatureChoice, FeatureChoice> TransformOf(string kind)
    {
        if (!kind.StartsWith(Bins + ":", StringComparison.OrdinalIgnoreCase))
        {
            var transform = WordOf("--transform", kind, s_transforms);
            return choice => choice with { Transform = transform };
        }

        if (!Choice.TryParse(kind[(Bins.Length + 1)..], FeatureChoice.MinBins, FeatureChoice.MaxBins, out var bins))
        {
            throw new UnusableDataException($"--transform takes bins:{FeatureChoice.MinBins} to bins:{FeatureChoice.MaxBins}, not '{kind}'.");
        }

        return choice => choice with { Transform = NumberTransform.QuantileBins, Bins = bins };
    }

    private static T WordOf<T>(string option, string given, (string Word, T Value)[] words)
    {
        foreach (var (word, value) in words)
        {
            if (word.Equals(given, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        throw new UnusableDataException($"{option} is one of {string.Join(", ", words.Select(known => known.Word))}, not '{given}'.");
    }

    // A name may hold an equals sign, a kind may not.
    private static IEnumerable<(string Column, string Kind)> Split(Option<string[]> option, DataFrame frame, ParseResult parsed)
    {
        foreach (var pair in parsed.GetValue(option) ?? [])
        {
            var at = pair.LastIndexOf('=');
            if (at < 1)
            {
                throw new UnusableDataException($"{option.Name} takes COLUMN=KIND, not '{pair}'.");
            }

            yield return (ColumnNames.ResolveOne(frame, pair[..at]), pair[(at + 1)..].Trim());
        }
    }

    private static int? ComponentsOf(string given) => given.Equals("none", StringComparison.OrdinalIgnoreCase)
        ? null
        : Choice.TryParse(given, 1, FeatureOptions.MaxColumns, out var count)
            ? count
            : throw new UnusableDataException($"--components is none or a whole number from 1 to {FeatureOptions.MaxColumns}, not '{given}'.");

    private static Option<string[]> Pairs(string name, string description, string helpName) => new(name)
    {
        Description = description + " May be given several times.",
        HelpName = helpName,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    private static double? ParseRare(ArgumentResult result)
    {
        var given = result.Tokens[0].Value;
        if (double.TryParse(given, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share <= FeatureChoice.MaxRareShare)
        {
            return share;
        }

        result.AddError($"--rare is a share from 0 to {FeatureChoice.MaxRareShare.ToString(CultureInfo.InvariantCulture)}, not '{given}'");
        return null;
    }
}
