using System.Globalization;

namespace Segmentation.Cli;

/// <summary>Shows how far the work is on a line of its own that is wiped at the end.</summary>
internal sealed class TerminalProgress(TextWriter terminal) : IDisposable
{
    private readonly Lock _gate = new();
    private string _shown = "";

    /// <summary>Progress of one step of the work.</summary>
    public IProgress<double> Of(string step) => new Step(this, step);

    /// <summary>Wipes the line.</summary>
    public void Clear() => Show("");

    public void Dispose() => Clear();

    private void Show(string text)
    {
        lock (_gate)
        {
            if (text != _shown)
            {
                terminal.Write($"\r{text.PadRight(_shown.Length)}{(text.Length == 0 ? "\r" : "")}");
                terminal.Flush();
                _shown = text;
            }
        }
    }

    private sealed class Step(TerminalProgress owner, string step) : IProgress<double>
    {
        public void Report(double value) => owner.Show(string.Create(CultureInfo.InvariantCulture, $"{step} {100 * Math.Clamp(value, 0, 1):0} %"));
    }
}
