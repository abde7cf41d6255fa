using System.CommandLine;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;

namespace Segmentation.Cli;

/// <summary><c>--derive "name=expression"</c>: columns that are computed from others.</summary>
internal static class DeriveOption
{
    public static Option<string[]> Create() => new("--derive")
    {
        Description =
            "A column to compute, as 'name=expression', such as 'Age=year(today) - Year_Birth'; may be given several times, "
            + "and a later one may use an earlier.",
        HelpName = "NAME=EXPRESSION",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary>The derived columns with those that are <paramref name="given"/>; one of a name that is there takes its place.</summary>
    /// <exception cref="UnusableDataException">One is not of the form, or beyond the limits of <see cref="DerivedColumn"/>.</exception>
    public static ValueList<DerivedColumn> AddTo(ValueList<DerivedColumn> derived, string[]? given)
    {
        var all = (given ?? []).Select(Parse).Aggregate(derived, Add);
        return all.Count <= DerivedColumn.MaxCount
            ? all
            : throw new UnusableDataException($"At most {DerivedColumn.MaxCount} columns can be derived, and these are {all.Count}.");
    }

    private static ValueList<DerivedColumn> Add(ValueList<DerivedColumn> derived, DerivedColumn column) =>
        derived.Any(known => known.Name == column.Name)
            ? derived.Select(known => known.Name == column.Name ? column : known).ToValueList()
            : derived.Add(column);

    private static DerivedColumn Parse(string given)
    {
        var equals = given.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            throw new UnusableDataException("--derive is written 'name=expression', such as --derive 'Age=year(today) - Year_Birth'.");
        }

        var column = new DerivedColumn(given[..equals].Trim(), given[(equals + 1)..].Trim());
        return column.Problem is { } problem ? throw new UnusableDataException($"--derive: {problem}") : column;
    }
}
