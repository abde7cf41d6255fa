using Segmentation.Core.Frame;

namespace Segmentation.Core.Features.Expressions;

/// <summary>Guesses which name was meant.</summary>
internal static class NearestName
{
    private const int LongestName = 60;

    /// <summary>
    /// The candidate with the fewest typing errors between it and <paramref name="name"/>, case aside, the first of several; null when more
    /// than a third of the characters would be wrong.
    /// </summary>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        var most = Math.Max(1, name.Length / 3);
        if (name.Length is 0 or > LongestName)
        {
            return null;
        }

        var wanted = name.ToLowerInvariant();
        return candidates.Where(candidate => Math.Abs(candidate.Length - name.Length) <= most)
            .Select(candidate => (Name: candidate, Errors: EditDistance.Between(wanted, candidate.ToLowerInvariant())))
            .Where(candidate => candidate.Errors <= most)
            .OrderBy(candidate => candidate.Errors).Select(candidate => candidate.Name).FirstOrDefault();
    }

    /// <summary>The guess as a question behind a sentence; empty when there is none.</summary>
    public static string Question(string name, IEnumerable<string> candidates) =>
        Of(name, candidates) is { } nearest ? $" Did you mean {nearest}?" : "";
}
