using System.CommandLine;
using Segmentation.Core.Pipeline;

namespace Segmentation.Cli;

/// <summary><c>segment profile</c>: what each segment is.</summary>
internal static class ProfileCommand
{
    public static Command Create(TerminalProgress progress)
    {
        var file = InputFile.Argument();
        var options = new RecipeOptions();
        var json = Report.JsonOption();
        var command = new Command("profile", "Tells what each segment is: its name, its traits, what to do with it, and who stands for it.") { file };
        options.AddTo(command);
        command.Add(json);
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                var source = InputFile.Of(parsed.GetRequiredValue(file));
                var pipeline = new SegmentationPipeline(parsed.GetValue(options.Threads) ?? 0);
                var snapshot = RunCommand.Run(source, pipeline, options, parsed, progress, cancellationToken);
                var rules = SegmentRules.Of(snapshot, pipeline.Threads, cancellationToken);
                var report = ProfileReport.Of(
                    snapshot, snapshot.FindEvidence(pipeline.Threads, cancellationToken), rules.At(rules.SuggestedLeaves));
                RunCommand.SaveRecipe(snapshot.Recipe, parsed.GetValue(options.SaveRecipe), source);
                progress.Clear();
                InputFile.WriteNotes(snapshot.Source, snapshot.Data, parsed.InvocationConfiguration.Error);
                Report.Write(
                    report, parsed.GetValue(json), source, parsed.InvocationConfiguration.Output, found => found.InWords(snapshot.Data.Name, snapshot.Noun));
                return 0;
            },
            cancellationToken));
        return command;
    }
}
