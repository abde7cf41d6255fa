using System.CommandLine;
using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Pipeline;

namespace Segmentation.Cli;

/// <summary><c>segment sweep</c>: how good each number of segments is.</summary>
internal static class SweepCommand
{
    private const int DefaultTo = 10;

    public static Command Create(TerminalProgress progress)
    {
        var file = InputFile.Argument();
        var options = new RecipeOptions();
        var from = Choice.Number("--from", "The first number of segments to try; 1 when not given.", 1, KMeansOptions.MaxClusters);
        var to = Choice.Number("--to", $"The last number of segments to try; {DefaultTo} when not given.", 1, KMeansOptions.MaxClusters);
        var evidence = new EvidenceArguments();
        var json = Report.JsonOption();
        var command = new Command("sweep", "Tries several numbers of segments and says how good each is. --k matters to a saved recipe only.") { file };
        options.AddTo(command);
        command.Add(from);
        command.Add(to);
        evidence.AddTo(command);
        command.Add(json);
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                var first = parsed.GetValue(from) ?? 1;
                var last = parsed.GetValue(to) ?? Math.Max(DefaultTo, first);
                if (last < first)
                {
                    throw new UnusableDataException($"--from {first} is more than --to {last}.");
                }

                var source = InputFile.Of(parsed.GetRequiredValue(file));
                var recipes = new RecipeFromOptions(options, parsed);
                var data = DatasetReader.Read(source.FullName, recipes.Reading, null, progress.Of("reading"), cancellationToken);
                InputFile.RefuseSheet(parsed.GetValue(options.Sheet), data);
                var recipe = recipes.For(data);
                RefuseRange(recipe, parsed.GetValue(from) ?? parsed.GetValue(to));
                var pipeline = new SegmentationPipeline(parsed.GetValue(options.Threads) ?? 0);
                var snapshot = Sweep(pipeline, data, recipe, first, last, progress.Of("segmenting"), cancellationToken);
                var curve = CurveOf(snapshot, first, last);
                var known = evidence.Find(pipeline, snapshot, curve, parsed, progress, cancellationToken);
                RunCommand.SaveRecipe(recipe, parsed.GetValue(options.SaveRecipe), source);
                progress.Clear();
                InputFile.WriteNotes(data, snapshot.Data, parsed.InvocationConfiguration.Error);
                Report.Write(
                    SweepReport.Of(curve, known), parsed.GetValue(json), source, parsed.InvocationConfiguration.Output, found => found.InWords(data.Name));
                return 0;
            },
            cancellationToken));
        return command;
    }

    private static void RefuseRange(SegmentationRecipe recipe, int? given)
    {
        if (recipe.Clustering.Algorithm.FindsCount() && given is not null)
        {
            var word = AlgorithmOptions.WordOf(recipe.Clustering);
            throw new UnusableDataException($"--algorithm {word} finds the number of segments itself: leave --from and --to out.");
        }
    }

    private static ClusterQuality[] CurveOf(SegmentationSnapshot snapshot, int first, int last) => snapshot.Recipe.Clustering.Algorithm.FindsCount()
        ? [.. snapshot.Curve]
        : [.. snapshot.Curve.Where(quality => quality.ClusterCount >= first && quality.ClusterCount <= last)];

    // Stops early where the file has no more distinct rows.
    private static SegmentationSnapshot Sweep(
        SegmentationPipeline pipeline,
        Dataset data,
        SegmentationRecipe recipe,
        int first,
        int last,
        IProgress<double> progress,
        CancellationToken cancellationToken)
    {
        var atFirst = recipe with { Clustering = recipe.Clustering with { ClusterCount = first } };
        var snapshot = pipeline.Run(data, atFirst, null, cancellationToken);
        for (var count = first + 1; count <= last; count++)
        {
            progress.Report((double)(count - first) / (last - first + 1));
            snapshot = pipeline.Extend(snapshot, count, cancellationToken);
        }

        return snapshot;
    }
}
