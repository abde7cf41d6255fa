using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Profiling;

namespace Segmentation.Cli;

/// <summary>What <c>segment run</c> tells; its JSON is this record in camel case.</summary>
/// <param name="Rows">Rows of the file.</param>
/// <param name="Clustered">Rows that took part.</param>
/// <param name="SetAside">Rows that did not, by reason.</param>
/// <param name="Features">What was clustered on; one entry per category of a category.</param>
/// <param name="LeftOut">Chosen columns that could not be used, each with the reason; told on stderr.</param>
/// <param name="Algorithm">The word of <c>--algorithm</c>.</param>
/// <param name="K">Number of segments.</param>
/// <param name="Unassigned">Clustered rows that belong to no segment; they stand behind the segments, as number 0.</param>
/// <param name="Inertia">Of the scaled and weighted data.</param>
/// <param name="Silhouette">Mean silhouette; null for one segment.</param>
/// <param name="CalinskiHarabasz">Higher is better; null where not defined.</param>
/// <param name="DaviesBouldin">Lower is better; null where not defined.</param>
/// <param name="Bic">Of a mixture, lower is better; null otherwise.</param>
/// <param name="Iterations">Of the start that was kept.</param>
/// <param name="Segments">By number.</param>
internal sealed record RunReport(
    int Rows,
    int Clustered,
    IReadOnlyDictionary<string, int> SetAside,
    IReadOnlyList<string> Features,
    [property: JsonIgnore] IReadOnlyList<string> LeftOut,
    string Algorithm,
    int K,
    int Unassigned,
    double Inertia,
    double? Silhouette,
    double? CalinskiHarabasz,
    double? DaviesBouldin,
    double? Bic,
    int Iterations,
    IReadOnlyList<SegmentReport> Segments)
{
    public static RunReport Of(SegmentationSnapshot snapshot) => new(
        snapshot.Data.Frame.Rows,
        snapshot.Features.Rows.Count,
        snapshot.Cleaning.SetAside.Counts.ToDictionary(),
        [.. snapshot.Features.Columns.Select(column => column.Name)],
        [.. snapshot.Features.LeftOut.Select(left => $"{left.Column} {left.Reason}")],
        AlgorithmOptions.WordOf(snapshot.Recipe.Clustering),
        snapshot.SegmentCount,
        snapshot.Quality.Clustering.UnassignedRows,
        snapshot.Quality.Clustering.Inertia,
        snapshot.Quality.Silhouette?.Mean,
        snapshot.Quality.CalinskiHarabasz,
        snapshot.Quality.DaviesBouldin,
        snapshot.Quality.Bic,
        snapshot.Quality.Clustering.Iterations,
        [.. snapshot.Profiles.Select(SegmentReport.Of)]);

    public string InWords(string name, RowNoun noun)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{name}: {K} {(K == 1 ? "segment" : "segments")} of {noun.Count(Clustered)} ({Rows:N0} {(noun == RowNoun.Row ? "in the file" : "rows")}).");
        foreach (var (reason, count) in SetAside)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {count:N0} set aside: {reason}");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"Features: {string.Join(", ", Features)}");
        var bic = Bic is null ? "" : $", BIC {Words.Number(Bic)}";
        text.AppendLine(CultureInfo.InvariantCulture, $"Algorithm {Algorithm}, inertia {Inertia:G6}, silhouette {Words.Number(Silhouette)}{bic}, {Iterations} iterations.");
        foreach (var segment in Segments)
        {
            var centre = string.Join(", ", segment.Centroid.Take(6).Select(pair => $"{pair.Key} {Words.Number(pair.Value)}"));
            text.AppendLine(CultureInfo.InvariantCulture, $"  {segment.Name}: {segment.Size:N0} ({segment.Share:P1})  {centre}{(segment.Centroid.Count > 6 ? ", ..." : "")}");
        }

        return text.ToString();
    }
}

/// <summary>One segment.</summary>
/// <param name="Number">1 for the largest; 0 for the unassigned rows, which are told last.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Size">Rows in it.</param>
/// <param name="Share">Of the clustered rows, 0 to 1.</param>
/// <param name="Centroid">Per feature the mean in the file's unit; the share of a category. A feature that none of its rows has is left out.</param>
internal sealed record SegmentReport(int Number, string Name, int Size, double Share, IReadOnlyDictionary<string, double> Centroid)
{
    public static SegmentReport Of(SegmentProfile profile) => new(
        profile.Number, profile.Name, profile.Size, profile.Share, profile.Traits.Where(trait => !double.IsNaN(trait.Mean)).ToDictionary(trait => trait.Feature, trait => trait.Mean));
}
