namespace Segmentation.Dashboard.Configuration;

/// <summary>The file named on the command line, which every new session opens; null when none was named.</summary>
public sealed record StartupFile(string? Path)
{
    /// <summary>Takes the first word that is neither a switch nor a switch's value out of the command line, or whatever follows <c>--</c>.</summary>
    public static (StartupFile File, string[] Switches) Parse(IReadOnlyList<string> args)
    {
        string? path = null;
        var switches = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--")
            {
                continue;
            }

            var isSwitch = args[i].StartsWith('-');
            if (path is null && (!isSwitch || (i > 0 && args[i - 1] == "--")))
            {
                path = System.IO.Path.GetFullPath(args[i]);
                continue;
            }

            switches.Add(args[i]);
            var takesNext = isSwitch && !args[i].Contains('=') && i + 1 < args.Count && !args[i + 1].StartsWith('-');
            if (takesNext)
            {
                switches.Add(args[++i]);
            }
        }

        return (new StartupFile(path), [.. switches]);
    }
}
