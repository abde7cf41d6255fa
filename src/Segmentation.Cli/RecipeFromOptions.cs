using System.CommandLine;
using Segmentation.Core.Cleaning;
using Segmentation.Core.Clustering;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Pipeline;

namespace Segmentation.Cli;

/// <summary>Makes a recipe of a recipe file and of the options given beside it. An option overrides what the file says, and only that.</summary>
internal sealed class RecipeFromOptions(RecipeOptions options, ParseResult parsed)
{
    private readonly SegmentationRecipe _start = Load(parsed.GetValue(options.Recipe));

    /// <summary>How the file is to be read.</summary>
    public ReadingOptions Reading => parsed.GetValue(options.Sheet) is { } sheet ? _start.Reading with { Sheet = sheet } : _start.Reading;

    /// <summary>The recipe for a file that has been read.</summary>
    /// <exception cref="UnusableDataException">An option names a column that the file does not have.</exception>
    public SegmentationRecipe For(Dataset data)
    {
        var derived = DeriveOption.AddTo(_start.Derived, parsed.GetValue(options.Derive));
        // The options beside it may name what is derived.
        var all = Deriver.Derive(data, derived, _start.Today, parsed.GetValue(options.Threads) ?? 0);
        return _start with
        {
            Reading = Reading,
            Derived = derived,
            Roles = Roles(all),
            Cleaning = Cleaning(),
            Features = options.Shape.Apply(Features(all.Frame), all.Frame, all.Schema.With(Roles(all)), parsed),
            Clustering = Clustering(),
        };
    }

    private static SegmentationRecipe Load(string? path)
    {
        if (path is null)
        {
            return SegmentationRecipe.Default;
        }

        if (!File.Exists(path))
        {
            throw new UnusableDataException($"There is no recipe '{path}'.");
        }

        // No character takes more than four bytes: a larger file is refused unread.
        return new FileInfo(path).Length <= 4L * RecipeJson.MaxLength
            ? RecipeJson.Parse(File.ReadAllText(path))
            : throw new UnusableDataException($"'{path}' is too large for a recipe.");
    }

    private ValueMap<ColumnRole> Roles(Dataset data)
    {
        if (parsed.GetValue(options.Id) is not { } given)
        {
            return _start.Roles;
        }

        var id = ColumnNames.ResolveOne(data.Frame, given);
        var guessed = data.Schema.With(_start.Roles).Roles.Where(pair => pair.Value == ColumnRole.Identifier && pair.Key != id);
        // A customer has one name: what was taken for it before is left out, and stays in the export.
        return guessed.Aggregate(_start.Roles, (roles, other) => roles.With(other.Key, ColumnRole.Ignored)).With(id, ColumnRole.Identifier);
    }

    // An option for all columns replaces the recipe's rules for single ones, or it would seem to do nothing.
    private CleaningOptions Cleaning()
    {
        var cleaning = _start.Cleaning;
        if (parsed.GetValue(options.Missing) is { } missing)
        {
            cleaning = cleaning with { Missing = new MissingRule(missing), MissingByColumn = ValueMap<MissingRule>.Empty };
        }

        if (parsed.GetValue(options.Outliers) is { } rule)
        {
            var action = parsed.GetValue(options.Recipe) is null ? OutlierAction.SetAside : cleaning.Outliers.Action;
            cleaning = cleaning with { Outliers = rule with { Action = action }, OutliersByColumn = ValueMap<OutlierOptions>.Empty };
        }

        if (parsed.GetValue(options.OutlierAction) is { } chosen)
        {
            cleaning = cleaning with
            {
                Outliers = cleaning.Outliers with { Action = chosen },
                OutliersByColumn = cleaning.OutliersByColumn
                    .Select(pair => KeyValuePair.Create(pair.Key, pair.Value with { Action = chosen })).ToValueMap(),
            };
        }

        return cleaning;
    }

    private FeatureOptions Features(DataFrame frame)
    {
        var features = _start.Features;
        if (parsed.GetValue(options.Features) is { Length: > 0 } lists)
        {
            // The recipe's weight, transform and encoding of a column stay with it.
            var known = (features.Chosen ?? []).DistinctBy(choice => choice.Column).ToDictionary(choice => choice.Column, StringComparer.Ordinal);
            features = features with
            {
                Chosen = ColumnNames.Resolve(frame, lists).Distinct(StringComparer.Ordinal)
                    .Select(name => known.GetValueOrDefault(name) ?? new FeatureChoice(name)).ToValueList(),
            };
        }

        return parsed.GetValue(options.Scale) is { } scaling ? features with { Scaling = scaling } : features;
    }

    private ClusteringOptions Clustering()
    {
        var start = options.Algorithm.Apply(_start.Clustering, parsed);
        var word = AlgorithmOptions.WordOf(start);
        var count = parsed.GetValue(options.K);
        if (start.Algorithm.FindsCount() && count?.Value is not null)
        {
            throw new UnusableDataException($"--algorithm {word} finds the number of segments itself: leave --k out.");
        }

        if (!start.Algorithm.KeepsMissing() && parsed.GetValue(options.Missing) == MissingAction.Keep)
        {
            throw new UnusableDataException($"--missing keep is for --algorithm kmeans, not {word}.");
        }

        if (!start.Algorithm.UsesRestarts() && parsed.GetValue(options.Restarts) is not null)
        {
            throw new UnusableDataException($"--restarts means nothing to --algorithm {word}: leave it out.");
        }

        return start with
        {
            ClusterCount = count is { } given ? given.Value : start.ClusterCount,
            Restarts = parsed.GetValue(options.Restarts) ?? start.Restarts,
            Seed = parsed.GetValue(options.Seed) ?? start.Seed,
        };
    }
}
