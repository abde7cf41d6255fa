using System.CommandLine;
using System.CommandLine.Parsing;
using Segmentation.Core.Frame;

namespace Segmentation.Cli;

/// <summary>The command <c>segment</c>: what it understands, and how it ends when something is wrong.</summary>
public static class CommandLine
{
    /// <summary>The exit code for bad input or arguments.</summary>
    public const int BadInput = 2;

    /// <summary>The exit code after Ctrl+C, as shells have it.</summary>
    public const int Interrupted = 130;

    private const int LongestMessage = 600;

    /// <summary>Runs <c>segment</c> with <paramref name="args"/>.</summary>
    /// <param name="args">The words after the command's name.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where the one line goes that says what is wrong; and progress.</param>
    /// <param name="isInteractive">Whether a person watches <paramref name="error"/>, so that progress is shown.</param>
    /// <param name="cancellationToken">Ends the work, as Ctrl+C does.</param>
    /// <returns>0, <see cref="BadInput"/> or <see cref="Interrupted"/>.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args, TextWriter output, TextWriter error, bool isInteractive = false, CancellationToken cancellationToken = default)
    {
        using var progress = new TerminalProgress(isInteractive ? error : TextWriter.Null);
        var parsed = Root(progress).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        try
        {
            if (parsed.Errors.Count > 0)
            {
                throw new UnusableDataException($"{WhatIsWrong(parsed)} See: {HelpOf(parsed.CommandResult)}");
            }

            var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
            var code = await parsed.InvokeAsync(configuration, cancellationToken);
            await output.FlushAsync(CancellationToken.None);
            return code;
        }
        catch (OperationCanceledException)
        {
            return Interrupted;
        }
        catch (Exception failure)
        {
            progress.Clear();
            await error.WriteLineAsync(OneLine(MessageOf(failure)));
            return BadInput;
        }
    }

    private static RootCommand Root(TerminalProgress progress) => new("Finds customer segments in a file: the dashboard's pipeline, from a shell.")
    {
        DescribeCommand.Create(progress),
        RunCommand.Create(progress),
        ProfileCommand.Create(progress),
        SweepCommand.Create(progress),
        PcaCommand.Create(progress),
        ExplainCommand.Create(progress),
        ReportCommand.Create(progress),
    };

    private static string WhatIsWrong(ParseResult parsed) => parsed.CommandResult.Parent is null && parsed.UnmatchedTokens.Count > 0
        ? $"There is no command '{parsed.UnmatchedTokens[0]}'; there are describe, run, profile, sweep, pca, explain and report."
        : $"{parsed.Errors[0].Message.TrimEnd('.')}.";

    private static string HelpOf(CommandResult result) => result.Parent is null ? "segment --help" : $"segment {result.Command.Name} --help";

    private static string MessageOf(Exception failure) => failure switch
    {
        UnusableDataException or IOException or UnauthorizedAccessException => failure.Message,
        OutOfMemoryException => "The file does not fit into this machine's memory. Use a part of it.",
        _ => $"Something went wrong that should not have ({failure.GetType().Name}): {failure.Message}",
    };

    // Names and cells of a file may hold anything: line breaks, what terminals obey, ten thousand characters.
    internal static string OneLine(string message)
    {
        var characters = message.Length <= LongestMessage ? message : $"{message[..LongestMessage]}...";
        return "segment: " + string.Concat(characters.Select(character => char.IsControl(character) ? ' ' : character));
    }
}
