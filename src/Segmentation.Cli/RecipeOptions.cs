using System.CommandLine;
using System.CommandLine.Parsing;
using Segmentation.Core.Cleaning;
using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Features;

namespace Segmentation.Cli;

/// <summary>The options that make a recipe; what they mean together is in <see cref="RecipeFromOptions"/>.</summary>
internal sealed class RecipeOptions
{
    public Option<string[]> Features { get; } = new("--features")
    {
        Description = "Columns to segment by, with commas between them; may be given several times. Quote a name that holds a comma: '\"Income, yearly\",Age'.",
        HelpName = "A,B",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    public Option<string[]> Derive { get; } = DeriveOption.Create();

    public Option<string?> Id { get; } = new("--id") { Description = "The column that names the customer.", HelpName = "COL" };

    public Option<ClusterCount?> K { get; } = new("--k")
    {
        Description =
            "How many segments; auto, the default, takes the best silhouette of the numbers at which every segment is stable. hdbscan finds the number itself.",
        HelpName = "N|auto",
        CustomParser = ParseCount,
    };

    public AlgorithmOptions Algorithm { get; } = new();

    public FeatureArguments Shape { get; } = new();

    public Option<Scaling?> Scale { get; } = Choice.Of(
        "--scale",
        "How numbers of different units are made comparable.",
        ("standard", Scaling.Standard), ("robust", Scaling.Robust), ("minmax", Scaling.MinMax), ("none", Scaling.None));

    public Option<MissingAction?> Missing { get; } = Choice.Of(
        "--missing",
        "What to do with a row whose value is missing: set it aside, fill in, or compare it by what it has (kmeans).",
        ("drop", MissingAction.SetAside), ("median", MissingAction.Median), ("mean", MissingAction.Mean), ("keep", MissingAction.Keep));

    public Option<OutlierOptions?> Outliers { get; } = OutlierRuleOption.Create();

    public Option<OutlierAction?> OutlierAction { get; } = Choice.Of(
        "--outlier-action",
        "What to do with a row beyond a fence. With --outliers and neither this nor a recipe: aside.",
        ("aside", Core.Cleaning.OutlierAction.SetAside), ("winsorise", Core.Cleaning.OutlierAction.Winsorise), ("flag", Core.Cleaning.OutlierAction.Flag));

    public Option<int?> Restarts { get; } = Choice.Number(
        "--restarts", "Independent starts of which the best is kept.", 1, 10 * ClusteringOptions.MaxRestarts);

    public Option<int?> Seed { get; } = Choice.Number("--seed", "The same seed gives the same segments.", int.MinValue, int.MaxValue);

    public Option<int?> Threads { get; } = Choice.Number("--threads", "Threads to use; 0 for one per core. Changes the time taken only.", 0, 1024);

    public Option<string?> Sheet { get; } = new("--sheet") { Description = "The sheet of a workbook.", HelpName = "NAME" };

    public Option<string?> Recipe { get; } = new("--recipe")
    {
        Description = "A recipe to start from; the options beside it override it.",
        HelpName = "R.json",
    };

    public Option<string?> SaveRecipe { get; } = new("--save-recipe") { Description = "Write the recipe that was run.", HelpName = "R.json" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[]
        {
            Features, Derive, Id, K, Scale, Missing, Outliers, OutlierAction, Restarts, Seed, Threads, Sheet, Recipe, SaveRecipe,
        })
        {
            command.Add(option);
        }

        Shape.AddTo(command);
        Algorithm.AddTo(command);
    }

    private static ClusterCount? ParseCount(ArgumentResult result)
    {
        var given = result.Tokens[0].Value;
        if (given.Equals("auto", StringComparison.OrdinalIgnoreCase))
        {
            return new ClusterCount(null);
        }

        if (Choice.TryParse(given, 1, KMeansOptions.MaxClusters, out var count))
        {
            return new ClusterCount(count);
        }

        result.AddError($"--k is auto or a whole number from 1 to {KMeansOptions.MaxClusters}, not '{given}'");
        return null;
    }
}

/// <summary>How many segments were asked for; null to choose automatically.</summary>
internal readonly record struct ClusterCount(int? Value);
