using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Reporting;

namespace Segmentation.Cli;

/// <summary><c>segment report</c>: the segments as one HTML file to read, send and print.</summary>
internal static class ReportCommand
{
    public static Command Create(TerminalProgress progress)
    {
        var file = InputFile.Argument();
        var options = new RecipeOptions();
        var page = new Option<string>("--out") { Description = "Where the report goes.", HelpName = "REPORT.html", Required = true };
        var date = new Option<DateOnly?>("--date")
        {
            Description = "The day that the report says, as 2026-12-31; today when not given.",
            HelpName = "DAY",
            CustomParser = result =>
            {
                var given = result.Tokens[0].Value;
                if (DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                {
                    return day;
                }

                result.AddError($"--date is a day such as 2026-12-31, not '{given}'");
                return null;
            },
        };
        var command = new Command("report", "Writes the segments as one HTML file that opens offline and prints well.") { file };
        options.AddTo(command);
        command.Add(page);
        command.Add(date);
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                var source = InputFile.Of(parsed.GetRequiredValue(file));
                var pipeline = new SegmentationPipeline(parsed.GetValue(options.Threads) ?? 0);
                var snapshot = RunCommand.Run(source, pipeline, options, parsed, progress, cancellationToken);
                var facts = ReportFacts.Find(pipeline, snapshot, progress.Of("looking around"), cancellationToken);
                var imprint = new ReportImprint(
                    parsed.GetValue(date) ?? DateOnly.FromDateTime(DateTime.Today), HashOf(source), ProgramVersion());
                RunCommand.SaveRecipe(snapshot.Recipe, parsed.GetValue(options.SaveRecipe), source);
                OutputFile.Write(
                    parsed.GetRequiredValue(page), source, stream => HtmlReport.Write(facts, imprint, stream, cancellationToken));
                progress.Clear();
                InputFile.WriteNotes(snapshot.Source, snapshot.Data, parsed.InvocationConfiguration.Error);
                return 0;
            },
            cancellationToken));
        return command;
    }

    private static string HashOf(FileInfo source)
    {
        using var stream = source.OpenRead();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static string ProgramVersion() => typeof(HtmlReport).Assembly.GetName().Version!.ToString(3);
}
