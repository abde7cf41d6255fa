using System.CommandLine;
using Segmentation.Core.Features;
using Segmentation.Core.Frame.IO;

namespace Segmentation.Cli;

/// <summary><c>segment describe</c>: what a file holds.</summary>
internal static class DescribeCommand
{
    public static Command Create(TerminalProgress progress)
    {
        var file = InputFile.Argument();
        var sheet = new Option<string?>("--sheet") { Description = "The sheet of a workbook.", HelpName = "NAME" };
        var derive = DeriveOption.Create();
        var json = Report.JsonOption();
        var command = new Command("describe", "Says what a file holds: rows, columns, their types and roles, and what is noteworthy.") { file, sheet, derive, json };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                var source = InputFile.Of(parsed.GetRequiredValue(file));
                var data = DatasetReader.Read(
                    source.FullName, ReadingOptions.Default with { Sheet = parsed.GetValue(sheet) }, null, progress.Of("reading"), cancellationToken);
                InputFile.RefuseSheet(parsed.GetValue(sheet), data);
                data = Deriver.Derive(data, DeriveOption.AddTo([], parsed.GetValue(derive)), cancellationToken: cancellationToken);
                var report = DescribeReport.Of(data);
                progress.Clear();
                Report.Write(report, parsed.GetValue(json), source, parsed.InvocationConfiguration.Output, found => found.InWords(data));
                return 0;
            },
            cancellationToken));
        return command;
    }
}
