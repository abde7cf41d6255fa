using System.CommandLine;
using Segmentation.Core.Clustering.Verdicts;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Pipeline;

namespace Segmentation.Cli;

/// <summary><c>segment run</c>: from a file to segments.</summary>
internal static class RunCommand
{
    /// <summary>What "auto" looks at before it takes a number of segments: enough to tell stable from not.</summary>
    private static readonly EvidenceOptions s_evidence = new() { Bootstraps = 50, Threads = 0 };

    public static Command Create(TerminalProgress progress)
    {
        var file = InputFile.Argument();
        var options = new RecipeOptions();
        var list = new Option<string?>("--out") { Description = "Write every row with its segment as CSV; of a mixture also how likely it belongs to each.", HelpName = "OUT.csv" };
        var json = Report.JsonOption();
        var command = new Command("run", "Finds the segments of a file.") { file };
        options.AddTo(command);
        command.Add(list);
        command.Add(json);
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                var source = InputFile.Of(parsed.GetRequiredValue(file));
                var pipeline = new SegmentationPipeline(parsed.GetValue(options.Threads) ?? 0);
                var snapshot = Run(source, pipeline, options, parsed, progress, cancellationToken);
                SaveRecipe(snapshot.Recipe, parsed.GetValue(options.SaveRecipe), source);
                SaveList(snapshot, parsed.GetValue(list), source, progress.Of("writing"), cancellationToken);
                progress.Clear();
                InputFile.WriteNotes(snapshot.Source, snapshot.Data, parsed.InvocationConfiguration.Error);
                var report = RunReport.Of(snapshot);
                foreach (var left in report.LeftOut)
                {
                    parsed.InvocationConfiguration.Error.WriteLine(CommandLine.OneLine($"left out: {left}"));
                }

                Report.Write(
                    report, parsed.GetValue(json), source, parsed.InvocationConfiguration.Output, found => found.InWords(snapshot.Data.Name, snapshot.Noun));
                return 0;
            },
            cancellationToken));
        return command;
    }

    /// <summary>Reads a file and segments it, as the options of <c>run</c> say.</summary>
    public static SegmentationSnapshot Run(
        FileInfo source,
        SegmentationPipeline pipeline,
        RecipeOptions options,
        ParseResult parsed,
        TerminalProgress progress,
        CancellationToken cancellationToken)
    {
        var recipes = new RecipeFromOptions(options, parsed);
        var data = DatasetReader.Read(source.FullName, recipes.Reading, null, progress.Of("reading"), cancellationToken);
        InputFile.RefuseSheet(parsed.GetValue(options.Sheet), data);
        return pipeline.RunSettled(data, recipes.For(data), s_evidence, progress.Of("segmenting"), cancellationToken);
    }

    private static void SaveList(
        SegmentationSnapshot snapshot, string? path, FileInfo source, IProgress<double> progress, CancellationToken cancellationToken)
    {
        if (path is not null)
        {
            OutputFile.Write(
                path, source, stream => SegmentExport.WriteCsv(
                    snapshot, stream, new ExportOptions { Memberships = true }, null, progress, cancellationToken));
        }
    }

    /// <summary>Writes <paramref name="recipe"/>, unless <paramref name="path"/> is null.</summary>
    public static void SaveRecipe(SegmentationRecipe recipe, string? path, FileInfo source)
    {
        if (path is not null)
        {
            OutputFile.Write(path, source, stream =>
            {
                using var writer = new StreamWriter(stream);
                writer.WriteLine(RecipeJson.Write(recipe));
            });
        }
    }
}
