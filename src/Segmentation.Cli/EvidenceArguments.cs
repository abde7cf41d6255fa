using System.CommandLine;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Clustering.Stability;
using Segmentation.Core.Clustering.Verdicts;
using Segmentation.Core.Pipeline;

namespace Segmentation.Cli;

/// <summary>The options of what a sweep looks at beyond its curve: how stable segments are, and the gap to rows without any.</summary>
internal sealed class EvidenceArguments
{
    /// <summary>Enough for a first impression, and quick; the dashboard takes five times as many.</summary>
    public const int Default = 20;

    private readonly Option<int?> _bootstraps = Choice.Number(
        "--bootstraps", $"How often rows are drawn again to see whether segments are stable; 0 leaves it out, {Default} when not given.", 0, StabilityOptions.MaxResamples);

    private readonly Option<int?> _references = Choice.Number(
        "--references", $"How many evenly spread tables the gap compares with; 0 leaves it out, {Default} when not given.", 0, GapOptions.MaxReferences);

    public void AddTo(Command command)
    {
        command.Add(_bootstraps);
        command.Add(_references);
    }

    /// <summary>What is found for the numbers of segments of <paramref name="curve"/>, all of which the snapshot's sweep has tried.</summary>
    public ClusterEvidence Find(
        SegmentationPipeline pipeline,
        SegmentationSnapshot snapshot,
        ClusterQuality[] curve,
        ParseResult parsed,
        TerminalProgress progress,
        CancellationToken cancellationToken)
    {
        var (bootstraps, references) = (parsed.GetValue(_bootstraps) ?? Default, parsed.GetValue(_references) ?? Default);
        var options = new EvidenceOptions { Bootstraps = Math.Max(1, bootstraps), References = Math.Max(1, references), Threads = pipeline.Threads };
        var search = pipeline.EvidenceOn(snapshot, options, cancellationToken);
        int[] counts = [.. curve.Select(quality => quality.ClusterCount)];
        ForEach(counts, progress.Of("fitting mixtures"), count => search.Bic(count, cancellationToken));
        if (bootstraps > 0)
        {
            int[] several = [.. counts.Where(count => count > 1)];
            ForEach(several, progress.Of("drawing again"), count => search.Stability(count, null, cancellationToken));
        }

        if (references > 0 && counts.Length > 0)
        {
            var share = new Share<GapResult>(progress.Of("comparing"), gap => (double)gap.References / references);
            search.Gap(ReferenceBox.Original, counts[^1], share, cancellationToken);
        }

        return search.Known;
    }

    private static void ForEach(int[] counts, IProgress<double> progress, Action<int> find)
    {
        for (var i = 0; i < counts.Length; i++)
        {
            progress.Report((double)i / counts.Length);
            find(counts[i]);
        }
    }

    private sealed class Share<T>(IProgress<double> progress, Func<T, double> share) : IProgress<T>
    {
        public void Report(T value) => progress.Report(share(value));
    }
}
