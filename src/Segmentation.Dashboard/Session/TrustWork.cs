using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Clustering.Stability;
using Segmentation.Core.Clustering.Verdicts;
using Segmentation.Core.Pipeline;

namespace Segmentation.Dashboard.Session;

/// <summary>
/// Finds out, piece by piece and on one core, how far a picture can be trusted: first its own segments, then what decides the suggestion,
/// then the other criteria for every number of segments. Finished pieces stay with the pipeline; an interrupted one is begun again.
/// </summary>
public sealed class TrustWork(ComputeGate gate, SegmentationPipeline pipeline, TimeProvider clock)
{
    /// <summary>Means of fewer resamples or references than this are not shown: they would jump.</summary>
    public const int LeastShown = 10;

    private static readonly EvidenceOptions s_options = new();
    private static readonly TimeSpan s_shownEvery = TimeSpan.FromMilliseconds(500);

    /// <summary>Does all pieces that are missing.</summary>
    /// <param name="snapshot">The picture, its curve complete.</param>
    /// <param name="publish">Called on the caller's thread with what is known, at most twice a second and at the end of each piece.</param>
    /// <param name="cancellationToken">Ends the work; what is finished stays.</param>
    public async Task RunAsync(SegmentationSnapshot snapshot, Func<Finding, Task> publish, CancellationToken cancellationToken)
    {
        var search = await gate.RunInBackgroundAsync(() => pipeline.EvidenceOn(snapshot, s_options, cancellationToken), cancellationToken);
        var plan = new TrustPlan(snapshot, search);
        while (plan.Next() is { } piece)
        {
            Finding? latest = null;
            var work = gate.RunInBackgroundAsync(
                () => Do(piece, snapshot, search, found => Volatile.Write(ref latest, found), cancellationToken), cancellationToken);
            while (await Task.WhenAny(work, Task.Delay(s_shownEvery, clock, cancellationToken)) != work && !cancellationToken.IsCancellationRequested)
            {
                await (Volatile.Read(ref latest) is { } running ? publish(running) : Task.CompletedTask);
            }

            var done = await work;
            cancellationToken.ThrowIfCancellationRequested();
            await publish(done);
        }
    }

    private Finding Do(
        TrustPiece piece, SegmentationSnapshot snapshot, EvidenceSearch search, Action<Finding> tell, CancellationToken cancellationToken)
    {
        Tell(0, finished => finished);
        piece.Find(
            new TrustReports(
                new Told<StabilityResult>(found => Tell(found.Resamples, known => known with
                {
                    Stability = new Dictionary<int, StabilityResult>(known.Stability) { [piece.ClusterCount] = found },
                })),
                new Told<GapResult>(found => Tell(found.References, known => piece.Box == ReferenceBox.Original
                    ? known with { Gap = found }
                    : known with { PrincipalGap = found }))),
            cancellationToken);
        return Describe(snapshot, search.Known, search.Known, null, cancellationToken);

        void Tell(int done, Func<ClusterEvidence, ClusterEvidence> add) => tell(Describe(
            snapshot,
            search.Known,
            done < LeastShown ? search.Known : add(search.Known),
            new TrustStep(piece.Activity, done, piece.Wanted, piece.Number, piece.Of) { ClusterCount = piece.ClusterCount },
            cancellationToken));
    }

    private Finding Describe(SegmentationSnapshot snapshot, ClusterEvidence finished, ClusterEvidence evidence, TrustStep? step, CancellationToken cancellationToken)
    {
        var trust = new Trust
        {
            Features = snapshot.Features,
            Own = snapshot.Recipe.OwnSegments,
            Found = snapshot.Recipe.Clustering.OfSweep(),
            Finished = finished,
            Evidence = evidence,
            Step = step,
        };
        return new Finding(trust, pipeline.Suggest(snapshot, finished, cancellationToken));
    }

    /// <summary>What is known at one moment.</summary>
    public sealed record Finding(Trust Trust, ClusterCountChoice? Suggestion);
}
