using System.CommandLine;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;

namespace Segmentation.Cli;

/// <summary><c>segment explain</c>: why one customer belongs to a segment.</summary>
internal static class ExplainCommand
{
    public static Command Create(TerminalProgress progress)
    {
        var file = InputFile.Argument();
        var options = new RecipeOptions();
        var customer = new Option<string>("--customer")
        {
            Description = "Whom to explain, as the file names customers; where it names nobody, the number of a row, from 1.",
            HelpName = "ID",
            Required = true,
        };
        var json = Report.JsonOption();
        var command = new Command("explain", "Says why a customer belongs to a segment, and what would move it to another.") { file };
        options.AddTo(command);
        command.Add(customer);
        command.Add(json);
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                var source = InputFile.Of(parsed.GetRequiredValue(file));
                var pipeline = new SegmentationPipeline(parsed.GetValue(options.Threads) ?? 0);
                var snapshot = RunCommand.Run(source, pipeline, options, parsed, progress, cancellationToken);
                var row = RowOf(snapshot, parsed.GetRequiredValue(customer), parsed.InvocationConfiguration.Error);
                var report = ExplainReport.Of(snapshot, row, cancellationToken);
                RunCommand.SaveRecipe(snapshot.Recipe, parsed.GetValue(options.SaveRecipe), source);
                progress.Clear();
                InputFile.WriteNotes(snapshot.Source, snapshot.Data, parsed.InvocationConfiguration.Error);
                Report.Write(report, parsed.GetValue(json), source, parsed.InvocationConfiguration.Output, found => found.InWords());
                return 0;
            },
            cancellationToken));
        return command;
    }

    private static int RowOf(SegmentationSnapshot snapshot, string name, TextWriter error)
    {
        var rows = snapshot.FindRows(name);
        if (rows.Count == 0)
        {
            throw new UnusableDataException(snapshot.Schema.Identifier is { } column
                ? $"There is no {snapshot.Noun.One} '{name}' in column '{column}'."
                : $"There is no row '{name}': the file names nobody, so --customer takes a row from 1 to {snapshot.Data.Frame.Rows}.");
        }

        var kept = rows.Where(row => snapshot.SegmentOf(row) is not null).ToList();
        if (kept.Count == 0)
        {
            var reason = snapshot.Cleaning.SetAside.ReasonOf(rows[0]);
            throw new UnusableDataException($"{Capital(snapshot.Noun.One)} '{name}' was set aside ({reason}) and belongs to no segment.");
        }

        if (rows.Count > 1)
        {
            error.WriteLine(CommandLine.OneLine($"note: {rows.Count} rows are called '{name}'; row {kept[0] + 1} of the data is explained."));
        }

        return kept[0];
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
