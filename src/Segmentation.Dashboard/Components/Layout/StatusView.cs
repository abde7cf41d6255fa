namespace Segmentation.Dashboard.Components.Layout;

/// <summary>What the status line says about the picture on screen.</summary>
/// <param name="Precision">"exact" or "preview"; empty before the first picture.</param>
/// <param name="Took">How long it took to compute; null when that is not known.</param>
/// <param name="Recipe">The recipe in words: "k-means, k 5, 3 features, standard scaling · seed 1".</param>
/// <param name="Messages">How many messages wait to be read.</param>
/// <param name="IsRunning">Whether a run is under way that can be stopped.</param>
public sealed record StatusView(string Precision, TimeSpan? Took, string Recipe, int Messages = 0, bool IsRunning = false)
{
    public static StatusView Empty { get; } = new("", null, "");
}
