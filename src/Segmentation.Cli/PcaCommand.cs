using System.CommandLine;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Pipeline;

namespace Segmentation.Cli;

/// <summary><c>segment pca</c>: along which directions rows differ most.</summary>
internal static class PcaCommand
{
    public static Command Create(TerminalProgress progress)
    {
        var file = InputFile.Argument();
        var options = new RecipeOptions();
        var json = Report.JsonOption();
        var command = new Command(
            "pca", "Finds the principal components of the features, as they would be clustered. How they are clustered matters to a saved recipe only.") { file };
        options.AddTo(command);
        command.Add(json);
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                var source = InputFile.Of(parsed.GetRequiredValue(file));
                var recipes = new RecipeFromOptions(options, parsed);
                var data = DatasetReader.Read(source.FullName, recipes.Reading, null, progress.Of("reading"), cancellationToken);
                InputFile.RefuseSheet(parsed.GetValue(options.Sheet), data);
                var recipe = recipes.For(data);
                var pipeline = new SegmentationPipeline(parsed.GetValue(options.Threads) ?? 0);
                var features = pipeline.FeaturesOf(data, recipe, cancellationToken);
                var report = PcaReport.Of(features, pipeline.ComponentsOf(features, cancellationToken));
                RunCommand.SaveRecipe(recipe, parsed.GetValue(options.SaveRecipe), source);
                progress.Clear();
                InputFile.WriteNotes(data, pipeline.Derive(data, recipe, cancellationToken), parsed.InvocationConfiguration.Error);
                foreach (var left in features.LeftOut)
                {
                    parsed.InvocationConfiguration.Error.WriteLine(CommandLine.OneLine($"left out: {left.Column} {left.Reason}"));
                }

                Report.Write(report, parsed.GetValue(json), source, parsed.InvocationConfiguration.Output, found => found.InWords(data.Name));
                return 0;
            },
            cancellationToken));
        return command;
    }
}
