using System.Text.Json.Serialization;
using Segmentation.Core.Collections;

namespace Segmentation.Core.Frame;

/// <summary>Rows that fulfil all of some conditions; every row when there are none. Equal conditions in the same order are equal filters.</summary>
/// <param name="Conditions">At most <see cref="MaxConditions"/>.</param>
public sealed record RowFilter(ValueList<RowCondition> Conditions)
{
    /// <summary>Most conditions of one filter.</summary>
    public const int MaxConditions = 20;

    /// <summary>The filter without conditions.</summary>
    public static RowFilter None { get; } = new(ValueList<RowCondition>.Empty);

    /// <summary>True when there is no condition.</summary>
    [JsonIgnore]
    public bool IsEmpty => Conditions.Count == 0;

    /// <summary>True when a condition is about segments; such a filter cannot be a step of a recipe.</summary>
    [JsonIgnore]
    public bool RefersToSegments => Conditions.Any(condition => condition is SegmentMember);

    /// <summary>The filter in words for people: <c>Income 20,000 to 40,000 and Education is PhD</c>.</summary>
    [JsonIgnore]
    public string Words => string.Join(" and ", Conditions.Select(condition => condition.Words));

    /// <summary>The filter as a text that no other filter has.</summary>
    [JsonIgnore]
    public string Key => string.Join(" and ", Conditions.Select(condition => condition.Key));

    /// <summary>
    /// This filter with one more condition, in the place of one with the same subject. The same condition again takes it away, so that a
    /// second click takes back the first.
    /// </summary>
    /// <exception cref="ArgumentException">There would be more than <see cref="MaxConditions"/>.</exception>
    public RowFilter Toggle(RowCondition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        if (Conditions.Contains(condition))
        {
            return Without(condition);
        }

        var isReplaced = Conditions.Any(known => known.Subject == condition.Subject);
        var changed = new RowFilter(isReplaced
            ? [.. Conditions.Select(known => known.Subject == condition.Subject ? condition : known).Distinct()]
            : Conditions.Add(condition));
        changed.ThrowIfInvalid();
        return changed;
    }

    /// <summary>This filter without a condition.</summary>
    public RowFilter Without(RowCondition condition) => new(Conditions.Remove(condition));

    /// <summary>Whether a frame has columns of the right kind for all conditions.</summary>
    public bool IsUsableOn(DataFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return Conditions.All(condition => RowTest.Of(condition, frame, null) is not NoRow || condition is SegmentMember);
    }

    /// <summary>Which rows fulfil the filter. A cell that is missing fulfils nothing; how many rows that decides is told.</summary>
    /// <param name="frame">The rows.</param>
    /// <param name="segments">Of which segment each row is; null when there is none, and then no row is of one.</param>
    /// <param name="threads">0 for one per core; changes the time taken and nothing else.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public FilteredRows Evaluate(DataFrame frame, RowGroups? segments = null, int threads = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(frame);
        RowTest[] tests = [.. Conditions.Select(condition => RowTest.Of(condition, frame, segments))];
        return RowTest.Run(tests, frame.Rows, threads, cancellationToken);
    }

    /// <exception cref="ArgumentException">There are too many conditions, or one makes no sense.</exception>
    public void ThrowIfInvalid()
    {
        if (Conditions.Count > MaxConditions)
        {
            throw new ArgumentException($"A filter has {Conditions.Count} conditions; {MaxConditions} are possible.");
        }

        foreach (var condition in Conditions)
        {
            condition.ThrowIfInvalid();
        }
    }

    /// <summary>Of a list of filters that are steps of a recipe.</summary>
    /// <exception cref="ArgumentException">There are too many, or one cannot be a step.</exception>
    internal static void ThrowIfNoSteps(ValueList<RowFilter> filters, int most)
    {
        if (filters.Count > most)
        {
            throw new ArgumentException($"There are {filters.Count} filters; {most} are possible.");
        }

        foreach (var filter in filters)
        {
            filter.ThrowIfInvalid();
            if (filter.IsEmpty || filter.RefersToSegments)
            {
                throw new ArgumentException("A filter of the recipe must have conditions, and none about a segment.");
            }
        }
    }
}

/// <summary>What a filter found.</summary>
/// <param name="Matching">The rows that fulfil it.</param>
/// <param name="Unknown">
/// Rows that are not among them only because a cell is missing: no condition is broken by a value that is there.
/// </param>
public sealed record FilteredRows(RowMask Matching, int Unknown);
